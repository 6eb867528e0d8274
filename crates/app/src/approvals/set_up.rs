//! Setting a device up for notifications: another one by QR code, code and address, or this computer in one press.

use jiff::{SignedDuration, Timestamp};
use proofup_api::{
    ActivateAuthenticator, ActivatedAuthenticator, AuthenticatorSetUp, CreatedAuthenticator, SecretText, SetUpState,
    TestStarted,
};
use proofup_client::{DeviceKey, Service, ServiceAddress, Session};
use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use proofup_token_files::qr_svg;
use proofup_vault::NewEntry;

use super::{StoredRegistration, registration_file::StoredKey};
use crate::{
    App, AppError, Change,
    links::activation as link,
    view::{PushSetup, PushSetupPart},
};

/// A set-up that waits for its device, and for the test of it.
pub(crate) struct PendingDevice {
    created: CreatedAuthenticator,
    replaces: Option<String>,
    until: Timestamp,
}

impl App {
    /// Begins a set-up. Nothing changes for sign-in yet.
    ///
    /// # Errors
    /// That notifications are not allowed, or any fault of a call to the service.
    pub async fn start_push_setup(&self, replaces: Option<String>) -> Result<PushSetup, AppError> {
        let create = |session: Session| {
            let replaced = replaces.clone();
            async move { session.create_authenticator(replaced).await }
        };
        let created = self.confirmed_call(create).await?;
        let view = PushSetup {
            id: created.id.clone(),
            qr_svg: qr_svg(created.qr_content.expose())?.to_string(),
            activation_code: created.activation_code.expose().to_owned(),
            activation_url: created.activation_url.clone(),
            expires_in_seconds: created.expires_in_seconds,
        };
        let now = self.environment().now();
        // A day: the test may come long after the code was used.
        let until = now.saturating_add(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MAX);
        let mut pending = self.pending_devices();
        pending.retain(|device| device.until > now);
        pending.push(PendingDevice { created, replaces, until });
        self.publisher().announce(Change::SetUpShown);
        Ok(view)
    }

