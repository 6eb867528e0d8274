//! Operations on accounts. Every change is one save.

use jiff::Timestamp;
use proofup_otp::{Code, OtpError, check_name};
use uuid::Uuid;

use super::{State, Vault};
use crate::{Description, Entry, NewEntry, VaultError, contents::Contents};

impl Vault {
    /// Reads the accounts, in their order. The vault is locked for other calls meanwhile: compute and return.
    ///
    /// # Errors
    /// [`VaultError::Locked`]; [`VaultError::PassphraseNeeded`] where there is no vault yet.
    pub fn read<T>(&self, look: impl FnOnce(&[Entry]) -> T) -> Result<T, VaultError> {
        match &*self.state() {
            State::Open(open) => Ok(look(&open.contents.entries)),
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
        self.change(now, |contents| add(contents, id, new, now))
    }

    /// Adds accounts at the end, all in one save or none, and returns their ids.
    ///
    /// # Errors
    /// Those of [`Vault::add`], for the first account that cannot be added.
    pub fn add_all(&self, new: Vec<NewEntry>, now: Timestamp) -> Result<Vec<Uuid>, VaultError> {
        for entry in &new {
            check_name(&entry.issuer)?;
            check_name(&entry.account)?;
        }
        let new: Vec<_> = new.into_iter().map(|entry| ((self.config.new_id)(), entry)).collect();
        self.change(now, |contents| new.into_iter().map(|(id, entry)| add(contents, id, entry, now)).collect())
    }

    /// Replaces the description of an account.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`], [`VaultError::Otp`] for a name or a tag with control characters, and those of a save.
    pub fn describe(&self, id: Uuid, description: Description, now: Timestamp) -> Result<(), VaultError> {
        check_name(&description.issuer)?;
        check_name(&description.account)?;
        description.tags.iter().try_for_each(|tag| check_name(tag))?;
        self.change(now, |contents| {
            let entry = find(contents, id)?;
            Description { issuer: entry.issuer, account: entry.account, note: entry.note, tags: entry.tags } =
                description;
            entry.changed_at = now;
            Ok(())
        })
    }

    /// Renames an account.
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

    /// The next code of a counter-based account. The new counter is on the disk before the code is returned, so that no
    /// crash shows a code twice.
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
            entry.note_use(now);
            Ok(code)
        })
    }
}

fn add(contents: &mut Contents, id: Uuid, new: NewEntry, now: Timestamp) -> Result<Uuid, VaultError> {
    if let Some(same) = contents.entries.iter().find(|entry| entry.is_same_as(&new)) {
        return Err(VaultError::EntryExists { id: same.id });
    }
    contents.entries.push(Entry::new(id, new, now));
    Ok(id)
}

pub(super) fn find(contents: &mut Contents, id: Uuid) -> Result<&mut Entry, VaultError> {
    contents.entries.iter_mut().find(|entry| entry.id == id).ok_or(VaultError::NoSuchEntry { id })
}
