//! Table `users`, as a directory knows people: by a source and an id in it.

use sqlx::{AssertSqlSafe, FromRow};

use super::Connection;
use super::columns::rows_of_places;
use super::users::{self, User, user_columns};
use crate::StoreError;

/// Rows of one statement: with eighteen values each, far below what either database takes.
const ROWS: usize = 250;

/// A person, wherever they come from.
#[derive(Debug, Clone)]
pub struct SourcedPerson {
    pub user: User,
    /// Their id in the source, if they come from one.
    pub source_id: Option<String>,
    pub source_phone: Option<String>,
    /// A block stands that the source began.
    pub blocked_by_source: bool,
}

#[derive(FromRow)]
struct Row {
    #[sqlx(flatten)]
    user: users::Row,
    source_id: Option<String>,
    source_phone: Option<String>,
    blocked_by_source: i64,
}

/// Everybody.
pub async fn all(db: &mut Connection) -> Result<Vec<SourcedPerson>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(concat!(
        "SELECT ",
        user_columns!(),
        ", u.source_id, u.source_phone, CASE WHEN u.id IN
            (SELECT user_id FROM blocks WHERE cause = 'directory' AND lifted_at IS NULL) THEN 1 ELSE 0 END AS blocked_by_source
         FROM users u ORDER BY u.id"
    ))
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(SourcedPerson {
                user: row.user.try_into()?,
                source_id: row.source_id,
                source_phone: row.source_phone,
                blocked_by_source: row.blocked_by_source != 0,
            })
        })
        .collect()
}

/// How many come from a source.
pub async fn count(db: &mut Connection, source: &str) -> Result<i64, StoreError> {
    let (count,): (i64,) =
        sqlx::query_as("SELECT count(*) FROM users WHERE source = $1").bind(source).fetch_one(db).await?;
    Ok(count)
}

/// Adds people whose names are free. They have no password here.
pub async fn insert(db: &mut Connection, people: &[SourcedPerson]) -> Result<(), StoreError> {
    for some in people.chunks(ROWS) {
        let sql = format!(
            "INSERT INTO users (id, upn, display_name, administrator, blocked_until, mfa_state, reregistration_required,
                changes, created_at, mfa_state_at, help_desk, auditor, listed_as, source, source_id, source_phone)
             VALUES {}",
            rows_of_places(some.len(), 16)
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for SourcedPerson { user, source_id, source_phone, .. } in some {
            query = query
                .bind(&user.id)
                .bind(&user.upn)
                .bind(&user.display_name)
                .bind(i64::from(user.administrator))
                .bind(user.blocked_until)
                .bind(user.mfa_state.as_str())
                .bind(i64::from(user.reregistration_required))
                .bind(user.changes)
                .bind(user.created_at)
                .bind(user.created_at)
                .bind(i64::from(user.help_desk))
                .bind(i64::from(user.auditor))
                .bind(user.listed_as())
                .bind(user.source.as_deref())
                .bind(source_id.as_deref())
                .bind(source_phone.as_deref());
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}

/// Gives a person the names that the source has. The user name must be free.
pub async fn set_names(db: &mut Connection, user: &User) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET upn = $1, display_name = $2, listed_as = $3 WHERE id = $4")
        .bind(&user.upn)
        .bind(&user.display_name)
        .bind(user.listed_as())
        .bind(&user.id)
        .execute(db)
        .await?;
    Ok(())
}

/// Gives a person's user name free, in a transaction that gives them another one. No name has this form.
pub async fn free_name(db: &mut Connection, id: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET upn = $1 WHERE id = $1").bind(id).execute(db).await?;
    Ok(())
}

/// Keeps the phone as the source has it.
pub async fn set_source_phone(db: &mut Connection, id: &str, phone: Option<&str>) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET source_phone = $1 WHERE id = $2").bind(phone).bind(id).execute(db).await?;
    Ok(())
}

/// From now on a person comes from a source, and has no password here. False if they come from one already.
pub async fn link(db: &mut Connection, id: &str, source: &str, source_id: &str) -> Result<bool, StoreError> {
    let sql = "UPDATE users SET source = $1, source_id = $2, password_hash = NULL WHERE id = $3 AND source_id IS NULL";
    let done = sqlx::query(sql).bind(source).bind(source_id).bind(id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}
