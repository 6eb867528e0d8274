//! Signing in, step by step.

use proofup_api::MethodHint;
use serde::Serialize;

use super::Fault;

/// The state of a sign-in.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", tag = "step")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SignInStep {
    /// Signed in; the status has the person.
    SignedIn,
    /// A second step is needed.
    SecondStep(SecondStep),
}

/// The second step.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SecondStep {
    /// The available methods, the preferred one first.
    pub methods: Vec<MethodHint>,
    /// The started method.
    pub challenge: Option<StartedChallenge>,
    /// Why the preferred method did not start.
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
    /// Seconds until the code expires.
    pub expires_in_seconds: u32,
    /// Seconds until *Send again* is possible; null for methods that send nothing.
    pub resend_in_seconds: Option<u32>,
    /// How often to poll for the decision on the phone, in seconds; null if only a code is possible.
    pub poll_in_seconds: Option<u32>,
    /// The two digits to type on the device; push only.
    pub number: Option<String>,
    /// Whether the person can answer the text with its code.
    pub reply: bool,
}
