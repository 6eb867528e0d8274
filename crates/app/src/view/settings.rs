//! The Settings page.

use proofup_vault::StoreKind;
use serde::{Deserialize, Serialize};

use super::{LockingSettings, QuickAccessSettings};

/// What the person chose. Every field has a default, so an older or damaged file never stops the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SettingsView {
    /// Null follows the system.
    pub language: Option<Language>,
    /// Light, dark, or as the system.
    pub theme: Theme,
    /// Percent: how large everything in the main window is, [`SettingsView::ZOOM`] of it.
    pub zoom: u16,
    /// `https://verify.contoso.example`; empty until known. In the demo it is the embedded service's.
    pub service_address: String,
    /// How the Authenticator page shows accounts.
    pub accounts: AccountOptions,
    /// Which column the app passwords are sorted by.
    pub app_password_sort: AppPasswordSort,
    /// When the authenticator locks by itself.
    pub locking: LockingSettings,
    /// How the app is kept at hand.
    #[serde(alias = "atHand")]
    pub quick_access: QuickAccessSettings,
}

impl Default for SettingsView {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            zoom: 100,
            service_address: String::new(),
            accounts: AccountOptions::default(),
            app_password_sort: AppPasswordSort::default(),
            locking: LockingSettings::default(),
            quick_access: QuickAccessSettings::default(),
        }
    }
}

impl SettingsView {
    /// Smaller cannot be read, larger shows nothing whole.
    pub const ZOOM: std::ops::RangeInclusive<u16> = 50..=300;
}

/// How the Authenticator page shows accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AccountOptions {
    /// Which account comes first; pinned ones always do.
    pub sort: AccountSort,
    /// Codes are shown only while somebody points at their row or is in it.
    pub hide_codes: bool,
    /// Seconds until a code that was shown is hidden again.
    pub hide_after_seconds: u32,
    /// The code after this one is shown while little time is left.
    pub show_next: bool,
    /// Days until the trash is emptied by itself; null never.
    pub trash_days: Option<u32>,
}

impl Default for AccountOptions {
    fn default() -> Self {
        Self {
            sort: AccountSort::Own,
            hide_codes: false,
            hide_after_seconds: 10,
            show_next: false,
            trash_days: Some(30),
        }
    }
}

/// The order of the app passwords.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AppPasswordSort {
    /// By what.
    pub column: AppPasswordColumn,
    /// The last one first.
    pub descending: bool,
}

impl Default for AppPasswordSort {
    fn default() -> Self {
        Self { column: AppPasswordColumn::Created, descending: true }
    }
}

/// A column of the app passwords.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum AppPasswordColumn {
    /// By name.
    Name,
    /// By when it was made.
    Created,
    /// By when it was last used.
    LastUsed,
}

/// Which account comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum AccountSort {
    /// As the person put them.
    Own,
    /// By issuer, then by account.
    Name,
    /// The one used last.
    Recent,
    /// The one used most.
    MostUsed,
}

/// The languages that the app speaks, by BCP 47.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// 繁體中文.
    #[serde(rename = "zh-TW")]
    TraditionalChinese,
    /// 简体中文.
    #[serde(rename = "zh-CN")]
    SimplifiedChinese,
    /// Nederlands.
    #[serde(rename = "nl")]
    Dutch,
}

impl Language {
    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::TraditionalChinese => "zh-TW",
            Self::SimplifiedChinese => "zh-CN",
            Self::Dutch => "nl",
        }
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Theme {
    /// As the desktop.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What the desktop shows now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SystemTheme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The about card, and where things are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct About {
    /// `0.1.0`.
    pub version: String,
    /// Where the vault and settings are.
    pub data_folder: String,
    /// The keyring's own name, and whether it works.
    pub keyring: KeyringState,
    /// The desktop's language as the system tells it, `nl-NL`.
    pub system_language: Option<String>,
}

/// Whether keys are in the OS keyring, and what is lost without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "state")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum KeyringState {
    /// Keys are kept in it.
    Working {
        /// `Secret Service`, `Credential Manager`, `Keychain`.
        name: String,
    },
    /// It did not answer.
    Unavailable {
        /// The system's own word.
        detail: String,
    },
    /// Switched off by `PROOFUP_KEYRING=none`.
    Off,
}

/// A store that works.
impl From<StoreKind> for KeyringState {
    fn from(kind: StoreKind) -> Self {
        match kind {
            StoreKind::SwitchedOff => Self::Off,
            kind => Self::Working { name: store_name(kind).to_owned() },
        }
    }
}

/// The name of a store as its system calls it.
pub(crate) fn store_name(kind: StoreKind) -> &'static str {
    match kind {
        StoreKind::SecretService => "Secret Service",
        StoreKind::CredentialManager => "Credential Manager",
        StoreKind::Keychain => "Keychain",
        StoreKind::Memory => "memory",
        StoreKind::SwitchedOff => "none",
    }
}
