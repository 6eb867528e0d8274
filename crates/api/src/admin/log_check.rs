//! A check of the sign-in log, a part at a time.

use serde::{Deserialize, Serialize};

/// A place in the chain of the sign-in log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LogPlace {
    /// The number of the row.
    pub number: i64,
    /// Its hash, in hexadecimal digits.
    pub hash: String,
}

/// `POST /v1/admin/signIns:verify`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CheckLog {
    /// The `next` of the part before; the check begins with the oldest row without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<LogPlace>,
}

crate::codes! {
    /// What is wrong with the sign-in log.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum LogFaultKind {
        /// The record of the chain's ends was changed, or written under other server keys.
        Ends => "ends",
        /// The record of the chain's ends is gone.
        NoEnds => "no_ends",
        /// A row was changed, or not written by this service.
        Changed => "changed",
        /// A row does not belong at its place.
        Moved => "moved",
        /// Rows are gone.
        Missing => "missing",
        /// A row stands behind the end.
        Behind => "behind",
        /// The record of what retention removed was changed.
        Removals => "removals",
    }
}

/// The first fault, and its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LogFault {
    /// What is wrong.
    pub kind: LogFaultKind,
    /// The number of the row, or of the first missing one; null if it is not of a sealed row.
    pub first: Option<i64>,
    /// The number of the last missing row.
    pub last: Option<i64>,
    /// The id of the row, if it is there.
    pub id: Option<String>,
}

/// What a part of the check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LogCheck {
    /// Sealed rows that this part looked at.
    pub checked: i64,
    /// Rows that were written and not sealed yet.
    pub waiting: i64,
    /// Rows that retention removed.
    pub forgotten: i64,
    /// The last sealed row. Kept elsewhere, it shows later that the log is still the same one.
    pub head: Option<LogPlace>,
    /// Where the next part begins; null after the last one.
    pub next: Option<LogPlace>,
    /// Null if all is as it was written.
    pub fault: Option<LogFault>,
}
