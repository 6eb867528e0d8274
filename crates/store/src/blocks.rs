//! Table `blocks`: every block there ever was, with its end. What counts at sign-in is `users.blocked_until`.

use proofup_api::BlockCause;
use sqlx::FromRow;

use super::Connection;
use super::columns::from_text;
use crate::StoreError;

/// A block.
#[derive(Debug, Clone)]
pub struct Block {
    /// Time-ordered (UUID version 7).
    pub id: String,
    pub user_id: String,
    pub cause: BlockCause,
    pub reason: String,
    pub blocked_by: String,
    pub blocked_at: i64,
    pub ends_at: i64,
    pub lifted_by: Option<String>,
    pub lifted_at: Option<i64>,
    pub lift_reason: Option<String>,
}

#[derive(FromRow)]
struct Row {
    id: String,
    user_id: String,
    cause: String,
    reason: String,
    blocked_by: String,
    blocked_at: i64,
    ends_at: i64,
    lifted_by: Option<String>,
    lifted_at: Option<i64>,
    lift_reason: Option<String>,
}

/// Adds one.
pub async fn insert(db: &mut Connection, block: &Block) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO blocks (id, user_id, cause, reason, blocked_by, blocked_at, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&block.id)
    .bind(&block.user_id)
    .bind(block.cause.as_str())
    .bind(&block.reason)
    .bind(&block.blocked_by)
    .bind(block.blocked_at)
    .bind(block.ends_at)
    .execute(db)
    .await?;
    Ok(())
}

/// Lifts those of a person that have not ended.
pub async fn lift(db: &mut Connection, user_id: &str, by: &str, reason: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE blocks SET lifted_by = $1, lifted_at = $2, lift_reason = $3
         WHERE user_id = $4 AND lifted_at IS NULL AND ends_at > $2",
    )
    .bind(by)
    .bind(now)
    .bind(reason)
    .bind(user_id)
    .execute(db)
    .await?;
    Ok(())
}

/// A person's, the newest first.
pub async fn of_user(db: &mut Connection, user_id: &str) -> Result<Vec<Block>, StoreError> {
    sqlx::query_as::<_, Row>(
        "SELECT id, user_id, cause, reason, blocked_by, blocked_at, ends_at, lifted_by, lifted_at, lift_reason
         FROM blocks WHERE user_id = $1 ORDER BY id DESC",
    )
    .bind(user_id)
    .fetch_all(db)
    .await?
    .into_iter()
    .map(|row| {
        Ok(Block {
            id: row.id,
            user_id: row.user_id,
            cause: from_text("blocks.cause", row.cause)?,
            reason: row.reason,
            blocked_by: row.blocked_by,
            blocked_at: row.blocked_at,
            ends_at: row.ends_at,
            lifted_by: row.lifted_by,
            lifted_at: row.lifted_at,
            lift_reason: row.lift_reason,
        })
    })
    .collect()
}
