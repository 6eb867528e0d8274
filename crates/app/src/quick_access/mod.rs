//! What the person chose of keeping the app at hand. Whether this desktop gives it is the shell's to find out.

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

/// Tray and shortcut, as far as they need no desktop.
pub struct QuickAccess {
    settings: Arc<Settings>,
    service: Arc<ServiceConnection>,
    publisher: Arc<StatusPublisher>,
    vault: Arc<VaultSession>,
    authenticator: Arc<Authenticator>,
    clipboard: Arc<ClipboardLease>,
    environment: Arc<dyn Environment>,
}

/// What it is given.
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

    /// Remembers a shortcut, or that there is none. Holding it comes first: what another program has is not remembered.
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

    /// What a desktop shows when it asks the person about the shortcut.
    pub fn shortcut_purpose(&self) -> &'static str {
        words(self.settings.language()).open
    }

    /// The shortcut that was remembered. A file that was changed by hand may name none.
    pub fn remembered_shortcut(&self) -> Option<Shortcut> {
        self.settings.current().quick_access.shortcut?.parse().ok()
    }
}

impl QuickAccessSettings {
    /// Closing the window hides it, as long as the tray is there to bring it back.
    pub fn closes_to_tray(&self) -> bool {
        self.tray && self.close_to_tray
    }

    /// The window stays away at the start, as long as the tray is there to bring it.
    pub fn starts_hidden(&self) -> bool {
        self.tray && self.start_hidden
    }
}
