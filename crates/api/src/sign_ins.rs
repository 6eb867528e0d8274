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
        /// A call to the authentication phone.
        CallMobile => "call_mobile",
        /// A call to the alternate authentication phone.
        CallAlternateMobile => "call_alternate_mobile",
        /// A call to the office phone.
        CallOffice => "call_office",
        /// A code from an authenticator app.
        SoftwareOath => "software_oath",
        /// A code from a hardware token.
        HardwareOath => "hardware_oath",
        /// A notification, approved with the number of the sign-in screen.
        PushNotification => "push_notification",
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
        /// A network that the organisation trusts.
        SkippedTrustedNetwork => "skipped_location",
        /// A remembered device.
        SkippedRememberedDevice => "skipped_remembered_device",
        /// An app password.
        SkippedAppPassword => "skipped_app_password",
        /// A one-time bypass that an administrator gave.
        SkippedOneTimeBypass => "skipped_one_time_bypass",
        /// Denied; the reason says why.
        Denied => "denied",
    }
}

impl AuthenticationMode {
    /// Whether it is a second step, as opposed to a password or to none.
    pub const fn is_second_step(self) -> bool {
        !matches!(self, Self::Password | Self::AppPassword | Self::RememberedDevice)
    }

    /// Whether a phone number belongs to it, which the organisation may decide not to keep.
    pub const fn uses_phone(self) -> bool {
        match self {
            Self::TextMessage | Self::CallMobile | Self::CallAlternateMobile | Self::CallOffice => true,
            Self::Password
            | Self::AppPassword
            | Self::SoftwareOath
            | Self::HardwareOath
            | Self::PushNotification
            | Self::RememberedDevice => false,
        }
    }
}

crate::codes! {
    /// Which rows of the log are asked for.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum SignInKind {
        /// All.
        All => "all",
        /// Those that let somebody in.
        SignIns => "signIns",
        /// Those that did not.
        Denied => "denied",
        /// Those of apps that know only a name and a password.
        OldApps => "oldApps",
    }
}

/// What `/v1/me/signIns` takes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct SignInsRequest {
    /// Which rows; all if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SignInKind>,
    /// How many: 1–200, 50 if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(value_type = Option<i64>))]
    pub top: Option<u32>,
    /// The `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A page of the log, the newest row first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIns {
    /// The rows.
    pub value: Vec<SignIn>,
    /// To be sent as `after` for the rows that follow; empty at the end.
    pub next: Option<String>,
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
    /// How it came: `web`, `stepUp`, `imap`, `http`.
    pub protocol: String,
    /// From where.
    pub client_address: Option<String>,
    /// What the app calls itself, if it does.
    pub client_device: Option<String>,
    /// How often; an app that comes back every minute is one row.
    pub count: u32,
    /// When it came last, if it came more than once.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub last_date_time: Option<Timestamp>,
    /// For the help desk.
    pub user_id: String,
    /// For the help desk.
    pub correlation_id: String,
}

impl SignIn {
    /// Whether nobody was let in.
    pub fn is_denied(&self) -> bool {
        self.result == SignInResult::Denied
    }

    /// Whether it came from an app that knows only a name and a password.
    pub fn is_of_old_app(&self) -> bool {
        self.application != "Proofup"
    }
}
