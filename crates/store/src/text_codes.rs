//! Table `text_codes`: codes sent by text message. Of one person and purpose only the newest works.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// The purpose of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The second step of a sign-in; its context is the auth session.
    SignIn,
    /// A new number; its context is the verification.
    Verification,
    /// A word for who calls the help desk; its context is the caller's verification.
    Caller,
}

impl Purpose {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Verification => "verification",
            Self::Caller => "caller",
        }
    }

    pub(super) fn of_text(text: String) -> Result<Self, StoreError> {
        match text.as_str() {
            "sign_in" => Ok(Self::SignIn),
            "verification" => Ok(Self::Verification),
            "caller" => Ok(Self::Caller),
            _ => Err(StoreError::UnexpectedValue { column: "purpose", found: text }),
        }
    }
}

/// A code that was sent. Only its keyed hash is known.
#[derive(Debug, Clone, FromRow)]
pub struct TextCode {
    pub id: String,
    pub context: String,
    pub phone_id: Option<String>,
    /// Where it was sent.
    pub number: Option<String>,
    pub mac: String,
    pub expires_at: i64,
    pub used_at: Option<i64>,
    pub superseded_at: Option<i64>,
    /// When the right reply came from the phone.
    pub replied_at: Option<i64>,
    /// When the gateway said that the text cannot be delivered.
    pub failed_at: Option<i64>,
    pub tries: i64,
    /// Of the request that asked for it.
    pub correlation_id: String,
}

/// A text of which nothing came, as far as the log needs it.
#[derive(Debug, Clone, FromRow)]
pub struct VainText {
    pub user_id: String,
    purpose: String,
    pub number: Option<String>,
    pub sent_at: i64,
    pub client_address: Option<String>,
    pub correlation_id: String,
}

impl VainText {
    /// Whether a sign-in waited for it.
    pub fn is_of_sign_in(&self) -> bool {
        self.purpose == Purpose::SignIn.as_str()
    }

    /// Whether it holds a word to be said, which no reply answers.
    pub fn is_of_caller(&self) -> bool {
        self.purpose == Purpose::Caller.as_str()
    }
}

/// Stores a code that is about to be sent; the person's earlier ones for this purpose are superseded by it.
pub async fn insert(
    db: &mut Connection,
    user_id: &str,
    purpose: Purpose,
    code: &TextCode,
    client_address: Option<&str>,
    now: i64,
) -> Result<(), StoreError> {
    supersede(&mut *db, user_id, purpose, now).await?;
    sqlx::query(
        "INSERT INTO text_codes (id, user_id, purpose, context, phone_id, mac, sent_at, expires_at, tries, number,
            client_address, correlation_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, $11)",
    )
    .bind(&code.id)
    .bind(user_id)
    .bind(purpose.as_str())
    .bind(&code.context)
    .bind(code.phone_id.as_deref())
    .bind(&code.mac)
    .bind(now)
    .bind(code.expires_at)
    .bind(code.number.as_deref())
    .bind(client_address)
    .bind(&code.correlation_id)
    .execute(db)
    .await?;
    Ok(())
}

/// Makes a person's codes of a purpose worthless.
pub async fn supersede(db: &mut Connection, user_id: &str, purpose: Purpose, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE text_codes SET superseded_at = $1 WHERE user_id = $2 AND purpose = $3 AND superseded_at IS NULL",
    )
    .bind(now)
    .bind(user_id)
    .bind(purpose.as_str())
    .execute(db)
    .await?;
    Ok(())
}

/// The codes of a purpose sent since a time, the newest first.
pub async fn sent_since(
    db: &mut Connection,
    user_id: &str,
    purpose: Purpose,
    since: i64,
) -> Result<Vec<TextCode>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, context, phone_id, number, mac, expires_at, used_at, superseded_at, replied_at, failed_at, tries,
            correlation_id
         FROM text_codes
         WHERE user_id = $1 AND purpose = $2 AND sent_at >= $3 ORDER BY sent_at DESC, superseded_at IS NOT NULL, id",
    )
    .bind(user_id)
    .bind(purpose.as_str())
    .bind(since)
    .fetch_all(db)
    .await?)
}

