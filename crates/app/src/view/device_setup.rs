//! A device that is set up with a new app password.

use jiff::Timestamp;
use proofup_api::DenialReason;
use serde::Serialize;

/// The first sign-in with a new app password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "state")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum FirstUse {
    /// No app has tried yet.
    Waiting,
    /// An app signed in with it.
    Connected(Attempt),
    /// An app tried since it was created, and was refused.
    Refused {
        /// The attempt.
        #[serde(flatten)]
        attempt: Attempt,
        /// Why.
        reason: DenialReason,
        /// Whether the limits of this app password refused it.
        by_limits: bool,
    },
}

/// An app that signed in, or tried to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Attempt {
    /// `IMAP`.
    pub application: String,
    /// What the app calls itself, if it does.
    pub client_device: Option<String>,
    /// From where.
    pub client_address: Option<String>,
    /// When.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub time: Timestamp,
}

/// A code to scan with a device. It contains the app password, or opens it once: only show it.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DeviceCode {
    /// Black on white.
    pub svg: String,
}
