//! Tables `bulk_changes` and `bulk_change_people`: changes of many people at once, and what they were before.

use proofup_api::{BulkAction, MfaState};
use sqlx::FromRow;

use super::Connection;
use super::columns::{from_text, to_text};
use crate::StoreError;

/// A change of many people.
#[derive(Debug, Clone)]
pub struct BulkChange {
    pub id: String,
    pub actor: String,
    pub action: BulkAction,
    pub begun_at: i64,
}

/// What a state is made of. Two that are equal were given by the same change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub state: MfaState,
    pub reregistration_required: bool,
    /// Since when.
    pub since: i64,
}

/// What was done to a person.
#[derive(Debug, Clone)]
pub struct ChangedPerson {
    pub user_id: String,
    /// Something was changed.
    pub changed: bool,
    pub before: Standing,
    /// The person had a method that they could use.
    pub had_method: bool,
    pub after: Standing,
    pub undone: bool,
}

#[derive(FromRow)]
struct Row {
    user_id: String,
    changed: i64,
    state_before: String,
    again_before: i64,
    since_before: i64,
    had_method: i64,
    state_after: String,
    again_after: i64,
    since_after: i64,
    undone: i64,
}

impl TryFrom<Row> for ChangedPerson {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let standing = |state, again: i64, since| {
            let state = from_text("bulk_change_people.state", state)?;
            Ok::<_, StoreError>(Standing { state, reregistration_required: again != 0, since })
        };
        Ok(Self {
            before: standing(row.state_before, row.again_before, row.since_before)?,
            after: standing(row.state_after, row.again_after, row.since_after)?,
            user_id: row.user_id,
            changed: row.changed != 0,
            had_method: row.had_method != 0,
            undone: row.undone != 0,
        })
    }
}

const SELECT: &str = "SELECT user_id, changed, state_before, again_before, since_before, had_method, state_after,
    again_after, since_after, undone FROM bulk_change_people";

/// Begins a change, unless one of this id began before.
pub async fn begin(db: &mut Connection, change: &BulkChange) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO bulk_changes (id, actor, action, begun_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING",
    )
    .bind(&change.id)
    .bind(&change.actor)
    .bind(change.action.as_str())
    .bind(change.begun_at)
    .execute(db)
    .await?;
    Ok(())
}

/// The change of an id.
pub async fn find(db: &mut Connection, id: &str) -> Result<Option<BulkChange>, StoreError> {
    let row: Option<(String, String, String, i64)> =
        sqlx::query_as("SELECT id, actor, action, begun_at FROM bulk_changes WHERE id = $1")
            .bind(id)
            .fetch_optional(db)
            .await?;
    row.map(|(id, actor, action, begun_at)| {
        Ok(BulkChange { id, actor, action: from_text("bulk_changes.action", action)?, begun_at })
    })
    .transpose()
}

/// What a change did to a person, if it reached them.
pub async fn of_person(db: &mut Connection, id: &str, user_id: &str) -> Result<Option<ChangedPerson>, StoreError> {
    let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(format!("{SELECT} WHERE bulk_id = $1 AND user_id = $2")))
        .bind(id)
        .bind(user_id)
        .fetch_optional(db)
        .await?;
    row.map(ChangedPerson::try_from).transpose()
}

/// The ids of those whom a change changed, in one order.
pub async fn changed_people(db: &mut Connection, id: &str) -> Result<Vec<String>, StoreError> {
    let rows: Vec<(String,)> =
        sqlx::query_as("SELECT user_id FROM bulk_change_people WHERE bulk_id = $1 AND changed = 1 ORDER BY user_id")
            .bind(id)
            .fetch_all(db)
            .await?;
    Ok(rows.into_iter().map(|(user_id,)| user_id).collect())
}

/// Keeps what a change did to a person.
pub async fn keep(db: &mut Connection, id: &str, person: &ChangedPerson) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO bulk_change_people (bulk_id, user_id, changed, state_before, again_before, since_before,
            had_method, state_after, again_after, since_after, undone)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0)",
    )
    .bind(id)
    .bind(&person.user_id)
    .bind(i64::from(person.changed))
    .bind(to_text(&person.before.state)?)
    .bind(i64::from(person.before.reregistration_required))
    .bind(person.before.since)
    .bind(i64::from(person.had_method))
    .bind(to_text(&person.after.state)?)
    .bind(i64::from(person.after.reregistration_required))
    .bind(person.after.since)
    .execute(db)
    .await?;
    Ok(())
}

/// What a change did to a person was taken back.
pub async fn note_undone(db: &mut Connection, id: &str, user_id: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE bulk_change_people SET undone = 1 WHERE bulk_id = $1 AND user_id = $2")
        .bind(id)
        .bind(user_id)
        .execute(db)
        .await?;
    Ok(())
}

/// How a person stands now.
pub async fn standing(db: &mut Connection, user_id: &str) -> Result<Option<Standing>, StoreError> {
    let row: Option<(String, i64, i64)> =
        sqlx::query_as("SELECT mfa_state, reregistration_required, mfa_state_at FROM users WHERE id = $1")
            .bind(user_id)
            .fetch_optional(db)
            .await?;
    row.map(|(state, again, since)| {
        let state = from_text("users.mfa_state", state)?;
        Ok(Standing { state, reregistration_required: again != 0, since })
    })
    .transpose()
}

/// Gives a person the standing that they had; false if they do not stand any more as a change left them.
pub async fn put_back(
    db: &mut Connection,
    user_id: &str,
    now: &Standing,
    before: &Standing,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE users SET mfa_state = $1, reregistration_required = $2, mfa_state_at = $3
         WHERE id = $4 AND mfa_state = $5 AND reregistration_required = $6 AND mfa_state_at = $7",
    )
    .bind(to_text(&before.state)?)
    .bind(i64::from(before.reregistration_required))
    .bind(before.since)
    .bind(user_id)
    .bind(to_text(&now.state)?)
    .bind(i64::from(now.reregistration_required))
    .bind(now.since)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets changes that began before a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM bulk_changes WHERE begun_at < $1").bind(time).execute(db).await?;
    Ok(())
}