/// Takes one of `limit` tries before the code is looked at; gives how many are taken, or `None` if none was left.
pub async fn take_try(db: &mut Connection, id: &str, limit: i64) -> Result<Option<i64>, StoreError> {
    let row: Option<(i64,)> = sqlx::query_as(
        "UPDATE text_codes SET tries = tries + 1 WHERE id = $1 AND tries < $2 AND used_at IS NULL RETURNING tries",
    )
    .bind(id)
    .bind(limit)
    .fetch_optional(db)
    .await?;
    Ok(row.map(|(taken,)| taken))
}

/// Uses a code up; false if it was used, superseded or too old by now.
pub async fn use_up(db: &mut Connection, id: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE text_codes SET used_at = $1
         WHERE id = $2 AND used_at IS NULL AND superseded_at IS NULL AND expires_at > $1",
    )
    .bind(now)
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The code that a text carried, by the text's id.
pub async fn find(db: &mut Connection, id: &str) -> Result<Option<TextCode>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, context, phone_id, number, mac, expires_at, used_at, superseded_at, replied_at, failed_at, tries,
            correlation_id
         FROM text_codes
         WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(db)
    .await?)
}

/// The id of the newest code that a number was sent and that is alive.
pub async fn newest_to(db: &mut Connection, number: &str, now: i64) -> Result<Option<String>, StoreError> {
    let row: Option<(String,)> = sqlx::query_as(
        "SELECT id FROM text_codes WHERE number = $1 AND expires_at > $2 AND used_at IS NULL AND superseded_at IS NULL
         ORDER BY sent_at DESC, id LIMIT 1",
    )
    .bind(number)
    .bind(now)
    .fetch_optional(db)
    .await?;
    Ok(row.map(|(id,)| id))
}

/// Notes that the right reply came.
pub async fn note_reply(db: &mut Connection, id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE text_codes SET replied_at = $1
         WHERE id = $2 AND used_at IS NULL AND superseded_at IS NULL AND expires_at > $1",
    )
    .bind(now)
    .bind(id)
    .execute(db)
    .await?;
    Ok(())
}

/// The parts of a text that the log needs.
pub async fn in_vain(db: &mut Connection, id: &str) -> Result<Option<VainText>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT user_id, purpose, number, sent_at, client_address, correlation_id FROM text_codes WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(db)
    .await?)
}

/// Notes that a text cannot be delivered, once, and only while somebody waits for it.
pub async fn note_failure(db: &mut Connection, id: &str, now: i64) -> Result<Option<VainText>, StoreError> {
    Ok(sqlx::query_as(
        "UPDATE text_codes SET failed_at = $1
         WHERE id = $2 AND failed_at IS NULL AND used_at IS NULL AND superseded_at IS NULL AND expires_at > $1
            AND (purpose <> 'sign_in' OR EXISTS
                (SELECT 1 FROM auth_sessions WHERE hash = text_codes.context AND finished_at IS NULL))
         RETURNING user_id, purpose, number, sent_at, client_address, correlation_id",
    )
    .bind(now)
    .bind(id)
    .fetch_optional(db)
    .await?)
}

/// Takes the texts of sign-ins whose time is over and into which nobody ever typed anything, each once. A sign-in that
/// went on by another method misses none.
pub async fn take_missed(db: &mut Connection, now: i64) -> Result<Vec<VainText>, StoreError> {
    Ok(sqlx::query_as(
        "UPDATE text_codes SET missed_at = $1
         WHERE purpose = 'sign_in' AND expires_at <= $1 AND missed_at IS NULL AND failed_at IS NULL
            AND used_at IS NULL AND superseded_at IS NULL AND tries = 0 AND EXISTS
                (SELECT 1 FROM auth_sessions WHERE hash = text_codes.context AND finished_at IS NULL)
         RETURNING user_id, purpose, number, sent_at, client_address, correlation_id",
    )
    .bind(now)
    .fetch_all(db)
    .await?)
}

/// Forgets codes sent before a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM text_codes WHERE sent_at < $1").bind(time).execute(db).await?;
    Ok(())
}
