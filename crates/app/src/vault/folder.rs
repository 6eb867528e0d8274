//! The folder of the vault, and its earlier versions.

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
    /// That the folder is not named in full or holds a vault already,
    /// [`proofup_vault::VaultError::Cancelled`], and those of the disk.
    pub async fn move_vault(&self, folder: String) -> Result<(), AppError> {
        let folder = whole_path(&folder)?;
        let mut tell = self.copying();
        let remember = self.remembering(unique_name(&*self.environment));
        self.with_vault(move |vault| vault.move_to(&folder, &mut tell, remember)).await?;
        self.publisher.announce(Change::Authenticator);
        Ok(())
    }

    /// Copies the vault into another folder: to keep, or to take to another computer.
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

    /// The person does not want to copy the vault now; they are asked again in a month.
    ///
    /// # Errors
    /// Those of the disk.
    pub async fn put_off_vault_copy(&self) -> Result<(), AppError> {
        let now = self.environment.now();
        self.with_vault(move |vault| vault.put_off_copy(now)).await?;
        self.publisher.announce(Change::Authenticator);
        Ok(())
    }

    /// Takes the vault that lies in another folder. It is opened with what is at hand, or waits for the person.
    ///
    /// # Errors
    /// That the folder is not named in full or that there is no vault in it.
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

    /// Stops a move or a copy. What was there before is there still.
    pub fn cancel_vault_move(&self) {
        self.state.copying_cancelled().store(true, Ordering::Relaxed);
    }

    /// What restoring a backup would change.
    ///
    /// # Errors
    /// That there is no such backup, or that the vault's key is not at hand.
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

    /// An entry that could not be read, word for word.
    ///
    /// # Errors
    /// That it is no longer there, or that the vault is closed.
    pub async fn quarantined_text(&self, id: String) -> Result<String, AppError> {
        self.with_vault(move |vault| vault.quarantined_text(&id).map(|text| text.to_string())).await
    }

    /// Copies such an entry; the clipboard lets go of it again.
    ///
    /// # Errors
    /// That it is no longer there, or that the clipboard refused.
    pub async fn copy_quarantined(&self, id: String) -> Result<(), AppError> {
        let text = self.with_vault(move |vault| vault.quarantined_text(&id)).await?;
        self.clipboard.copy_secret(&text).await
    }

    /// Removes such an entry for good.
    ///
    /// # Errors
    /// That it is no longer there, or that the vault cannot be saved.
    pub async fn delete_quarantined(&self, id: String) -> Result<(), AppError> {
        let now = self.environment.now();
        self.with_vault(move |vault: &Vault| vault.delete_quarantined(&id, now)).await?;
        self.publisher.announce(Change::Authenticator);
        Ok(())
    }

    /// Tells how far the copying is, and whether it goes on.
    fn copying(&self) -> impl FnMut(usize, usize) -> bool + Send + 'static {
        let (cancelled, publisher) = (self.state.copying_cancelled().clone(), self.publisher.clone());
        cancelled.store(false, Ordering::Relaxed);
        move |done, of| {
            let number = |count| u32::try_from(count).unwrap_or(u32::MAX);
            publisher.announce(Change::VaultCopied { done: number(done), of: number(of) });
            !cancelled.load(Ordering::Relaxed)
        }
    }

    /// Saves where the vault is from now on. The app's own folder is the usual place and is not saved.
    fn remembering(&self, unique: String) -> impl FnOnce(&Path) -> io::Result<()> + Send + 'static {
        let (settings, data_folder) = (self.settings.clone(), self.data_folder.clone());
        move |folder| {
            let elsewhere = (folder != data_folder).then(|| folder.to_owned());
            settings.save_vault_folder(elsewhere, &unique)
        }
    }

    /// The vault is kept outside of the data folder: on a stick that may not be plugged in, or a drive of the network.
    pub(crate) fn vault_is_elsewhere(&self) -> bool {
        self.vault.folder() != self.data_folder
    }
}

/// A folder as a person names it: in full.
pub(crate) fn whole_path(typed: &str) -> Result<PathBuf, AppError> {
    let folder = PathBuf::from(typed.trim());
    if folder.is_absolute() { Ok(folder) } else { Err(AppError::FolderNotAbsolute) }
}

fn named(entries: &[Entry]) -> Vec<(uuid::Uuid, PreviewedAccount)> {
    let one =
        |entry: &Entry| (entry.id, PreviewedAccount { issuer: entry.issuer.clone(), account: entry.account.clone() });
    entries.iter().map(one).collect()
}
