//! Table `directory_runs`: what each run of the synchronisation with a directory came to.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// A run that ended.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct DirectoryRun {
    /// Time-ordered (UUID version 7). Actions of the run have it as their `bulk_id`.
    pub id: String,
    pub source: String,
    pub started_at: i64,
    pub finished_at: i64,
    pub result: String,
    pub detail: Option<String>,
    pub people: i64,
    pub added: i64,
    pub changed: i64,
    pub blocked: i64,
    pub unblocked: i64,
    pub refused: i64,
    pub refusals: String,
    pub node: String,
}

/// Adds one.
pub async fn insert(db: &mut Connection, run: &DirectoryRun) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO directory_runs (id, source, started_at, finished_at, result, detail, people, added, changed, blocked,
            unblocked, refused, refusals, node)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(&run.id)
    .bind(&run.source)
    .bind(run.started_at)
    .bind(run.finished_at)
    .bind(&run.result)
    .bind(run.detail.as_deref())
    .bind(run.people)
    .bind(run.added)
    .bind(run.changed)
    .bind(run.blocked)
    .bind(run.unblocked)
    .bind(run.refused)
    .bind(&run.refusals)
    .bind(&run.node)
    .execute(db)
    .await?;
    Ok(())
}

/// The newest ones of a source, the newest first.
pub async fn newest(db: &mut Connection, source: &str, limit: i64) -> Result<Vec<DirectoryRun>, StoreError> {
    let newest =
        "SELECT id, source, started_at, finished_at, result, detail, people, added, changed, blocked, unblocked,
        refused, refusals, node FROM directory_runs WHERE source = $1 ORDER BY id DESC LIMIT $2";
    Ok(sqlx::query_as(newest).bind(source).bind(limit).fetch_all(db).await?)
}

/// When the last run began that was done to its end.
pub async fn last_done(db: &mut Connection, source: &str) -> Result<Option<i64>, StoreError> {
    let last = "SELECT max(started_at) FROM directory_runs WHERE source = $1 AND result = 'done'";
    let (at,): (Option<i64>,) = sqlx::query_as(last).bind(source).fetch_one(db).await?;
    Ok(at)
}

/// Forgets those that ended before a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM directory_runs WHERE finished_at < $1").bind(time).execute(db).await?;
    Ok(())
}
