//! Registers this computer as an authenticator device.

use std::sync::Arc;

use proofup_api::{ActivateAuthenticator, ActivatedAuthenticator, SecretText};
use proofup_client::{DeviceKey, Service, ServiceAddress};
use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use proofup_vault::NewEntry;

use super::{Approvals, StoredRegistration, registration_file::StoredKey};
use crate::{AppError, Change, links::activation, profile::unique_name};

impl Approvals {
    /// Registers this computer with a code from another screen: the link, or the code and the address.
    ///
    /// # Errors
    /// [`AppError::ActivationInvalid`], and those of `use_this_computer`.
    pub async fn activate_device(self: &Arc<Self>, code: &str, url: &str) -> Result<(), AppError> {
        let activation = activation::read(code, url).ok_or(AppError::ActivationInvalid)?;
        let address: ServiceAddress = activation.url.parse()?;
        let own = self.service.link.address();
        let (service, known_as) = if own.as_deref() == Some(address.to_string().as_str()) {
            (self.service.link.service().await?, self.service.link.kept_as())
        } else {
            (Service::new(address.clone(), self.environment.clone())?, address.to_string())
        };
        self.activate_here(service, known_as, activation.code).await
    }

    /// Stores the key before the service is called, so that no crash leaves a registration without a key.
    pub(crate) async fn activate_here(
        self: &Arc<Self>,
        service: Service,
        known_as: String,
        code: SecretText,
    ) -> Result<(), AppError> {
        let key = DeviceKey::generate(&*self.environment);
        let kept_key = self.keep_device_key(&key).await?;
        let body = ActivateAuthenticator {
            code,
            device_name: self.settings.host().listed_name(),
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
        let (devices, unique, added) = (self.devices.clone(), unique_name(&*self.environment), kept.clone());
        let adding = tokio::task::spawn_blocking(move || devices.add(added, &unique));
        adding.await.map_err(|_| AppError::Failed)?.map_err(AppError::SettingsNotSaved)?;
        self.watch_device(kept);
        self.tell_approvals();
        Ok(())
    }

    async fn forget_device_key(&self, key: StoredKey) {
        let store = self.secret_store.clone();
        let _ = tokio::task::spawn_blocking(move || super::registration_file::forget_key(&store, &key)).await;
    }

    /// Adds the device's codes to the authenticator; they need no network. A locked vault cannot store them;
    /// notifications work without.
    async fn add_codes_of_device(&self, activated: &ActivatedAuthenticator) {
        let Some(params) = activated.secret_key.as_ref().and_then(|secret| codes(secret.expose())) else { return };
        let new = NewEntry {
            issuer: activated.issuer.clone(),
            account: activated.account_name.clone(),
            params,
            organisation: Some(activated.device_id.clone()),
        };
        let now = self.environment.now();
        match self.vault.with_vault(move |vault| vault.add(new, now)).await {
            Ok(_) => self.publisher.announce(Change::Authenticator),
            Err(error) => tracing::warn!(%error, "the codes of this device were not added to the authenticator"),
        }
    }
}

/// SHA-1, six digits, thirty seconds: the service's parameters.
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
