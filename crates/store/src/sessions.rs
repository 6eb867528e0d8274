//! Table `sessions`: signed-in sessions, each the family of all tokens that come from one sign-in.

use proofup_api::Scope;
use sqlx::FromRow;

use super::Connection;
use super::columns::{from_text, to_text};
use crate::StoreError;

/// A new session.
pub struct NewSession<'a> {
    pub id: &'a str,
    pub user_id: &'a str,
    pub scope: Scope,
    pub created_at: i64,
    pub expires_at: i64,
    /// When the sign-in's second step was done; `None` if it had none.
    pub second_step_at: Option<i64>,
    /// The device that it is given to, in the scope of devices.
    pub device_id: Option<&'a str>,
}

/// A session that lives.
pub struct LiveSession {
    pub scope: Scope,
    /// It is in the wizard by its person's own wish.
    pub registers_anew: bool,
    pub second_step_at: Option<i64>,
}

/// Opens a session.
pub async fn insert(db: &mut Connection, session: NewSession<'_>) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO sessions (id, user_id, scope, created_at, expires_at, second_step_at, device_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(session.id)
    .bind(session.user_id)
    .bind(to_text(&session.scope)?)
    .bind(session.created_at)
    .bind(session.expires_at)
    .bind(session.second_step_at)
    .bind(session.device_id)
    .execute(db)
    .await?;
    Ok(())
}

/// How far a session reaches and how fresh its second step is, if it lives.
pub async fn find_alive(db: &mut Connection, id: &str, now: i64) -> Result<Option<LiveSession>, StoreError> {
    let row: Option<(String, i64, Option<i64>)> = sqlx::query_as(
        "SELECT scope, registers_anew, second_step_at FROM sessions
         WHERE id = $1 AND ended_at IS NULL AND expires_at > $2",
    )
    .bind(id)
    .bind(now)
    .fetch_optional(db)
    .await?;
    row.map(|(scope, anew, second_step_at)| {
        let scope = from_text("sessions.scope", scope)?;
        Ok(LiveSession { scope, registers_anew: anew != 0, second_step_at })
    })
    .transpose()
}

/// Notes a second step that was just done in a session; false if it has ended.
pub async fn note_second_step(db: &mut Connection, id: &str, now: i64) -> Result<bool, StoreError> {
    let done =
        sqlx::query("UPDATE sessions SET second_step_at = $1 WHERE id = $2 AND ended_at IS NULL AND expires_at > $1")
            .bind(now)
            .bind(id)
            .execute(db)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends one session.
pub async fn end(db: &mut Connection, id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE sessions SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL")
        .bind(now)
        .bind(id)
        .execute(db)
        .await?;
    Ok(())
}

/// A session that has not ended.
#[derive(Debug, Clone, FromRow)]
pub struct OpenSession {
    pub id: String,
    /// When its second step was done; `None` if it had none.
    pub second_step_at: Option<i64>,
}

/// The sessions of a person that have not ended, those of their devices left out.
pub async fn open_of(db: &mut Connection, user_id: &str) -> Result<Vec<OpenSession>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, second_step_at FROM sessions WHERE user_id = $1 AND ended_at IS NULL AND device_id IS NULL",
    )
    .bind(user_id)
    .fetch_all(db)
    .await?)
}

/// Ends the sessions of a person's devices, which come back with their key.
pub async fn end_of_devices(db: &mut Connection, user_id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE sessions SET ended_at = $1 WHERE user_id = $2 AND ended_at IS NULL AND device_id IS NOT NULL")
        .bind(now)
        .bind(user_id)
        .execute(db)
        .await?;
    Ok(())
}

/// Takes a full session back to the wizard, until a time at most; false if it is none or has ended.
pub async fn narrow(db: &mut Connection, id: &str, now: i64, until: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE sessions SET scope = $1, registers_anew = 1, full_until = expires_at,
            expires_at = CASE WHEN expires_at < $2 THEN expires_at ELSE $2 END
         WHERE id = $3 AND scope = $4 AND ended_at IS NULL AND expires_at > $5",
    )
    .bind(to_text(&Scope::Registration)?)
    .bind(until)
    .bind(id)
    .bind(to_text(&Scope::SecurityInfo)?)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lets a session that went back to the wizard reach everything again, as long as it did before; false if it never did.
pub async fn give_back_reach(db: &mut Connection, id: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE sessions SET scope = $1, registers_anew = 0, expires_at = full_until, full_until = NULL
         WHERE id = $2 AND registers_anew = 1 AND ended_at IS NULL AND expires_at > $3",
    )
    .bind(to_text(&Scope::SecurityInfo)?)
    .bind(id)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lets a completed registration session reach everything, with the methods just verified as its second step; false if it
/// is none or has ended.
pub async fn widen(db: &mut Connection, id: &str, now: i64, expires_at: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE sessions SET scope = $1, expires_at = $2, second_step_at = $5, registers_anew = 0,
            full_until = NULL
         WHERE id = $3 AND scope = $4 AND ended_at IS NULL AND expires_at > $5",
    )
    .bind(to_text(&Scope::SecurityInfo)?)
    .bind(expires_at)
    .bind(id)
    .bind(to_text(&Scope::Registration)?)
    .bind(now)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Deletes sessions that ended before a time, with their tokens and provisional methods.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM sessions WHERE expires_at < $1 OR ended_at < $1").bind(time).execute(db).await?;
    Ok(())
}
