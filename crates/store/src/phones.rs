//! Table `phones`: verified numbers, real or provisional.

use proofup_api::PhoneType;
use sqlx::{AssertSqlSafe, FromRow};

use super::Connection;
use super::columns::{from_text, rows_of_places, to_text};
use crate::StoreError;

/// Rows of one statement.
const ROWS: usize = 250;

/// A phone.
#[derive(Debug, Clone)]
pub struct Phone {
    pub id: String,
    pub user_id: String,
    pub phone_type: PhoneType,
    pub number: String,
    pub read_only: bool,
    pub created_at: i64,
    pub last_used_at: Option<i64>,
    pub provisional_for: Option<String>,
}

#[derive(FromRow)]
struct Row {
    id: String,
    user_id: String,
    phone_type: String,
    number: String,
    read_only: i64,
    created_at: i64,
    last_used_at: Option<i64>,
    provisional_for: Option<String>,
}

/// Adds a phone; false if there is one of its type already.
pub async fn insert(db: &mut Connection, phone: &Phone) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO phones (id, user_id, phone_type, number, read_only, created_at, last_used_at, provisional_for)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
    )
    .bind(&phone.id)
    .bind(&phone.user_id)
    .bind(to_text(&phone.phone_type)?)
    .bind(&phone.number)
    .bind(i64::from(phone.read_only))
    .bind(phone.created_at)
    .bind(phone.last_used_at)
    .bind(phone.provisional_for.as_deref())
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Adds the first phones of people who have none.
pub async fn insert_all(db: &mut Connection, phones: &[Phone]) -> Result<(), StoreError> {
    for some in phones.chunks(ROWS) {
        let sql = format!(
            "INSERT INTO phones (id, user_id, phone_type, number, read_only, created_at) VALUES {}",
            rows_of_places(some.len(), 6)
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for phone in some {
            query = query
                .bind(&phone.id)
                .bind(&phone.user_id)
                .bind(to_text(&phone.phone_type)?)
                .bind(&phone.number)
                .bind(i64::from(phone.read_only))
                .bind(phone.created_at);
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}

/// Whether a number is that of one of a person's real phones.
pub async fn is_of(db: &mut Connection, user_id: &str, number: &str) -> Result<bool, StoreError> {
    let (count,): (i64,) =
        sqlx::query_as("SELECT count(*) FROM phones WHERE user_id = $1 AND number = $2 AND provisional_for IS NULL")
            .bind(user_id)
            .bind(number)
            .fetch_one(db)
            .await?;
    Ok(count > 0)
}

/// All of a person's phones, the provisional ones of every session among them, the oldest first.
pub async fn of_user(db: &mut Connection, user_id: &str) -> Result<Vec<Phone>, StoreError> {
    sqlx::query_as::<_, Row>(
        "SELECT id, user_id, phone_type, number, read_only, created_at, last_used_at, provisional_for
         FROM phones WHERE user_id = $1 ORDER BY created_at, id",
    )
    .bind(user_id)
    .fetch_all(db)
    .await?
    .into_iter()
    .map(|row| {
        Ok(Phone {
            id: row.id,
            user_id: row.user_id,
            phone_type: from_text("phones.phone_type", row.phone_type)?,
            number: row.number,
            read_only: row.read_only != 0,
            created_at: row.created_at,
            last_used_at: row.last_used_at,
            provisional_for: row.provisional_for,
        })
    })
    .collect()
}

/// Gives a phone another number.
pub async fn set_number(db: &mut Connection, id: &str, number: &str, now: i64) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE phones SET number = $1, created_at = $2, last_used_at = NULL WHERE id = $3")
        .bind(number)
        .bind(now)
        .bind(id)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes that a phone passed a sign-in.
pub async fn note_use(db: &mut Connection, id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE phones SET last_used_at = $1 WHERE id = $2").bind(now).bind(id).execute(db).await?;
    Ok(())
}

/// Deletes a phone.
pub async fn delete(db: &mut Connection, id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM phones WHERE id = $1").bind(id).execute(db).await?;
    Ok(())
}

/// Makes the provisional phones of a session real.
pub async fn make_real(db: &mut Connection, session_id: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE phones SET provisional_for = NULL WHERE provisional_for = $1")
        .bind(session_id)
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets the provisional phones of a session.
pub async fn discard_provisional(db: &mut Connection, session_id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM phones WHERE provisional_for = $1").bind(session_id).execute(db).await?;
    Ok(())
}
