//! Hardware tokens: added by a code, brought back in step by two, taken off again.

use proofup_api::{AddHardwareOath, ResynchronizeHardwareOath};
use reqwest::Method;

use super::with_id;
use crate::{ClientError, Session};

const TOKENS: &str = "/v1/me/authentication/hardwareOathMethods";
const TOKEN: &str = "/v1/me/authentication/hardwareOathMethods/";

#[expect(clippy::missing_errors_doc, reason = "every call can come to every `ClientError`, and to no other")]
impl Session {
    /// Adds a token by the code that it shows.
    pub async fn add_hardware_oath(&self, body: &AddHardwareOath) -> Result<(), ClientError> {
        self.order(Method::POST, TOKENS, Some(body)).await
    }

    /// Brings a token back in step.
    pub async fn resynchronize_hardware_oath(
        &self,
        id: &str,
        body: &ResynchronizeHardwareOath,
    ) -> Result<(), ClientError> {
        self.order(Method::POST, &with_id(TOKEN, id, "/resynchronize"), Some(body)).await
    }

    /// Takes a token off the account.
    pub async fn delete_hardware_oath(&self, id: &str) -> Result<(), ClientError> {
        self.order(Method::DELETE, &with_id(TOKEN, id, ""), None::<&()>).await
    }
}
