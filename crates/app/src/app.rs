//! The app: its parts and its start.

mod parts;
mod standing;

use std::sync::{Arc, Mutex, atomic::AtomicU32};

use proofup_client::{ClientError, Environment, Pending, ServiceAddress, Session};
use proofup_vault::{SecretStore, StoreKind, Vault, VaultConfig};

use crate::{
    AppError, HostInfo, PassphraseSource, ServiceSource, Setup,
    app_passwords::ShownAppPassword,
    approvals::{Devices, PendingDevice},
    authenticator::codes::ShownCode,
    authenticator::drafts::Draft,
    authenticator::importing::Importing,
    clipboard::ClipboardLease,
    faults::{self, vault::store_name},
    links::OpenedLinks,
    profile::settings_file::Settings,
    security_info::mobile_app::PendingApp,
    service::link::{ServiceLink, Slot},
    service::step_up::Waiting,
    service::stored_session::StoredSessions,
    status::StatusPublisher,
    status::snapshot::SnapshotStore,
    status::visibility::WindowVisibility,
    vault::state::VaultSessionState,
    view::{Connection, Fault, KeyringState, SignedInPerson},
};

/// The name under which sessions with the embedded service are kept; its port may change.
const EMBEDDED: &str = "embedded";

/// The app without a window. Cheap to clone; all clones are the same app.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    data_folder: std::path::PathBuf,
    version: String,
    environment: Arc<dyn Environment>,
    host: HostInfo,
    source: ServiceSource,
    passphrase: Option<PassphraseSource>,
    secret_store: Arc<dyn SecretStore>,
    settings: Settings,
    publisher: StatusPublisher,
    link: ServiceLink,
    vault: Arc<Vault>,
    snapshots: Arc<SnapshotStore>,
    lease: Arc<ClipboardLease>,
    keyring: Mutex<KeyringState>,
    pending_sign_in: tokio::sync::Mutex<Option<Pending>>,
    pending_apps: Mutex<Vec<PendingApp>>,
    waiting_for_step_up: Mutex<Option<Waiting>>,
    step_up_turn: tokio::sync::Mutex<()>,
    pending_devices: Mutex<Vec<PendingDevice>>,
    devices: Arc<Devices>,
    shown_app_password: Mutex<Option<ShownAppPassword>>,
    shown_codes: Mutex<Vec<ShownCode>>,
    drafts: Mutex<Vec<Draft>>,
    importing: Importing,
    opened_links: Mutex<OpenedLinks>,
    wrong_passphrases: AtomicU32,
    vault_session: VaultSessionState,
    visibility: WindowVisibility,
}

impl App {
    /// Puts the parts together and reads the settings. Nothing slow happens: no keyring, no vault, no network.
    pub fn new(setup: Setup) -> Self {
        let Setup { data_folder, secret_store, environment, clipboard, host, service, passphrase, version } = setup;
        let kept = StoredSessions::new(secret_store.clone());
        // Somebody may be signed in; the keyring will tell. Without one, nobody is.
        let connection = if kept.outlives_the_program() { Connection::Connecting } else { Connection::SignedOut };
        let slot = if service == ServiceSource::Embedded { Slot::Starting } else { Slot::Unknown };
        let keyring = match secret_store.describe() {
            StoreKind::SwitchedOff => KeyringState::Off,
            kind => KeyringState::Working { name: store_name(kind).to_owned() },
        };
        let ids = environment.clone();
        let mut config =
            VaultConfig::new(data_folder.clone(), secret_store.clone(), Arc::new(move || new_id(ids.as_ref())));
        let settings = Settings::load(&data_folder);
        if let Some(folder) = settings.vault_folder() {
            config.dir = folder;
        }
        Self {
            inner: Arc::new(Inner {
                settings,
                publisher: StatusPublisher::new(connection, service == ServiceSource::Embedded, host.locale.clone()),
                link: ServiceLink::new(slot, EMBEDDED, kept),
                vault: Arc::new(Vault::new(config)),
                snapshots: Arc::new(SnapshotStore::new(&data_folder)),
                lease: Arc::new(ClipboardLease::new(clipboard)),
                keyring: Mutex::new(keyring),
                pending_sign_in: tokio::sync::Mutex::default(),
                pending_apps: Mutex::default(),
                waiting_for_step_up: Mutex::default(),
                step_up_turn: tokio::sync::Mutex::default(),
                pending_devices: Mutex::default(),
                devices: Arc::new(Devices::new(&data_folder)),
                shown_app_password: Mutex::default(),
                shown_codes: Mutex::default(),
                drafts: Mutex::default(),
                importing: Importing::default(),
                opened_links: Mutex::default(),
                wrong_passphrases: AtomicU32::new(0),
                vault_session: VaultSessionState::new(secret_store.describe() != StoreKind::SwitchedOff),
                visibility: WindowVisibility::default(),
                source: service,
                data_folder,
                version,
                environment,
                host,
                passphrase,
                secret_store,
            }),
        }
    }

