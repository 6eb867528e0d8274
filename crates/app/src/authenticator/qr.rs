//! An account's QR code, for another device. It is the account itself, so the person opens the vault once more first.

use proofup_api::SecretText;
use proofup_token_files::qr_svg;

use super::Authenticator;
use crate::{AppError, view::AccountQr};

impl Authenticator {
    /// The QR code of one account. Where the vault has a passphrase, it must be given; else the keyring is asked again,
    /// which asks the person if it was locked meanwhile.
    ///
    /// # Errors
    /// That the key does not fit, that there is no such account, or that its link does not fit a QR code.
    pub async fn account_qr(&self, id: &str, passphrase: Option<SecretText>) -> Result<AccountQr, AppError> {
        if !self.vault.opened_once_more(passphrase).await? {
            return Ok(AccountQr::PassphraseNeeded);
        }
        let link = self.export_link(id).await?;
        Ok(AccountQr::Shown { svg: qr_svg(link.expose())?.to_string() })
    }
}
