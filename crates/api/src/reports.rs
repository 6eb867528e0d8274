//! Reports for administrators: the sign-in log and the usage.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{AuthenticationMode, DenialReason, SignInKind, SignInResult};

/// What `/v1/admin/signIns` takes. With `Accept: text/csv` everything that fits is answered at once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct AdminSignInsRequest {
    /// A user principal name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// Which rows; all if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SignInKind>,
    /// How they ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<SignInResult>,
    /// Why they were denied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denial_reason: Option<DenialReason>,
    /// Not before this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", param(value_type = Option<String>, format = DateTime))]
    pub from: Option<Timestamp>,
    /// Before this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", param(value_type = Option<String>, format = DateTime))]
    pub until: Option<Timestamp>,
    /// How many: 1–1,000, 100 if it is left out. JSON only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(value_type = Option<i64>))]
    pub top: Option<u32>,
    /// The `next` of the page before. JSON only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A row of the log with everything that is kept of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(missing_docs, reason = "the fields are those of the sign-in log, see the operator guide")]
pub struct AdminSignIn {
    pub id: String,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub last_date_time: Option<Timestamp>,
    pub count: u32,
    pub duration_milliseconds: i64,
    pub user_id: Option<String>,
    pub user_principal_name: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    pub phone_number: Option<String>,
    pub device_token: Option<String>,
    pub authentication_mode: AuthenticationMode,
    pub detail: Option<String>,
    pub result: SignInResult,
    pub denial_reason: Option<DenialReason>,
    pub application: String,
    pub protocol: String,
    pub client_address: Option<String>,
    pub client_device: Option<String>,
    pub app_password_id: Option<String>,
    pub front_end: Option<String>,
    pub server_name: String,
    pub server_address: Option<String>,
    pub correlation_id: String,
    /// The row's place in the sealed chain; none until it is sealed.
    pub seal_number: Option<i64>,
}

/// A page of everybody's log, the newest row first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AdminSignIns {
    /// The rows.
    pub value: Vec<AdminSignIn>,
    /// To be sent as `after` for the rows that follow; empty at the end.
    pub next: Option<String>,
}

/// Usage of the service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UsageReport {
    /// The month that is running, `2026-11`, by UTC.
    pub month: String,
    /// Where people stand.
    pub people: PeopleCount,
    /// Texts and calls of the last twelve months, the newest month first.
    pub phones: Vec<PhoneUsage>,
    /// App passwords that were not used for 90 days, the longest unused first.
    pub unused_app_passwords: Vec<UnusedAppPassword>,
}

/// How many people there are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PeopleCount {
    /// No second step.
    pub disabled: u32,
    /// Asked to register.
    pub enabled: u32,
    /// Registered.
    pub enforced: u32,
    /// Passed a second step this month.
    pub verified_this_month: u32,
}

/// Texts and calls of a month in a country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhoneUsage {
    /// `2026-11`
    pub month: String,
    /// `text` or `call`
    pub kind: String,
    /// ISO 3166, `ZZ` where it is not known.
    pub country: String,
    /// Taken by the gateway.
    pub sent: u32,
    /// Not taken.
    pub failed: u32,
}

/// An app password that nobody seems to need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnusedAppPassword {
    /// Whose it is.
    pub user_principal_name: String,
    /// Its name.
    pub display_name: String,
    /// When it was made.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
    /// When it was used last; never if it is empty.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub last_used_date_time: Option<Timestamp>,
}
