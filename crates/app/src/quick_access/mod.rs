//! What the person chose of keeping the app at hand. Whether this desktop gives it is the shell's to find out.

mod shortcut;
mod tray;
pub(crate) mod words;

pub use shortcut::{Shortcut, ShortcutFault, ShortcutKey};
pub use tray::{TrayChoice, TrayItem};

use crate::{
    App, AppError, Change,
    quick_access::words::words,
    view::{QuickAccessSettings, SettingsView},
};

impl App {
    /// Remembers a shortcut, or that there is none. Holding it comes first: what another program has is not remembered.
    ///
    /// # Errors
    /// [`AppError::SettingsNotSaved`].
    pub async fn remember_shortcut(&self, shortcut: Option<Shortcut>) -> Result<SettingsView, AppError> {
        let mut settings = self.stored_settings();
        settings.quick_access.shortcut = shortcut.map(|shortcut| shortcut.to_string());
        self.store_settings(settings).await?;
        self.publisher().announce(Change::Settings);
        Ok(self.settings())
    }

    /// What a desktop shows when it asks the person about the shortcut.
    pub fn shortcut_purpose(&self) -> &'static str {
        words(self.language()).open
    }

    /// The shortcut that was remembered. A file that was changed by hand may name none.
    pub fn remembered_shortcut(&self) -> Option<Shortcut> {
        self.settings().quick_access.shortcut?.parse().ok()
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
