//! Hardware tokens: added with one code, resynchronised with two, removed.

use proofup_api::{AddHardwareOath, ResynchronizeHardwareOath};
use reqwest::Method;

use super::with_id;
use crate::{ClientError, Session};

const TOKENS: &str = "/v1/me/authentication/hardwareOathMethods";
const TOKEN: &str = "/v1/me/authentication/hardwareOathMethods/";

#[expect(clippy::missing_errors_doc, reason = "every call can fail with every `ClientError`, and with nothing else")]
impl Session {
    /// Adds a token with the code that it shows.
    pub async fn add_hardware_oath(&self, body: &AddHardwareOath) -> Result<(), ClientError> {
        self.order(Method::POST, TOKENS, Some(body)).await
    }

    /// Resynchronises a token.
    pub async fn resynchronize_hardware_oath(
        &self,
        id: &str,
        body: &ResynchronizeHardwareOath,
    ) -> Result<(), ClientError> {
        self.order(Method::POST, &with_id(TOKEN, id, "/resynchronize"), Some(body)).await
    }

    /// Removes a token from the account.
    pub async fn delete_hardware_oath(&self, id: &str) -> Result<(), ClientError> {
        self.order(Method::DELETE, &with_id(TOKEN, id, ""), None::<&()>).await
    }
}
