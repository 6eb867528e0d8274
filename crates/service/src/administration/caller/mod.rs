//! The one rule about callers: before what helps a caller and harms the person if the caller is somebody else, the person's own phone
//! is asked. The interface and the command line come here alike.

mod ask;
mod options;

use proofup_api::{CallerAct, CallerCheck, CallerStanding, ErrorCode, VerifiedAct};
use proofup_store::users::User;
use proofup_store::{Connection, caller_verifications};

pub(crate) use self::ask::{ask, confirm, progress};
use crate::ServiceError;
use crate::audit::admin_actions::{Actor, Reason};
use crate::context::Context;
use crate::methods::enrollment::Enrollment;
use crate::runtime::clock::timestamp;
use crate::settings::Settings;

/// How long an answer counts, for the person and the agent and what the question named.
const HOLDS_MS: i64 = 15 * 60_000;
/// How long somebody does nothing of the kind after a person said that nobody calls them.
const STOPPED_MS: i64 = 60 * 60_000;
/// What *without verification* wants to be told.
const SHORTEST_REASON: usize = 30;
/// How long a bypass without verification waits at most.
const UNVERIFIED_BYPASS_SECONDS: u32 = 300;

/// The actor, once they may do this to a person whose row is held; what they do is then written down with whether the caller was
/// verified.
///
/// # Errors
/// `caller_not_verified`, `agent_stopped`, or `invalid_request` where the reason for leaving it out is too short.
pub(crate) async fn cleared(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    user: &User,
    acts: &[CallerAct],
    reason: Option<&Reason>,
) -> Result<Actor, ServiceError> {
    if acts.is_empty() || actor.name == user.upn {
        return Ok(actor.clone());
    }
    refuse_the_stopped(context, &mut *db, actor).await?;
    let verified = verified(context, &mut *db, actor, user).await?;
    let check = if acts.iter().all(|act| verified.iter().any(|known| known.act == *act)) {
        Some(CallerCheck::Verified)
    } else if !is_required(&Settings::load(db).await?, actor) {
        None
    } else if !actor.without_verification {
        return Err(ServiceError::refused(ErrorCode::CallerNotVerified));
    } else if reason.is_none_or(|reason| reason.as_str().chars().count() < SHORTEST_REASON) {
        return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "reason"));
    } else {
        Some(CallerCheck::Unverified)
    };
    Ok(actor.with_caller_check(check))
}

/// The same for a bypass of so many seconds.
pub(crate) async fn cleared_for_bypass(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    user: &User,
    seconds: u32,
    reason: &Reason,
) -> Result<Actor, ServiceError> {
    let actor = cleared(context, db, actor, user, &[CallerAct::OneTimeBypass], Some(reason)).await?;
    if actor.caller_check() == Some(CallerCheck::Unverified) && seconds > UNVERIFIED_BYPASS_SECONDS {
        return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "seconds"));
    }
    Ok(actor)
}

/// How a person's caller stands with somebody.
pub(crate) async fn standing(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    enrollment: &Enrollment,
) -> Result<CallerStanding, ServiceError> {
    let user = &enrollment.user;
    Ok(CallerStanding {
        required: actor.name != user.upn && is_required(&enrollment.settings, actor),
        verified: verified(context, &mut *db, actor, user).await?,
        options: options::of(enrollment, context.now()).into_iter().map(|option| option.shown).collect(),
        stopped_until_date_time: stopped_until(context, db, actor).await?.map(timestamp),
    })
}

fn is_required(settings: &Settings, actor: &Actor) -> bool {
    if actor.is_help_desk() { settings.callers.by_help_desk } else { settings.callers.by_administrators }
}

/// What the caller is verified for now; of two answers about one thing the later end counts.
async fn verified(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    user: &User,
) -> Result<Vec<VerifiedAct>, ServiceError> {
    let since = context.now() - HOLDS_MS;
    let mut verified: Vec<VerifiedAct> = Vec::new();
    for answered in caller_verifications::verified_since(db, &user.id, &actor.name, since).await? {
        let until_date_time = timestamp(answered.settled_at.unwrap_or(since) + HOLDS_MS);
        verified.retain(|known| !answered.acts.contains(&known.act));
        verified.extend(answered.acts.into_iter().map(|act| VerifiedAct { act, until_date_time }));
    }
    Ok(verified)
}

async fn stopped_until(context: &Context, db: &mut Connection, actor: &Actor) -> Result<Option<i64>, ServiceError> {
    let reported = caller_verifications::last_report(db, &actor.name).await?;
    Ok(reported.map(|at| at + STOPPED_MS).filter(|until| *until > context.now()))
}

async fn refuse_the_stopped(context: &Context, db: &mut Connection, actor: &Actor) -> Result<(), ServiceError> {
    match stopped_until(context, db, actor).await? {
        Some(until) => {
            let until = timestamp(until).to_string();
            Err(ServiceError::refused_with(ErrorCode::AgentStopped, "untilDateTime", until))
        }
        None => Ok(()),
    }
}
