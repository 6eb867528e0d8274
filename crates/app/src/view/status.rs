//! The status: the foot of the navigation, and which pages there are.

use jiff::Timestamp;
use proofup_api::{Registration, Role};
use serde::Serialize;

use super::{AccountAlert, Fault, RefusedApp, SecondStep, VaultState};

/// The status of the app. Sent to the window after every change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Status {
    /// The connection to the service.
    pub connection: Connection,
    /// When the service last sent the security info.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub last_synced: Option<Timestamp>,
    /// The signed-in person, also while offline.
    pub person: Option<SignedInPerson>,
    /// The second step that the service needs before a waiting command.
    pub step_up: Option<SecondStep>,
    /// Why the embedded service did not start.
    pub service_fault: Option<Fault>,
    /// The authenticator's vault.
    pub vault: VaultState,
    /// Seconds that this computer's clock is behind the service's; null until measured.
    pub clock_offset_seconds: Option<i64>,
    /// Whether a link from another program waits.
    pub link_waiting: bool,
    /// The address of a service in a link; the app connects only after the person agrees.
    pub service_offer: Option<String>,
    /// Requests that wait for approval on this computer.
    pub approvals: u32,
    /// The newest app that the service refused and that the person can help.
    pub refused_app: Option<RefusedApp>,
    /// The newest change to the account that was made somewhere else.
    pub account_alert: Option<AccountAlert>,
    /// Whether this is the demo.
    pub demo: bool,
    /// The format of dates and numbers on the desktop, a BCP 47 tag; null if unknown.
    pub locale: Option<String>,
}

/// The connection to the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Connection {
    /// No person is signed in.
    SignedOut,
    /// The first request runs.
    Connecting,
    /// The service answered the last request.
    Online,
    /// The service does not answer; the pages show the offline snapshot.
    Offline,
}

/// The signed-in person, for the frame.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SignedInPerson {
    /// `ann@contoso.example`.
    pub user_principal_name: String,
    /// `Ann Example`.
    pub display_name: String,
    /// `Contoso`.
    pub organization: String,
    /// The roles. Empty for most.
    pub roles: Vec<Role>,
    /// The required registration, which comes before anything else.
    pub registration: Registration,
}

impl From<&proofup_api::Me> for SignedInPerson {
    fn from(me: &proofup_api::Me) -> Self {
        Self {
            user_principal_name: me.user_principal_name.clone(),
            display_name: me.display_name.clone(),
            organization: me.organization.clone(),
            roles: me.roles.clone(),
            registration: me.registration.clone(),
        }
    }
}
