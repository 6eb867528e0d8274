//! The state of the vault session.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use tokio::{
    sync::{Notify, watch},
    time::Instant,
};

use crate::view::{LockTriggers, VaultNotice};

/// One for each app.
pub(crate) struct VaultSessionState {
    notices: Mutex<Vec<VaultNotice>>,
    triggers: Mutex<LockTriggers>,
    /// The numbers of the groups of the recovery sheet that the person has to enter.
    asked: Mutex<Vec<usize>>,
    key_in_keyring: AtomicBool,
    /// Whether the person locked it, or wants it locked at the start.
    closed_on_purpose: AtomicBool,
    copying_cancelled: Arc<AtomicBool>,
    /// The last activity of the person.
    seen: watch::Sender<Instant>,
    /// Notified when the time until the automatic lock is changed.
    pub(crate) idle_time_changed: Arc<Notify>,
}

impl VaultSessionState {
    /// `keyring`: whether there is a keyring, which may have the key.
    pub(crate) fn new(keyring: bool) -> Self {
        Self {
            notices: Mutex::default(),
            triggers: Mutex::default(),
            asked: Mutex::default(),
            key_in_keyring: AtomicBool::new(keyring),
            closed_on_purpose: AtomicBool::new(false),
            copying_cancelled: Arc::default(),
            seen: watch::Sender::new(Instant::now()),
            idle_time_changed: Arc::default(),
        }
    }

    pub(crate) fn notices(&self) -> MutexGuard<'_, Vec<VaultNotice>> {
        self.notices.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn triggers(&self) -> MutexGuard<'_, LockTriggers> {
        self.triggers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn asked(&self) -> MutexGuard<'_, Vec<usize>> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the keyring may open the vault; true until known.
    pub(crate) fn key_in_keyring(&self) -> bool {
        self.key_in_keyring.load(Ordering::Relaxed)
    }

    pub(crate) fn set_key_in_keyring(&self, there: bool) {
        self.key_in_keyring.store(there, Ordering::Relaxed);
    }

    /// Whether the vault is locked because the person wants that: then the person has to unlock it.
    pub(crate) fn closed_on_purpose(&self) -> bool {
        self.closed_on_purpose.load(Ordering::Relaxed)
    }

    pub(crate) fn set_closed_on_purpose(&self, on_purpose: bool) {
        self.closed_on_purpose.store(on_purpose, Ordering::Relaxed);
    }

    pub(crate) fn copying_cancelled(&self) -> &Arc<AtomicBool> {
        &self.copying_cancelled
    }

    pub(crate) fn saw_somebody(&self) {
        self.seen.send_replace(Instant::now());
    }

    pub(crate) fn last_seen(&self) -> Instant {
        *self.seen.borrow()
    }

    pub(crate) fn seen(&self) -> watch::Receiver<Instant> {
        self.seen.subscribe()
    }
}
