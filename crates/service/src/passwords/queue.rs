//! Who hashes next. Each place waits in a lane of its own, and the lanes take turns, so that a flood from one network holds
//! up that network alone. Every other turn is for people who are known where they are, however many networks flood. A lane
//! that is full takes nobody in, and neither do all strangers' lanes together.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::lanes::{Lane, Lanes};

/// So many strangers may wait at a time: some seconds of work, whichever networks they come from.
const MOST_STRANGERS: usize = 1_024;

/// As many turns at a time as there are threads.
#[derive(Debug)]
pub(super) struct Queue(Mutex<State>);

#[derive(Debug)]
struct State {
    free: usize,
    known: Lanes<oneshot::Sender<Turn>>,
    strangers: Lanes<oneshot::Sender<Turn>>,
    /// Whose turn it is if both wait.
    known_are_next: bool,
}

/// A turn. When it is dropped, the next one begins.
#[derive(Debug)]
pub(super) struct Turn {
    /// Empty once somebody else has it.
    queue: Option<Arc<Queue>>,
}

/// The lane is full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Full;

impl Queue {
    pub(super) fn new(threads: usize) -> Arc<Self> {
        let (known, strangers) = (Lanes::new(usize::MAX), Lanes::new(MOST_STRANGERS));
        Arc::new(Self(Mutex::new(State { free: threads, known, strangers, known_are_next: true })))
    }

    /// Waits for a turn.
    pub(super) async fn turn(self: &Arc<Self>, lane: &Lane) -> Result<Turn, Full> {
        let waiting = match self.enter(lane)? {
            Ok(turn) => return Ok(turn),
            Err(waiting) => waiting,
        };
        // Turns are handed on as long as there are any, and the queue itself is held by this call.
        waiting.await.map_err(|_| Full)
    }

    fn enter(self: &Arc<Self>, lane: &Lane) -> Result<Result<Turn, oneshot::Receiver<Turn>>, Full> {
        let mut state = self.lock();
        if state.free > 0 {
            state.free -= 1;
            return Ok(Ok(Turn { queue: Some(Arc::clone(self)) }));
        }
        let (hand_over, waiting) = oneshot::channel();
        let lanes = if lane.is_known { &mut state.known } else { &mut state.strangers };
        lanes.enter(lane, hand_over, oneshot::Sender::is_closed).map_err(|_| Full)?;
        Ok(Err(waiting))
    }

