//! Replaces a file so that a reader, and a crash at any moment, finds the old content or the new one, never a part.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use jiff::{SignedDuration, Timestamp};

use crate::SaveStep;

/// Marks files that are no content of anything: left over by a crash and removed after a day.
const TEMPORARY: &str = ".tmp-";
const TEMPORARY_LIFE: SignedDuration = SignedDuration::from_hours(24);

/// Replaces `path` by `bytes`, readable by its owner alone. `unique` makes the name of the temporary file beside it.
///
/// # Errors
/// Those of the disk; the old file is then still there, unless only the last flush of the folder failed.
pub fn replace_file(path: &Path, bytes: &[u8], unique: &str) -> io::Result<()> {
    replace(path, bytes, unique, &|_| Ok(()), || Ok(()))?;
    sync_folder(path)
}

/// [`replace_file`] up to the rename, with a look in at every step. `before_rename` runs when the new content is safe
/// on the disk and the old one still in place. On every error the old one is still there.
pub(crate) fn replace(
    path: &Path,
    bytes: &[u8],
    unique: &str,
    on_step: &dyn Fn(SaveStep) -> io::Result<()>,
    before_rename: impl FnOnce() -> io::Result<()>,
) -> io::Result<()> {
    let temporary = temporary_beside(path, unique)?;
    let written = write_new(&temporary, bytes, on_step)
        .and_then(|()| before_rename())
        .and_then(|()| on_step(SaveStep::Rename))
        .and_then(|()| rename_over(&temporary, path));
    if written.is_err() {
        // The reason is what matters; a left-over is removed at a later start.
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// Gives `to` the content of `from` without ever being there in part: a second name for the same file, or a copy where
/// the file system has no such thing.
pub(crate) fn link_or_copy(from: &Path, to: &Path, unique: &str) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => sync_folder(to),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) => replace_file(to, &fs::read(from)?, unique),
    }
}

/// Removes what crashes left in a folder more than a day ago. Failing to is no fault.
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

fn write_new(path: &Path, bytes: &[u8], on_step: &dyn Fn(SaveStep) -> io::Result<()>) -> io::Result<()> {
    on_step(SaveStep::CreateTemporary)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    let (first, second) = bytes.split_at(bytes.len() / 2);
    on_step(SaveStep::WriteFirstHalf)?;
    file.write_all(first)?;
    on_step(SaveStep::WriteSecondHalf)?;
    file.write_all(second)?;
    on_step(SaveStep::SyncTemporary)?;
    file.sync_all()
}

#[cfg(not(windows))]
fn rename_over(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// Virus scanners hold new files open for a moment, and Windows refuses to replace an open file.
#[cfg(windows)]
fn rename_over(from: &Path, to: &Path) -> io::Result<()> {
    for pause in [10, 50, 100, 200, 400] {
        match fs::rename(from, to) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                std::thread::sleep(std::time::Duration::from_millis(pause));
            }
            result => return result,
        }
    }
    fs::rename(from, to)
}

/// Makes a new name in a folder survive a power cut. Only Unix has such a call.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix)
        && let Some(folder) = path.parent()
    {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
