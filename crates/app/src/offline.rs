//! The parts that need no service: the vault and its authenticator. The command line uses only these two.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use proofup_client::Environment;
use proofup_vault::{SecretStore, WorkFactor};

use crate::{
    AppError, Clipboard, HostInfo, PassphraseSource, Setup,
    authenticator::{Authenticator, AuthenticatorParts},
    clipboard::ClipboardLease,
    faults,
    profile::Settings,
    status::{ServiceClock, SnapshotStore, StatusPublisher},
    vault::{AfterOpening, VaultParts, VaultSession},
    view::{Connection, Fault},
};

/// The vault and its authenticator.
pub struct OfflineParts {
    pub(crate) vault: Arc<VaultSession>,
    pub(crate) authenticator: Arc<Authenticator>,
    environment: Arc<dyn Environment>,
}

/// The values that all parts share.
pub(crate) struct Base {
    pub(crate) settings: Arc<Settings>,
    pub(crate) publisher: Arc<StatusPublisher>,
    pub(crate) snapshots: Arc<SnapshotStore>,
    pub(crate) clock: Arc<ServiceClock>,
    pub(crate) clipboard: Arc<ClipboardLease>,
    pub(crate) environment: Arc<dyn Environment>,
}

impl Base {
    pub(crate) fn new(
        data_folder: &Path,
        environment: Arc<dyn Environment>,
        clipboard: Arc<dyn Clipboard>,
        host: HostInfo,
        connection: Connection,
        demo: bool,
    ) -> Self {
        let locale = host.locale.clone();
        Self {
            settings: Arc::new(Settings::load(data_folder, host)),
            publisher: Arc::new(StatusPublisher::new(connection, demo, locale)),
            snapshots: Arc::new(SnapshotStore::new(data_folder)),
            clock: Arc::default(),
            clipboard: Arc::new(ClipboardLease::new(clipboard)),
            environment,
        }
    }
}

impl OfflineParts {
    /// Composes the two. It does nothing slow: no keyring, no vault.
    pub fn new(setup: Setup) -> Self {
        let Setup { data_folder, secret_store, environment, clipboard, host, passphrase, passphrase_cost, .. } = setup;
        let base = Base::new(&data_folder, environment, clipboard, host, Connection::SignedOut, false);
        let parts = Self::over(&base, data_folder, secret_store, passphrase, passphrase_cost);
        parts.vault.after_opening(vec![empty_old_trash(&parts.authenticator)]);
        parts
    }

    pub(crate) fn over(
        base: &Base,
        data_folder: PathBuf,
        secret_store: Arc<dyn SecretStore>,
        passphrase: Option<PassphraseSource>,
        passphrase_cost: WorkFactor,
    ) -> Self {
        let vault = Arc::new(VaultSession::new(VaultParts {
            data_folder,
            secret_store,
            passphrase,
            passphrase_cost,
            settings: base.settings.clone(),
            publisher: base.publisher.clone(),
            clipboard: base.clipboard.clone(),
            environment: base.environment.clone(),
        }));
        let authenticator = Arc::new(Authenticator::new(AuthenticatorParts {
            vault: vault.clone(),
            settings: base.settings.clone(),
            publisher: base.publisher.clone(),
            snapshots: base.snapshots.clone(),
            clock: base.clock.clone(),
            clipboard: base.clipboard.clone(),
            environment: base.environment.clone(),
        }));
        Self { vault, authenticator, environment: base.environment.clone() }
    }

    /// The vault.
    pub fn vault(&self) -> &Arc<VaultSession> {
        &self.vault
    }

    /// The accounts in it.
    pub fn authenticator(&self) -> &Arc<Authenticator> {
        &self.authenticator
    }

    /// Converts an error to its stable code, and logs it.
    pub fn fault(&self, error: &AppError) -> Fault {
        faults::fault(error, self.environment.now())
    }
}

/// Runs after the vault was opened.
pub(crate) fn empty_old_trash(authenticator: &Arc<Authenticator>) -> AfterOpening {
    let authenticator = Arc::downgrade(authenticator);
    Box::new(move || {
        let authenticator = authenticator.upgrade();
        Box::pin(async move {
            if let Some(authenticator) = authenticator {
                authenticator.vault_opened().await;
            }
        })
    })
}
