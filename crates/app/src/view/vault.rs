//! The vault: its folder, its keys, and notices about it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::BackupRow;

/// The section *Vault* of the settings.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VaultView {
    /// Its folder.
    pub folder: String,
    /// Whether it is not in the app's own folder.
    pub moved: bool,
    /// Where the key is stored; null while the vault is locked.
    pub key_storage: Option<KeyStorage>,
    /// The newest backup; null if there is none or the vault is locked.
    pub newest_backup: Option<BackupRow>,
    /// When the vault was copied to another place; null if never.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub copied: Option<Timestamp>,
    /// The events that this system reports, for the automatic lock.
    pub triggers: LockTriggers,
}

/// Notices about the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VaultHealth {
    /// Changes to the file by other programs.
    pub notices: Vec<VaultNotice>,
    /// The vault is open, and only the keyring has its key.
    pub keyring_alone: bool,
    /// The vault is open and was not copied to another place for a month.
    pub copy_due: bool,
    /// When it was last copied; null if never.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub copied: Option<Timestamp>,
}

/// Key storage: the copies of the key, each of which opens the vault.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KeyStorage {
    /// `K7XQ2MFA`, as on the recovery sheet.
    pub key_id: String,
    /// The copy in the keyring.
    pub keyring: KeyringKeyState,
    /// Whether there is a copy under a passphrase.
    pub passphrase: bool,
    /// When the person confirmed the recovery sheet.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub sheet: Option<Timestamp>,
}

/// The keyring's item for this vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum KeyringKeyState {
    /// The key of this vault.
    Holds,
    /// No item.
    Empty,
    /// The key of another vault.
    Another,
    /// The keyring does not answer.
    Silent,
    /// The keyring is switched off.
    Off,
}

/// A change to the vault by another program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum VaultNotice {
    /// The file is older than the last saved one.
    Older,
    /// The file is another vault than the last saved one, under the same key.
    Another,
    /// The file was missing, and an empty one was created.
    BegunAnew,
    /// The keyring holds the key of another vault.
    KeyringHasAnotherKey {
        /// That key's id.
        found: String,
    },
}

/// The events that this system reports.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LockTriggers {
    /// It reports that it goes to sleep.
    pub suspend: bool,
    /// It reports that the screen is locked.
    pub session: bool,
}

/// When the vault locks automatically.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LockingSettings {
    /// After this many minutes without activity; null never.
    pub idle_minutes: Option<u32>,
    /// When the computer goes to sleep.
    pub on_suspend: bool,
    /// When the screen is locked.
    pub on_session_lock: bool,
    /// At the start: it stays locked until the person unlocks it.
    pub at_start: bool,
}

impl Default for LockingSettings {
    fn default() -> Self {
        Self { idle_minutes: None, on_suspend: true, on_session_lock: true, at_start: false }
    }
}

/// The content of the recovery sheet. It contains the key, so the page asks for it when the person wants to see it, and
/// forgets it afterwards.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecoverySheet {
    /// The key id.
    pub key_id: String,
    /// `AGE-SECRET-KEY-1`
    pub prefix: String,
    /// Fifteen groups; the last one is shorter.
    pub groups: Vec<String>,
    /// The same as a QR code.
    pub qr_svg: String,
    /// The date of printing.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub made: Timestamp,
    /// The numbers of the groups that the person has to enter, from 1.
    pub asked: Vec<u32>,
}

/// The recovery sheet, or the step before it.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase", tag = "state")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum SheetAnswer {
    /// The vault's passphrase is needed first.
    PassphraseNeeded,
    /// The sheet.
    Shown {
        /// Its content.
        sheet: RecoverySheet,
    },
}

/// The changes that restoring a backup would make.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupPreview {
    /// The accounts in the backup.
    pub accounts: Vec<PreviewedAccount>,
    /// Present accounts that are not in it.
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
