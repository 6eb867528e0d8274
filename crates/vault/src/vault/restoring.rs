//! Restores a backup, or begins empty, when the file is damaged.

use jiff::Timestamp;

use super::{Open, State, Vault};
use crate::{
    Backup, Entry, VaultError, cipher,
    contents::Contents,
    disk::{self, BackupName, Notes},
    key::VaultKey,
    save::{Former, SaveFailure, save},
};

impl Vault {
    /// The backups that the vault's key opens, newest first.
    ///
    /// # Errors
    /// [`VaultError::Locked`]
    pub fn backups(&self) -> Result<Vec<Backup>, VaultError> {
        Ok(self.readable_backups(&self.key_at_hand()?))
    }

    /// The newest backup that the vault's key opens. Does not read older ones.
    ///
    /// # Errors
    /// [`VaultError::Locked`]
    pub fn newest_backup(&self) -> Result<Option<Backup>, VaultError> {
        let key = self.key_at_hand()?;
        let names = disk::backup_names(&self.paths().backups()).unwrap_or_default();
        Ok(names.into_iter().find_map(|name| self.look_at_backup(&key, name)))
    }

    /// Reads the accounts in a backup, before it is restored.
    ///
    /// # Errors
    /// [`VaultError::NoSuchBackup`], [`VaultError::Locked`].
    pub fn read_backup_of<T>(&self, name: &str, look: impl FnOnce(&[Entry]) -> T) -> Result<T, VaultError> {
        let name: BackupName = name.parse().map_err(|_| VaultError::NoSuchBackup)?;
        let key = self.key_at_hand()?;
        let contents = self.read_backup(&key, &name).ok_or(VaultError::NoSuchBackup)?;
        Ok(look(&contents.entries))
    }

    /// Makes a backup the content of the vault, with a normal save: a damaged file stays beside the new one as
    /// `vault.damaged-<time>.age`, a sound one becomes a backup.
    ///
    /// # Errors
    /// [`VaultError::NoSuchBackup`], [`VaultError::Locked`], and those of a save.
    pub fn restore_backup(&self, name: &str, now: Timestamp) -> Result<(), VaultError> {
        let name: BackupName = name.parse().map_err(|_| VaultError::NoSuchBackup)?;
        self.put_in_place(now, |vault, key| vault.read_backup(key, &name).ok_or(VaultError::NoSuchBackup))
    }

    /// Begins without accounts under the same key, if the file is damaged and no backup helps. The damaged file stays
    /// as in [`Vault::restore_backup`].
    ///
    /// # Errors
    /// [`VaultError::AlreadyThere`] if the vault is sound, [`VaultError::Locked`], and those of a save.
    pub fn start_empty(&self, now: Timestamp) -> Result<(), VaultError> {
        if let State::Open(_) = &*self.state() {
            return Err(VaultError::AlreadyThere);
        }
        self.put_in_place(now, |vault, _| Ok(Contents::empty((vault.config.new_id)(), now)))
    }

    /// The key of an open vault, or of one whose file is damaged.
    fn key_at_hand(&self) -> Result<VaultKey, VaultError> {
        match &*self.state() {
            State::Open(open) => Ok(open.key.clone()),
            State::Damaged { key, .. } => Ok(key.clone()),
            State::Closed => Err(self.why_closed()),
        }
    }

    pub(super) fn readable_backups(&self, key: &VaultKey) -> Vec<Backup> {
        let names = disk::backup_names(&self.paths().backups()).unwrap_or_default();
        names.into_iter().filter_map(|name| self.look_at_backup(key, name)).collect()
    }

    fn look_at_backup(&self, key: &VaultKey, name: BackupName) -> Option<Backup> {
        let contents = self.read_backup(key, &name)?;
        Some(Backup {
            name: name.to_string(),
            made_at: name.moment()?,
            saved_at: contents.saved_at,
            entries: contents.entries.len(),
        })
    }

    fn read_backup(&self, key: &VaultKey, name: &BackupName) -> Option<Contents> {
        let bytes = disk::read_if_there(&self.paths().backup(name)).ok()??;
        Contents::from_json(&cipher::open(key, &bytes).ok()?).ok()
    }

    fn put_in_place(
        &self,
        now: Timestamp,
        contents: impl FnOnce(&Self, &VaultKey) -> Result<Contents, VaultError>,
    ) -> Result<(), VaultError> {
        let mut state = self.state();
        let (key, found, former) = match &*state {
            State::Open(open) => (open.key.clone(), Some(open.loaded), Former::BackupAlways),
            State::Damaged { key, found } => (key.clone(), *found, Former::KeepDamaged),
            State::Closed => return Err(self.why_closed()),
        };
        let mut contents = contents(self, &key)?;
        // Later than every saved generation, so that it does not count as a rolled-back file.
        let notes = Notes::load(&self.paths().notes());
        contents.generation = contents.generation.max(notes.generation);
        if let State::Open(open) = &*state {
            contents.generation = contents.generation.max(open.contents.generation);
        }
        let lock = self.take_lock()?;
        let (loaded, outcome) = match save(&self.config, &lock, &key, &mut contents, found, former, now) {
            Ok(loaded) => (loaded, Ok(())),
            // The file was replaced: memory uses the new content, and the caller gets the error.
            Err(SaveFailure { error, replaced: Some(loaded) }) => (loaded, Err(error)),
            Err(SaveFailure { error, replaced: None }) => return Err(error),
        };
        *state = State::Open(Box::new(Open { key, contents, loaded }));
        outcome
    }
}
