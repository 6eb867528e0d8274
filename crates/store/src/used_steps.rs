//! The codes of a time that has passed already: all apps and tokens at once.

use super::Connection;
use crate::StoreError;

/// Uses up every code by time until two steps after `now` (Unix seconds), for apps of `app_period` seconds and for hardware
/// tokens of their own. Tokens that count have no time: their codes are as they were.
pub async fn use_up_until(db: &mut Connection, now: i64, app_period: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE software_oaths SET last_step = $1 WHERE last_step < $1")
        .bind(now / app_period + 2)
        .execute(&mut *db)
        .await?;
    sqlx::query(
        "UPDATE hardware_oath_devices SET last_step = $1 / period + 2
         WHERE period IS NOT NULL AND last_step < $1 / period + 2",
    )
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}
