//! The authenticator device: set-up, activation, requests, and signed decisions.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{CallerQuestion, SecretText};

/// `authenticatorMethod`: a device that approves sign-ins, and makes codes where they are allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuthenticatorMethod {
    /// Opaque.
    pub id: String,
    /// The device's own name: `Pixel 9`.
    pub display_name: String,
    /// What it runs on: `Linux`, `Android`.
    pub platform: String,
    /// When its first request was approved.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
    /// When it last let a sign-in through.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub last_used_date_time: Option<Timestamp>,
}

/// `POST …/authenticatorMethods`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateAuthenticator {
    /// The app that this one takes the place of, of either kind: it stops working in the instant in which the new one
    /// is verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
}

/// 201 of `POST …/authenticatorMethods`: shown this once.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreatedAuthenticator {
    /// For `…/{id}`.
    pub id: String,
    /// Sixteen symbols, for one device.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub activation_code: SecretText,
    /// The address of the service that the device answers to.
    pub activation_url: String,
    /// Both in a link.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub qr_content: SecretText,
    /// Until the code is dead.
    pub expires_in_seconds: u32,
}

crate::codes! {
    /// How far a set-up has come.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum SetUpState {
        /// No device has used the code.
        Waiting => "waiting",
        /// The code lived its time.
        Expired => "expired",
        /// A device has used the code; a test request proves that it works.
        Activated => "activated",
        /// The test was approved: the device counts.
        Verified => "verified",
    }
}

crate::codes! {
    /// What became of a request.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum ApprovalOutcome {
        /// Approved with the right number.
        Approved => "approved",
        /// *Deny*.
        UserDeclined => "user_declined",
        /// *It wasn't me*.
        FraudReported => "fraud_reported",
        /// Another number.
        NumberMismatch => "number_mismatch",
        /// No answer in time.
        PushNoResponse => "push_no_response",
        /// No device fetched it in time.
        PushNotDelivered => "push_not_delivered",
        /// A newer request took its place.
        Superseded => "superseded",
    }
}

/// `GET …/authenticatorMethods/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuthenticatorSetUp {
    /// How far it has come.
    pub state: SetUpState,
    /// The device's own name, once there is one.
    pub device_name: Option<String>,
    /// A test request was sent; null while it waits for its answer.
    pub test_outcome: Option<ApprovalOutcome>,
}

/// 202 of `POST …/authenticatorMethods/{id}/test`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TestStarted {
    /// The two digits to type on the device.
    pub number: String,
    /// Until the request is dead.
    pub expires_in_seconds: u32,
}

/// `POST /v1/authenticator/activate`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActivateAuthenticator {
    /// The activation code, in any case and grouping.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: SecretText,
    /// How the device is listed.
    pub device_name: String,
    /// What it runs on.
    pub platform: String,
    /// Ed25519, 32 bytes in base64url: `x` of RFC 8037.
    pub public_key: String,
}

/// 200 of `POST /v1/authenticator/activate`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActivatedAuthenticator {
    /// `iss` and `sub` of the device's assertions.
    pub device_id: String,
    /// Base32 seed of its codes (SHA-1, six digits, 30 seconds); null where codes are not allowed.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub secret_key: Option<SecretText>,
    /// The organisation.
    pub issuer: String,
    /// Whose account it is.
    pub account_name: String,
}

/// What a device signs to get tokens (RFC 7523, section 3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeviceClaims {
    /// The device's id.
    pub iss: String,
    /// The device's id.
    pub sub: String,
    /// The service's issuer, as its metadata has it.
    pub aud: String,
    /// Seconds since 1970; five minutes ahead at most.
    pub exp: i64,
    /// Seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iat: Option<i64>,
    /// Used once.
    pub jti: String,
}

crate::codes! {
    /// What a request is about.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum ApprovalPurpose {
        /// Somebody signs in.
        SignIn => "sign_in",
        /// The person tries the device out.
        Test => "test",
        /// The help desk verifies who calls as the person.
        Caller => "caller",
    }
}

/// A request that waits for a decision. The number is not in it: it is on the sign-in screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApprovalRequest {
    /// For `…/requests/{id}/decision`.
    pub id: String,
    /// What it is about.
    pub purpose: ApprovalPurpose,
    /// Who signs in.
    pub user_principal_name: String,
    /// The organisation.
    pub organization: String,
    /// Who talks to a caller, and what they are going to do; null for the other purposes.
    #[serde(default)]
    pub caller: Option<CallerQuestion>,
    /// What asked: `Proofup`.
    pub application: String,
    /// From where.
    pub client_address: Option<String>,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
    /// Until when it can be answered.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub expires_date_time: Timestamp,
}

/// `POST …/requests/{id}/decision`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Decision {
    /// A JWS in compact form whose payload is [`DecisionClaims`].
    pub decision: String,
}

crate::codes! {
    /// Why a request was not approved.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum DenyReason {
        /// *Deny*.
        UserDeclined => "user_declined",
        /// *It wasn't me*, or *Nobody is calling me*.
        FraudReported => "fraud_reported",
    }
}

/// What a device signs to decide a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecisionClaims {
    /// The request, so that no decision fits another one.
    pub request_id: String,
    /// Approved or not.
    pub approve: bool,
    /// The two digits of the sign-in screen, to approve.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Why not approved; *Deny* if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<DenyReason>,
}
