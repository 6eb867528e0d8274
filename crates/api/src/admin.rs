//! Administration: other people, the organisation's settings, and the list of what administrators did.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{AuthenticationMethod, MfaState, Registration, Role, SecretText};

mod access_tokens;
mod blocks;
mod bulk;
mod bypasses;
mod caller;
mod log_check;
mod overview;
mod people;
mod settings;

pub use access_tokens::{AccessToken, CreateAccessToken, CreatedAccessToken, MachineScope};
pub use blocks::{BlockState, Blocks, BlocksRequest, PersonBlock};
pub use bulk::{BulkAction, BulkCounts, BulkFailure, BulkRequest, BulkResult};
pub use bypasses::PersonBypass;
pub use caller::{
    CallerAct, CallerCheck, CallerOption, CallerQuestion, CallerStanding, CallerState, CallerVerification, CallerWay,
    ConfirmCaller, VerifiedAct, VerifyCaller,
};
pub use log_check::{CheckLog, LogCheck, LogFault, LogFaultKind, LogPlace};
pub use overview::{
    DatabaseHealth, DirectoryHealth, DirectoryRun, DirectoryRunResult, GatewayHealth, HardwareTokenCount, MailHealth,
    MethodCount, NodeHealth, Overview, PeopleByState, RegisteredBy, SignInsOfDay,
};
pub use people::{MethodKind, People, PeopleRequest};
pub use settings::{SettingDetails, SettingKind, SettingsDetails, SettingsEffect, SettingsEffectKind, SettingsPatch};

/// A person as administrators list them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AdminUser {
    /// `ann@contoso.example`.
    pub user_principal_name: String,
    /// `Ann Example`.
    pub display_name: String,
    /// Empty for most.
    pub roles: Vec<Role>,
    /// The state of the person.
    pub mfa_state: MfaState,
    /// The kinds of methods that are registered.
    pub method_kinds: Vec<MethodKind>,
    /// The last sign-in that passed; null if there is none in the log.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub last_sign_in_date_time: Option<Timestamp>,
    /// Every attempt is denied until then; null for people who are not blocked.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub blocked_until_date_time: Option<Timestamp>,
    /// Somebody tried too many wrong passwords or codes for the person; the last of the waits that follow ends then. Null
    /// where nothing waits.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub locked_until_date_time: Option<Timestamp>,
    /// When the person was added.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
}

/// A person with everything that a help desk asks for, and no secret.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AdminUserDetails {
    /// As listed.
    #[serde(flatten)]
    pub user: AdminUser,
    /// Where notices go, if the organisation set it.
    pub mail: Option<String>,
    /// The language of notices, if the organisation set it.
    pub preferred_language: Option<String>,
    /// The mail server refuses the address.
    pub mail_refused: Option<MailRefusal>,
    /// What the person owes.
    pub registration: Registration,
    /// Registered methods, masked.
    pub methods: Vec<AuthenticationMethod>,
    /// How many app passwords there are.
    pub app_passwords: u32,
    /// How many remembered devices there are.
    pub trusted_devices: u32,
    /// The next sign-in passes without a second step until then.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub one_time_bypass_until_date_time: Option<Timestamp>,
    /// Whether somebody who calls as this person is verified, and how they can be.
    pub caller: CallerStanding,
    /// What waits now after wrong passwords and codes, the longest wait first.
    pub locks: Vec<LockRecord>,
    /// Every block there ever was, the newest first.
    pub blocks: Vec<BlockRecord>,
}

/// A mail server refuses a person's address for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailRefusal {
    /// Since when.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub refused_date_time: Timestamp,
    /// What it answered.
    pub answer: String,
}

crate::codes! {
    /// What was tried too often.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum LockKind {
        /// The password, from one network.
        Password => "password",
        /// The password, from many networks. Devices, networks and sessions that are known go on.
        PasswordAnywhere => "passwordAnywhere",
        /// The password, on a remembered device.
        PasswordOnDevice => "passwordOnDevice",
        /// The password, to change it in a session.
        PasswordInSession => "passwordInSession",
        /// The normal password, by an app that knows only a name and a password. App passwords go on.
        OldClient => "oldClient",
        /// The same, from many networks.
        OldClientAnywhere => "oldClientAnywhere",
        /// A code from an app or token.
        AppCode => "appCode",
        /// A code by text message.
        TextCode => "textCode",
        /// A code of either kind, in a session.
        CodeInSession => "codeInSession",
    }
}

