//! How a person keeps order among accounts: pins, tags, their own order, pictures, and what they use most.

use std::sync::Arc;

use jiff::Timestamp;
use proofup_otp::check_name;
use uuid::Uuid;

use super::{State, Vault, accounts::find};
use crate::{VaultError, contents::Contents};

/// The largest picture of an account that is kept, in bytes.
pub const MOST_PICTURE_BYTES: usize = 64 * 1024;

impl Vault {
    /// Pins accounts, or lets them go, in one save.
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

    /// Gives accounts some tags and takes others away, in one save. A tag is had once, whatever its case.
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

    /// Gives a tag another name on every account, or takes it away everywhere. In the trash as well: what comes back
    /// from there must not bring the old name with it.
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
            // Taking it out moves everything behind it forward by one.
            let entry = contents.entries.remove(from);
            contents.entries.insert(if from < to { to - 1 } else { to }, entry);
            Ok(())
        })
    }

    /// Gives an account a picture, a PNG file of at most [`MOST_PICTURE_BYTES`], or takes it away.
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

    /// Notes that a code of an account was taken. It goes to the disk with the next save, or with [`Vault::keep_uses`]: a
    /// save for each code copied would wear the disk for next to nothing.
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

    /// Saves what was noted of uses, if anything was.
    ///
    /// # Errors
    /// Those of a save.
    pub fn keep_uses(&self, now: Timestamp) -> Result<(), VaultError> {
        let pending = matches!(&*self.state(), State::Open(open) if open.contents.uses_pending);
        if pending { self.change(now, |_| Ok(())) } else { Ok(()) }
    }
}

/// Whether two tags are one to a person.
fn is_same(one: &str, other: &str) -> bool {
    one == other || one.to_lowercase() == other.to_lowercase()
}
