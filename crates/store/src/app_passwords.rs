//! Table `app_passwords`: found by the keyed hash of their secret.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// An app password without its secret.
#[derive(Debug, Clone, Default, FromRow)]
pub struct AppPasswordRow {
    pub id: String,
    pub user_id: String,
    pub display_name: String,
    /// Space-separated; empty means everywhere.
    pub protocols: String,
    pub created_at: i64,
    pub expires_at: Option<i64>,
    pub last_used_at: Option<i64>,
    pub last_used_from: Option<String>,
    /// Networks, space-separated; empty means everywhere.
    pub address_ranges: String,
    /// The days without a use after which it ends.
    pub unused_days: Option<i64>,
    pub last_used_protocol: Option<String>,
    pub last_used_front_end: Option<String>,
    pub last_used_client: Option<String>,
}

/// A use of an app password.
#[derive(Debug, Clone, Copy)]
pub struct Use<'a> {
    /// Protocol and address, as the list shows them.
    pub from: &'a str,
    pub protocol: &'a str,
    pub front_end: &'a str,
    pub client: Option<&'a str>,
}

/// The columns of an [`AppPasswordRow`].
macro_rules! app_password_columns {
    () => {
        "id, user_id, display_name, protocols, created_at, expires_at, last_used_at, last_used_from, address_ranges,
            unused_days, last_used_protocol, last_used_front_end, last_used_client"
    };
}
pub(super) use app_password_columns;

/// What only the database needs to know of a new one.
pub struct NewSecret<'a> {
    pub name_key: &'a str,
    pub mac: &'a str,
    pub key_number: i64,
}

/// Adds one; false if the person has one of this name.
pub async fn insert(db: &mut Connection, row: &AppPasswordRow, secret: NewSecret<'_>) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO app_passwords (id, user_id, display_name, name_key, mac, key_number, protocols, created_at,
            expires_at, last_used_at, last_used_from, address_ranges, unused_days)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (user_id, name_key) DO NOTHING",
    )
    .bind(&row.id)
    .bind(&row.user_id)
    .bind(&row.display_name)
    .bind(secret.name_key)
    .bind(secret.mac)
    .bind(secret.key_number)
    .bind(&row.protocols)
    .bind(row.created_at)
    .bind(row.expires_at)
    .bind(row.last_used_at)
    .bind(row.last_used_from.as_deref())
    .bind(&row.address_ranges)
    .bind(row.unused_days)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A person's app passwords, the newest first.
pub async fn of_user(db: &mut Connection, user_id: &str) -> Result<Vec<AppPasswordRow>, StoreError> {
    Ok(sqlx::query_as(concat!(
        "SELECT ",
        app_password_columns!(),
        " FROM app_passwords WHERE user_id = $1 ORDER BY created_at DESC, id DESC"
    ))
    .bind(user_id)
    .fetch_all(db)
    .await?)
}

/// How many a person has. Exact for the rest of the transaction if the person's row is locked.
pub async fn count(db: &mut Connection, user_id: &str) -> Result<i64, StoreError> {
    let (count,): (i64,) =
        sqlx::query_as("SELECT count(*) FROM app_passwords WHERE user_id = $1").bind(user_id).fetch_one(db).await?;
    Ok(count)
}

/// Notes a use, unless one was noted after `not_since`: mail clients come back every few seconds.
pub async fn note_use(
    db: &mut Connection,
    id: &str,
    by: Use<'_>,
    now: i64,
    not_since: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE app_passwords SET last_used_at = $1, last_used_from = $2, last_used_protocol = $5,
            last_used_front_end = $6, last_used_client = $7
         WHERE id = $3 AND (last_used_at IS NULL OR last_used_at <= $4 OR last_used_from IS NULL OR last_used_from <> $2
            OR last_used_front_end IS NULL OR last_used_front_end <> $6)",
    )
    .bind(now)
    .bind(by.from)
    .bind(id)
    .bind(not_since)
    .bind(by.protocol)
    .bind(by.front_end)
    .bind(by.client)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Gives one another name; false if the person has another one of this name. The person's row is locked.
pub async fn rename(
    db: &mut Connection,
    row: &AppPasswordRow,
    display_name: &str,
    name_key: &str,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE app_passwords SET display_name = $1, name_key = $2
         WHERE id = $3 AND NOT EXISTS (
            SELECT 1 FROM app_passwords WHERE user_id = $4 AND name_key = $2 AND id <> $3)",
    )
    .bind(display_name)
    .bind(name_key)
    .bind(&row.id)
    .bind(&row.user_id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Deletes one of a person's; false if it was not there.
pub async fn delete(db: &mut Connection, user_id: &str, id: &str) -> Result<bool, StoreError> {
    let done = sqlx::query("DELETE FROM app_passwords WHERE id = $1 AND user_id = $2")
        .bind(id)
        .bind(user_id)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Deletes all of a person's; gives how many there were.
pub async fn delete_all(db: &mut Connection, user_id: &str) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM app_passwords WHERE user_id = $1").bind(user_id).execute(db).await?;
    Ok(done.rows_affected())
}

/// One that was not used for long.
#[derive(Debug, Clone, FromRow)]
pub struct UnusedRow {
    pub user_name: String,
    pub display_name: String,
    pub created_at: i64,
    pub last_used_at: Option<i64>,
}

/// Everybody's that were made before this time and not used since, the longest unused first.
pub async fn unused_since(db: &mut Connection, time: i64) -> Result<Vec<UnusedRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT u.upn AS user_name, a.display_name AS display_name, a.created_at AS created_at,
            a.last_used_at AS last_used_at
         FROM app_passwords a JOIN users u ON u.id = a.user_id
         WHERE a.created_at < $1 AND coalesce(a.last_used_at, a.created_at) < $1
         ORDER BY coalesce(a.last_used_at, a.created_at), a.id",
    )
    .bind(time)
    .fetch_all(db)
    .await?)
}

/// The app password with this keyed hash, of any person.
pub async fn by_mac(db: &mut Connection, mac: &str) -> Result<Option<AppPasswordRow>, StoreError> {
    Ok(sqlx::query_as(concat!("SELECT ", app_password_columns!(), " FROM app_passwords WHERE mac = $1"))
        .bind(mac)
        .fetch_optional(db)
        .await?)
}

/// Stores the encrypted NT hashes of one.
pub async fn set_nt_hashes(db: &mut Connection, id: &str, sealed: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE app_passwords SET nt_hashes = $1 WHERE id = $2").bind(sealed).bind(id).execute(db).await?;
    Ok(())
}

/// Deletes the NT hashes of this number of app passwords at most; gives how many there were.
pub async fn forget_nt_hashes(db: &mut Connection, most: i64) -> Result<u64, StoreError> {
    let done = sqlx::query(
        "UPDATE app_passwords SET nt_hashes = NULL
         WHERE id IN (SELECT id FROM app_passwords WHERE nt_hashes IS NOT NULL LIMIT $1)",
    )
    .bind(most)
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}
