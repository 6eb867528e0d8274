//! The dialogue of a call: the effect of each key, and the prompts. It does not use the database.
//!
//! `#` passes. `0#` reports fraud at a sign-in, and `1` confirms it. Where the help desk verifies a caller, the number that it says
//! passes, and `0#` reports that nobody calls. A switchboard may be asked for the extension first.

use proofup_store::calls::{Call, CallState};
use proofup_store::text_codes::Purpose;
use subtle::ConstantTimeEq as _;

use crate::settings::Settings;
use crate::telephony::{EventKind, Line, Script};

/// Keys that are remembered while a `#` is awaited: more than any answer has.
const LONGEST_ANSWER: usize = 8;

/// Where an event leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) state: CallState,
    pub(super) pressed: String,
    pub(super) prompts: i64,
    pub(super) prompt: Option<Prompt>,
}

/// The prompts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prompt {
    AtExtension,
    Greeted,
    NotUnderstood,
    FraudAsked,
    FraudReported,
    WrongNumber,
    Passed,
    Over,
}

/// The step that an event is; `None` once the call has nothing to say any more.
pub(super) fn step(settings: &Settings, call: &Call, event: &EventKind, now: i64) -> Option<Step> {
    if !call.state.is_open() || call.expires_at <= now {
        return None;
    }
    let to = |state: CallState| Step { state, pressed: String::new(), prompts: call.prompts, prompt: None };
    Some(match event {
        EventKind::Delivered | EventKind::Reply(_) => Step { pressed: call.pressed.clone(), ..to(call.state) },
        EventKind::Failed => to(CallState::Failed),
        EventKind::Busy => to(CallState::Busy),
        EventKind::NoAnswer => to(CallState::NoAnswer),
        EventKind::Voicemail => to(CallState::Voicemail),
        EventKind::HungUp => to(CallState::HungUp),
        EventKind::Answered if call.state == CallState::Ringing => spoken(call, first_prompt(settings, call)),
        EventKind::Answered => Step { pressed: call.pressed.clone(), ..to(call.state) },
        EventKind::Keys(keys) => keys_pressed(settings, call, keys),
    })
}

/// The state in which a prompt leaves a call.
fn spoken(call: &Call, prompt: Prompt) -> Step {
    let state = match prompt {
        Prompt::AtExtension => CallState::AtExtension,
        Prompt::Greeted | Prompt::NotUnderstood => CallState::Greeted,
        Prompt::FraudAsked => CallState::FraudAsked,
        Prompt::FraudReported => CallState::FraudReported,
        Prompt::WrongNumber => CallState::WrongNumber,
        Prompt::Passed => CallState::Passed,
        Prompt::Over => call.state,
    };
    Step { state, pressed: String::new(), prompts: call.prompts + 1, prompt: Some(prompt) }
}

fn keys_pressed(settings: &Settings, call: &Call, keys: &str) -> Step {
    let mut state = match call.state {
        // Some gateways report a key without the answer before it.
        CallState::Ringing => spoken(call, first_prompt(settings, call)).state,
        state => state,
    };
    let mut pressed = call.pressed.clone();
    let mut prompt = None;
    for key in keys.chars() {
        let next = match (state, key, pressed.as_str()) {
            (CallState::FraudAsked, '1', _) => Prompt::FraudReported,
            (CallState::FraudAsked, ..) => Prompt::Greeted,
            (CallState::AtExtension, '#', _) => Prompt::Greeted,
            (CallState::Greeted, '#', "0") if takes_fraud(settings, call) => Prompt::FraudAsked,
            (CallState::Greeted, '#', keys) => answered(call, keys),
            (CallState::AtExtension | CallState::Greeted, '0'..='9' | '*', _) => {
                if pressed.len() < LONGEST_ANSWER {
                    pressed.push(key);
                }
                continue;
            }
            _ => continue,
        };
        pressed.clear();
        state = spoken(call, next).state;
        prompt = Some(next);
        if !state.is_open() {
            break;
        }
    }
    Step { state, pressed, prompts: call.prompts + i64::from(prompt.is_some()), prompt }
}

/// What comes of the keys before `#`. In a sign-in no other key is pressed. In a question of the help desk the keys are its number: a
/// wrong number ends the call, so that nobody can guess.
fn answered(call: &Call, keys: &str) -> Prompt {
    match &call.question {
        Some(question) if bool::from(keys.as_bytes().ct_eq(question.number.as_bytes())) => Prompt::Passed,
        Some(_) if !keys.is_empty() => Prompt::WrongNumber,
        None if keys.is_empty() => Prompt::Passed,
        _ => Prompt::NotUnderstood,
    }
}

/// A stranger may answer a call to a new number. They cannot block the person who mistyped it.
fn takes_fraud(settings: &Settings, call: &Call) -> bool {
    match call.purpose {
        Purpose::SignIn => settings.calls.fraud_reports,
        Purpose::Caller => true,
        Purpose::Verification => false,
    }
}

fn first_prompt(settings: &Settings, call: &Call) -> Prompt {
    if settings.calls.extension_prompt && call.number.contains('x') { Prompt::AtExtension } else { Prompt::Greeted }
}

fn script(settings: &Settings, call: &Call) -> Script {
    let fraud = takes_fraud(settings, call);
    let blocks = settings.block_users_who_report_fraud;
    let script =
        Script::new(call.language, &settings.organization, &settings.calls.greeting, &call.number, fraud, blocks);
    match &call.question {
        Some(asked) => script.about_a_caller(&settings.organization, &asked.agent_name, &asked.acts),
        None => script,
    }
}

