//! Tokens of programs. A new one stays here while its dialog is open, so that the page need not store it for copying.

use proofup_api::{AccessToken, CreateAccessToken, CreatedAccessToken, SecretText};
use proofup_client::Session;

use super::Administration;
use crate::{AppError, view::NewAccessToken};

/// The token in the open dialog.
pub(crate) struct ShownAccessToken {
    id: String,
    secret: SecretText,
}

impl Administration {
    /// All of them, by name.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn access_tokens(&self) -> Result<Vec<AccessToken>, AppError> {
        self.service.confirmed_call(|session: Session| async move { session.access_tokens().await }).await
    }

    /// Makes one. It can be copied until the dialog closes.
    ///
    /// # Errors
    /// Its name is taken or invalid, or any fault of a call to the service.
    pub async fn create_access_token(&self, body: &CreateAccessToken) -> Result<NewAccessToken, AppError> {
        let create = |session: Session| async move { session.create_access_token(body).await };
        let CreatedAccessToken { access_token: AccessToken { id, display_name, .. }, secret } =
            self.service.confirmed_call(create).await?;
        let text = secret.expose().to_owned();
        *self.shown.lock() = Some(ShownAccessToken { id: id.clone(), secret });
        Ok(NewAccessToken { id, display_name, text })
    }

    /// Copies the one in the open dialog.
    ///
    /// # Errors
    /// [`AppError::AccessTokenGone`], or the clipboard failed.
    pub async fn copy_access_token(&self, id: &str) -> Result<(), AppError> {
        let secret = self.shown.lock().as_ref().filter(|shown| shown.id == id).map(|shown| shown.secret.clone());
        self.clipboard.copy_secret(secret.ok_or(AppError::AccessTokenGone)?.expose()).await
    }

    /// Wipes the token when the dialog closes.
    pub fn close_access_token(&self, id: &str) {
        let mut shown = self.shown.lock();
        if shown.as_ref().is_some_and(|shown| shown.id == id) {
            *shown = None;
        }
    }

    /// Revokes one: it is refused from the next call on.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn revoke_access_token(&self, id: &str) -> Result<(), AppError> {
        self.service.confirmed_call(|session: Session| async move { session.revoke_access_token(id).await }).await
    }
}
