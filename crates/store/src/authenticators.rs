//! Table `authenticators`: devices that approve sign-ins, from set-up to activation, verification and use.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// A device, or its set-up.
#[derive(Debug, Clone, FromRow)]
pub struct Authenticator {
    pub id: String,
    pub user_id: String,
    pub session_id: String,
    pub display_name: String,
    pub platform: String,
    pub activation_expires_at: i64,
    pub activated_at: Option<i64>,
    pub public_key: Option<String>,
    pub verified_at: Option<i64>,
    pub replaces: Option<String>,
    pub created_at: i64,
    pub last_used_at: Option<i64>,
    pub provisional_for: Option<String>,
}

/// The columns of an [`Authenticator`], of the table `a`.
macro_rules! columns {
    () => {
        "a.id, a.user_id, a.session_id, a.display_name, a.platform, a.activation_expires_at, a.activated_at,
            a.public_key, a.verified_at, a.replaces, a.created_at, a.last_used_at, a.provisional_for"
    };
}

/// The description that a device sends when it is activated.
pub struct Activation<'a> {
    pub display_name: &'a str,
    pub platform: &'a str,
    pub public_key: &'a str,
}

/// Adds one.
pub async fn insert(db: &mut Connection, device: &Authenticator, activation_hash: &str) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO authenticators (id, user_id, session_id, display_name, platform, activation_hash,
            activation_expires_at, activated_at, public_key, verified_at, replaces, created_at, last_used_at,
            provisional_for)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(&device.id)
    .bind(&device.user_id)
    .bind(&device.session_id)
    .bind(&device.display_name)
    .bind(&device.platform)
    .bind(activation_hash)
    .bind(device.activation_expires_at)
    .bind(device.activated_at)
    .bind(device.public_key.as_deref())
    .bind(device.verified_at)
    .bind(device.replaces.as_deref())
    .bind(device.created_at)
    .bind(device.last_used_at)
    .bind(device.provisional_for.as_deref())
    .execute(db)
    .await?;
    Ok(())
}

/// All of a person's devices, set-ups and provisional ones of every session among them, the oldest first.
pub async fn of_user(db: &mut Connection, user_id: &str) -> Result<Vec<Authenticator>, StoreError> {
    Ok(sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM authenticators a WHERE a.user_id = $1 ORDER BY a.created_at, a.id"
    ))
    .bind(user_id)
    .fetch_all(db)
    .await?)
}

/// The device of an id.
pub async fn by_id(db: &mut Connection, id: &str) -> Result<Option<Authenticator>, StoreError> {
    Ok(sqlx::query_as(concat!("SELECT ", columns!(), " FROM authenticators a WHERE a.id = $1"))
        .bind(id)
        .fetch_optional(db)
        .await?)
}

/// The set-up of an activation code, used or not.
pub async fn by_activation_hash(db: &mut Connection, hash: &str) -> Result<Option<Authenticator>, StoreError> {
    Ok(sqlx::query_as(concat!("SELECT ", columns!(), " FROM authenticators a WHERE a.activation_hash = $1"))
        .bind(hash)
        .fetch_optional(db)
        .await?)
}

/// The device that a session was given to; `None` once the device is gone.
pub async fn of_session(db: &mut Connection, session_id: &str) -> Result<Option<Authenticator>, StoreError> {
    Ok(sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM sessions s JOIN authenticators a ON a.id = s.device_id WHERE s.id = $1"
    ))
    .bind(session_id)
    .fetch_optional(db)
    .await?)
}

/// Gives a set-up to a device, once and in time; false otherwise.
pub async fn activate(db: &mut Connection, id: &str, device: Activation<'_>, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE authenticators SET display_name = $1, platform = $2, public_key = $3, activated_at = $4
         WHERE id = $5 AND activated_at IS NULL AND activation_expires_at > $4",
    )
    .bind(device.display_name)
    .bind(device.platform)
    .bind(device.public_key)
    .bind(now)
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lets a device count; false if it did already.
pub async fn verify(db: &mut Connection, id: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE authenticators SET verified_at = $1
         WHERE id = $2 AND verified_at IS NULL AND activated_at IS NOT NULL",
    )
    .bind(now)
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that a device let a sign-in through.
pub async fn note_use(db: &mut Connection, id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE authenticators SET last_used_at = $1 WHERE id = $2").bind(now).bind(id).execute(db).await?;
    Ok(())
}

/// Gives one another name.
pub async fn rename(db: &mut Connection, id: &str, display_name: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE authenticators SET display_name = $1 WHERE id = $2")
        .bind(display_name)
        .bind(id)
        .execute(db)
        .await?;
    Ok(())
}

/// Deletes one, with its codes and the requests to it.
pub async fn delete(db: &mut Connection, id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM authenticators WHERE id = $1").bind(id).execute(db).await?;
    Ok(())
}

/// Ends the set-ups that a session began: whose code nobody used expires now, whose device was never verified is
/// forgotten.
pub async fn end_set_ups(db: &mut Connection, session_id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE authenticators SET activation_expires_at = $1
         WHERE session_id = $2 AND activated_at IS NULL AND activation_expires_at > $1",
    )
    .bind(now)
    .bind(session_id)
    .execute(&mut *db)
    .await?;
    sqlx::query(
        "DELETE FROM authenticators WHERE session_id = $1 AND activated_at IS NOT NULL AND verified_at IS NULL",
    )
    .bind(session_id)
    .execute(db)
    .await?;
    Ok(())
}

/// Makes the verified provisional devices of a session real and forgets its set-ups.
pub async fn make_real(db: &mut Connection, session_id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM authenticators WHERE provisional_for = $1 AND verified_at IS NULL")
        .bind(session_id)
        .execute(&mut *db)
        .await?;
    sqlx::query("UPDATE authenticators SET provisional_for = NULL WHERE provisional_for = $1")
        .bind(session_id)
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets the provisional devices and set-ups of a session.
pub async fn discard_provisional(db: &mut Connection, session_id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM authenticators WHERE provisional_for = $1").bind(session_id).execute(db).await?;
    Ok(())
}

/// Forgets set-ups that were never verified and dead before a time.
pub async fn forget_set_ups_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM authenticators WHERE verified_at IS NULL AND activation_expires_at < $1")
        .bind(time)
        .execute(db)
        .await?;
    Ok(())
}
