//! Calls, for signing in and for new numbers alike: placed, and moved on by what happens on the phone.
//!
//! `#` passes. `0#` reports fraud at a sign-in, and `1` confirms it. A switchboard may be asked for the extension first.

use proofup_api::{AuthenticationMode, DenialReason, Params, PhoneType};

use crate::ServiceError;
use crate::clock::timestamp;
use crate::error::param;
use crate::fraud;
use crate::phone_numbers::masked;
use crate::settings::Settings;
use crate::sign_in::{self, LogEntry, Subject};
use crate::store::attempt_counters::{self, Place};
use crate::store::calls::{self, Call, CallState};
use crate::store::text_codes::Purpose;
use crate::store::users;
use crate::telephony::{EventKind, GatewayEvent, Line, OutgoingCall, Script};
use crate::text_codes::{FIVE_AT_ONCE, Sent, hourly, pause_seconds};
use crate::usage::{PhoneKind, counted};
use crate::world::{Caller, World};

/// Ringing, the switchboard and the greeting together.
pub(crate) const LIVES_SECONDS: u32 = 180;
/// Keys that are remembered while a `#` is awaited: more than any answer has.
const LONGEST_ANSWER: usize = 8;
/// Reads and writes of one call that may cross before something is wrong.
const ATTEMPTS: usize = 5;

/// A call to be placed.
pub(crate) struct CallOrder<'a> {
    pub(crate) user_id: &'a str,
    pub(crate) purpose: Purpose,
    /// The auth session's hash, or the verification's id.
    pub(crate) context: &'a str,
    pub(crate) phone_id: Option<&'a str>,
    pub(crate) phone_type: PhoneType,
    pub(crate) number: &'a str,
}

/// Places a call; the person's earlier ones count no more.
pub(crate) async fn place(
    world: &World,
    caller: &Caller,
    settings: &Settings,
    order: CallOrder<'_>,
) -> Result<Sent, ServiceError> {
    let now = world.now();
    if let Some(seconds) = too_many(world, settings, &order, now).await? {
        return Ok(Sent::TooMany(seconds));
    }
    let call = Call {
        id: world.random.id(),
        user_id: order.user_id.to_owned(),
        purpose: order.purpose,
        context: order.context.to_owned(),
        phone_id: order.phone_id.map(str::to_owned),
        phone_type: order.phone_type,
        number: order.number.to_owned(),
        language: caller.language,
        state: CallState::Ringing,
        pressed: String::new(),
        prompts: 0,
        placed_at: now,
        expires_at: now + i64::from(LIVES_SECONDS) * 1000,
        client_address: caller.address.clone(),
        correlation_id: caller.correlation_id.clone(),
    };
    let mut transaction = world.store.begin().await?;
    calls::insert(&mut transaction, &call).await?;
    let placed = calls::placed_since(&mut transaction, order.user_id, order.purpose, now - 3_600_000).await?;
    transaction.commit().await?;
    let script = script(settings, &call);
    let outgoing = OutgoingCall {
        id: call.id.clone(),
        to: call.number.clone(),
        caller_id: settings.caller_id(),
        language: call.language,
        text: words(first_prompt(settings, &call), &script),
        expires: timestamp(call.expires_at),
    };
    match counted(world, PhoneKind::Call, order.number, world.telephony.place_call(outgoing)).await {
        Ok(()) => Ok(Sent::Taken { again_in_seconds: pause_seconds(placed) }),
        Err(error) => {
            let to = masked(order.number);
            tracing::warn!(to, correlation_id = caller.correlation_id, %error, "a call was not taken by the gateway");
            Ok(Sent::NotTaken(error.fault))
        }
    }
}

async fn too_many(
    world: &World,
    settings: &Settings,
    order: &CallOrder<'_>,
    now: i64,
) -> Result<Option<i64>, ServiceError> {
    let hourly = hourly(settings.calls.per_hour);
    let mut db = world.store.acquire().await?;
    for (subject, limit) in [
        (Subject::CallsBy(order.user_id), FIVE_AT_ONCE),
        (Subject::CallsTo(order.number), FIVE_AT_ONCE),
        (Subject::CallsInAnHourBy(order.user_id), hourly),
        (Subject::CallsInAnHourTo(order.number), hourly),
    ] {
        if let Place::NoneUntil(time) = attempt_counters::take(&mut db, &subject.key(world)?, limit, now).await? {
            return Ok(Some(sign_in::seconds_until(time, now)));
        }
    }
    Ok(None)
}

/// Takes in what happened to a call, and gives what is to be spoken next; `None` if there is no such call.
pub(crate) async fn note(world: &World, event: &GatewayEvent) -> Result<Option<Option<Line>>, ServiceError> {
    for _ in 0..ATTEMPTS {
        let mut db = world.store.acquire().await?;
        let Some(call) = calls::find(&mut db, &event.id).await? else { return Ok(None) };
        let settings = Settings::load(&mut db).await?;
        drop(db);
        let Some(step) = step(&settings, &call, &event.kind, world.now()) else {
            return Ok(Some(line(&settings, &call, Prompt::Over).filter(|_| !is_farewell(&event.kind))));
        };
        if advance(world, &settings, &call, &step).await? {
            let spoken =
                step.prompt.and_then(|prompt| line(&settings, &Call { prompts: step.prompts, ..call }, prompt));
            return Ok(Some(spoken));
        }
        // Another event moved the call between the read and the write: look again.
    }
    Err(ServiceError::UnexpectedValue { column: "phone_calls.state", found: "events that never end".to_owned() })
}

