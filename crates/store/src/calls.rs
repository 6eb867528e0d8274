//! Table `phone_calls`: calls and where they stand. Every step forward is one compare-and-set.

use proofup_api::{CallerAct, Language, PhoneType};
use sqlx::FromRow;

use super::Connection;
use super::columns::{from_text, to_text};
use super::text_codes::Purpose;
use crate::StoreError;

proofup_api::codes! {
    /// The state of a call.
    pub enum CallState {
        /// Handed to the gateway; nobody has answered.
        Ringing => "ringing",
        /// Somebody answered, perhaps at a switchboard: asked for the extension.
        AtExtension => "at_extension",
        /// The person is asked to press `#`.
        Greeted => "greeted",
        /// `0#` was pressed: asked to confirm a report of fraud.
        FraudAsked => "fraud_asked",
        /// `#` was pressed. The sign-in or verification has yet to take it.
        Passed => "passed",
        /// Another number than the one that the help desk says was pressed.
        WrongNumber => "wrong_number",
        /// Passed, and used by the sign-in or verification that placed it.
        Used => "used",
        /// A report of fraud was confirmed.
        FraudReported => "fraud_reported",
        /// The line was busy, or the call was declined.
        Busy => "busy",
        /// Nobody answered.
        NoAnswer => "no_answer",
        /// A machine answered.
        Voicemail => "voicemail",
        /// Hung up without `#`.
        HungUp => "hung_up",
        /// The gateway could not reach the number.
        Failed => "failed",
        /// Nobody pressed anything in time.
        Expired => "expired",
        /// A newer call took its place.
        Superseded => "superseded",
    }
}

impl CallState {
    /// Whether the phone may still have a say.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Ringing | Self::AtExtension | Self::Greeted | Self::FraudAsked)
    }
}

/// A call.
#[derive(Debug, Clone)]
pub struct Call {
    pub id: String,
    pub user_id: String,
    pub purpose: Purpose,
    pub context: String,
    pub phone_id: Option<String>,
    pub phone_type: PhoneType,
    pub number: String,
    pub language: Language,
    pub state: CallState,
    pub pressed: String,
    pub prompts: i64,
    pub placed_at: i64,
    pub expires_at: i64,
    pub client_address: Option<String>,
    pub correlation_id: String,
    /// What the call asks, where the help desk verifies a caller.
    pub question: Option<Question>,
}

/// The question of a caller's verification.
#[derive(Debug, Clone)]
pub struct Question {
    /// The two digits that the help desk says.
    pub number: String,
    pub agent_name: String,
    pub acts: Vec<CallerAct>,
}

/// Reads calls, with the question of those that ask one.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.user_id, c.purpose, c.context, c.phone_id, c.phone_type, c.number, c.language, c.state,
                c.pressed, c.prompts, c.placed_at, c.expires_at, c.client_address, c.correlation_id,
                v.number AS asked_number, v.agent_name, v.acts
             FROM phone_calls c LEFT JOIN caller_verifications v ON v.id = c.context AND c.purpose = 'caller' ",
            $rest
        )
    };
}

#[derive(FromRow)]
struct Row {
    id: String,
    user_id: String,
    purpose: String,
    context: String,
    phone_id: Option<String>,
    phone_type: String,
    number: String,
    language: String,
    state: String,
    pressed: String,
    prompts: i64,
    placed_at: i64,
    expires_at: i64,
    client_address: Option<String>,
    correlation_id: String,
    asked_number: Option<String>,
    agent_name: Option<String>,
    acts: Option<String>,
}

impl TryFrom<Row> for Call {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let question = match (row.asked_number, row.agent_name, row.acts) {
            (Some(number), Some(agent_name), Some(acts)) => {
                let acts = acts.split(' ').map(|act| from_text("caller_verifications.acts", act.to_owned()));
                Some(Question { number, agent_name, acts: acts.collect::<Result<_, _>>()? })
            }
            _ => None,
        };
        Ok(Self {
            id: row.id,
            user_id: row.user_id,
            purpose: Purpose::of_text(row.purpose)?,
            context: row.context,
            phone_id: row.phone_id,
            phone_type: from_text("phone_calls.phone_type", row.phone_type)?,
            number: row.number,
            language: Language::preferred(&row.language).unwrap_or_default(),
            state: from_text("phone_calls.state", row.state)?,
            pressed: row.pressed,
            prompts: row.prompts,
            placed_at: row.placed_at,
            expires_at: row.expires_at,
            client_address: row.client_address,
            correlation_id: row.correlation_id,
            question,
        })
    }
}

