//! The files of the vault: replaced whole or not at all, by one writer at a time, with backups.

mod backups;
mod calls;
mod lock;
mod notes;
mod replace;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use crate::KeyId;

pub use backups::Backup;
pub(crate) use backups::{BackupName, backup_names, keep_backup, keep_damaged};
pub(crate) use calls::Disk;
pub use calls::{DiskAct, DiskCall, OnCall};
pub(crate) use lock::VaultLock;
pub(crate) use notes::{Notes, key_file_digest};
pub(crate) use replace::remove_old_temporaries;
pub use replace::replace_file;

/// SHA-256 of a file.
pub(crate) type FileDigest = [u8; 32];

pub(crate) fn digest(bytes: &[u8]) -> FileDigest {
    Sha256::digest(bytes).into()
}

/// Reads a file; `None` if there is none.
pub(crate) fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The files of one vault.
#[derive(Debug, Clone)]
pub(crate) struct Paths {
    dir: PathBuf,
}

impl Paths {
    pub(crate) fn new(dir: &Path) -> Self {
        Self { dir: dir.to_owned() }
    }

    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// The vault file. If it is a symbolic link, the target, so that saves keep the link.
    pub(crate) fn vault(&self) -> io::Result<PathBuf> {
        let path = self.dir.join("vault.age");
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_symlink() => fs::canonicalize(&path),
            Ok(_) => Ok(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(path),
            Err(error) => Err(error),
        }
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.dir.join("vault.lock")
    }

    pub(crate) fn notes(&self) -> PathBuf {
        self.dir.join("vault.notes.json")
    }

    pub(crate) fn key_file(&self, id: &KeyId) -> PathBuf {
        self.dir.join(format!("key-{id}.age"))
    }

    pub(crate) fn backups(&self) -> PathBuf {
        self.dir.join("backups")
    }

    pub(crate) fn backup(&self, name: &BackupName) -> PathBuf {
        self.backups().join(name.to_string())
    }

    /// Key ids of the existing passphrase files.
    pub(crate) fn key_files(&self) -> io::Result<Vec<KeyId>> {
        let entries = match fs::read_dir(&self.dir) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut ids = Vec::new();
        for entry in entries {
            let name = entry?.file_name();
            let id = name.to_str().and_then(|name| name.strip_prefix("key-")?.strip_suffix(".age")?.parse().ok());
            ids.extend(id);
        }
        ids.sort_by_key(KeyId::to_string);
        Ok(ids)
    }

    /// Whether any file of a vault exists: the vault, a key file or a backup. If so, no key is made.
    pub(crate) fn any_trace(&self) -> io::Result<bool> {
        let vault = match fs::symlink_metadata(self.dir.join("vault.age")) {
            Ok(_) => true,
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) => return Err(error),
        };
        Ok(vault || !self.key_files()?.is_empty() || !backup_names(&self.backups())?.is_empty())
    }
}
