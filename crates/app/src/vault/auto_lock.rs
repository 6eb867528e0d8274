//! Locks the vault automatically: after a time without activity, before the computer sleeps, when the screen is locked.
//! The person chooses each. No timer runs while there is nothing to wait for.

use std::{sync::Arc, time::Duration};

use tokio::time::Instant;

use super::VaultSession;
use crate::view::{LockTriggers, VaultState};

/// What the automatic lock waits for.
enum Wait {
    /// This moment.
    Until(Instant),
    /// Activity of the person: the vault is locked.
    ForSomebody,
    /// Another setting: the vault never locks after inactivity.
    ForAChoice,
}

impl VaultSession {
    /// Notes activity of the person: a key, the pointer, the window coming to the front.
    pub fn note_user_activity(&self) {
        self.state.saw_somebody();
    }

    /// Sets which events this system reports.
    pub fn set_lock_triggers(&self, triggers: LockTriggers) {
        *self.state.triggers() = triggers;
    }

    /// Before the computer sleeps: locks the vault, if the person wants that. When this returns, the key is forgotten.
    pub async fn computer_goes_to_sleep(&self) {
        if self.settings.current().locking.on_suspend {
            self.lock_if_open("the computer is about to sleep").await;
        }
    }

    /// After the screen was locked: locks the vault, if the person wants that.
    pub async fn session_was_locked(&self) {
        if self.settings.current().locking.on_session_lock {
            self.lock_if_open("the screen was locked").await;
        }
    }

    async fn lock_if_open(&self, why: &str) {
        if matches!(self.publisher.status().vault, VaultState::Unlocked) {
            tracing::info!(why, "the vault is locked automatically");
            self.lock_vault().await;
        }
    }

    /// Locks the vault after the chosen time without activity. It ends with the app.
    pub(crate) fn watch_idleness(self: &Arc<Self>) {
        let (weak, changed, mut seen) = (Arc::downgrade(self), self.state.idle_time_changed.clone(), self.state.seen());
        tokio::spawn(async move {
            while let Some(session) = weak.upgrade() {
                seen.mark_unchanged();
                let wait = session.lock_if_idle().await;
                // The app may end during the wait.
                drop(session);
                match wait {
                    Wait::Until(due) => tokio::select! {
                        () = tokio::time::sleep_until(due) => {}
                        () = changed.notified() => {}
                    },
                    Wait::ForSomebody => tokio::select! {
                        _ = seen.changed() => {}
                        () = changed.notified() => {}
                    },
                    Wait::ForAChoice => changed.notified().await,
                }
            }
        });
    }

    async fn lock_if_idle(&self) -> Wait {
        let Some(minutes) = self.settings.current().locking.idle_minutes else { return Wait::ForAChoice };
        let due = self.state.last_seen() + Duration::from_secs(60 * u64::from(minutes));
        if due > Instant::now() {
            return Wait::Until(due);
        }
        self.lock_if_open("there was no activity for the chosen time").await;
        Wait::ForSomebody
    }
}
