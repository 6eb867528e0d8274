//! Table `admin_actions`: what administrators did. Rows are added and read, nothing else.

use proofup_api::{AdminAction, CallerCheck};
use sqlx::{AssertSqlSafe, FromRow};

use super::Connection;
use super::columns::{BEYOND, from_text, rows_of_places};
use crate::StoreError;

/// A row.
#[derive(Debug, Clone)]
pub struct AdminActionRow {
    /// Time-ordered (UUID version 7).
    pub id: String,
    pub created_at: i64,
    pub actor: String,
    pub action: AdminAction,
    pub subject: Option<String>,
    pub detail: Option<String>,
    pub value_before: Option<String>,
    pub value_after: Option<String>,
    pub bulk_id: Option<String>,
    pub reason: Option<String>,
    pub caller_check: Option<CallerCheck>,
    pub client_address: Option<String>,
    pub correlation_id: String,
}

#[derive(FromRow)]
struct Row {
    id: String,
    created_at: i64,
    actor: String,
    action: String,
    subject: Option<String>,
    detail: Option<String>,
    value_before: Option<String>,
    value_after: Option<String>,
    bulk_id: Option<String>,
    reason: Option<String>,
    caller_check: Option<String>,
    client_address: Option<String>,
    correlation_id: String,
}

/// Rows of one statement.
const ROWS: usize = 250;

/// Adds a row.
pub async fn append(db: &mut Connection, row: &AdminActionRow) -> Result<(), StoreError> {
    append_all(db, std::slice::from_ref(row)).await
}

/// Adds many.
pub async fn append_all(db: &mut Connection, rows: &[AdminActionRow]) -> Result<(), StoreError> {
    for some in rows.chunks(ROWS) {
        let sql = format!(
            "INSERT INTO admin_actions (id, created_at, actor, action, subject, detail, reason, client_address,
                correlation_id, value_before, value_after, bulk_id, caller_check) VALUES {}",
            rows_of_places(some.len(), 13)
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for row in some {
            query = query
                .bind(&row.id)
                .bind(row.created_at)
                .bind(&row.actor)
                .bind(row.action.as_str())
                .bind(row.subject.as_deref())
                .bind(row.detail.as_deref())
                .bind(row.reason.as_deref())
                .bind(row.client_address.as_deref())
                .bind(&row.correlation_id)
                .bind(row.value_before.as_deref())
                .bind(row.value_after.as_deref())
                .bind(row.bulk_id.as_deref())
                .bind(row.caller_check.map(CallerCheck::as_str));
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}

/// A page, the newest row first: those behind the row with the id `after`; about one person, or by one, if these are named.
pub async fn page(
    db: &mut Connection,
    subject: Option<&str>,
    actor: Option<&str>,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<AdminActionRow>, StoreError> {
    sqlx::query_as::<_, Row>(
        "SELECT id, created_at, actor, action, subject, detail, reason, client_address, correlation_id,
            value_before, value_after, bulk_id, caller_check
         FROM admin_actions WHERE (subject = $1 OR $1 = '') AND (actor = $2 OR $2 = '') AND id < $3 ORDER BY id DESC LIMIT $4",
    )
    .bind(subject.unwrap_or_default())
    .bind(actor.unwrap_or_default())
    .bind(after.unwrap_or(BEYOND))
    .bind(limit)
    .fetch_all(db)
    .await?
    .into_iter()
    .map(|row| {
        Ok(AdminActionRow {
            id: row.id,
            created_at: row.created_at,
            actor: row.actor,
            action: from_text("admin_actions.action", row.action)?,
            subject: row.subject,
            detail: row.detail,
            value_before: row.value_before,
            value_after: row.value_after,
            bulk_id: row.bulk_id,
            reason: row.reason,
            caller_check: row.caller_check.map(|word| from_text("admin_actions.caller_check", word)).transpose()?,
            client_address: row.client_address,
            correlation_id: row.correlation_id,
        })
    })
    .collect()
}
