//! The phones of the made-up organisation: what arrives at any of them is shown in one window.

use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use proofup_app::view::{PhoneAction, PhoneCall, PhoneCallState, PhoneMessage};
use proofup_service::demo::{self, DemoPerson};
use proofup_service::{DemoCall, DemoCallState, DemoPhones, DemoText, EventKind};

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

/// Every call, in order.
pub(super) fn calls(phones: &DemoPhones) -> Vec<PhoneCall> {
    phones.calls().into_iter().map(call).collect()
}

/// What the phone tells the service when somebody does this.
pub(super) fn event(action: PhoneAction) -> EventKind {
    match action {
        PhoneAction::Answer => EventKind::Answered,
        PhoneAction::Decline => EventKind::Busy,
        PhoneAction::Ignore => EventKind::NoAnswer,
        PhoneAction::Voicemail => EventKind::Voicemail,
        PhoneAction::HangUp => EventKind::HungUp,
    }
}

fn call(call: DemoCall) -> PhoneCall {
    PhoneCall {
        id: call.id,
        owner: owner(&call.to),
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

/// Whose phone has this number.
fn owner(number: &str) -> Option<String> {
    let owns = |person: &DemoPerson| {
        person.mobile == number || person.office == Some(number) || person.alternate == Some(number)
    };
    demo::people().into_iter().find(owns).map(|person| person.display_name.to_owned())
}

fn message(text: DemoText, now: Timestamp) -> PhoneMessage {
    PhoneMessage {
        id: text.sequence.to_string(),
        owner: owner(&text.to),
        to: text.to,
        text: text.text.expose().to_owned(),
        received_date_time: now,
    }
}
