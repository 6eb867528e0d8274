//! Opens a closed vault.

use jiff::Timestamp;
use secrecy::SecretString;

use super::{KEY_ITEM, Notice, Open, Opening, State, Status, Vault};
use crate::{
    SecretStoreError, VaultError,
    cipher::{self, CipherError},
    contents::{Contents, ContentsError},
    disk::{self, FileDigest, Notes, VaultLock},
    key::VaultKey,
    save::{Former, save},
};

impl Vault {
    /// Opens the vault with the key in the keyring, or begins a vault if there is none.
    ///
    /// A new key is made only if no file of a vault exists **and** the keyring says that it has no such item; a keyring
    /// that is locked, broken or slow has not said so. Otherwise the state stays [`Status::Fresh`] or
    /// [`Status::Locked`], with the reason in [`Opening::keyring_problem`].
    ///
    /// # Errors
    /// [`VaultError::KeyMissing`], [`VaultError::KeyOfAnotherVault`], [`VaultError::Damaged`],
    /// [`VaultError::NewerVersion`], [`VaultError::Busy`], and those of the disk.
    pub fn open(&self, now: Timestamp) -> Result<Opening, VaultError> {
        if let State::Open(_) = &*self.state() {
            return Ok(opening(Status::Unlocked, None));
        }
        disk::remove_old_temporaries(self.paths().dir(), now);
        let key = self.key_in_keyring();
        if !self.paths().any_trace()? {
            return match key {
                Ok(_) | Err(SecretStoreError::NoEntry) => self.begin(now),
                Err(problem) => Ok(opening(Status::Fresh, Some(problem))),
            };
        }
        let passphrase_available = !self.paths().key_files()?.is_empty();
        let locked = Status::Locked { passphrase_available };
        match key {
            Ok(key) => match self.load(key, now) {
                Err(VaultError::KeyOfAnotherVault { vault, key }) if passphrase_available => {
                    Ok(Opening { notices: vec![Notice::KeyringHasAnotherKey { vault, key }], ..opening(locked, None) })
                }
                loaded => loaded,
            },
            Err(problem) if passphrase_available => Ok(opening(locked, Some(problem))),
            Err(error) => Err(VaultError::KeyMissing { asked: self.config.store.describe(), error }),
        }
    }

    /// Reads the file again after [`VaultError::ChangedOnDisk`].
    ///
    /// # Errors
    /// [`VaultError::Locked`], and those of [`Vault::open`].
    pub fn reload(&self, now: Timestamp) -> Result<Opening, VaultError> {
        let key = match &*self.state() {
            State::Open(open) => open.key.clone(),
            State::Damaged { key, .. } => key.clone(),
            State::Closed => return Err(VaultError::Locked),
        };
        self.load(key, now)
    }

