//! The figures of the overview. Each is counted in an index; no statement reads the rows of a large table.

use proofup_api::{MethodKind, MfaState, SignInResult};
use sqlx::AssertSqlSafe;

use super::Connection;
use super::columns::{from_text, to_text};
use crate::StoreError;

/// How many people there are in each state.
pub async fn people_by_state(db: &mut Connection) -> Result<Vec<(MfaState, i64)>, StoreError> {
    let rows: Vec<(String, i64)> =
        sqlx::query_as("SELECT mfa_state, count(*) FROM users GROUP BY mfa_state").fetch_all(db).await?;
    rows.into_iter().map(|(state, count)| Ok((from_text("users.mfa_state", state)?, count))).collect()
}

/// How many people have been in a state since before a time.
pub async fn in_state_since(db: &mut Connection, state: MfaState, time: i64) -> Result<i64, StoreError> {
    let (count,): (i64,) = sqlx::query_as("SELECT count(*) FROM users WHERE mfa_state = $1 AND mfa_state_at <= $2")
        .bind(to_text(&state)?)
        .bind(time)
        .fetch_one(db)
        .await?;
    Ok(count)
}

/// Those who came into a state after a time and are in it, counted in steps of so many milliseconds from that time on.
pub async fn entered_state(
    db: &mut Connection,
    state: MfaState,
    after: i64,
    step_ms: i64,
) -> Result<Vec<(i64, i64)>, StoreError> {
    let sql = "SELECT step, count(*) FROM (SELECT (mfa_state_at - $2 - 1) / $3 AS step FROM users
         WHERE mfa_state = $1 AND mfa_state_at > $2) AS entered GROUP BY step ORDER BY step";
    Ok(sqlx::query_as(sql).bind(to_text(&state)?).bind(after).bind(step_ms).fetch_all(db).await?)
}

/// How many people administer and can, and how many are blocked.
pub async fn administrators_and_blocked(db: &mut Connection, now: i64) -> Result<(i64, i64), StoreError> {
    let sql = "SELECT
        (SELECT count(*) FROM users WHERE administrator = 1 AND blocked_until <= $1 AND mfa_state <> 'disabled'),
        (SELECT count(*) FROM users WHERE blocked_until > 0 AND blocked_until > $1)";
    Ok(sqlx::query_as(sql).bind(now).fetch_one(db).await?)
}

/// How many people have a method of a kind.
pub async fn people_with(db: &mut Connection, kind: MethodKind) -> Result<i64, StoreError> {
    let methods = super::people_list::methods_of(kind);
    let sql = format!("SELECT count(DISTINCT m.user_id) FROM {methods}");
    let (count,): (i64,) = sqlx::query_as(AssertSqlSafe(sql)).fetch_one(db).await?;
    Ok(count)
}

/// Rows of the sign-in log of a time: all, and those that were denied. Many short spans are counted faster than one that is
/// grouped.
pub async fn sign_ins(db: &mut Connection, from: i64, until: i64) -> Result<(i64, i64), StoreError> {
    let sql = "SELECT count(*), count(CASE WHEN result = $3 THEN 1 END) FROM sign_ins
         WHERE created_at >= $1 AND created_at < $2";
    let denied = SignInResult::Denied.as_str();
    Ok(sqlx::query_as(sql).bind(from).bind(until).bind(denied).fetch_one(db).await?)
}

/// The hardware tokens: all, those that somebody has added, and of the others those whose activation failed, and those that
/// are assigned.
pub async fn hardware_tokens(db: &mut Connection) -> Result<(i64, i64, i64, i64), StoreError> {
    let sql = "SELECT count(*), count(o.id),
            coalesce(sum(CASE WHEN o.id IS NULL AND d.failed_at IS NOT NULL THEN 1 ELSE 0 END), 0),
            coalesce(sum(CASE WHEN o.id IS NULL AND d.failed_at IS NULL AND d.assigned_to IS NOT NULL THEN 1 ELSE 0 END), 0)
         FROM hardware_oath_devices d
         LEFT JOIN hardware_oaths o ON o.device_id = d.id AND o.provisional_for IS NULL";
    Ok(sqlx::query_as(sql).fetch_one(db).await?)
}
