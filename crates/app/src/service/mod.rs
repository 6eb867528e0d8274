//! The connection to the service: its address, the session, the calls, and the step-up that a call may need.
//!
//! All pages call the service through [`ServiceConnection::call`]. It evaluates each answer: whether the service is
//! reachable, the clock offset, and whether the session has ended.

mod address;
mod call;
mod link;
mod second_step;
mod step_up;
mod stored_session;

use std::sync::Arc;

use proofup_client::{Environment, Pending};

pub(crate) use address::EMBEDDED;
pub(crate) use link::{ServiceLink, Slot};
pub(crate) use second_step::second_step;
pub(crate) use stored_session::StoredSessions;

use self::step_up::Waiting;
use crate::{
    ServiceSource,
    profile::Settings,
    status::{Scope, Scoped, ServiceClock, SnapshotStore, StatusPublisher},
};

/// The connection of this app to the service.
pub struct ServiceConnection {
    pub(crate) link: ServiceLink,
    source: ServiceSource,
    settings: Arc<Settings>,
    publisher: Arc<StatusPublisher>,
    snapshots: Arc<SnapshotStore>,
    clock: Arc<ServiceClock>,
    environment: Arc<dyn Environment>,
    /// The sign-in or step-up that waits for its second step.
    pub(crate) pending: tokio::sync::Mutex<Option<Pending>>,
    waiting: Arc<Scoped<Option<Waiting>>>,
    step_up_turn: tokio::sync::Mutex<()>,
    /// Values of the signed-in person that wait for a next step.
    person: Scope,
}

/// The parts that it uses.
pub(crate) struct ServiceParts {
    pub(crate) link: ServiceLink,
    pub(crate) source: ServiceSource,
    pub(crate) settings: Arc<Settings>,
    pub(crate) publisher: Arc<StatusPublisher>,
    pub(crate) snapshots: Arc<SnapshotStore>,
    pub(crate) clock: Arc<ServiceClock>,
    pub(crate) environment: Arc<dyn Environment>,
}

impl ServiceConnection {
    pub(crate) fn new(parts: ServiceParts) -> Self {
        let ServiceParts { link, source, settings, publisher, snapshots, clock, environment } = parts;
        let person = Scope::default();
        Self {
            waiting: person.value(),
            pending: tokio::sync::Mutex::default(),
            step_up_turn: tokio::sync::Mutex::default(),
            link,
            source,
            settings,
            publisher,
            snapshots,
            clock,
            environment,
            person,
        }
    }

    /// Values that are forgotten when the person signs out or registers.
    pub(crate) fn person(&self) -> &Scope {
        &self.person
    }

    /// Clears the values of the signed-in person.
    pub(crate) fn forget_person(&self) {
        self.person.clear();
    }
}
