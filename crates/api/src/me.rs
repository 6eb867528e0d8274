//! Who is signed in, what they owe and what their organisation allows.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::SecretText;

/// The person's state of multi-factor authentication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MfaState {
    /// No second step.
    Disabled,
    /// Asked for by an administrator; old apps still take the normal password until registration is done.
    Enabled,
    /// Registered: a second step at every sign-in, app passwords for old apps.
    Enforced,
}

impl MfaState {
    /// As JSON has it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Disabled => "disabled",
            Self::Enabled => "enabled",
            Self::Enforced => "enforced",
        }
    }
}

crate::codes! {
    /// What a person may do beyond looking after themselves.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum Role {
        /// Looks after people, tokens and settings, and reads everything.
        Administrator => "administrator",
        /// Helps people who call, administrators excepted.
        HelpDesk => "helpDesk",
        /// Reads the log, the reports and what administrators did; changes nothing.
        Auditor => "auditor",
    }
}

crate::codes! {
    /// Why a person is asked to register.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum RegistrationReason {
        /// Enabled by an administrator, and nothing registered.
        AdminEnabled => "admin_enabled",
        /// The methods that were registered are switched off now.
        MethodDisabled => "method_disabled",
        /// An application demands the second step of everybody.
        ApplicationPolicy => "application_policy",
        /// Working on a new device demands a registered method.
        DeviceRegistration => "device_registration",
        /// Everybody is to have a method registered.
        RegistrationPolicy => "registration_policy",
        /// People may reset their own password, for which they need a method.
        PasswordResetEnabled => "password_reset_enabled",
        /// An administrator asked for contact methods again.
        ReregistrationRequired => "reregistration_required",
        /// The person chose it. Their present methods count until they are done.
        RegistersAnew => "registers_anew",
    }
}

crate::codes! {
    /// Why app passwords cannot be created.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum AppPasswordsUnavailable {
        /// The organisation does not allow them.
        DisabledByOrganization => "disabled_by_organization",
        /// The state is not enforced yet: register first.
        SecondStepNotRegistered => "second_step_not_registered",
        /// The second step comes from a policy, not from the person's state.
        ManagedByPolicy => "managed_by_policy",
        /// The account may use modern clients only.
        ModernSignInOnly => "modern_sign_in_only",
        /// As many exist as are allowed.
        LimitReached => "limit_reached",
    }
}

/// `GET /v1/me`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    /// `ann@contoso.example`.
    pub user_principal_name: String,
    /// `Ann Example`.
    pub display_name: String,
    /// The organisation's name, the issuer of its codes.
    pub organization: String,
    /// Empty for most.
    pub roles: Vec<Role>,
    /// The state of the person.
    pub mfa_state: MfaState,
    /// What the person owes.
    pub registration: Registration,
    /// What the organisation allows.
    pub policy: Policy,
    /// Of this answer.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub server_time: Timestamp,
}

/// `POST /v1/me/changePassword`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangePassword {
    /// The one until now.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub current_password: SecretText,
    /// 8–256 characters.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub new_password: SecretText,
    /// Whether app passwords go with the old one; they do unless this says otherwise.
    #[serde(default = "yes")]
    pub delete_app_passwords: bool,
}

fn yes() -> bool {
    true
}

/// Whether the person must register before going on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Registration {
    /// Nothing else is open until it is done.
    pub required: bool,
    /// Why, the weightiest first.
    pub reasons: Vec<RegistrationReason>,
}

/// What the organisation allows this person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Policy {
    /// Which methods.
    pub verification_methods: VerificationMethods,
    /// App passwords.
    pub app_passwords: AppPasswordPolicy,
    /// Remembered devices.
    pub remember_device: RememberPolicy,
    /// Whether people set their office phone by themselves; else it is the organisation's to set.
    #[serde(default)]
    pub office_phone_set_by_person: bool,
}

/// The four boxes of the administrator's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VerificationMethods {
    /// *Call to phone*.
    pub call_to_phone: bool,
    /// *Text message to phone*.
    pub text_message_to_phone: bool,
    /// *Notification through mobile app*.
    pub notification_through_mobile_app: bool,
    /// *Verification code from mobile app or hardware token*.
    pub code_from_mobile_app: bool,
}

/// Whether app passwords can be created now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AppPasswordPolicy {
    /// One can be created.
    pub available: bool,
    /// Why not.
    pub reason: Option<AppPasswordsUnavailable>,
    /// How many a person may have.
    pub limit: u16,
}

/// Whether devices may be remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RememberPolicy {
    /// The organisation allows it.
    pub allowed: bool,
    /// 1–365.
    pub days: u16,
}
