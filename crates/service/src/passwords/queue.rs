//! Who hashes next. Each place waits in a lane of its own, and the lanes take turns, so that a flood from one network holds
//! up that network alone. A lane that is full takes nobody in.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

/// So many may wait in one lane: some seconds of work.
const LONGEST_LANE: usize = 128;

/// Where somebody waits. Equal ones share a lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lane(String);

impl Lane {
    /// People whom nothing is known of, from one network or through one front end.
    pub(crate) fn of_strangers(place: &str) -> Self {
        Self(format!("strangers\0{place}"))
    }

    /// Somebody on a device, in a network or in a session that is known. Nobody else waits there.
    pub(crate) fn of_known(person_and_place: &str) -> Self {
        Self(format!("known\0{person_and_place}"))
    }

    /// What administrators do.
    pub(crate) fn of_administration() -> Self {
        Self("administration".to_owned())
    }
}

/// As many turns at a time as there are threads.
#[derive(Debug)]
pub(super) struct Queue(Mutex<State>);

#[derive(Debug)]
struct State {
    free: usize,
    /// The lane whose turn it is comes first.
    lanes: VecDeque<(Lane, VecDeque<oneshot::Sender<Turn>>)>,
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
        Arc::new(Self(Mutex::new(State { free: threads, lanes: VecDeque::new() })))
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
        match state.lanes.iter_mut().find(|(other, _)| other == lane) {
            Some((_, waiters)) => {
                waiters.retain(|waiter| !waiter.is_closed());
                if waiters.len() >= LONGEST_LANE {
                    return Err(Full);
                }
                waiters.push_back(hand_over);
            }
            None => state.lanes.push_back((lane.clone(), VecDeque::from([hand_over]))),
        }
        Ok(Err(waiting))
    }

    /// Whose turn it is; `None`, and a free thread, if nobody waits.
    fn next(&self) -> Option<oneshot::Sender<Turn>> {
        let mut state = self.lock();
        while let Some((lane, mut waiters)) = state.lanes.pop_front() {
            let next = waiters.pop_front();
            if !waiters.is_empty() {
                state.lanes.push_back((lane, waiters));
            }
            if next.is_some() {
                return next;
            }
        }
        state.free += 1;
        None
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

    use super::{Full, LONGEST_LANE, Lane, Queue, Turn};

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
