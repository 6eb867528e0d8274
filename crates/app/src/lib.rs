//! The app without a window: use cases over the vault and the service.
//!
//! [`Setup`] passes in the folders, the store for secrets, time and randomness; [`App`] reads none of these by itself.
//! Its answers are the plain values of [`view`]. Its errors are [`AppError`], and [`App::fault`] converts them to the
//! stable codes that the window explains.

mod activity;
mod administration;
mod app;
mod app_passwords;
mod approvals;
mod authenticator;
mod clipboard;
mod faults;
mod links;
mod offline;
mod preferences;
mod profile;
mod quick_access;
mod security_info;
mod service;
mod sign_in;
mod status;
mod vault;

pub mod view;

// # The app
pub use activity::Activity;
pub use administration::{Administration, LogFormat};
pub use app::App;
pub use app_passwords::AppPasswords;
pub use approvals::Approvals;
pub use authenticator::Authenticator;
pub use clipboard::ClipboardLease;
pub use faults::AppError;
pub use links::Links;
pub use offline::OfflineParts;
pub use preferences::Preferences;
pub use preferences::StoppedPageWords;
pub use quick_access::QuickAccess;
pub use quick_access::{Shortcut, ShortcutKey};
pub use quick_access::{TrayChoice, TrayItem};
pub use security_info::SecurityInfo;
pub use service::ServiceConnection;
pub use sign_in::SignIn;
pub use status::Change;
pub use status::{StatusPublisher, WindowVisibility};
pub use vault::VaultSession;

// # What is passed in
pub use clipboard::{Clipboard, Pixels};
pub use links::MOST_LINK_BYTES;
pub use profile::HostInfo;
pub use profile::{DATA_FOLDER_NAME, Profile};
pub use profile::{PassphraseSource, ServiceSource, Setup};
pub use proofup_client::Environment;
pub use proofup_text::from_file as text_of_file;
pub use proofup_vault::{KeyringTimeLimits, NoKeyring, OsKeyring, SecretStore, WorkFactor};

// # For a separate device, such as the demo phone
pub use proofup_api::{ActivateAuthenticator, ApprovalPurpose, ApprovalRequest};
pub use proofup_client::{Choice, ClientError, Device, DeviceKey, Service, ServiceAddress};

// # For a sign-in at a computer that is not shown, in the demo
pub use proofup_client::{Credentials, Keeping, Progress, SessionStore, StoredSession};

// # Administration
pub use proofup_api::{
    AccessToken, AdminActionRecord, AdminActions, AdminActionsRequest, AdminSignIns, AdminSignInsRequest,
    AdminUserDetails, Blocks, BlocksRequest, BulkRequest, BulkResult, CallerVerification, ChangeUser,
    CreateAccessToken, HardwareOathAction, HardwareOathActionBody, HardwareOathDevices, HardwareOathDevicesRequest,
    LogCheck, LogPlace, MachineScope, Overview, People, PeopleRequest, PersonBypass, Role, SettingsDetails,
    SettingsEffect, SettingsPatch, UsageReport, UserAction, UserActionBody, VerifyCaller, WantedMfaState,
};

// # Types of the service that commands take
pub use proofup_api::{
    ActivityKind, AuthenticatorSetUp, MethodType, PhoneType, SecretText, TestStarted, VerificationStarted, VerifyBy,
};
