//! The trash: what is deleted can be brought back until the trash is emptied.

use std::mem;

use jiff::Timestamp;
use uuid::Uuid;

use super::{State, Vault};
use crate::{Trashed, VaultError, contents::Contents};

impl Vault {
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

    /// Moves an account to the trash.
    ///
    /// # Errors
    /// Those of [`Vault::delete_all`].
    pub fn delete(&self, id: Uuid, now: Timestamp) -> Result<(), VaultError> {
        self.delete_all(&[id], now)
    }

    /// Moves accounts to the trash in one save.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`] for any of them, and those of a save; nothing is deleted then.
    pub fn delete_all(&self, ids: &[Uuid], now: Timestamp) -> Result<(), VaultError> {
        self.change(now, |contents| ids.iter().try_for_each(|&id| delete(contents, id, now)))
    }

    /// Brings an account back from the trash.
    ///
    /// # Errors
    /// Those of [`Vault::restore_all`].
    pub fn restore(&self, id: Uuid, now: Timestamp) -> Result<(), VaultError> {
        self.restore_all(&[id], now)
    }

    /// Brings accounts back from the trash in one save, each to where it was: behind the account it stood behind, or,
    /// where that is gone, to where its age puts it.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`] for any of them, and those of a save; nothing is restored then.
    pub fn restore_all(&self, ids: &[Uuid], now: Timestamp) -> Result<(), VaultError> {
        self.change(now, |contents| {
            // What was deleted last goes back first, so that each finds what it stood behind.
            let mut places = ids.iter().map(|&id| place_in_trash(contents, id)).collect::<Result<Vec<_>, _>>()?;
            places.sort_unstable();
            places.dedup();
            places.into_iter().rev().for_each(|at| restore(contents, at, now));
            Ok(())
        })
    }

    /// Takes accounts out of the trash for good. Backups made before still hold them.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`] for any that is not in the trash, and those of a save; nothing is lost then.
    pub fn erase(&self, ids: &[Uuid], now: Timestamp) -> Result<(), VaultError> {
        self.change(now, |contents| {
            for &id in ids {
                let at = place_in_trash(contents, id)?;
                contents.trash.remove(at);
            }
            Ok(())
        })
    }

    /// Takes out of the trash for good what was deleted before a moment, and says how many there were. Where there are
    /// none, nothing is saved.
    ///
    /// # Errors
    /// Those of [`Vault::read`], and those of a save.
    pub fn erase_deleted_before(&self, moment: Timestamp, now: Timestamp) -> Result<usize, VaultError> {
        let is_old = move |trashed: &Trashed| trashed.deleted_at < moment;
        if !self.read_trash(|trash| trash.iter().any(is_old))? {
            return Ok(0);
        }
        self.change(now, |contents| {
            let before = contents.trash.len();
            contents.trash.retain(|trashed| !is_old(trashed));
            Ok(before - contents.trash.len())
        })
    }
}

fn delete(contents: &mut Contents, id: Uuid, now: Timestamp) -> Result<(), VaultError> {
    let at = contents.entries.iter().position(|entry| entry.id == id).ok_or(VaultError::NoSuchEntry { id })?;
    let behind = at.checked_sub(1).and_then(|before| contents.entries.get(before)).map(|entry| entry.id);
    let entry = contents.entries.remove(at);
    contents.trash.push(Trashed { entry, deleted_at: now, behind });
    Ok(())
}

fn place_in_trash(contents: &Contents, id: Uuid) -> Result<usize, VaultError> {
    contents.trash.iter().position(|trashed| trashed.entry.id == id).ok_or(VaultError::NoSuchEntry { id })
}

fn restore(contents: &mut Contents, at: usize, now: Timestamp) {
    let Trashed { mut entry, behind, .. } = contents.trash.remove(at);
    entry.changed_at = now;
    let entries = mem::take(&mut contents.entries);
    let place = match behind.and_then(|id| entries.iter().position(|other| other.id == id)) {
        Some(before) => before + 1,
        None => entries.iter().position(|other| other.created_at > entry.created_at).unwrap_or(entries.len()),
    };
    contents.entries = entries;
    contents.entries.insert(place, entry);
}
