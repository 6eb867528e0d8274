//! The folder of the vault, and its backups.

use std::{
    io,
    path::{Path, PathBuf},
    sync::atomic::Ordering,
};

use proofup_vault::{Entry, Status, Vault};

use super::VaultSession;
use crate::profile::unique_name;
use crate::{
    AppError, Change,
    view::{BackupPreview, PreviewedAccount},
};

impl VaultSession {
    /// Moves the vault into another folder, with its backups.
    ///
    /// # Errors
    /// The path is not absolute, the folder contains a vault, [`proofup_vault::VaultError::Cancelled`], and those of
    /// the disk.
    pub async fn move_vault(&self, folder: String) -> Result<(), AppError> {
        let folder = whole_path(&folder)?;
        let mut tell = self.copying();
        let remember = self.remembering(unique_name(&*self.environment));
        self.with_vault(move |vault| vault.move_to(&folder, &mut tell, remember)).await?;
        self.publisher.announce(Change::Authenticator);
        Ok(())
    }

    /// Copies the vault into another folder, as a copy or for another computer.
    ///
    /// # Errors
    /// Those of [`VaultSession::move_vault`].
    pub async fn copy_vault(&self, folder: String) -> Result<(), AppError> {
        let (folder, now) = (whole_path(&folder)?, self.environment.now());
        let mut tell = self.copying();
        self.with_vault(move |vault| vault.copy_to(&folder, now, &mut tell)).await?;
        self.publisher.announce(Change::Authenticator);
        Ok(())
    }

    /// Postpones the reminder to copy the vault by a month.
    ///
    /// # Errors
    /// Those of the disk.
    pub async fn put_off_vault_copy(&self) -> Result<(), AppError> {
        let now = self.environment.now();
        self.with_vault(move |vault| vault.put_off_copy(now)).await?;
        self.publisher.announce(Change::Authenticator);
        Ok(())
    }

    /// Uses the vault in another folder. Opens it with the keyring or the passphrase from the environment, or waits for
    /// the person.
    ///
    /// # Errors
    /// The path is not absolute, or the folder contains no vault.
    pub async fn use_vault_folder(&self, folder: String) -> Result<(), AppError> {
        let folder = whole_path(&folder)?;
        let remember = self.remembering(unique_name(&*self.environment));
        self.with_vault(move |vault| vault.use_folder(&folder, remember)).await?;
        self.secrets.clear();
        self.state.set_key_in_keyring(true);
        self.open_vault().await;
        self.publisher.announce(Change::Authenticator);
        Ok(())
    }

    /// Cancels a move or a copy. The vault stays as it was.
    pub fn cancel_vault_move(&self) {
        self.state.copying_cancelled().store(true, Ordering::Relaxed);
    }

    /// The changes that restoring a backup would make.
    ///
    /// # Errors
    /// There is no such backup, or the vault's key is not known.
    pub async fn preview_vault_backup(&self, name: String) -> Result<BackupPreview, AppError> {
        self.with_vault(move |vault| {
            let there: Vec<(_, PreviewedAccount)> = vault.read_backup_of(&name, named)?;
            let now = match vault.status()? {
                Status::Unlocked => vault.read(named)?,
                _ => Vec::new(),
            };
            let gone = now.into_iter().filter(|(id, _)| !there.iter().any(|(other, _)| other == id));
            Ok(BackupPreview {
                gone: gone.map(|(_, account)| account).collect(),
                accounts: there.into_iter().map(|(_, account)| account).collect(),
            })
        })
        .await
    }

    /// An entry that could not be read, unchanged.
    ///
    /// # Errors
    /// It is gone, or the vault is locked.
    pub async fn quarantined_text(&self, id: String) -> Result<String, AppError> {
        self.with_vault(move |vault| vault.quarantined_text(&id).map(|text| text.to_string())).await
    }

    /// Copies such an entry as a secret, which is removed from the clipboard later.
    ///
    /// # Errors
    /// It is gone, or the clipboard failed.
    pub async fn copy_quarantined(&self, id: String) -> Result<(), AppError> {
        let text = self.with_vault(move |vault| vault.quarantined_text(&id)).await?;
        self.clipboard.copy_secret(&text).await
    }

    /// Removes such an entry for good.
    ///
    /// # Errors
    /// It is gone, or the vault cannot be saved.
    pub async fn delete_quarantined(&self, id: String) -> Result<(), AppError> {
        let now = self.environment.now();
        self.with_vault(move |vault: &Vault| vault.delete_quarantined(&id, now)).await?;
        self.publisher.announce(Change::Authenticator);
        Ok(())
    }

    /// Reports the progress of a copy, and whether it continues.
    fn copying(&self) -> impl FnMut(usize, usize) -> bool + Send + 'static {
        let (cancelled, publisher) = (self.state.copying_cancelled().clone(), self.publisher.clone());
        cancelled.store(false, Ordering::Relaxed);
        move |done, of| {
            let number = |count| u32::try_from(count).unwrap_or(u32::MAX);
            publisher.announce(Change::VaultCopied { done: number(done), of: number(of) });
            !cancelled.load(Ordering::Relaxed)
        }
    }

    /// Saves the new folder of the vault. The app's own folder is the default and is not saved.
    fn remembering(&self, unique: String) -> impl FnOnce(&Path) -> io::Result<()> + Send + 'static {
        let (settings, data_folder) = (self.settings.clone(), self.data_folder.clone());
        move |folder| {
            let elsewhere = (folder != data_folder).then(|| folder.to_owned());
            settings.save_vault_folder(elsewhere, &unique)
        }
    }

    /// Whether the vault is outside of the data folder, for instance on a removable or network drive.
    pub(crate) fn vault_is_elsewhere(&self) -> bool {
        self.vault.folder() != self.data_folder
    }
}

/// Validates the path of a folder: it must be absolute.
pub(crate) fn whole_path(typed: &str) -> Result<PathBuf, AppError> {
    let folder = PathBuf::from(typed.trim());
    if folder.is_absolute() { Ok(folder) } else { Err(AppError::FolderNotAbsolute) }
}

/// Creates a file that only its owner can read, and writes it.
pub(crate) fn write_new(file: &std::path::Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = create_new(file)?;
    std::io::Write::write_all(&mut file, bytes)?;
    file.sync_all()
}

/// Creates a file that only its owner can read.
pub(crate) fn create_new(file: &std::path::Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

fn named(entries: &[Entry]) -> Vec<(uuid::Uuid, PreviewedAccount)> {
    let one =
        |entry: &Entry| (entry.id, PreviewedAccount { issuer: entry.issuer.clone(), account: entry.account.clone() });
    entries.iter().map(one).collect()
}