/// What is to be spoken while nothing happens: the present prompt once more. `None` if there is no such call.
pub(crate) async fn repeat(world: &World, id: &str) -> Result<Option<Option<Line>>, ServiceError> {
    let mut db = world.store.acquire().await?;
    let Some(call) = calls::find(&mut db, id).await? else { return Ok(None) };
    let settings = Settings::load(&mut db).await?;
    let prompt = match call.state {
        _ if call.expires_at <= world.now() => Prompt::Over,
        CallState::AtExtension => Prompt::AtExtension,
        CallState::Greeted => Prompt::Greeted,
        CallState::FraudAsked => Prompt::FraudAsked,
        _ => Prompt::Over,
    };
    Ok(Some(line(&settings, &call, prompt)))
}

/// Where an event leads.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    state: CallState,
    pressed: String,
    prompts: i64,
    prompt: Option<Prompt>,
}

/// What can be spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prompt {
    AtExtension,
    Greeted,
    NotUnderstood,
    FraudAsked,
    FraudReported,
    Passed,
    Over,
}

/// The step that an event is; `None` once the call has nothing to say any more.
fn step(settings: &Settings, call: &Call, event: &EventKind, now: i64) -> Option<Step> {
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
        Prompt::Passed => CallState::Passed,
        Prompt::Over => call.state,
    };
    Step { state, pressed: String::new(), prompts: call.prompts + 1, prompt: Some(prompt) }
}

