//! Table `auth_sessions`: second steps that are owed: by sign-ins whose password was right, and by open sessions that
//! want something for which their last one is too old.

use proofup_api::DenialReason;
use sqlx::FromRow;

use super::Connection;
use super::users::{self, User, user_columns};
use crate::StoreError;

/// A second step under way.
#[derive(Debug, Clone, FromRow)]
pub struct AuthSession {
    pub hash: String,
    pub user_id: String,
    /// Empty for a step-up, whose session has its tokens already.
    pub code_challenge: String,
    /// The session that is made fresh; `None` for a sign-in.
    pub stepped_up_session: Option<String>,
    pub started_method: Option<String>,
    pub wrong_codes: i64,
    #[sqlx(rename = "opened_at")]
    pub created_at: i64,
    pub expires_at: i64,
    pub finished_at: Option<i64>,
    /// Why it was ended from elsewhere.
    pub denial_reason: Option<String>,
    /// The front end that it came through and that alone goes on with it; `None` for the app.
    pub front_end: Option<String>,
    /// How many questions of a front end were answered.
    pub answered: i64,
}

impl AuthSession {
    /// What somebody hears who goes on with it after its end.
    pub fn why_over(&self) -> DenialReason {
        let reason = self.denial_reason.as_deref().and_then(|word| word.parse().ok());
        reason.unwrap_or(DenialReason::InvalidAuthentication)
    }
}

/// The columns of an [`AuthSession`], of the table `s`.
macro_rules! columns {
    () => {
        "s.hash, s.user_id, s.code_challenge, s.stepped_up_session, s.started_method, s.wrong_codes,
            s.created_at AS opened_at, s.expires_at, s.finished_at, s.denial_reason,
            s.front_end, s.answered"
    };
}

#[derive(FromRow)]
struct WithUser {
    #[sqlx(flatten)]
    session: AuthSession,
    #[sqlx(flatten)]
    user: users::Row,
}

/// Opens one.
pub async fn insert(db: &mut Connection, session: &AuthSession) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO auth_sessions (hash, user_id, code_challenge, wrong_codes, created_at, expires_at,
            stepped_up_session, front_end)
         VALUES ($1, $2, $3, 0, $4, $5, $6, $7)",
    )
    .bind(&session.hash)
    .bind(&session.user_id)
    .bind(&session.code_challenge)
    .bind(session.created_at)
    .bind(session.expires_at)
    .bind(session.stepped_up_session.as_deref())
    .bind(session.front_end.as_deref())
    .execute(db)
    .await?;
    Ok(())
}

/// One by its hash, over or not.
pub async fn find(db: &mut Connection, hash: &str) -> Result<Option<AuthSession>, StoreError> {
    Ok(sqlx::query_as(concat!("SELECT ", columns!(), " FROM auth_sessions s WHERE s.hash = $1"))
        .bind(hash)
        .fetch_optional(db)
        .await?)
}

/// One by its hash, over or not, and whose it is.
pub async fn find_with_user(db: &mut Connection, hash: &str) -> Result<Option<(AuthSession, User)>, StoreError> {
    sqlx::query_as::<_, WithUser>(concat!(
        "SELECT ",
        columns!(),
        ", ",
        user_columns!(),
        " FROM auth_sessions s JOIN users u ON u.id = s.user_id WHERE s.hash = $1"
    ))
    .bind(hash)
    .fetch_optional(db)
    .await?
    .map(|WithUser { session, user }| Ok((session, user.try_into()?)))
    .transpose()
}

/// Remembers which method was started.
pub async fn start_method(db: &mut Connection, hash: &str, method: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE auth_sessions SET started_method = $1 WHERE hash = $2 AND finished_at IS NULL")
        .bind(method)
        .bind(hash)
        .execute(db)
        .await?;
    Ok(())
}

/// Takes the answer to a question; false if that question is not open any more.
pub async fn answer(db: &mut Connection, hash: &str, question: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE auth_sessions SET answered = answered + 1 WHERE hash = $1 AND answered = $2 AND finished_at IS NULL",
    )
    .bind(hash)
    .bind(question)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Opens a question again whose answer could not be looked at.
pub async fn take_answer_back(db: &mut Connection, hash: &str, question: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE auth_sessions SET answered = answered - 1 WHERE hash = $1 AND answered = $2 + 1 AND finished_at IS NULL",
    )
    .bind(hash)
    .bind(question)
    .execute(db)
    .await?;
    Ok(())
}

/// Takes one of `limit` tries before a code is looked at; gives how many are taken, or `None` if none was left.
pub async fn take_try(db: &mut Connection, hash: &str, limit: i64) -> Result<Option<i64>, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as(
        "UPDATE auth_sessions SET wrong_codes = wrong_codes + 1
         WHERE hash = $1 AND wrong_codes < $2 AND finished_at IS NULL RETURNING wrong_codes",
    )
    .bind(hash)
    .bind(limit)
    .fetch_optional(db)
    .await?;
    Ok(row.map(|(taken,)| taken))
}

/// Ends one; false if it had ended already.
pub async fn finish(db: &mut Connection, hash: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE auth_sessions SET finished_at = $1 WHERE hash = $2 AND finished_at IS NULL")
        .bind(now)
        .bind(hash)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends all of a person's sign-ins under way.
pub async fn finish_all(
    db: &mut Connection,
    user_id: &str,
    reason: Option<DenialReason>,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE auth_sessions SET finished_at = $1, denial_reason = $2 WHERE user_id = $3 AND finished_at IS NULL",
    )
    .bind(now)
    .bind(reason.map(DenialReason::as_str))
    .bind(user_id)
    .execute(db)
    .await?;
    Ok(())
}

/// Ends those of a person's sign-ins under way that are no step-up of an open session.
pub async fn finish_sign_ins(db: &mut Connection, user_id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE auth_sessions SET finished_at = $1
         WHERE user_id = $2 AND finished_at IS NULL AND stepped_up_session IS NULL",
    )
    .bind(now)
    .bind(user_id)
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets sign-ins that were over before a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM auth_sessions WHERE expires_at < $1").bind(time).execute(db).await?;
    Ok(())
}
