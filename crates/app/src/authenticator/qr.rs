//! The QR code of an account, for another device. It contains the secret, so the person has to confirm with the vault's
//! key first.

use proofup_api::SecretText;
use proofup_token_files::qr_svg;

use super::Authenticator;
use crate::{AppError, view::AccountQr};

impl Authenticator {
    /// The QR code of one account. If the vault has a passphrase, it is required; otherwise the keyring is asked again,
    /// which asks the person if it is locked.
    ///
    /// # Errors
    /// The key does not fit, there is no such account, or its link does not fit a QR code.
    pub async fn account_qr(&self, id: &str, passphrase: Option<SecretText>) -> Result<AccountQr, AppError> {
        if !self.vault.opened_once_more(passphrase).await? {
            return Ok(AccountQr::PassphraseNeeded);
        }
        let link = self.export_link(id).await?;
        Ok(AccountQr::Shown { svg: qr_svg(link.expose())?.to_string() })
    }
}
