//! What becomes of a notice after a try.

use proofup_store::notices::{self, Notice};
use proofup_store::recipients;

use super::PAUSE_MS;
use crate::ServiceError;
use crate::context::Context;
use crate::notices::queue::{Channel, GIVES_UP_AFTER_MS};

const MINUTE_MS: i64 = 60_000;
/// The waits before the next tries, the last one again and again.
const AGAIN_AFTER_MS: [i64; 4] = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS];

/// What a try came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    Sent,
    /// It may work later.
    Later(String),
    /// This recipient, or this notice, is refused for good.
    Refused {
        why: String,
        /// What the other side said, for administrators.
        answer: String,
    },
    /// Nothing is taken until the operator corrects the configuration.
    Misconfigured(String),
}

/// Writes down what a try came to.
pub(super) async fn settle(
    context: &Context,
    owner: &str,
    channel: Channel,
    notice: &Notice,
    outcome: &Outcome,
) -> Result<(), ServiceError> {
    let now = context.now();
    let mut transaction = context.store.begin().await?;
    let db = &mut transaction;
    let became = match outcome {
        Outcome::Sent => {
            notices::finish(db, &notice.id, owner, "sent", None, now).await?;
            if channel == Channel::Mail {
                recipients::note_taken(db, &notice.user_id, &notice.recipient).await?;
            }
            "sent"
        }
        Outcome::Refused { why, answer } => {
            tracing::warn!(notice = notice.id, %channel, why, "a notice is given up: it is refused for good");
            notices::finish(db, &notice.id, owner, "refused", Some(answer), now).await?;
            if channel == Channel::Mail {
                recipients::note_refused(db, &notice.user_id, &notice.recipient, answer, now).await?;
            }
            "refused"
        }
        Outcome::Later(why) => {
            let due_at = now + wait_after(notice.tries);
            if due_at > notice.gives_up_at {
                tracing::warn!(notice = notice.id, %channel, why, "a notice is given up: it could not be sent in a day");
                notices::finish(db, &notice.id, owner, "expired", Some(why), now).await?;
                "expired"
            } else {
                tracing::info!(notice = notice.id, %channel, why, "a notice could not be sent yet");
                notices::put_off(db, &notice.id, owner, due_at, why).await?;
                "put_off"
            }
        }
        Outcome::Misconfigured(why) => {
            notices::hold(db, &notice.id, owner, (now + PAUSE_MS, now + GIVES_UP_AFTER_MS), why).await?;
            "held"
        }
    };
    transaction.commit().await?;
    context.metrics.notice(channel.as_str(), became);
    Ok(())
}

/// How long a notice waits that was tried so often before.
fn wait_after(tries: i64) -> i64 {
    let place = usize::try_from(tries).unwrap_or(usize::MAX).min(AGAIN_AFTER_MS.len() - 1);
    AGAIN_AFTER_MS[place]
}

#[cfg(test)]
mod tests {
    use super::wait_after;

    #[test]
    fn the_waits_grow_up_to_an_hour() {
        let minutes: Vec<_> = (0..6).map(|tries| wait_after(tries) / 60_000).collect();
        assert_eq!(minutes, [1, 5, 15, 60, 60, 60]);
    }
}