    /// Opens the vault, shows what is known, and goes on with the session. Runs in the background; the window does not
    /// wait for it.
    pub async fn start(&self) {
        let address = match &self.inner.source {
            ServiceSource::Settings | ServiceSource::Deployed(_) | ServiceSource::Fixed(_) => {
                self.settings().service_address
            }
            ServiceSource::Embedded => String::new(),
        };
        self.watch_idleness();
        self.open_vault_at_start().await;
        if self.inner.source != ServiceSource::Embedded {
            match address.parse::<ServiceAddress>() {
                Ok(address) => self.connect(address.clone(), address.to_string()),
                Err(_) => self.inner.link.disconnect(),
            }
        }
        self.start_devices().await;
        self.go_on().await;
    }

    /// The embedded service listens at this address now.
    ///
    /// # Errors
    /// [`AppError::Address`] if it is none.
    pub fn embedded_service_started(&self, address: &str) -> Result<(), AppError> {
        self.connect(address.parse::<ServiceAddress>()?, EMBEDDED.to_owned());
        Ok(())
    }

    /// The embedded service could not be started. Whoever waited for it hears so, and the window says why.
    pub fn embedded_service_failed(&self, error: &AppError) {
        let detail = match error {
            AppError::EmbeddedService(detail) => detail.clone(),
            other => other.to_string(),
        };
        self.inner.link.fail(detail);
        let fault = self.fault(error);
        self.inner.publisher.update(|status| status.service_fault = Some(fault));
    }

    fn connect(&self, address: ServiceAddress, kept_as: String) {
        self.inner.publisher.update(|status| status.service_fault = None);
        if let Err(error) = self.inner.link.connect(address, kept_as, self.inner.environment.clone()) {
            tracing::error!(%error, "connections cannot be prepared on this computer");
            self.inner.link.disconnect();
        }
        self.speak();
    }

    /// Goes on with the session that was kept, if there is one. What is known is shown before the service answers.
    async fn go_on(&self) {
        let signed_out = || self.inner.publisher.update(|status| status.connection = Connection::SignedOut);
        if !self.inner.link.kept.outlives_the_program() {
            return;
        }
        let (kept, name) = (self.inner.link.kept.clone(), self.inner.link.kept_as());
        let stored = match tokio::task::spawn_blocking(move || kept.load(&name)).await {
            Ok(Ok(Some(stored))) if stored.refresh_token.is_some() => stored,
            Ok(Ok(_)) | Err(_) => return signed_out(),
            Ok(Err(error)) => {
                tracing::warn!(%error, "the keyring does not give the session");
                return signed_out();
            }
        };
        self.show_known(&stored.user_principal_name);
        let Ok(service) = self.inner.link.service().await else { return signed_out() };
        let Some(session) = Session::resume(service, stored, self.inner.link.store()) else { return signed_out() };
        self.inner.link.set_session(Some(session.clone()));
        self.watch_over(session);
    }

    /// Shows the last known state at once, if it is this person's.
    fn show_known(&self, user_name: &str) {
        let (snapshot, service) = (self.inner.snapshots.current(), self.inner.link.kept_as());
        match snapshot.security_info {
            Some(info)
                if snapshot.service == service && info.me.user_principal_name.eq_ignore_ascii_case(user_name) =>
            {
                self.inner.publisher.update(|status| {
                    status.person = Some(SignedInPerson::from(&info.me));
                    status.last_synced = Some(info.synced);
                });
            }
            _ => self.inner.snapshots.update(|known| *known = crate::status::snapshot::Snapshot::default()),
        }
    }

    /// An error as it crosses to the window; this is where it is logged.
    pub fn fault(&self, error: &AppError) -> Fault {
        let fault = faults::code(error).at(self.inner.environment.now());
        match error {
            AppError::Failed => tracing::error!(code = fault.code, %error, "a part of the app failed"),
            AppError::Service(ClientError::InvalidAnswer { .. }) | AppError::Vault(_) => {
                tracing::warn!(code = fault.code, %error, "a command did not succeed");
            }
            _ => tracing::info!(code = fault.code, %error, "a command did not succeed"),
        }
        fault
    }
}

fn new_id(environment: &dyn Environment) -> uuid::Uuid {
    let mut bytes = [0; 16];
    environment.fill_random(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}
