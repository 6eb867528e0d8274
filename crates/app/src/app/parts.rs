//! What use cases share of the app.

use std::{
    io,
    path::Path,
    sync::{Arc, MutexGuard, PoisonError, Weak, atomic::AtomicU32},
};

use jiff::SignedDuration;
use proofup_client::{Environment, Pending};
use proofup_vault::{SecretStore, StoreKind, Vault, VaultError};

use super::{App, Inner, new_id};
use crate::{
    AppError, HostInfo, PassphraseSource, ServiceSource,
    app_passwords::ShownAppPassword,
    approvals::{Devices, PendingDevice},
    authenticator::codes::ShownCode,
    authenticator::drafts::Draft,
    authenticator::importing::Importing,
    clipboard::ClipboardLease,
    links::OpenedLinks,
    security_info::mobile_app::PendingApp,
    service::link::ServiceLink,
    service::step_up::Waiting,
    status::StatusPublisher,
    status::snapshot::SnapshotStore,
    status::visibility::WindowVisibility,
    vault::state::VaultSessionState,
    view::{AccountOptions, Connection, KeyringState, Language},
};

/// The app, as long as somebody else keeps it.
pub(crate) struct WeakApp(Weak<Inner>);

impl WeakApp {
    pub(crate) fn upgrade(&self) -> Option<App> {
        self.0.upgrade().map(|inner| App { inner })
    }
}

impl App {
    pub(crate) fn weak(&self) -> WeakApp {
        WeakApp(Arc::downgrade(&self.inner))
    }

    /// Where the service's address comes from.
    pub(crate) fn source(&self) -> &ServiceSource {
        &self.inner.source
    }

    pub(crate) fn vault_session(&self) -> &VaultSessionState {
        &self.inner.vault_session
    }

    pub(crate) fn data_folder(&self) -> &Path {
        &self.inner.data_folder
    }

    /// Where the vault is from now on; the app's own folder is the usual place and needs no word.
    pub(crate) fn remember_vault_folder(&self, folder: &Path, unique: &str) -> io::Result<()> {
        let elsewhere = (folder != self.data_folder()).then(|| folder.to_owned());
        self.inner.settings.save_vault_folder(elsewhere, unique)
    }

    pub(crate) fn environment(&self) -> &dyn Environment {
        self.inner.environment.as_ref()
    }

    pub(crate) fn publisher(&self) -> &StatusPublisher {
        &self.inner.publisher
    }

    pub(crate) fn link(&self) -> &ServiceLink {
        &self.inner.link
    }

    pub(crate) fn visibility(&self) -> &WindowVisibility {
        &self.inner.visibility
    }

    pub(crate) fn snapshots(&self) -> Arc<SnapshotStore> {
        self.inner.snapshots.clone()
    }

    pub(crate) fn vault(&self) -> Arc<Vault> {
        self.inner.vault.clone()
    }

    pub(crate) fn lease(&self) -> Arc<ClipboardLease> {
        self.inner.lease.clone()
    }

    pub(crate) fn host(&self) -> &HostInfo {
        &self.inner.host
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

    pub(crate) fn waiting_for_step_up(&self) -> MutexGuard<'_, Option<Waiting>> {
        self.inner.waiting_for_step_up.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn step_up_turn(&self) -> &tokio::sync::Mutex<()> {
        &self.inner.step_up_turn
    }

    pub(crate) fn pending_devices(&self) -> MutexGuard<'_, Vec<PendingDevice>> {
        self.inner.pending_devices.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn devices(&self) -> Arc<Devices> {
        self.inner.devices.clone()
    }

    pub(crate) fn secret_store(&self) -> Arc<dyn SecretStore> {
        self.inner.secret_store.clone()
    }

    pub(crate) fn shared_environment(&self) -> Arc<dyn Environment> {
        self.inner.environment.clone()
    }

    pub(crate) fn shown_app_password(&self) -> MutexGuard<'_, Option<ShownAppPassword>> {
        self.inner.shown_app_password.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn shown_codes(&self) -> MutexGuard<'_, Vec<ShownCode>> {
        self.inner.shown_codes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn opened_links(&self) -> MutexGuard<'_, OpenedLinks> {
        self.inner.opened_links.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn drafts(&self) -> MutexGuard<'_, Vec<Draft>> {
        self.inner.drafts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn importing(&self) -> &Importing {
        &self.inner.importing
    }

    /// Forgets what belongs to the signed-in person and waits for a next step.
    pub(crate) fn forget_person_things(&self) {
        self.leave_step_up();
        self.pending_apps().clear();
        self.pending_devices().clear();
        *self.shown_app_password() = None;
    }

    /// Forgets codes and seeds that are out of the vault.
    pub(crate) fn forget_codes(&self) {
        self.shown_codes().clear();
        self.drafts().clear();
        self.importing().forget();
    }

    pub(crate) fn is_offline(&self) -> bool {
        self.inner.publisher.status().connection == Connection::Offline
    }

    /// How far this computer's clock is behind the service's; zero until measured.
    pub(crate) fn clock_offset(&self) -> SignedDuration {
        let session = self.inner.link.session().ok();
        session.and_then(|session| session.service().clock_offset()).unwrap_or(SignedDuration::ZERO)
    }

    /// The language in use.
    pub(crate) fn language(&self) -> Language {
        self.inner.settings.current().language.unwrap_or_else(|| self.inner.host.language())
    }

    pub(crate) fn language_tag(&self) -> String {
        self.language().tag().to_owned()
    }

    /// How the Authenticator page shows accounts.
    pub(crate) fn account_options(&self) -> AccountOptions {
        self.inner.settings.current().accounts
    }

    /// Tells the service which language its texts and calls are read in.
    pub(crate) fn speak(&self) {
        self.inner.link.speak(self.language().tag());
    }

    /// A name that no file has.
    pub(crate) fn unique(&self) -> String {
        new_id(self.environment()).simple().to_string()
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