/// Stores a call that is about to be placed; the person's earlier ones for this purpose are superseded by it.
pub async fn insert(db: &mut Connection, call: &Call) -> Result<(), StoreError> {
    supersede(&mut *db, &call.user_id, call.purpose).await?;
    sqlx::query(
        "INSERT INTO phone_calls (id, user_id, purpose, context, phone_id, phone_type, number, language, state,
            pressed, prompts, placed_at, expires_at, polled_at, client_address, correlation_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, $14, $15)",
    )
    .bind(&call.id)
    .bind(&call.user_id)
    .bind(call.purpose.as_str())
    .bind(&call.context)
    .bind(call.phone_id.as_deref())
    .bind(to_text(&call.phone_type)?)
    .bind(&call.number)
    .bind(call.language.tag())
    .bind(call.state.as_str())
    .bind(&call.pressed)
    .bind(call.prompts)
    .bind(call.placed_at)
    .bind(call.expires_at)
    .bind(call.client_address.as_deref())
    .bind(&call.correlation_id)
    .execute(db)
    .await?;
    Ok(())
}

/// Makes a person's calls of a purpose worthless, the passed ones among them.
pub async fn supersede(db: &mut Connection, user_id: &str, purpose: Purpose) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE phone_calls SET state = 'superseded' WHERE user_id = $1 AND purpose = $2
            AND state IN ('ringing', 'at_extension', 'greeted', 'fraud_asked', 'passed')",
    )
    .bind(user_id)
    .bind(purpose.as_str())
    .execute(db)
    .await?;
    Ok(())
}

/// One by its id.
pub async fn find(db: &mut Connection, id: &str) -> Result<Option<Call>, StoreError> {
    sqlx::query_as::<_, Row>(select!("WHERE c.id = $1"))
        .bind(id)
        .fetch_optional(db)
        .await?
        .map(Call::try_from)
        .transpose()
}

/// Calls whose time is up and that were neither closed nor taken.
pub async fn unanswered(db: &mut Connection, now: i64) -> Result<Vec<Call>, StoreError> {
    sqlx::query_as::<_, Row>(select!(
        "WHERE c.expires_at <= $1 AND c.state IN ('ringing', 'at_extension', 'greeted', 'fraud_asked', 'passed')"
    ))
    .bind(now)
    .fetch_all(db)
    .await?
    .into_iter()
    .map(Call::try_from)
    .collect()
}

/// The newest call of a sign-in or verification.
pub async fn newest_of(db: &mut Connection, context: &str) -> Result<Option<Call>, StoreError> {
    sqlx::query_as::<_, Row>(select!(
        "WHERE c.context = $1
         ORDER BY c.placed_at DESC, CASE c.state WHEN 'superseded' THEN 1 ELSE 0 END, c.id LIMIT 1"
    ))
    .bind(context)
    .fetch_optional(db)
    .await?
    .map(Call::try_from)
    .transpose()
}

/// Moves a call on from the state that was read; false if it was moved in the meantime.
pub async fn advance(
    db: &mut Connection,
    call: &Call,
    state: CallState,
    pressed: &str,
    prompts: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE phone_calls SET state = $1, pressed = $2, prompts = $3
         WHERE id = $4 AND state = $5 AND pressed = $6 AND prompts = $7",
    )
    .bind(state.as_str())
    .bind(pressed)
    .bind(prompts)
    .bind(&call.id)
    .bind(call.state.as_str())
    .bind(&call.pressed)
    .bind(call.prompts)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Uses a passed call up; false if it was not passed, was used, superseded or too old by now.
pub async fn use_up(db: &mut Connection, id: &str, now: i64) -> Result<bool, StoreError> {
    let done =
        sqlx::query("UPDATE phone_calls SET state = 'used' WHERE id = $1 AND state = 'passed' AND expires_at > $2")
            .bind(id)
            .bind(now)
            .execute(db)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that the state of a call was asked for; false if that was less than `pause_ms` ago.
pub async fn note_poll(db: &mut Connection, id: &str, now: i64, pause_ms: i64) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE phone_calls SET polled_at = $1 WHERE id = $2 AND polled_at <= $3")
        .bind(now)
        .bind(id)
        .bind(now - pause_ms)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets calls placed before a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM phone_calls WHERE placed_at < $1").bind(time).execute(db).await?;
    Ok(())
}
