//! Checks the vault's keys, and changes the passphrase.

use std::{sync::atomic::Ordering, time::Duration};

use proofup_api::SecretText;
use proofup_vault::VaultError;
use secrecy::SecretString;

use super::VaultSession;
use crate::AppError;

/// The minimum length of a passphrase.
const SHORTEST_PASSPHRASE: usize = 8;
/// After this number of wrong passphrases the next one has to wait.
const FREE_TRIES: u32 = 3;
const LONGEST_DELAY: Duration = Duration::from_secs(30);

impl VaultSession {
    /// Checks the vault's passphrase; opens and changes nothing. After a few wrong ones each try has to wait longer,
    /// counted together with [`VaultSession::unlock_vault`].
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`], and other errors of the key file.
    pub async fn check_passphrase(&self, passphrase: SecretText) -> Result<(), AppError> {
        self.wait_after_wrong_passphrases().await;
        let passphrase = for_vault(&passphrase);
        let checked = self.with_vault(move |vault| vault.check_passphrase(&passphrase)).await;
        self.count_passphrase(&checked);
        checked
    }

    /// Checks whether the keyring has the vault's key. A locked keyring asks the person itself.
    ///
    /// # Errors
    /// [`VaultError::KeyMissing`], [`VaultError::KeyOfAnotherVault`].
    pub async fn check_keyring(&self) -> Result<(), AppError> {
        self.with_vault(proofup_vault::Vault::check_keyring).await
    }

    /// Confirms the person before the app shows a key: with the passphrase if there is one, otherwise with the keyring.
    /// False if the passphrase has to be asked first.
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

    /// The passphrase from the environment; `None` if the environment names none.
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

    /// Sets or changes the passphrase of the open vault.
    ///
    /// # Errors
    /// [`AppError::PassphraseTooShort`], the vault is locked, or the file cannot be written.
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

/// Refuses a new passphrase that is too short.
pub(super) fn check_length(passphrase: &SecretText) -> Result<(), AppError> {
    if passphrase.expose().chars().count() < SHORTEST_PASSPHRASE {
        return Err(AppError::PassphraseTooShort);
    }
    Ok(())
}

/// A passphrase in the type of the vault.
pub(super) fn for_vault(passphrase: &SecretText) -> SecretString {
    SecretString::from(passphrase.expose())
}
