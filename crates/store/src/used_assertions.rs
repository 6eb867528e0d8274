//! Table `used_assertions`: assertions of devices that opened a session, so that none opens two.

use super::Connection;
use crate::StoreError;

/// Uses an assertion up; false if it was used before.
pub async fn use_up(db: &mut Connection, hash: &str, expires_at: i64) -> Result<bool, StoreError> {
    let done = sqlx::query("INSERT INTO used_assertions (hash, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(hash)
        .bind(expires_at)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets assertions that were dead before a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM used_assertions WHERE expires_at < $1").bind(time).execute(db).await?;
    Ok(())
}
