//! Table `throttles`: failed attempts per subject, and until when a subject waits.
//!
//! An attempt that failed is counted when it ends, and the count decides whether its truth is told. So many may run at
//! once, and no more than the limit of them learn anything.

use sqlx::FromRow;

use super::Connection;
use crate::ServiceError;

/// What is counted.
#[derive(Debug, Clone)]
pub(crate) struct Subject {
    pub(crate) key: String,
    pub(crate) kind: &'static str,
    pub(crate) about: Option<String>,
    pub(crate) network: Option<String>,
}

/// How a subject stands.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct State {
    pub(crate) subject: String,
    pub(crate) failures: i64,
    pub(crate) last_failure_at: i64,
    pub(crate) wait_until: i64,
    pub(crate) succeeded_at: i64,
    pub(crate) last_wrong: Option<String>,
}

/// A subject of somebody's that waits.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct Waiting {
    pub(crate) kind: String,
    pub(crate) network: Option<String>,
    pub(crate) failures: i64,
    pub(crate) last_failure_at: i64,
    pub(crate) wait_until: i64,
}

/// How up to three subjects stand. One that nothing is known of has no row.
pub(crate) async fn states(db: &mut Connection, keys: [&str; 3]) -> Result<Vec<State>, ServiceError> {
    let [first, second, third] = keys;
    Ok(sqlx::query_as(
        "SELECT subject, failures, last_failure_at, wait_until, succeeded_at, last_wrong FROM throttles
         WHERE subject IN ($1, $2, $3)",
    )
    .bind(first)
    .bind(second)
    .bind(third)
    .fetch_all(db)
    .await?)
}

/// Counts a failure, and gives how many there are now; `None` if the subject waits. Failures are forgotten that came, and
/// whose wait ended, before a time.
pub(crate) async fn note_failure(
    db: &mut Connection,
    subject: &Subject,
    last_wrong: Option<&str>,
    forgotten_before: i64,
    now: i64,
) -> Result<Option<i64>, ServiceError> {
    let row: Option<(i64,)> = sqlx::query_as(
        "INSERT INTO throttles (subject, kind, about, network, failures, last_failure_at, wait_until, succeeded_at,
            last_wrong)
         VALUES ($1, $2, $3, $4, 1, $5, 0, 0, $6)
         ON CONFLICT (subject) DO UPDATE SET
            failures = CASE WHEN throttles.last_failure_at <= $7 AND throttles.wait_until <= $7 THEN 1
                            ELSE throttles.failures + 1 END,
            last_failure_at = excluded.last_failure_at,
            last_wrong = excluded.last_wrong
         WHERE throttles.wait_until <= $5
         RETURNING failures",
    )
    .bind(&subject.key)
    .bind(subject.kind)
    .bind(subject.about.as_deref())
    .bind(subject.network.as_deref())
    .bind(now)
    .bind(last_wrong)
    .bind(forgotten_before)
    .fetch_optional(db)
    .await?;
    Ok(row.map(|(failures,)| failures))
}

/// Lets a subject wait.
pub(crate) async fn wait(db: &mut Connection, key: &str, until: i64) -> Result<(), ServiceError> {
    sqlx::query("UPDATE throttles SET wait_until = $1 WHERE subject = $2").bind(until).bind(key).execute(db).await?;
    Ok(())
}

/// Forgets a subject's failures, and remembers the success.
pub(crate) async fn note_success(db: &mut Connection, subject: &Subject, now: i64) -> Result<(), ServiceError> {
    sqlx::query(
        "INSERT INTO throttles (subject, kind, about, network, failures, last_failure_at, wait_until, succeeded_at)
         VALUES ($1, $2, $3, $4, 0, 0, 0, $5)
         ON CONFLICT (subject) DO UPDATE SET failures = 0, succeeded_at = excluded.succeeded_at, last_wrong = NULL",
    )
    .bind(&subject.key)
    .bind(subject.kind)
    .bind(subject.about.as_deref())
    .bind(subject.network.as_deref())
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// What of somebody's waits now, the longest wait first.
pub(crate) async fn waiting(db: &mut Connection, about: &str, now: i64) -> Result<Vec<Waiting>, ServiceError> {
    Ok(sqlx::query_as(
        "SELECT kind, network, failures, last_failure_at, wait_until FROM throttles
         WHERE about = $1 AND wait_until > $2 ORDER BY wait_until DESC LIMIT 100",
    )
    .bind(about)
    .bind(now)
    .fetch_all(db)
    .await?)
}

/// Who waits now, and until when.
pub(crate) async fn all_waiting(db: &mut Connection, now: i64) -> Result<Vec<(String, i64)>, ServiceError> {
    Ok(sqlx::query_as(
        "SELECT about, max(wait_until) FROM throttles WHERE about IS NOT NULL AND wait_until > $1 GROUP BY about",
    )
    .bind(now)
    .fetch_all(db)
    .await?)
}

/// Ends all of somebody's waits, and forgets the failures that led to them. Those of one network come first, as an attempt
/// counts them.
pub(crate) async fn open(db: &mut Connection, about: &str) -> Result<(), ServiceError> {
    for statement in [
        "UPDATE throttles SET failures = 0, wait_until = 0, last_wrong = NULL WHERE about = $1 AND network IS NOT NULL",
        "UPDATE throttles SET failures = 0, wait_until = 0, last_wrong = NULL WHERE about = $1 AND network IS NULL",
    ] {
        sqlx::query(statement).bind(about).execute(&mut *db).await?;
    }
    Ok(())
}

/// Forgets what is long dead, one statement for each place in the order of locks. Each stands in a transaction of its own, so
/// that none waits for an attempt that waits for it.
pub(crate) const FORGET: [&str; 3] = [
    "DELETE FROM throttles WHERE about IS NOT NULL AND network IS NOT NULL
        AND last_failure_at < $1 AND wait_until < $1 AND succeeded_at < $2",
    "DELETE FROM throttles WHERE network IS NULL AND last_failure_at < $1 AND wait_until < $1 AND succeeded_at < $2",
    "DELETE FROM throttles WHERE about IS NULL AND last_failure_at < $1 AND wait_until < $1 AND succeeded_at < $2",
];

/// Runs one of [`FORGET`]: for what failed, and waited, before one time and succeeded before another.
pub(crate) async fn forget(
    db: &mut Connection,
    statement: &'static str,
    failed: i64,
    succeeded: i64,
) -> Result<(), ServiceError> {
    sqlx::query(statement).bind(failed).bind(succeeded).execute(db).await?;
    Ok(())
}
