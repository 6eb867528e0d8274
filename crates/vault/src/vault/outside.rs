//! The copy outside of this folder. Backups lie beside the vault and go with its disk; after a while without a copy
//! elsewhere the person is reminded.

use std::{fs, path::Path};

use jiff::{SignedDuration, Timestamp};

use super::{State, Vault};
use crate::{VaultError, disk::Notes};

/// How long a copy counts, and how long a reminder that was put off stays away.
const MONTH: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How the vault stands with copies elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutsideCopy {
    /// When the last one was made; `None` if never.
    pub made: Option<Timestamp>,
    /// It is time for one.
    pub due: bool,
}

impl Vault {
    /// When the vault was copied elsewhere, and whether that was too long ago. A vault without accounts has nothing to
    /// lose.
    pub fn outside_copy(&self, now: Timestamp) -> OutsideCopy {
        let holds_accounts = matches!(&*self.state(), State::Open(open) if !open.contents.entries.is_empty());
        let notes = Notes::load(&self.paths().notes());
        // An account was saved before anything was counted from: the count begins with the next save.
        let counted_from = notes.copied.max(notes.copy_put_off);
        let due = holds_accounts && counted_from.is_some_and(|from| now.duration_since(from) >= MONTH);
        OutsideCopy { made: notes.copied, due }
    }

    /// Notes that the vault was copied elsewhere, by whichever way.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn was_copied(&self, now: Timestamp) -> Result<(), VaultError> {
        self.change_notes(|notes| notes.copied = Some(now))
    }

    /// The person does not want a copy now. They are reminded again in a month.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn put_off_copy(&self, now: Timestamp) -> Result<(), VaultError> {
        self.change_notes(|notes| notes.copy_put_off = Some(now))
    }
}

/// Whether a folder is not inside of another one, whatever links lead there: what is in both is lost with either.
pub(super) fn is_outside(folder: &Path, of: &Path) -> bool {
    match (fs::canonicalize(folder), fs::canonicalize(of)) {
        (Ok(folder), Ok(of)) => !folder.starts_with(of),
        _ => !folder.starts_with(of),
    }
}