    /// Whose turn it is; `None`, and a free thread, if nobody waits.
    fn next(&self) -> Option<oneshot::Sender<Turn>> {
        let mut state = self.lock();
        let next = if state.known_are_next {
            state.known.next().map(|next| (next, true)).or_else(|| state.strangers.next().map(|next| (next, false)))
        } else {
            state.strangers.next().map(|next| (next, false)).or_else(|| state.known.next().map(|next| (next, true)))
        };
        let Some((next, was_known)) = next else {
            state.free += 1;
            return None;
        };
        state.known_are_next = !was_known;
        Some(next)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some(queue) = self.queue.take() else { return };
        while let Some(hand_over) = queue.next() {
            match hand_over.send(Self { queue: Some(Arc::clone(&queue)) }) {
                Ok(()) => return,
                // Gone away while it waited: the turn is the next one's.
                Err(mut unwanted) => unwanted.queue = None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::sync::oneshot::Receiver;
    use tokio::sync::oneshot::error::TryRecvError;

    use super::super::lanes::LONGEST_LANE;
    use super::{Full, Lane, MOST_STRANGERS, Queue, Turn};

    fn wait(queue: &Arc<Queue>, lane: &Lane) -> Receiver<Turn> {
        queue.enter(lane).unwrap().expect_err("somebody hashes")
    }

    #[test]
    fn lanes_take_turns_even_if_one_is_long() {
        let queue = Queue::new(1);
        let (flood, other) = (Lane::of_strangers("192.0.2.1"), Lane::of_strangers("192.0.2.2"));
        let mut turn = queue.enter(&flood).unwrap().expect("nobody hashes");
        let mut flooding: Vec<_> = (0..LONGEST_LANE).map(|_| wait(&queue, &flood)).collect();
        assert_eq!(queue.enter(&flood).unwrap_err(), Full, "that lane is full");
        let mut others = [wait(&queue, &other), wait(&queue, &other)];
        for number in 0..2 {
            drop(turn);
            turn = flooding[number].try_recv().expect("the flood comes first, it was there first");
            drop(turn);
            turn = others[number].try_recv().expect("then the other");
        }
        drop(turn);
        assert!(flooding[2].try_recv().is_ok(), "alone, the flood goes on");
    }

    #[test]
    fn every_other_turn_is_for_who_is_known_however_many_networks_flood() {
        let queue = Queue::new(1);
        let mut turn = queue.enter(&Lane::of_administration()).unwrap().expect("nobody hashes");
        let network = |number: usize| Lane::of_strangers(&format!("2001:db8:{number:x}::/64"));
        let mut strangers: Vec<_> = (0..400).map(|number| wait(&queue, &network(number))).collect();
        let mut people: Vec<_> = (0..5).map(|name| wait(&queue, &Lane::of_known(&format!("{name}")))).collect();
        let mut passed = 0;
        for person in &mut people {
            drop(turn);
            turn = match person.try_recv() {
                Ok(turn) => turn,
                Err(_) => {
                    drop(strangers[passed].try_recv().expect("a stranger between two of them"));
                    passed += 1;
                    person.try_recv().expect("not two")
                }
            };
        }
        assert!(passed <= 5, "{passed}");
        drop(turn);
        assert!(strangers[passed].try_recv().is_ok(), "and the strangers go on");
    }

    #[test]
    fn all_strangers_together_have_an_end_and_who_has_most_gives_way() {
        let queue = Queue::new(1);
        let _turn = queue.enter(&Lane::of_administration()).unwrap().expect("nobody hashes");
        // One customer's /48: as many /64 as anybody wants.
        let network = |number: usize| Lane::of_strangers(&format!("2001:db8:1:{number:x}::/64"));
        let mut flood: Vec<_> = (0..MOST_STRANGERS).map(|number| wait(&queue, &network(number))).collect();
        assert_eq!(queue.enter(&network(MOST_STRANGERS)).unwrap_err(), Full);
        let mut other = wait(&queue, &Lane::of_strangers("192.0.2.1"));
        let gone = flood
            .iter_mut()
            .map(|one| matches!(one.try_recv(), Err(TryRecvError::Closed)))
            .filter(|gone| *gone)
            .count();
        assert_eq!(gone, 1, "one of the flood gave way");
        assert!(matches!(other.try_recv(), Err(TryRecvError::Empty)), "and the other waits");
        let _known = wait(&queue, &Lane::of_known("ann"));
    }

    #[test]
    fn networks_of_one_customer_share_their_turns() {
        let queue = Queue::new(1);
        let turn = queue.enter(&Lane::of_administration()).unwrap().expect("nobody hashes");
        let network = |number: usize| Lane::of_strangers(&format!("2001:db8:1:{number:x}::/64"));
        let mut flood: Vec<_> = (0..100).map(|number| wait(&queue, &network(number))).collect();
        let mut other = wait(&queue, &Lane::of_strangers("2001:db8:2:1::/64"));
        drop(turn);
        drop(flood[0].try_recv().expect("the flood was there first"));
        drop(other.try_recv().expect("the second turn is the other customer's"));
        assert!(flood[1].try_recv().is_ok());
    }

    #[tokio::test]
    async fn a_dropped_turn_goes_to_the_next_in_the_queue() {
        let queue = Queue::new(1);
        let lane = Lane::of_administration();
        let turn = queue.turn(&lane).await.unwrap();
        drop((wait(&queue, &lane), wait(&queue, &lane)));
        let mut next = wait(&queue, &lane);
        drop(turn);
        drop(next.try_recv().expect("those before it went away"));
        queue.turn(&lane).await.expect("and nobody else waits");
    }
}
