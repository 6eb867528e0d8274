//! The events that people are told of, and the switch of each.

use proofup_api::AccountChangeKind;

use crate::settings::NoticeSettings;

proofup_api::codes! {
    /// What is told.
    pub enum Event {
        /// `name` is the masked number, here and below.
        PhoneAdded => "phone_added",
        PhoneChanged => "phone_changed",
        PhoneRemoved => "phone_removed",
        AppAdded => "app_added",
        AppRemoved => "app_removed",
        DeviceAdded => "device_added",
        DeviceRemoved => "device_removed",
        TokenAdded => "token_added",
        TokenRemoved => "token_removed",
        MethodsReset => "methods_reset",
        SecondStepTurnedOff => "second_step_turned_off",
        AppPasswordCreated => "app_password_created",
        PasswordChanged => "password_changed",
        PasswordReset => "password_reset",
        DeviceTrusted => "device_trusted",
        NewNetwork => "new_network",
        AccountBlocked => "account_blocked",
        BypassIssued => "bypass_issued",
        MailChanged => "mail_changed",
        /// Several others in one, where there were too many.
        Several => "several",
        /// `mail test`
        Test => "test",
    }
}

impl Event {
    /// The event of a change to an account; `None` if nobody is told of it.
    pub(crate) fn of(change: AccountChangeKind) -> Option<Self> {
        use AccountChangeKind as Kind;
        Some(match change {
            Kind::AuthenticationPhoneAdded | Kind::AlternatePhoneAdded | Kind::OfficePhoneAdded => Self::PhoneAdded,
            Kind::AuthenticationPhoneChanged | Kind::AlternatePhoneChanged | Kind::OfficePhoneChanged => {
                Self::PhoneChanged
            }
            Kind::AuthenticationPhoneRemoved | Kind::AlternatePhoneRemoved | Kind::OfficePhoneRemoved => {
                Self::PhoneRemoved
            }
            Kind::AuthenticatorAppAdded => Self::AppAdded,
            Kind::AuthenticatorAppRemoved => Self::AppRemoved,
            Kind::AuthenticatorDeviceAdded => Self::DeviceAdded,
            Kind::AuthenticatorDeviceRemoved => Self::DeviceRemoved,
            Kind::HardwareTokenAdded => Self::TokenAdded,
            Kind::HardwareTokenRemoved => Self::TokenRemoved,
            Kind::ReregistrationRequired => Self::MethodsReset,
            Kind::SecondStepTurnedOff => Self::SecondStepTurnedOff,
            Kind::AppPasswordCreated => Self::AppPasswordCreated,
            Kind::PasswordChanged => Self::PasswordChanged,
            Kind::PasswordReset => Self::PasswordReset,
            Kind::TrustedDeviceAdded => Self::DeviceTrusted,
            Kind::AccountBlocked => Self::AccountBlocked,
            Kind::BypassGranted => Self::BypassIssued,
            Kind::MailChanged => Self::MailChanged,
            // Another name lets nobody in, and what protects the account more is no alarm.
            Kind::AuthenticatorAppRenamed
            | Kind::AuthenticatorDeviceRenamed
            | Kind::HardwareTokenRenamed
            | Kind::HardwareTokenResynchronized
            | Kind::PreferredOptionChanged
            | Kind::AppPasswordRenamed
            | Kind::AppPasswordDeleted
            | Kind::AppPasswordsDeleted
            | Kind::TrustedDeviceRenamed
            | Kind::TrustedDeviceRemoved
            | Kind::TrustedDevicesRemoved
            | Kind::SessionsEnded
            | Kind::SecondStepTurnedOn
            | Kind::AccountUnblocked
            | Kind::AccountUnlocked
            // Each method that was set up is told by itself.
            | Kind::RegistrationBegun
            | Kind::RegistrationCompleted
            | Kind::AccountCreated => return None,
        })
    }

    /// Whether the organisation wants people to be told of it.
    pub(crate) fn is_wanted(self, settings: &NoticeSettings) -> bool {
        match self {
            Self::PhoneAdded | Self::AppAdded | Self::DeviceAdded => settings.method_added,
            Self::PhoneChanged | Self::SecondStepTurnedOff => settings.method_changed,
            Self::PhoneRemoved | Self::AppRemoved | Self::DeviceRemoved | Self::TokenRemoved | Self::MethodsReset => {
                settings.method_removed
            }
            Self::TokenAdded => settings.hardware_token,
            Self::AppPasswordCreated => settings.app_password_created,
            Self::PasswordChanged | Self::PasswordReset => settings.password_changed,
            Self::DeviceTrusted | Self::NewNetwork => settings.new_place,
            Self::AccountBlocked => settings.account_blocked,
            Self::BypassIssued => settings.bypass_issued,
            Self::MailChanged => settings.mail_changed,
            Self::Several | Self::Test => true,
        }
    }
}
