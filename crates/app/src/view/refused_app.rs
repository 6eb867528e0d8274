//! An app that the service refused, with what the person can do about it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// An app that cannot sign in, because it has the wrong kind of password or an old one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RefusedApp {
    /// The row of the sign-in log.
    pub id: String,
    /// The password that it sent.
    pub sent: SentPassword,
    /// `IMAP`.
    pub application: String,
    /// What the app calls itself, if it does.
    pub client_device: Option<String>,
    /// From where.
    pub client_address: Option<String>,
    /// The last attempt that is known.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub time: Timestamp,
}

/// The password that a refused app sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SentPassword {
    /// The regular password, and it was right.
    Regular,
    /// An app password that was deleted or has ended. The app sends it again and again.
    OldAppPassword,
}

/// An app that the person dismissed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DismissedApp {
    pub(crate) application: String,
    pub(crate) device: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) at: Timestamp,
}
