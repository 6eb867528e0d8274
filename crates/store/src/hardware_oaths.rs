//! Table `hardware_oaths`: which token belongs to whose account.

use sqlx::FromRow;

use super::Connection;
use super::hardware_oath_devices::{HardwareOathDevice, device_columns};
use crate::StoreError;

/// A person's token.
#[derive(Debug, Clone, FromRow)]
pub struct HardwareOath {
    pub id: String,
    pub user_id: String,
    pub display_name: String,
    pub activated_at: i64,
    pub last_used_at: Option<i64>,
    pub provisional_for: Option<String>,
    #[sqlx(flatten)]
    pub device: HardwareOathDevice,
}

/// Adds one. The token must be free.
pub async fn insert(db: &mut Connection, oath: &HardwareOath) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO hardware_oaths (id, device_id, user_id, display_name, activated_at, last_used_at, provisional_for)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&oath.id)
    .bind(&oath.device.device_id)
    .bind(&oath.user_id)
    .bind(&oath.display_name)
    .bind(oath.activated_at)
    .bind(oath.last_used_at)
    .bind(oath.provisional_for.as_deref())
    .execute(db)
    .await?;
    Ok(())
}

/// All of a person's tokens, provisional ones of every session among them, the oldest first.
pub async fn of_user(db: &mut Connection, user_id: &str) -> Result<Vec<HardwareOath>, StoreError> {
    Ok(sqlx::query_as(concat!(
        "SELECT o.id, o.user_id, o.display_name, o.activated_at, o.last_used_at, o.provisional_for, ",
        device_columns!(),
        " FROM hardware_oaths o JOIN hardware_oath_devices d ON d.id = o.device_id
         WHERE o.user_id = $1 ORDER BY o.activated_at, o.id"
    ))
    .bind(user_id)
    .fetch_all(db)
    .await?)
}

/// The user who holds a token, and the session if a registration holds it.
pub async fn holders(db: &mut Connection, device_id: &str) -> Result<Vec<(String, Option<String>)>, StoreError> {
    Ok(sqlx::query_as("SELECT user_id, provisional_for FROM hardware_oaths WHERE device_id = $1")
        .bind(device_id)
        .fetch_all(db)
        .await?)
}

/// Keeps when it last passed a sign-in.
pub async fn note_use(db: &mut Connection, id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE hardware_oaths SET last_used_at = $1 WHERE id = $2").bind(now).bind(id).execute(db).await?;
    Ok(())
}

/// Gives one another name.
pub async fn rename(db: &mut Connection, id: &str, display_name: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE hardware_oaths SET display_name = $1 WHERE id = $2")
        .bind(display_name)
        .bind(id)
        .execute(db)
        .await?;
    Ok(())
}

/// Takes one off the account. The token itself stays.
pub async fn delete(db: &mut Connection, id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM hardware_oaths WHERE id = $1").bind(id).execute(db).await?;
    Ok(())
}

/// Deletes a token's rows in the registrations of a person.
pub async fn release_provisional(db: &mut Connection, device_id: &str, user_id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM hardware_oaths WHERE device_id = $1 AND user_id = $2 AND provisional_for IS NOT NULL")
        .bind(device_id)
        .bind(user_id)
        .execute(db)
        .await?;
    Ok(())
}

/// Makes the provisional tokens of a session real; they replace the person's rows of the same tokens.
pub async fn make_real(db: &mut Connection, session_id: &str) -> Result<(), StoreError> {
    sqlx::query(
        "DELETE FROM hardware_oaths WHERE provisional_for IS NULL
            AND device_id IN (SELECT device_id FROM hardware_oaths WHERE provisional_for = $1)",
    )
    .bind(session_id)
    .execute(&mut *db)
    .await?;
    sqlx::query("UPDATE hardware_oaths SET provisional_for = NULL WHERE provisional_for = $1")
        .bind(session_id)
        .execute(db)
        .await?;
    Ok(())
}

/// Forgets the provisional tokens of a session.
pub async fn discard_provisional(db: &mut Connection, session_id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM hardware_oaths WHERE provisional_for = $1").bind(session_id).execute(db).await?;
    Ok(())
}
