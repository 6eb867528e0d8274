//! Where the service is: in the settings, left by an administrator, given at the start, or inside this process.

use proofup_client::ServiceAddress;

use super::ServiceConnection;
use crate::{AppError, ServiceSource, view::SettingsView};

/// The name under which sessions with the embedded service are kept; its port may change.
pub(crate) const EMBEDDED: &str = "embedded";

impl ServiceConnection {
    /// Where the service's address comes from.
    pub(crate) fn source(&self) -> &ServiceSource {
        &self.source
    }

    /// The settings with the address that is in use.
    pub(crate) fn settings_in_use(&self) -> SettingsView {
        let mut settings = self.settings.current();
        match &self.source {
            ServiceSource::Settings => {}
            ServiceSource::Deployed(address) if settings.service_address.is_empty() => {
                settings.service_address.clone_from(address);
            }
            ServiceSource::Deployed(_) => {}
            ServiceSource::Fixed(address) => settings.service_address.clone_from(address),
            ServiceSource::Embedded => settings.service_address = self.link.address().unwrap_or_default(),
        }
        settings
    }

    /// Connects to the address that is in use; without one, to nothing. An embedded service says itself where it is.
    pub(crate) fn connect_as_set(&self) {
        if self.source == ServiceSource::Embedded {
            return;
        }
        match self.settings_in_use().service_address.parse::<ServiceAddress>() {
            Ok(address) => self.connect(address.clone(), address.to_string()),
            Err(_) => self.link.disconnect(),
        }
    }

    /// The embedded service listens at this address now.
    ///
    /// # Errors
    /// [`AppError::Address`] if it is none.
    pub fn embedded_service_started(&self, address: &str) -> Result<(), AppError> {
        self.connect(address.parse::<ServiceAddress>()?, EMBEDDED.to_owned());
        Ok(())
    }

    /// The embedded service could not be started. The calls that wait for it fail, and the window says why.
    pub fn embedded_service_failed(&self, error: &AppError) {
        let detail = match error {
            AppError::EmbeddedService(detail) => detail.clone(),
            other => other.to_string(),
        };
        self.link.fail(detail);
        let fault = crate::faults::fault(error, self.environment.now());
        self.publisher.update(|status| status.service_fault = Some(fault));
    }

    /// Tells the service which language its texts and calls are read in.
    pub(crate) fn update_language(&self) {
        self.link.set_language(self.settings.language().tag());
    }

    fn connect(&self, address: ServiceAddress, kept_as: String) {
        self.publisher.update(|status| status.service_fault = None);
        if let Err(error) = self.link.connect(address, kept_as, self.environment.clone()) {
            tracing::error!(%error, "connections cannot be prepared on this computer");
            self.link.disconnect();
        }
        self.update_language();
    }
}
