//! The vault locks by itself: when nobody is there, when the computer goes to sleep, when the screen is locked. Each is
//! the person's choice. Nothing runs while there is nothing to wait for.

use std::time::Duration;

use tokio::time::Instant;

use crate::{
    App,
    view::{LockTriggers, VaultState},
};

/// What the vault waits for before it locks.
enum Wait {
    /// For this moment.
    Until(Instant),
    /// For a sign of the person: it is locked.
    ForSomebody,
    /// For another choice: it never locks because of idleness.
    ForAChoice,
}

impl App {
    /// There was a sign of the person: a key, the pointer, the window coming to the front.
    pub fn note_user_activity(&self) {
        self.vault_session().saw_somebody();
    }

    /// What this system tells of.
    pub fn set_lock_triggers(&self, triggers: LockTriggers) {
        *self.vault_session().triggers() = triggers;
    }

    /// The computer goes to sleep. When this comes back, the key is forgotten, if the person wants that.
    pub async fn computer_goes_to_sleep(&self) {
        if self.settings().locking.on_suspend {
            self.lock_if_open("the computer goes to sleep").await;
        }
    }

    /// The screen was locked.
    pub async fn session_was_locked(&self) {
        if self.settings().locking.on_session_lock {
            self.lock_if_open("the screen was locked").await;
        }
    }

    async fn lock_if_open(&self, why: &str) {
        if matches!(self.status().vault, VaultState::Unlocked) {
            tracing::info!(why, "the vault locks by itself");
            self.lock_vault().await;
        }
    }

    /// Locks the vault after the time that the person chose. It ends with the app.
    pub(crate) fn watch_idleness(&self) {
        let (weak, changed, mut seen) =
            (self.weak(), self.vault_session().idle_time_changed.clone(), self.vault_session().seen());
        tokio::spawn(async move {
            while let Some(app) = weak.upgrade() {
                seen.mark_unchanged();
                let wait = app.lock_if_idle().await;
                // The app may end while this waits.
                drop(app);
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
        let Some(minutes) = self.settings().locking.idle_minutes else { return Wait::ForAChoice };
        let due = self.vault_session().last_seen() + Duration::from_secs(60 * u64::from(minutes));
        if due > Instant::now() {
            return Wait::Until(due);
        }
        self.lock_if_open("nobody was here for a while").await;
        Wait::ForSomebody
    }
}
