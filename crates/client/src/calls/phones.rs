//! Phones: a number is saved only after the code that was sent to it, or the call that came to it.

use proofup_api::{AddPhone, SecretText, VerificationCode, VerificationStarted, VerificationState};
use reqwest::Method;

use super::with_id;
use crate::{ClientError, Session};

const PHONES: &str = "/v1/me/authentication/phoneMethods";
const PHONE: &str = "/v1/me/authentication/phoneMethods/";

#[expect(clippy::missing_errors_doc, reason = "every call can come to every `ClientError`, and to no other")]
impl Session {
    /// Adds a phone of a type that is not there yet: sends the code.
    pub async fn add_phone(&self, phone: &AddPhone) -> Result<VerificationStarted, ClientError> {
        self.send(Method::POST, PHONES, phone).await
    }

    /// Changes the number of a phone: sends the code. The old number works until the new one is verified.
    pub async fn change_phone(&self, id: &str, phone: &AddPhone) -> Result<VerificationStarted, ClientError> {
        self.send(Method::PATCH, &with_id(PHONE, id, ""), phone).await
    }

    /// Saves the number that the code was sent to.
    pub async fn verify_phone(&self, verification_id: &str, code: SecretText) -> Result<(), ClientError> {
        let path = with_id("/v1/me/authentication/verifications/", verification_id, "");
        self.order(Method::POST, &path, Some(&VerificationCode { code })).await
    }

    /// How a verification stands on the phone. Once it is verified, the number is saved.
    pub async fn verification_state(&self, verification_id: &str) -> Result<VerificationState, ClientError> {
        self.get(&with_id("/v1/me/authentication/verifications/", verification_id, "")).await
    }

    /// Removes a phone.
    pub async fn delete_phone(&self, id: &str) -> Result<(), ClientError> {
        self.order(Method::DELETE, &with_id(PHONE, id, ""), None::<&()>).await
    }
}
