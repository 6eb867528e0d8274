//! The copies of the key, each of which opens the vault: in the keyring, in a file under a passphrase, and on a
//! recovery sheet.

use jiff::Timestamp;
use secrecy::SecretString;

use super::{KEY_ITEM, Opening, State, Vault};
use crate::{KeyId, SecretStoreError, Sheet, VaultError, disk::Notes, key::VaultKey, sheet};

/// A test value, written to the keyring and removed again before the key is stored.
const PROBE_ITEM: &str = "probe";

/// The copies of the key of an open vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyCopies {
    /// The id of the key.
    pub key_id: KeyId,
    /// The copy in the keyring.
    pub keyring: KeyringCopy,
    /// Whether a file under a passphrase has the key.
    pub passphrase: bool,
    /// When the person confirmed the recovery sheet.
    pub sheet: Option<Timestamp>,
}

/// The keyring's item for this vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyringCopy {
    /// The key.
    Holds,
    /// Nothing.
    Empty,
    /// The key of another vault.
    HoldsAnother(KeyId),
    /// The keyring failed.
    Silent(SecretStoreError),
}

impl Vault {
    /// Finds the copies of the key. Asks the keyring.
    ///
    /// # Errors
    /// That the vault is not open, and those of the disk.
    pub fn key_copies(&self) -> Result<KeyCopies, VaultError> {
        let key_id = self.open_key()?.id().clone();
        let keyring = match self.key_in_keyring() {
            Ok(key) if *key.id() == key_id => KeyringCopy::Holds,
            Ok(other) => KeyringCopy::HoldsAnother(other.id().clone()),
            Err(SecretStoreError::NoEntry) => KeyringCopy::Empty,
            Err(problem) => KeyringCopy::Silent(problem),
        };
        Ok(KeyCopies {
            keyring,
            passphrase: self.is_under_passphrase(&key_id)?,
            sheet: self.sheet_kept(&key_id),
            key_id,
        })
    }

    /// Whether there is a passphrase or a confirmed sheet. Does not ask the keyring.
    ///
    /// # Errors
    /// That the vault is not open, and those of the disk.
    pub fn has_second_key_copy(&self) -> Result<bool, VaultError> {
        self.second_key_copy_of(self.open_key()?.id())
    }

    pub(super) fn second_key_copy_of(&self, key: &KeyId) -> Result<bool, VaultError> {
        Ok(self.is_under_passphrase(key)? || self.sheet_kept(key).is_some())
    }

    /// The recovery sheet of the open vault.
    ///
    /// # Errors
    /// That the vault is not open.
    pub fn sheet(&self) -> Result<Sheet, VaultError> {
        Ok(Sheet::of(&self.open_key()?))
    }

    /// Notes that the person has the sheet, after checking these groups, each with its number.
    ///
    /// # Errors
    /// [`VaultError::SheetPieceWrong`], that the vault is not open, and those of the disk.
    pub fn confirm_sheet(&self, pieces: &[(usize, SecretString)], now: Timestamp) -> Result<(), VaultError> {
        use secrecy::ExposeSecret;
        let sheet = self.sheet()?;
        if let Some((group, _)) = pieces.iter().find(|(group, typed)| !sheet.has_group(*group, typed.expose_secret())) {
            return Err(VaultError::SheetPieceWrong { group: *group });
        }
        if pieces.is_empty() {
            return Err(VaultError::SheetPieceWrong { group: 1 });
        }
        self.change_notes(|notes| {
            notes.key_id = Some(sheet.key_id().clone());
            notes.sheet_kept = Some(now);
        })
    }

    /// Opens the vault with the text of its recovery sheet.
    ///
    /// # Errors
    /// [`VaultError::Sheet`], [`VaultError::KeyOfAnotherVault`], and those of [`Vault::open`].
    pub fn unlock_with_sheet(&self, typed: &SecretString, now: Timestamp) -> Result<Opening, VaultError> {
        use secrecy::ExposeSecret;
        let key = sheet::read(typed.expose_secret())?;
        // This check comes first: the sheet may belong to another vault.
        let noted = Notes::load(&self.paths().notes()).key_id;
        if let Some(noted) = noted.filter(|noted| noted != key.id()) {
            return Err(VaultError::KeyOfAnotherVault { vault: Some(noted), key: key.id().clone() });
        }
        if !self.paths().any_trace()? {
            return Err(VaultError::NotAVault);
        }
        self.load(key, now)
    }

