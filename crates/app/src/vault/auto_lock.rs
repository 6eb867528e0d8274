//! The vault locks by itself: when nobody is there, when the computer goes to sleep, when the screen is locked. Each is
//! the person's choice. Nothing runs while there is nothing to wait for.

use std::{sync::Arc, time::Duration};

use tokio::time::Instant;

use super::VaultSession;
use crate::view::{LockTriggers, VaultState};

/// What the vault waits for before it locks.
enum Wait {
    /// For this moment.
    Until(Instant),
    /// For a sign of the person: it is locked.
    ForSomebody,
    /// For another choice: it never locks because of idleness.
    ForAChoice,
}

impl VaultSession {
    /// There was a sign of the person: a key, the pointer, the window coming to the front.
    pub fn note_user_activity(&self) {
        self.state.saw_somebody();
    }

    /// What this system tells of.
    pub fn set_lock_triggers(&self, triggers: LockTriggers) {
        *self.state.triggers() = triggers;
    }

    /// The computer goes to sleep. When this comes back, the key is forgotten, if the person wants that.
    pub async fn computer_goes_to_sleep(&self) {
        if self.settings.current().locking.on_suspend {
            self.lock_if_open("the computer goes to sleep").await;
        }
    }

    /// The screen was locked.
    pub async fn session_was_locked(&self) {
        if self.settings.current().locking.on_session_lock {
            self.lock_if_open("the screen was locked").await;
        }
    }

    async fn lock_if_open(&self, why: &str) {
        if matches!(self.publisher.status().vault, VaultState::Unlocked) {
            tracing::info!(why, "the vault locks by itself");
            self.lock_vault().await;
        }
    }

    /// Locks the vault after the time that the person chose. It ends with the app.
    pub(crate) fn watch_idleness(self: &Arc<Self>) {
        let (weak, changed, mut seen) = (Arc::downgrade(self), self.state.idle_time_changed.clone(), self.state.seen());
        tokio::spawn(async move {
            while let Some(session) = weak.upgrade() {
                seen.mark_unchanged();
                let wait = session.lock_if_idle().await;
                // The app may end while this waits.
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
        self.lock_if_open("nobody was here for a while").await;
        Wait::ForSomebody
    }
}
