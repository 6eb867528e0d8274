//! Recent activity: a person's sign-ins and the changes to their account, in one list.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::SignIn;

crate::codes! {
    /// Which rows are asked for.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum ActivityKind {
        /// All.
        All => "all",
        /// Sign-ins that let somebody in.
        SignIns => "signIns",
        /// Changes to the account.
        Changes => "changes",
        /// Sign-ins that were denied.
        Denied => "denied",
        /// Sign-ins of apps that know only a name and a password.
        OldApps => "oldApps",
    }
}

impl ActivityKind {
    /// Whether a row is of this kind.
    pub fn includes(self, row: &ActivityRow) -> bool {
        match (self, row) {
            (Self::All, _) | (Self::Changes, ActivityRow::AccountChange(_)) => true,
            (Self::Changes, ActivityRow::SignIn(_)) | (_, ActivityRow::AccountChange(_)) => false,
            (Self::SignIns, ActivityRow::SignIn(row)) => !row.is_denied(),
            (Self::Denied, ActivityRow::SignIn(row)) => row.is_denied(),
            (Self::OldApps, ActivityRow::SignIn(row)) => row.is_of_old_app(),
        }
    }
}

crate::codes! {
    /// What changed. The UI owns a sentence for each, in every language.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum AccountChangeKind {
        /// `name` is the number, masked.
        AuthenticationPhoneAdded => "authentication_phone_added",
        /// `name` is the new number, masked.
        AuthenticationPhoneChanged => "authentication_phone_changed",
        /// `name` is the number, masked.
        AuthenticationPhoneRemoved => "authentication_phone_removed",
        /// `name` is the number, masked.
        AlternatePhoneAdded => "alternate_phone_added",
        /// `name` is the new number, masked.
        AlternatePhoneChanged => "alternate_phone_changed",
        /// `name` is the number, masked.
        AlternatePhoneRemoved => "alternate_phone_removed",
        /// `name` is the number, masked.
        OfficePhoneAdded => "office_phone_added",
        /// `name` is the new number, masked.
        OfficePhoneChanged => "office_phone_changed",
        /// `name` is the number, masked.
        OfficePhoneRemoved => "office_phone_removed",
        /// An app that makes codes.
        AuthenticatorAppAdded => "authenticator_app_added",
        /// `previousName` is what it was called before.
        AuthenticatorAppRenamed => "authenticator_app_renamed",
        /// An app that makes codes.
        AuthenticatorAppRemoved => "authenticator_app_removed",
        /// A device that gets notifications.
        AuthenticatorDeviceAdded => "authenticator_device_added",
        /// `previousName` is what it was called before.
        AuthenticatorDeviceRenamed => "authenticator_device_renamed",
        /// A device that gets notifications.
        AuthenticatorDeviceRemoved => "authenticator_device_removed",
        /// `name` is what the person calls it.
        HardwareTokenAdded => "hardware_token_added",
        /// `previousName` is what it was called before.
        HardwareTokenRenamed => "hardware_token_renamed",
        /// Brought back in step by two codes.
        HardwareTokenResynchronized => "hardware_token_resynchronized",
        /// `name` is what the person called it.
        HardwareTokenRemoved => "hardware_token_removed",
        /// `name` is a method type.
        PreferredOptionChanged => "preferred_option_changed",
        /// One more.
        AppPasswordCreated => "app_password_created",
        /// `previousName` is what it was called before.
        AppPasswordRenamed => "app_password_renamed",
        /// One less.
        AppPasswordDeleted => "app_password_deleted",
        /// All of them; `count`.
        AppPasswordsDeleted => "app_passwords_deleted",
        /// By the person, who knew the old one.
        PasswordChanged => "password_changed",
        /// Somebody signed in with *Don't ask again*.
        TrustedDeviceAdded => "trusted_device_added",
        /// `previousName` is what it was called before.
        TrustedDeviceRenamed => "trusted_device_renamed",
        /// One is asked for the second step again.
        TrustedDeviceRemoved => "trusted_device_removed",
        /// All are asked for the second step again.
        TrustedDevicesRemoved => "trusted_devices_removed",
        /// Signed out everywhere, or everywhere else.
        SessionsEnded => "sessions_ended",
        /// The person began to set everything up again.
        RegistrationBegun => "registration_begun",
        /// The wizard was completed.
        RegistrationCompleted => "registration_completed",

        /// Notices go to another address; `name` is the new one, null if there is none.
        MailChanged => "mail_changed",

        /// An administrator added the account.
        AccountCreated => "account_created",
        /// An administrator took all methods away.
        ReregistrationRequired => "reregistration_required",
        /// An administrator set another password.
        PasswordReset => "password_reset",
        /// An administrator turned the second step on.
        SecondStepTurnedOn => "second_step_turned_on",
        /// An administrator turned the second step off.
        SecondStepTurnedOff => "second_step_turned_off",
        /// Nobody can sign in until `untilDateTime`.
        AccountBlocked => "account_blocked",
        /// The block was taken back.
        AccountUnblocked => "account_unblocked",
        /// Opened after too many wrong attempts.
        AccountUnlocked => "account_unlocked",
        /// One sign-in needs no second step, until `untilDateTime`.
        BypassGranted => "bypass_granted",
    }
}

crate::codes! {
    /// Who changed it.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum ChangedBy {
        /// Somebody with a session of the person.
        Person => "person",
        /// An administrator.
        Administrator => "administrator",
    }
}

/// What `/v1/me/activity` takes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ActivityRequest {
    /// Which rows; all if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ActivityKind>,
    /// How many: 1–200, 50 if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(value_type = Option<i64>))]
    pub top: Option<u32>,
    /// The `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A page of recent activity, the newest row first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Activity {
    /// The rows.
    pub value: Vec<ActivityRow>,
    /// To be sent as `after` for the rows that follow; empty at the end.
    pub next: Option<String>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ActivityRow {
    /// A row of the sign-in log.
    #[serde(rename = "signIn")]
    SignIn(SignIn),
    /// A change to the account.
    #[serde(rename = "accountChange")]
    AccountChange(AccountChange),
}

impl ActivityRow {
    /// Time-ordered, across both sorts of rows.
    pub fn id(&self) -> &str {
        match self {
            Self::SignIn(row) => &row.id,
            Self::AccountChange(row) => &row.id,
        }
    }
}

/// A change to the account: a method, an app password, a device, or what an administrator did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountChange {
    /// Time-ordered.
    pub id: String,
    /// When.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
    /// What.
    pub change: AccountChangeKind,
    /// By whom. Administrators are not named: the help desk finds them by the correlation id.
    pub changed_by: ChangedBy,
    /// What it is called: a device, an app password, a masked number, a method type.
    pub name: Option<String>,
    /// What it was called before.
    pub previous_name: Option<String>,
    /// How many, where several went at once.
    pub count: Option<u32>,
    /// Until when, for what ends by itself.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub until_date_time: Option<Timestamp>,
    /// From where; never an administrator's address.
    pub client_address: Option<String>,
    /// For the help desk.
    pub user_id: String,
    /// For the help desk.
    pub correlation_id: String,
}
