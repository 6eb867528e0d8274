//! A question to a person's own phone, and its answer.

use proofup_api::{
    ApprovalPurpose, CallerAct, CallerState, CallerVerification, CallerWay, ConfirmCaller, ErrorCode, VerifyCaller,
};
use proofup_store::caller_verifications::{self, CallerVerification as Asked};
use proofup_store::calls::Question;
use proofup_store::recipients;
use proofup_store::sign_ins::OWN_APPLICATION;
use proofup_store::text_codes::{self as stored_text_codes, Purpose};
use proofup_store::users::{self, User};

use super::options::{self, Way};
use super::{HOLDS_MS, refuse_the_stopped};
use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::{Caller, Context};
use crate::methods::caller_questions;
use crate::methods::calls::{self, CallOrder};
use crate::methods::enrollment::Enrollment;
use crate::methods::push::{self, Order};
use crate::methods::text_codes::{self, Content, TextOrder, TypedCode};
use crate::notices::recipient::known_language;
use crate::runtime::clock::timestamp;
use crate::runtime::wait::seconds_until;
use crate::settings::Settings;

/// How long a call back to the office phone may take.
const CALL_BACK_SECONDS: u32 = 600;

/// Asks the phone that was chosen.
///
/// # Errors
/// `agent_stopped`; `not_found` if the person has no such phone; what a text, a call or a notification can come to.
pub(crate) async fn ask(
    context: &Context,
    caller: &Caller,
    actor: &Actor,
    user: User,
    body: VerifyCaller,
) -> Result<CallerVerification, ServiceError> {
    actor.check_subject(&user)?;
    let acts = known(body.acts)?;
    let mut db = context.store.read().await?;
    refuse_the_stopped(context, &mut db, actor).await?;
    let agent = users::by_upn(&mut db, &actor.name).await?;
    // The phone speaks the language of its owner. Where that is not known: of who talks to them.
    let owner = recipients::find(&mut db, &user.id).await?;
    let language = owner.as_ref().and_then(known_language).unwrap_or(caller.language);
    let caller = &Caller { language, ..caller.clone() };
    let enrollment = Enrollment::load(&mut db, user).await?;
    drop(db);
    let now = context.now();
    let settings = &enrollment.settings;
    let way = options::of(&enrollment, now).into_iter();
    let mut way = way.filter(|way| way.shown.way == body.way && way.shown.method_id == body.method_id);
    let way = way.next().ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    let number = match body.way {
        CallerWay::Notification | CallerWay::Call => context.random.two_digits()?,
        CallerWay::Text | CallerWay::CallBack => String::new(),
    };
    let asked = Asked {
        id: context.random.id(),
        user_id: enrollment.user.id.clone(),
        agent: actor.name.clone(),
        agent_name: agent.map_or_else(|| actor.name.clone(), |agent| agent.display_name),
        acts,
        way: body.way,
        target: way.shown.target.clone(),
        number,
        asked_at: now,
        expires_at: now + i64::from(lives_seconds(settings, body.way)) * 1000,
        state: CallerState::Waiting,
        settled_at: None,
    };
    let mut transaction = context.store.begin_change(&asked.user_id).await?;
    caller_verifications::insert(&mut transaction, &asked).await?;
    transaction.commit().await?;
    if let Err(refused) = reach(context, caller, settings, &asked, &way).await {
        settle(context, &asked, CallerState::Unreachable).await?;
        return Err(refused);
    }
    Ok(shown(&asked, now))
}

/// What is going to be done, each once.
fn known(mut acts: Vec<CallerAct>) -> Result<Vec<CallerAct>, ServiceError> {
    acts.sort_unstable();
    acts.dedup();
    if acts.is_empty() {
        return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "acts"));
    }
    Ok(acts)
}

fn lives_seconds(settings: &Settings, way: CallerWay) -> u32 {
    match way {
        CallerWay::Notification => push::LIVES_SECONDS,
        CallerWay::Call => calls::LIVES_SECONDS,
        CallerWay::Text => settings.sms_code_lifetime_seconds,
        CallerWay::CallBack => CALL_BACK_SECONDS,
    }
}

