//! Table `settings`: what differs from the defaults, one row per key.

use super::Connection;
use crate::StoreError;

/// Everything that was set.
pub async fn all(db: &mut Connection) -> Result<Vec<(String, String)>, StoreError> {
    Ok(sqlx::query_as("SELECT key, value FROM settings ORDER BY key").fetch_all(db).await?)
}

/// Sets one key.
pub async fn set(db: &mut Connection, key: &str, value: &str) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )
    .bind(key)
    .bind(value)
    .execute(db)
    .await?;
    Ok(())
}

/// Gives a key its default back.
pub async fn forget(db: &mut Connection, key: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM settings WHERE key = $1").bind(key).execute(db).await?;
    Ok(())
}
