//! Phones: a number is saved only after its owner has given the code of a text, or confirmed a call.

use proofup_api::{AddPhone, SecretText, VerificationCode, VerificationStarted, VerificationState, VerificationStatus};
use reqwest::Method;

use super::with_id;
use crate::{ClientError, Session};

const PHONES: &str = "/v1/me/authentication/phoneMethods";
const PHONE: &str = "/v1/me/authentication/phoneMethods/";

#[expect(clippy::missing_errors_doc, reason = "every call can fail with every `ClientError`, and with nothing else")]
impl Session {
    /// Adds a phone of a type that the person lacks: sends the code.
    pub async fn add_phone(&self, phone: &AddPhone) -> Result<VerificationStarted, ClientError> {
        self.send(Method::POST, PHONES, phone).await
    }

    /// Changes the number of a phone: sends the code. The old number works until the new one is verified.
    pub async fn change_phone(&self, id: &str, phone: &AddPhone) -> Result<VerificationStarted, ClientError> {
        self.send(Method::PATCH, &with_id(PHONE, id, ""), phone).await
    }

    /// Saves the verified number.
    pub async fn verify_phone(&self, verification_id: &str, code: SecretText) -> Result<(), ClientError> {
        let path = with_id("/v1/me/authentication/verifications/", verification_id, "");
        self.order(Method::POST, &path, Some(&VerificationCode { code })).await
    }

    /// Whether the person has confirmed the verification call: then the number is saved. A call that failed or was
    /// refused gives [`ClientError::Denied`].
    pub async fn phone_verified(&self, verification_id: &str) -> Result<bool, ClientError> {
        let path = with_id("/v1/me/authentication/verifications/", verification_id, "");
        let answer = self.call(Method::GET, &path, None::<&()>).await?;
        let correlation_id = answer.correlation_id.clone();
        let state: VerificationState = answer.success()?;
        match (state.status, state.code) {
            (VerificationStatus::Verified, _) => Ok(true),
            (VerificationStatus::Failed, Some(reason)) => {
                Err(ClientError::Denied { reason, params: state.params, correlation_id })
            }
            (VerificationStatus::Pending | VerificationStatus::Failed, _) => Ok(false),
        }
    }

    /// Removes a phone.
    pub async fn delete_phone(&self, id: &str) -> Result<(), ClientError> {
        self.order(Method::DELETE, &with_id(PHONE, id, ""), None::<&()>).await
    }
}
