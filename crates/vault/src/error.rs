//! Why a call to the vault failed.

use std::io;

use proofup_otp::OtpError;
use thiserror::Error;
use uuid::Uuid;

use crate::{Backup, KeyId, SecretStoreError, SheetFault, StoreKind};

/// All errors of the vault. No variant contains a secret.
#[derive(Debug, Error)]
pub enum VaultError {
    /// The vault is locked, or was never opened.
    #[error("the vault is locked")]
    Locked,
    /// There is no vault yet, and the keyring cannot store its key: a passphrase is needed first.
    #[error("a passphrase is needed before an account can be saved")]
    PassphraseNeeded,
    /// The passphrase is empty.
    #[error("the passphrase is empty")]
    PassphraseEmpty,
    /// The vault has no passphrase.
    #[error("the vault has no passphrase")]
    NoPassphrase,
    /// Only the keyring has the key: before the first account is saved, there must be a passphrase or a recovery sheet.
    #[error("a passphrase or a recovery sheet is needed before the first account is saved")]
    SecondKeyCopyNeeded,
    /// No copy of the key would be left, or only the one in the keyring.
    #[error("this would remove the last copy of the key")]
    LastKeyCopy,
    /// The typed text is not the key of a recovery sheet.
    #[error("the recovery sheet: {0}")]
    Sheet(#[from] SheetFault),
    /// A typed group of the sheet is wrong.
    #[error("group {group} differs from the recovery sheet")]
    SheetPieceWrong {
        /// The number of the group.
        group: usize,
    },
    /// The folder contains no vault.
    #[error("there is no vault in this folder")]
    NotAVault,
    /// The folder contains a vault already.
    #[error("there is a vault in this folder already")]
    FolderTaken,
    /// The person cancelled.
    #[error("cancelled")]
    Cancelled,
    /// The quarantine has no entry with that id.
    #[error("the quarantine has no entry with that id")]
    NotQuarantined,
    /// A vault, a backup or a key file exists: no second key is made.
    #[error("there is a vault already")]
    AlreadyThere,
    /// There is a vault, and none of the stores that were asked has its key.
    #[error("the key of the vault was not found ({asked:?}: {error})")]
    KeyMissing {
        /// The store that was asked.
        asked: StoreKind,
        /// What it answered.
        error: SecretStoreError,
    },
    /// The passphrase does not open the key file, and the key file is unchanged.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The key belongs to another vault.
    #[error("key {key} does not belong to this vault")]
    KeyOfAnotherVault {
        /// The vault's own key id, if noted.
        vault: Option<KeyId>,
        /// The id of the key that was found.
        key: KeyId,
    },
    /// The key file under the passphrase is damaged; the vault itself may be sound.
    #[error("the key file is damaged")]
    KeyFileDamaged,
    /// The vault file is missing, cut, changed or unreadable, and its key is known. The file is not changed.
    #[error("the vault file is damaged; backups that can be restored: {}", backups.len())]
    Damaged {
        /// The backups, newest first.
        backups: Vec<Backup>,
    },
    /// A newer version wrote the file. It is not changed.
    #[error("the vault was made by a newer version")]
    NewerVersion,
    /// The key file asks for more work than is accepted.
    #[error("the key file asks for 2^{log_n} rounds of scrypt")]
    TooCostly {
        /// Its work factor, as a power of two.
        log_n: u8,
    },
    /// Another window or program is saving.
    #[error("another program is using the vault")]
    Busy,
    /// Another program changed the file after it was loaded. It was not overwritten.
    #[error("the vault was changed by another program")]
    ChangedOnDisk,
    /// The encrypted content could not be decrypted again. No file was replaced.
    #[error("the encrypted vault could not be read back")]
    VerificationFailed,
    /// No readable backup has that name.
    #[error("there is no such backup")]
    NoSuchBackup,
    /// A sealed file is damaged, or does not open with the vault's key.
    #[error("the sealed file cannot be opened")]
    SealBroken,
    /// No account has that id.
    #[error("there is no account {id}")]
    NoSuchEntry {
        /// The id.
        id: Uuid,
    },
    /// The vault has the same account, names included.
    #[error("the vault has this account already")]
    EntryExists {
        /// Its id.
        id: Uuid,
    },
    /// The picture of an account is larger than [`crate::MOST_PICTURE_BYTES`].
    #[error("the picture is too large")]
    PictureTooLarge,
    /// A value that no account can have.
    #[error(transparent)]
    Otp(#[from] OtpError),
    /// The system's keyring failed while a key was stored.
    #[error("the keyring: {0}")]
    Keyring(#[from] SecretStoreError),
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The folder is not writable.
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
