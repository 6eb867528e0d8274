//! The app: its parts, its start, and what all use cases share.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicU32};

use jiff::SignedDuration;
use proofup_client::{ClientError, Pending, ServiceAddress, Session, World};
use proofup_vault::{SecretStore, StoreKind, Vault, VaultConfig, VaultError};
use tokio::sync::{broadcast, watch};

use crate::{
    AppError, Change, Computer, PassphraseSource, ServiceSource, Setup,
    app_passwords::ShownAppPassword,
    board::Board,
    clipboard::Lending,
    codes::ShownCode,
    drafts::Draft,
    faults::{self, vault::store_name},
    kept_session::KeptSessions,
    known::Known,
    mobile_app::PendingApp,
    service_link::{ServiceLink, Slot},
    settings::Settings,
    view::{About, Connection, Fault, KeyringState, Language, SettingsView, SignedInPerson, Status},
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
    world: Arc<dyn World>,
    computer: Computer,
    source: ServiceSource,
    passphrase: Option<PassphraseSource>,
    secret_store: Arc<dyn SecretStore>,
    settings: Settings,
    board: Board,
    link: ServiceLink,
    vault: Arc<Vault>,
    known: Arc<Known>,
    lending: Arc<Lending>,
    keyring: Mutex<KeyringState>,
    pending_sign_in: tokio::sync::Mutex<Option<Pending>>,
    pending_apps: Mutex<Vec<PendingApp>>,
    shown_app_password: Mutex<Option<ShownAppPassword>>,
    shown_codes: Mutex<Vec<ShownCode>>,
    drafts: Mutex<Vec<Draft>>,
    wrong_passphrases: AtomicU32,
}

impl App {
    /// Puts the parts together and reads the settings. Nothing slow happens: no keyring, no vault, no network.
    pub fn new(setup: Setup) -> Self {
        let Setup { data_folder, secret_store, world, clipboard, computer, service, passphrase, version } = setup;
        let kept = KeptSessions::new(secret_store.clone());
        // Somebody may be signed in; the keyring will tell. Without one, nobody is.
        let connection = if kept.outlives_the_program() { Connection::Connecting } else { Connection::SignedOut };
        let slot = if service == ServiceSource::Embedded { Slot::Starting } else { Slot::Unknown };
        let keyring = match secret_store.describe() {
            StoreKind::SwitchedOff => KeyringState::Off,
            kind => KeyringState::Working { name: store_name(kind).to_owned() },
        };
        let ids = world.clone();
        let config =
            VaultConfig::new(data_folder.clone(), secret_store.clone(), Arc::new(move || new_id(ids.as_ref())));
        Self {
            inner: Arc::new(Inner {
                settings: Settings::load(&data_folder),
                board: Board::new(connection, service == ServiceSource::Embedded),
                link: ServiceLink::new(slot, EMBEDDED, kept),
                vault: Arc::new(Vault::new(config)),
                known: Arc::new(Known::new(&data_folder)),
                lending: Arc::new(Lending::new(clipboard)),
                keyring: Mutex::new(keyring),
                pending_sign_in: tokio::sync::Mutex::default(),
                pending_apps: Mutex::default(),
                shown_app_password: Mutex::default(),
                shown_codes: Mutex::default(),
                drafts: Mutex::default(),
                wrong_passphrases: AtomicU32::new(0),
                source: service,
                data_folder,
                version,
                world,
                computer,
                passphrase,
                secret_store,
            }),
        }
    }

