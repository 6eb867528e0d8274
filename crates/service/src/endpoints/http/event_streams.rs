//! The event streams of this node. Each holds a connection, so nobody has more than a few.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use crate::runtime::metrics::{Metrics, Raised};

/// The open streams, by the person or device that listens.
#[derive(Clone)]
pub(crate) struct EventStreams {
    most: usize,
    open: Arc<Mutex<HashMap<String, VecDeque<Stream>>>>,
}

struct Stream {
    number: u64,
    /// Ends it.
    _end: oneshot::Sender<()>,
}

/// A stream that is open. It is counted until this is dropped.
pub(crate) struct OpenStream {
    streams: EventStreams,
    whose: String,
    number: u64,
    superseded: oneshot::Receiver<()>,
    _counted: Raised,
}

impl EventStreams {
    pub(crate) fn new(most: usize) -> Self {
        Self { most: most.max(1), open: Arc::default() }
    }

    /// Begins one. Where there are as many as may be the oldest ends: most often nobody reads it any more, because a
    /// computer went to sleep or changed its network.
    pub(crate) fn open(&self, whose: &str, metrics: &Metrics) -> OpenStream {
        let (end, superseded) = oneshot::channel();
        let mut open = self.lock();
        let theirs = open.entry(whose.to_owned()).or_default();
        while theirs.len() >= self.most {
            theirs.pop_front();
        }
        let number = theirs.back().map_or(0, |newest| newest.number + 1);
        theirs.push_back(Stream { number, _end: end });
        drop(open);
        let counted = Raised::of(&metrics.event_streams);
        OpenStream { streams: self.clone(), whose: whose.to_owned(), number, superseded, _counted: counted }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, VecDeque<Stream>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl OpenStream {
    /// Waits until a newer stream took the place of this one.
    pub(crate) async fn superseded(&mut self) {
        // The sender is dropped, never used.
        let _ = (&mut self.superseded).await;
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        let mut open = self.streams.lock();
        if let Some(theirs) = open.get_mut(&self.whose) {
            theirs.retain(|stream| stream.number != self.number);
            if theirs.is_empty() {
                open.remove(&self.whose);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{EventStreams, Metrics};

    #[tokio::test]
    async fn the_oldest_ends_and_the_others_go_on() {
        let (streams, metrics) = (EventStreams::new(2), Metrics::new());
        let mut first = streams.open("ann", &metrics);
        let mut second = streams.open("ann", &metrics);
        let _others = streams.open("ben", &metrics);
        let third = streams.open("ann", &metrics);
        first.superseded().await;
        assert!(
            second.superseded.try_recv().is_err_and(|error| error == tokio::sync::oneshot::error::TryRecvError::Empty)
        );
        drop((first, second, third));
        assert_eq!(streams.lock().len(), 1, "nothing is kept of who is gone");
        assert_eq!(metrics.event_streams.get(), 1);
    }
}
