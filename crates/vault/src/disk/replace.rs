//! Replaces a file so that a reader, even after a crash, sees the old content or the new one, never a part.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::{SignedDuration, Timestamp};

use super::Disk;

/// Marks temporary files. A crash leaves them; they are removed after a day.
const TEMPORARY: &str = ".tmp-";
const TEMPORARY_LIFE: SignedDuration = SignedDuration::from_hours(24);

/// Replaces `path` with `bytes`, readable by its owner only. `unique` is part of the temporary file's name.
///
/// # Errors
/// Those of the disk; the old file is then still there, unless only the last flush of the folder failed.
pub fn replace_file(path: &Path, bytes: &[u8], unique: &str) -> io::Result<()> {
    Disk::default().replace(path, bytes, unique)
}

impl Disk {
    /// [`replace_file`] on this disk.
    pub(crate) fn replace(&self, path: &Path, bytes: &[u8], unique: &str) -> io::Result<()> {
        self.put_in_place(path, bytes, unique, || Ok(()))?;
        self.sync_folder_of(path)
    }

    /// [`replace_file`] up to the rename. `before_rename` runs when the new content is flushed and the old one still in
    /// place. After every error the old one is still there.
    pub(crate) fn put_in_place(
        &self,
        path: &Path,
        bytes: &[u8],
        unique: &str,
        before_rename: impl FnOnce() -> io::Result<()>,
    ) -> io::Result<()> {
        let temporary = temporary_beside(path, unique)?;
        let written = self
            .write_new(&temporary, path, bytes)
            .and_then(|()| before_rename())
            .and_then(|()| self.rename(&temporary, path));
        if written.is_err() {
            // The first error matters; a later start removes the left-over file.
            let _ = fs::remove_file(&temporary);
        }
        written
    }

    /// Gives `to` the content of `from` in one step: as a second name of the same file, or as a copy if the file system
    /// has no hard links.
    pub(crate) fn link_or_copy(&self, from: &Path, to: &Path, unique: &str) -> io::Result<()> {
        match self.link(from, to) {
            Ok(()) => self.sync_folder_of(to),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            Err(_) => self.replace(to, &fs::read(from)?, unique),
        }
    }
}

/// Removes temporary files older than a day, which crashes left in a folder. Ignores errors.
pub(crate) fn remove_old_temporaries(folder: &Path, now: Timestamp) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let ours = entry
            .file_name()
            .to_str()
            .is_some_and(|name| name.contains(TEMPORARY) && (name.starts_with("vault") || name.starts_with("key-")));
        let modified = entry.metadata().and_then(|found| found.modified()).ok().map(Timestamp::try_from);
        if ours
            && let Some(Ok(modified)) = modified
            && now.duration_since(modified) > TEMPORARY_LIFE
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn temporary_beside(path: &Path, unique: &str) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut temporary = name.to_owned();
    temporary.push(TEMPORARY);
    temporary.push(unique);
    Ok(path.with_file_name(temporary))
}
