//! Table `throttles`: failed attempts per subject, and until when a subject waits.
//!
//! An attempt that failed is counted when it ends, and the count decides whether its truth is told. So many may run at
//! once, and no more than the limit of them learn anything.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// The name of a subject: attempts are counted for it.
#[derive(Debug, Clone)]
pub struct Subject {
    pub key: String,
    pub kind: &'static str,
    pub about: Option<String>,
    pub network: Option<String>,
}

/// The state of a subject.
#[derive(Debug, Clone, FromRow)]
pub struct State {
    pub subject: String,
    pub failures: i64,
    pub last_failure_at: i64,
    pub wait_until: i64,
    pub succeeded_at: i64,
    pub last_wrong: Option<String>,
}

/// A subject of somebody's that waits.
#[derive(Debug, Clone, FromRow)]
pub struct Waiting {
    pub kind: String,
    pub network: Option<String>,
    pub failures: i64,
    pub last_failure_at: i64,
    pub wait_until: i64,
}

/// How up to three subjects stand. One that nothing is known of has no row.
pub async fn states(db: &mut Connection, keys: [&str; 3]) -> Result<Vec<State>, StoreError> {
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
pub async fn note_failure(
    db: &mut Connection,
    subject: &Subject,
    last_wrong: Option<&str>,
    forgotten_before: i64,
    now: i64,
) -> Result<Option<i64>, StoreError> {
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
pub async fn wait(db: &mut Connection, key: &str, until: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE throttles SET wait_until = $1 WHERE subject = $2").bind(until).bind(key).execute(db).await?;
    Ok(())
}

/// Forgets a subject's failures, and remembers the success.
pub async fn note_success(db: &mut Connection, subject: &Subject, now: i64) -> Result<(), StoreError> {
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

/// The subjects of a person that have to wait now, the longest wait first.
pub async fn waiting(db: &mut Connection, about: &str, now: i64) -> Result<Vec<Waiting>, StoreError> {
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
pub async fn all_waiting(db: &mut Connection, now: i64) -> Result<Vec<(String, i64)>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT about, max(wait_until) FROM throttles WHERE about IS NOT NULL AND wait_until > $1 GROUP BY about",
    )
    .bind(now)
    .fetch_all(db)
    .await?)
}

/// Ends all of somebody's waits, and forgets the failures that led to them. Those of one network come first, as an attempt
/// counts them.
pub async fn open(db: &mut Connection, about: &str) -> Result<(), StoreError> {
    for statement in [
        "UPDATE throttles SET failures = 0, wait_until = 0, last_wrong = NULL WHERE about = $1 AND network IS NOT NULL",
        "UPDATE throttles SET failures = 0, wait_until = 0, last_wrong = NULL WHERE about = $1 AND network IS NULL",
    ] {
        sqlx::query(statement).bind(about).execute(&mut *db).await?;
    }
    Ok(())
}

/// Deletes expired rows, one statement for each step in the order of locks. Each runs in its own transaction, so that no
/// statement waits for an attempt that waits for it.
pub const FORGET: [&str; 3] = [
    "DELETE FROM throttles WHERE about IS NOT NULL AND network IS NOT NULL
        AND last_failure_at < $1 AND wait_until < $1 AND succeeded_at < $2",
    "DELETE FROM throttles WHERE network IS NULL AND last_failure_at < $1 AND wait_until < $1 AND succeeded_at < $2",
    "DELETE FROM throttles WHERE about IS NULL AND last_failure_at < $1 AND wait_until < $1 AND succeeded_at < $2",
];

/// Runs one of [`FORGET`]: for what failed, and waited, before one time and succeeded before another.
pub async fn forget(
    db: &mut Connection,
    statement: &'static str,
    failed: i64,
    succeeded: i64,
) -> Result<(), StoreError> {
    sqlx::query(statement).bind(failed).bind(succeeded).execute(db).await?;
    Ok(())
}
