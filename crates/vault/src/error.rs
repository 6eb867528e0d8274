//! Why the vault did not do what was asked.

use std::io;

use proofup_otp::OtpError;
use thiserror::Error;
use uuid::Uuid;

use crate::{Backup, KeyId, SecretStoreError, SheetFault, StoreKind};

/// Every way in which the vault can say no. No variant carries a secret.
#[derive(Debug, Error)]
pub enum VaultError {
    /// The vault is locked, or was never opened.
    #[error("the vault is locked")]
    Locked,
    /// There is no vault yet, and the keyring cannot hold its key: a passphrase is needed first.
    #[error("a passphrase is needed before anything can be kept")]
    PassphraseNeeded,
    /// The passphrase is empty.
    #[error("the passphrase is empty")]
    PassphraseEmpty,
    /// The vault has no passphrase.
    #[error("the vault has no passphrase")]
    NoPassphrase,
    /// The key is in the keyring alone: before the first account is kept, there must be a passphrase or a recovery sheet.
    #[error("the key needs a second home before anything is kept")]
    SecondHomeNeeded,
    /// The key would be kept nowhere, or in the keyring alone.
    #[error("the key would lose its last home")]
    LastHome,
    /// What was typed is not what stands on a recovery sheet.
    #[error("the recovery sheet: {0}")]
    Sheet(#[from] SheetFault),
    /// A piece of the sheet that was given back is wrong.
    #[error("group {group} is not what stands on the recovery sheet")]
    SheetPieceWrong {
        /// Which.
        group: usize,
    },
    /// Nothing of a vault lies in that folder.
    #[error("there is no vault in this folder")]
    NotAVault,
    /// There is a vault in that folder already.
    #[error("there is a vault in this folder already")]
    FolderTaken,
    /// The person changed their mind.
    #[error("cancelled")]
    Cancelled,
    /// Nothing of that id was put aside.
    #[error("nothing of that id was put aside")]
    NotQuarantined,
    /// A vault, a backup or a key file is already there: no second key is made.
    #[error("there is a vault already")]
    AlreadyThere,
    /// There is a vault, and its key is in none of the places that could be asked.
    #[error("the key of the vault was not found ({asked:?}: {error})")]
    KeyMissing {
        /// The store that was asked.
        asked: StoreKind,
        /// What it answered.
        error: SecretStoreError,
    },
    /// The passphrase does not open the key file, and the key file is as it was written.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The key that was found opens another vault.
    #[error("key {key} does not belong to this vault")]
    KeyOfAnotherVault {
        /// The vault's own key id, where it is noted.
        vault: Option<KeyId>,
        /// The id of the key that was found.
        key: KeyId,
    },
    /// The key file under the passphrase is damaged; the vault itself may be sound.
    #[error("the key file is damaged")]
    KeyFileDamaged,
    /// The vault file is missing, cut, changed or unreadable, while its key is at hand. It stays as it is.
    #[error("the vault file is damaged; {} backups can be restored", backups.len())]
    Damaged {
        /// What can be restored, newest first.
        backups: Vec<Backup>,
    },
    /// The file was written by a newer version; it stays as it is.
    #[error("the vault was made by a newer version")]
    NewerVersion,
    /// Opening the key file would take more work than is reasonable.
    #[error("the key file asks for 2^{log_n} rounds of scrypt")]
    TooCostly {
        /// Its work factor, as the power of two.
        log_n: u8,
    },
    /// Another window or program is saving.
    #[error("another program is using the vault")]
    Busy,
    /// The file is not the one that was loaded: somebody else changed it. It was not overwritten.
    #[error("the vault was changed by another program")]
    ChangedOnDisk,
    /// What was written could not be read back in memory; nothing was replaced.
    #[error("the encrypted vault could not be read back")]
    VerificationFailed,
    /// No backup of that name can be read.
    #[error("there is no such backup")]
    NoSuchBackup,
    /// A sealed file does not open with the vault's key, or is damaged.
    #[error("the sealed file cannot be opened")]
    SealBroken,
    /// No account has that id.
    #[error("there is no account {id}")]
    NoSuchEntry {
        /// The id asked for.
        id: Uuid,
    },
    /// The very same account, names included, is already kept.
    #[error("this account is already there")]
    EntryExists {
        /// Its id.
        id: Uuid,
    },
    /// The picture of an account is larger than [`crate::MOST_PICTURE_BYTES`].
    #[error("the picture is too large")]
    PictureTooLarge,
    /// A value is outside of what can be an account.
    #[error(transparent)]
    Otp(#[from] OtpError),
    /// The system's keyring failed while a key was put into it.
    #[error("the keyring: {0}")]
    Keyring(#[from] SecretStoreError),
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The folder cannot be written to.
    #[error("no permission to write")]
    NoPermission,
    /// Another fault of the disk.
    #[error("disk: {0}")]
    Io(#[source] io::Error),
}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::NoPermission,
            _ => Self::Io(error),
        }
    }
}
