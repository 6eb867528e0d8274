//! Exports accounts as links, or as the vault's file.

use proofup_api::SecretText;
use proofup_token_files::OtpAuth;
use proofup_vault::{Entry, Vault};

use super::Authenticator;
use crate::{AppError, authenticator::entry_id};

impl Authenticator {
    /// Every account as an `otpauth` link. The links contain the secrets.
    ///
    /// # Errors
    /// The vault is locked.
    pub async fn export_links(&self) -> Result<Vec<SecretText>, AppError> {
        self.vault.with_vault(|vault| vault.read(|entries| entries.iter().map(link_of).collect())).await
    }

    /// One account as an `otpauth` link.
    ///
    /// # Errors
    /// There is no such account, or the vault is locked.
    pub async fn export_link(&self, id: &str) -> Result<SecretText, AppError> {
        let id = entry_id(id)?;
        self.vault.with_vault(move |vault| vault.entry(id).map(|entry| link_of(&entry))).await
    }

    /// Notes that an export was written, because it is a copy in another place. A failure only means one more reminder.
    pub async fn was_exported(&self) {
        let now = self.environment.now();
        if let Err(error) = self.vault.with_vault(move |vault| vault.was_copied(now)).await {
            tracing::warn!(%error, "the export of the vault could not be noted");
        }
    }

    /// The vault's encrypted file. The vault may be locked.
    ///
    /// # Errors
    /// There is no file, or it cannot be read.
    pub async fn vault_file(&self) -> Result<Vec<u8>, AppError> {
        self.vault.with_vault(Vault::file).await
    }
}

fn link_of(entry: &Entry) -> SecretText {
    let account =
        OtpAuth { params: entry.params.clone(), issuer: entry.issuer.clone(), account: entry.account.clone() };
    SecretText::new(account.to_uri().as_str())
}
