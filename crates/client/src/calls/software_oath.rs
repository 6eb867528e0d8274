//! Authenticator apps without push: a seed is handed out once, and counts from its first right code on.

use proofup_api::{ActivateSoftwareOath, CreatedSoftwareOath};
use reqwest::Method;

use super::with_id;
use crate::{ClientError, Session};

const APPS: &str = "/v1/me/authentication/softwareOathMethods";
const APP: &str = "/v1/me/authentication/softwareOathMethods/";

#[expect(clippy::missing_errors_doc, reason = "every call can come to every `ClientError`, and to no other")]
impl Session {
    /// Begins the set-up of an app; nothing changes for sign-in yet.
    pub async fn create_software_oath(&self) -> Result<CreatedSoftwareOath, ClientError> {
        self.send(Method::POST, APPS, &serde_json::Map::new()).await
    }

    /// Ends the set-up with a code of the app. What it replaces stops working in the same instant.
    pub async fn activate_software_oath(&self, id: &str, body: &ActivateSoftwareOath) -> Result<(), ClientError> {
        self.order(Method::POST, &with_id(APP, id, "/activate"), Some(body)).await
    }

    /// Removes an app, or forgets a set-up.
    pub async fn delete_software_oath(&self, id: &str) -> Result<(), ClientError> {
        self.order(Method::DELETE, &with_id(APP, id, ""), None::<&()>).await
    }
}