/// One lock. It opens by itself, or by `unlock`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LockRecord {
    /// What was tried.
    pub kind: LockKind,
    /// The network; null if attempts from all networks are counted together.
    pub network: Option<String>,
    /// How often in a row.
    pub failures: u32,
    /// When last.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub last_failure_date_time: Timestamp,
    /// When the next attempt is looked at.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub until_date_time: Timestamp,
}

crate::codes! {
    /// Why somebody was blocked.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum BlockCause {
        /// By an administrator.
        Administrator => "administrator",
        /// By the person's own report that somebody else tried to sign in.
        FraudReport => "fraud_report",
        /// The directory that the person comes from has them disabled, or not at all.
        Directory => "directory",
    }
}

/// One block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BlockRecord {
    /// What led to it.
    pub cause: BlockCause,
    /// In the administrator's words.
    pub reason: String,
    /// Who blocked.
    pub blocked_by: String,
    /// When.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub blocked_date_time: Timestamp,
    /// When it ends by itself.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub ends_date_time: Timestamp,
    /// Who ended it before.
    pub lifted_by: Option<String>,
    /// When.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub lifted_date_time: Option<Timestamp>,
    /// Why.
    pub lift_reason: Option<String>,
}

/// A state that an administrator may give. `enforced` comes from registration alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum WantedMfaState {
    /// No second step.
    Disabled,
    /// Asked to register; enforced at once if a usable method is registered already.
    Enabled,
}

/// `POST /v1/admin/users`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateUser {
    /// `ann@contoso.example`.
    pub user_principal_name: String,
    /// `Ann Example`.
    pub display_name: String,
    /// Without one nobody can sign in as this person yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub password: Option<SecretText>,
    /// Whether they look after others.
    #[serde(default)]
    pub administrator: bool,
    /// `disabled` if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mfa_state: Option<WantedMfaState>,
    /// Where notices go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
    /// The language of notices: `en`, `nl`, `zh-TW` or `zh-CN`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred_language: Option<String>,
}

/// `PATCH /v1/admin/users/{upn}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangeUser {
    /// The state to give.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mfa_state: Option<WantedMfaState>,
    /// Where notices go; empty takes the address away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
    /// The language of notices: `en`, `nl`, `zh-TW` or `zh-CN`; empty leaves it to what the person last used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred_language: Option<String>,
    /// Kept with the action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// `PUT /v1/admin/users/{upn}/roles`: the roles that the person has from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetRoles {
    /// All of them; the others are taken away.
    pub roles: Vec<Role>,
    /// Kept with the action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What can be done to a person by `POST /v1/admin/users/{upn}:{action}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum UserAction {
    /// Forgets all verification methods and remembered devices; the person registers again.
    RequireReregistration,
    /// Deletes all app passwords.
    DeleteAppPasswords,
    /// Forgets all remembered devices.
    RestoreMfa,
    /// Ends every session.
    RevokeSessions,
    /// Ends every wait after wrong passwords and codes, those of old clients too.
    Unlock,
    /// Denies every attempt from now on.
    Block,
    /// Takes a block back.
    Unblock,
    /// Lets the next sign-in pass without a second step.
    OneTimeBypass,
}

/// The body of a [`UserAction`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UserActionBody {
    /// Kept with the action. Needed for `block`, `unblock` and `oneTimeBypass`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How long a bypass waits for the sign-in. Needed for `oneTimeBypass`, and for nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// Where the caller is to be verified first, and cannot be: the reason then has 30 characters at least, a bypass waits five
    /// minutes at most, and the list of actions shows it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub without_verification: bool,
}

