//! Answers that were given lately. A front end that hears nothing asks again with the same packet (RFC 5080, section 2.2.2):
//! it is answered from here, and nothing is checked, counted or sent to a phone a second time.

use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// Front ends have given up after so long.
const KEPT: Duration = Duration::from_secs(30);
/// Of so many requests at most. Those of one socket replace each other, as it has 256 identifiers.
const MOST: usize = 65_536;

/// Source and identifier: what tells the requests of one front end apart.
type Key = (SocketAddr, u8);

/// What a request is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) from: SocketAddr,
    pub(super) identifier: u8,
    pub(super) authenticator: [u8; 16],
}

/// Whether a request was seen before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Seen {
    Never,
    /// Its answer is being made.
    Running,
    Answered(Arc<[u8]>),
}

/// The requests of this node.
#[derive(Default)]
pub(super) struct Memory(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    requests: HashMap<Key, Remembered>,
    /// The oldest first.
    order: VecDeque<(Instant, Asked)>,
}

struct Remembered {
    authenticator: [u8; 16],
    answer: Option<Arc<[u8]>>,
}

impl Memory {
    /// Looks a request up, and remembers it if it is new.
    pub(super) fn see(&self, asked: Asked, now: Instant) -> Seen {
        let mut kept = self.lock();
        kept.let_go(now);
        if let Some(known) = kept.requests.get(&asked.key()).filter(|known| known.authenticator == asked.authenticator)
        {
            return known.answer.clone().map_or(Seen::Running, Seen::Answered);
        }
        kept.requests.insert(asked.key(), Remembered { authenticator: asked.authenticator, answer: None });
        kept.order.push_back((now, asked));
        Seen::Never
    }

    /// Remembers the answer to a request.
    pub(super) fn answered(&self, asked: Asked, answer: Arc<[u8]>) {
        let mut kept = self.lock();
        if let Some(known) =
            kept.requests.get_mut(&asked.key()).filter(|known| known.authenticator == asked.authenticator)
        {
            known.answer = Some(answer);
        }
    }

    /// A request could not be answered: when it comes again, it is a new one.
    pub(super) fn forget(&self, asked: Asked) {
        self.lock().remove(asked);
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn let_go(&mut self, now: Instant) {
        while let Some((at, asked)) = self.order.front().copied() {
            if self.order.len() < MOST && at + KEPT > now {
                return;
            }
            self.order.pop_front();
            self.remove(asked);
        }
    }

    fn remove(&mut self, asked: Asked) {
        if self.requests.get(&asked.key()).is_some_and(|known| known.authenticator == asked.authenticator) {
            self.requests.remove(&asked.key());
        }
    }
}

impl Asked {
    fn key(&self) -> Key {
        (self.from, self.identifier)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Asked, Instant, KEPT, MOST, Memory, Seen};

    fn asked(port: u16, identifier: u8, authenticator: u8) -> Asked {
        Asked { from: ([192, 0, 2, 1], port).into(), identifier, authenticator: [authenticator; 16] }
    }

    #[test]
    fn a_request_that_comes_again_is_new_only_after_it_was_forgotten() {
        let (memory, now) = (Memory::default(), Instant::now());
        let answer: Arc<[u8]> = Arc::from(&b"answer"[..]);
        assert_eq!(memory.see(asked(1, 1, 1), now), Seen::Never);
        assert_eq!(memory.see(asked(1, 1, 1), now), Seen::Running);
        memory.answered(asked(1, 1, 1), Arc::clone(&answer));
        assert_eq!(memory.see(asked(1, 1, 1), now), Seen::Answered(answer));
        assert_eq!(memory.see(asked(2, 1, 1), now), Seen::Never, "another port");
        memory.forget(asked(2, 1, 1));
        assert_eq!(memory.see(asked(2, 1, 1), now), Seen::Never);
        assert_eq!(memory.see(asked(1, 1, 1), now + KEPT), Seen::Never);
    }

    #[test]
    fn another_authenticator_is_another_request_and_takes_the_place() {
        let (memory, now) = (Memory::default(), Instant::now());
        assert_eq!(memory.see(asked(1, 1, 1), now), Seen::Never);
        assert_eq!(memory.see(asked(1, 1, 2), now), Seen::Never);
        memory.answered(asked(1, 1, 1), Arc::from(&b"too late"[..]));
        assert_eq!(memory.see(asked(1, 1, 2), now), Seen::Running);
    }

    #[test]
    fn memory_is_bounded() {
        let (memory, now) = (Memory::default(), Instant::now());
        for number in 0..MOST + 1000 {
            let identifier = u8::try_from(number % 256).unwrap();
            memory.see(asked(u16::try_from(number / 256).unwrap(), identifier, 1), now);
        }
        let kept = memory.lock();
        assert!(kept.requests.len() <= MOST && kept.order.len() <= MOST, "{}", kept.requests.len());
    }
}
