//! The phones of the demo organisation; one window shows the messages of all.

use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use proofup_app::view::{PhoneAction, PhoneCall, PhoneCallState, PhoneMessage};
use proofup_service::{DemoCall, DemoCallState, DemoPhones, DemoText, EventKind};

use super::holders::Holders;

/// All messages of this run.
#[derive(Default)]
pub(super) struct Messages {
    arrived: Mutex<Arrived>,
}

#[derive(Default)]
struct Arrived {
    messages: Vec<PhoneMessage>,
    /// The number of the last received one.
    last: u64,
}

impl Messages {
    /// All messages in order, with the present owners of their numbers.
    pub(super) fn all(&self, holders: &Holders) -> Vec<PhoneMessage> {
        let owned = |message: &PhoneMessage| PhoneMessage { owner: holders.of_number(&message.to), ..message.clone() };
        self.lock().messages.iter().map(owned).collect()
    }

    /// Receives new messages of the phones, and returns them.
    pub(super) fn take_in(&self, phones: &DemoPhones, holders: &Holders, now: Timestamp) -> Vec<PhoneMessage> {
        let mut arrived = self.lock();
        let texts = phones.texts_after(arrived.last);
        arrived.last = texts.last().map_or(arrived.last, |text| text.sequence);
        let new: Vec<_> = texts.into_iter().map(|text| message(text, holders, now)).collect();
        arrived.messages.extend(new.iter().cloned());
        new
    }

    /// Forgets all messages.
    pub(super) fn begin_anew(&self) {
        self.lock().messages.clear();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Arrived> {
        self.arrived.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The calls after the first ones, in order.
pub(super) fn calls(phones: &DemoPhones, after: usize, holders: &Holders) -> Vec<PhoneCall> {
    phones.calls().into_iter().skip(after).map(|placed| call(placed, holders)).collect()
}

/// The event for the service after an action.
pub(super) fn event(action: PhoneAction) -> EventKind {
    match action {
        PhoneAction::Answer => EventKind::Answered,
        PhoneAction::Decline => EventKind::Busy,
        PhoneAction::Ignore => EventKind::NoAnswer,
        PhoneAction::Voicemail => EventKind::Voicemail,
        PhoneAction::HangUp => EventKind::HungUp,
    }
}

fn call(call: DemoCall, holders: &Holders) -> PhoneCall {
    PhoneCall {
        id: call.id,
        owner: holders.of_number(&call.to),
        to: call.to,
        caller_id: call.caller_id,
        spoken: call.spoken,
        language: call.language.to_owned(),
        state: match call.state {
            DemoCallState::Ringing => PhoneCallState::Ringing,
            DemoCallState::Talking => PhoneCallState::Talking,
            DemoCallState::Ended => PhoneCallState::Ended,
        },
    }
}

fn message(text: DemoText, holders: &Holders, now: Timestamp) -> PhoneMessage {
    PhoneMessage {
        id: text.sequence.to_string(),
        owner: holders.of_number(&text.to),
        to: text.to,
        text: text.text.expose().to_owned(),
        received_date_time: now,
    }
}
