//! The vault session: opening and locking, key storage, folder and backups.
//!
//! [`VaultSession`] owns the open vault. Other modules use it through [`VaultSession::with_vault`]. Secrets outside the
//! vault, for the screen, are in its scope and are cleared when it locks.

mod auto_lock;
mod folder;
mod key_storage;
mod opening;
mod passphrase;
mod state;

use std::{
    future::Future,
    path::PathBuf,
    pin::Pin,
    sync::{Arc, Mutex, OnceLock, PoisonError, atomic::AtomicU32},
};

use proofup_client::Environment;
use proofup_vault::{SecretStore, StoreKind, Vault, VaultConfig, VaultError, WorkFactor};

use crate::{
    AppError, PassphraseSource,
    clipboard::ClipboardLease,
    profile::{Settings, new_id},
    status::{Scope, StatusPublisher},
    view::KeyringState,
};
pub(crate) use folder::{create_new, whole_path, write_new};
use state::VaultSessionState;

/// Runs after the vault was opened.
pub(crate) type AfterOpening = Box<dyn Fn() -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync>;

/// The vault while the app runs.
pub struct VaultSession {
    vault: Arc<Vault>,
    data_folder: PathBuf,
    secret_store: Arc<dyn SecretStore>,
    passphrase: Option<PassphraseSource>,
    settings: Arc<Settings>,
    publisher: Arc<StatusPublisher>,
    clipboard: Arc<ClipboardLease>,
    environment: Arc<dyn Environment>,
    keyring: Mutex<KeyringState>,
    wrong_passphrases: AtomicU32,
    state: VaultSessionState,
    /// Codes and secrets outside the vault.
    secrets: Scope,
    after_opening: OnceLock<Vec<AfterOpening>>,
}

/// The parts that it uses.
pub(crate) struct VaultParts {
    pub(crate) data_folder: PathBuf,
    pub(crate) secret_store: Arc<dyn SecretStore>,
    pub(crate) passphrase: Option<PassphraseSource>,
    pub(crate) passphrase_cost: WorkFactor,
    pub(crate) settings: Arc<Settings>,
    pub(crate) publisher: Arc<StatusPublisher>,
    pub(crate) clipboard: Arc<ClipboardLease>,
    pub(crate) environment: Arc<dyn Environment>,
}

impl VaultSession {
    pub(crate) fn new(parts: VaultParts) -> Self {
        let VaultParts {
            data_folder,
            secret_store,
            passphrase,
            passphrase_cost,
            settings,
            publisher,
            clipboard,
            environment,
        } = parts;
        let ids = environment.clone();
        let mut config =
            VaultConfig::new(data_folder.clone(), secret_store.clone(), Arc::new(move || new_id(ids.as_ref())));
        config.work_factor = passphrase_cost;
        if let Some(folder) = settings.vault_folder() {
            config.dir = folder;
        }
        Self {
            vault: Arc::new(Vault::new(config)),
            state: VaultSessionState::new(secret_store.describe() != StoreKind::SwitchedOff),
            keyring: Mutex::new(secret_store.describe().into()),
            wrong_passphrases: AtomicU32::new(0),
            secrets: Scope::default(),
            after_opening: OnceLock::new(),
            data_folder,
            secret_store,
            passphrase,
            settings,
            publisher,
            clipboard,
            environment,
        }
    }

    /// Sets the steps that run, in this order, after the vault was opened.
    pub(crate) fn after_opening(&self, steps: Vec<AfterOpening>) {
        let _ = self.after_opening.set(steps);
    }

    /// The vault itself, for work on another thread.
    pub(crate) fn file_vault(&self) -> Arc<Vault> {
        self.vault.clone()
    }

    pub(crate) fn secrets(&self) -> &Scope {
        &self.secrets
    }

    /// The last known state of the keyring.
    pub fn keyring_state(&self) -> KeyringState {
        self.keyring.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Notes that the time until the automatic lock was changed.
    pub(crate) fn idle_time_changed(&self) {
        self.state.idle_time_changed.notify_one();
    }

    /// Runs a function with the vault on a thread that may block.
    pub(crate) async fn with_vault<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Vault) -> Result<T, VaultError> + Send + 'static,
    ) -> Result<T, AppError> {
        let vault = self.vault.clone();
        let done = tokio::task::spawn_blocking(move || work(&vault)).await;
        Ok(done.map_err(|_| AppError::Failed)??)
    }

    /// Saves which accounts were used, before the vault locks. A failure only affects the order of a list.
    pub(crate) fn keep_uses(&self) {
        if let Err(error) = self.vault.keep_uses(self.environment.now()) {
            tracing::debug!(%error, "the use of accounts could not be saved");
        }
    }
}
