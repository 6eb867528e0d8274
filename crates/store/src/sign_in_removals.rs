//! Table `sign_in_removals`: what retention removed from the sign-in log.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// Rows that were removed, of one day and by one node.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Removal {
    /// From 1 on.
    pub number: i64,
    pub removed_at: i64,
    pub first_row: i64,
    pub last_row: i64,
    /// Every row was older than this time.
    pub older_than: i64,
    pub removed_by: String,
    /// The hash of the removal before it; empty for the first.
    pub before_hash: String,
}

/// Writes one down, in the place of an earlier form of it.
pub async fn set(db: &mut Connection, removal: &Removal) -> Result<(), StoreError> {
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
pub async fn find(db: &mut Connection, number: i64) -> Result<Option<Removal>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT number, removed_at, first_row, last_row, older_than, removed_by, before_hash FROM sign_in_removals
         WHERE number = $1",
    )
    .bind(number)
    .fetch_optional(db)
    .await?)
}

/// All of them, in their order: one for a day and a node.
pub async fn all(db: &mut Connection) -> Result<Vec<Removal>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT number, removed_at, first_row, last_row, older_than, removed_by, before_hash FROM sign_in_removals
         ORDER BY number",
    )
    .fetch_all(db)
    .await?)
}