fn words(prompt: Prompt, script: &Script) -> String {
    match prompt {
        Prompt::AtExtension => script.at_extension(),
        Prompt::Greeted => script.greeted(),
        Prompt::NotUnderstood => script.not_understood(),
        Prompt::FraudAsked => script.fraud_asked(),
        Prompt::FraudReported => script.fraud_reported(),
        Prompt::WrongNumber => script.wrong_number(),
        Prompt::Passed => script.passed(),
        Prompt::Over => script.over(),
    }
}

/// The prompt after the call is answered.
pub(super) fn first_words(settings: &Settings, call: &Call) -> String {
    words(first_prompt(settings, call), &script(settings, call))
}

/// A prompt in the words of the call's language.
pub(super) fn line(settings: &Settings, call: &Call, prompt: Prompt) -> Option<Line> {
    let script = script(settings, call);
    Some(Line {
        text: words(prompt, &script),
        language: script.language(),
        hang_up: matches!(prompt, Prompt::FraudReported | Prompt::WrongNumber | Prompt::Passed | Prompt::Over),
    })
}

/// Nobody listens any more.
pub(super) fn is_farewell(event: &EventKind) -> bool {
    !matches!(event, EventKind::Answered | EventKind::Keys(_))
}

#[cfg(test)]
mod tests {
    use proofup_api::PhoneType;

    use super::{Prompt, step};
    use crate::settings::Settings;
    use crate::telephony::{EventKind, Language};
    use proofup_store::calls::{Call, CallState};
    use proofup_store::text_codes::Purpose;

    fn call(purpose: Purpose, number: &str) -> Call {
        Call {
            id: String::new(),
            user_id: String::new(),
            purpose,
            context: String::new(),
            phone_id: None,
            phone_type: PhoneType::Office,
            number: number.to_owned(),
            language: Language::English,
            state: CallState::Ringing,
            pressed: String::new(),
            prompts: 0,
            placed_at: 0,
            expires_at: 1,
            client_address: None,
            correlation_id: String::new(),
            question: None,
        }
    }

    /// Presses keys, one event each. Returns the final state and the last prompt.
    fn after(purpose: Purpose, number: &str, extension_prompt: bool, events: &[&str]) -> (CallState, Option<Prompt>) {
        let mut settings = Settings::default();
        settings.calls.extension_prompt = extension_prompt;
        let mut call = call(purpose, number);
        let mut prompt = None;
        for keys in events {
            let next = step(&settings, &call, &EventKind::Keys((*keys).to_owned()), 0).unwrap();
            prompt = next.prompt;
            call = Call { state: next.state, pressed: next.pressed, prompts: next.prompts, ..call };
        }
        (call.state, prompt)
    }

    const MOBILE: &str = "+1 4255550101";
    const OFFICE: &str = "+1 4255550101x42";

    #[test]
    fn the_pound_key_passes_in_one_event_or_in_several() {
        let passed = (CallState::Passed, Some(Prompt::Passed));
        assert_eq!(after(Purpose::SignIn, MOBILE, true, &["#"]), passed);
        assert_eq!(after(Purpose::Verification, OFFICE, false, &["#"]), passed);
        assert_eq!(after(Purpose::SignIn, OFFICE, true, &["#", "#"]), passed);
        assert_eq!(after(Purpose::SignIn, OFFICE, true, &["##"]), passed, "once for the extension, once to pass");
    }

    #[test]
    fn a_key_pressed_at_the_switchboard_does_not_pass() {
        assert_eq!(after(Purpose::SignIn, OFFICE, true, &["#"]), (CallState::Greeted, Some(Prompt::Greeted)));
        assert_eq!(after(Purpose::SignIn, OFFICE, true, &["12"]), (CallState::AtExtension, None));
    }

    #[test]
    fn fraud_is_reported_by_two_steps() {
        for keys in [&["0#", "1"] as &[&str], &["0", "#", "1"], &["0#1"]] {
            assert_eq!(after(Purpose::SignIn, MOBILE, true, keys).0, CallState::FraudReported, "{keys:?}");
        }
        assert_eq!(after(Purpose::SignIn, MOBILE, true, &["0#", "2"]), (CallState::Greeted, Some(Prompt::Greeted)));
        assert_eq!(after(Purpose::SignIn, MOBILE, true, &["0#", "#"]).0, CallState::Greeted, "back, not through");
        assert_eq!(after(Purpose::SignIn, MOBILE, true, &["0#", "5", "#"]).0, CallState::Passed);
    }

    #[test]
    fn a_stranger_at_a_mistyped_number_cannot_report_fraud() {
        let answer = after(Purpose::Verification, MOBILE, true, &["0#", "1"]);
        assert_eq!(answer.0, CallState::Greeted);
    }

    #[test]
    fn other_keys_do_nothing_but_ask_again() {
        let again = (CallState::Greeted, Some(Prompt::NotUnderstood));
        for keys in ["5#", "00#", "*#", "123456789012#"] {
            assert_eq!(after(Purpose::SignIn, MOBILE, true, &[keys]), again, "{keys}");
        }
        assert_eq!(after(Purpose::SignIn, MOBILE, true, &["ä!"]), (CallState::Greeted, None));
    }
}
