//! The Settings page.

use proofup_vault::StoreKind;
use serde::{Deserialize, Serialize};

use super::{LockingSettings, QuickAccessSettings};

/// The person's settings. Every field has a default, so that an older or damaged file never stops the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SettingsView {
    /// Null: the system's language.
    pub language: Option<Language>,
    /// Light, dark, or the system's.
    pub theme: Theme,
    /// The zoom of the main window in percent, within [`SettingsView::ZOOM`].
    pub zoom: u16,
    /// `https://verify.contoso.example`; empty until known. In the demo it is the embedded service's.
    pub service_address: String,
    /// How the Authenticator page shows accounts.
    pub accounts: AccountOptions,
    /// Which column the app passwords are sorted by.
    pub app_password_sort: AppPasswordSort,
    /// When the vault locks automatically.
    pub locking: LockingSettings,
    /// Quick access.
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
    /// A smaller page is unreadable, and a larger one does not fit.
    pub const ZOOM: std::ops::RangeInclusive<u16> = 50..=300;
}

/// How the Authenticator page shows accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AccountOptions {
    /// The order of accounts; pinned ones are always first.
    pub sort: AccountSort,
    /// Codes are shown only while the pointer or the focus is on their row.
    pub hide_codes: bool,
    /// Seconds until a shown code is hidden again.
    pub hide_after_seconds: u32,
    /// Whether the next code is shown when little time is left.
    pub show_next: bool,
    /// Days until an account in the trash is erased; null never.
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
    /// The column.
    pub column: AppPasswordColumn,
    /// Descending.
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
    /// By creation time.
    Created,
    /// By last use.
    LastUsed,
}

/// The order of accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum AccountSort {
    /// The person's own order.
    Own,
    /// By issuer, then by account.
    Name,
    /// The last used first.
    Recent,
    /// The most used first.
    MostUsed,
}

/// The languages of the app, by BCP 47.
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
    /// The desktop's.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The present theme of the desktop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SystemTheme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The about card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct About {
    /// `0.1.0`.
    pub version: String,
    /// The folder of the vault and the settings.
    pub data_folder: String,
    /// The state of the keyring.
    pub keyring: KeyringState,
    /// The desktop's language, `nl-NL`.
    pub system_language: Option<String>,
}

/// Whether the OS keyring stores keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "state")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum KeyringState {
    /// It works.
    Working {
        /// `Secret Service`, `Credential Manager`, `Keychain`.
        name: String,
    },
    /// It did not answer.
    Unavailable {
        /// The system's error text.
        detail: String,
    },
    /// Switched off by `PROOFUP_KEYRING=none`.
    Off,
}

/// The state of a store that works.
impl From<StoreKind> for KeyringState {
    fn from(kind: StoreKind) -> Self {
        match kind {
            StoreKind::SwitchedOff => Self::Off,
            kind => Self::Working { name: store_name(kind).to_owned() },
        }
    }
}

/// The name of a store on its system.
pub(crate) fn store_name(kind: StoreKind) -> &'static str {
    match kind {
        StoreKind::SecretService => "Secret Service",
        StoreKind::CredentialManager => "Credential Manager",
        StoreKind::Keychain => "Keychain",
        StoreKind::Memory => "memory",
        StoreKind::SwitchedOff => "none",
    }
}
