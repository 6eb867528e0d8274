//! Tables `access_tokens` and `refresh_tokens`: keyed hashes of what bearers hold.

use proofup_api::{MfaState, Role, Scope};
use sqlx::FromRow;

use super::Connection;
use super::columns::from_text;
use super::users::roles;
use crate::StoreError;

/// The holder of a valid access token.
#[derive(Debug, Clone)]
pub struct Bearer {
    pub session_id: String,
    pub user_id: String,
    pub scope: Scope,
    pub roles: Vec<Role>,
    pub mfa_state: MfaState,
    /// The session is in the wizard by its person's own wish.
    pub registers_anew: bool,
    /// When they last did a second step in this session.
    pub second_step_at: Option<i64>,
}

#[derive(FromRow)]
struct BearerRow {
    session_id: String,
    user_id: String,
    scope: String,
    administrator: i64,
    help_desk: i64,
    auditor: i64,
    mfa_state: String,
    registers_anew: i64,
    second_step_at: Option<i64>,
}

/// What became of a refresh token, and whose it is.
#[derive(Debug, Clone, FromRow)]
pub struct RefreshToken {
    pub session_id: String,
    pub user_id: String,
    pub used_at: Option<i64>,
}

/// Stores an access token.
pub async fn insert_access(
    db: &mut Connection,
    hash: &str,
    session_id: &str,
    expires_at: i64,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO access_tokens (hash, session_id, expires_at) VALUES ($1, $2, $3)")
        .bind(hash)
        .bind(session_id)
        .bind(expires_at)
        .execute(db)
        .await?;
    Ok(())
}

/// Stores a refresh token.
pub async fn insert_refresh(
    db: &mut Connection,
    hash: &str,
    session_id: &str,
    issued_at: i64,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO refresh_tokens (hash, session_id, issued_at) VALUES ($1, $2, $3)")
        .bind(hash)
        .bind(session_id)
        .bind(issued_at)
        .execute(db)
        .await?;
    Ok(())
}

/// The holder of this access token, if token, session and person are valid.
pub async fn bearer(db: &mut Connection, hash: &str, now: i64) -> Result<Option<Bearer>, StoreError> {
    sqlx::query_as::<_, BearerRow>(
        "SELECT s.id AS session_id, s.user_id AS user_id, s.scope AS scope, u.administrator AS administrator,
            u.help_desk AS help_desk, u.auditor AS auditor, u.mfa_state AS mfa_state, s.registers_anew AS registers_anew, s.second_step_at AS second_step_at
         FROM access_tokens a JOIN sessions s ON s.id = a.session_id JOIN users u ON u.id = s.user_id
         WHERE a.hash = $1 AND a.expires_at > $2 AND s.ended_at IS NULL AND s.expires_at > $2
            AND u.blocked_until <= $2",
    )
    .bind(hash)
    .bind(now)
    .fetch_optional(db)
    .await?
    .map(|row| {
        Ok(Bearer {
            session_id: row.session_id,
            user_id: row.user_id,
            scope: from_text("sessions.scope", row.scope)?,
            roles: roles(row.administrator != 0, row.help_desk != 0, row.auditor != 0),
            mfa_state: from_text("users.mfa_state", row.mfa_state)?,
            registers_anew: row.registers_anew != 0,
            second_step_at: row.second_step_at,
        })
    })
    .transpose()
}

/// Uses a refresh token up; false if it is unknown or was used before.
pub async fn use_refresh(db: &mut Connection, hash: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE refresh_tokens SET used_at = $1 WHERE hash = $2 AND used_at IS NULL")
        .bind(now)
        .bind(hash)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// A refresh token, used or not.
pub async fn refresh(db: &mut Connection, hash: &str) -> Result<Option<RefreshToken>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT r.session_id AS session_id, s.user_id AS user_id, r.used_at AS used_at
         FROM refresh_tokens r JOIN sessions s ON s.id = r.session_id WHERE r.hash = $1",
    )
    .bind(hash)
    .fetch_optional(db)
    .await?)
}

/// The session of a token of either kind, and whose it is.
pub async fn session_of(db: &mut Connection, hash: &str) -> Result<Option<(String, String)>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, user_id FROM sessions WHERE id IN (SELECT session_id FROM refresh_tokens WHERE hash = $1
            UNION SELECT session_id FROM access_tokens WHERE hash = $1)",
    )
    .bind(hash)
    .fetch_optional(db)
    .await?)
}

/// Forgets access tokens of a session that lived their time.
pub async fn forget_expired_access(db: &mut Connection, session_id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM access_tokens WHERE session_id = $1 AND expires_at <= $2")
        .bind(session_id)
        .bind(now)
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets access tokens that were dead before a time.
pub async fn forget_access_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM access_tokens WHERE expires_at < $1").bind(time).execute(db).await?;
    Ok(())
}
