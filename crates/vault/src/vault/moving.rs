//! Moves the vault to another folder, copies it there, or opens the one there.
//!
//! A move copies everything, opens the copy, and then removes the old files. An interruption at any moment leaves a
//! whole vault in the old folder or in the new one.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

use super::{State, Vault, outside::is_outside};
use crate::{
    VaultError, cipher,
    contents::Contents,
    disk::{self, Paths, VaultLock},
    key::VaultKey,
};

impl Vault {
    /// The folder of the vault.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.paths().dir().to_owned()
    }

    /// Copies the vault with its backups and its passphrase into another folder, and opens the copy to check it. The
    /// vault stays in its folder. Before each file the callback receives how many are done and how many there are, and
    /// may cancel.
    ///
    /// # Errors
    /// [`VaultError::FolderTaken`] if there is a vault already, [`VaultError::Cancelled`], that the vault is not open,
    /// and those of the disk; what was copied until then is removed again.
    pub fn copy_to(
        &self,
        folder: &Path,
        now: Timestamp,
        go_on: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<(), VaultError> {
        let key = self.open_key()?;
        let lock = self.take_lock()?;
        self.copy(&lock, &key, folder, go_on)?;
        if is_outside(folder, lock.paths().dir()) {
            self.change_notes_under(&lock, |notes| notes.copied = Some(now))?;
        }
        Ok(())
    }

    /// Moves the vault to another folder. `moved` stores the new place; the old files are removed only if it succeeds.
    ///
    /// # Errors
    /// Those of [`Vault::copy_to`], and the error of `moved`.
    pub fn move_to(
        &self,
        folder: &Path,
        go_on: &mut dyn FnMut(usize, usize) -> bool,
        moved: impl FnOnce(&Path) -> io::Result<()>,
    ) -> Result<(), VaultError> {
        let key = self.open_key()?;
        let old = self.take_lock()?;
        let files = self.copy(&old, &key, folder, go_on)?;
        if let Err(error) = moved(folder) {
            remove_all(&Paths::new(folder), &files);
            return Err(error.into());
        }
        self.set_dir(folder);
        remove_all(old.paths(), &files);
        // Empty by now, unless it contains other files. The lock file is removed last.
        let dir = old.paths().dir().to_owned();
        let lock_file = old.paths().lock();
        drop(old);
        let _ = fs::remove_file(lock_file);
        let _ = fs::remove_dir(dir);
        Ok(())
    }

    /// Uses the vault in another folder, for instance one from another computer. It stays locked until its passphrase
    /// or its sheet opens it.
    ///
    /// # Errors
    /// [`VaultError::NotAVault`] if the folder has none.
    pub fn use_folder(&self, folder: &Path, moved: impl FnOnce(&Path) -> io::Result<()>) -> Result<(), VaultError> {
        if !Paths::new(folder).any_trace()? {
            return Err(VaultError::NotAVault);
        }
        moved(folder)?;
        *self.state() = State::Closed;
        self.set_dir(folder);
        Ok(())
    }

    /// Copies every file, reads the new vault with the key, and returns the files, relative to both folders.
    fn copy(
        &self,
        lock: &VaultLock,
        key: &VaultKey,
        folder: &Path,
        go_on: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Vec<PathBuf>, VaultError> {
        let (from, to) = (lock.paths(), Paths::new(folder));
        if to.any_trace()? {
            return Err(VaultError::FolderTaken);
        }
        let files = files_of(from)?;
        self.disk().make_folder(folder)?;
        let copied = files.iter().enumerate().try_for_each(|(done, file)| {
            if !go_on(done, files.len()) {
                return Err(VaultError::Cancelled);
            }
            let (from, to) = (from.dir().join(file), to.dir().join(file));
            if let Some(parent) = to.parent() {
                self.disk().make_folder(parent)?;
            }
            Ok(self.disk().replace(&to, &fs::read(from)?, &self.unique())?)
        });
        let whole = copied.and_then(|()| {
            go_on(files.len(), files.len());
            let sealed = fs::read(to.vault()?)?;
            let plain = cipher::open(key, &sealed).map_err(|_| VaultError::VerificationFailed)?;
            Contents::from_json(&plain).map(drop).map_err(|_| VaultError::VerificationFailed)
        });
        if let Err(error) = whole {
            remove_all(&to, &files);
            return Err(error);
        }
        Ok(files)
    }
}

/// All files of the vault, the vault file last: before it arrives, the folder counts as having no vault.
fn files_of(paths: &Paths) -> Result<Vec<PathBuf>, VaultError> {
    let relative = |path: PathBuf| path.strip_prefix(paths.dir()).map(Path::to_owned).unwrap_or(path);
    let backups = disk::backup_names(&paths.backups())?;
    let mut files: Vec<PathBuf> = backups.iter().map(|name| relative(paths.backup(name))).collect();
    files.extend(paths.key_files()?.iter().map(|id| relative(paths.key_file(id))));
    if paths.notes().exists() {
        files.push(relative(paths.notes()));
    }
    files.push(PathBuf::from("vault.age"));
    Ok(files)
}

/// Removes the vault file first, so that a crash does not leave a vault without some of its files.
fn remove_all(paths: &Paths, files: &[PathBuf]) {
    for file in files.iter().rev() {
        // A left-over file does no harm: the vault is in the other folder by now.
        let _ = fs::remove_file(paths.dir().join(file));
    }
    let _ = fs::remove_dir(paths.backups());
}
