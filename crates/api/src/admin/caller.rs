//! Whether somebody who calls the help desk is the person whose name they give: a question to the person's own phone tells.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::SecretText;

crate::codes! {
    /// What helps a caller, and harms the person if the caller is somebody else.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum CallerAct {
        /// A one-time bypass.
        OneTimeBypass => "oneTimeBypass",
        /// Methods are forgotten; the person registers again.
        RequireReregistration => "requireReregistration",
        /// A new password.
        ResetPassword => "resetPassword",
        /// App passwords are deleted.
        DeleteAppPasswords => "deleteAppPasswords",
    }
}

crate::codes! {
    /// How a caller is verified.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum CallerWay {
        /// The caller types a number, which they hear, on a device that shows the question.
        Notification => "notification",
        /// The caller presses this number on a phone that is called.
        Call => "call",
        /// The caller reads back a word that was sent as a text. It is weaker: a word can be read back to anybody.
        Text => "text",
        /// The help desk calls the office phone, and says so.
        CallBack => "callBack",
    }
}

crate::codes! {
    /// What came of a question to a phone.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum CallerState {
        /// Nothing yet.
        Waiting => "waiting",
        /// The right answer.
        Verified => "verified",
        /// Another number or word.
        WrongAnswer => "wrong_answer",
        /// *Deny*, or hung up.
        Declined => "declined",
        /// *Nobody is calling me*.
        NobodyCalls => "nobody_calls",
        /// No answer in time.
        Unanswered => "unanswered",
        /// The phone could not be reached.
        Unreachable => "unreachable",
    }
}

crate::codes! {
    /// Whether the caller was verified before an action.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum CallerCheck {
        /// Verified, for this action.
        Verified => "verified",
        /// The organisation demands it, and it was left out for the reason that is kept with the action.
        Unverified => "unverified",
    }
}

/// A way to verify a caller: a device or phone of the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CallerOption {
    /// How.
    pub way: CallerWay,
    /// The device or phone.
    pub method_id: String,
    /// The name of the device, or the masked number.
    pub target: String,
    /// When the method was added.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub added_date_time: Timestamp,
    /// Yesterday or later, by the days of UTC: perhaps by somebody who is preparing this very call.
    pub added_lately: bool,
}

/// An action for which a caller is verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VerifiedAct {
    /// The action that the question named.
    pub act: CallerAct,
    /// Until when.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub until_date_time: Timestamp,
}

/// How a person's caller stands with who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CallerStanding {
    /// The actions of [`CallerAct`] are refused before the caller is verified for them.
    pub required: bool,
    /// What the caller is verified for now.
    pub verified: Vec<VerifiedAct>,
    /// The ways to verify the caller.
    pub options: Vec<CallerOption>,
    /// A person reported that nobody is calling them: who asks does nothing of [`CallerAct`] until then.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub stopped_until_date_time: Option<Timestamp>,
}

/// `POST /v1/admin/users/{upn}/callerVerifications`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VerifyCaller {
    /// How.
    pub way: CallerWay,
    /// The device or phone.
    pub method_id: String,
    /// The actions that follow. The question names them, and the answer counts for them alone.
    pub acts: Vec<CallerAct>,
}

/// A question to a phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CallerVerification {
    /// For `…/callerVerifications/{id}`.
    pub id: String,
    /// How.
    pub way: CallerWay,
    /// The name of the device, or the masked number.
    pub target: String,
    /// What came of it.
    pub state: CallerState,
    /// The two digits to tell the caller while a notification or a call waits for them.
    pub number: Option<String>,
    /// Until the question is over.
    pub expires_in_seconds: u32,
    /// Until when the caller is verified.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub verified_until_date_time: Option<Timestamp>,
}

/// `POST /v1/admin/users/{upn}/callerVerifications/{id}:confirm`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConfirmCaller {
    /// The word that the caller read back. None after a call back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub word: Option<SecretText>,
}

/// What a device shows of the help desk's question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CallerQuestion {
    /// Who says that they talk to the person: `Eva Admin`.
    pub agent_name: String,
    /// `eva@contoso.example`.
    pub agent: String,
    /// What they are going to do.
    pub acts: Vec<CallerAct>,
}
