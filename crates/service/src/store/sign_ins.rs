//! Table `sign_ins`: the sign-in log. Rows are added and read, nothing else.

use proofup_api::{AuthenticationMode, DenialReason, SignInResult};
use sqlx::{AnyConnection, FromRow};

use super::columns::from_text;
use crate::ServiceError;

/// A row of the log.
#[derive(Debug, Clone)]
pub(crate) struct SignInRow {
    /// Time-ordered (UUID version 7).
    pub(crate) id: String,
    pub(crate) user_id: Option<String>,
    pub(crate) user_name: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) duration_ms: i64,
    pub(crate) mode: AuthenticationMode,
    pub(crate) detail: Option<String>,
    pub(crate) result: SignInResult,
    pub(crate) denial_reason: Option<DenialReason>,
    pub(crate) application: String,
    pub(crate) protocol: String,
    pub(crate) client_address: Option<String>,
    pub(crate) client_device: Option<String>,
    pub(crate) app_password_id: Option<String>,
    pub(crate) server_name: String,
    pub(crate) correlation_id: String,
}

#[derive(FromRow)]
struct Row {
    id: String,
    user_id: Option<String>,
    user_name: Option<String>,
    created_at: i64,
    duration_ms: i64,
    authentication_mode: String,
    detail: Option<String>,
    result: String,
    denial_reason: Option<String>,
    application: String,
    protocol: String,
    client_address: Option<String>,
    client_device: Option<String>,
    app_password_id: Option<String>,
    server_name: String,
    correlation_id: String,
}

/// Adds a row.
pub(crate) async fn append(db: &mut AnyConnection, row: &SignInRow) -> Result<(), ServiceError> {
    sqlx::query(
        "INSERT INTO sign_ins (id, user_id, user_name, created_at, duration_ms, authentication_mode, detail, result,
            denial_reason, application, protocol, client_address, client_device, app_password_id, server_name,
            correlation_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    )
    .bind(&row.id)
    .bind(row.user_id.as_deref())
    .bind(row.user_name.as_deref())
    .bind(row.created_at)
    .bind(row.duration_ms)
    .bind(row.mode.as_str())
    .bind(row.detail.as_deref())
    .bind(row.result.as_str())
    .bind(row.denial_reason.map(DenialReason::as_str))
    .bind(&row.application)
    .bind(&row.protocol)
    .bind(row.client_address.as_deref())
    .bind(row.client_device.as_deref())
    .bind(row.app_password_id.as_deref())
    .bind(&row.server_name)
    .bind(&row.correlation_id)
    .execute(db)
    .await?;
    Ok(())
}

/// A person's newest rows, the newest first.
pub(crate) async fn newest_of_user(
    db: &mut AnyConnection,
    user_id: &str,
    limit: i64,
) -> Result<Vec<SignInRow>, ServiceError> {
    sqlx::query_as::<_, Row>(
        "SELECT id, user_id, user_name, created_at, duration_ms, authentication_mode, detail, result, denial_reason,
            application, protocol, client_address, client_device, app_password_id, server_name, correlation_id
         FROM sign_ins WHERE user_id = $1 ORDER BY id DESC LIMIT $2",
    )
    .bind(user_id)
    .bind(limit)
    .fetch_all(db)
    .await?
    .into_iter()
    .map(|row| {
        Ok(SignInRow {
            id: row.id,
            user_id: row.user_id,
            user_name: row.user_name,
            created_at: row.created_at,
            duration_ms: row.duration_ms,
            mode: from_text("sign_ins.authentication_mode", row.authentication_mode)?,
            detail: row.detail,
            result: from_text("sign_ins.result", row.result)?,
            denial_reason: row.denial_reason.map(|word| from_text("sign_ins.denial_reason", word)).transpose()?,
            application: row.application,
            protocol: row.protocol,
            client_address: row.client_address,
            client_device: row.client_device,
            app_password_id: row.app_password_id,
            server_name: row.server_name,
            correlation_id: row.correlation_id,
        })
    })
    .collect()
}
