//! Signing in, step by step.

use proofup_api::MethodHint;
use serde::Serialize;

use super::Fault;

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
    /// Why the preferred one could not be started.
    pub not_started: Option<Box<Fault>>,
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
    /// How often to ask what the phone said; null where a code is all there is to it.
    pub poll_in_seconds: Option<u32>,
    /// The two digits to type on the device; push only.
    pub number: Option<String>,
    /// The text may be answered with its code, on the phone.
    pub reply: bool,
}
