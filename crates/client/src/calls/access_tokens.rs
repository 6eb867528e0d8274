//! Tokens of programs: listed, made and revoked by administrators.

use proofup_api::{AccessToken, CreateAccessToken, CreatedAccessToken, Listing};
use reqwest::Method;

use super::with_id;
use crate::{ClientError, Session};

const TOKENS: &str = "/v1/admin/accessTokens";
const TOKEN: &str = "/v1/admin/accessTokens/";

#[expect(clippy::missing_errors_doc, reason = "every call can fail with every `ClientError`, and with nothing else")]
impl Session {
    /// All of them, by name.
    pub async fn access_tokens(&self) -> Result<Vec<AccessToken>, ClientError> {
        let found: Listing<AccessToken> = self.get(TOKENS).await?;
        Ok(found.value)
    }

    /// Makes one. The answer alone has its secret.
    pub async fn create_access_token(&self, body: &CreateAccessToken) -> Result<CreatedAccessToken, ClientError> {
        self.send(Method::POST, TOKENS, body).await
    }

    /// Revokes one, from the next call on.
    pub async fn revoke_access_token(&self, id: &str) -> Result<(), ClientError> {
        self.order(Method::DELETE, &with_id(TOKEN, id, ""), None::<&()>).await
    }
}
