//! What can be done with accounts. Every change is one save.

use jiff::Timestamp;
use proofup_otp::{Code, OtpError, check_name};
use uuid::Uuid;

use super::{State, Vault};
use crate::{Entry, NewEntry, Trashed, VaultError, contents::Contents};

impl Vault {
    /// Looks at the accounts, in their order. Nothing else can be done with the vault meanwhile: compute and return.
    ///
    /// # Errors
    /// [`VaultError::Locked`]; [`VaultError::PassphraseNeeded`] where there is no vault yet.
    pub fn read<T>(&self, look: impl FnOnce(&[Entry]) -> T) -> Result<T, VaultError> {
        match &*self.state() {
            State::Open(open) => Ok(look(&open.contents.entries)),
            State::Closed | State::Damaged { .. } => Err(self.why_closed()),
        }
    }

    /// Looks at the deleted accounts, the one deleted last at the end.
    ///
    /// # Errors
    /// Those of [`Vault::read`].
    pub fn read_trash<T>(&self, look: impl FnOnce(&[Trashed]) -> T) -> Result<T, VaultError> {
        match &*self.state() {
            State::Open(open) => Ok(look(&open.contents.trash)),
            State::Closed | State::Damaged { .. } => Err(self.why_closed()),
        }
    }

    /// One account.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`], and those of [`Vault::read`].
    pub fn entry(&self, id: Uuid) -> Result<Entry, VaultError> {
        self.read(|entries| entries.iter().find(|entry| entry.id == id).cloned())?.ok_or(VaultError::NoSuchEntry { id })
    }

    /// Adds an account at the end and returns its id.
    ///
    /// # Errors
    /// [`VaultError::EntryExists`] for the very same account; [`VaultError::Otp`] for a name with control characters;
    /// and those of a save.
    pub fn add(&self, new: NewEntry, now: Timestamp) -> Result<Uuid, VaultError> {
        check_name(&new.issuer)?;
        check_name(&new.account)?;
        let id = (self.config.new_id)();
        self.change(now, |contents| {
            if let Some(same) = contents.entries.iter().find(|entry| entry.is_same_as(&new)) {
                return Err(VaultError::EntryExists { id: same.id });
            }
            contents.entries.push(Entry::new(id, new, now));
            Ok(id)
        })
    }

    /// Gives an account other names.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`], [`VaultError::Otp`] for a name with control characters, and those of a save.
    pub fn rename(&self, id: Uuid, issuer: &str, account: &str, now: Timestamp) -> Result<(), VaultError> {
        check_name(issuer)?;
        check_name(account)?;
        self.change(now, |contents| {
            let entry = find(contents, id)?;
            issuer.clone_into(&mut entry.issuer);
            account.clone_into(&mut entry.account);
            entry.changed_at = now;
            Ok(())
        })
    }

    /// Moves an account to the trash.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`], and those of a save.
    pub fn delete(&self, id: Uuid, now: Timestamp) -> Result<(), VaultError> {
        self.change(now, |contents| {
            let at = contents.entries.iter().position(|entry| entry.id == id).ok_or(VaultError::NoSuchEntry { id })?;
            let entry = contents.entries.remove(at);
            contents.trash.push(Trashed { entry, deleted_at: now });
            Ok(())
        })
    }

    /// Brings an account back from the trash, to where its age puts it.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`], and those of a save.
    pub fn restore(&self, id: Uuid, now: Timestamp) -> Result<(), VaultError> {
        self.change(now, |contents| {
            let at = contents.trash.iter().position(|trashed| trashed.entry.id == id);
            let mut entry = contents.trash.remove(at.ok_or(VaultError::NoSuchEntry { id })?).entry;
            entry.changed_at = now;
            let place = contents.entries.iter().position(|other| other.created_at > entry.created_at);
            contents.entries.insert(place.unwrap_or(contents.entries.len()), entry);
            Ok(())
        })
    }

    /// The next code of a counter-based account. The moved counter is on the disk before the code is returned, so that
    /// no crash makes a code appear twice.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`], [`VaultError::Otp`] for other kinds and after the last counter, and those of a
    /// save.
    pub fn next_hotp_code(&self, id: Uuid, now: Timestamp) -> Result<Code, VaultError> {
        self.change(now, |contents| {
            let entry = find(contents, id)?;
            let code = entry.params.hotp_code().ok_or(OtpError::NotHotp)?;
            entry.params = entry.params.with_next_counter()?;
            entry.changed_at = now;
            Ok(code)
        })
    }
}

fn find(contents: &mut Contents, id: Uuid) -> Result<&mut Entry, VaultError> {
    contents.entries.iter_mut().find(|entry| entry.id == id).ok_or(VaultError::NoSuchEntry { id })
}
