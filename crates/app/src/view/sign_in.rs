//! Signing in, step by step.

use proofup_api::MethodHint;
use serde::Serialize;

/// Where a sign-in stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", tag = "step")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SignInStep {
    /// Through; the status has the person.
    SignedIn,
    /// A second step is owed.
    SecondStep(SecondStep),
}

/// The second step.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SecondStep {
    /// What can be used, the preferred one first.
    pub methods: Vec<MethodHint>,
    /// The one that was started.
    pub challenge: Option<StartedChallenge>,
    /// Days for *Don't ask again for X days*; null when the organisation does not allow it.
    pub remember_days: Option<u16>,
}

/// A method that was started.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StartedChallenge {
    /// The method's id.
    pub method_id: String,
    /// Until the code is dead.
    pub expires_in_seconds: u32,
    /// Until *Send again* is welcome; null for methods that send nothing.
    pub resend_in_seconds: Option<u32>,
}

/// Somebody of the made-up organisation, for the demo's sign-in page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DemoPerson {
    /// To sign in with.
    pub user_principal_name: String,
    /// Their name.
    pub display_name: String,
    /// To sign in with; made up, so it may be shown.
    pub password: String,
    /// What their state shows.
    pub story: DemoStory,
}

proofup_api::codes! {
    /// What a made-up person's state shows.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum DemoStory {
        /// Asked to register, nothing registered.
        NotRegistered => "not_registered",
        /// Registered, with three app passwords.
        Registered => "registered",
        /// As many app passwords as are allowed.
        AtTheLimit => "at_the_limit",
        /// The only method was switched off by an administrator.
        MethodSwitchedOff => "method_switched_off",
        /// An administrator.
        Administrator => "administrator",
    }
}
