//! Limits on texts, calls and notifications of a person. Each message takes a place before it is sent, which limits parallel
//! requests as well.
//!
//! A person's own number is counted with the person. At the number of somebody else one account leaves room for others, so that
//! it cannot use up the number of its owner.

use proofup_store::Connection;
use proofup_store::attempt_counters::{self, Limit, Place};

use crate::ServiceError;
use crate::context::Context;
use crate::runtime::keys::Domain;
use crate::runtime::wait::Wait;
use crate::settings::Settings;

const HOUR_MS: i64 = 3_600_000;
/// Texts, or calls, of one person and to one number: five in five minutes.
const FIVE_AT_ONCE: Limit = Limit { attempts: 5, window_ms: 300_000, lock_ms: 300_000 };
/// What one account has of a number that is not its own: the rest is for others.
const SHARE: (i64, i64) = (4, 5);
/// Seconds after which a second text or call may follow; each further one doubles them.
const FIRST_PAUSE_SECONDS: u32 = 30;
/// New names of methods in an hour.
const RENAMES: u32 = 60;
/// They double so often.
const DOUBLINGS: u32 = 3;

/// How a phone is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Medium {
    Text,
    Call,
}

/// A text or a call that somebody asks for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Message<'a> {
    pub(crate) medium: Medium,
    pub(crate) user: &'a str,
    pub(crate) number: &'a str,
    /// Whether the number is a registered phone of this person.
    pub(crate) is_own: bool,
}

