//! The vault: opened, changed, locked.

mod accounts;
mod arranging;
mod backing_up;
mod erasing;
mod importing;
mod key_copies;
mod moving;
mod opening;
mod outside;
mod passphrase;
mod quarantine;
mod restoring;
mod trash;

pub use arranging::MOST_PICTURE_BYTES;
pub use importing::{Arrival, ArrivalChange, Arrivals, Arrived, Renamed};
pub use key_copies::{KeyCopies, KeyringCopy};
pub use outside::OutsideCopy;
pub use quarantine::Quarantined;

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::{
    KeyId, SecretStoreError, VaultConfig, VaultError, cipher,
    contents::Contents,
    disk::{self, Disk, FileDigest, Paths, VaultLock},
    key::VaultKey,
    save::{Former, SaveFailure, save},
};

/// The name of the key in the keyring.
const KEY_ITEM: &str = "vault-key";

/// One vault. Its methods block, and any thread may call them; they save changes one after the other.
pub struct Vault {
    config: VaultConfig,
    dir: Mutex<PathBuf>,
    state: Mutex<State>,
}

enum State {
    /// Locked, or never opened.
    Closed,
    /// The key is known, but the file is unusable.
    Damaged {
        key: VaultKey,
        found: Option<FileDigest>,
    },
    Open(Box<Open>),
}

struct Open {
    key: VaultKey,
    contents: Contents,
    loaded: FileDigest,
}

/// The state of a vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// There was never a vault. [`Vault::open`] begins one if the keyring can store its key; otherwise
    /// [`Vault::create_with_passphrase`] does.
    Fresh,
    /// There is a vault, and it is locked.
    Locked {
        /// Whether [`Vault::unlock`] can open it.
        passphrase_available: bool,
    },
    /// The key is known, the file is damaged: use [`Vault::restore_backup`] or [`Vault::start_empty`].
    Damaged,
    /// Open.
    Unlocked,
}

/// The result of opening a vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Its state now.
    pub status: Status,
    /// Why the keyring did not give the key, if it was asked and failed.
    pub keyring_problem: Option<SecretStoreError>,
    /// Notices for the person. The vault works in spite of them.
    pub notices: Vec<Notice>,
}

/// A notice about an opened vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Accounts that could not be parsed. The file keeps them unchanged.
    Quarantined {
        /// How many.
        count: usize,
    },
    /// The file is older than the last saved one: another program restored it.
    OlderThanNoted {
        /// The generation saved last.
        noted: u64,
        /// The generation found.
        found: u64,
    },
    /// The file is another vault than the last saved one, under the same key.
    AnotherVault,
    /// The vault file was missing without a backup; an empty one was begun.
    BegunAnew,
    /// The keyring holds the key of another vault; this one needs its passphrase.
    KeyringHasAnotherKey {
        /// This vault's key id, where it is noted.
        vault: Option<KeyId>,
        /// The id of the key in the keyring.
        key: KeyId,
    },
}

impl Vault {
    /// A vault that is not open; nothing is read yet.
    #[must_use]
    pub fn new(config: VaultConfig) -> Self {
        Self { dir: Mutex::new(config.dir.clone()), config, state: Mutex::new(State::Closed) }
    }

