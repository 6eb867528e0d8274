//! The service in use, and the session with it.

use std::sync::{Arc, Mutex, PoisonError};

use proofup_client::{AddressFault, ClientError, Environment, Service, ServiceAddress, Session, SessionStore};
use tokio::{
    sync::{Notify, watch},
    task::AbortHandle,
};

use super::StoredSessions;
use crate::AppError;

/// The state of the service.
#[derive(Clone)]
pub(crate) enum Slot {
    /// No address is known.
    Unknown,
    /// The embedded service is starting.
    Starting,
    /// The embedded service did not start; the system's error text.
    Failed(String),
    /// It can be called.
    Ready(Service),
}

/// The service in use, and the session with it.
pub(crate) struct ServiceLink {
    slot: watch::Sender<Slot>,
    session: Mutex<Option<Session>>,
    watcher: Mutex<Option<AbortHandle>>,
    /// The name for stored sessions; the embedded service's address changes, its name does not.
    kept_as: Mutex<String>,
    pub(crate) kept: Arc<StoredSessions>,
    /// Notified when the service should be tried at once.
    pub(crate) try_now: Notify,
}

impl ServiceLink {
    pub(crate) fn new(slot: Slot, kept_as: &str, kept: StoredSessions) -> Self {
        Self {
            slot: watch::Sender::new(slot),
            session: Mutex::default(),
            watcher: Mutex::default(),
            kept_as: Mutex::new(kept_as.to_owned()),
            kept: Arc::new(kept),
            try_now: Notify::new(),
        }
    }

    /// Connects to an address. It reads the system's certificates, so it must not run before the first page is shown.
    pub(crate) fn connect(
        &self,
        address: ServiceAddress,
        kept_as: String,
        environment: Arc<dyn Environment>,
    ) -> Result<(), ClientError> {
        let service = Service::new(address, environment)?;
        *self.kept_as.lock().unwrap_or_else(PoisonError::into_inner) = kept_as;
        self.slot.send_replace(Slot::Ready(service));
        Ok(())
    }

    /// Notes that the embedded service did not start.
    pub(crate) fn fail(&self, detail: String) {
        self.slot.send_replace(Slot::Failed(detail));
    }

    /// Sets the language, from the next request on.
    pub(crate) fn set_language(&self, language: &str) {
        if let Slot::Ready(service) = &*self.slot.borrow() {
            service.set_language(language);
        }
    }

    /// Disconnects.
    pub(crate) fn disconnect(&self) {
        self.slot.send_replace(Slot::Unknown);
    }

    /// The service, after it has started or failed.
    pub(crate) async fn service(&self) -> Result<Service, AppError> {
        let mut slot = self.slot.subscribe();
        let settled = slot.wait_for(|slot| !matches!(slot, Slot::Starting)).await;
        match settled.as_deref() {
            Ok(Slot::Ready(service)) => Ok(service.clone()),
            Ok(Slot::Failed(detail)) => Err(AppError::EmbeddedService(detail.clone())),
            Ok(Slot::Unknown | Slot::Starting) => Err(AppError::Address(AddressFault::NotAUrl)),
            Err(_) => Err(AppError::Failed),
        }
    }

    /// Whether a request of this app has this correlation id.
    pub(crate) fn has_answered(&self, correlation_id: &str) -> bool {
        matches!(&*self.slot.borrow(), Slot::Ready(service) if service.has_answered(correlation_id))
    }

    /// The address in use.
    pub(crate) fn address(&self) -> Option<String> {
        match &*self.slot.borrow() {
            Slot::Ready(service) => Some(service.address().to_string()),
            Slot::Unknown | Slot::Starting | Slot::Failed(_) => None,
        }
    }

    /// The name of this service for stored sessions and snapshots.
    pub(crate) fn kept_as(&self) -> String {
        self.kept_as.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The store for a new session of this service.
    pub(crate) fn store(&self) -> Arc<dyn SessionStore> {
        self.kept.of_service(self.kept_as())
    }

    /// The session, if a person is signed in.
    pub(crate) fn session(&self) -> Result<Session, AppError> {
        let session = self.session.lock().unwrap_or_else(PoisonError::into_inner).clone();
        session.ok_or_else(|| ClientError::SignedOut { correlation_id: None }.into())
    }

    pub(crate) fn set_session(&self, session: Option<Session>) -> Option<Session> {
        std::mem::replace(&mut *self.session.lock().unwrap_or_else(PoisonError::into_inner), session)
    }

    /// Replaces the watcher, and ends the old one.
    pub(crate) fn set_watcher(&self, watcher: Option<AbortHandle>) {
        let old = std::mem::replace(&mut *self.watcher.lock().unwrap_or_else(PoisonError::into_inner), watcher);
        if let Some(old) = old {
            old.abort();
        }
    }
}
