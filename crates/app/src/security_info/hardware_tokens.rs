//! The person's hardware tokens: added with one code, resynchronised with two, deleted.

use proofup_api::{AddHardwareOath, ResynchronizeHardwareOath, SecretText};
use proofup_client::Session;

use super::SecurityInfo;
use crate::AppError;

impl SecurityInfo {
    /// Adds a token with the code that it shows.
    ///
    /// # Errors
    /// The serial number or the code is wrong, there are five tokens already, or any fault of a call to the service.
    pub async fn add_hardware_token(
        &self,
        serial_number: &str,
        code: SecretText,
        display_name: &str,
    ) -> Result<(), AppError> {
        let display_name = Some(proofup_text::name(display_name)).filter(|name| !name.is_empty());
        let serial_number = proofup_text::plain(serial_number).to_string();
        let body = &AddHardwareOath { serial_number, code, display_name };
        self.service.confirmed_call(|session: Session| async move { session.add_hardware_oath(body).await }).await
    }

    /// Resynchronises a token with two codes in a row.
    ///
    /// # Errors
    /// They are not two codes in a row of this token, or any fault of a call to the service.
    pub async fn resync_hardware_token(
        &self,
        id: &str,
        first_code: SecretText,
        second_code: SecretText,
    ) -> Result<(), AppError> {
        let body = ResynchronizeHardwareOath { first_code, second_code };
        self.service.call(async |session| session.resynchronize_hardware_oath(id, &body).await).await
    }

    /// Removes a token from the account.
    ///
    /// # Errors
    /// It is the last method, or any fault of a call to the service.
    pub async fn delete_hardware_token(&self, id: &str) -> Result<(), AppError> {
        self.service.confirmed_call(|session: Session| async move { session.delete_hardware_oath(id).await }).await
    }
}
