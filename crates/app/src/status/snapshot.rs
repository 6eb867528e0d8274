//! The last known state of the pages: in memory, and sealed beside the vault for a start without network.

use std::{
    fs,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use proofup_vault::{Vault, VaultError, replace_file};
use serde::{Deserialize, Deserializer, Serialize};

use crate::view::{ActivityView, AppPasswordsView, SecurityInfoView};

/// What the pages showed last, and of whom and where.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Snapshot {
    pub(crate) service: String,
    pub(crate) security_info: Option<SecurityInfoView>,
    pub(crate) app_passwords: Option<AppPasswordsView>,
    #[serde(deserialize_with = "readable")]
    pub(crate) activity: Option<ActivityView>,
}

/// Rows of an older version, which had sign-ins alone, are not worth losing the other pages for.
fn readable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<ActivityView>, D::Error> {
    serde_json::Value::deserialize(deserializer).map(|value| serde_json::from_value(value).ok())
}

/// Keeps the snapshot.
pub(crate) struct SnapshotStore {
    path: PathBuf,
    current: Mutex<Snapshot>,
    /// One writer at a time, so that an older state never replaces a newer one.
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

    /// Reads the sealed file, unless this run knows better already. Blocks. A file that does not open is of no use: it
    /// belongs to another vault or is damaged, and the service will tell anew.
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
            Ok(Err(error)) => tracing::warn!(%error, "the last known state cannot be read"),
            Err(error) => tracing::warn!(%error, "the last known state cannot be opened"),
        }
    }

    /// Seals what is known now beside the vault. Blocks. While the vault is closed it stays in memory.
    pub(crate) fn save(&self, vault: &Vault, unique: &str) {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(plain) = serde_json::to_vec(&*self.lock()).map(zeroize::Zeroizing::new) else { return };
        let saved = vault.seal(&plain).and_then(|sealed| Ok(replace_file(&self.path, &sealed, unique)?));
        match saved {
            Ok(()) | Err(VaultError::Locked | VaultError::PassphraseNeeded) => {}
            Err(error) => tracing::warn!(%error, "the last known state was not saved"),
        }
    }

    /// Forgets everything, on the disk too. Blocks.
    pub(crate) fn forget(&self) {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        *self.lock() = Snapshot::default();
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                tracing::warn!(%error, "the last known state was not removed");
            }
            Ok(()) | Err(_) => {}
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Snapshot> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
