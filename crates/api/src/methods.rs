//! Verification methods: phones, authenticator apps, the preferred option, remembered devices.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{AuthenticatorMethod, DenialReason, HardwareOathMethod, Params, SecretText};

/// A way to do the second step, with Graph's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MethodType {
    /// *Notify me through app*.
    Push,
    /// *Use verification code from app*.
    Oath,
    /// *Text code to my authentication phone*.
    Sms,
    /// *Call my authentication phone*.
    VoiceMobile,
    /// Calls the alternate authentication phone.
    VoiceAlternateMobile,
    /// *Call my office phone*.
    VoiceOffice,
}

/// Which of a person's phones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PhoneType {
    /// *Authentication phone*: text and voice.
    Mobile,
    /// *Alternate authentication phone*: voice; needs the first.
    AlternateMobile,
    /// *Office phone*: voice, with extension.
    Office,
}

/// How a number is verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum VerifyBy {
    /// *Send me a code by text message*.
    Sms,
    /// *Call me*.
    Voice,
}

crate::codes! {
    /// What is wrong with a phone number.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum PhoneNumberFault {
        /// It does not begin with `+` and a country code.
        CountryCodeMissing => "country_code_missing",
        /// No country has this code.
        CountryCodeUnknown => "country_code_unknown",
        /// Fewer digits than the country's numbers have.
        TooShort => "too_short",
        /// More digits than the country's numbers have.
        TooLong => "too_long",
        /// Characters that no number has.
        NotANumber => "not_a_number",
        /// The right length, and yet no number of this country.
        NotInUse => "not_in_use",
        /// The person has told the gateway to send texts to it no more.
        OptedOut => "opted_out",
        /// An extension where none is taken.
        ExtensionNotAllowed => "extension_not_allowed",
    }
}

/// One registered method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AuthenticationMethod {
    /// A phone.
    #[serde(rename = "phoneAuthenticationMethod")]
    Phone(PhoneMethod),
    /// An authenticator app without push.
    #[serde(rename = "softwareOathAuthenticationMethod")]
    SoftwareOath(SoftwareOathMethod),
    /// A hardware token.
    #[serde(rename = "hardwareOathAuthenticationMethod")]
    HardwareOath(HardwareOathMethod),
    /// An authenticator app with push.
    #[serde(rename = "authenticatorMethod")]
    Authenticator(AuthenticatorMethod),
}

/// `phoneAuthenticationMethod`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhoneMethod {
    /// Opaque.
    pub id: String,
    /// Which phone.
    pub phone_type: PhoneType,
    /// Country code, then all but the last two digits masked: `+1 XXXXXXXX55`.
    pub phone_number: String,
    /// Set by the organisation, so the person cannot change it.
    pub read_only: bool,
    /// When it was verified.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
    /// When it last passed a sign-in.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub last_used_date_time: Option<Timestamp>,
}

/// `softwareOathAuthenticationMethod`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SoftwareOathMethod {
    /// Opaque.
    pub id: String,
    /// How the person calls it: `This computer`, `Pixel 9`.
    pub display_name: String,
    /// Always null: a seed is never read back.
    pub secret_key: Option<()>,
    /// When it was activated.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
    /// When it last passed a sign-in.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub last_used_date_time: Option<Timestamp>,
}

/// `POST` and `PATCH` of phone methods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddPhone {
    /// Which phone.
    pub phone_type: PhoneType,
    /// `+1 4255551234`, extension as `+1 5555551234x123`; left out for the office number that the organisation set.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone_number: String,
    /// How to verify it.
    pub verify_by: VerifyBy,
}

/// 202: a code is on its way, or the phone is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VerificationStarted {
    /// For `POST /v1/me/authentication/verifications/{id}`.
    pub verification_id: String,
    /// Until the code is dead, or the call counts no more.
    pub expires_in_seconds: u32,
    /// Until another text or call is welcome.
    pub resend_in_seconds: u32,
    /// The text can be answered with its code: poll for that, or type the code.
    pub reply: bool,
    /// The number in its stored form, so that the person can check it; masked if the organisation set it.
    pub phone_number: String,
}

/// The state of a verification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum VerificationStatus {
    /// Nothing was decided on the phone yet.
    Pending,
    /// The number is saved.
    Verified,
    /// It failed; `code` says why.
    Failed,
}

/// `GET /v1/me/authentication/verifications/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VerificationState {
    /// Its state.
    pub status: VerificationStatus,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<DenialReason>,
    /// What the words of `code` need.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub params: Params,
}

/// `POST /v1/me/authentication/verifications/{id}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VerificationCode {
    /// Six digits.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: SecretText,
}

/// 201 of `POST …/softwareOathMethods`: shown this once.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreatedSoftwareOath {
    /// For `…/{id}/activate`.
    pub id: String,
    /// Base32, 20 bytes.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub secret_key: SecretText,
    /// The same in a link.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub otpauth_uri: SecretText,
    /// Until an unverified set-up is forgotten.
    pub expires_in_seconds: u32,
}

/// `POST …/softwareOathMethods/{id}/activate`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActivateSoftwareOath {
    /// The code that the app shows now.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: SecretText,
    /// How the app is listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The method that this one takes the place of: it stops working in the same instant (re-registration).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
}

/// `signInPreferences`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignInPreferences {
    /// The preferred option; null is Graph's `none`.
    pub user_preferred_method_for_secondary_authentication: Option<MethodType>,
}

/// A remembered device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrustedDevice {
    /// Opaque.
    pub id: String,
    /// The computer's name.
    pub display_name: String,
    /// When it was remembered.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
    /// When it is forgotten.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub expires_date_time: Timestamp,
    /// It is the one whose token the request carries in [`DEVICE_TOKEN_HEADER`].
    #[serde(default)]
    pub current: bool,
}

/// The header with the token of the remembered device that a request comes from.
pub const DEVICE_TOKEN_HEADER: &str = "proofup-device-token";

/// `PATCH` of anything that has a name of the person's own choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Rename {
    /// 1–64 characters, none of them invisible.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 64))]
    pub display_name: String,
}
