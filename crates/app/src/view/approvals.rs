//! Requests to approve, and the accounts that this computer answers for.

use jiff::Timestamp;
use proofup_api::ApprovalPurpose;
use serde::{Deserialize, Serialize};

/// The Approvals page, and the card above every page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ApprovalsView {
    /// What waits, the oldest first.
    pub requests: Vec<PendingRequest>,
    /// As which devices this computer is registered.
    pub accounts: Vec<DeviceAccount>,
}

/// A request that waits for the person.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PendingRequest {
    /// Opaque.
    pub id: String,
    /// A sign-in, or a test of this device.
    pub purpose: ApprovalPurpose,
    /// Who signs in.
    pub user_principal_name: String,
    /// The organisation.
    pub organization: String,
    /// What asked.
    pub application: String,
    /// From where.
    pub client_address: Option<String>,
    /// When.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub created_date_time: Timestamp,
    /// Until it can be answered no more, counted from now.
    pub expires_in_seconds: u32,
}

/// An account that this computer answers for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DeviceAccount {
    /// The device's id at the service.
    pub id: String,
    /// The organisation.
    pub issuer: String,
    /// Whose account.
    pub account: String,
    /// How it stands.
    pub state: DeviceState,
    /// The key is sealed beside the vault, since there is no keyring.
    pub key_in_vault: bool,
}

proofup_api::codes! {
    /// How a registration of this computer stands.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum DeviceState {
        /// The service is being asked.
        Connecting => "connecting",
        /// Requests arrive.
        Ready => "ready",
        /// The service does not answer; requests arrive once it does.
        Unreachable => "unreachable",
        /// *Authentication request is not for an activated account*.
        NotActivated => "not_activated",
        /// The key cannot be read: unlock the keyring or the vault.
        KeyUnavailable => "key_unavailable",
    }
}

proofup_api::codes! {
    /// What the person says to a request.
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
    /// For the commands that follow.
    pub id: String,
    /// An SVG document.
    pub qr_svg: String,
    /// In groups of four.
    pub activation_code: String,
    /// The service's address.
    pub activation_url: String,
    /// Until the code is dead.
    pub expires_in_seconds: u32,
}

/// What of a set-up is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PushSetupPart {
    /// The code.
    Code,
    /// The address.
    Url,
    /// Both in one.
    Link,
}
