//! Table `hardware_oath_devices`: the tokens that the organisation owns, from import on.

use sqlx::FromRow;

use super::{Accepted, Connection};
use crate::StoreError;

/// A token. Its seed is encrypted.
#[derive(Debug, Clone, FromRow)]
pub struct HardwareOathDevice {
    pub device_id: String,
    pub serial_number: String,
    pub manufacturer: String,
    pub model: String,
    pub assigned_to: Option<String>,
    pub seed: String,
    pub algorithm: String,
    pub digits: i64,
    pub period: Option<i64>,
    pub last_step: i64,
    pub drift: i64,
    pub synced_drift: i64,
    pub far_step: i64,
    pub valid_from: Option<i64>,
    pub valid_until: Option<i64>,
    pub failed_at: Option<i64>,
    pub created_at: i64,
}

/// The columns of a [`HardwareOathDevice`], of the table `d`.
macro_rules! device_columns {
    () => {
        "d.id AS device_id, d.serial_number, d.manufacturer, d.model, d.assigned_to, d.seed, d.algorithm, d.digits,
            d.period, d.last_step, d.drift, d.synced_drift, d.far_step, d.valid_from, d.valid_until, d.failed_at,
            d.created_at"
    };
}
pub(super) use device_columns;

/// One token and what became of it, for the administrators' list.
#[derive(Debug, Clone, FromRow)]
pub struct ListedDevice {
    #[sqlx(flatten)]
    pub device: HardwareOathDevice,
    /// Whom the organisation gave it to.
    pub assigned_upn: Option<String>,
    /// Who added it to their account.
    pub holder_upn: Option<String>,
    /// When they last used it.
    pub last_used_at: Option<i64>,
}

fn key(serial_number: &str) -> String {
    proofup_text::plain(serial_number).to_lowercase()
}

/// Adds one; false, and nothing is done, if there is one with this serial number.
pub async fn insert(db: &mut Connection, device: &HardwareOathDevice) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO hardware_oath_devices (id, serial_number, serial_key, manufacturer, model, assigned_to, seed,
            algorithm, digits, period, last_step, drift, synced_drift, far_step, valid_from, valid_until, failed_at,
            created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
         ON CONFLICT (serial_key) DO NOTHING",
    )
    .bind(&device.device_id)
    .bind(&device.serial_number)
    .bind(key(&device.serial_number))
    .bind(&device.manufacturer)
    .bind(&device.model)
    .bind(device.assigned_to.as_deref())
    .bind(&device.seed)
    .bind(&device.algorithm)
    .bind(device.digits)
    .bind(device.period)
    .bind(device.last_step)
    .bind(device.drift)
    .bind(device.synced_drift)
    .bind(device.far_step)
    .bind(device.valid_from)
    .bind(device.valid_until)
    .bind(device.failed_at)
    .bind(device.created_at)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The token of a serial number, in any case.
pub async fn by_serial(db: &mut Connection, serial_number: &str) -> Result<Option<HardwareOathDevice>, StoreError> {
    Ok(sqlx::query_as(concat!("SELECT ", device_columns!(), " FROM hardware_oath_devices d WHERE d.serial_key = $1"))
        .bind(key(serial_number))
        .fetch_optional(db)
        .await?)
}

/// The token of an id.
pub async fn by_id(db: &mut Connection, id: &str) -> Result<Option<HardwareOathDevice>, StoreError> {
    Ok(sqlx::query_as(concat!("SELECT ", device_columns!(), " FROM hardware_oath_devices d WHERE d.id = $1"))
        .bind(id)
        .fetch_optional(db)
        .await?)
}

/// Holds its row until the transaction ends.
pub async fn hold(db: &mut Connection, id: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE hardware_oath_devices SET assigned_to = assigned_to WHERE id = $1")
        .bind(id)
        .execute(db)
        .await?;
    Ok(())
}

/// Gives it to a person, or to nobody.
pub async fn assign(db: &mut Connection, id: &str, user_id: Option<&str>) -> Result<(), StoreError> {
    sqlx::query("UPDATE hardware_oath_devices SET assigned_to = $1 WHERE id = $2")
        .bind(user_id)
        .bind(id)
        .execute(db)
        .await?;
    Ok(())
}

/// Removes it.
pub async fn delete(db: &mut Connection, id: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM hardware_oath_devices WHERE id = $1").bind(id).execute(db).await?;
    Ok(())
}

/// Everything there is, by serial number.
pub async fn all(db: &mut Connection) -> Result<Vec<ListedDevice>, StoreError> {
    Ok(sqlx::query_as(concat!(
        "SELECT ",
        device_columns!(),
        ", a.upn AS assigned_upn, h.upn AS holder_upn, o.last_used_at AS last_used_at
         FROM hardware_oath_devices d
         LEFT JOIN users a ON a.id = d.assigned_to
         LEFT JOIN hardware_oaths o ON o.device_id = d.id AND o.provisional_for IS NULL
         LEFT JOIN users h ON h.id = o.user_id
         ORDER BY d.serial_key"
    ))
    .fetch_all(db)
    .await?)
}

/// Accepts the code of a step: moves the step forward, or says false because it was reached already.
pub async fn accept_step(db: &mut Connection, id: &str, accepted: Accepted) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE hardware_oath_devices SET last_step = $1, drift = $2, synced_drift = $3, far_step = -1, failed_at = NULL
         WHERE id = $4 AND (last_step < $1 OR last_step > $5)",
    )
    .bind(accepted.step)
    .bind(accepted.drift)
    .bind(accepted.synced_drift)
    .bind(id)
    .bind(accepted.latest)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps the step of a code that was right and too far off.
pub async fn note_far_step(db: &mut Connection, id: &str, step: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE hardware_oath_devices SET far_step = $1 WHERE id = $2").bind(step).bind(id).execute(db).await?;
    Ok(())
}

/// Keeps that an activation failed.
pub async fn note_failed_activation(db: &mut Connection, id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE hardware_oath_devices SET failed_at = $1 WHERE id = $2").bind(now).bind(id).execute(db).await?;
    Ok(())
}