    /// Checks whether the keyring has this vault's key. Does not open the vault.
    ///
    /// # Errors
    /// [`VaultError::KeyMissing`], [`VaultError::KeyOfAnotherVault`].
    pub fn check_keyring(&self) -> Result<(), VaultError> {
        let key = self
            .key_in_keyring()
            .map_err(|error| VaultError::KeyMissing { asked: self.config.store.describe(), error })?;
        let own = match &*self.state() {
            State::Open(open) => Some(open.key.id().clone()),
            State::Damaged { key, .. } => Some(key.id().clone()),
            State::Closed => Notes::load(&self.paths().notes()).key_id,
        };
        match own {
            Some(own) if own != *key.id() => {
                Err(VaultError::KeyOfAnotherVault { vault: Some(own), key: key.id().clone() })
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Accepts the present file: notes it as the last saved one, and gives no notice about it again.
    ///
    /// # Errors
    /// That the vault is not open, and those of the disk.
    pub fn accept(&self) -> Result<(), VaultError> {
        let (vault_id, generation) = match &*self.state() {
            State::Open(open) => (open.contents.vault_id, open.contents.generation),
            State::Closed | State::Damaged { .. } => return Err(self.why_closed()),
        };
        self.change_notes(|notes| {
            notes.vault_id = Some(vault_id);
            notes.generation = generation;
        })
    }

    pub(super) fn key_in_keyring(&self) -> Result<VaultKey, SecretStoreError> {
        let line: SecretString = self.config.store.get(KEY_ITEM)?;
        VaultKey::from_keyring_line(&line)
    }

    /// Begins a vault whose key is in the keyring: the only place that makes a key without asking.
    fn begin(&self, now: Timestamp) -> Result<Opening, VaultError> {
        let lock = self.take_lock()?;
        // Another program may have begun one while this one waited.
        if self.paths().any_trace()? {
            drop(lock);
            return match self.key_in_keyring() {
                Ok(key) => self.load(key, now),
                Err(error) => Err(VaultError::KeyMissing { asked: self.config.store.describe(), error }),
            };
        }
        let key = match self.key_in_keyring() {
            // An interrupted start left it, or a vault that was moved away.
            Ok(key) => key,
            Err(SecretStoreError::NoEntry) => {
                let key = VaultKey::generate();
                // The key is stored before anything is encrypted with it.
                if let Err(problem) = self.config.store.set(KEY_ITEM, &key.to_keyring_line()) {
                    return Ok(opening(Status::Fresh, Some(problem)));
                }
                key
            }
            Err(problem) => return Ok(opening(Status::Fresh, Some(problem))),
        };
        self.save_first_and_tell(&lock, key, now)
    }

    /// [`Vault::save_first`], with a notice if an earlier vault is missing.
    fn save_first_and_tell(&self, lock: &VaultLock, key: VaultKey, now: Timestamp) -> Result<Opening, VaultError> {
        let before = Notes::load(&self.paths().notes()).vault_id;
        self.save_first(lock, key, now)?;
        let notices = before.map(|_| Notice::BegunAnew).into_iter().collect();
        Ok(Opening { notices, ..opening(Status::Unlocked, None) })
    }

    /// Saves an empty vault where there is no file, and opens it.
    pub(super) fn save_first(&self, lock: &VaultLock, key: VaultKey, now: Timestamp) -> Result<(), VaultError> {
        let mut contents = Contents::empty((self.config.new_id)(), now);
        let loaded = save(&self.config, lock, &key, &mut contents, None, Former::BackupHourly, now)
            .map_err(|failure| failure.error)?;
        *self.state() = State::Open(Box::new(Open { key, contents, loaded }));
        Ok(())
    }

    /// Reads the file with a key.
    pub(super) fn load(&self, key: VaultKey, now: Timestamp) -> Result<Opening, VaultError> {
        let paths = self.paths();
        let notes = Notes::load(&paths.notes());
        let Some(bytes) = disk::read_if_there(&paths.vault()?)? else {
            return self.load_missing(key, now);
        };
        let found = Some(disk::digest(&bytes));
        let plain = match cipher::open(&key, &bytes) {
            Ok(plain) => plain,
            Err(CipherError::Newer) => return Err(VaultError::NewerVersion),
            Err(error) => return Err(self.unreadable(key, found, &notes, error)),
        };
        let contents = match Contents::from_json(&plain) {
            Ok(contents) => contents,
            Err(ContentsError::Newer) => return Err(VaultError::NewerVersion),
            Err(ContentsError::Damaged) => return Err(self.damaged(key, found)),
        };
        let notices = notices(&contents, &notes);
        *self.state() = State::Open(Box::new(Open { key, contents, loaded: disk::digest(&bytes) }));
        Ok(Opening { notices, ..opening(Status::Unlocked, None) })
    }

    /// There is a key and no file: the start was interrupted, or the file was removed.
    fn load_missing(&self, key: VaultKey, now: Timestamp) -> Result<Opening, VaultError> {
        if !disk::backup_names(&self.paths().backups())?.is_empty() {
            return Err(self.damaged(key, None));
        }
        let lock = self.take_lock()?;
        self.save_first_and_tell(&lock, key, now)
    }

    /// Decides between a wrong key and a damaged file. A change in the first lines of an age file looks like a wrong
    /// key, so the noted key id and the backups decide.
    fn unreadable(&self, key: VaultKey, found: Option<FileDigest>, notes: &Notes, error: CipherError) -> VaultError {
        let another = match &notes.key_id {
            Some(noted) => noted != key.id(),
            None => error == CipherError::NotMine && self.readable_backups(&key).is_empty(),
        };
        if another {
            return VaultError::KeyOfAnotherVault { vault: notes.key_id.clone(), key: key.id().clone() };
        }
        self.damaged(key, found)
    }

    fn damaged(&self, key: VaultKey, found: Option<FileDigest>) -> VaultError {
        let backups = self.readable_backups(&key);
        *self.state() = State::Damaged { key, found };
        VaultError::Damaged { backups }
    }
}

pub(super) const fn opening(status: Status, keyring_problem: Option<SecretStoreError>) -> Opening {
    Opening { status, keyring_problem, notices: Vec::new() }
}

fn notices(contents: &Contents, notes: &Notes) -> Vec<Notice> {
    let mut notices = Vec::new();
    if !contents.quarantine.is_empty() {
        notices.push(Notice::Quarantined { count: contents.quarantine.len() });
    }
    match notes.vault_id {
        Some(noted) if noted != contents.vault_id => notices.push(Notice::AnotherVault),
        Some(_) if notes.generation > contents.generation => {
            notices.push(Notice::OlderThanNoted { noted: notes.generation, found: contents.generation });
        }
        Some(_) | None => {}
    }
    notices
}
