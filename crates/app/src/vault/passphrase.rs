//! The vault's keys: whether they fit, and another passphrase.

use proofup_api::SecretText;

use super::VaultSession;
use super::opening::{check_length, for_vault};
use crate::AppError;

impl VaultSession {
    /// Whether this is the vault's passphrase; nothing is opened or changed. After a few wrong ones every further try
    /// waits longer, together with those of [`VaultSession::unlock_vault`].
    ///
    /// # Errors
    /// [`proofup_vault::VaultError::WrongPassphrase`], and what else is wrong with the key under it.
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
    /// [`proofup_vault::VaultError::KeyMissing`], [`proofup_vault::VaultError::KeyOfAnotherVault`].
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
}
