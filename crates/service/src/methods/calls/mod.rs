//! Calls, for signing in and for new numbers alike: placed, and moved on by what happens on the phone.

mod dialogue;

use proofup_api::{AuthenticationMode, CallerState, DenialReason, Params, PhoneType};
use proofup_store::Connection;
use proofup_store::calls::{self, Call, CallState, Question};
use proofup_store::phones;
use proofup_store::text_codes::Purpose;
use proofup_store::users::{self, User};

use self::dialogue::{Prompt, Step, first_words, is_farewell, line, step};
use crate::ServiceError;
use crate::audit::phone_usage::{PhoneKind, counted};
use crate::audit::record::{self, LogEntry};
use crate::context::{Caller, Context};
use crate::methods::caller_questions;
use crate::methods::gateway::{self, Heard};
use crate::methods::text_codes::Sent;
use crate::people::fraud;
use crate::runtime::clock::timestamp;
use crate::runtime::error::param;
use crate::settings::{LogSettings, Settings};
use crate::telephony::numbers::masked;
use crate::telephony::{EventKind, Line, OutgoingCall};
use crate::throttle::{Medium, Message, allow_message, end_pause};

/// Ringing, the switchboard and the greeting together.
pub(crate) const LIVES_SECONDS: u32 = 180;

/// A call to be placed.
pub(crate) struct CallOrder<'a> {
    pub(crate) user_id: &'a str,
    pub(crate) purpose: Purpose,
    /// The auth session's hash, or the verification's id.
    pub(crate) context: &'a str,
    pub(crate) phone_id: Option<&'a str>,
    pub(crate) phone_type: PhoneType,
    pub(crate) number: &'a str,
    /// What the call asks, where the help desk verifies a caller.
    pub(crate) question: Option<Question>,
}

/// Places a call; the person's earlier ones count no more.
pub(crate) async fn place(
    context: &Context,
    caller: &Caller,
    settings: &Settings,
    order: CallOrder<'_>,
) -> Result<Sent, ServiceError> {
    let now = context.now();
    let call = Call {
        id: context.random.id(),
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
        question: order.question,
    };
    let mut transaction = context.store.begin_for(order.user_id).await?;
    let message = Message {
        medium: Medium::Call,
        user: order.user_id,
        number: order.number,
        is_own: phones::is_of(&mut transaction, order.user_id, order.number).await?,
    };
    let again_in_seconds = match allow_message(context, &mut transaction, settings, message).await? {
        Ok(seconds) => seconds,
        Err(wait) => return Ok(Sent::TooMany(wait.seconds)),
    };
    calls::insert(&mut transaction, &call).await?;
    transaction.commit().await?;
    let outgoing = OutgoingCall {
        id: call.id.clone(),
        to: call.number.clone(),
        caller_id: settings.caller_id(),
        language: call.language,
        text: first_words(settings, &call),
        expires: timestamp(call.expires_at),
    };
    match counted(context, PhoneKind::Call, order.number, context.telephony.place_call(outgoing)).await {
        Ok(()) => Ok(Sent::Taken { again_in_seconds }),
        Err(error) => {
            let to = masked(order.number);
            tracing::warn!(to, correlation_id = caller.correlation_id, %error, "a call was not taken by the gateway");
            let mut transaction = context.store.begin_for(order.user_id).await?;
            end_pause(context, &mut transaction, Medium::Call, order.user_id, order.number).await?;
            transaction.commit().await?;
            Ok(Sent::NotTaken(error.fault))
        }
    }
}

/// Processes an event of a call with its consequences: the row of the log, and the end of all sign-ins after a report of
/// fraud. Other changes to the call, such as those of the sign-in that waits for it, wait for the lock on its person.
pub(crate) async fn note(
    context: &Context,
    id: &str,
    kind: &EventKind,
    mark: Option<&str>,
) -> Result<Heard, ServiceError> {
    let Some(found) = calls::find(&mut context.store.read().await?, id).await? else { return Ok(Heard::Unknown) };
    let (mut transaction, user) = context.store.hold(&found.user_id).await?;
    let db = &mut transaction;
    if !gateway::spend(context, db, mark).await? {
        return Ok(Heard::SeenBefore);
    }
    let (Some(user), Some(call)) = (user, calls::find(db, id).await?) else { return Ok(Heard::Unknown) };
    let settings = Settings::load(db).await?;
    let spoken = match step(&settings, &call, kind, context.now()) {
        None => line(&settings, &call, Prompt::Over).filter(|_| !is_farewell(kind)),
        Some(step) => {
            advance(context, db, &settings, &user, &call, &step).await?;
            step.prompt.and_then(|prompt| line(&settings, &Call { prompts: step.prompts, ..call }, prompt))
        }
    };
    transaction.commit().await?;
    Ok(Heard::Taken(spoken))
}

