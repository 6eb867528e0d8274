//! Corrects times that a clock wrote while it was ahead.

use super::Connection;
use crate::StoreError;

/// `$1`: how far the clock was ahead, in milliseconds. `$2`: a time that nothing can have been written after.
const STATEMENTS: &[&str] = &[
    "UPDATE attempt_counters SET window_started_at = window_started_at - $1,
        locked_until = CASE WHEN locked_until > $2 THEN locked_until - $1 ELSE locked_until END
     WHERE window_started_at > $2",
    "UPDATE throttles SET last_failure_at = last_failure_at - $1,
        wait_until = CASE WHEN wait_until > $2 THEN wait_until - $1 ELSE wait_until END,
        succeeded_at = CASE WHEN succeeded_at > $2 THEN succeeded_at - $1 ELSE succeeded_at END
     WHERE last_failure_at > $2",
    "UPDATE sessions SET second_step_at = second_step_at - $1 WHERE second_step_at > $2",
    // They live for ten minutes.
    "UPDATE access_tokens SET expires_at = expires_at - $1 WHERE expires_at > $2 + 600000",
    "UPDATE auth_sessions SET created_at = created_at - $1, expires_at = expires_at - $1 WHERE created_at > $2",
    "UPDATE text_codes SET sent_at = sent_at - $1, expires_at = expires_at - $1 WHERE sent_at > $2",
];

/// Reduces times after `latest` by the difference. Locks, codes and tokens then last as long as with a correct clock.
pub async fn by(db: &mut Connection, ahead_ms: i64, latest: i64) -> Result<(), StoreError> {
    for statement in STATEMENTS {
        sqlx::query(*statement).bind(ahead_ms).bind(latest).execute(&mut *db).await?;
    }
    Ok(())
}
