//! The vault's keys: whether they fit, and another passphrase.

use std::{sync::atomic::Ordering, time::Duration};

use proofup_api::SecretText;
use proofup_vault::VaultError;
use secrecy::SecretString;

use super::VaultSession;
use crate::AppError;

/// Shorter passphrases protect nothing.
const SHORTEST_PASSPHRASE: usize = 8;
/// Wrong passphrases beyond this make the next one wait.
const FREE_TRIES: u32 = 3;
const LONGEST_DELAY: Duration = Duration::from_secs(30);

impl VaultSession {
    /// Whether this is the vault's passphrase; nothing is opened or changed. After a few wrong ones every further try
    /// waits longer, together with those of [`VaultSession::unlock_vault`].
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`], and what else is wrong with the key under it.
    pub async fn check_passphrase(&self, passphrase: SecretText) -> Result<(), AppError> {
        self.wait_after_wrong_passphrases().await;
        let passphrase = for_vault(&passphrase);
        let checked = self.with_vault(move |vault| vault.check_passphrase(&passphrase)).await;
        self.count_passphrase(&checked);
        checked
    }

    /// Whether the keyring holds the vault's key now. A keyring that is locked asks the person itself.
    ///
    /// # Errors
    /// [`VaultError::KeyMissing`], [`VaultError::KeyOfAnotherVault`].
    pub async fn check_keyring(&self) -> Result<(), AppError> {
        self.with_vault(proofup_vault::Vault::check_keyring).await
    }

    /// Opens the vault once more, before something is shown that holds a key: with the passphrase where there is one, else
    /// by the keyring. False while the passphrase is still to be asked for.
    ///
    /// # Errors
    /// Those of [`VaultSession::check_passphrase`] and [`VaultSession::check_keyring`].
    pub(crate) async fn opened_once_more(&self, passphrase: Option<SecretText>) -> Result<bool, AppError> {
        match (self.has_passphrase().await?, passphrase) {
            (true, None) => return Ok(false),
            (true, Some(passphrase)) => self.check_passphrase(passphrase).await?,
            (false, _) => self.check_keyring().await?,
        }
        Ok(true)
    }

    /// The passphrase of whoever cannot be asked; `None` where the environment names none.
    pub async fn passphrase_at_hand(&self) -> Option<Result<SecretText, AppError>> {
        let source = self.passphrase.clone()?;
        let read = tokio::task::spawn_blocking(move || source()).await;
        Some(read.map_err(|_| AppError::Failed).and_then(|read| read.map_err(AppError::PassphraseSource)))
    }

    /// Whether the vault has a passphrase.
    ///
    /// # Errors
    /// Those of the disk.
    pub async fn has_passphrase(&self) -> Result<bool, AppError> {
        self.with_vault(proofup_vault::Vault::has_passphrase).await
    }

    /// Gives the open vault a passphrase, or another one.
    ///
    /// # Errors
    /// [`AppError::PassphraseTooShort`], that the vault is closed, or that the file cannot be written.
    pub async fn set_vault_passphrase(&self, passphrase: SecretText) -> Result<(), AppError> {
        check_length(&passphrase)?;
        let passphrase = for_vault(&passphrase);
        self.change_key_storage(move |vault| vault.set_passphrase(&passphrase)).await
    }

    pub(super) async fn wait_after_wrong_passphrases(&self) {
        let failures = self.wrong_passphrases.load(Ordering::Relaxed);
        if let Some(beyond) = failures.checked_sub(FREE_TRIES) {
            tokio::time::sleep(Duration::from_secs(1 << beyond.min(5)).min(LONGEST_DELAY)).await;
        }
    }

    pub(super) fn count_passphrase<T>(&self, tried: &Result<T, AppError>) {
        match tried {
            Err(AppError::Vault(VaultError::WrongPassphrase)) => {
                self.wrong_passphrases.fetch_add(1, Ordering::Relaxed);
            }
            Ok(_) => self.wrong_passphrases.store(0, Ordering::Relaxed),
            Err(_) => {}
        }
    }
}

/// Refuses a new passphrase that protects nothing.
pub(super) fn check_length(passphrase: &SecretText) -> Result<(), AppError> {
    if passphrase.expose().chars().count() < SHORTEST_PASSPHRASE {
        return Err(AppError::PassphraseTooShort);
    }
    Ok(())
}

/// A passphrase as the vault takes it.
pub(super) fn for_vault(passphrase: &SecretText) -> SecretString {
    SecretString::from(passphrase.expose())
}
