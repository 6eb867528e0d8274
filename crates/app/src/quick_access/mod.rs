//! Quick access: the person's settings for tray, start and shortcut. The shell finds out what the desktop supports.

mod shortcut;
mod tray;
pub(crate) mod words;

pub use shortcut::{Shortcut, ShortcutKey};
pub use tray::{TrayChoice, TrayItem};

use crate::authenticator::Authenticator;
use crate::clipboard::ClipboardLease;
use crate::profile::Settings;
use crate::profile::unique_name;
use crate::service::ServiceConnection;
use crate::status::StatusPublisher;
use crate::vault::VaultSession;
use crate::{
    AppError, Change,
    quick_access::words::words,
    view::{QuickAccessSettings, SettingsView},
};
use proofup_client::Environment;
use std::sync::Arc;

/// The part of tray and shortcut that does not depend on the desktop.
pub struct QuickAccess {
    settings: Arc<Settings>,
    service: Arc<ServiceConnection>,
    publisher: Arc<StatusPublisher>,
    vault: Arc<VaultSession>,
    authenticator: Arc<Authenticator>,
    clipboard: Arc<ClipboardLease>,
    environment: Arc<dyn Environment>,
}

/// The parts that it uses.
pub(crate) struct QuickAccessParts {
    pub(crate) settings: Arc<Settings>,
    pub(crate) service: Arc<ServiceConnection>,
    pub(crate) publisher: Arc<StatusPublisher>,
    pub(crate) vault: Arc<VaultSession>,
    pub(crate) authenticator: Arc<Authenticator>,
    pub(crate) clipboard: Arc<ClipboardLease>,
    pub(crate) environment: Arc<dyn Environment>,
}

impl QuickAccess {
    pub(crate) fn new(parts: QuickAccessParts) -> Self {
        let QuickAccessParts { settings, service, publisher, vault, authenticator, clipboard, environment } = parts;
        Self { settings, service, publisher, vault, authenticator, clipboard, environment }
    }

    /// Saves a shortcut, or that there is none. The desktop must grant it first, so that a shortcut of another program
    /// is not saved.
    ///
    /// # Errors
    /// [`AppError::SettingsNotSaved`].
    pub async fn remember_shortcut(&self, shortcut: Option<Shortcut>) -> Result<SettingsView, AppError> {
        let mut settings = self.settings.current();
        settings.quick_access.shortcut = shortcut.map(|shortcut| shortcut.to_string());
        self.settings.store(settings, unique_name(&*self.environment)).await?;
        self.publisher.announce(Change::Settings);
        Ok(self.service.settings_in_use())
    }

    /// The text that a desktop shows when it asks the person about the shortcut.
    pub fn shortcut_purpose(&self) -> &'static str {
        words(self.settings.language()).open
    }

    /// The saved shortcut. `None` if the file was edited and the text is invalid.
    pub fn remembered_shortcut(&self) -> Option<Shortcut> {
        self.settings.current().quick_access.shortcut?.parse().ok()
    }
}

impl QuickAccessSettings {
    /// Whether closing the window hides it. This needs the tray, which shows it again.
    pub fn closes_to_tray(&self) -> bool {
        self.tray && self.close_to_tray
    }

    /// Whether the window stays hidden at the start. This needs the tray, which shows it.
    pub fn starts_hidden(&self) -> bool {
        self.tray && self.start_hidden
    }
}
