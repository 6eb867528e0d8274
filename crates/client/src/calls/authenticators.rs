//! The person's calls about authenticator apps with push.

use proofup_api::{AuthenticatorSetUp, CreateAuthenticator, CreatedAuthenticator, TestStarted};
use reqwest::Method;

use super::with_id;
use crate::{ClientError, Session};

const DEVICES: &str = "/v1/me/authentication/authenticatorMethods";
const DEVICE: &str = "/v1/me/authentication/authenticatorMethods/";

#[expect(clippy::missing_errors_doc, reason = "every call can fail with every `ClientError`, and with nothing else")]
impl Session {
    /// Begins the set-up of a device; nothing changes for sign-in yet.
    pub async fn create_authenticator(&self, replaces: Option<String>) -> Result<CreatedAuthenticator, ClientError> {
        self.send(Method::POST, DEVICES, &CreateAuthenticator { replaces }).await
    }

    /// The progress of a set-up.
    pub async fn authenticator_set_up(&self, id: &str) -> Result<AuthenticatorSetUp, ClientError> {
        self.get(&with_id(DEVICE, id, "")).await
    }

    /// Sends a test request to a device.
    pub async fn test_authenticator(&self, id: &str) -> Result<TestStarted, ClientError> {
        self.send(Method::POST, &with_id(DEVICE, id, "/test"), &serde_json::Map::new()).await
    }

    /// Unregisters a device, or cancels a set-up.
    pub async fn delete_authenticator(&self, id: &str) -> Result<(), ClientError> {
        self.order(Method::DELETE, &with_id(DEVICE, id, ""), None::<&()>).await
    }
}
