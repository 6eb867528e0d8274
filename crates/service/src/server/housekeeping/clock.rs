//! Whether the clock can be believed before anything is removed by it.
//!
//! The database keeps the latest time that a node saw. If the clock is more than a week ahead of it, the clock jumped or the
//! service was off for that long; only a person can tell which. Until somebody confirms the clock nothing is removed, because
//! all sessions, trusted devices and rows of the sign-in log would seem to be expired.

use proofup_api::AdminAction;
use proofup_store::marks::{self, Mark};
use proofup_store::put_back;

use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::Context;
use crate::runtime::clock::timestamp;

/// A clock that is ahead by this much is believed.
const BELIEVED_MS: i64 = 7 * 86_400_000;
/// Nodes differ by so much without a word.
const NODES_DIFFER_MS: i64 = 60_000;

/// The clock, compared with the latest time in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClockState {
    /// It went on.
    Steady,
    /// It is too far ahead to be believed.
    Ahead { last_seen: i64, now: i64 },
    /// It is behind: the clock of another node, or an earlier one of this node, was ahead.
    Behind { last_seen: i64, now: i64 },
}

impl ClockState {
    fn of(last_seen: Option<i64>, now: i64) -> Self {
        match last_seen {
            Some(last_seen) if now - last_seen > BELIEVED_MS => Self::Ahead { last_seen, now },
            Some(last_seen) if last_seen - now > NODES_DIFFER_MS => Self::Behind { last_seen, now },
            _ => Self::Steady,
        }
    }
}

/// Looks at the clock, and notes its time where it can be believed. One that is behind is believed at once: by it
/// nothing is removed too early. Locks and codes of the time that has not come are put back then.
pub(crate) async fn look(context: &Context) -> Result<ClockState, ServiceError> {
    let now = context.now();
    let mut transaction = context.store.begin().await?;
    let last_seen = marks::get(&mut transaction, Mark::Clock).await?;
    let state = ClockState::of(last_seen, now);
    let ahead_by = match state {
        ClockState::Ahead { last_seen, .. } => now - last_seen,
        ClockState::Behind { last_seen, .. } => {
            put_back::by(&mut transaction, last_seen - now, now + NODES_DIFFER_MS).await?;
            marks::set(&mut transaction, Mark::Clock, now).await?;
            0
        }
        ClockState::Steady => {
            marks::set(&mut transaction, Mark::Clock, last_seen.unwrap_or(now).max(now)).await?;
            0
        }
    };
    transaction.commit().await?;
    context.metrics.clock_jump.set(ahead_by / 1000);
    Ok(state)
}

/// The same, and nothing is noted.
pub(crate) async fn state(context: &Context) -> Result<ClockState, ServiceError> {
    let last_seen = marks::get(&mut context.store.read().await?, Mark::Clock).await?;
    Ok(ClockState::of(last_seen, context.now()))
}

/// Somebody says that the clock is right.
pub(crate) async fn confirm(context: &Context, actor: &Actor) -> Result<(), ServiceError> {
    let now = context.now();
    let mut transaction = context.store.begin().await?;
    marks::set(&mut transaction, Mark::Clock, now).await?;
    let detail = Some(timestamp(now).to_string());
    actor.record(context, &mut transaction, AdminAction::ClockConfirmed, None, detail, None).await?;
    Ok(transaction.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::{BELIEVED_MS, ClockState};

    #[test]
    fn a_week_ahead_is_believed_and_a_millisecond_more_is_not() {
        let (seen, just) = (1_000_000, 1_000_000 + BELIEVED_MS);
        assert_eq!(ClockState::of(Some(seen), just), ClockState::Steady);
        assert_eq!(ClockState::of(Some(seen), just + 1), ClockState::Ahead { last_seen: seen, now: just + 1 });
        assert_eq!(
            ClockState::of(Some(seen), seen - 60_001),
            ClockState::Behind { last_seen: seen, now: seen - 60_001 }
        );
        assert_eq!(ClockState::of(Some(seen), seen - 60_000), ClockState::Steady, "clocks of two nodes");
        assert_eq!(ClockState::of(None, 0), ClockState::Steady, "a new database");
    }
}
