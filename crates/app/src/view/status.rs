//! The foot of the navigation, and what decides which pages there are.

use jiff::Timestamp;
use proofup_api::{Registration, Role};
use serde::Serialize;

use super::{Fault, SecondStep, VaultState};

/// Where the app stands. Pushed to the window whenever it changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Status {
    /// The truth about the service.
    pub connection: Connection,
    /// When the service last answered with the security info.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub last_synced: Option<Timestamp>,
    /// Who is signed in, also while offline.
    pub person: Option<SignedInPerson>,
    /// The service wants a fresh second step before it goes on with something; a command waits for it.
    pub step_up: Option<SecondStep>,
    /// Why the service inside this process did not start.
    pub service_fault: Option<Fault>,
    /// The authenticator's vault.
    pub vault: VaultState,
    /// Seconds by which this computer's clock is behind the service's; null until measured.
    pub clock_offset_seconds: Option<i64>,
    /// Another program opened a link that nobody looked at yet.
    pub link_waiting: bool,
    /// The address of a service that a link offers; nothing is connected before the person says so.
    pub service_offer: Option<String>,
    /// Requests that wait for approval on this computer.
    pub approvals: u32,
    /// The app runs with its own service and a made-up organisation.
    pub demo: bool,
    /// How the desktop writes dates and numbers, a BCP 47 tag; null where it does not say.
    pub locale: Option<String>,
}

/// The truth about the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Connection {
    /// Nobody is signed in.
    SignedOut,
    /// Asking for the first time.
    Connecting,
    /// The last request was answered.
    Online,
    /// The service does not answer; what is shown is the last known state.
    Offline,
}

/// The person, as the frame needs them.
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
    /// What they may do beyond looking after themselves. Empty for most.
    pub roles: Vec<Role>,
    /// Owed before anything else.
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
