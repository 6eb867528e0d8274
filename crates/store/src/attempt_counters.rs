//! Table `attempt_counters`: texts, calls and notifications, counted per subject before they go out.
//!
//! Counting first is what makes a limit hold against many requests at once: without a place nothing is sent.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// How many in which time.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    pub attempts: i64,
    pub window_ms: i64,
    /// How long the subject stays closed once the limit is reached by attempts that failed.
    pub lock_ms: i64,
}

/// How many attempts a subject has, and in which time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Go ahead: it is this place of the limit.
    Taken(i64),
    /// Not before this time.
    NoneUntil(i64),
}

#[derive(FromRow)]
struct Row {
    window_started_at: i64,
    locked_until: i64,
}

/// Takes a place.
pub async fn take(db: &mut Connection, subject: &str, limit: Limit, now: i64) -> Result<Place, StoreError> {
    let window_ended = now - limit.window_ms;
    let taken: Option<(i64,)> = sqlx::query_as(
        "INSERT INTO attempt_counters (subject, window_started_at, attempts, locked_until) VALUES ($1, $2, 1, 0)
         ON CONFLICT (subject) DO UPDATE SET
            attempts = CASE WHEN attempt_counters.window_started_at <= $3 THEN 1
                            ELSE attempt_counters.attempts + 1 END,
            window_started_at = CASE WHEN attempt_counters.window_started_at <= $3 THEN $2
                                     ELSE attempt_counters.window_started_at END
         WHERE attempt_counters.locked_until <= $2
            AND (attempt_counters.attempts < $4 OR attempt_counters.window_started_at <= $3)
         RETURNING attempts",
    )
    .bind(subject)
    .bind(now)
    .bind(window_ended)
    .bind(limit.attempts)
    .fetch_optional(&mut *db)
    .await?;
    if let Some((attempts,)) = taken {
        return Ok(Place::Taken(attempts));
    }
    let row: Option<Row> =
        sqlx::query_as("SELECT window_started_at, locked_until FROM attempt_counters WHERE subject = $1")
            .bind(subject)
            .fetch_optional(db)
            .await?;
    Ok(row.map_or(Place::Taken(1), |row| {
        Place::NoneUntil(if row.locked_until > now {
            row.locked_until
        } else {
            row.window_started_at + limit.window_ms
        })
    }))
}

/// Locks the subject if its places are used up: called after an attempt that failed.
pub async fn lock_if_used_up(db: &mut Connection, subject: &str, limit: Limit, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE attempt_counters SET attempts = 0, locked_until = $1 WHERE subject = $2 AND attempts >= $3")
        .bind(now + limit.lock_ms)
        .bind(subject)
        .bind(limit.attempts)
        .execute(db)
        .await?;
    Ok(())
}

/// Blocks the subject until a time, even if attempts are left; 0 unblocks it.
pub async fn close_until(db: &mut Connection, subject: &str, time: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE attempt_counters SET locked_until = $1 WHERE subject = $2")
        .bind(time)
        .bind(subject)
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets a subject: the attempt succeeded.
pub async fn clear(db: &mut Connection, subject: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM attempt_counters WHERE subject = $1").bind(subject).execute(db).await?;
    Ok(())
}

/// Forgets counters whose window began, and whose lock ended, before a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM attempt_counters WHERE window_started_at < $1 AND locked_until < $1")
        .bind(time)
        .execute(db)
        .await?;
    Ok(())
}
