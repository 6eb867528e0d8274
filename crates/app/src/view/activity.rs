//! The Recent activity page.

use jiff::Timestamp;
use proofup_api::ActivityRow;
use serde::{Deserialize, Serialize};

/// A page of sign-ins and changes to the account; also part of the offline snapshot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActivityView {
    /// The newest first.
    pub value: Vec<ActivityRow>,
    /// The cursor of the next rows; null at the end, and while offline.
    pub next: Option<String>,
    /// Whether these are the last known rows, because the service cannot be reached.
    pub known: bool,
    /// When the service sent it.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub synced: Timestamp,
}
