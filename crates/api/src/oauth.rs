//! OAuth 2.0 for First-Party Applications: the challenge endpoint, and the token endpoint behind it.

use serde::{Deserialize, Serialize};

use crate::{DenialReason, MethodType, Params, SecretText};

/// RFC 8414 metadata at `/.well-known/oauth-authorization-server`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the fields are RFC 8414, section 2")]
pub struct AuthorizationServer {
    pub issuer: String,
    pub authorization_challenge_endpoint: String,
    pub token_endpoint: String,
    pub revocation_endpoint: String,
    pub grant_types_supported: Vec<String>,
    pub response_types_supported: Vec<String>,
    pub scopes_supported: Vec<String>,
    pub code_challenge_methods_supported: Vec<String>,
    pub token_endpoint_auth_methods_supported: Vec<String>,
}

/// A step of signing in, sent as a form. The fields that are present say which step it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChallengeRequest {
    /// The public client, `proofup-desktop`. First step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// The user principal name. First step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// The password. First step.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub password: Option<SecretText>,
    /// PKCE, RFC 7636. First step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_challenge: Option<String>,
    /// Always `S256`. First step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_challenge_method: Option<String>,
    /// The token of a remembered device, if this is one. First step.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub device_token: Option<SecretText>,
    /// Begins a step-up instead of a sign-in, with the session's access token in `Authorization` and no password: the
    /// oldest second step, in seconds, that is good enough (RFC 9470, section 4). First step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_age: Option<u32>,
    /// The sign-in or step-up that goes on. Every later step.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub auth_session: Option<SecretText>,
    /// The id of the method to start, or to start again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// The code.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub otp: Option<SecretText>,
    /// *Don't ask again for X days*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remember_device: Option<bool>,
    /// How the remembered device is listed, for instance the computer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_name: Option<String>,
    /// The language of texts and calls: `en`, `zh-TW`, `zh-CN`, `nl`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ui_locales: Option<String>,
}

/// 200: the sign-in or the step-up is through.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChallengeGranted {
    /// To be exchanged at the token endpoint within a minute, once. Absent after a step-up: its session has tokens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub authorization_code: Option<SecretText>,
    /// The time of the second step, in Unix seconds, if there was one (RFC 9470, section 6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auth_time: Option<i64>,
    /// Given when `remember_device` was asked for and is allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub device_token: Option<SecretText>,
}

/// The `error` of a 400.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ChallengeOutcome {
    /// A second step is owed, or goes on.
    InsufficientAuthorization,
    /// Not answered yet; ask again after the interval.
    AuthorizationPending,
    /// Asked too often.
    SlowDown,
    /// The challenge lived its time.
    ExpiredToken,
    /// Denied; `code` says why.
    AccessDenied,
    /// The request itself is wrong.
    InvalidRequest,
    /// The client is not known.
    InvalidClient,
}

/// 400: the next step, or the reason of a refusal.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChallengeError {
    /// Which kind of answer this is.
    pub error: ChallengeOutcome,
    /// One English line for developers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
    /// Names this sign-in in the steps that follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub auth_session: Option<SecretText>,
    /// The methods that this person can use now, the preferred one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub methods: Vec<MethodHint>,
    /// The id of the preferred one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferred: Option<String>,
    /// Whether this device may be remembered.
    #[serde(rename = "rememberDevice", skip_serializing_if = "Option::is_none")]
    pub remember_device: Option<RememberDevice>,
    /// The method that was started.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub challenge: Option<Challenge>,
    /// Why access is denied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<DenialReason>,
    /// Names the denial in the sign-in log, where it was written down before this request asked: a call that ended, a
    /// notification that was denied. Otherwise the answer's own correlation id does.
    #[serde(default, rename = "correlationId", skip_serializing_if = "Option::is_none")]
    pub correlation_id: Option<String>,
    /// What the words of `code` need.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub params: Params,
}

/// A method on offer at sign-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MethodHint {
    /// To be sent as `method`.
    pub id: String,
    /// What kind it is.
    #[serde(rename = "type")]
    pub kind: MethodType,
    /// Masked: `+X XXXXXXXX64` for phones, the app's name for apps.
    pub hint: String,
}

/// Whether, and for how long, a device may be remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RememberDevice {
    /// The organisation allows it.
    pub allowed: bool,
    /// 1–365.
    pub days: u16,
}

/// A method that was started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Challenge {
    /// Its id.
    pub method: String,
    /// Seconds until the code is dead.
    pub expires_in: u32,
    /// Seconds until the next poll, or the next text, is welcome.
    pub interval: u32,
    /// The two digits to match; push only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The text can be answered with its code: poll for that, or type the code.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reply: bool,
}

crate::codes! {
    /// How far a token reaches.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum Scope {
        /// Everything under `/v1/me`.
        SecurityInfo => "security_info",
        /// The registration calls alone, while registration is owed.
        Registration => "registration",
        /// A registered authenticator device.
        Authenticator => "authenticator",
        /// Administration.
        Admin => "admin",
    }
}

/// Grants of the token endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum GrantType {
    /// The end of a sign-in.
    AuthorizationCode,
    /// The next pair of tokens.
    RefreshToken,
    /// A registered authenticator device, by its key (RFC 7523).
    #[serde(rename = "urn:ietf:params:oauth:grant-type:jwt-bearer")]
    JwtBearer,
}

/// A form to `/oauth2/token`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenRequest {
    /// Which grant.
    pub grant_type: GrantType,
    /// The public client.
    pub client_id: String,
    /// The authorization code.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub code: Option<SecretText>,
    /// PKCE, RFC 7636.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub code_verifier: Option<SecretText>,
    /// The refresh token. This request uses it up, even if it fails.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub refresh_token: Option<SecretText>,
    /// A device's signed [`crate::DeviceClaims`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub assertion: Option<SecretText>,
}

/// 200 of the token endpoint.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenAnswer {
    /// Opaque, for `Authorization: Bearer`.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub access_token: SecretText,
    /// Always `Bearer`.
    pub token_type: String,
    /// Seconds.
    pub expires_in: u32,
    /// Replaces the one that was sent. None for a device, which signs another assertion instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub refresh_token: Option<SecretText>,
    /// Space-separated scopes.
    pub scope: String,
}

/// 400 of the token endpoint, RFC 6749, section 5.2.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenError {
    /// `invalid_grant`, `invalid_client`, `invalid_request`, `unsupported_grant_type`.
    pub error: String,
    /// One English line for developers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
}
