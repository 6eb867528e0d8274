//! Accounts on their way out.

use proofup_api::SecretText;
use proofup_token_files::OtpAuth;
use proofup_vault::{Entry, Vault};

use super::Authenticator;
use crate::{AppError, authenticator::entry_id};

impl Authenticator {
    /// Every account as an `otpauth` link. Whoever has the links has the accounts.
    ///
    /// # Errors
    /// That the vault is closed.
    pub async fn export_links(&self) -> Result<Vec<SecretText>, AppError> {
        self.vault.with_vault(|vault| vault.read(|entries| entries.iter().map(link_of).collect())).await
    }

    /// One account as an `otpauth` link.
    ///
    /// # Errors
    /// That there is no such account, or that the vault is closed.
    pub async fn export_link(&self, id: &str) -> Result<SecretText, AppError> {
        let id = entry_id(id)?;
        self.vault.with_vault(move |vault| vault.entry(id).map(|entry| link_of(&entry))).await
    }

    /// What an export gave was written: there is a copy in another place. That it cannot be noted costs a reminder and
    /// nothing else.
    pub async fn was_exported(&self) {
        let now = self.environment.now();
        if let Err(error) = self.vault.with_vault(move |vault| vault.was_copied(now)).await {
            tracing::warn!(%error, "that the vault was exported could not be noted beside it");
        }
    }

    /// The vault's file as it lies on the disk, encrypted. Nothing needs to be open.
    ///
    /// # Errors
    /// That there is none, or that it cannot be read.
    pub async fn vault_file(&self) -> Result<Vec<u8>, AppError> {
        self.vault.with_vault(Vault::file).await
    }
}

fn link_of(entry: &Entry) -> SecretText {
    let account =
        OtpAuth { params: entry.params.clone(), issuer: entry.issuer.clone(), account: entry.account.clone() };
    SecretText::new(account.to_uri().as_str())
}
