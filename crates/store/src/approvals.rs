//! Table `approvals`: requests to approve. The first outcome of a request is final.

use proofup_api::{ApprovalOutcome, ApprovalPurpose};
use sqlx::{AssertSqlSafe, FromRow};

use super::Connection;
use super::columns::{from_text, placeholders, to_text};
use crate::StoreError;

/// A request, open or settled.
#[derive(Debug, Clone)]
pub struct Approval {
    pub id: String,
    pub user_id: String,
    pub device_id: Option<String>,
    pub purpose: ApprovalPurpose,
    pub context: String,
    pub number: String,
    pub application: String,
    pub client_address: Option<String>,
    pub correlation_id: String,
    pub created_at: i64,
    pub expires_at: i64,
    /// A device knows of it.
    pub is_fetched: bool,
    pub outcome: Option<ApprovalOutcome>,
    pub decided_by: Option<String>,
}

#[derive(FromRow)]
struct Row {
    id: String,
    user_id: String,
    device_id: Option<String>,
    purpose: String,
    context: String,
    number: String,
    application: String,
    client_address: Option<String>,
    correlation_id: String,
    created_at: i64,
    expires_at: i64,
    fetched_at: Option<i64>,
    outcome: Option<String>,
    decided_by: Option<String>,
}

impl TryFrom<Row> for Approval {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            user_id: row.user_id,
            device_id: row.device_id,
            purpose: from_text("approvals.purpose", row.purpose)?,
            context: row.context,
            number: row.number,
            application: row.application,
            client_address: row.client_address,
            correlation_id: row.correlation_id,
            created_at: row.created_at,
            expires_at: row.expires_at,
            is_fetched: row.fetched_at.is_some(),
            outcome: row.outcome.map(|word| from_text("approvals.outcome", word)).transpose()?,
            decided_by: row.decided_by,
        })
    }
}

/// Adds an open request.
pub async fn insert(db: &mut Connection, approval: &Approval) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO approvals (id, user_id, device_id, purpose, context, number, application, client_address,
            correlation_id, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(&approval.id)
    .bind(&approval.user_id)
    .bind(approval.device_id.as_deref())
    .bind(to_text(&approval.purpose)?)
    .bind(&approval.context)
    .bind(&approval.number)
    .bind(&approval.application)
    .bind(approval.client_address.as_deref())
    .bind(&approval.correlation_id)
    .bind(approval.created_at)
    .bind(approval.expires_at)
    .execute(db)
    .await?;
    Ok(())
}

