//! Table `account_changes`: what changed on a person's account. Rows are added and read; retention alone removes them.

use proofup_api::{AccountChangeKind, ChangedBy};
use sqlx::{AssertSqlSafe, FromRow};

use super::Connection;
use super::columns::{BEYOND, from_text, rows_of_places};
use crate::StoreError;

/// A row.
#[derive(Debug, Clone)]
pub struct AccountChangeRow {
    /// Time-ordered (UUID version 7), like those of the sign-in log.
    pub id: String,
    pub user_id: String,
    pub created_at: i64,
    pub change: AccountChangeKind,
    pub changed_by: ChangedBy,
    pub name: Option<String>,
    pub previous_name: Option<String>,
    pub count: Option<i64>,
    pub until_at: Option<i64>,
    pub client_address: Option<String>,
    pub correlation_id: String,
}

#[derive(FromRow)]
struct Row {
    id: String,
    user_id: String,
    created_at: i64,
    change: String,
    changed_by: String,
    name: Option<String>,
    previous_name: Option<String>,
    count: Option<i64>,
    until_at: Option<i64>,
    client_address: Option<String>,
    correlation_id: String,
}

impl TryFrom<Row> for AccountChangeRow {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            user_id: row.user_id,
            created_at: row.created_at,
            change: from_text("account_changes.change", row.change)?,
            changed_by: from_text("account_changes.changed_by", row.changed_by)?,
            name: row.name,
            previous_name: row.previous_name,
            count: row.count,
            until_at: row.until_at,
            client_address: row.client_address,
            correlation_id: row.correlation_id,
        })
    }
}

/// Rows of one statement.
const ROWS: usize = 250;

/// Adds a row.
pub async fn append(db: &mut Connection, row: &AccountChangeRow) -> Result<(), StoreError> {
    append_all(db, std::slice::from_ref(row)).await
}

/// Adds many.
pub async fn append_all(db: &mut Connection, rows: &[AccountChangeRow]) -> Result<(), StoreError> {
    for some in rows.chunks(ROWS) {
        let sql = format!(
            "INSERT INTO account_changes (id, user_id, created_at, change, changed_by, name, previous_name, count,
                until_at, client_address, correlation_id) VALUES {}",
            rows_of_places(some.len(), 11)
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for row in some {
            query = query
                .bind(&row.id)
                .bind(&row.user_id)
                .bind(row.created_at)
                .bind(row.change.as_str())
                .bind(row.changed_by.as_str())
                .bind(row.name.as_deref())
                .bind(row.previous_name.as_deref())
                .bind(row.count)
                .bind(row.until_at)
                .bind(row.client_address.as_deref())
                .bind(&row.correlation_id);
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}

/// The newest rows of everybody since a time, the newest first.
pub async fn page(db: &mut Connection, since: i64, limit: i64) -> Result<Vec<AccountChangeRow>, StoreError> {
    sqlx::query_as::<_, Row>(
        "SELECT id, user_id, created_at, change, changed_by, name, previous_name, count, until_at, client_address,
            correlation_id
         FROM account_changes WHERE created_at >= $1 ORDER BY id DESC LIMIT $2",
    )
    .bind(since)
    .bind(limit)
    .fetch_all(db)
    .await?
    .into_iter()
    .map(AccountChangeRow::try_from)
    .collect()
}

/// A page of a person's rows, the newest first: those behind the row with the id `after`.
pub async fn page_of_user(
    db: &mut Connection,
    user_id: &str,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<AccountChangeRow>, StoreError> {
    sqlx::query_as::<_, Row>(
        "SELECT id, user_id, created_at, change, changed_by, name, previous_name, count, until_at, client_address,
            correlation_id
         FROM account_changes WHERE user_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
    )
    .bind(user_id)
    .bind(after.unwrap_or(BEYOND))
    .bind(limit)
    .fetch_all(db)
    .await?
    .into_iter()
    .map(AccountChangeRow::try_from)
    .collect()
}

/// Deletes rows older than a time and returns how many.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM account_changes WHERE created_at < $1").bind(time).execute(db).await?;
    Ok(done.rows_affected())
}
