//! The trash: deleted accounts can be restored until they are erased.

use std::mem;

use jiff::Timestamp;
use uuid::Uuid;

use super::{State, Vault};
use crate::{Trashed, VaultError, contents::Contents};

impl Vault {
    /// Reads the deleted accounts; the last deleted one is at the end.
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

    /// Restores an account from the trash.
    ///
    /// # Errors
    /// Those of [`Vault::restore_all`].
    pub fn restore(&self, id: Uuid, now: Timestamp) -> Result<(), VaultError> {
        self.restore_all(&[id], now)
    }

    /// Restores accounts from the trash in one save, each to its position: behind the account it was behind, or, if
    /// that is missing, to the position of its age.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`] for any of them, and those of a save; nothing is restored then.
    pub fn restore_all(&self, ids: &[Uuid], now: Timestamp) -> Result<(), VaultError> {
        self.change(now, |contents| {
            // The last deleted goes back first, so that each finds its former neighbour.
            let mut places = ids.iter().map(|&id| place_in_trash(contents, id)).collect::<Result<Vec<_>, _>>()?;
            places.sort_unstable();
            places.dedup();
            places.into_iter().rev().for_each(|at| restore(contents, at, now));
            Ok(())
        })
    }

    /// Erases accounts from the trash for good. Earlier backups still contain them.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`] for any that is not in the trash, and those of a save; nothing is erased then.
    pub fn erase(&self, ids: &[Uuid], now: Timestamp) -> Result<(), VaultError> {
        self.change(now, |contents| {
            for &id in ids {
                let at = place_in_trash(contents, id)?;
                contents.trash.remove(at);
            }
            Ok(())
        })
    }

    /// Erases the accounts that were deleted before a moment, and returns their number. Saves only if there are any.
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

pub(super) fn delete(contents: &mut Contents, id: Uuid, now: Timestamp) -> Result<(), VaultError> {
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