    /// How far a set-up has come. Once its device counts, what it replaced here is removed.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn push_setup_state(&self, id: &str) -> Result<AuthenticatorSetUp, AppError> {
        let state = self.call(async |session| session.authenticator_set_up(id).await).await?;
        if state.state == SetUpState::Verified {
            let replaced = {
                let mut pending = self.pending_devices();
                let at = pending.iter().position(|device| device.created.id == id);
                at.and_then(|at| pending.remove(at).replaces)
            };
            if let Some(replaced) = replaced {
                self.remove_device(&replaced).await?;
                self.remove_own_registration(replaced).await?;
            }
        }
        Ok(state)
    }

    /// Sends a test request to a device.
    ///
    /// # Errors
    /// That notifications are paused, or any fault of a call to the service.
    pub async fn test_push_device(&self, id: &str) -> Result<TestStarted, AppError> {
        self.call(async |session| session.test_authenticator(id).await).await
    }

    /// Leaves a set-up: the service forgets it, and this computer if it was its device.
    ///
    /// # Errors
    /// Any fault of a call to the service; it is forgotten here all the same, and the service forgets it by itself later.
    pub async fn cancel_push_setup(&self, id: &str) -> Result<(), AppError> {
        self.pending_devices().retain(|device| device.created.id != id);
        self.remove_device(id).await?;
        self.call(async |session| session.delete_authenticator(id).await).await
    }

    /// Copies a part of a set-up.
    ///
    /// # Errors
    /// [`AppError::SetupGone`], or that the clipboard refused.
    pub async fn copy_push_setup(&self, id: &str, part: PushSetupPart) -> Result<(), AppError> {
        let text = {
            let pending = self.pending_devices();
            let device = pending.iter().find(|device| device.created.id == id).ok_or(AppError::SetupGone)?;
            match part {
                PushSetupPart::Code => device.created.activation_code.clone(),
                PushSetupPart::Url => SecretText::new(device.created.activation_url.as_str()),
                PushSetupPart::Link => device.created.qr_content.clone(),
            }
        };
        self.copy_secret(text.expose()).await
    }

    /// The link of the set-up that is on the screen, as a camera would see it.
    pub fn shown_activation_link(&self) -> Option<SecretText> {
        self.pending_devices().last().map(|device| device.created.qr_content.clone())
    }

    /// Registers this computer with the set-up that is on its own screen.
    ///
    /// # Errors
    /// [`AppError::SetupGone`], [`AppError::DeviceKeyUnavailable`], or why the service does not take the code.
    pub async fn use_this_computer(&self, setup_id: &str) -> Result<(), AppError> {
        let code = {
            let pending = self.pending_devices();
            let device = pending.iter().find(|device| device.created.id == setup_id).ok_or(AppError::SetupGone)?;
            device.created.activation_code.clone()
        };
        let service = self.link().service().await?;
        let known_as = self.link().kept_as();
        self.activate_here(service, known_as, code).await
    }

    /// Registers this computer with a code that is on another screen: the link, or the code and the address.
    ///
    /// # Errors
    /// [`AppError::ActivationInvalid`], and those of [`App::use_this_computer`].
    pub async fn activate_device(&self, code: &str, url: &str) -> Result<(), AppError> {
        let activation = link::read(code, url).ok_or(AppError::ActivationInvalid)?;
        let address: ServiceAddress = activation.url.parse()?;
        let own = self.link().address();
        let (service, known_as) = if own.as_deref() == Some(address.to_string().as_str()) {
            (self.link().service().await?, self.link().kept_as())
        } else {
            (Service::new(address.clone(), self.shared_environment())?, address.to_string())
        };
        self.activate_here(service, known_as, activation.code).await
    }

    /// Unregisters a device. If it is this computer, its key and codes go as well.
    ///
    /// # Errors
    /// That it is the last method, or any fault of a call to the service.
    pub async fn delete_push_device(&self, id: &str) -> Result<(), AppError> {
        self.confirmed_call(|session: Session| async move { session.delete_authenticator(id).await }).await?;
        self.remove_device(id).await
    }

    /// The key is kept before the service knows of it, so that no crash leaves a registration that nobody can use.
    async fn activate_here(&self, service: Service, known_as: String, code: SecretText) -> Result<(), AppError> {
        let key = DeviceKey::generate(self.environment());
        let kept_key = self.keep_device_key(&key).await?;
        let body = ActivateAuthenticator {
            code,
            device_name: self.host().listed_name(),
            platform: platform().to_owned(),
            public_key: key.public_key(),
        };
        let activated = match service.activate(&body).await {
            Ok(activated) => activated,
            Err(error) => {
                self.forget_device_key(kept_key).await;
                return Err(error.into());
            }
        };
        self.add_codes_of_device(&activated).await;
        let kept = StoredRegistration {
            id: activated.device_id,
            service: known_as,
            address: service.address().to_string(),
            issuer: activated.issuer,
            account: activated.account_name,
            key: kept_key,
        };
        let (devices, unique, added) = (self.devices(), self.unique(), kept.clone());
        let adding = tokio::task::spawn_blocking(move || devices.add(added, &unique));
        adding.await.map_err(|_| AppError::Failed)?.map_err(AppError::SettingsNotSaved)?;
        self.watch_device(kept);
        self.tell_approvals();
        Ok(())
    }

    async fn forget_device_key(&self, key: StoredKey) {
        let store = self.secret_store();
        let _ = tokio::task::spawn_blocking(move || super::registration_file::forget_key(&store, &key)).await;
    }

    /// The device makes codes as well, with no network at all. A closed vault cannot take them; notifications work
    /// without.
    async fn add_codes_of_device(&self, activated: &ActivatedAuthenticator) {
        let Some(params) = activated.secret_key.as_ref().and_then(|secret| codes(secret.expose())) else { return };
        let new = NewEntry {
            issuer: activated.issuer.clone(),
            account: activated.account_name.clone(),
            params,
            organisation: Some(activated.device_id.clone()),
        };
        let now = self.environment().now();
        match self.with_vault(move |vault| vault.add(new, now)).await {
            Ok(_) => self.publisher().announce(Change::Authenticator),
            Err(error) => tracing::warn!(%error, "the codes of this device are not in its authenticator"),
        }
    }
}

/// SHA-1, six digits, thirty seconds: what the service gives out.
fn codes(base32: &str) -> Option<OtpParams> {
    let secret = Secret::from_base32(base32).ok()?;
    OtpParams::new(secret, Kind::Totp { period: 30 }, Algorithm::Sha1, 6).ok()
}

fn platform() -> &'static str {
    match std::env::consts::OS {
        "linux" => "Linux",
        "macos" => "macOS",
        "windows" => "Windows",
        other => other,
    }
}
