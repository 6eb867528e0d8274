//! This computer as an authenticator device: registered for accounts, asked by their services, answering for the person.
//!
//! A device works by itself: nobody needs to be signed in for a request to arrive.

mod registration_file;
mod requests;
mod set_up;
mod watch;

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use proofup_api::ApprovalRequest;
use proofup_client::Device;
use tokio::task::AbortHandle;

pub(crate) use registration_file::StoredRegistration;
pub(crate) use set_up::PendingDevice;

use crate::view::DeviceState;

/// The registrations of this computer.
pub(crate) struct Devices {
    folder: PathBuf,
    list: Mutex<Vec<Registration>>,
    /// One writer at a time.
    writing: Mutex<()>,
}

/// One of them, at work.
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

    /// Takes a registration out, and ends its watching. Blocks.
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

    /// Changes a registration; false if it is gone, or nothing is different.
    fn change(&self, id: &str, change: impl FnOnce(&mut Registration)) -> bool {
        let mut list = self.list();
        let Some(registration) = list.iter_mut().find(|registration| registration.kept.id == id) else { return false };
        let before = (registration.state, registration.requests.clone());
        change(registration);
        before != (registration.state, registration.requests.clone())
    }

    /// Ends the watching over all of them.
    pub(crate) fn stop(&self) {
        for registration in self.list().iter() {
            if let Some(watcher) = &registration.watcher {
                watcher.abort();
            }
        }
    }

    /// How many requests wait.
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
