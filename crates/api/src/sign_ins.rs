//! The sign-in log as the person sees their own part of it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::DenialReason;

crate::codes! {
    /// How the person proved who they are in this step.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum AuthenticationMode {
        /// The account's own password alone.
        Password => "password",
        /// An app password.
        AppPassword => "app_password",
        /// A code by text message.
        TextMessage => "text_message",
        /// A code from an authenticator app.
        SoftwareOath => "software_oath",
        /// A remembered device, so no second step.
        RememberedDevice => "remembered_device",
    }
}

crate::codes! {
    /// How it ended.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum SignInResult {
        /// The second step was passed here.
        Completed => "completed",
        /// No second step is owed.
        NotRequired => "not_required",
        /// The person was led to registration.
        RegistrationPrompted => "registration_prompted",
        /// A remembered device.
        SkippedRememberedDevice => "skipped_remembered_device",
        /// An app password.
        SkippedAppPassword => "skipped_app_password",
        /// Denied; the reason says why.
        Denied => "denied",
    }
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// Time-ordered.
    pub id: String,
    /// When.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
    /// With what.
    pub authentication_mode: AuthenticationMode,
    /// Masked phone or name of the app.
    pub detail: Option<String>,
    /// How it ended.
    pub result: SignInResult,
    /// Why denied.
    pub denial_reason: Option<DenialReason>,
    /// What asked: `Proofup`, `IMAP`.
    pub application: String,
    /// From where.
    pub client_address: Option<String>,
    /// For the help desk.
    pub correlation_id: String,
}
