//! Table `bypasses`: sign-ins that need no second step, once.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// A bypass.
#[derive(Debug, Clone, FromRow)]
pub struct Bypass {
    pub id: String,
    pub user_id: String,
    pub reason: String,
    pub created_by: String,
    pub created_at: i64,
    pub expires_at: i64,
}

/// Adds one.
pub async fn insert(db: &mut Connection, bypass: &Bypass) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO bypasses (id, user_id, reason, created_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(&bypass.id)
    .bind(&bypass.user_id)
    .bind(&bypass.reason)
    .bind(&bypass.created_by)
    .bind(bypass.created_at)
    .bind(bypass.expires_at)
    .execute(db)
    .await?;
    Ok(())
}

/// The one that a person has now. One that was given in a time to come, by a clock that was ahead, is none.
pub async fn open(db: &mut Connection, user_id: &str, now: i64) -> Result<Option<Bypass>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, user_id, reason, created_by, created_at, expires_at FROM bypasses
         WHERE user_id = $1 AND ended_at IS NULL AND expires_at > $2 AND created_at <= $2 + 60000
         ORDER BY expires_at DESC LIMIT 1",
    )
    .bind(user_id)
    .bind(now)
    .fetch_optional(db)
    .await?)
}

/// A bypass and whose it is.
#[derive(Debug, Clone, FromRow)]
pub struct BypassOfPerson {
    #[sqlx(flatten)]
    pub bypass: Bypass,
    pub upn: String,
    pub display_name: String,
}

/// Everybody's that are open now, the one that ends first at the front.
pub async fn all_open(db: &mut Connection, now: i64, limit: i64) -> Result<Vec<BypassOfPerson>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT b.id, b.user_id, b.reason, b.created_by, b.created_at, b.expires_at, u.upn, u.display_name
         FROM bypasses b JOIN users u ON u.id = b.user_id
         WHERE b.ended_at IS NULL AND b.expires_at > $1 AND b.created_at <= $1 + 60000
         ORDER BY b.expires_at, b.id LIMIT $2",
    )
    .bind(now)
    .bind(limit)
    .fetch_all(db)
    .await?)
}

/// Ends the bypass of a person; false if there was none. Of many calls at once, one returns true.
pub async fn end(db: &mut Connection, user_id: &str, now: i64) -> Result<bool, StoreError> {
    let done =
        sqlx::query("UPDATE bypasses SET ended_at = $1 WHERE user_id = $2 AND ended_at IS NULL AND expires_at > $1")
            .bind(now)
            .bind(user_id)
            .execute(db)
            .await?;
    Ok(done.rows_affected() > 0)
}
