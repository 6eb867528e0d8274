//! *Use this computer's code*: if this computer's authenticator has the account that signs in, the app sends its code
//! to the service.

use std::sync::Arc;

use jiff::Timestamp;
use proofup_api::{MethodType, SecretText};
use proofup_client::Pending;
use proofup_vault::{Entry, Vault, VaultError};
use uuid::Uuid;

use super::SignIn;
use crate::{AppError, view::SignInStep};

impl SignIn {
    /// Whether a code of this computer's authenticator fits the waiting second step.
    pub async fn own_code_possible(&self) -> bool {
        let Some((user_name, _)) = self.oath_step().await else { return false };
        let held = self.vault.with_vault(move |vault| vault.read(|entries| newest(entries, &user_name).is_some()));
        held.await.unwrap_or(false)
    }

    /// The second step with the code that this computer's authenticator shows now.
    ///
    /// # Errors
    /// [`AppError::SignInOver`], the vault is locked or has no such account, or any error of [`SignIn::submit_code`].
    pub async fn submit_own_code(self: &Arc<Self>, remember_device: bool) -> Result<SignInStep, AppError> {
        let (user_name, method) = self.oath_step().await.ok_or(AppError::SignInOver)?;
        let (seconds, now) = (self.authenticator.code_clock().seconds_of_organisation(), self.environment.now());
        let code = self.vault.with_vault(move |vault| own_code(vault, &user_name, seconds, now)).await?;
        let code = code.ok_or(AppError::AccountGone)?;
        if let Some(method_id) = method {
            self.start_method(&method_id).await?;
        }
        self.submit_code(code, remember_device).await
    }

    /// The person of the waiting second step, and the code method to start, unless it is started. `None` if no code of
    /// an app is accepted.
    async fn oath_step(&self) -> Option<(String, Option<String>)> {
        let slot = self.service.pending.lock().await;
        let pending = slot.as_ref()?;
        let method = pending.methods().iter().find(|method| method.kind == MethodType::Oath)?.id.clone();
        let started = pending.challenge().is_some_and(|challenge| challenge.method == method);
        let user_name = self.who(pending)?;
        Some((user_name, (!started).then_some(method)))
    }

    fn who(&self, pending: &Pending) -> Option<String> {
        let session = || self.publisher.status().person.map(|person| person.user_principal_name);
        pending.user_name().map(str::to_owned).or_else(session)
    }
}

fn own_code(vault: &Vault, user_name: &str, seconds: u64, now: Timestamp) -> Result<Option<SecretText>, VaultError> {
    let Some(id) = vault.read(|entries| newest(entries, user_name))? else { return Ok(None) };
    let Some(code) = vault.entry(id)?.params.code_at(seconds) else { return Ok(None) };
    vault.note_use(id, now)?;
    Ok(Some(SecretText::new(code.code.as_str())))
}

/// The newest registration of this computer; an older one may no longer be valid.
fn newest(entries: &[Entry], user_name: &str) -> Option<Uuid> {
    let own = entries
        .iter()
        .filter(|entry| entry.organisation.is_some() && entry.account.trim().eq_ignore_ascii_case(user_name.trim()));
    own.max_by_key(|entry| entry.created_at).map(|entry| entry.id)
}
