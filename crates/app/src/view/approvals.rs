//! Requests to approve, and the registered accounts of this computer.

use jiff::Timestamp;
use proofup_api::{ApprovalPurpose, CallerQuestion};
use serde::{Deserialize, Serialize};

/// The Approvals page, and the card above every page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ApprovalsView {
    /// The waiting requests, the oldest first.
    pub requests: Vec<PendingRequest>,
    /// The registrations of this computer as a device.
    pub accounts: Vec<DeviceAccount>,
}

/// A request that waits for the person.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PendingRequest {
    /// An opaque id.
    pub id: String,
    /// A sign-in, a test of this device, or a question of the help desk.
    pub purpose: ApprovalPurpose,
    /// The person who signs in.
    pub user_principal_name: String,
    /// The organisation.
    pub organization: String,
    /// Who talks to a caller, and what they are going to do; null for the other purposes.
    pub caller: Option<CallerQuestion>,
    /// The application.
    pub application: String,
    /// The address of the client.
    pub client_address: Option<String>,
    /// The time of the request.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub created_date_time: Timestamp,
    /// Seconds until it expires, counted from now.
    pub expires_in_seconds: u32,
}

/// A registered account of this computer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DeviceAccount {
    /// The device's id at the service.
    pub id: String,
    /// The organisation.
    pub issuer: String,
    /// The user principal name.
    pub account: String,
    /// Its state.
    pub state: DeviceState,
    /// The key is sealed beside the vault, since there is no keyring.
    pub key_in_vault: bool,
}

proofup_api::codes! {
    /// The state of a registration of this computer.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum DeviceState {
        /// The app is connecting.
        Connecting => "connecting",
        /// Requests arrive.
        Ready => "ready",
        /// The service does not answer; requests arrive when it does.
        Unreachable => "unreachable",
        /// *Authentication request is not for an activated account*.
        NotActivated => "not_activated",
        /// The key cannot be read: unlock the keyring or the vault.
        KeyUnavailable => "key_unavailable",
    }
}

proofup_api::codes! {
    /// The person's decision about a request.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum ApprovalChoice {
        /// *Approve*, with the number.
        Approve => "approve",
        /// *Deny*.
        Deny => "deny",
        /// *It wasn't me*.
        ReportFraud => "report_fraud",
    }
}

/// A set-up of a device with push: shown until a device has used it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PushSetup {
    /// Its id for the next commands.
    pub id: String,
    /// An SVG document.
    pub qr_svg: String,
    /// In groups of four.
    pub activation_code: String,
    /// The service's address.
    pub activation_url: String,
    /// Seconds until the code expires.
    pub expires_in_seconds: u32,
}

/// The part of a set-up that is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PushSetupPart {
    /// The code.
    Code,
    /// The address.
    Url,
    /// Both in a link.
    Link,
}
