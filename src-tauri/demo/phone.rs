//! The phones of the made-up organisation: what arrives at any of them is shown in one window.

use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use proofup_app::view::PhoneMessage;
use proofup_service::{DemoPhones, DemoText, demo};

/// Everything that arrived in this run.
#[derive(Default)]
pub(super) struct Messages {
    arrived: Mutex<Vec<PhoneMessage>>,
}

impl Messages {
    /// All of them, in order.
    pub(super) fn all(&self) -> Vec<PhoneMessage> {
        self.lock().clone()
    }

    /// Takes in what the phones got since the last time, and returns it.
    pub(super) fn take_in(&self, phones: &DemoPhones, now: Timestamp) -> Vec<PhoneMessage> {
        let mut arrived = self.lock();
        let seen = arrived.last().and_then(|last| last.id.parse().ok()).unwrap_or(0);
        let new: Vec<_> = phones.texts_after(seen).into_iter().map(|text| message(text, now)).collect();
        arrived.extend(new.iter().cloned());
        new
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<PhoneMessage>> {
        self.arrived.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn message(text: DemoText, now: Timestamp) -> PhoneMessage {
    let owner = demo::people().into_iter().find(|person| person.mobile == text.to);
    PhoneMessage {
        id: text.sequence.to_string(),
        to: text.to,
        text: text.text.expose().to_owned(),
        received_date_time: now,
        owner: owner.map(|person| person.display_name.to_owned()),
    }
}
