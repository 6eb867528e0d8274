//! A change to the account that was made somewhere else.

use jiff::Timestamp;
use proofup_api::{AccountChangeKind, ChangedBy};
use serde::Serialize;

/// The newest change that this app did not make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AccountAlert {
    /// The row of the recent activity.
    pub id: String,
    /// What.
    pub change: AccountChangeKind,
    /// By whom.
    pub changed_by: ChangedBy,
    /// What it is called.
    pub name: Option<String>,
    /// From where.
    pub client_address: Option<String>,
    /// When.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub time: Timestamp,
}