crate::codes! {
    /// What an administrator did.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum AdminAction {
        /// Roles were given or taken; the detail names those that the person has now, `none` if there are none.
        RolesChanged => "roles_changed",
        /// A person was added.
        UserCreated => "user_created",
        /// The name to sign in with was changed; the subject is the old one.
        UserNameChanged => "user_name_changed",
        /// The name that is shown was changed.
        DisplayNameChanged => "display_name_changed",
        /// A person comes from the directory from now on; the detail is their id there.
        DirectoryLinked => "directory_linked",
        /// The state was changed; the detail is the new one.
        MfaStateChanged => "mfa_state_changed",
        /// Methods were forgotten; the person registers again.
        ReregistrationRequired => "reregistration_required",
        /// App passwords were deleted; the detail says how many.
        AppPasswordsDeleted => "app_passwords_deleted",
        /// Remembered devices were forgotten.
        MfaRestored => "mfa_restored",
        /// Sessions were ended.
        SessionsRevoked => "sessions_revoked",
        /// Blocked; the detail says until when.
        UserBlocked => "user_blocked",
        /// Unblocked.
        UserUnblocked => "user_unblocked",
        /// A one-time bypass; the detail says until when.
        BypassGranted => "bypass_granted",
        /// A one-time bypass was taken back before it was used.
        BypassWithdrawn => "bypass_withdrawn",
        /// The caller was verified on the phone of this person. The detail says how, and for what.
        CallerVerified => "caller_verified",
        /// A person said that nobody calls them; the detail is who asked.
        NobodyCalled => "nobody_called",
        /// The address for notices was changed; the detail is the new one.
        MailChanged => "mail_changed",
        /// The language of notices was changed; the detail is the new one.
        LanguageChanged => "language_changed",
        /// A new password was set.
        PasswordReset => "password_reset",
        /// The lock after wrong passwords or codes was opened.
        LockOpened => "lock_opened",
        /// Settings were changed; the detail says which.
        SettingsChanged => "settings_changed",
        /// Hardware tokens were imported; the detail says how many, how many rows were refused, and from which format.
        TokensImported => "tokens_imported",
        /// A hardware token was given to a person; the detail is its serial number, as below.
        TokenAssigned => "token_assigned",
        /// A hardware token was taken back from a person.
        TokenUnassigned => "token_unassigned",
        /// A hardware token was added to a person's account.
        TokenActivated => "token_activated",
        /// A hardware token was brought back in step.
        TokenResynchronized => "token_resynchronized",
        /// A hardware token was removed from the organisation's list.
        TokenDeleted => "token_deleted",
        /// The office phone was set; the detail is the masked number, none if it was taken away.
        OfficePhoneSet => "office_phone_set",
        /// A token for a program was made; the detail is its name, its scopes and when it ends.
        AccessTokenCreated => "access_token_created",
        /// A token for a program was revoked; the detail is its name.
        AccessTokenRevoked => "access_token_revoked",
        /// Somebody said that the clock is right after it jumped; the detail is its time.
        ClockConfirmed => "clock_confirmed",
    }
}

/// One row of `GET /v1/admin/actions`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AdminActionRecord {
    /// Time-ordered.
    pub id: String,
    /// When.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
    /// Who: a user principal name, or `command line (NAME)` with the name of the system's user.
    pub actor: String,
    /// What.
    pub action: AdminAction,
    /// Whom; null for the organisation's settings.
    pub subject: Option<String>,
    /// More of what.
    pub detail: Option<String>,
    /// The value before, where one was changed.
    pub before: Option<String>,
    /// The value after it.
    pub after: Option<String>,
    /// The `bulkId` of the change of many people that it is part of.
    pub bulk_id: Option<String>,
    /// Why, in the administrator's words.
    pub reason: Option<String>,
    /// Whether the caller was verified before it; null where that was not demanded.
    pub caller_check: Option<CallerCheck>,
    /// From where.
    pub client_address: Option<String>,
    /// For the help desk.
    pub correlation_id: String,
}

/// What `GET /v1/admin/actions` takes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct AdminActionsRequest {
    /// About this person alone: a user principal name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// How many: 1–500, 100 if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(value_type = Option<i64>))]
    pub top: Option<u32>,
    /// The `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A page of what administrators did, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AdminActions {
    /// The rows.
    pub value: Vec<AdminActionRecord>,
    /// To be sent as `after` for the rows that follow; null at the end.
    pub next: Option<String>,
}
