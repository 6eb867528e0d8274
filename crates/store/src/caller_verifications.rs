//! Table `caller_verifications`: questions to a person's phone about somebody who calls the help desk. The first answer is final.

use proofup_api::{CallerAct, CallerState, CallerWay};
use sqlx::FromRow;

use super::Connection;
use super::columns::from_text;
use crate::StoreError;

/// A question, open or settled.
#[derive(Debug, Clone)]
pub struct CallerVerification {
    pub id: String,
    pub user_id: String,
    /// The user principal name of who talks to the caller.
    pub agent: String,
    pub agent_name: String,
    pub acts: Vec<CallerAct>,
    pub way: CallerWay,
    pub target: String,
    pub number: String,
    pub asked_at: i64,
    pub expires_at: i64,
    pub state: CallerState,
    pub settled_at: Option<i64>,
}

#[derive(FromRow)]
struct Row {
    id: String,
    user_id: String,
    agent: String,
    agent_name: String,
    acts: String,
    way: String,
    target: String,
    number: String,
    asked_at: i64,
    expires_at: i64,
    state: String,
    settled_at: Option<i64>,
}

impl TryFrom<Row> for CallerVerification {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let acts = row.acts.split(' ').map(|act| from_text("caller_verifications.acts", act.to_owned()));
        Ok(Self {
            acts: acts.collect::<Result<_, _>>()?,
            way: from_text("caller_verifications.way", row.way)?,
            state: from_text("caller_verifications.state", row.state)?,
            id: row.id,
            user_id: row.user_id,
            agent: row.agent,
            agent_name: row.agent_name,
            target: row.target,
            number: row.number,
            asked_at: row.asked_at,
            expires_at: row.expires_at,
            settled_at: row.settled_at,
        })
    }
}

/// Adds an open question.
pub async fn insert(db: &mut Connection, asked: &CallerVerification) -> Result<(), StoreError> {
    let acts: Vec<_> = asked.acts.iter().map(|act| act.as_str()).collect();
    sqlx::query(
        "INSERT INTO caller_verifications (id, user_id, agent, agent_name, acts, way, target, number, asked_at,
            expires_at, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(&asked.id)
    .bind(&asked.user_id)
    .bind(&asked.agent)
    .bind(&asked.agent_name)
    .bind(acts.join(" "))
    .bind(asked.way.as_str())
    .bind(&asked.target)
    .bind(&asked.number)
    .bind(asked.asked_at)
    .bind(asked.expires_at)
    .bind(asked.state.as_str())
    .execute(db)
    .await?;
    Ok(())
}

/// The question of an id.
pub async fn by_id(db: &mut Connection, id: &str) -> Result<Option<CallerVerification>, StoreError> {
    sqlx::query_as::<_, Row>(
        "SELECT id, user_id, agent, agent_name, acts, way, target, number, asked_at, expires_at, state, settled_at
         FROM caller_verifications WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(db)
    .await?
    .map(CallerVerification::try_from)
    .transpose()
}

/// Notes what came of a question; false if that was settled before, or comes too late to count as an answer.
pub async fn settle(db: &mut Connection, id: &str, state: CallerState, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE caller_verifications SET state = $1, settled_at = $2
         WHERE id = $3 AND state = $4 AND (expires_at > $2 OR $1 <> $5)",
    )
    .bind(state.as_str())
    .bind(now)
    .bind(id)
    .bind(CallerState::Waiting.as_str())
    .bind(CallerState::Verified.as_str())
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What a person answered rightly for an agent since a time.
pub async fn verified_since(
    db: &mut Connection,
    user_id: &str,
    agent: &str,
    since: i64,
) -> Result<Vec<CallerVerification>, StoreError> {
    sqlx::query_as::<_, Row>(
        "SELECT id, user_id, agent, agent_name, acts, way, target, number, asked_at, expires_at, state, settled_at
         FROM caller_verifications WHERE user_id = $1 AND agent = $2 AND state = $3 AND settled_at > $4
         ORDER BY settled_at",
    )
    .bind(user_id)
    .bind(agent)
    .bind(CallerState::Verified.as_str())
    .bind(since)
    .fetch_all(db)
    .await?
    .into_iter()
    .map(CallerVerification::try_from)
    .collect()
}

/// When somebody last reported that this agent does not talk to them.
pub async fn last_report(db: &mut Connection, agent: &str) -> Result<Option<i64>, StoreError> {
    let (at,): (Option<i64>,) =
        sqlx::query_as("SELECT max(settled_at) FROM caller_verifications WHERE agent = $1 AND state = $2")
            .bind(agent)
            .bind(CallerState::NobodyCalls.as_str())
            .fetch_one(db)
            .await?;
    Ok(at)
}

/// Forgets questions that were asked before a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM caller_verifications WHERE asked_at < $1").bind(time).execute(db).await?;
    Ok(())
}
