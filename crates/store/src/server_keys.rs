//! Table `server_keys`: the fingerprints of the keys that this database was written with.

use super::Connection;
use crate::StoreError;

/// Keeps the fingerprint of a key unless there is one already, and gives the one that is kept.
pub async fn keep(db: &mut Connection, name: &str, fingerprint: &str, now: i64) -> Result<String, StoreError> {
    sqlx::query(
        "INSERT INTO server_keys (name, fingerprint, first_used_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING",
    )
    .bind(name)
    .bind(fingerprint)
    .bind(now)
    .execute(&mut *db)
    .await?;
    let (kept,): (String,) =
        sqlx::query_as("SELECT fingerprint FROM server_keys WHERE name = $1").bind(name).fetch_one(db).await?;
    Ok(kept)
}

/// The fingerprints by name.
pub async fn all(db: &mut Connection) -> Result<Vec<(String, String)>, StoreError> {
    Ok(sqlx::query_as("SELECT name, fingerprint FROM server_keys ORDER BY name").fetch_all(db).await?)
}

/// A seed that was sealed, with its row, if there is any.
pub async fn any_sealed_seed(db: &mut Connection) -> Result<Option<(String, String)>, StoreError> {
    let of_an_app = sqlx::query_as("SELECT id, seed FROM software_oaths LIMIT 1").fetch_optional(&mut *db).await?;
    if of_an_app.is_some() {
        return Ok(of_an_app);
    }
    Ok(sqlx::query_as("SELECT id, seed FROM hardware_oath_devices LIMIT 1").fetch_optional(db).await?)
}

/// Whether nothing was ever written under a server key.
pub async fn none_was_used(db: &mut Connection) -> Result<bool, StoreError> {
    let (used,): (i64,) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM server_keys) + (SELECT count(*) FROM users) + (SELECT count(*) FROM sign_ins)
            + (SELECT count(*) FROM hardware_oath_devices)",
    )
    .fetch_one(db)
    .await?;
    Ok(used == 0)
}
