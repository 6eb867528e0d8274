//! Authenticator apps without push: the service gives the seed once, and accepts codes after the first right one.

use proofup_api::{ActivateSoftwareOath, CreatedSoftwareOath};
use reqwest::Method;

use super::with_id;
use crate::{ClientError, Session};

const APPS: &str = "/v1/me/authentication/softwareOathMethods";
const APP: &str = "/v1/me/authentication/softwareOathMethods/";

#[expect(clippy::missing_errors_doc, reason = "every call can fail with every `ClientError`, and with nothing else")]
impl Session {
    /// Begins the set-up of an app; nothing changes for sign-in yet.
    pub async fn create_software_oath(&self) -> Result<CreatedSoftwareOath, ClientError> {
        self.send(Method::POST, APPS, &serde_json::Map::new()).await
    }

    /// Ends the set-up with a code of the app. The app that it replaces stops working in the same moment.
    pub async fn activate_software_oath(&self, id: &str, body: &ActivateSoftwareOath) -> Result<(), ClientError> {
        self.order(Method::POST, &with_id(APP, id, "/activate"), Some(body)).await
    }

    /// Removes an app, or cancels a set-up.
    pub async fn delete_software_oath(&self, id: &str) -> Result<(), ClientError> {
        self.order(Method::DELETE, &with_id(APP, id, ""), None::<&()>).await
    }
}
