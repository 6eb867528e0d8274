//! Table `phone_usage`: texts and calls by month, kind and country.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// Texts and calls of a month in a country.
#[derive(Debug, Clone, FromRow)]
pub struct PhoneUsageRow {
    /// `2026-11`
    pub month: String,
    /// `text` or `call`
    pub kind: String,
    /// ISO 3166, `ZZ` where it is not known.
    pub country: String,
    pub sent: i64,
    pub failed: i64,
}

/// Counts one.
pub async fn note(db: &mut Connection, month: &str, kind: &str, country: &str, taken: bool) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO phone_usage (month, kind, country, sent, failed) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (month, kind, country)
            DO UPDATE SET sent = phone_usage.sent + excluded.sent, failed = phone_usage.failed + excluded.failed",
    )
    .bind(month)
    .bind(kind)
    .bind(country)
    .bind(i64::from(taken))
    .bind(i64::from(!taken))
    .execute(db)
    .await?;
    Ok(())
}

/// Everything since a month, the newest first.
pub async fn since(db: &mut Connection, month: &str) -> Result<Vec<PhoneUsageRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT month, kind, country, sent, failed FROM phone_usage WHERE month >= $1
         ORDER BY month DESC, kind, country",
    )
    .bind(month)
    .fetch_all(db)
    .await?)
}
