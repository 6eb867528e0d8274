//! The offline snapshot: the last known content of the pages, in memory and sealed beside the vault for a start without
//! network.

use std::{
    fs,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use proofup_vault::{Vault, VaultError, replace_file};
use serde::{Deserialize, Deserializer, Serialize};

use crate::view::{ActivityView, AppPasswordsView, DismissedApp, SecurityInfoView};

/// The last content of the pages, with its person and service.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Snapshot {
    pub(crate) service: String,
    pub(crate) security_info: Option<SecurityInfoView>,
    pub(crate) app_passwords: Option<AppPasswordsView>,
    #[serde(deserialize_with = "readable")]
    pub(crate) activity: Option<ActivityView>,
    /// The refused apps that the person dismissed.
    pub(crate) dismissed_apps: Vec<DismissedApp>,
    /// The newest change to the account that was looked at.
    pub(crate) seen_change: Option<String>,
}

/// Rows of an older version contain only sign-ins; they are dropped, and the other pages stay.
fn readable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<ActivityView>, D::Error> {
    serde_json::Value::deserialize(deserializer).map(|value| serde_json::from_value(value).ok())
}

/// Stores the snapshot.
pub(crate) struct SnapshotStore {
    path: PathBuf,
    current: Mutex<Snapshot>,
    /// One writer at a time, so that an older snapshot never replaces a newer one.
    writing: Mutex<()>,
}

impl SnapshotStore {
    pub(crate) fn new(data_folder: &std::path::Path) -> Self {
        Self { path: data_folder.join("snapshot.age"), current: Mutex::default(), writing: Mutex::default() }
    }

    pub(crate) fn current(&self) -> Snapshot {
        self.lock().clone()
    }

    pub(crate) fn update(&self, change: impl FnOnce(&mut Snapshot)) {
        change(&mut self.lock());
    }

    /// Reads the sealed file, unless this run has newer content. Blocks. A file that does not open belongs to another
    /// vault or is damaged; it is ignored, and the service will provide the content again.
    pub(crate) fn load(&self, vault: &Vault) {
        let Ok(sealed) = fs::read(&self.path) else { return };
        let read = vault.unseal(&sealed).map(|plain| serde_json::from_slice::<Snapshot>(&plain));
        match read {
            Ok(Ok(snapshot)) => {
                let mut current = self.lock();
                if current.security_info.is_none() {
                    *current = snapshot;
                }
            }
            Ok(Err(error)) => tracing::warn!(%error, "the offline snapshot cannot be read"),
            Err(error) => tracing::warn!(%error, "the offline snapshot cannot be opened"),
        }
    }

    /// Seals the content beside the vault. Blocks. While the vault is locked it stays in memory.
    pub(crate) fn save(&self, vault: &Vault, unique: &str) {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(plain) = serde_json::to_vec(&*self.lock()).map(zeroize::Zeroizing::new) else { return };
        let saved = vault.seal(&plain).and_then(|sealed| Ok(replace_file(&self.path, &sealed, unique)?));
        match saved {
            Ok(()) | Err(VaultError::Locked | VaultError::PassphraseNeeded) => {}
            Err(error) => tracing::warn!(%error, "the offline snapshot was not saved"),
        }
    }

    /// Removes the snapshot, on the disk too. Blocks.
    pub(crate) fn forget(&self) {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        *self.lock() = Snapshot::default();
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                tracing::warn!(%error, "the offline snapshot was not removed");
            }
            Ok(()) | Err(_) => {}
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Snapshot> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
