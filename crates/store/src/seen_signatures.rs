//! Table `seen_signatures`: signatures of gateways. Each is accepted once.

use super::Connection;
use crate::StoreError;

/// Takes a signature in; false if it was seen before.
pub async fn take(db: &mut Connection, signature: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query("INSERT INTO seen_signatures (signature, seen_at) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(signature)
        .bind(now)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Deletes signatures seen before a time. Their messages are too old to be accepted again.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM seen_signatures WHERE seen_at < $1").bind(time).execute(db).await?;
    Ok(())
}
