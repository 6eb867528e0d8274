//! Reads a link of Proofup from a QR code in a picture: for activating this computer, or with the address of a service.
//! The page puts it into its field; this module does nothing else with it.

use proofup_api::SecretText;
use proofup_token_files::{texts_in_picture, texts_in_pixels};
use zeroize::Zeroizing;

use super::Links;
use crate::{AppError, clipboard::Pixels};

const SCHEME: &str = "proofup://";

impl Links {
    /// The first such link in a picture.
    ///
    /// # Errors
    /// The picture is invalid, or [`AppError::PictureWithoutLink`].
    pub async fn link_in_picture(&self, bytes: Vec<u8>) -> Result<SecretText, AppError> {
        let texts = tokio::task::spawn_blocking(move || texts_in_picture(&bytes));
        first_link(&texts.await.map_err(|_| AppError::Failed)??)
    }

    /// The first such link in the picture in the clipboard.
    ///
    /// # Errors
    /// [`AppError::NoPictureCopied`], and those of [`Links::link_in_picture`].
    pub async fn link_in_clipboard(&self) -> Result<SecretText, AppError> {
        let lease = self.clipboard.clone();
        let texts = tokio::task::spawn_blocking(move || {
            let Pixels { width, height, rgba } = lease.picture().ok_or(AppError::NoPictureCopied)?;
            Ok::<_, AppError>(texts_in_pixels(width, height, &rgba)?)
        });
        first_link(&texts.await.map_err(|_| AppError::Failed)??)
    }
}

fn first_link(texts: &[Zeroizing<String>]) -> Result<SecretText, AppError> {
    let link = texts.iter().map(|text| text.trim()).find(|text| is_own(text));
    link.map(SecretText::new).ok_or(AppError::PictureWithoutLink)
}

fn is_own(text: &str) -> bool {
    text.len() <= super::MOST_LINK_BYTES
        && text.get(..SCHEME.len()).is_some_and(|start| start.eq_ignore_ascii_case(SCHEME))
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::first_link;
    use crate::AppError;

    #[test]
    fn the_first_own_link_is_found_beside_other_codes() {
        let texts = ["https://contoso.example", " PROOFUP://service?url=https%3A%2F%2Fa.example\n"];
        let found = first_link(&texts.map(|text| Zeroizing::new(text.to_owned()))).unwrap();
        assert_eq!(found.expose(), "PROOFUP://service?url=https%3A%2F%2Fa.example");
    }

    #[test]
    fn a_picture_of_another_code_has_none() {
        for text in ["", "otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ", "https://proofup://", "proofup:service"] {
            let texts = [Zeroizing::new(text.to_owned())];
            assert!(matches!(first_link(&texts), Err(AppError::PictureWithoutLink)), "{text}");
        }
    }
}
