//! One look at the database for all event streams of this node. A stream by itself would ask every second; a thousand of them
//! would keep a core busy with nothing to tell.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use proofup_store::users::{self, EventState};
use tokio::sync::{Notify, watch};

use crate::ServiceError;
use crate::context::Context;
use crate::methods::push;

/// A device that approves is told within this time.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// A person is told at every so many looks.
const PEOPLE_AT: u32 = 2;
/// Sessions of one statement.
const AT_A_TIME: usize = 250;

/// The sessions of the open streams, with their last state.
#[derive(Default)]
pub(crate) struct EventHub {
    people: Watched<EventState>,
    devices: Watched<Vec<String>>,
    /// A stream began: looking goes on.
    began: Notify,
}

/// The state of a session; none once its person or device is gone.
pub(super) type Seen<T> = Option<Arc<T>>;

struct Watched<T>(Mutex<HashMap<String, watch::Sender<Seen<T>>>>);

impl<T> Default for Watched<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl EventHub {
    /// What moves for a person's session, from `first` on.
    pub(super) fn watch_person(&self, session_id: &str, first: Seen<EventState>) -> watch::Receiver<Seen<EventState>> {
        self.began.notify_one();
        self.people.watch(session_id, first)
    }

    /// The requests that wait for the device of a session, from `first` on.
    pub(super) fn watch_device(
        &self,
        session_id: &str,
        first: Seen<Vec<String>>,
    ) -> watch::Receiver<Seen<Vec<String>>> {
        self.began.notify_one();
        self.devices.watch(session_id, first)
    }

    /// Looks for as long as the service runs.
    pub(crate) async fn keep_looking(self: Arc<Self>, context: Weak<Context>) {
        let mut ticks = tokio::time::interval(LOOK_EVERY);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        for round in 0_u32.. {
            if self.people.is_empty() && self.devices.is_empty() {
                self.began.notified().await;
            }
            ticks.tick().await;
            let Some(context) = context.upgrade() else { return };
            let of_people = if round.is_multiple_of(PEOPLE_AT) { self.look_at_people(&context).await } else { Ok(()) };
            if let Err(error) = of_people.and(self.look_at_devices(&context).await) {
                // A database that is away for a while is not the end of a stream; the next look sees what changed.
                tracing::debug!(%error, "event streams cannot look at the database");
            }
        }
    }

    async fn look_at_people(&self, context: &Context) -> Result<(), ServiceError> {
        for sessions in self.people.sessions().chunks(AT_A_TIME) {
            let mut db = context.store.read().await?;
            self.people.saw(sessions, users::event_states(&mut db, sessions).await?);
        }
        Ok(())
    }

    async fn look_at_devices(&self, context: &Context) -> Result<(), ServiceError> {
        for sessions in self.devices.sessions().chunks(AT_A_TIME) {
            self.devices.saw(sessions, push::waiting(context, sessions).await?);
        }
        Ok(())
    }
}

impl<T: PartialEq> Watched<T> {
    fn watch(&self, session_id: &str, first: Seen<T>) -> watch::Receiver<Seen<T>> {
        self.lock().entry(session_id.to_owned()).or_insert_with(|| watch::channel(first).0).subscribe()
    }

    fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    /// The sessions that somebody still listens for.
    fn sessions(&self) -> Vec<String> {
        let mut all = self.lock();
        all.retain(|_, sender| sender.receiver_count() > 0);
        all.keys().cloned().collect()
    }

    /// Stores the state of these sessions, and wakes the streams of those that changed.
    fn saw(&self, sessions: &[String], found: Vec<(String, T)>) {
        let mut found: HashMap<_, _> = found.into_iter().collect();
        let all = self.lock();
        for session in sessions {
            let now = found.remove(session).map(Arc::new);
            if let Some(sender) = all.get(session) {
                sender.send_if_modified(|before| {
                    let moved = *before != now;
                    *before = now;
                    moved
                });
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, watch::Sender<Seen<T>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Watched;

    #[test]
    fn wakes_for_changes_and_removes_closed_streams() {
        let watched = Watched::<u8>::default();
        let mut ann = watched.watch("ann", Some(Arc::new(1)));
        let mut ben = watched.watch("ben", Some(Arc::new(1)));
        let both = watched.sessions();
        watched.saw(&both, vec![("ann".to_owned(), 1), ("ben".to_owned(), 2)]);
        assert!(!ann.has_changed().unwrap(), "it is as it was");
        assert_eq!(ben.borrow_and_update().as_deref(), Some(&2));
        watched.saw(&both, vec![("ben".to_owned(), 2)]);
        assert_eq!(ann.borrow_and_update().as_deref(), None, "ann's session is gone");
        drop(ann);
        assert_eq!(watched.sessions(), ["ben"]);
    }
}
