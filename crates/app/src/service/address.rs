//! The service's address: from the settings, deployed by an administrator, given at the start, or of the embedded
//! service.

use proofup_client::ServiceAddress;

use super::ServiceConnection;
use crate::{AppError, ServiceSource, view::SettingsView};

/// The name of the embedded service's stored sessions; its port may change.
pub(crate) const EMBEDDED: &str = "embedded";

impl ServiceConnection {
    /// The source of the service's address.
    pub(crate) fn source(&self) -> &ServiceSource {
        &self.source
    }

    /// The settings, with the address in use.
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

    /// Connects to the address in use, or disconnects if there is none. The embedded service reports its own address.
    pub(crate) fn connect_as_set(&self) {
        if self.source == ServiceSource::Embedded {
            return;
        }
        match self.settings_in_use().service_address.parse::<ServiceAddress>() {
            Ok(address) => self.connect(address.clone(), address.to_string()),
            Err(_) => self.link.disconnect(),
        }
    }

    /// Sets the address of the embedded service.
    ///
    /// # Errors
    /// [`AppError::Address`] if it is invalid.
    pub fn embedded_service_started(&self, address: &str) -> Result<(), AppError> {
        self.connect(address.parse::<ServiceAddress>()?, EMBEDDED.to_owned());
        Ok(())
    }

    /// Notes that the embedded service did not start. The calls that wait for it fail, and the window shows the reason.
    pub fn embedded_service_failed(&self, error: &AppError) {
        let detail = match error {
            AppError::EmbeddedService(detail) => detail.clone(),
            other => other.to_string(),
        };
        self.link.fail(detail);
        let fault = crate::faults::fault(error, self.environment.now());
        self.publisher.update(|status| status.service_fault = Some(fault));
    }

    /// Sets the language of texts and calls.
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
