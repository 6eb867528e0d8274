//! The vault: where it is, how it opens, and what should be known about it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::BackupRow;

/// The section *Vault* of the settings.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VaultView {
    /// The folder it is in.
    pub folder: String,
    /// That is another folder than the app's own.
    pub moved: bool,
    /// Where the key is kept; null while the vault is closed.
    pub key_storage: Option<KeyStorage>,
    /// The newest backup; null where there is none or the vault is closed.
    pub newest_backup: Option<BackupRow>,
    /// When the vault was copied to another place; null if never.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub copied: Option<Timestamp>,
    /// What this system tells, so that the vault can be locked by it.
    pub triggers: LockTriggers,
}

/// What should be known about the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VaultHealth {
    /// What happened to the file behind the app's back.
    pub notices: Vec<VaultNotice>,
    /// The vault is open, and its key is in the keyring and nowhere else.
    pub keyring_alone: bool,
    /// The vault is open and was not copied to another place for a month.
    pub copy_due: bool,
    /// When it last was; null if never.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub copied: Option<Timestamp>,
}

/// The places where the key is kept; any one opens the vault.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KeyStorage {
    /// `K7XQ2MFA`, as on the recovery sheet.
    pub key_id: String,
    /// What the keyring says.
    pub keyring: KeyringKeyState,
    /// A passphrase opens it.
    pub passphrase: bool,
    /// When the person proved that they keep the recovery sheet.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub sheet: Option<Timestamp>,
}

/// What the keyring holds for this vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum KeyringKeyState {
    /// The key.
    Holds,
    /// Nothing.
    Empty,
    /// The key of another vault.
    Another,
    /// It does not answer.
    Silent,
    /// There is none, by choice.
    Off,
}

/// Something that happened to the vault behind the app's back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum VaultNotice {
    /// The file is older than the one saved last.
    Older,
    /// The file is another vault than the one saved last, under the same key.
    Another,
    /// The file was gone, and an empty one was begun.
    BegunAnew,
    /// The keyring holds the key of another vault.
    KeyringHasAnotherKey {
        /// That key's id.
        found: String,
    },
}

/// Which events this system tells of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LockTriggers {
    /// It says when it goes to sleep.
    pub suspend: bool,
    /// It says when the screen is locked.
    pub session: bool,
}

/// When the vault locks by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LockingSettings {
    /// After so many minutes without a sign of the person; null never.
    pub idle_minutes: Option<u32>,
    /// When the computer goes to sleep.
    pub on_suspend: bool,
    /// When the screen is locked.
    pub on_session_lock: bool,
    /// At the start: it stays closed until the person opens it.
    pub at_start: bool,
}

impl Default for LockingSettings {
    fn default() -> Self {
        Self { idle_minutes: None, on_suspend: true, on_session_lock: true, at_start: false }
    }
}

/// What is printed. It holds the key, so it is asked for when the person wants to see it, and forgotten after.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecoverySheet {
    /// Which key it is.
    pub key_id: String,
    /// `AGE-SECRET-KEY-1`
    pub prefix: String,
    /// Fifteen, the last one shorter.
    pub groups: Vec<String>,
    /// The same as a QR code.
    pub qr_svg: String,
    /// The day of printing.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub made: Timestamp,
    /// Groups that are asked back, counted from 1.
    pub asked: Vec<u32>,
}

/// The recovery sheet, or what must come before it.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase", tag = "state")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SheetAnswer {
    /// The vault's passphrase is asked for first.
    PassphraseNeeded,
    /// It is printed from this.
    Shown {
        /// The key.
        sheet: RecoverySheet,
    },
}

/// What restoring a backup would change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupPreview {
    /// The accounts in the backup.
    pub accounts: Vec<PreviewedAccount>,
    /// Accounts of today that are not in it.
    pub gone: Vec<PreviewedAccount>,
}

/// An account by name.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PreviewedAccount {
    /// `Contoso`; may be empty.
    pub issuer: String,
    /// `ann@contoso.example`; may be empty.
    pub account: String,
}
