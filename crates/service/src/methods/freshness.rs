//! Step-up: what changes how a person signs in wants a second step that is fresh, and so does administration.
//!
//! The words are RFC 9470's: a resource refuses with `insufficient_user_authentication` and `max_age`, and the client
//! brings `max_age` to the challenge endpoint. The session's tokens stay the same; what ages is the session itself. A
//! remembered device is no second step, and neither is a bypass.

use proofup_api::{ErrorCode, Scope};
use proofup_store::{Connection, sessions, users};

use crate::ServiceError;
use crate::context::Context;
use crate::methods::enrollment::Enrollment;
use crate::session::Bearer;

/// A second step is fresh for so long.
pub(crate) const MAX_AGE_SECONDS: u32 = 600;

/// For reading what is about others, one of the last hour is enough.
pub(crate) const READING_MAX_AGE_SECONDS: u32 = 3_600;

/// A set-up takes at most ten minutes; five more are for its last proof.
const SET_UP_LIVES_MS: i64 = 900_000;

/// By how much the clock of another node may be ahead.
const NODES_DIFFER_MS: i64 = 60_000;

/// Whether a second step is not older than this. One from the near future, by another node's clock, is fresh; one that a
/// wrong clock put further ahead would be fresh for as long, and is not.
pub(crate) fn is_fresh(second_step_at: Option<i64>, max_age_seconds: u32, now: i64) -> bool {
    second_step_at.is_some_and(|time| (-NODES_DIFFER_MS..=i64::from(max_age_seconds) * 1000).contains(&(now - time)))
}

/// Refuses unless the session's second step is fresh. Who owes none is not asked, and neither is who registers because they
/// owe it: they have nothing to do it with. Who registers anew by their own wish has.
pub(crate) async fn require_fresh(context: &Context, db: &mut Connection, bearer: &Bearer) -> Result<(), ServiceError> {
    require_fresh_in(context, db, &bearer.user_id, &bearer.session_id, context.now()).await
}

/// The same for the end of a set-up: a second step that was fresh when the set-up began is fresh enough while the set-up
/// lives. Whether one is owed is decided now, not as it was then.
pub(crate) async fn require_fresh_to_end(
    context: &Context,
    db: &mut Connection,
    user_id: &str,
    session_id: &str,
    set_up_at: i64,
) -> Result<(), ServiceError> {
    let now = context.now();
    let in_time = (0..=SET_UP_LIVES_MS).contains(&(now - set_up_at));
    require_fresh_in(context, db, user_id, session_id, if in_time { set_up_at } else { now }).await
}

/// Refuses unless the session's second step was fresh at a time, or has been done since.
async fn require_fresh_in(
    context: &Context,
    db: &mut Connection,
    user_id: &str,
    session_id: &str,
    time: i64,
) -> Result<(), ServiceError> {
    let invalid = || ServiceError::refused(ErrorCode::InvalidToken);
    let now = context.now();
    let session = sessions::find_alive(&mut *db, session_id, now).await?.ok_or_else(invalid)?;
    let owes_registration = session.scope == Scope::Registration && !session.registers_anew;
    let fresh_at = |time| is_fresh(session.second_step_at, MAX_AGE_SECONDS, time);
    if owes_registration || fresh_at(now) || fresh_at(time) {
        return Ok(());
    }
    let user = users::by_id(&mut *db, user_id).await?.ok_or_else(invalid)?;
    if Enrollment::load(db, user).await?.steps_up() { Err(required(MAX_AGE_SECONDS)) } else { Ok(()) }
}

/// The refusal.
pub(crate) fn required(max_age_seconds: u32) -> ServiceError {
    ServiceError::refused_with(ErrorCode::StepUpRequired, "maxAgeSeconds", max_age_seconds)
}

#[cfg(test)]
mod tests {
    use super::{MAX_AGE_SECONDS, is_fresh};

    #[test]
    fn ten_minutes_are_fresh_and_a_millisecond_more_is_not() {
        let fresh = |age: i64| is_fresh(Some(1_000_000), MAX_AGE_SECONDS, 1_000_000 + age);
        assert!(fresh(0));
        assert!(fresh(600_000));
        assert!(!fresh(600_001));
        assert!(fresh(-60_000), "by the clock of another node");
        assert!(!fresh(-86_400_000), "by a clock that was a day ahead");
        assert!(!is_fresh(None, MAX_AGE_SECONDS, 0), "none at all is not fresh");
    }
}
