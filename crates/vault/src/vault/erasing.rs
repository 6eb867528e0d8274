//! Erases a vault that was only for a trial.

use std::{fs, io};

use super::{KEY_ITEM, Vault};
use crate::{SecretStoreError, VaultError, disk::backup_names};

impl Vault {
    /// Removes the vault with its backups and all copies of its key: for a demo that starts again, never for a person's
    /// own vault.
    ///
    /// The file goes before its keys, so that what an interruption leaves can still be opened.
    ///
    /// # Errors
    /// Those of the disk and of the keyring.
    pub fn erase_everything(&self) -> Result<(), VaultError> {
        self.lock();
        let paths = self.paths();
        remove(fs::remove_file(paths.vault()?))?;
        for name in backup_names(&paths.backups())? {
            remove(fs::remove_file(paths.backup(&name)))?;
        }
        remove(fs::remove_file(paths.notes()))?;
        for key in paths.key_files()? {
            remove(fs::remove_file(paths.key_file(&key)))?;
        }
        match self.config.store.delete(KEY_ITEM) {
            Ok(()) | Err(SecretStoreError::NoEntry | SecretStoreError::SwitchedOff) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

fn remove(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
