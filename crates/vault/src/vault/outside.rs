//! Copies in other places. Backups are beside the vault, and a lost disk loses both. After a month without a copy
//! elsewhere, the app reminds the person.

use std::{fs, path::Path};

use jiff::{SignedDuration, Timestamp};

use super::{State, Vault};
use crate::{VaultError, disk::Notes};

/// How long a copy counts, and how long a postponed reminder stays away.
const MONTH: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The last copy elsewhere, and whether a new one is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutsideCopy {
    /// When the last one was made; `None` if never.
    pub made: Option<Timestamp>,
    /// Whether it is time for one.
    pub due: bool,
}

impl Vault {
    /// When the vault was last copied elsewhere, and whether a new copy is due. A vault without accounts needs none.
    pub fn outside_copy(&self, now: Timestamp) -> OutsideCopy {
        let holds_accounts = matches!(&*self.state(), State::Open(open) if !open.contents.entries.is_empty());
        let notes = Notes::load(&self.paths().notes());
        // The notes have no start of the month for an older vault: the next save sets it.
        let counted_from = notes.copied.max(notes.copy_put_off);
        let due = holds_accounts && counted_from.is_some_and(|from| now.duration_since(from) >= MONTH);
        OutsideCopy { made: notes.copied, due }
    }

    /// Notes that the vault was copied elsewhere, by any means.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn was_copied(&self, now: Timestamp) -> Result<(), VaultError> {
        self.change_notes(|notes| notes.copied = Some(now))
    }

    /// Postpones the reminder by a month.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn put_off_copy(&self, now: Timestamp) -> Result<(), VaultError> {
        self.change_notes(|notes| notes.copy_put_off = Some(now))
    }
}

/// Whether a folder is not inside another one, with links resolved: a folder inside would be lost with it.
pub(super) fn is_outside(folder: &Path, of: &Path) -> bool {
    match (fs::canonicalize(folder), fs::canonicalize(of)) {
        (Ok(folder), Ok(of)) => !folder.starts_with(of),
        _ => !folder.starts_with(of),
    }
}
