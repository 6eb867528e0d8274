//! Arranging accounts: pins, tags, order, pictures, and counts of use.

use std::sync::Arc;

use jiff::Timestamp;
use proofup_otp::check_name;
use uuid::Uuid;

use super::{State, Vault, accounts::find};
use crate::{VaultError, contents::Contents};

/// The largest picture of an account, in bytes.
pub const MOST_PICTURE_BYTES: usize = 64 * 1024;

impl Vault {
    /// Pins or unpins accounts, in one save.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`] for any of them, and those of a save; nothing is changed then.
    pub fn pin(&self, ids: &[Uuid], pinned: bool, now: Timestamp) -> Result<(), VaultError> {
        self.change(now, |contents| {
            for &id in ids {
                let entry = find(contents, id)?;
                entry.pinned = pinned;
                entry.changed_at = now;
            }
            Ok(())
        })
    }

    /// Adds tags to accounts and removes others, in one save. Tags that differ only in case are the same.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`] for any of them, [`VaultError::Otp`] for a tag with control characters, and those of a
    /// save; nothing is changed then.
    pub fn tag(&self, ids: &[Uuid], add: &[String], remove: &[String], now: Timestamp) -> Result<(), VaultError> {
        add.iter().try_for_each(|tag| check_name(tag))?;
        self.change(now, |contents| {
            for &id in ids {
                let entry = find(contents, id)?;
                entry.tags.retain(|tag| !remove.iter().any(|gone| is_same(gone, tag)));
                for tag in add {
                    if !entry.tags.iter().any(|had| is_same(had, tag)) {
                        entry.tags.push(tag.clone());
                    }
                }
                entry.changed_at = now;
            }
            Ok(())
        })
    }

    /// Renames a tag on every account, or removes it everywhere, also in the trash, so that a restored account does not
    /// bring the old name back.
    ///
    /// # Errors
    /// [`VaultError::Otp`] for a name with control characters, and those of a save.
    pub fn rename_tag(&self, from: &str, to: Option<&str>, now: Timestamp) -> Result<(), VaultError> {
        to.map_or(Ok(()), check_name)?;
        self.change(now, |contents| {
            let Contents { entries, trash, .. } = contents;
            for entry in entries.iter_mut().chain(trash.iter_mut().map(|trashed| &mut trashed.entry)) {
                let Some(at) = entry.tags.iter().position(|tag| is_same(tag, from)) else { continue };
                entry.tags.remove(at);
                if let Some(to) = to
                    && !entry.tags.iter().any(|tag| is_same(tag, to))
                {
                    entry.tags.insert(at, to.to_owned());
                }
                entry.changed_at = now;
            }
            Ok(())
        })
    }

    /// Moves an account in the person's own order: before another one, or to the end.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`], and those of a save.
    pub fn move_before(&self, id: Uuid, before: Option<Uuid>, now: Timestamp) -> Result<(), VaultError> {
        if before == Some(id) {
            return self.entry(id).map(drop);
        }
        self.change(now, |contents| {
            let place = |contents: &Contents, id| {
                contents.entries.iter().position(|entry| entry.id == id).ok_or(VaultError::NoSuchEntry { id })
            };
            let from = place(contents, id)?;
            let to = before.map_or(Ok(contents.entries.len()), |before| place(contents, before))?;
            // Removing it moves all later ones forward by one.
            let entry = contents.entries.remove(from);
            contents.entries.insert(if from < to { to - 1 } else { to }, entry);
            Ok(())
        })
    }

    /// Sets the picture of an account, a PNG file of at most [`MOST_PICTURE_BYTES`], or removes it.
    ///
    /// # Errors
    /// [`VaultError::PictureTooLarge`], [`VaultError::NoSuchEntry`], and those of a save.
    pub fn set_picture(&self, id: Uuid, picture: Option<Vec<u8>>, now: Timestamp) -> Result<(), VaultError> {
        if picture.as_ref().is_some_and(|picture| picture.len() > MOST_PICTURE_BYTES) {
            return Err(VaultError::PictureTooLarge);
        }
        self.change(now, |contents| {
            let entry = find(contents, id)?;
            entry.picture = picture.map(Arc::from);
            entry.changed_at = now;
            Ok(())
        })
    }

    /// Notes that a code of an account was used. The next save writes it, or [`Vault::keep_uses`]: one save for each
    /// copied code would wear out the disk.
    ///
    /// # Errors
    /// [`VaultError::NoSuchEntry`], and those of [`Vault::read`].
    pub fn note_use(&self, id: Uuid, now: Timestamp) -> Result<(), VaultError> {
        match &mut *self.state() {
            State::Open(open) => {
                find(&mut open.contents, id)?.note_use(now);
                open.contents.uses_pending = true;
                Ok(())
            }
            State::Closed | State::Damaged { .. } => Err(self.why_closed()),
        }
    }

    /// Saves the noted uses, if there are any.
    ///
    /// # Errors
    /// Those of a save.
    pub fn keep_uses(&self, now: Timestamp) -> Result<(), VaultError> {
        let pending = matches!(&*self.state(), State::Open(open) if open.contents.uses_pending);
        if pending { self.change(now, |_| Ok(())) } else { Ok(()) }
    }
}

/// Whether two tags are the same to a person.
fn is_same(one: &str, other: &str) -> bool {
    one == other || one.to_lowercase() == other.to_lowercase()
}
