//! Table `authorization_codes`: the ends of sign-ins, exchanged once for tokens.

use proofup_api::Scope;
use sqlx::FromRow;

use super::Connection;
use super::columns::{from_text, to_text};
use crate::StoreError;

/// A code as it is stored.
pub struct AuthorizationCode {
    pub user_id: String,
    pub scope: Scope,
    pub code_challenge: String,
    pub expires_at: i64,
    pub session_id: Option<String>,
    /// When the second step was done that led here; `None` if there was none.
    pub second_step_at: Option<i64>,
}

#[derive(FromRow)]
struct Row {
    user_id: String,
    scope: String,
    code_challenge: String,
    expires_at: i64,
    session_id: Option<String>,
    second_step_at: Option<i64>,
}

/// Stores a code.
pub async fn insert(db: &mut Connection, hash: &str, code: &AuthorizationCode) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO authorization_codes (hash, user_id, scope, code_challenge, expires_at, second_step_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(hash)
    .bind(&code.user_id)
    .bind(to_text(&code.scope)?)
    .bind(&code.code_challenge)
    .bind(code.expires_at)
    .bind(code.second_step_at)
    .execute(db)
    .await?;
    Ok(())
}

/// Uses a code up in favour of a session that is about to be opened; false if it is unknown, used or too old.
pub async fn use_up(db: &mut Connection, hash: &str, session_id: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE authorization_codes SET used_at = $1, session_id = $2
         WHERE hash = $3 AND used_at IS NULL AND expires_at > $1 AND expires_at <= $1 + 120000",
    )
    .bind(now)
    .bind(session_id)
    .bind(hash)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A code, used or not.
pub async fn find(db: &mut Connection, hash: &str) -> Result<Option<AuthorizationCode>, StoreError> {
    sqlx::query_as::<_, Row>(
        "SELECT user_id, scope, code_challenge, expires_at, session_id, second_step_at
         FROM authorization_codes WHERE hash = $1",
    )
    .bind(hash)
    .fetch_optional(db)
    .await?
    .map(|row| {
        Ok(AuthorizationCode {
            user_id: row.user_id,
            scope: from_text("authorization_codes.scope", row.scope)?,
            code_challenge: row.code_challenge,
            expires_at: row.expires_at,
            session_id: row.session_id,
            second_step_at: row.second_step_at,
        })
    })
    .transpose()
}

/// Uses up all codes of a person, so that nobody exchanges them.
pub async fn end_all(db: &mut Connection, user_id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE authorization_codes SET used_at = $1 WHERE user_id = $2 AND used_at IS NULL")
        .bind(now)
        .bind(user_id)
        .execute(db)
        .await?;
    Ok(())
}

/// The same of those that no second step led to.
pub async fn end_without_second_step(db: &mut Connection, user_id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE authorization_codes SET used_at = $1
         WHERE user_id = $2 AND used_at IS NULL AND second_step_at IS NULL",
    )
    .bind(now)
    .bind(user_id)
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets codes that were dead before a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM authorization_codes WHERE expires_at < $1").bind(time).execute(db).await?;
    Ok(())
}
