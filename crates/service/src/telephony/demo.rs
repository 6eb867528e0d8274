//! Phones inside this process: the demo phone reads texts and takes calls there.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use proofup_api::SecretText;
use tokio::sync::{mpsc, oneshot, watch};

use super::{EventKind, GatewayEvent, Line, LocalEvent, OutgoingCall, OutgoingText, Sending, Telephony};

/// Messages and calls kept per service; a demo that runs for days must not grow without end.
const KEPT: usize = 500;

/// Every phone of the made-up organisation. Clones share what arrived, so it outlives a restart of the service.
#[derive(Clone)]
pub struct DemoPhones {
    texts: Arc<Mutex<Vec<DemoText>>>,
    calls: Arc<Mutex<Vec<DemoCall>>>,
    events: Arc<Mutex<Option<mpsc::UnboundedSender<LocalEvent>>>>,
    received: watch::Sender<u64>,
    /// Moves on whenever a call does.
    called: watch::Sender<u64>,
}

/// A text that arrived.
#[derive(Debug, Clone)]
pub struct DemoText {
    /// Counts up from 1, across all phones.
    pub sequence: u64,
    /// For a reply.
    pub id: String,
    /// `+1 4255551234`.
    pub to: String,
    /// BCP 47.
    pub language: &'static str,
    /// The text. It holds the code.
    pub text: SecretText,
    /// When the code in it is dead.
    pub expires: Timestamp,
}

/// A call that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoCall {
    /// Of the call.
    pub id: String,
    /// `+1 4255551234`, extension as `+1 4255551234x123`.
    pub to: String,
    /// Whom the phone shows as calling.
    pub caller_id: Option<String>,
    /// BCP 47.
    pub language: &'static str,
    /// The last prompt; before an answer, the first one.
    pub spoken: String,
    /// Its state.
    pub state: DemoCallState,
    /// When nothing that is pressed counts any more.
    pub expires: Timestamp,
}

/// The state of a call on the phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoCallState {
    /// It rings.
    Ringing,
    /// It was answered.
    Talking,
    /// It is over.
    Ended,
}

impl Default for DemoPhones {
    fn default() -> Self {
        Self {
            texts: Arc::default(),
            calls: Arc::default(),
            events: Arc::default(),
            received: watch::Sender::new(0),
            called: watch::Sender::new(0),
        }
    }
}

impl DemoPhones {
    /// All texts that arrived after `sequence` (0 for all), in order.
    pub fn texts_after(&self, sequence: u64) -> Vec<DemoText> {
        lock(&self.texts).iter().filter(|text| text.sequence > sequence).cloned().collect()
    }

    /// The texts of one number, in order.
    pub fn texts_to(&self, number: &str) -> Vec<DemoText> {
        lock(&self.texts).iter().filter(|text| text.to == number).cloned().collect()
    }

    /// Changes whenever a text arrives, to the sequence of the newest.
    pub fn subscribe(&self) -> watch::Receiver<u64> {
        self.received.subscribe()
    }

    /// All calls, in the order in which they came in.
    pub fn calls(&self) -> Vec<DemoCall> {
        lock(&self.calls).clone()
    }

    /// The calls of one number, in order.
    pub fn calls_to(&self, number: &str) -> Vec<DemoCall> {
        lock(&self.calls).iter().filter(|call| call.to == number).cloned().collect()
    }

    /// Changes whenever something happens to a call.
    pub fn subscribe_calls(&self) -> watch::Receiver<u64> {
        self.called.subscribe()
    }

    /// Does something with a phone: answers, presses a key, hangs up, replies to a text. Returns the next prompt.
    pub async fn act(&self, id: &str, kind: EventKind) -> Option<Line> {
        let state = match kind {
            EventKind::Answered | EventKind::Keys(_) => DemoCallState::Talking,
            _ => DemoCallState::Ended,
        };
        let line = self.tell(GatewayEvent { id: id.to_owned(), kind }).await;
        // At once with the words: a keypad that moves when they arrive is pressed at the wrong place.
        self.change(id, |call| {
            if call.state == DemoCallState::Ended {
                return;
            }
            call.state = state;
            if let Some(line) = &line {
                call.spoken.clone_from(&line.text);
                if line.hang_up {
                    call.state = DemoCallState::Ended;
                }
            }
        });
        line
    }

    async fn tell(&self, event: GatewayEvent) -> Option<Line> {
        let (answer, answered) = oneshot::channel();
        let sender = lock(&self.events).clone()?;
        sender.send(LocalEvent { event, answer }).ok()?;
        answered.await.ok().flatten()
    }

    fn change(&self, id: &str, change: impl FnOnce(&mut DemoCall)) {
        if let Some(call) = lock(&self.calls).iter_mut().find(|call| call.id == id) {
            change(call);
        }
        self.called.send_modify(|times| *times += 1);
    }
}

impl Telephony for DemoPhones {
    fn send_text(&self, text: OutgoingText) -> Sending<'_> {
        let sequence = {
            let mut texts = lock(&self.texts);
            let sequence = texts.last().map_or(0, |last| last.sequence) + 1;
            if texts.len() >= KEPT {
                texts.remove(0);
            }
            texts.push(DemoText {
                sequence,
                id: text.id,
                to: text.to,
                language: text.language.tag(),
                text: text.text,
                expires: text.expires,
            });
            sequence
        };
        self.received.send_replace(sequence);
        Box::pin(async { Ok(()) })
    }

    fn place_call(&self, call: OutgoingCall) -> Sending<'_> {
        {
            let mut calls = lock(&self.calls);
            if calls.len() >= KEPT {
                calls.remove(0);
            }
            // A phone that rings or talks to one call ends it when the next comes in: the service superseded it.
            for before in calls.iter_mut().filter(|before| before.to == call.to) {
                before.state = DemoCallState::Ended;
            }
            calls.push(DemoCall {
                id: call.id,
                to: call.to,
                caller_id: call.caller_id,
                language: call.language.tag(),
                spoken: call.text,
                state: DemoCallState::Ringing,
                expires: call.expires,
            });
        }
        self.called.send_modify(|times| *times += 1);
        Box::pin(async { Ok(()) })
    }

    fn local_events(&self) -> Option<mpsc::UnboundedReceiver<LocalEvent>> {
        let (sender, receiver) = mpsc::unbounded_channel();
        *lock(&self.events) = Some(sender);
        Some(receiver)
    }
}

impl std::fmt::Debug for DemoPhones {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DemoPhones").field("newest", &*self.received.borrow()).finish_non_exhaustive()
    }
}

/// A thread that panicked while it held the lock left whole messages behind.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
