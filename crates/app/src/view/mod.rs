//! The values that pages show: plain data, without secrets that the page does not display.
//!
//! The TypeScript types in `ui/src/backend/generated/` are generated from these.

mod access_token;
mod account_alert;
mod activity;
mod app_passwords;
mod approvals;
mod authenticator;
mod demo;
mod device_setup;
mod exporting;
mod fault;
mod importing;
mod quick_access;
mod refused_app;
mod security_info;
mod settings;
mod sign_in;
mod stage;
mod status;
mod token_file;
mod vault;

pub use access_token::NewAccessToken;
pub use account_alert::AccountAlert;
pub use activity::ActivityView;
pub use app_passwords::{AppPasswordLimits, AppPasswordPurpose, AppPasswordsView, NewAppPassword};
pub use approvals::{
    ApprovalChoice, ApprovalsView, DeviceAccount, DeviceState, PendingRequest, PushSetup, PushSetupPart,
};
pub use authenticator::{
    AccountDraft, AccountEdit, AccountKind, AccountQr, AccountRow, AuthenticatorView, BackupRow, CodeRow, DraftWarning,
    ExportPart, Found, HashAlgorithm, ManualAccount, QuarantinedRow, SystemClock, TrashRow, VaultState,
};
pub(crate) use authenticator::{MOST_NOTE_CHARACTERS, MOST_TAG_CHARACTERS, MOST_TAGS};
pub use demo::{
    DemoPerson, DemoStory, DemoToken, PhoneAction, PhoneCall, PhoneCallState, PhoneMessage, PhoneNotification,
};
pub use device_setup::{Attempt, DeviceCode, FirstUse};
pub use exporting::{ExportKind, ExportedFile, ExportedView};
pub use fault::{Fault, LocalFault};
pub use importing::{ImportCounts, ImportNoticeRow, ImportPreview, ImportRejected, ImportRow, ImportVerdict};
pub use proofup_api::DeviceSetup;
pub use quick_access::{QuickAccessObstacle, QuickAccessSettings, QuickAccessView, ShortcutFault};
pub(crate) use refused_app::DismissedApp;
pub use refused_app::{RefusedApp, SentPassword};
pub use security_info::{MobileAppSetup, SecurityInfoView};
pub(crate) use settings::store_name;
pub use settings::{
    About, AccountOptions, AccountSort, AppPasswordColumn, AppPasswordSort, KeyringState, Language, SettingsView,
    SystemTheme, Theme,
};
pub use sign_in::{SecondStep, SignInStep, StartedChallenge};
pub use stage::{
    MailAppAnswer, StageAct, StageCard, StageDeed, StageDone, StageFeedRow, StageOrder, StagePerson, StagePlay,
    StageServer, StageStep, StageTold, StageView, StageWindow, StageWords,
};
pub use status::{Connection, SignedInPerson, Status};
pub use token_file::{TokenFileSecret, TokenFileView};
pub use vault::{
    BackupPreview, KeyStorage, KeyringKeyState, LockTriggers, LockingSettings, PreviewedAccount, RecoverySheet,
    SheetAnswer, VaultHealth, VaultNotice, VaultView,
};
