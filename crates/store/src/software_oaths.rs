//! Table `software_oaths`: authenticator apps, from set-up to activation and use.

use sqlx::FromRow;

use super::{Accepted, Connection};
use crate::StoreError;

/// An authenticator app. Its seed is encrypted.
#[derive(Debug, Clone, FromRow)]
pub struct SoftwareOath {
    pub id: String,
    pub user_id: String,
    /// The session that set it up.
    pub session_id: String,
    pub display_name: String,
    pub seed: String,
    pub last_step: i64,
    pub drift: i64,
    pub wrong_codes: i64,
    pub created_at: i64,
    pub set_up_expires_at: i64,
    pub activated_at: Option<i64>,
    pub last_used_at: Option<i64>,
    pub provisional_for: Option<String>,
    /// The device with push whose codes these are.
    pub device_id: Option<String>,
}

/// Adds one.
pub async fn insert(db: &mut Connection, oath: &SoftwareOath) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO software_oaths (id, user_id, session_id, display_name, seed, last_step, drift, wrong_codes,
            created_at, set_up_expires_at, activated_at, last_used_at, provisional_for, device_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(&oath.id)
    .bind(&oath.user_id)
    .bind(&oath.session_id)
    .bind(&oath.display_name)
    .bind(&oath.seed)
    .bind(oath.last_step)
    .bind(oath.drift)
    .bind(oath.wrong_codes)
    .bind(oath.created_at)
    .bind(oath.set_up_expires_at)
    .bind(oath.activated_at)
    .bind(oath.last_used_at)
    .bind(oath.provisional_for.as_deref())
    .bind(oath.device_id.as_deref())
    .execute(db)
    .await?;
    Ok(())
}

/// All of a person's apps, set-ups and provisional ones of every session among them, the oldest first.
pub async fn of_user(db: &mut Connection, user_id: &str) -> Result<Vec<SoftwareOath>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, user_id, session_id, display_name, seed, last_step, drift, wrong_codes, created_at,
            set_up_expires_at, activated_at, last_used_at, provisional_for, device_id
         FROM software_oaths WHERE user_id = $1 ORDER BY created_at, id",
    )
    .bind(user_id)
    .fetch_all(db)
    .await?)
}

/// Accepts the code of a step: moves the step forward, or says false because it was reached already.
pub async fn accept_step(db: &mut Connection, id: &str, accepted: Accepted, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE software_oaths SET last_step = $1, drift = $2, last_used_at = $3
         WHERE id = $4 AND (last_step < $1 OR last_step > $5) AND activated_at IS NOT NULL",
    )
    .bind(accepted.step)
    .bind(accepted.drift)
    .bind(now)
    .bind(id)
    .bind(accepted.latest)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Activates a set-up with the step of its first code, which is used up by it; false if it was activated already.
pub async fn activate(
    db: &mut Connection,
    id: &str,
    display_name: &str,
    step: i64,
    drift: i64,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE software_oaths SET display_name = $1, last_step = $2, drift = $3, activated_at = $4
         WHERE id = $5 AND activated_at IS NULL AND set_up_expires_at > $4",
    )
    .bind(display_name)
    .bind(step)
    .bind(drift)
    .bind(now)
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lets the codes of a device count, once the device does.
pub async fn activate_of_device(db: &mut Connection, device_id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE software_oaths SET activated_at = $1 WHERE device_id = $2 AND activated_at IS NULL")
        .bind(now)
        .bind(device_id)
        .execute(db)
        .await?;
    Ok(())
}

/// Takes one of `limit` tries at activation; gives how many are taken, or `None` if none was left.
pub async fn take_try(db: &mut Connection, id: &str, limit: i64) -> Result<Option<i64>, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as(
        "UPDATE software_oaths SET wrong_codes = wrong_codes + 1
         WHERE id = $1 AND wrong_codes < $2 AND activated_at IS NULL RETURNING wrong_codes",
    )
    .bind(id)
    .bind(limit)
    .fetch_optional(db)
    .await?;
    Ok(row.map(|(taken,)| taken))
}

/// Gives one another name.
pub async fn rename(db: &mut Connection, id: &str, display_name: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE software_oaths SET display_name = $1 WHERE id = $2")
        .bind(display_name)
        .bind(id)
        .execute(db)
        .await?;
    Ok(())
}

/// Gives the codes of a device the name that the device has now.
pub async fn rename_of_device(db: &mut Connection, device_id: &str, name: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE software_oaths SET display_name = $1 WHERE device_id = $2")
        .bind(name)
        .bind(device_id)
        .execute(db)
        .await?;
    Ok(())
}

/// Deletes one.
pub async fn delete(db: &mut Connection, id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM software_oaths WHERE id = $1").bind(id).execute(db).await?;
    Ok(())
}

/// Forgets a person's set-ups that this session began, or that lived their time.
pub async fn forget_set_ups(db: &mut Connection, user_id: &str, session_id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "DELETE FROM software_oaths
         WHERE user_id = $1 AND activated_at IS NULL AND (session_id = $2 OR set_up_expires_at <= $3)",
    )
    .bind(user_id)
    .bind(session_id)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// Makes the activated provisional apps of a session real and forgets its set-ups.
pub async fn make_real(db: &mut Connection, session_id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM software_oaths WHERE provisional_for = $1 AND activated_at IS NULL")
        .bind(session_id)
        .execute(&mut *db)
        .await?;
    sqlx::query("UPDATE software_oaths SET provisional_for = NULL WHERE provisional_for = $1")
        .bind(session_id)
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets the provisional apps and set-ups of a session.
pub async fn discard_provisional(db: &mut Connection, session_id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM software_oaths WHERE provisional_for = $1").bind(session_id).execute(db).await?;
    Ok(())
}

/// Forgets set-ups that were never activated and dead before a time.
pub async fn forget_set_ups_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM software_oaths WHERE activated_at IS NULL AND set_up_expires_at < $1")
        .bind(time)
        .execute(db)
        .await?;
    Ok(())
}
