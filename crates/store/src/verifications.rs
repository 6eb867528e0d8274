//! Table `verifications`: numbers on their way to becoming phones.

use proofup_api::{PhoneType, VerifyBy};
use sqlx::FromRow;

use super::Connection;
use super::columns::{from_text, to_text};
use crate::StoreError;

/// A number whose code is awaited.
#[derive(Debug, Clone)]
pub struct Verification {
    pub id: String,
    pub user_id: String,
    pub session_id: String,
    pub phone_type: PhoneType,
    pub number: String,
    /// The phone that it is the new number of.
    pub phone_id: Option<String>,
    pub verify_by: VerifyBy,
    pub created_at: i64,
}

#[derive(FromRow)]
struct Row {
    id: String,
    user_id: String,
    session_id: String,
    phone_type: String,
    number: String,
    phone_id: Option<String>,
    verify_by: Option<String>,
    created_at: i64,
}

/// Begins one.
pub async fn insert(db: &mut Connection, verification: &Verification) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO verifications (id, user_id, session_id, phone_type, number, phone_id, created_at, verify_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(&verification.id)
    .bind(&verification.user_id)
    .bind(&verification.session_id)
    .bind(to_text(&verification.phone_type)?)
    .bind(&verification.number)
    .bind(verification.phone_id.as_deref())
    .bind(verification.created_at)
    .bind(to_text(&verification.verify_by)?)
    .execute(db)
    .await?;
    Ok(())
}

/// One that this session began.
pub async fn find(db: &mut Connection, id: &str, session_id: &str) -> Result<Option<Verification>, StoreError> {
    sqlx::query_as::<_, Row>(
        "SELECT id, user_id, session_id, phone_type, number, phone_id, verify_by, created_at
         FROM verifications WHERE id = $1 AND session_id = $2",
    )
    .bind(id)
    .bind(session_id)
    .fetch_optional(db)
    .await?
    .map(|row| {
        Ok(Verification {
            id: row.id,
            user_id: row.user_id,
            session_id: row.session_id,
            phone_type: from_text("verifications.phone_type", row.phone_type)?,
            number: row.number,
            phone_id: row.phone_id,
            verify_by: row.verify_by.map_or(Ok(VerifyBy::Sms), |word| from_text("verifications.verify_by", word))?,
            created_at: row.created_at,
        })
    })
    .transpose()
}

/// How a session last asked for a phone of this type to be verified.
pub async fn last_way(
    db: &mut Connection,
    session_id: &str,
    phone_type: PhoneType,
) -> Result<Option<VerifyBy>, StoreError> {
    let row: Option<(Option<String>,)> = sqlx::query_as(
        "SELECT verify_by FROM verifications WHERE session_id = $1 AND phone_type = $2
         ORDER BY created_at DESC, id LIMIT 1",
    )
    .bind(session_id)
    .bind(to_text(&phone_type)?)
    .fetch_optional(db)
    .await?;
    row.and_then(|(word,)| word).map(|word| from_text("verifications.verify_by", word)).transpose()
}

/// Forgets one that nothing was sent for.
pub async fn delete(db: &mut Connection, id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM verifications WHERE id = $1").bind(id).execute(db).await?;
    Ok(())
}

/// Forgets verifications begun before a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM verifications WHERE created_at < $1").bind(time).execute(db).await?;
    Ok(())
}
