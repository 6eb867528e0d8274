//! What the app and the service say to each other: bodies, codes and scopes, and nothing else.
//!
//! Names follow Microsoft Graph where it has one. JSON is camelCase, times are RFC 3339 in UTC, ids are opaque
//! strings. Requests refuse fields they do not know. No type here knows HTTP, a database or a window.

mod activity;
mod admin;
mod app_passwords;
mod authenticator;
#[macro_use]
mod codes;
mod denial;
mod device_setup;
mod events;
mod hardware_tokens;
mod jws;
mod language;
mod me;
mod methods;
mod oauth;
mod problem;
mod reports;
mod secret;
mod sign_ins;

// # Words

pub use language::Language;

// # Errors

pub use denial::DenialReason;
pub use problem::{ErrorCode, Params, Problem};

// # Signing in
pub use oauth::{
    AuthorizationServer, Challenge, ChallengeError, ChallengeGranted, ChallengeOutcome, ChallengeRequest, GrantType,
    MethodHint, RememberDevice, Scope, TokenAnswer, TokenError, TokenRequest,
};

// # The signed-in person
pub use activity::{AccountChange, AccountChangeKind, Activity, ActivityKind, ActivityRequest, ActivityRow, ChangedBy};
pub use app_passwords::{AppPassword, AppPasswords, CreateAppPassword, CreatedAppPassword};
pub use device_setup::{CreateProfile, DeviceSetup, MailSecurity, MailServer, ProfileLink};
pub use events::Event;
pub use hardware_tokens::{AddHardwareOath, HardwareOathMethod, ResynchronizeHardwareOath};
pub use me::{
    AppPasswordPolicy, AppPasswordsUnavailable, ChangePassword, Me, MfaState, Policy, Registration, RegistrationReason,
    RememberPolicy, Role, VerificationMethods,
};
pub use methods::{
    ActivateSoftwareOath, AddPhone, AuthenticationMethod, CreatedSoftwareOath, DEVICE_TOKEN_HEADER, MethodType,
    PhoneMethod, PhoneNumberFault, PhoneType, Rename, SignInPreferences, SoftwareOathMethod, TrustedDevice,
    VerificationCode, VerificationStarted, VerificationState, VerificationStatus, VerifyBy,
};
pub use sign_ins::{AuthenticationMode, SignIn, SignInKind, SignInResult, SignIns, SignInsRequest};

// # Administration
pub use admin::{
    AccessToken, AdminAction, AdminActionRecord, AdminActions, AdminActionsRequest, AdminUser, AdminUserDetails,
    BlockCause, BlockRecord, BlockState, Blocks, BlocksRequest, BulkAction, BulkCounts, BulkFailure, BulkRequest,
    BulkResult, CallerAct, CallerCheck, CallerOption, CallerQuestion, CallerStanding, CallerState, CallerVerification,
    CallerWay, ChangeUser, CheckLog, ConfirmCaller, CreateAccessToken, CreateUser, CreatedAccessToken, DatabaseHealth,
    DirectoryHealth, DirectoryRun, DirectoryRunResult, GatewayHealth, HardwareTokenCount, LockKind, LockRecord,
    LogCheck, LogFault, LogFaultKind, LogPlace, MachineScope, MailHealth, MailRefusal, MethodCount, MethodKind,
    NodeHealth, Overview, People, PeopleByState, PeopleRequest, PersonBlock, PersonBypass, RegisteredBy, SetRoles,
    SettingDetails, SettingKind, SettingsDetails, SettingsEffect, SettingsEffectKind, SettingsPatch, SignInsOfDay,
    UserAction, UserActionBody, VerifiedAct, VerifyCaller, WantedMfaState,
};
pub use hardware_tokens::{
    HardwareOathAction, HardwareOathActionBody, HardwareOathDevice, HardwareOathDevices, HardwareOathDevicesRequest,
    HardwareOathStatus, TokenFileFault, TokenFileFormat, TokenImport, TokenImportFault, TokenImportRow,
    TokenImportWarning,
};
pub use reports::{
    AdminSignIn, AdminSignIns, AdminSignInsRequest, PeopleCount, PhoneUsage, UnusedAppPassword, UsageReport,
};
// # The authenticator device
pub use authenticator::{
    ActivateAuthenticator, ActivatedAuthenticator, ApprovalOutcome, ApprovalPurpose, ApprovalRequest,
    AuthenticatorMethod, AuthenticatorSetUp, CreateAuthenticator, CreatedAuthenticator, Decision, DecisionClaims,
    DenyReason, DeviceClaims, SetUpState, TestStarted,
};
pub use jws::{Jws, JwsFault};

// # Building blocks
pub use secret::SecretText;

use serde::{Deserialize, Serialize};

/// A list, as every endpoint that answers several things gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Listing<T> {
    /// The things, in the order in which they are to be shown.
    pub value: Vec<T>,
}
