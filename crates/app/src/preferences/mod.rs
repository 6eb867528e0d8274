//! The Settings page: the person's settings, and the about card.

mod stopped_page;

use std::{path::PathBuf, sync::Arc};

use proofup_client::{Environment, ServiceAddress};

pub use stopped_page::StoppedPageWords;

use crate::{
    AppError, Change, ServiceSource,
    links::service_offer,
    profile::{Settings, unique_name},
    service::ServiceConnection,
    sign_in::SignIn,
    status::StatusPublisher,
    vault::VaultSession,
    view::{About, SettingsView},
};

/// The person's settings.
pub struct Preferences {
    settings: Arc<Settings>,
    service: Arc<ServiceConnection>,
    sign_in: Arc<SignIn>,
    publisher: Arc<StatusPublisher>,
    vault: Arc<VaultSession>,
    environment: Arc<dyn Environment>,
    version: String,
    data_folder: PathBuf,
}

/// The parts that it uses.
pub(crate) struct PreferencesParts {
    pub(crate) settings: Arc<Settings>,
    pub(crate) service: Arc<ServiceConnection>,
    pub(crate) sign_in: Arc<SignIn>,
    pub(crate) publisher: Arc<StatusPublisher>,
    pub(crate) vault: Arc<VaultSession>,
    pub(crate) environment: Arc<dyn Environment>,
    pub(crate) version: String,
    pub(crate) data_folder: PathBuf,
}

impl Preferences {
    pub(crate) fn new(parts: PreferencesParts) -> Self {
        let PreferencesParts { settings, service, sign_in, publisher, vault, environment, version, data_folder } =
            parts;
        Self { settings, service, sign_in, publisher, vault, environment, version, data_folder }
    }

    /// The settings; the address is the one in use.
    pub fn settings(&self) -> SettingsView {
        self.service.settings_in_use()
    }

    /// Saves the settings. Another address ends the session, because the session belongs to the old service.
    ///
    /// # Errors
    /// [`AppError::Address`], [`AppError::SettingsNotSaved`]; nothing is changed then.
    pub async fn save(&self, mut settings: SettingsView) -> Result<SettingsView, AppError> {
        let stored = self.settings.current();
        settings.zoom = settings.zoom.clamp(*SettingsView::ZOOM.start(), *SettingsView::ZOOM.end());
        // Another command saves a shortcut, after the desktop has granted it.
        settings.quick_access.shortcut.clone_from(&stored.quick_access.shortcut);
        let before = match self.service.source() {
            ServiceSource::Settings | ServiceSource::Deployed(_) => self.settings().service_address,
            ServiceSource::Fixed(_) | ServiceSource::Embedded => {
                settings.service_address.clone_from(&stored.service_address);
                stored.service_address
            }
        };
        let address = match service_offer::typed(&settings.service_address).as_str() {
            "" => None,
            typed => Some(typed.parse::<ServiceAddress>()?),
        };
        settings.service_address = address.as_ref().map(ToString::to_string).unwrap_or_default();
        let changed = settings.service_address != before;
        // If the person uses the administrator's address, no own address is saved.
        if matches!(self.service.source(), ServiceSource::Deployed(deployed) if *deployed == settings.service_address) {
            settings.service_address.clear();
        }
        self.settings.store(settings, unique_name(&*self.environment)).await?;
        self.publisher.announce(Change::Settings);
        self.service.update_language();
        self.vault.idle_time_changed();
        if changed {
            self.publisher.update(|status| status.service_offer = None);
            self.sign_in.sign_out().await;
            // Without an own address, the administrator's is used again.
            self.service.connect_as_set();
        }
        Ok(self.settings())
    }

    /// The about card.
    pub fn about(&self) -> About {
        About {
            version: self.version.clone(),
            data_folder: self.data_folder.display().to_string(),
            keyring: self.vault.keyring_state(),
            system_language: self.settings.host().language.clone(),
        }
    }
}
