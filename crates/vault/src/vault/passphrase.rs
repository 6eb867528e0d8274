//! The key under a passphrase, in its own file beside the vault.

use std::fs;

use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};

use super::{Opening, Vault};
use crate::{
    VaultError,
    cipher::{self, CipherError},
    disk::{Notes, VaultLock, key_file_digest},
    key::VaultKey,
};

impl Vault {
    /// Begins a vault whose key is under a passphrase, if there is no keyring or the person prefers it.
    ///
    /// # Errors
    /// [`VaultError::AlreadyThere`] if anything of a vault is there, [`VaultError::PassphraseEmpty`],
    /// [`VaultError::Busy`], and those of the disk.
    pub fn create_with_passphrase(&self, passphrase: &SecretString, now: Timestamp) -> Result<(), VaultError> {
        if passphrase.expose_secret().is_empty() {
            return Err(VaultError::PassphraseEmpty);
        }
        let lock = self.take_lock()?;
        if self.paths().any_trace()? {
            return Err(VaultError::AlreadyThere);
        }
        let key = VaultKey::generate();
        // The key is stored before anything is encrypted with it. After an interruption here, the next unlock
        // continues.
        self.write_key_file(&lock, &key, passphrase)?;
        self.save_first(&lock, key, now)
    }

    /// Opens the vault with its passphrase.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`], [`VaultError::NoPassphrase`], [`VaultError::KeyFileDamaged`],
    /// [`VaultError::TooCostly`], and those of [`Vault::open`].
    pub fn unlock(&self, passphrase: &SecretString, now: Timestamp) -> Result<Opening, VaultError> {
        let key = self.key_under(passphrase)?;
        self.load(key, now)
    }

    /// Checks the passphrase. Does not open the vault.
    ///
    /// # Errors
    /// Those of [`Vault::unlock`] that are about the passphrase and its file.
    pub fn check_passphrase(&self, passphrase: &SecretString) -> Result<(), VaultError> {
        self.key_under(passphrase).map(drop)
    }

    /// Whether a passphrase is set.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn has_passphrase(&self) -> Result<bool, VaultError> {
        Ok(!self.paths().key_files()?.is_empty())
    }

    fn key_under(&self, passphrase: &SecretString) -> Result<VaultKey, VaultError> {
        let notes = Notes::load(&self.paths().notes());
        let ids = self.paths().key_files()?;
        let noted = notes.key_id.as_ref().filter(|noted| ids.contains(noted));
        let id = noted.or_else(|| ids.first()).ok_or(VaultError::NoPassphrase)?;
        let locked = fs::read(self.paths().key_file(id))?;
        let normal = normal(passphrase);
        let opened = match cipher::unlock(&locked, &normal) {
            // An age program, or an older version, used the passphrase as typed.
            Err(CipherError::NotMine) if normal.expose_secret() != passphrase.expose_secret() => {
                cipher::unlock(&locked, passphrase)
            }
            other => other,
        };
        opened.map_err(|error| match error {
            // A changed salt looks like a wrong passphrase; the noted digest distinguishes them.
            CipherError::NotMine if notes.knows_key_file(&locked) == Some(false) => VaultError::KeyFileDamaged,
            CipherError::NotMine => VaultError::WrongPassphrase,
            CipherError::Damaged => VaultError::KeyFileDamaged,
            CipherError::Newer => VaultError::NewerVersion,
            CipherError::TooCostly { log_n } => VaultError::TooCostly { log_n },
        })
    }

    /// Sets or changes the passphrase of an open vault. Does not touch the vault file.
    ///
    /// # Errors
    /// [`VaultError::PassphraseEmpty`], [`VaultError::Locked`], [`VaultError::Busy`], and those of the disk.
    pub fn set_passphrase(&self, passphrase: &SecretString) -> Result<(), VaultError> {
        if passphrase.expose_secret().is_empty() {
            return Err(VaultError::PassphraseEmpty);
        }
        let key = self.open_key()?;
        let lock = self.take_lock()?;
        self.write_key_file(&lock, &key, passphrase)
    }

    fn write_key_file(&self, lock: &VaultLock, key: &VaultKey, passphrase: &SecretString) -> Result<(), VaultError> {
        let (paths, disk) = (lock.paths(), self.disk());
        let passphrase = normal(passphrase);
        let locked = cipher::lock_up(key, &passphrase, self.config.work_factor)?;
        match cipher::unlock(&locked, &passphrase) {
            Ok(again) if again.id() == key.id() => {}
            _ => return Err(VaultError::VerificationFailed),
        }
        // Noted before and after, so that neither file counts as damaged.
        let mut notes = Notes::load(&paths.notes());
        notes.key_id = Some(key.id().clone());
        notes.key_file_digests.push(key_file_digest(&locked));
        notes.save(&disk, &paths.notes(), &self.unique())?;
        disk.replace(&paths.key_file(key.id()), &locked, &self.unique())?;
        notes.key_file_digests = vec![key_file_digest(&locked)];
        Ok(notes.save(&disk, &paths.notes(), &self.unique())?)
    }
}

/// Normalises a passphrase, because keyboards encode the same letter differently.
fn normal(passphrase: &SecretString) -> SecretString {
    SecretString::from(proofup_text::password(passphrase.expose_secret()).as_str())
}
