//! Where the app stands, what the person chose, and what it is.

use std::{sync::PoisonError, time::Duration};

use proofup_client::ServiceAddress;
use tokio::sync::{broadcast, watch};

use super::App;
use crate::{
    AppError, Change, ServiceSource,
    links::service_offer,
    view::{About, Connection, SettingsView, Status},
};

impl App {
    /// Where the app stands now.
    pub fn status(&self) -> Status {
        self.inner.publisher.status()
    }

    /// Follows the status.
    pub fn watch_status(&self) -> watch::Receiver<Status> {
        self.inner.publisher.subscribe()
    }

    /// Follows what pages ask again about.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.inner.publisher.changes()
    }

    /// Tries the service at once.
    pub async fn refresh(&self) -> Status {
        if self.is_offline() {
            let mut status = self.inner.publisher.subscribe();
            self.inner.link.try_now.notify_one();
            let settled = status.wait_for(|status| status.connection != Connection::Offline);
            // Still offline after that is an answer as well.
            let _ = tokio::time::timeout(Duration::from_secs(4), settled).await;
        } else if let Err(error) = self.sync().await {
            tracing::debug!(%error, "refreshing did not succeed");
        }
        self.status()
    }

    /// What the person chose; the address is the one in use.
    pub fn settings(&self) -> SettingsView {
        let mut settings = self.inner.settings.current();
        match &self.inner.source {
            ServiceSource::Settings => {}
            ServiceSource::Deployed(address) if settings.service_address.is_empty() => {
                settings.service_address.clone_from(address);
            }
            ServiceSource::Deployed(_) => {}
            ServiceSource::Fixed(address) => settings.service_address.clone_from(address),
            ServiceSource::Embedded => settings.service_address = self.inner.link.address().unwrap_or_default(),
        }
        settings
    }

    /// Keeps the settings. Another address ends the session, since it is a session with another service.
    ///
    /// # Errors
    /// [`AppError::Address`], [`AppError::SettingsNotSaved`]; nothing is changed then.
    pub async fn save_settings(&self, mut settings: SettingsView) -> Result<SettingsView, AppError> {
        let stored = self.inner.settings.current();
        settings.zoom = settings.zoom.clamp(*SettingsView::ZOOM.start(), *SettingsView::ZOOM.end());
        // A shortcut is remembered only once it is held.
        settings.quick_access.shortcut.clone_from(&stored.quick_access.shortcut);
        let before = match &self.inner.source {
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
        // The administrator's address stays the administrator's: a person who uses it keeps none of their own.
        if matches!(&self.inner.source, ServiceSource::Deployed(deployed) if *deployed == settings.service_address) {
            settings.service_address.clear();
        }
        self.store_settings(settings).await?;
        self.publisher().announce(Change::Settings);
        self.speak();
        self.inner.vault_session.idle_time_changed.notify_one();
        if changed {
            self.forget_service_offer();
            self.sign_out().await;
            // Without an address of one's own it is the administrator's again.
            match self.settings().service_address.parse::<ServiceAddress>() {
                Ok(address) => self.connect(address.clone(), address.to_string()),
                Err(_) => self.inner.link.disconnect(),
            }
        }
        Ok(self.settings())
    }

    /// What is in the file, whatever address is in use.
    pub(crate) fn stored_settings(&self) -> SettingsView {
        self.inner.settings.current()
    }

    pub(crate) async fn store_settings(&self, settings: SettingsView) -> Result<(), AppError> {
        let (app, unique) = (self.clone(), self.unique());
        let saved = tokio::task::spawn_blocking(move || app.inner.settings.save(settings, &unique)).await;
        saved.map_err(|_| AppError::Failed)?.map_err(AppError::SettingsNotSaved)
    }

    /// The about card.
    pub fn about(&self) -> About {
        About {
            version: self.inner.version.clone(),
            data_folder: self.inner.data_folder.display().to_string(),
            keyring: self.inner.keyring.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            system_language: self.inner.host.language.clone(),
        }
    }
}