    /// Stores the key in the keyring, so that the vault opens by itself. Tests the keyring with another value first.
    ///
    /// # Errors
    /// [`VaultError::Keyring`], [`VaultError::KeyOfAnotherVault`] if the keyring has another key, which this would
    /// overwrite, and that the vault is not open.
    pub fn keep_in_keyring(&self) -> Result<(), VaultError> {
        let key = self.open_key()?;
        match self.key_in_keyring() {
            Ok(there) if there.id() == key.id() => return Ok(()),
            // It may be the only copy of that key.
            Ok(other) => {
                return Err(VaultError::KeyOfAnotherVault { vault: Some(key.id().clone()), key: other.id().clone() });
            }
            Err(SecretStoreError::NoEntry | SecretStoreError::Damaged) => {}
            Err(problem) => return Err(problem.into()),
        }
        let random = SecretString::from((self.config.new_id)().simple().to_string());
        self.config.store.set(PROBE_ITEM, &random)?;
        self.config.store.delete(PROBE_ITEM)?;
        Ok(self.config.store.set(KEY_ITEM, &key.to_keyring_line())?)
    }

    /// Removes the key from the keyring: then the vault asks for the passphrase or the sheet.
    ///
    /// # Errors
    /// [`VaultError::LastKeyCopy`] if there is no other copy, [`VaultError::Keyring`] if the keyring fails.
    pub fn remove_from_keyring(&self) -> Result<(), VaultError> {
        if !self.has_second_key_copy()? {
            return Err(VaultError::LastKeyCopy);
        }
        match self.key_copies()?.keyring {
            KeyringCopy::Holds => Ok(self.config.store.delete(KEY_ITEM)?),
            KeyringCopy::Empty | KeyringCopy::HoldsAnother(_) => Ok(()),
            KeyringCopy::Silent(problem) => Err(problem.into()),
        }
    }

    /// Removes the passphrase with its file.
    ///
    /// # Errors
    /// [`VaultError::LastKeyCopy`] if no recovery sheet is confirmed: the keyring alone is not enough.
    pub fn remove_passphrase(&self) -> Result<(), VaultError> {
        let id = self.open_key()?.id().clone();
        if self.sheet_kept(&id).is_none() {
            return Err(VaultError::LastKeyCopy);
        }
        let lock = self.take_lock()?;
        let file = lock.paths().key_file(&id);
        if !file.exists() {
            return Ok(());
        }
        self.disk().remove(&file)?;
        self.disk().sync_folder_of(&file)?;
        self.change_notes_under(&lock, |notes| notes.key_file_digests.clear())
    }

    /// The key of the open vault.
    pub(super) fn open_key(&self) -> Result<VaultKey, VaultError> {
        match &*self.state() {
            State::Open(open) => Ok(open.key.clone()),
            State::Closed | State::Damaged { .. } => Err(self.why_closed()),
        }
    }

    fn is_under_passphrase(&self, key: &KeyId) -> Result<bool, VaultError> {
        Ok(self.paths().key_files()?.contains(key))
    }

    fn sheet_kept(&self, key: &KeyId) -> Option<Timestamp> {
        let notes = Notes::load(&self.paths().notes());
        notes.sheet_kept.filter(|_| notes.key_id.as_ref() == Some(key))
    }

    /// Changes the notes beside the vault.
    pub(super) fn change_notes(&self, change: impl FnOnce(&mut Notes)) -> Result<(), VaultError> {
        let lock = self.take_lock()?;
        self.change_notes_under(&lock, change)
    }

    pub(super) fn change_notes_under(
        &self,
        lock: &crate::disk::VaultLock,
        change: impl FnOnce(&mut Notes),
    ) -> Result<(), VaultError> {
        let path = lock.paths().notes();
        let mut notes = Notes::load(&path);
        change(&mut notes);
        Ok(notes.save(&self.disk(), &path, &self.unique())?)
    }
}