fn keys_pressed(settings: &Settings, call: &Call, keys: &str) -> Step {
    let mut state = match call.state {
        // A gateway need not tell that somebody answered before it tells what they pressed.
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
            (CallState::Greeted, '#', "") => Prompt::Passed,
            (CallState::Greeted, '#', "0") if takes_fraud(settings, call) => Prompt::FraudAsked,
            (CallState::Greeted, '#', _) => Prompt::NotUnderstood,
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

/// Whoever answers a call to a new number may be a stranger: they cannot block the person who mistyped it.
fn takes_fraud(settings: &Settings, call: &Call) -> bool {
    call.purpose == Purpose::SignIn && settings.calls.fraud_reports
}

fn first_prompt(settings: &Settings, call: &Call) -> Prompt {
    if settings.calls.extension_prompt && call.number.contains('x') { Prompt::AtExtension } else { Prompt::Greeted }
}

fn script(settings: &Settings, call: &Call) -> Script {
    let fraud = takes_fraud(settings, call);
    let blocks = settings.block_users_who_report_fraud;
    Script::new(call.language, &settings.organization, &settings.calls.greeting, &call.number, fraud, blocks)
}

fn words(prompt: Prompt, script: &Script) -> String {
    match prompt {
        Prompt::AtExtension => script.at_extension(),
        Prompt::Greeted => script.greeted(),
        Prompt::NotUnderstood => script.not_understood(),
        Prompt::FraudAsked => script.fraud_asked(),
        Prompt::FraudReported => script.fraud_reported(),
        Prompt::Passed => script.passed(),
        Prompt::Over => script.over(),
    }
}

fn line(settings: &Settings, call: &Call, prompt: Prompt) -> Option<Line> {
    let script = script(settings, call);
    Some(Line {
        text: words(prompt, &script),
        language: script.language(),
        hang_up: matches!(prompt, Prompt::FraudReported | Prompt::Passed | Prompt::Over),
    })
}

/// Nobody listens any more.
fn is_farewell(event: &EventKind) -> bool {
    !matches!(event, EventKind::Answered | EventKind::Keys(_))
}

/// Writes a step, and with it what follows from it: the log's row, and the block after a report of fraud.
async fn advance(world: &World, settings: &Settings, call: &Call, step: &Step) -> Result<bool, ServiceError> {
    let mut transaction = world.store.begin().await?;
    if !calls::advance(&mut transaction, call, step.state, &step.pressed, step.prompts).await? {
        return Ok(false);
    }
    if let Some((reason, _)) = denial(step.state) {
        log_denial(world, &mut transaction, call, reason).await?;
    }
    if step.state == CallState::FraudReported
        && let Some(user) = users::by_id(&mut transaction, &call.user_id).await?
    {
        fraud::take_report(world, &mut transaction, settings, &user, &origin(call)).await?;
    }
    transaction.commit().await?;
    Ok(true)
}

/// Where the sign-in came from.
fn origin(call: &Call) -> Caller {
    Caller {
        address: call.client_address.clone(),
        correlation_id: call.correlation_id.clone(),
        language: call.language,
    }
}

/// The row of a sign-in that ended on the phone. It comes from where the sign-in came from.
async fn log_denial(
    world: &World,
    db: &mut sqlx::AnyConnection,
    call: &Call,
    reason: DenialReason,
) -> Result<(), ServiceError> {
    let Some(user) = users::by_id(&mut *db, &call.user_id).await?.filter(|_| call.purpose == Purpose::SignIn) else {
        return Ok(());
    };
    let entry = LogEntry::denied(call.placed_at, mode(call.phone_type), reason).of(&user.id, &user.upn);
    sign_in::log(world, db, &origin(call), entry.with_detail(Some(masked(&call.number)))).await
}

/// How a call to this phone stands in the log.
pub(crate) fn mode(phone_type: PhoneType) -> AuthenticationMode {
    match phone_type {
        PhoneType::Mobile => AuthenticationMode::CallMobile,
        PhoneType::AlternateMobile => AuthenticationMode::CallAlternateMobile,
        PhoneType::Office => AuthenticationMode::CallOffice,
    }
}

/// How a call stands for whoever waits for it.
pub(crate) enum Standing {
    /// Nothing was decided on the phone yet.
    Pending(Call),
    /// `#` was pressed.
    Passed(Call),
    /// It was taken before.
    Used,
    /// It came to nothing.
    Denied {
        /// Why.
        reason: DenialReason,
        /// What the words of it need.
        params: Params,
        /// Names the row in the log.
        correlation_id: String,
    },
    /// Nobody pressed anything in time; with what names the row in the log.
    Expired(String),
    /// Nobody is being called.
    NoCall,
}

/// The newest call of a sign-in or verification. One whose time is up is closed on the way, once.
pub(crate) async fn standing(world: &World, context: &str) -> Result<Standing, ServiceError> {
    let found = calls::newest_of(&mut *world.store.acquire().await?, context).await?;
    let Some(call) = found else { return Ok(Standing::NoCall) };
    if call.expires_at <= world.now() && (call.state.is_open() || call.state == CallState::Passed) {
        expire(world, &call).await?;
        return Ok(Standing::Expired(call.correlation_id));
    }
    Ok(match call.state {
        CallState::Passed => Standing::Passed(call),
        CallState::Used => Standing::Used,
        CallState::Expired => Standing::Expired(call.correlation_id),
        state => match denial(state) {
            Some((reason, params)) => Standing::Denied { reason, params, correlation_id: call.correlation_id },
            None => Standing::Pending(call),
        },
    })
}

/// Closes the calls whose time is up and that nobody asks about any more, so that the log has them.
pub(crate) async fn settle_unanswered(world: &World) -> Result<(), ServiceError> {
    let unanswered = calls::unanswered(&mut *world.store.acquire().await?, world.now()).await?;
    for call in &unanswered {
        expire(world, call).await?;
    }
    Ok(())
}

async fn expire(world: &World, call: &Call) -> Result<(), ServiceError> {
    let mut transaction = world.store.begin().await?;
    if calls::advance(&mut transaction, call, CallState::Expired, "", call.prompts).await? {
        log_denial(world, &mut transaction, call, DenialReason::CodeNotEntered).await?;
        transaction.commit().await?;
    }
    Ok(())
}

/// Why a state is none to go on from.
fn denial(state: CallState) -> Option<(DenialReason, Params)> {
    Some(match state {
        CallState::Busy | CallState::NoAnswer => (DenialReason::PhoneUnreachable, param("reason", state.as_str())),
        CallState::Failed => (DenialReason::PhoneUnreachable, Params::new()),
        CallState::Voicemail => (DenialReason::CallWentToVoicemail, Params::new()),
        CallState::HungUp => (DenialReason::CallHungUp, Params::new()),
        CallState::FraudReported => (DenialReason::FraudReported, Params::new()),
        CallState::Superseded => (DenialReason::CodeSuperseded, Params::new()),
        CallState::Ringing
        | CallState::AtExtension
        | CallState::Greeted
        | CallState::FraudAsked
        | CallState::Passed
        | CallState::Used
        | CallState::Expired => return None,
    })
}

#[cfg(test)]
mod tests {
    use proofup_api::PhoneType;

    use super::{Prompt, step};
    use crate::settings::Settings;
    use crate::store::calls::{Call, CallState};
    use crate::store::text_codes::Purpose;
    use crate::telephony::{EventKind, Language};

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
        }
    }

    /// Presses keys one event after the other; gives where the call ends and what it says last.
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
    fn the_pound_key_passes_however_the_keys_arrive() {
        let passed = (CallState::Passed, Some(Prompt::Passed));
        assert_eq!(after(Purpose::SignIn, MOBILE, true, &["#"]), passed);
        assert_eq!(after(Purpose::Verification, OFFICE, false, &["#"]), passed);
        assert_eq!(after(Purpose::SignIn, OFFICE, true, &["#", "#"]), passed);
        assert_eq!(after(Purpose::SignIn, OFFICE, true, &["##"]), passed, "once for the extension, once to pass");
    }

    #[test]
    fn whoever_answers_at_the_switchboard_does_not_pass() {
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
