//! Renames methods and devices, and forgets one trusted device.

use proofup_client::Session;

use super::SecurityInfo;
use crate::AppError;

impl SecurityInfo {
    /// Renames an authenticator app.
    ///
    /// # Errors
    /// The name is invalid, or any fault of a call to the service.
    pub async fn rename_mobile_app(&self, id: &str, name: &str) -> Result<(), AppError> {
        self.service.call(async |session: Session| session.rename_software_oath(id, name).await).await
    }

    /// Renames an authenticator device.
    ///
    /// # Errors
    /// The name is invalid, or any fault of a call to the service.
    pub async fn rename_push_device(&self, id: &str, name: &str) -> Result<(), AppError> {
        self.service.call(async |session: Session| session.rename_authenticator(id, name).await).await
    }

    /// Renames a hardware token.
    ///
    /// # Errors
    /// The name is invalid, or any fault of a call to the service.
    pub async fn rename_hardware_token(&self, id: &str, name: &str) -> Result<(), AppError> {
        self.service.call(async |session: Session| session.rename_hardware_oath(id, name).await).await
    }

    /// Renames a trusted device.
    ///
    /// # Errors
    /// The name is invalid, or any fault of a call to the service.
    pub async fn rename_trusted_device(&self, id: &str, name: &str) -> Result<(), AppError> {
        self.service.call(async |session: Session| session.rename_trusted_device(id, name).await).await
    }

    /// Forgets one trusted device: it needs the second step again.
    ///
    /// # Errors
    /// It is gone already, or any fault of a call to the service.
    pub async fn forget_trusted_device(&self, id: &str) -> Result<(), AppError> {
        self.service.call(async |session: Session| session.forget_trusted_device(id).await).await
    }
}
