//! The made-up organisation and its phones.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

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
        /// Asked by an administrator to provide contact methods again.
        ReregistrationRequired => "reregistration_required",
        /// Called on three phones.
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
    /// Opaque.
    pub id: String,
    /// The whole number, with its extension.
    pub to: String,
    /// The name of the person whose phone it is; null while nobody has registered it.
    pub owner: Option<String>,
    /// The number that calls, where the organisation chose one.
    pub caller_id: Option<String>,
    /// What is spoken.
    pub spoken: String,
    /// BCP 47, of what is spoken.
    pub language: String,
    /// Where it stands.
    pub state: PhoneCallState,
}

/// Where a call stands, as the phone sees it.
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

/// What a person can do with a phone that rings or talks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PhoneAction {
    /// Take the call.
    Answer,
    /// Refuse it: the caller hears that the line is busy.
    Decline,
    /// Let it ring out.
    Ignore,
    /// Let the machine take it.
    Voicemail,
    /// End it.
    HangUp,
}

/// A hardware token of the made-up organisation, and what its screen shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DemoToken {
    /// The number on its back.
    pub serial_number: String,
    /// What is printed on its front.
    pub model: String,
    /// The name of the person whose account it is on from the start; null while it lies in the drawer.
    pub owner: Option<String>,
    /// Seconds that its clock is ahead.
    pub clock_ahead_seconds: u64,
    /// Six digits.
    pub code: String,
    /// When the next one comes, in milliseconds since 1970.
    pub code_until: i64,
    /// Seconds that each code lasts.
    pub period_seconds: u64,
}

/// A text that arrived on the demo phone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PhoneMessage {
    /// Opaque.
    pub id: String,
    /// The whole number, for it is the phone's own.
    pub to: String,
    /// What it says.
    pub text: String,
    /// When it arrived.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub received_date_time: Timestamp,
    /// The name of the person whose phone it is; null while nobody has registered it.
    pub owner: Option<String>,
}

/// A notification on the demo phone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PhoneNotification {
    /// Opaque.
    pub id: String,
    /// A test of the phone, and not a sign-in.
    pub test: bool,
    /// Whose account.
    pub account: String,
    /// What asks.
    pub application: String,
    /// From where.
    pub client_address: Option<String>,
}
