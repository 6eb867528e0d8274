//! The vault as the rest of the app sees it: opened, changed, locked.

mod accounts;
mod arranging;
mod backing_up;
mod erasing;
mod homes;
mod importing;
mod moving;
mod opening;
mod outside;
mod passphrase;
mod quarantine;
mod restoring;
mod trash;

pub use arranging::MOST_PICTURE_BYTES;
pub use homes::{Homes, KeyringHome};
pub use importing::{Arrival, ArrivalChange, Arrivals, Arrived};
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

/// One vault. Its methods block and may be called from any thread; changes are saved one after the other.
pub struct Vault {
    config: VaultConfig,
    dir: Mutex<PathBuf>,
    state: Mutex<State>,
}

enum State {
    /// Locked, or never opened.
    Closed,
    /// The key is at hand, the file is of no use.
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

/// How a vault stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nothing was ever kept here. [`Vault::open`] begins a vault where the keyring can hold its key; otherwise
    /// [`Vault::create_with_passphrase`] does.
    Fresh,
    /// There is a vault, and it is closed.
    Locked {
        /// [`Vault::unlock`] can open it.
        passphrase_available: bool,
    },
    /// The key is there, the file is damaged: [`Vault::restore_backup`] or [`Vault::start_empty`].
    Damaged,
    /// Open.
    Unlocked,
}

/// What came of opening a vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// How it stands now.
    pub status: Status,
    /// Why the keyring did not help, if it was asked and did not.
    pub keyring_problem: Option<SecretStoreError>,
    /// What the person should be told; none of it stands in the way.
    pub notices: Vec<Notice>,
}

/// Something worth telling about a vault that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Accounts that could not be understood. They are kept in the file word for word.
    Quarantined {
        /// How many.
        count: usize,
    },
    /// The file is older than the one saved last: it was restored or rolled back by somebody else.
    OlderThanNoted {
        /// The generation saved last.
        noted: u64,
        /// The generation found.
        found: u64,
    },
    /// The file is another vault than the one saved last, under the same key.
    AnotherVault,
    /// The vault file was gone, and there was no backup of it; an empty one was begun.
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
    /// A vault that is not opened yet; nothing is read.
    #[must_use]
    pub fn new(config: VaultConfig) -> Self {
        Self { dir: Mutex::new(config.dir.clone()), config, state: Mutex::new(State::Closed) }
    }

    /// How it stands. Looks at the disk and asks no keyring.
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

    /// The vault's file as it lies on the disk, encrypted.
    ///
    /// # Errors
    /// [`VaultError::PassphraseNeeded`] where there is no vault yet, and those of the disk.
    pub fn file(&self) -> Result<Vec<u8>, VaultError> {
        disk::read_if_there(&self.paths().vault()?)?.ok_or(VaultError::PassphraseNeeded)
    }

    /// Forgets the key and every account. Opening again is a new decision of the person.
    pub fn lock(&self) {
        *self.state() = State::Closed;
    }

    /// Encrypts something that belongs beside the vault, such as the last known state of a page, to the vault's key.
    ///
    /// # Errors
    /// [`VaultError::Locked`], [`VaultError::PassphraseNeeded`].
    pub fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, VaultError> {
        match &*self.state() {
            State::Open(open) => cipher::seal(&open.key, plain),
            State::Closed | State::Damaged { .. } => Err(self.why_closed()),
        }
    }

    /// Opens what [`Vault::seal`] made.
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
        // A panic while the lock was held cannot leave half a change behind: contents are swapped whole.
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

    /// Makes the folder if need be, and keeps other programs from saving.
    fn take_lock(&self) -> Result<VaultLock, VaultError> {
        let paths = self.paths();
        self.disk().make_folder(paths.dir())?;
        VaultLock::take(paths, self.config.lock_wait)
    }

    /// Changes a copy, saves it, and only then puts it in place: after an error everything is as it was.
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
        self.refuse_a_first_account_without_a_second_home(open, &next)?;
        let lock = self.take_lock()?;
        let saved = save(&self.config, &lock, &open.key, &mut next, Some(open.loaded), Former::BackupHourly, now);
        let (loaded, outcome) = match saved {
            Ok(loaded) => (loaded, Ok(value)),
            // The file was replaced after all: memory follows it, and the caller still learns of the fault.
            Err(SaveFailure { error, replaced: Some(loaded) }) => (loaded, Err(error)),
            Err(SaveFailure { error, replaced: None }) => return Err(error),
        };
        open.contents = next;
        open.loaded = loaded;
        outcome
    }
}

impl Vault {
    /// Accounts that a lost keyring would take along need another way in before the first of them is saved. Those of the
    /// person's own organisation can be had again from there.
    fn refuse_a_first_account_without_a_second_home(&self, open: &Open, next: &Contents) -> Result<(), VaultError> {
        let irreplaceable = |contents: &Contents| contents.entries.iter().any(|entry| entry.organisation.is_none());
        let first = irreplaceable(next) && !irreplaceable(&open.contents);
        if first && !self.config.keyring_alone && !self.second_home_of(open.key.id())? {
            return Err(VaultError::SecondHomeNeeded);
        }
        Ok(())
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").field("config", &self.config).finish_non_exhaustive()
    }
}
