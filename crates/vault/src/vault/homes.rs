//! The places where the key is kept, any one of which opens the vault: the keyring, a file under a passphrase, and a
//! sheet of paper.

use jiff::Timestamp;
use secrecy::SecretString;

use super::{KEY_ITEM, Opening, State, Vault};
use crate::{KeyId, SecretStoreError, Sheet, VaultError, disk::Notes, key::VaultKey, sheet};

/// What is written to a keyring and taken out again before the key is put there.
const PROBE_ITEM: &str = "probe";

/// Where the key of an open vault is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Homes {
    /// Which key it is.
    pub key_id: KeyId,
    /// What the keyring says.
    pub keyring: KeyringHome,
    /// There is a file with the key under a passphrase.
    pub passphrase: bool,
    /// When the person proved that they keep the recovery sheet.
    pub sheet: Option<Timestamp>,
}

/// What the keyring holds for this vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyringHome {
    /// The key.
    Holds,
    /// Nothing.
    Empty,
    /// The key of another vault.
    HoldsAnother(KeyId),
    /// It does not say.
    Silent(SecretStoreError),
}

impl Vault {
    /// Where the key is kept. Asks the keyring.
    ///
    /// # Errors
    /// That the vault is not open, and those of the disk.
    pub fn homes(&self) -> Result<Homes, VaultError> {
        let key_id = self.open_key()?.id().clone();
        let keyring = match self.key_in_keyring() {
            Ok(key) if *key.id() == key_id => KeyringHome::Holds,
            Ok(other) => KeyringHome::HoldsAnother(other.id().clone()),
            Err(SecretStoreError::NoEntry) => KeyringHome::Empty,
            Err(problem) => KeyringHome::Silent(problem),
        };
        Ok(Homes { keyring, passphrase: self.is_under_passphrase(&key_id)?, sheet: self.sheet_kept(&key_id), key_id })
    }

    /// Is there a passphrase, or a sheet that the person keeps? Asks no keyring.
    ///
    /// # Errors
    /// That the vault is not open, and those of the disk.
    pub fn has_second_home(&self) -> Result<bool, VaultError> {
        self.second_home_of(self.open_key()?.id())
    }

    pub(super) fn second_home_of(&self, key: &KeyId) -> Result<bool, VaultError> {
        Ok(self.is_under_passphrase(key)? || self.sheet_kept(key).is_some())
    }

    /// The recovery sheet of the open vault.
    ///
    /// # Errors
    /// That the vault is not open.
    pub fn sheet(&self) -> Result<Sheet, VaultError> {
        Ok(Sheet::of(&self.open_key()?))
    }

    /// Believes that the sheet was kept: the person gave these groups of it back, by number.
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

    /// Opens the vault with what was typed from its recovery sheet.
    ///
    /// # Errors
    /// [`VaultError::Sheet`], [`VaultError::KeyOfAnotherVault`], and those of [`Vault::open`].
    pub fn unlock_with_sheet(&self, typed: &SecretString, now: Timestamp) -> Result<Opening, VaultError> {
        use secrecy::ExposeSecret;
        let key = sheet::read(typed.expose_secret())?;
        // Said before anything is tried: this sheet belongs to another vault.
        let noted = Notes::load(&self.paths().notes()).key_id;
        if let Some(noted) = noted.filter(|noted| noted != key.id()) {
            return Err(VaultError::KeyOfAnotherVault { vault: Some(noted), key: key.id().clone() });
        }
        if !self.paths().any_trace()? {
            return Err(VaultError::NotAVault);
        }
        self.load(key, now)
    }

    /// Puts the key into the keyring, so that the vault opens by itself. The keyring is tried with something else first.
    ///
    /// # Errors
    /// [`VaultError::Keyring`], [`VaultError::KeyOfAnotherVault`] if the keyring holds another one that this would
    /// replace, and that the vault is not open.
    pub fn keep_in_keyring(&self) -> Result<(), VaultError> {
        let key = self.open_key()?;
        match self.key_in_keyring() {
            Ok(there) if there.id() == key.id() => return Ok(()),
            // It may be the only place of that key.
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

    /// Takes the key out of the keyring: from then on the vault asks for the passphrase or the sheet.
    ///
    /// # Errors
    /// [`VaultError::LastHome`] if it is kept nowhere else, [`VaultError::Keyring`] if the keyring does not let go.
    pub fn remove_from_keyring(&self) -> Result<(), VaultError> {
        if !self.has_second_home()? {
            return Err(VaultError::LastHome);
        }
        match self.homes()?.keyring {
            KeyringHome::Holds => Ok(self.config.store.delete(KEY_ITEM)?),
            KeyringHome::Empty | KeyringHome::HoldsAnother(_) => Ok(()),
            KeyringHome::Silent(problem) => Err(problem.into()),
        }
    }

    /// Removes the passphrase: its file with the key goes.
    ///
    /// # Errors
    /// [`VaultError::LastHome`] if no recovery sheet is kept: the keyring alone is not enough.
    pub fn remove_passphrase(&self) -> Result<(), VaultError> {
        let id = self.open_key()?.id().clone();
        if self.sheet_kept(&id).is_none() {
            return Err(VaultError::LastHome);
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

    /// Changes what is remembered beside the vault.
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
