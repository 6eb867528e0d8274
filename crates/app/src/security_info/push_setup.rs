//! Sets up a device for notifications: another device with QR code, code and address, or this computer.

use jiff::{SignedDuration, Timestamp};
use proofup_api::{AuthenticatorSetUp, CreatedAuthenticator, SecretText, SetUpState, TestStarted};
use proofup_client::Session;
use proofup_token_files::qr_svg;

use super::SecurityInfo;
use crate::{
    AppError, Change,
    view::{PushSetup, PushSetupPart},
};

/// A set-up that waits for its device and for the test.
pub(crate) struct PendingDevice {
    created: CreatedAuthenticator,
    replaces: Option<String>,
    until: Timestamp,
}

impl SecurityInfo {
    /// Begins a set-up. Nothing changes for sign-in yet.
    ///
    /// # Errors
    /// Notifications are not allowed, or any fault of a call to the service.
    pub async fn start_push_setup(&self, replaces: Option<String>) -> Result<PushSetup, AppError> {
        let create = |session: Session| {
            let replaced = replaces.clone();
            async move { session.create_authenticator(replaced).await }
        };
        let created = self.service.confirmed_call(create).await?;
        let view = PushSetup {
            id: created.id.clone(),
            qr_svg: qr_svg(created.qr_content.expose())?.to_string(),
            activation_code: created.activation_code.expose().to_owned(),
            activation_url: created.activation_url.clone(),
            expires_in_seconds: created.expires_in_seconds,
        };
        let now = self.environment.now();
        // A day: the test may come long after the code was used.
        let until = now.saturating_add(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MAX);
        let mut pending = self.pending_devices.lock();
        pending.retain(|device| device.until > now);
        pending.push(PendingDevice { created, replaces, until });
        self.publisher.announce(Change::SetUpShown);
        Ok(view)
    }

    /// The progress of a set-up. When its device is active, the device that it replaces is removed from this computer.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn push_setup_state(&self, id: &str) -> Result<AuthenticatorSetUp, AppError> {
        let state = self.service.call(async |session| session.authenticator_set_up(id).await).await?;
        if state.state == SetUpState::Verified {
            let replaced = {
                let mut pending = self.pending_devices.lock();
                let at = pending.iter().position(|device| device.created.id == id);
                at.and_then(|at| pending.remove(at).replaces)
            };
            if let Some(replaced) = replaced {
                self.approvals.remove_device(&replaced).await?;
                self.authenticator.remove_own_registration(replaced).await?;
            }
        }
        Ok(state)
    }

    /// Sends a test request to a device.
    ///
    /// # Errors
    /// Notifications are paused, or any fault of a call to the service.
    pub async fn test_push_device(&self, id: &str) -> Result<TestStarted, AppError> {
        self.service.confirmed_call(|session: Session| async move { session.test_authenticator(id).await }).await
    }

    /// Cancels a set-up at the service, and on this computer if it is the device.
    ///
    /// # Errors
    /// Any fault of a call to the service; it is forgotten here in any case, and expires at the service.
    pub async fn cancel_push_setup(&self, id: &str) -> Result<(), AppError> {
        self.pending_devices.lock().retain(|device| device.created.id != id);
        self.approvals.remove_device(id).await?;
        self.service.call(async |session| session.delete_authenticator(id).await).await
    }

    /// Copies a part of a set-up.
    ///
    /// # Errors
    /// [`AppError::SetupGone`], or the clipboard failed.
    pub async fn copy_push_setup(&self, id: &str, part: PushSetupPart) -> Result<(), AppError> {
        let text = {
            let pending = self.pending_devices.lock();
            let device = pending.iter().find(|device| device.created.id == id).ok_or(AppError::SetupGone)?;
            match part {
                PushSetupPart::Code => device.created.activation_code.clone(),
                PushSetupPart::Url => SecretText::new(device.created.activation_url.as_str()),
                PushSetupPart::Link => device.created.qr_content.clone(),
            }
        };
        self.clipboard.copy_secret(text.expose()).await
    }

    /// The link in the QR code of the open dialog, for the demo phone.
    pub fn shown_activation_link(&self) -> Option<SecretText> {
        self.pending_devices.lock().last().map(|device| device.created.qr_content.clone())
    }

    /// Registers this computer with the set-up in its own dialog.
    ///
    /// # Errors
    /// [`AppError::SetupGone`], [`AppError::DeviceKeyUnavailable`], or the service refuses the code.
    pub async fn use_this_computer(&self, setup_id: &str) -> Result<(), AppError> {
        let code = {
            let pending = self.pending_devices.lock();
            let device = pending.iter().find(|device| device.created.id == setup_id).ok_or(AppError::SetupGone)?;
            device.created.activation_code.clone()
        };
        let service = self.service.link.service().await?;
        let known_as = self.service.link.kept_as();
        self.approvals.activate_here(service, known_as, code).await
    }

    /// Unregisters a device. If it is this computer, its key and codes are removed too.
    ///
    /// # Errors
    /// It is the last method, or any fault of a call to the service.
    pub async fn delete_push_device(&self, id: &str) -> Result<(), AppError> {
        self.service.confirmed_call(|session: Session| async move { session.delete_authenticator(id).await }).await?;
        self.approvals.remove_device(id).await
    }
}