/// Brings the question to the phone, as a sign-in brings its own.
async fn reach(
    context: &Context,
    caller: &Caller,
    settings: &Settings,
    asked: &Asked,
    way: &Way,
) -> Result<(), ServiceError> {
    match (asked.way, &way.phone) {
        (CallerWay::Notification, _) => {
            let order = Order {
                user_id: &asked.user_id,
                device_id: Some(&way.shown.method_id),
                purpose: ApprovalPurpose::Caller,
                context: &asked.id,
                application: OWN_APPLICATION,
                number: Some(&asked.number),
            };
            push::ask(context, caller, settings, order).await?.sent().map(drop)
        }
        (CallerWay::Call, Some(phone)) => {
            let question = Question {
                number: asked.number.clone(),
                agent_name: asked.agent_name.clone(),
                acts: asked.acts.clone(),
            };
            let order = CallOrder {
                user_id: &asked.user_id,
                purpose: Purpose::Caller,
                context: &asked.id,
                phone_id: Some(&phone.id),
                phone_type: phone.phone_type,
                number: &phone.number,
                question: Some(question),
            };
            calls::place(context, caller, settings, order).await?.taken(false).map(drop)
        }
        (CallerWay::Text, Some(phone)) => {
            let order = TextOrder {
                user_id: &asked.user_id,
                purpose: Purpose::Caller,
                context: &asked.id,
                phone_id: Some(&phone.id),
                number: &phone.number,
                content: Content::Word { agent_name: &asked.agent_name, acts: &asked.acts },
            };
            text_codes::send(context, caller, settings, order).await?.taken(true).map(drop)
        }
        (CallerWay::CallBack, _) => Ok(()),
        (CallerWay::Call | CallerWay::Text, None) => Err(ServiceError::refused(ErrorCode::NotFound)),
    }
}

/// How a question stands.
pub(crate) async fn progress(
    context: &Context,
    actor: &Actor,
    user: &User,
    id: &str,
) -> Result<CallerVerification, ServiceError> {
    let asked = own(context, actor, user, id).await?;
    if asked.state == CallerState::Waiting && asked.expires_at <= context.now() {
        settle(context, &asked, CallerState::Unanswered).await?;
        return Ok(shown(&own(context, actor, user, id).await?, context.now()));
    }
    Ok(shown(&asked, context.now()))
}

/// Takes the word that a caller read back, or the agent's own word that the office phone was answered. A wrong word is final.
pub(crate) async fn confirm(
    context: &Context,
    actor: &Actor,
    user: &User,
    id: &str,
    body: &ConfirmCaller,
) -> Result<CallerVerification, ServiceError> {
    let asked = own(context, actor, user, id).await?;
    let invalid = || ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "word");
    refuse_the_stopped(context, &mut context.store.read().await?, actor).await?;
    let state = match (asked.way, &body.word) {
        (CallerWay::CallBack, None) => CallerState::Verified,
        (CallerWay::Text, Some(word)) => {
            let mut transaction = context.store.begin_for(&user.id).await?;
            let db = &mut transaction;
            let state = match text_codes::check(context, db, &user.id, Purpose::Caller, id, word).await? {
                TypedCode::Right { id, .. } if stored_text_codes::use_up(db, &id, context.now()).await? => {
                    CallerState::Verified
                }
                TypedCode::Wrong(_) | TypedCode::NoTriesLeft => CallerState::WrongAnswer,
                _ => CallerState::Unanswered,
            };
            transaction.commit().await?;
            state
        }
        _ => return Err(invalid()),
    };
    settle(context, &asked, state).await?;
    progress(context, actor, user, id).await
}

/// A question about this person, asked by this very agent.
async fn own(context: &Context, actor: &Actor, user: &User, id: &str) -> Result<Asked, ServiceError> {
    actor.check_subject(user)?;
    let asked = caller_verifications::by_id(&mut context.store.read().await?, id).await?;
    asked
        .filter(|asked| asked.user_id == user.id && asked.agent == actor.name)
        .ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))
}

async fn settle(context: &Context, asked: &Asked, state: CallerState) -> Result<(), ServiceError> {
    let mut transaction = context.store.begin_change(&asked.user_id).await?;
    caller_questions::settle(context, &mut transaction, &asked.id, state).await?;
    transaction.commit().await?;
    Ok(())
}

fn shown(asked: &Asked, now: i64) -> CallerVerification {
    let waits = asked.state == CallerState::Waiting;
    let verified_at = asked.settled_at.filter(|_| asked.state == CallerState::Verified);
    CallerVerification {
        id: asked.id.clone(),
        way: asked.way,
        target: asked.target.clone(),
        state: asked.state,
        number: Some(asked.number.clone()).filter(|number| waits && !number.is_empty()),
        expires_in_seconds: u32::try_from(seconds_until(asked.expires_at, now)).unwrap_or(0),
        verified_until_date_time: verified_at.map(|at| timestamp(at + HOLDS_MS)),
    }
}
