//! Table `users`: where people are written to, and in which language.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// How to write to a person.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Recipient {
    pub upn: String,
    pub display_name: String,
    pub mail: Option<String>,
    /// As the organisation set it.
    pub preferred_language: Option<String>,
    /// In which they last used Proofup.
    pub seen_language: Option<String>,
    /// When a mail server refused the address for good.
    pub mail_refused_at: Option<i64>,
    pub mail_refused_answer: Option<String>,
}

/// How to write to the person of an id.
pub async fn find(db: &mut Connection, user_id: &str) -> Result<Option<Recipient>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT upn, display_name, mail, preferred_language, seen_language, mail_refused_at, mail_refused_answer
         FROM users WHERE id = $1",
    )
    .bind(user_id)
    .fetch_optional(db)
    .await?)
}

/// Sets the address, or takes it away. What was noted about the earlier one is forgotten.
pub async fn set_mail(db: &mut Connection, user_id: &str, mail: Option<&str>) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET mail = $1, mail_refused_at = NULL, mail_refused_answer = NULL WHERE id = $2")
        .bind(mail)
        .bind(user_id)
        .execute(db)
        .await?;
    Ok(())
}

/// Sets the language that the organisation chose, or takes it away.
pub async fn set_preferred_language(
    db: &mut Connection,
    user_id: &str,
    language: Option<&str>,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET preferred_language = $1 WHERE id = $2")
        .bind(language)
        .bind(user_id)
        .execute(db)
        .await?;
    Ok(())
}

/// Remembers in which language a person used Proofup.
pub async fn note_language(db: &mut Connection, user_id: &str, language: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET seen_language = $1 WHERE id = $2 AND (seen_language IS NULL OR seen_language <> $1)")
        .bind(language)
        .bind(user_id)
        .execute(db)
        .await?;
    Ok(())
}

/// Notes that a mail server refused a person's address for good; an address that was changed meanwhile stays as it is.
pub async fn note_refused(
    db: &mut Connection,
    user_id: &str,
    address: &str,
    answer: &str,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE users SET mail_refused_at = $1, mail_refused_answer = $2 WHERE id = $3 AND coalesce(mail, upn) = $4",
    )
    .bind(now)
    .bind(answer)
    .bind(user_id)
    .bind(address)
    .execute(db)
    .await?;
    Ok(())
}

/// A mail server takes the address again.
pub async fn note_taken(db: &mut Connection, user_id: &str, address: &str) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE users SET mail_refused_at = NULL, mail_refused_answer = NULL
         WHERE id = $1 AND mail_refused_at IS NOT NULL AND coalesce(mail, upn) = $2",
    )
    .bind(user_id)
    .bind(address)
    .execute(db)
    .await?;
    Ok(())
}