    /// Opens the vault, shows what is known, and goes on with the session. Runs in the background; the window does not
    /// wait for it.
    pub async fn start(&self) {
        let address = match &self.inner.source {
            ServiceSource::Settings => self.inner.settings.current().service_address,
            ServiceSource::Fixed(address) => address.clone(),
            ServiceSource::Embedded => String::new(),
        };
        self.open_vault().await;
        if self.inner.source != ServiceSource::Embedded {
            match address.parse::<ServiceAddress>() {
                Ok(address) => self.connect(address.clone(), address.to_string()),
                Err(_) => self.inner.link.disconnect(),
            }
        }
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

    fn connect(&self, address: ServiceAddress, kept_as: String) {
        if let Err(error) = self.inner.link.connect(address, kept_as, self.inner.world.clone()) {
            tracing::error!(%error, "connections cannot be prepared on this computer");
            self.inner.link.disconnect();
        }
    }

    /// Goes on with the session that was kept, if there is one. What is known is shown before the service answers.
    async fn go_on(&self) {
        let signed_out = || self.inner.board.update(|status| status.connection = Connection::SignedOut);
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
        let (snapshot, service) = (self.inner.known.current(), self.inner.link.kept_as());
        match snapshot.security_info {
            Some(info)
                if snapshot.service == service && info.me.user_principal_name.eq_ignore_ascii_case(user_name) =>
            {
                self.inner.board.update(|status| {
                    status.person = Some(SignedInPerson::from(&info.me));
                    status.last_synced = Some(info.synced);
                });
            }
            _ => self.inner.known.update(|known| *known = crate::known::Snapshot::default()),
        }
    }

    // # Status and settings

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
            let _ = tokio::time::timeout(std::time::Duration::from_secs(4), settled).await;
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
        if self.inner.source != ServiceSource::Settings {
            settings.service_address.clone_from(&before.service_address);
        }
        let address = match settings.service_address.trim() {
            "" => None,
            typed => Some(typed.parse::<ServiceAddress>()?),
        };
        settings.service_address = address.as_ref().map(ToString::to_string).unwrap_or_default();
        let (app, unique, chosen) = (self.clone(), self.unique(), settings.clone());
        let saved = tokio::task::spawn_blocking(move || app.inner.settings.save(chosen, &unique)).await;
        saved.map_err(|_| AppError::Failed)?.map_err(AppError::SettingsNotSaved)?;
        if settings.service_address != before.service_address {
            self.sign_out().await;
            match address {
                Some(address) => self.connect(address.clone(), address.to_string()),
                None => self.inner.link.disconnect(),
            }
        }
        Ok(self.settings())
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

    /// An error as it crosses to the window; this is where it is logged.
    pub fn fault(&self, error: &AppError) -> Fault {
        let fault = faults::code(error).at(self.inner.world.now());
        match error {
            AppError::Failed => tracing::error!(code = fault.code, %error, "a part of the app failed"),
            AppError::Service(ClientError::InvalidAnswer { .. }) | AppError::Vault(_) => {
                tracing::warn!(code = fault.code, %error, "a command did not succeed");
            }
            _ => tracing::info!(code = fault.code, %error, "a command did not succeed"),
        }
        fault
    }

    // # What use cases share

    pub(crate) fn world(&self) -> &dyn World {
        self.inner.world.as_ref()
    }

    pub(crate) fn board(&self) -> &Board {
        &self.inner.board
    }

    pub(crate) fn link(&self) -> &ServiceLink {
        &self.inner.link
    }

    pub(crate) fn known(&self) -> Arc<Known> {
        self.inner.known.clone()
    }

    pub(crate) fn vault(&self) -> Arc<Vault> {
        self.inner.vault.clone()
    }

    pub(crate) fn lending(&self) -> Arc<Lending> {
        self.inner.lending.clone()
    }

    pub(crate) fn computer(&self) -> &Computer {
        &self.inner.computer
    }

    pub(crate) fn passphrase_source(&self) -> Option<PassphraseSource> {
        self.inner.passphrase.clone()
    }

    pub(crate) fn wrong_passphrases(&self) -> &AtomicU32 {
        &self.inner.wrong_passphrases
    }

    pub(crate) fn secret_store_kind(&self) -> StoreKind {
        self.inner.secret_store.describe()
    }

    pub(crate) fn set_keyring_state(&self, state: KeyringState) {
        *self.inner.keyring.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }

    pub(crate) fn pending_sign_in(&self) -> &tokio::sync::Mutex<Option<Pending>> {
        &self.inner.pending_sign_in
    }

    pub(crate) fn pending_apps(&self) -> MutexGuard<'_, Vec<PendingApp>> {
        self.inner.pending_apps.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn shown_app_password(&self) -> MutexGuard<'_, Option<ShownAppPassword>> {
        self.inner.shown_app_password.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn shown_codes(&self) -> MutexGuard<'_, Vec<ShownCode>> {
        self.inner.shown_codes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn drafts(&self) -> MutexGuard<'_, Vec<Draft>> {
        self.inner.drafts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets what belongs to the signed-in person and waits for a next step.
    pub(crate) fn forget_person_things(&self) {
        self.pending_apps().clear();
        *self.shown_app_password() = None;
    }

    /// Forgets codes and seeds that are out of the vault.
    pub(crate) fn forget_codes(&self) {
        self.shown_codes().clear();
        self.drafts().clear();
    }

    pub(crate) fn is_offline(&self) -> bool {
        self.inner.board.status().connection == Connection::Offline
    }

    /// How far this computer's clock is behind the service's; zero until measured.
    pub(crate) fn clock_offset(&self) -> SignedDuration {
        let session = self.inner.link.session().ok();
        session.and_then(|session| session.service().clock_offset()).unwrap_or(SignedDuration::ZERO)
    }

    /// The language in use.
    pub(crate) fn language(&self) -> Language {
        self.inner.settings.current().language.unwrap_or_else(|| self.inner.computer.language())
    }

    pub(crate) fn language_tag(&self) -> String {
        self.language().tag().to_owned()
    }

    /// A name that no file has.
    pub(crate) fn unique(&self) -> String {
        new_id(self.world()).simple().to_string()
    }

    /// Does something with the vault on a thread that may block.
    pub(crate) async fn with_vault<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Vault) -> Result<T, VaultError> + Send + 'static,
    ) -> Result<T, AppError> {
        let vault = self.vault();
        let done = tokio::task::spawn_blocking(move || work(&vault)).await;
        Ok(done.map_err(|_| AppError::Failed)??)
    }
}

fn new_id(world: &dyn World) -> uuid::Uuid {
    let mut bytes = [0; 16];
    world.fill_random(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}
