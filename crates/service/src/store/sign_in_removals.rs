//! Table `sign_in_removals`: what retention removed from the sign-in log.

use sqlx::FromRow;

use super::Connection;
use crate::ServiceError;

/// Rows that were removed, of one day and by one node.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Removal {
    /// From 1 on.
    pub(crate) number: i64,
    pub(crate) removed_at: i64,
    pub(crate) first_row: i64,
    pub(crate) last_row: i64,
    /// Every row was older than this time.
    pub(crate) older_than: i64,
    pub(crate) removed_by: String,
    /// The hash of the removal before it; empty for the first.
    pub(crate) before_hash: String,
}

/// Writes one down, in the place of an earlier form of it.
pub(crate) async fn set(db: &mut Connection, removal: &Removal) -> Result<(), ServiceError> {
    sqlx::query(
        "INSERT INTO sign_in_removals (number, removed_at, first_row, last_row, older_than, removed_by, before_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (number) DO UPDATE SET removed_at = excluded.removed_at, last_row = excluded.last_row,
            older_than = excluded.older_than",
    )
    .bind(removal.number)
    .bind(removal.removed_at)
    .bind(removal.first_row)
    .bind(removal.last_row)
    .bind(removal.older_than)
    .bind(&removal.removed_by)
    .bind(&removal.before_hash)
    .execute(db)
    .await?;
    Ok(())
}

/// One by its number.
pub(crate) async fn find(db: &mut Connection, number: i64) -> Result<Option<Removal>, ServiceError> {
    Ok(sqlx::query_as(
        "SELECT number, removed_at, first_row, last_row, older_than, removed_by, before_hash FROM sign_in_removals
         WHERE number = $1",
    )
    .bind(number)
    .fetch_optional(db)
    .await?)
}

/// All of them, in their order: one for a day and a node.
pub(crate) async fn all(db: &mut Connection) -> Result<Vec<Removal>, ServiceError> {
    Ok(sqlx::query_as(
        "SELECT number, removed_at, first_row, last_row, older_than, removed_by, before_hash FROM sign_in_removals
         ORDER BY number",
    )
    .fetch_all(db)
    .await?)
}