/// The request of an id.
pub async fn by_id(db: &mut Connection, id: &str) -> Result<Option<Approval>, StoreError> {
    sqlx::query_as::<_, Row>(
        "SELECT id, user_id, device_id, purpose, context, number, application, client_address, correlation_id,
            created_at, expires_at, fetched_at, outcome, decided_by FROM approvals WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(db)
    .await?
    .map(Approval::try_from)
    .transpose()
}

/// The last request of a sign-in or of a test. Ids are ordered by time, so two of one millisecond are as well.
pub async fn last_of(db: &mut Connection, context: &str) -> Result<Option<Approval>, StoreError> {
    sqlx::query_as::<_, Row>(
        "SELECT id, user_id, device_id, purpose, context, number, application, client_address, correlation_id,
            created_at, expires_at, fetched_at, outcome, decided_by FROM approvals WHERE context = $1
         ORDER BY created_at DESC, id DESC LIMIT 1",
    )
    .bind(context)
    .fetch_optional(db)
    .await?
    .map(Approval::try_from)
    .transpose()
}

/// What waits for a decision of a person's device, the oldest first. `all` leaves out nothing but other devices' own;
/// otherwise only requests to this very device count, as its registration is not complete.
pub async fn open_for(
    db: &mut Connection,
    user_id: &str,
    device_id: &str,
    all: bool,
    now: i64,
) -> Result<Vec<Approval>, StoreError> {
    sqlx::query_as::<_, Row>(
        "SELECT id, user_id, device_id, purpose, context, number, application, client_address, correlation_id,
            created_at, expires_at, fetched_at, outcome, decided_by FROM approvals
         WHERE user_id = $1 AND outcome IS NULL AND expires_at > $2
            AND (device_id = $3 OR (device_id IS NULL AND $4 = 1)) ORDER BY created_at, id",
    )
    .bind(user_id)
    .bind(now)
    .bind(device_id)
    .bind(i64::from(all))
    .fetch_all(db)
    .await?
    .into_iter()
    .map(Approval::try_from)
    .collect()
}

/// The ids of the requests that wait for the devices of these sessions. A session whose device is gone has none.
pub async fn waiting_for(
    db: &mut Connection,
    session_ids: &[String],
    now: i64,
) -> Result<Vec<(String, Vec<String>)>, StoreError> {
    let places = placeholders(session_ids.len());
    let last = session_ids.len() + 1;
    let query = format!(
        "SELECT s.id, p.id FROM sessions s JOIN authenticators a ON a.id = s.device_id
            LEFT JOIN approvals p ON p.user_id = a.user_id AND p.outcome IS NULL AND p.expires_at > ${last}
                AND (p.device_id = a.id
                    OR (p.device_id IS NULL AND a.verified_at IS NOT NULL AND a.provisional_for IS NULL))
         WHERE s.id IN ({places}) ORDER BY s.id, p.created_at, p.id"
    );
    let mut query = sqlx::query_as(AssertSqlSafe(query));
    for id in session_ids {
        query = query.bind(id);
    }
    let rows: Vec<(String, Option<String>)> = query.bind(now).fetch_all(db).await?;
    let mut waiting: Vec<(String, Vec<String>)> = Vec::new();
    for (session, request) in rows {
        match waiting.last_mut() {
            Some((last, requests)) if *last == session => requests.extend(request),
            _ => waiting.push((session, request.into_iter().collect())),
        }
    }
    Ok(waiting)
}

/// Requests of sign-ins that wait for a person.
pub async fn open_sign_ins(db: &mut Connection, user_id: &str, now: i64) -> Result<Vec<Approval>, StoreError> {
    let open = open_for(db, user_id, "", true, now).await?;
    Ok(open.into_iter().filter(|approval| approval.purpose == ApprovalPurpose::SignIn).collect())
}

/// A device decides; false if the request was settled before or lived its time.
pub async fn decide(
    db: &mut Connection,
    id: &str,
    outcome: ApprovalOutcome,
    device_id: &str,
    now: i64,
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE approvals SET outcome = $1, decided_by = $2, decided_at = $3
         WHERE id = $4 AND outcome IS NULL AND expires_at > $3",
    )
    .bind(to_text(&outcome)?)
    .bind(device_id)
    .bind(now)
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that a device has fetched a request.
pub async fn note_fetched(db: &mut Connection, id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE approvals SET fetched_at = $1 WHERE id = $2 AND fetched_at IS NULL")
        .bind(now)
        .bind(id)
        .execute(db)
        .await?;
    Ok(())
}

/// Settles a request that nobody answered in time, or that no device ever fetched; `None` if it is settled or still waits.
pub async fn let_expire(db: &mut Connection, id: &str, now: i64) -> Result<Option<ApprovalOutcome>, StoreError> {
    let settled: Option<(String,)> = sqlx::query_as(
        "UPDATE approvals SET outcome = CASE WHEN fetched_at IS NULL THEN $1 ELSE $2 END, decided_at = $3
         WHERE id = $4 AND outcome IS NULL AND expires_at <= $3 RETURNING outcome",
    )
    .bind(to_text(&ApprovalOutcome::PushNotDelivered)?)
    .bind(to_text(&ApprovalOutcome::PushNoResponse)?)
    .bind(now)
    .bind(id)
    .fetch_optional(db)
    .await?;
    settled.map(|(word,)| from_text("approvals.outcome", word)).transpose()
}

/// Requests that lived their time and were never settled.
pub async fn unanswered(db: &mut Connection, now: i64) -> Result<Vec<Approval>, StoreError> {
    sqlx::query_as::<_, Row>(
        "SELECT id, user_id, device_id, purpose, context, number, application, client_address, correlation_id,
            created_at, expires_at, fetched_at, outcome, decided_by FROM approvals WHERE outcome IS NULL AND expires_at <= $1",
    )
    .bind(now)
    .fetch_all(db)
    .await?
    .into_iter()
    .map(Approval::try_from)
    .collect()
}

/// Settles the open requests of a sign-in or test, because a newer one takes their place.
pub async fn supersede(db: &mut Connection, context: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE approvals SET outcome = $1, decided_at = $2 WHERE context = $3 AND outcome IS NULL")
        .bind(to_text(&ApprovalOutcome::Superseded)?)
        .bind(now)
        .bind(context)
        .execute(db)
        .await?;
    Ok(())
}

/// Settles every open request of a person's sign-ins, because nothing waits for them any more.
pub async fn settle_all(
    db: &mut Connection,
    user_id: &str,
    outcome: ApprovalOutcome,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE approvals SET outcome = $1, decided_at = $2 WHERE user_id = $3 AND purpose = $4 AND outcome IS NULL",
    )
    .bind(to_text(&outcome)?)
    .bind(now)
    .bind(user_id)
    .bind(to_text(&ApprovalPurpose::SignIn)?)
    .execute(db)
    .await?;
    Ok(())
}

/// Uses an approval up for a sign-in; false if another request did.
pub async fn take(db: &mut Connection, id: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE approvals SET taken_at = $1 WHERE id = $2 AND taken_at IS NULL AND outcome = $3")
        .bind(now)
        .bind(id)
        .bind(to_text(&ApprovalOutcome::Approved)?)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets requests made before a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM approvals WHERE created_at < $1").bind(time).execute(db).await?;
    Ok(())
}
