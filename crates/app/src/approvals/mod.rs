//! This computer as an authenticator device: it registers for accounts, receives requests from their services, and
//! sends the person's decisions.
//!
//! A device works without a session: requests arrive even if no person is signed in.

mod activation;
mod registration_file;
mod requests;

mod watch;

use crate::authenticator::Authenticator;
use crate::profile::Settings;
use crate::service::ServiceConnection;
use crate::status::StatusPublisher;
use crate::status::WindowVisibility;
use crate::vault::VaultSession;
use proofup_client::Environment;
use proofup_vault::SecretStore;
use std::sync::Arc;
use std::{
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use proofup_api::ApprovalRequest;
use proofup_client::Device;
use tokio::task::AbortHandle;

pub(crate) use registration_file::StoredRegistration;

use crate::view::DeviceState;

/// This computer as an authenticator device, and the waiting requests.
pub struct Approvals {
    devices: Arc<Devices>,
    service: Arc<ServiceConnection>,
    settings: Arc<Settings>,
    publisher: Arc<StatusPublisher>,
    visibility: Arc<WindowVisibility>,
    vault: Arc<VaultSession>,
    authenticator: Arc<Authenticator>,
    secret_store: Arc<dyn SecretStore>,
    environment: Arc<dyn Environment>,
}

/// The parts that it uses.
pub(crate) struct ApprovalsParts {
    pub(crate) devices: Arc<Devices>,
    pub(crate) service: Arc<ServiceConnection>,
    pub(crate) settings: Arc<Settings>,
    pub(crate) publisher: Arc<StatusPublisher>,
    pub(crate) visibility: Arc<WindowVisibility>,
    pub(crate) vault: Arc<VaultSession>,
    pub(crate) authenticator: Arc<Authenticator>,
    pub(crate) secret_store: Arc<dyn SecretStore>,
    pub(crate) environment: Arc<dyn Environment>,
}

impl Approvals {
    pub(crate) fn new(parts: ApprovalsParts) -> Self {
        let ApprovalsParts {
            devices,
            service,
            settings,
            publisher,
            visibility,
            vault,
            authenticator,
            secret_store,
            environment,
        } = parts;
        Self { devices, service, settings, publisher, visibility, vault, authenticator, secret_store, environment }
    }

    /// Ends the connections to the services.
    pub(crate) fn stop(&self) {
        self.devices.stop();
    }
}

/// The registrations of this computer.
pub(crate) struct Devices {
    folder: PathBuf,
    list: Mutex<Vec<Registration>>,
    /// One writer at a time.
    writing: Mutex<()>,
}

/// An active registration.
struct Registration {
    kept: StoredRegistration,
    state: DeviceState,
    requests: Vec<ApprovalRequest>,
    device: Option<Device>,
    watcher: Option<AbortHandle>,
}

impl Devices {
    pub(crate) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), list: Mutex::default(), writing: Mutex::default() }
    }

    fn list(&self) -> MutexGuard<'_, Vec<Registration>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the file, once. Blocks.
    fn load(&self) {
        let mut list = self.list();
        if list.is_empty() {
            list.extend(registration_file::read(&self.folder).into_iter().map(Registration::new));
        }
    }

    /// Adds a registration, on the disk first. Blocks.
    fn add(&self, kept: StoredRegistration, unique: &str) -> std::io::Result<()> {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut all: Vec<_> = self.list().iter().map(|registration| registration.kept.clone()).collect();
        all.push(kept.clone());
        registration_file::write(&self.folder, &all, unique)?;
        self.list().push(Registration::new(kept));
        Ok(())
    }

    /// Removes a registration, and stops its watch. Blocks.
    fn remove(&self, id: &str, unique: &str) -> std::io::Result<Option<StoredRegistration>> {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let all: Vec<_> = self.list().iter().map(|registration| registration.kept.clone()).collect();
        let rest: Vec<_> = all.iter().filter(|kept| kept.id != id).cloned().collect();
        if rest.len() == all.len() {
            return Ok(None);
        }
        registration_file::write(&self.folder, &rest, unique)?;
        let mut list = self.list();
        let at = list.iter().position(|registration| registration.kept.id == id);
        let removed = at.map(|at| list.remove(at));
        drop(list);
        if let Some(watcher) = removed.as_ref().and_then(|removed| removed.watcher.as_ref()) {
            watcher.abort();
        }
        Ok(removed.map(|removed| removed.kept))
    }

    /// Changes a registration; false if it is gone, or unchanged.
    fn change(&self, id: &str, change: impl FnOnce(&mut Registration)) -> bool {
        let mut list = self.list();
        let Some(registration) = list.iter_mut().find(|registration| registration.kept.id == id) else { return false };
        let before = (registration.state, registration.requests.clone());
        change(registration);
        before != (registration.state, registration.requests.clone())
    }

    /// Stops the watches of all registrations.
    fn stop(&self) {
        for registration in self.list().iter() {
            if let Some(watcher) = &registration.watcher {
                watcher.abort();
            }
        }
    }

    /// The number of waiting requests.
    fn waiting(&self) -> u32 {
        let list = self.list();
        u32::try_from(list.iter().map(|registration| registration.requests.len()).sum::<usize>()).unwrap_or(u32::MAX)
    }
}

impl Registration {
    fn new(kept: StoredRegistration) -> Self {
        Self { kept, state: DeviceState::Connecting, requests: Vec::new(), device: None, watcher: None }
    }
}
