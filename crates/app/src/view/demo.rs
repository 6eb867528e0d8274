//! The demo: its organisation and its phones.

use jiff::Timestamp;
use proofup_api::CallerQuestion;
use serde::{Deserialize, Serialize};

/// A person of the demo organisation, for the demo's sign-in page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DemoPerson {
    /// The user name.
    pub user_principal_name: String,
    /// Their name.
    pub display_name: String,
    /// The password; it is made up, so it may be shown.
    pub password: String,
    /// What this person demonstrates.
    pub story: DemoStory,
}

proofup_api::codes! {
    /// What a person of the demo demonstrates.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum DemoStory {
        /// Must register, and has no method.
        NotRegistered => "not_registered",
        /// Registered, with three app passwords.
        Registered => "registered",
        /// Has the maximum number of app passwords.
        AtTheLimit => "at_the_limit",
        /// An administrator requires a new registration.
        ReregistrationRequired => "reregistration_required",
        /// Receives calls on three phones.
        Called => "called",
        /// Approves sign-ins on the demo phone.
        Notifications => "notifications",
        /// An administrator.
        Administrator => "administrator",
    }
}

/// A call on the demo phone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PhoneCall {
    /// An opaque id.
    pub id: String,
    /// The whole number, with its extension.
    pub to: String,
    /// The name of its owner; null until a person registers it.
    pub owner: Option<String>,
    /// The caller's number, if the organisation chose one.
    pub caller_id: Option<String>,
    /// The spoken text.
    pub spoken: String,
    /// Its language, BCP 47.
    pub language: String,
    /// Its state.
    pub state: PhoneCallState,
}

/// The state of a call on the phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PhoneCallState {
    /// It rings.
    Ringing,
    /// It was answered.
    Talking,
    /// It is over.
    Ended,
}

/// An action on a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PhoneAction {
    /// Answer the call.
    Answer,
    /// Decline it: the caller gets a busy signal.
    Decline,
    /// Do not answer.
    Ignore,
    /// Let voicemail answer.
    Voicemail,
    /// Hang up.
    HangUp,
}

/// A hardware token of the demo organisation, with its display.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DemoToken {
    /// The serial number on its back.
    pub serial_number: String,
    /// The model name on its front.
    pub model: String,
    /// The name of its person; null until it is assigned.
    pub owner: Option<String>,
    /// How many seconds its clock is ahead.
    pub clock_ahead_seconds: u64,
    /// Six digits.
    pub code: String,
    /// The end of the code, in milliseconds since 1970.
    pub code_until: i64,
    /// The period in seconds.
    pub period_seconds: u64,
}

/// A text that arrived on the demo phone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PhoneMessage {
    /// An opaque id.
    pub id: String,
    /// The whole number.
    pub to: String,
    /// Its text.
    pub text: String,
    /// When it arrived.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub received_date_time: Timestamp,
    /// The name of its owner; null until a person registers it.
    pub owner: Option<String>,
}

/// A notification on the demo phone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PhoneNotification {
    /// An opaque id.
    pub id: String,
    /// Whether it is a test, not a sign-in.
    pub test: bool,
    /// The user principal name.
    pub account: String,
    /// Who talks to a caller, and what they are going to do; null for the other purposes.
    pub caller: Option<CallerQuestion>,
    /// The application.
    pub application: String,
    /// The address of the client.
    pub client_address: Option<String>,
}
