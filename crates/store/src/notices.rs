//! Table `notices`: the queue of what people and the organisation's own systems are told.
//!
//! Any node takes rows for the time of a lease, so that none is handed over by two at a time. A node that ends leaves its rows to the
//! others when the lease is over: a notice may come twice then, with the same message id.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// A notice in the queue.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Notice {
    pub id: String,
    pub user_id: String,
    pub event: String,
    pub channel: String,
    pub recipient: String,
    pub language: String,
    pub params: String,
    pub message_id: String,
    pub created_at: i64,
    pub due_at: i64,
    pub gives_up_at: i64,
    pub tries: i64,
}

/// How the queue stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct Standing {
    pub waiting: i64,
    /// Of these: because the configuration is at fault.
    pub held: i64,
    /// When the oldest one that waits was queued.
    pub oldest_at: Option<i64>,
}

/// The columns of a [`Notice`].
macro_rules! notice_columns {
    () => {
        "id, user_id, event, channel, recipient, language, params, message_id, created_at, due_at, gives_up_at, tries"
    };
}

/// Queues one.
pub async fn insert(db: &mut Connection, notice: &Notice) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO notices (id, user_id, event, channel, recipient, language, params, message_id, created_at, due_at,
            gives_up_at, tries, lease_until, held)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, 0)",
    )
    .bind(&notice.id)
    .bind(&notice.user_id)
    .bind(&notice.event)
    .bind(&notice.channel)
    .bind(&notice.recipient)
    .bind(&notice.language)
    .bind(&notice.params)
    .bind(&notice.message_id)
    .bind(notice.created_at)
    .bind(notice.due_at)
    .bind(notice.gives_up_at)
    .bind(notice.tries)
    .execute(db)
    .await?;
    Ok(())
}

/// How many notices of a channel a person was sent since a time, or is about to be, besides those of one event.
pub async fn count_since(
    db: &mut Connection,
    user_id: &str,
    channel: &str,
    besides: &str,
    since: i64,
) -> Result<i64, StoreError> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT count(*) FROM notices WHERE user_id = $1 AND created_at > $2 AND channel = $3 AND event <> $4",
    )
    .bind(user_id)
    .bind(since)
    .bind(channel)
    .bind(besides)
    .fetch_one(db)
    .await?;
    Ok(count)
}

/// A notice of this event to this recipient that nobody has begun to hand over.
pub async fn untouched(
    db: &mut Connection,
    user_id: &str,
    channel: &str,
    event: &str,
    recipient: &str,
) -> Result<Option<Notice>, StoreError> {
    Ok(sqlx::query_as(concat!(
        "SELECT ",
        notice_columns!(),
        " FROM notices WHERE user_id = $1 AND channel = $2 AND event = $3 AND recipient = $4 AND done_at IS NULL
            AND tries = 0 AND lease_until = 0 ORDER BY id LIMIT 1"
    ))
    .bind(user_id)
    .bind(channel)
    .bind(event)
    .bind(recipient)
    .fetch_optional(db)
    .await?)
}

/// Changes the parameters of one that nobody has begun to hand over; false if somebody has.
pub async fn amend(db: &mut Connection, id: &str, params: &str) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE notices SET params = $1 WHERE id = $2 AND done_at IS NULL AND lease_until = 0")
        .bind(params)
        .bind(id)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether something of a channel is due. It only reads: mostly nothing is.
pub async fn is_due(db: &mut Connection, channel: &str, now: i64) -> Result<bool, StoreError> {
    let found: Option<(String,)> = sqlx::query_as(
        "SELECT id FROM notices WHERE done_at IS NULL AND channel = $1 AND due_at <= $2 AND lease_until <= $2 LIMIT 1",
    )
    .bind(channel)
    .bind(now)
    .fetch_optional(db)
    .await?;
    Ok(found.is_some())
}

/// Takes some that are due, the oldest first, so that nobody else does until the lease ends.
pub async fn take(
    db: &mut Connection,
    owner: &str,
    channel: &str,
    limit: i64,
    now: i64,
    lease_until: i64,
) -> Result<Vec<Notice>, StoreError> {
    // The outer condition is looked at once more when a row that another node held is free again.
    Ok(sqlx::query_as(concat!(
        "UPDATE notices SET owner = $1, lease_until = $2
         WHERE id IN (SELECT id FROM notices WHERE done_at IS NULL AND channel = $4 AND due_at <= $3 AND lease_until <= $3
            ORDER BY due_at, id LIMIT $5)
            AND done_at IS NULL AND lease_until <= $3
         RETURNING ",
        notice_columns!()
    ))
    .bind(owner)
    .bind(lease_until)
    .bind(now)
    .bind(channel)
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// It was handed over, or is given up; false if another node took it meanwhile. What it said is not kept.
pub async fn finish(
    db: &mut Connection,
    id: &str,
    owner: &str,
    outcome: &str,
    error: Option<&str>,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE notices SET done_at = $1, outcome = $2, last_error = $3, tries = tries + 1, held = 0, params = '{}'
         WHERE id = $4 AND owner = $5 AND done_at IS NULL",
    )
    .bind(now)
    .bind(outcome)
    .bind(error)
    .bind(id)
    .bind(owner)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// It is tried again, and gives its lease back.
pub async fn put_off(db: &mut Connection, id: &str, owner: &str, due_at: i64, error: &str) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE notices SET due_at = $1, last_error = $2, tries = tries + 1, held = 0, owner = NULL, lease_until = 0
         WHERE id = $3 AND owner = $4 AND done_at IS NULL",
    )
    .bind(due_at)
    .bind(error)
    .bind(id)
    .bind(owner)
    .execute(db)
    .await?;
    Ok(())
}

/// The configuration is at fault: it waits, with the whole time before it again, and without counting the try.
pub async fn hold(
    db: &mut Connection,
    id: &str,
    owner: &str,
    (due_at, gives_up_at): (i64, i64),
    error: &str,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE notices SET due_at = $1, gives_up_at = $2, last_error = $3, held = 1, owner = NULL, lease_until = 0
         WHERE id = $4 AND owner = $5 AND done_at IS NULL",
    )
    .bind(due_at)
    .bind(gives_up_at)
    .bind(error)
    .bind(id)
    .bind(owner)
    .execute(db)
    .await?;
    Ok(())
}

/// How the queue of a channel stands.
pub async fn standing(db: &mut Connection, channel: &str) -> Result<Standing, StoreError> {
    Ok(sqlx::query_as(
        "SELECT count(*) AS waiting, CAST(coalesce(sum(held), 0) AS bigint) AS held, min(created_at) AS oldest_at FROM notices
         WHERE done_at IS NULL AND channel = $1",
    )
    .bind(channel)
    .fetch_one(db)
    .await?)
}

/// Why notices of a channel are held, as the newest of them says.
pub async fn why_held(db: &mut Connection, channel: &str) -> Result<Option<String>, StoreError> {
    let found: Option<(Option<String>,)> = sqlx::query_as(
        "SELECT last_error FROM notices WHERE done_at IS NULL AND channel = $1 AND held = 1 ORDER BY id DESC LIMIT 1",
    )
    .bind(channel)
    .fetch_optional(db)
    .await?;
    Ok(found.and_then(|(why,)| why))
}

/// Forgets those that were done before a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM notices WHERE done_at < $1").bind(time).execute(db).await?;
    Ok(())
}