/// What places are taken of.
#[derive(Debug, Clone, Copy)]
enum Budget<'a> {
    /// Asked for by a person.
    By(Medium, &'a str),
    /// The same, over an hour.
    InAnHourBy(Medium, &'a str),
    /// To a number that is not the asking person's.
    To(Medium, &'a str),
    /// The same, over an hour.
    InAnHourTo(Medium, &'a str),
    /// By a person to a number that is not theirs, over an hour.
    ShareOf(Medium, &'a str, &'a str),
    /// By a person to a number: there is a pause between two.
    Pause(Medium, &'a str, &'a str),
    /// Notifications to a person that were not approved.
    PushTo(&'a str),
    /// Renamed by a person.
    RenamesBy(&'a str),
}

impl Budget<'_> {
    fn key(self, context: &Context) -> Result<String, ServiceError> {
        let (kind, text) = match self {
            Self::By(Medium::Text, user) => ("texts-by", user.to_owned()),
            Self::By(Medium::Call, user) => ("calls-by", user.to_owned()),
            Self::InAnHourBy(Medium::Text, user) => ("texts-in-an-hour-by", user.to_owned()),
            Self::InAnHourBy(Medium::Call, user) => ("calls-in-an-hour-by", user.to_owned()),
            Self::To(Medium::Text, number) => ("texts-to", number.to_owned()),
            Self::To(Medium::Call, number) => ("calls-to", number.to_owned()),
            Self::InAnHourTo(Medium::Text, number) => ("texts-in-an-hour-to", number.to_owned()),
            Self::InAnHourTo(Medium::Call, number) => ("calls-in-an-hour-to", number.to_owned()),
            Self::ShareOf(Medium::Text, user, number) => ("texts-share", format!("{user}\0{number}")),
            Self::ShareOf(Medium::Call, user, number) => ("calls-share", format!("{user}\0{number}")),
            Self::Pause(Medium::Text, user, number) => ("texts-pause", format!("{user}\0{number}")),
            Self::Pause(Medium::Call, user, number) => ("calls-pause", format!("{user}\0{number}")),
            Self::PushTo(user) => ("push-to", user.to_owned()),
            Self::RenamesBy(user) => ("renames-by", user.to_owned()),
        };
        context.keys.mac(Domain::Subject, format!("{kind}\0{text}").as_bytes()).map(|mac| format!("{kind}:{mac}"))
    }
}

/// Takes the places of a text or call. Gives the seconds until another one may follow; an error, in a transaction that is
/// to be dropped, is the wait for this one.
pub(crate) async fn allow_message(
    context: &Context,
    db: &mut Connection,
    settings: &Settings,
    message: Message<'_>,
) -> Result<Result<u32, Wait>, ServiceError> {
    let Message { medium, user, number, is_own } = message;
    let hourly = hourly(match medium {
        Medium::Text => settings.texts_per_hour,
        Medium::Call => settings.calls.per_hour,
    });
    let share = Limit { attempts: (hourly.attempts * SHARE.0 / SHARE.1).max(1), ..hourly };
    let pause = Budget::Pause(medium, user, number);
    let own = [(pause, hourly), (Budget::By(medium, user), FIVE_AT_ONCE), (Budget::InAnHourBy(medium, user), hourly)];
    let of_others = [
        (Budget::ShareOf(medium, user, number), share),
        (Budget::To(medium, number), FIVE_AT_ONCE),
        (Budget::InAnHourTo(medium, number), hourly),
    ];
    let mut sent = 1;
    let budgets = own.into_iter().chain(of_others.into_iter().filter(|_| !is_own));
    for (place, (budget, limit)) in budgets.enumerate() {
        match take(context, db, budget, limit).await? {
            Ok(taken) if place == 0 => sent = taken,
            Ok(_) => {}
            Err(wait) => return Ok(Err(wait)),
        }
    }
    let seconds = pause_seconds(sent);
    let until = context.now() + i64::from(seconds) * 1000;
    attempt_counters::close_until(db, &pause.key(context)?, until).await?;
    Ok(Ok(seconds))
}

/// A message was answered: the next one may follow at once, and is the first of five again.
pub(crate) async fn note_answer(
    context: &Context,
    db: &mut Connection,
    medium: Medium,
    user: &str,
    number: &str,
) -> Result<(), ServiceError> {
    end_pause(context, db, medium, user, number).await?;
    Ok(attempt_counters::clear(db, &Budget::By(medium, user).key(context)?).await?)
}

/// Nothing reached the phone: the next one need not wait for a pause.
pub(crate) async fn end_pause(
    context: &Context,
    db: &mut Connection,
    medium: Medium,
    user: &str,
    number: &str,
) -> Result<(), ServiceError> {
    Ok(attempt_counters::close_until(db, &Budget::Pause(medium, user, number).key(context)?, 0).await?)
}

/// Takes the place of a new name of a method.
pub(crate) async fn allow_rename(
    context: &Context,
    db: &mut Connection,
    user: &str,
) -> Result<Result<(), Wait>, ServiceError> {
    Ok(take(context, db, Budget::RenamesBy(user), hourly(RENAMES)).await?.map(drop))
}

/// Takes the place of a notification that nobody approved yet.
pub(crate) async fn allow_push(
    context: &Context,
    db: &mut Connection,
    settings: &Settings,
    user: &str,
) -> Result<Result<(), Wait>, ServiceError> {
    Ok(take(context, db, Budget::PushTo(user), settings.push_fatigue()).await?.map(drop))
}

/// A notification was not approved: after too many there is a pause.
pub(crate) async fn pause_pushes(
    context: &Context,
    db: &mut Connection,
    settings: &Settings,
    user: &str,
) -> Result<(), ServiceError> {
    let key = Budget::PushTo(user).key(context)?;
    attempt_counters::lock_if_used_up(db, &key, settings.push_fatigue(), context.now()).await?;
    Ok(())
}

/// A notification was approved: those before it no longer count.
pub(crate) async fn forget_pushes(context: &Context, db: &mut Connection, user: &str) -> Result<(), ServiceError> {
    Ok(attempt_counters::clear(db, &Budget::PushTo(user).key(context)?).await?)
}

async fn take(
    context: &Context,
    db: &mut Connection,
    budget: Budget<'_>,
    limit: Limit,
) -> Result<Result<i64, Wait>, ServiceError> {
    let now = context.now();
    Ok(match attempt_counters::take(db, &budget.key(context)?, limit, now).await? {
        Place::Taken(place) => Ok(place),
        Place::NoneUntil(time) => Err(Wait::until(time, now)),
    })
}

/// So many in an hour.
fn hourly(attempts: u32) -> Limit {
    Limit { attempts: i64::from(attempts), window_ms: HOUR_MS, lock_ms: HOUR_MS }
}

/// Seconds to wait for another text or call, the longer the more there were in the last hour.
fn pause_seconds(sent: i64) -> u32 {
    FIRST_PAUSE_SECONDS << u32::try_from(sent - 1).unwrap_or(0).min(DOUBLINGS)
}

#[cfg(test)]
mod tests {
    use super::pause_seconds;

    #[test]
    fn the_pause_doubles_three_times() {
        assert_eq!([1, 2, 3, 4, 5, 50].map(pause_seconds), [30, 60, 120, 240, 240, 240]);
    }
}
