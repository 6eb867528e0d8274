//! App passwords.

use proofup_api::{
    AppPasswords, CreateAppPassword, CreateProfile, CreatedAppPassword, DeviceSetup, ProfileLink, SecretText,
};
use reqwest::Method;

use super::with_id;
use crate::{ClientError, Session};

const APP_PASSWORDS: &str = "/v1/me/appPasswords";

#[expect(clippy::missing_errors_doc, reason = "every call can fail with every `ClientError`, and with nothing else")]
impl Session {
    /// All of them, the newest first.
    pub async fn app_passwords(&self) -> Result<AppPasswords, ClientError> {
        self.get(APP_PASSWORDS).await
    }

    /// Creates one. Only this answer contains its secret.
    pub async fn create_app_password(&self, wanted: &CreateAppPassword) -> Result<CreatedAppPassword, ClientError> {
        self.send(Method::POST, APP_PASSWORDS, wanted).await
    }

    /// The organisation's servers, for the person's devices.
    pub async fn device_setup(&self) -> Result<DeviceSetup, ClientError> {
        self.get("/v1/me/deviceSetup").await
    }

    /// A link to an Apple profile with this app password.
    pub async fn apple_profile(&self, id: &str, password: &SecretText) -> Result<ProfileLink, ClientError> {
        let path = with_id("/v1/me/appPasswords/", id, "/profile");
        self.send(Method::POST, &path, &CreateProfile { password: password.clone() }).await
    }

    /// Deletes one.
    pub async fn delete_app_password(&self, id: &str) -> Result<(), ClientError> {
        self.order(Method::DELETE, &with_id("/v1/me/appPasswords/", id, ""), None::<&()>).await
    }

    /// Deletes all.
    pub async fn delete_all_app_passwords(&self) -> Result<(), ClientError> {
        self.order(Method::DELETE, APP_PASSWORDS, None::<&()>).await
    }
}
