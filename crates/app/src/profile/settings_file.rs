//! `settings.json`: the person's settings. It contains no secret.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use proofup_vault::replace_file;
use serde::{Deserialize, Serialize};

use super::HostInfo;
use crate::AppError;
use crate::view::{Language, SettingsView};

/// The settings and their file.
pub(crate) struct Settings {
    path: PathBuf,
    current: Mutex<Stored>,
    host: HostInfo,
}

/// The content of the file: the settings of the window, and those that the window does not change.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Stored {
    #[serde(flatten)]
    view: SettingsView,
    /// The folder of the vault, if not the data folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    vault_folder: Option<PathBuf>,
}

impl Settings {
    /// Reads the file. A missing or damaged file, or missing settings of another version, give defaults: the app always
    /// starts.
    pub(crate) fn load(data_folder: &Path, host: HostInfo) -> Self {
        let path = data_folder.join("settings.json");
        let current = match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|error| {
                tracing::warn!(%error, "the settings file is damaged; defaults are used");
                Stored::default()
            }),
            Err(_) => Stored::default(),
        };
        Self { path, current: Mutex::new(current), host }
    }

    /// This computer, as described by the binary.
    pub(crate) fn host(&self) -> &HostInfo {
        &self.host
    }

    /// The language in use: the chosen one, or the desktop's.
    pub(crate) fn language(&self) -> Language {
        self.lock().view.language.unwrap_or_else(|| self.host.language())
    }

    pub(crate) fn language_tag(&self) -> String {
        self.language().tag().to_owned()
    }

    pub(crate) fn current(&self) -> SettingsView {
        self.lock().view.clone()
    }

    /// The folder of the vault, if not the data folder.
    pub(crate) fn vault_folder(&self) -> Option<PathBuf> {
        self.lock().vault_folder.clone()
    }

    /// Writes the file whole, then uses the settings. `unique` names the temporary file.
    pub(crate) fn save(&self, settings: SettingsView, unique: &str) -> io::Result<()> {
        self.change(unique, |stored| stored.view = settings)
    }

    /// The same on a thread that may block.
    ///
    /// # Errors
    /// [`AppError::SettingsNotSaved`].
    pub(crate) async fn store(self: &Arc<Self>, settings: SettingsView, unique: String) -> Result<(), AppError> {
        let own = self.clone();
        let saved = tokio::task::spawn_blocking(move || own.save(settings, &unique)).await;
        saved.map_err(|_| AppError::Failed)?.map_err(AppError::SettingsNotSaved)
    }

    /// Saves the folder of the vault.
    pub(crate) fn save_vault_folder(&self, folder: Option<PathBuf>, unique: &str) -> io::Result<()> {
        self.change(unique, |stored| stored.vault_folder = folder)
    }

    fn change(&self, unique: &str, change: impl FnOnce(&mut Stored)) -> io::Result<()> {
        let mut current = self.lock();
        let mut next = current.clone();
        change(&mut next);
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        replace_file(&self.path, &serde_json::to_vec_pretty(&next)?, unique)?;
        *current = next;
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, Stored> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{HostInfo, Settings};
    use crate::view::{AccountOptions, AccountSort, Language, SettingsView, Theme};

    #[test]
    fn are_read_as_they_were_saved() {
        let folder = tempfile::tempdir().unwrap();
        let chosen = SettingsView {
            language: Some(Language::Dutch),
            theme: Theme::Dark,
            service_address: "https://verify.contoso.example".into(),
            accounts: AccountOptions { sort: AccountSort::MostUsed, trash_days: None, ..AccountOptions::default() },
            ..SettingsView::default()
        };
        Settings::load(&folder.path().join("new"), HostInfo::default()).save(chosen.clone(), "1").unwrap();
        assert_eq!(Settings::load(&folder.path().join("new"), HostInfo::default()).current(), chosen);
    }

    #[test]
    fn a_damaged_file_gives_defaults() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("settings.json"), b"{\"theme\":").unwrap();
        assert_eq!(Settings::load(folder.path(), HostInfo::default()).current(), SettingsView::default());
    }

    #[test]
    fn a_setting_that_an_older_file_lacks_has_its_default() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("settings.json"), br#"{"theme":"dark","fromTheFuture":1}"#).unwrap();
        let settings = Settings::load(folder.path(), HostInfo::default()).current();
        assert_eq!((settings.theme, settings.language), (Theme::Dark, None));
    }
}
