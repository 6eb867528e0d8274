//! The Recent activity page.

use jiff::Timestamp;
use proofup_api::ActivityRow;
use serde::{Deserialize, Serialize};

/// A page of sign-ins and changes to the account; also what the offline snapshot keeps of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActivityView {
    /// The newest first.
    pub value: Vec<ActivityRow>,
    /// For the rows that follow; null at the end, and while offline.
    pub next: Option<String>,
    /// Not live: the newest rows as they were last known.
    pub known: bool,
    /// When the service said so.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub synced: Timestamp,
}
