//! Phones that exist in this process alone: what is sent to a number can be read there, in order.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use proofup_api::SecretText;
use tokio::sync::watch;

use super::{OutgoingText, Sending, Telephony};

/// Messages kept per service; a demo that runs for days must not grow without end.
const KEPT: usize = 500;

/// Every phone of the made-up organisation. Clones share their messages, so they outlive a restart of the service.
#[derive(Clone)]
pub struct DemoPhones {
    texts: Arc<Mutex<Vec<DemoText>>>,
    received: watch::Sender<u64>,
}

/// A text that arrived.
#[derive(Debug, Clone)]
pub struct DemoText {
    /// Counts up from 1, across all phones.
    pub sequence: u64,
    /// `+1 4255551234`.
    pub to: String,
    /// BCP 47.
    pub language: &'static str,
    /// What the person reads. It holds the code.
    pub text: SecretText,
    /// When the code in it is dead.
    pub expires: Timestamp,
}

impl Default for DemoPhones {
    fn default() -> Self {
        Self { texts: Arc::default(), received: watch::Sender::new(0) }
    }
}

impl DemoPhones {
    /// All texts that arrived after `sequence` (0 for all), in order.
    pub fn texts_after(&self, sequence: u64) -> Vec<DemoText> {
        self.lock().iter().filter(|text| text.sequence > sequence).cloned().collect()
    }

    /// The texts of one number, in order.
    pub fn texts_to(&self, number: &str) -> Vec<DemoText> {
        self.lock().iter().filter(|text| text.to == number).cloned().collect()
    }

    /// Changes whenever a text arrives, to the sequence of the newest.
    pub fn subscribe(&self) -> watch::Receiver<u64> {
        self.received.subscribe()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<DemoText>> {
        // A thread that panicked while it held the lock left whole messages behind.
        self.texts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Telephony for DemoPhones {
    fn send_text(&self, text: OutgoingText) -> Sending<'_> {
        let sequence = {
            let mut texts = self.lock();
            let sequence = texts.last().map_or(0, |last| last.sequence) + 1;
            if texts.len() >= KEPT {
                texts.remove(0);
            }
            texts.push(DemoText {
                sequence,
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
}

impl std::fmt::Debug for DemoPhones {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DemoPhones").field("newest", &*self.received.borrow()).finish()
    }
}
