//! Renames methods, devices and app passwords.

use proofup_api::Rename;
use reqwest::Method;

use super::with_id;
use crate::{ClientError, Session};

#[expect(clippy::missing_errors_doc, reason = "every call can fail with every `ClientError`, and with nothing else")]
impl Session {
    /// Renames an authenticator app.
    pub async fn rename_software_oath(&self, id: &str, name: &str) -> Result<(), ClientError> {
        self.rename("/v1/me/authentication/softwareOathMethods/", id, name).await
    }

    /// Renames an authenticator device.
    pub async fn rename_authenticator(&self, id: &str, name: &str) -> Result<(), ClientError> {
        self.rename("/v1/me/authentication/authenticatorMethods/", id, name).await
    }

    /// Renames a hardware token.
    pub async fn rename_hardware_oath(&self, id: &str, name: &str) -> Result<(), ClientError> {
        self.rename("/v1/me/authentication/hardwareOathMethods/", id, name).await
    }

    /// Renames a remembered device.
    pub async fn rename_trusted_device(&self, id: &str, name: &str) -> Result<(), ClientError> {
        self.rename("/v1/me/trustedDevices/", id, name).await
    }

    /// Renames an app password; its secret stays the same.
    pub async fn rename_app_password(&self, id: &str, name: &str) -> Result<(), ClientError> {
        self.rename("/v1/me/appPasswords/", id, name).await
    }

    async fn rename(&self, path: &str, id: &str, name: &str) -> Result<(), ClientError> {
        let body = Rename { display_name: name.to_owned() };
        self.order(Method::PATCH, &with_id(path, id, ""), Some(&body)).await
    }
}
