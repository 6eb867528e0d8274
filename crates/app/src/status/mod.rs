//! The status of the app: published for the window, the tray and the parts.

mod scope;
mod service_clock;
pub(crate) mod snapshot;
pub(crate) mod visibility;

pub(crate) use scope::{Scope, Scoped};
pub(crate) use service_clock::ServiceClock;
pub(crate) use snapshot::SnapshotStore;
pub use visibility::WindowVisibility;

use tokio::sync::{broadcast, watch};

use crate::view::{Connection, Status, VaultState};

/// An event after which pages reload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Methods, preferences, app passwords or trusted devices.
    SecurityInfo,
    /// The person's own sign-ins.
    Activity,
    /// Accounts of the authenticator.
    Authenticator,
    /// The vault is being copied.
    VaultCopied {
        /// Files that are done.
        done: u32,
        /// Files in all.
        of: u32,
    },
    /// The settings.
    Settings,
    /// The QR code for a device is shown.
    SetUpShown,
    /// Requests to approve, or the registered accounts of this computer.
    Approvals,
}

/// The status, and the events.
pub struct StatusPublisher {
    status: watch::Sender<Status>,
    changes: broadcast::Sender<Change>,
}

impl StatusPublisher {
    pub(crate) fn new(connection: Connection, demo: bool, locale: Option<String>) -> Self {
        let status = Status {
            connection,
            last_synced: None,
            person: None,
            step_up: None,
            service_fault: None,
            vault: VaultState::Opening,
            clock_offset_seconds: None,
            link_waiting: false,
            service_offer: None,
            approvals: 0,
            refused_app: None,
            account_alert: None,
            demo,
            locale,
        };
        Self { status: watch::Sender::new(status), changes: broadcast::Sender::new(16) }
    }

    /// The present status.
    pub fn status(&self) -> Status {
        self.status.borrow().clone()
    }

    /// Follows the status.
    pub fn subscribe(&self) -> watch::Receiver<Status> {
        self.status.subscribe()
    }

    /// Follows the events after which a page reloads.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }

    /// Changes the status. Watchers are informed only if it is different.
    pub(crate) fn update(&self, change: impl FnOnce(&mut Status)) {
        self.status.send_if_modified(|status| {
            let before = status.clone();
            change(status);
            *status != before
        });
    }

    pub(crate) fn is_offline(&self) -> bool {
        self.status.borrow().connection == Connection::Offline
    }

    pub(crate) fn announce(&self, change: Change) {
        // Without a window there is no receiver, which is not an error.
        let _ = self.changes.send(change);
    }
}

#[cfg(test)]
mod tests {
    use super::StatusPublisher;
    use crate::view::Connection;

    #[test]
    fn sends_no_event_for_an_unchanged_status() {
        let board = StatusPublisher::new(Connection::SignedOut, false, None);
        let mut watching = board.subscribe();
        board.update(|status| status.connection = Connection::SignedOut);
        assert!(!watching.has_changed().unwrap());
        board.update(|status| status.connection = Connection::Connecting);
        assert!(watching.has_changed().unwrap());
        assert_eq!(watching.borrow_and_update().connection, Connection::Connecting);
    }
}
