//! Table `blocks`: every block there ever was, with its end. What counts at sign-in is `users.blocked_until`.

use proofup_api::{BlockCause, BlockState};
use sqlx::FromRow;

use super::Connection;
use super::columns::{BEYOND, from_text};
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

/// A block and whose it is.
#[derive(Debug, Clone)]
pub struct BlockOfPerson {
    pub block: Block,
    pub user_name: String,
    pub display_name: String,
}

#[derive(FromRow)]
struct RowOfPerson {
    #[sqlx(flatten)]
    block: Row,
    upn: String,
    display_name: String,
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

/// Lifts those of a person that have not ended and have this cause. Gives when the last of the others ends; 0 if there is none.
pub async fn lift_of_cause(
    db: &mut Connection,
    user_id: &str,
    cause: BlockCause,
    by: &str,
    reason: &str,
    now: i64,
) -> Result<i64, StoreError> {
    sqlx::query(
        "UPDATE blocks SET lifted_by = $1, lifted_at = $2, lift_reason = $3
         WHERE user_id = $4 AND lifted_at IS NULL AND ends_at > $2 AND cause = $5",
    )
    .bind(by)
    .bind(now)
    .bind(reason)
    .bind(user_id)
    .bind(cause.as_str())
    .execute(&mut *db)
    .await?;
    let (last,): (Option<i64>,) =
        sqlx::query_as("SELECT max(ends_at) FROM blocks WHERE user_id = $1 AND lifted_at IS NULL AND ends_at > $2")
            .bind(user_id)
            .bind(now)
            .fetch_one(db)
            .await?;
    Ok(last.unwrap_or(0))
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
    .map(Row::read)
    .collect()
}

/// A page of everybody's, the newest first: those behind the block with the id `after`, and in a state if one is named.
pub async fn page(
    db: &mut Connection,
    state: Option<BlockState>,
    after: Option<&str>,
    now: i64,
    limit: i64,
) -> Result<Vec<BlockOfPerson>, StoreError> {
    let rows: Vec<RowOfPerson> = sqlx::query_as(
        "SELECT blocks.id, user_id, cause, reason, blocked_by, blocked_at, ends_at, lifted_by, lifted_at, lift_reason,
            upn, display_name
         FROM blocks JOIN users ON users.id = blocks.user_id
         WHERE blocks.id < $1
            AND ($2 = '' OR ($2 = 'open' AND lifted_at IS NULL AND ends_at > $3)
                OR ($2 = 'ended' AND (lifted_at IS NOT NULL OR ends_at <= $3)))
         ORDER BY blocks.id DESC LIMIT $4",
    )
    .bind(after.unwrap_or(BEYOND))
    .bind(state.map(BlockState::as_str).unwrap_or_default())
    .bind(now)
    .bind(limit)
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| Ok(BlockOfPerson { block: row.block.read()?, user_name: row.upn, display_name: row.display_name }))
        .collect()
}

impl Row {
    fn read(self) -> Result<Block, StoreError> {
        Ok(Block {
            id: self.id,
            user_id: self.user_id,
            cause: from_text("blocks.cause", self.cause)?,
            reason: self.reason,
            blocked_by: self.blocked_by,
            blocked_at: self.blocked_at,
            ends_at: self.ends_at,
            lifted_by: self.lifted_by,
            lifted_at: self.lifted_at,
            lift_reason: self.lift_reason,
        })
    }
}
