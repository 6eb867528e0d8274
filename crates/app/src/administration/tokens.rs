//! The organisation's hardware tokens, and the import of a list of them.
//!
//! The file stays here from the dry run until it is imported or put away: the page sees verdicts, but no secret.

use proofup_api::{
    HardwareOathAction, HardwareOathActionBody, HardwareOathDevices, HardwareOathDevicesRequest, SecretText,
    TokenImport,
};
use proofup_client::{Session, TokenFileKey};
use proofup_vault::VaultError;
use zeroize::Zeroizing;

use super::Administration;
use crate::{
    AppError,
    vault::{whole_path, write_new},
    view::{TokenFileSecret, TokenFileView},
};

/// A list of tokens. It contains secrets.
pub(crate) struct Upload {
    file: Zeroizing<Vec<u8>>,
    key: TokenFileKey,
    /// The refused rows of the last answer, to be corrected.
    refused: Option<SecretText>,
}

#[expect(clippy::missing_errors_doc, reason = "every call can come to every fault of a call to the service")]
impl Administration {
    /// A page of tokens.
    pub async fn hardware_oath_devices(
        &self,
        request: HardwareOathDevicesRequest,
    ) -> Result<HardwareOathDevices, AppError> {
        let ask = |session: Session| {
            let request = request.clone();
            async move { session.hardware_oath_devices(&request).await }
        };
        self.service.confirmed_call(ask).await
    }

    /// Carries out an action on a token.
    pub async fn act_on_token(
        &self,
        id: &str,
        action: HardwareOathAction,
        body: &HardwareOathActionBody,
    ) -> Result<(), AppError> {
        self.service
            .confirmed_call(|session: Session| async move { session.act_on_token(id, action, body).await })
            .await
    }

    /// Removes a token that is on nobody's account.
    pub async fn remove_token(&self, id: &str) -> Result<(), AppError> {
        self.service.confirmed_call(|session: Session| async move { session.remove_token(id).await }).await
    }

    /// Keeps a list of tokens and tries it: a verdict for every row, and nothing is stored.
    pub async fn open_token_file(&self, file: Vec<u8>) -> Result<TokenFileView, AppError> {
        *self.upload.lock() = Some(Upload { file: Zeroizing::new(file), key: TokenFileKey::None, refused: None });
        self.send_token_file(true).await
    }

    /// Tries the same list with what opens it.
    pub async fn unlock_token_file(
        &self,
        secret: TokenFileSecret,
        text: SecretText,
    ) -> Result<TokenFileView, AppError> {
        self.upload.lock().as_mut().ok_or(AppError::ImportGone)?.key = match secret {
            TokenFileSecret::Password => TokenFileKey::Password(text),
            TokenFileSecret::Key => TokenFileKey::Hexadecimal(text),
        };
        self.send_token_file(true).await
    }

    /// Imports the list: all accepted rows, or none.
    pub async fn import_token_file(&self) -> Result<TokenFileView, AppError> {
        self.send_token_file(false).await
    }

    /// Writes the refused rows into a new file in a folder, and returns its path. Only the person can read it.
    pub async fn save_refused_tokens(&self, folder: &str) -> Result<String, AppError> {
        let folder = whole_path(folder)?;
        let refused =
            self.upload.lock().as_ref().and_then(|upload| upload.refused.clone()).ok_or(AppError::ImportGone)?;
        let moment = self.environment.now().strftime("%Y%m%d-%H%M%S").to_string();
        let file = folder.join(format!("refused-tokens-{moment}.csv"));
        let path = file.clone();
        let written = tokio::task::spawn_blocking(move || write_new(&path, refused.expose().as_bytes()));
        written.await.map_err(|_| AppError::Failed)?.map_err(VaultError::from)?;
        Ok(file.display().to_string())
    }

    /// Forgets the list.
    pub fn close_token_file(&self) {
        *self.upload.lock() = None;
    }

    async fn send_token_file(&self, dry_run: bool) -> Result<TokenFileView, AppError> {
        let (file, key) = {
            let upload = self.upload.lock();
            let upload = upload.as_ref().ok_or(AppError::ImportGone)?;
            (upload.file.clone(), upload.key.clone())
        };
        let (file, key) = (&file, &key);
        let answer = self
            .service
            .confirmed_call(|session: Session| async move { session.import_tokens(file, key, dry_run).await })
            .await?;
        let TokenImport { dry_run, format, signed, accepted, refused, value, error_file } = answer;
        let can_save = error_file.is_some();
        if let Some(upload) = self.upload.lock().as_mut() {
            upload.refused = error_file;
        }
        Ok(TokenFileView { dry_run, format, signed, accepted, refused, rows: value, can_save })
    }
}
