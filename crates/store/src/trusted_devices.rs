//! Table `trusted_devices`: remembered devices, by the keyed hash of their token.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// A remembered device.
#[derive(Debug, Clone, FromRow)]
pub struct TrustedDeviceRow {
    pub id: String,
    pub user_id: String,
    pub display_name: String,
    pub created_at: i64,
    pub expires_at: i64,
}

/// Remembers a device.
pub async fn insert(db: &mut Connection, row: &TrustedDeviceRow, hash: &str) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO trusted_devices (id, user_id, hash, display_name, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(&row.id)
    .bind(&row.user_id)
    .bind(hash)
    .bind(&row.display_name)
    .bind(row.created_at)
    .bind(row.expires_at)
    .execute(db)
    .await?;
    Ok(())
}

/// A person's device with this token, if its time is not over, and began by this clock or one that is close to it.
pub async fn find(
    db: &mut Connection,
    user_id: &str,
    hash: &str,
    now: i64,
) -> Result<Option<TrustedDeviceRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, user_id, display_name, created_at, expires_at FROM trusted_devices
         WHERE user_id = $1 AND hash = $2 AND expires_at > $3 AND created_at <= $3 + 60000",
    )
    .bind(user_id)
    .bind(hash)
    .bind(now)
    .fetch_optional(db)
    .await?)
}

/// A person's devices whose time is not over, the newest first.
pub async fn of_user(db: &mut Connection, user_id: &str, now: i64) -> Result<Vec<TrustedDeviceRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, user_id, display_name, created_at, expires_at FROM trusted_devices
         WHERE user_id = $1 AND expires_at > $2 ORDER BY created_at DESC, id",
    )
    .bind(user_id)
    .bind(now)
    .fetch_all(db)
    .await?)
}

/// Gives one another name.
pub async fn rename(db: &mut Connection, id: &str, display_name: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE trusted_devices SET display_name = $1 WHERE id = $2")
        .bind(display_name)
        .bind(id)
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets one of a person's; false if it was not there.
pub async fn delete(db: &mut Connection, user_id: &str, id: &str) -> Result<bool, StoreError> {
    let done = sqlx::query("DELETE FROM trusted_devices WHERE id = $1 AND user_id = $2")
        .bind(id)
        .bind(user_id)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets all of a person's.
pub async fn delete_all(db: &mut Connection, user_id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM trusted_devices WHERE user_id = $1").bind(user_id).execute(db).await?;
    Ok(())
}

/// Forgets devices whose time was over before a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM trusted_devices WHERE expires_at < $1").bind(time).execute(db).await?;
    Ok(())
}
