//! Where the app stands, what the person chose, and what it is.

use std::{sync::PoisonError, time::Duration};

use proofup_client::ServiceAddress;
use tokio::sync::{broadcast, watch};

use super::App;
use crate::{
    AppError, Change, ServiceSource,
    view::{About, Connection, SettingsView, Status},
};

impl App {
    /// Where the app stands now.
    pub fn status(&self) -> Status {
        self.inner.board.status()
    }

    /// Follows the status.
    pub fn watch_status(&self) -> watch::Receiver<Status> {
        self.inner.board.subscribe()
    }

    /// Follows what pages ask again about.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.inner.board.changes()
    }

    /// Tries the service at once.
    pub async fn refresh(&self) -> Status {
        if self.is_offline() {
            let mut status = self.inner.board.subscribe();
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
        let before = self.inner.settings.current();
        settings.zoom = settings.zoom.clamp(*SettingsView::ZOOM.start(), *SettingsView::ZOOM.end());
        // A shortcut is remembered only once it is held.
        settings.at_hand.shortcut.clone_from(&before.at_hand.shortcut);
        if self.inner.source != ServiceSource::Settings {
            settings.service_address.clone_from(&before.service_address);
        }
        let address = match proofup_text::name(&settings.service_address).as_str() {
            "" => None,
            typed => Some(typed.parse::<ServiceAddress>()?),
        };
        settings.service_address = address.as_ref().map(ToString::to_string).unwrap_or_default();
        self.store_settings(settings.clone()).await?;
        self.board().announce(Change::Settings);
        self.speak();
        self.inner.vault_desk.idle_time_changed.notify_one();
        if settings.service_address != before.service_address {
            self.sign_out().await;
            match address {
                Some(address) => self.connect(address.clone(), address.to_string()),
                None => self.inner.link.disconnect(),
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
            system_language: self.inner.computer.language.clone(),
        }
    }
}