    /// Its state. Reads the disk, but not the keyring.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn status(&self) -> Result<Status, VaultError> {
        match &*self.state() {
            State::Open(_) => Ok(Status::Unlocked),
            State::Damaged { .. } => Ok(Status::Damaged),
            State::Closed => self.closed_status(),
        }
    }

    /// The encrypted file on the disk.
    ///
    /// # Errors
    /// [`VaultError::PassphraseNeeded`] where there is no vault yet, and those of the disk.
    pub fn file(&self) -> Result<Vec<u8>, VaultError> {
        disk::read_if_there(&self.paths().vault()?)?.ok_or(VaultError::PassphraseNeeded)
    }

    /// Forgets the key and every account. Only the person opens it again.
    pub fn lock(&self) {
        *self.state() = State::Closed;
    }

    /// Encrypts data that is stored beside the vault, such as the offline snapshot, to the vault's key.
    ///
    /// # Errors
    /// [`VaultError::Locked`], [`VaultError::PassphraseNeeded`].
    pub fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, VaultError> {
        match &*self.state() {
            State::Open(open) => cipher::seal(&open.key, plain),
            State::Closed | State::Damaged { .. } => Err(self.why_closed()),
        }
    }

    /// Opens data of [`Vault::seal`].
    ///
    /// # Errors
    /// [`VaultError::SealBroken`], [`VaultError::Locked`], [`VaultError::PassphraseNeeded`].
    pub fn unseal(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        match &*self.state() {
            State::Open(open) => cipher::open(&open.key, sealed).map_err(|_| VaultError::SealBroken),
            State::Closed | State::Damaged { .. } => Err(self.why_closed()),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic under the lock leaves no half change: contents are replaced whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn paths(&self) -> Paths {
        Paths::new(&self.dir.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn set_dir(&self, dir: &Path) {
        dir.clone_into(&mut self.dir.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn disk(&self) -> Disk {
        Disk::new(self.config.on_call.clone())
    }

    fn unique(&self) -> String {
        (self.config.new_id)().simple().to_string()
    }

    fn closed_status(&self) -> Result<Status, VaultError> {
        if !self.paths().any_trace()? {
            return Ok(Status::Fresh);
        }
        Ok(Status::Locked { passphrase_available: !self.paths().key_files()?.is_empty() })
    }

    fn why_closed(&self) -> VaultError {
        match self.closed_status() {
            Ok(Status::Fresh) => VaultError::PassphraseNeeded,
            Ok(_) => VaultError::Locked,
            Err(error) => error,
        }
    }

    /// Creates the folder if needed, and locks the vault against other programs.
    fn take_lock(&self) -> Result<VaultLock, VaultError> {
        let paths = self.paths();
        self.disk().make_folder(paths.dir())?;
        VaultLock::take(paths, self.config.lock_wait)
    }

    /// Changes a copy, saves it, and then uses it. After an error nothing has changed.
    fn change<T>(
        &self,
        now: Timestamp,
        apply: impl FnOnce(&mut Contents) -> Result<T, VaultError>,
    ) -> Result<T, VaultError> {
        let mut state = self.state();
        let State::Open(open) = &mut *state else {
            return Err(self.why_closed());
        };
        let mut next = open.contents.clone();
        let value = apply(&mut next)?;
        self.refuse_a_first_account_without_a_second_key_copy(open, &next)?;
        let lock = self.take_lock()?;
        let saved = save(&self.config, &lock, &open.key, &mut next, Some(open.loaded), Former::BackupHourly, now);
        let (loaded, outcome) = match saved {
            Ok(loaded) => (loaded, Ok(value)),
            // The file was replaced: memory uses the new content, and the caller gets the error.
            Err(SaveFailure { error, replaced: Some(loaded) }) => (loaded, Err(error)),
            Err(SaveFailure { error, replaced: None }) => return Err(error),
        };
        open.contents = next;
        open.loaded = loaded;
        outcome
    }
}

impl Vault {
    /// Before the first save of an account that a lost keyring would lose, a second copy of the key is required.
    /// Accounts of the person's own organisation can be registered again, so they do not count.
    fn refuse_a_first_account_without_a_second_key_copy(&self, open: &Open, next: &Contents) -> Result<(), VaultError> {
        let irreplaceable = |contents: &Contents| contents.entries.iter().any(|entry| entry.organisation.is_none());
        let first = irreplaceable(next) && !irreplaceable(&open.contents);
        if first && !self.config.keyring_alone && !self.second_key_copy_of(open.key.id())? {
            return Err(VaultError::SecondKeyCopyNeeded);
        }
        Ok(())
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").field("config", &self.config).finish_non_exhaustive()
    }
}