/// The prompt to repeat while nothing happens. `None` if there is no such call.
pub(crate) async fn repeat(context: &Context, id: &str) -> Result<Option<Option<Line>>, ServiceError> {
    let mut db = context.store.read().await?;
    let Some(call) = calls::find(&mut db, id).await? else { return Ok(None) };
    let settings = Settings::load(&mut db).await?;
    let prompt = match call.state {
        _ if call.expires_at <= context.now() => Prompt::Over,
        CallState::AtExtension => Prompt::AtExtension,
        CallState::Greeted => Prompt::Greeted,
        CallState::FraudAsked => Prompt::FraudAsked,
        _ => Prompt::Over,
    };
    Ok(Some(line(&settings, &call, prompt)))
}

/// Writes a step, and with it what follows from it.
async fn advance(
    context: &Context,
    db: &mut Connection,
    settings: &Settings,
    user: &User,
    call: &Call,
    step: &Step,
) -> Result<(), ServiceError> {
    calls::advance(&mut *db, call, step.state, &step.pressed, step.prompts).await?;
    if let Some((reason, _)) = denial(step.state) {
        log_denial(context, &mut *db, &settings.log, call, reason).await?;
    }
    if call.purpose == Purpose::Caller {
        if let Some(answer) = answer(step.state) {
            caller_questions::settle(context, db, &call.context, answer).await?;
        }
    } else if step.state == CallState::FraudReported {
        fraud::take_report(context, db, settings, user, &origin(call)).await?;
    }
    Ok(())
}

/// What a call says about a caller.
fn answer(state: CallState) -> Option<CallerState> {
    Some(match state {
        CallState::Passed => CallerState::Verified,
        CallState::WrongNumber => CallerState::WrongAnswer,
        CallState::FraudReported => CallerState::NobodyCalls,
        CallState::HungUp => CallerState::Declined,
        CallState::Busy | CallState::NoAnswer | CallState::Voicemail | CallState::Failed => CallerState::Unreachable,
        _ => return None,
    })
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
    context: &Context,
    db: &mut Connection,
    kept: &LogSettings,
    call: &Call,
    reason: DenialReason,
) -> Result<(), ServiceError> {
    let Some(user) = users::by_id(&mut *db, &call.user_id).await?.filter(|_| call.purpose == Purpose::SignIn) else {
        return Ok(());
    };
    let entry = LogEntry::denied(call.placed_at, mode(call.phone_type), reason).of(&user.id, &user.upn);
    record::log(context, db, kept, &origin(call), entry.with_detail(Some(masked(&call.number)))).await
}

/// The authentication mode of a call to this phone, for the log.
pub(crate) fn mode(phone_type: PhoneType) -> AuthenticationMode {
    match phone_type {
        PhoneType::Mobile => AuthenticationMode::CallMobile,
        PhoneType::AlternateMobile => AuthenticationMode::CallAlternateMobile,
        PhoneType::Office => AuthenticationMode::CallOffice,
    }
}

/// The state of a call for the sign-in or verification that waits for it.
pub(crate) enum Progress {
    /// Nothing was decided on the phone yet.
    Pending(Call),
    /// `#` was pressed.
    Passed(Call),
    /// It was taken before.
    Used,
    /// It failed.
    Denied {
        /// Why.
        reason: DenialReason,
        /// Parameters of the error.
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
pub(crate) async fn progress(context: &Context, of: &str) -> Result<Progress, ServiceError> {
    let found = calls::newest_of(&mut context.store.read().await?, of).await?;
    let Some(call) = found else { return Ok(Progress::NoCall) };
    if call.expires_at <= context.now() && (call.state.is_open() || call.state == CallState::Passed) {
        expire(context, &call).await?;
        return Ok(Progress::Expired(call.correlation_id));
    }
    Ok(match call.state {
        CallState::Passed => Progress::Passed(call),
        CallState::Used => Progress::Used,
        CallState::Expired => Progress::Expired(call.correlation_id),
        state => match denial(state) {
            Some((reason, params)) => Progress::Denied { reason, params, correlation_id: call.correlation_id },
            None => Progress::Pending(call),
        },
    })
}

/// Closes the calls whose time is up and that nobody asks about any more, so that the log has them.
pub(crate) async fn settle_unanswered(context: &Context) -> Result<(), ServiceError> {
    let unanswered = calls::unanswered(&mut context.store.read().await?, context.now()).await?;
    for call in &unanswered {
        expire(context, call).await?;
    }
    Ok(())
}

async fn expire(context: &Context, call: &Call) -> Result<(), ServiceError> {
    let (mut transaction, _) = context.store.hold(&call.user_id).await?;
    if calls::advance(&mut transaction, call, CallState::Expired, "", call.prompts).await? {
        let kept = Settings::load(&mut transaction).await?.log;
        log_denial(context, &mut transaction, &kept, call, DenialReason::CodeNotEntered).await?;
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
        CallState::WrongNumber => (DenialReason::NumberMismatch, Params::new()),
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
