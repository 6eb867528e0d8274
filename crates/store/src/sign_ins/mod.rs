//! Table `sign_ins`: the sign-in log. Rows are added and read. After that two things may happen to a row: it is sealed,
//! and until then a repetition may be counted in it. Retention alone removes rows.

mod reading;
mod sealing;

use std::sync::LazyLock;

use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, FromRow};

use super::Connection;
use crate::StoreError;

pub use reading::{Filter, SignInRow, page, page_of_user, recent_addresses, verified_since};
pub use sealing::{
    Seal, delete_up_to, last_before, last_sealed_number, seal, sealed_after, unsealed, unsealed_after, unsealed_count,
    unsigned_count,
};

/// What asks when people sign in to Proofup itself.
pub const OWN_APPLICATION: &str = "Proofup";

/// A row of the table, unparsed: a row that was tampered with can still be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct StoredSignIn {
    /// Time-ordered (UUID version 7).
    pub id: String,
    pub user_id: Option<String>,
    pub user_name: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    /// Masked.
    pub phone_number: Option<String>,
    /// The id of the app, device or token that answered; never its secret.
    pub device_token: Option<String>,
    pub created_at: i64,
    pub duration_ms: i64,
    pub authentication_mode: String,
    pub detail: Option<String>,
    pub result: String,
    pub denial_reason: Option<String>,
    pub application: String,
    pub protocol: String,
    pub client_address: Option<String>,
    pub client_device: Option<String>,
    pub app_password_id: Option<String>,
    /// The server that asked in the client's name.
    pub front_end: Option<String>,
    pub server_name: String,
    pub server_address: Option<String>,
    pub correlation_id: String,
    /// Rows with the same key become one as long as it is not sealed.
    pub repeat_key: Option<String>,
    pub repeats: i64,
    pub last_at: Option<i64>,
    pub mac: Option<String>,
    pub seal_after: i64,
    pub seal_number: Option<i64>,
    pub seal_hash: Option<String>,
}

/// What every statement that reads whole rows begins with.
const SELECT: &str = "SELECT id, user_id, user_name, first_name, last_name, email, phone_number, device_token,
    created_at, duration_ms, authentication_mode, detail, result, denial_reason, application, protocol, client_address,
    client_device, app_password_id, front_end, server_name, server_address, correlation_id, repeat_key, repeats, last_at, mac,
    seal_after, seal_number, seal_hash FROM sign_ins";

/// The columns of a new row, in the order of [`bound`].
const NEW: &str = "id, user_id, user_name, first_name, last_name, email, phone_number, device_token, created_at,
    duration_ms, authentication_mode, detail, result, denial_reason, application, protocol, client_address,
    client_device, app_password_id, server_name, server_address, correlation_id, repeat_key, repeats, last_at, mac,
    seal_after, front_end";
/// The number of columns in [`NEW`].
const WIDTH: usize = 28;
/// Statements for 1, 2, 4 and so on up to 64 rows, so that few statements are prepared.
static INSERTS: LazyLock<[String; 7]> = LazyLock::new(|| std::array::from_fn(|power| insert(1 << power)));

/// Adds a row, or counts it in the row that it repeats.
pub async fn append(db: &mut Connection, row: &StoredSignIn) -> Result<(), StoreError> {
    append_all(db, std::slice::from_ref(row)).await
}

/// Adds rows with different keys, or counts each in the row that it repeats.
pub async fn append_all(db: &mut Connection, mut rows: &[StoredSignIn]) -> Result<(), StoreError> {
    while let Some(fitting) = rows.len().checked_ilog2() {
        let power = (INSERTS.len() - 1).min(fitting as usize);
        let (now, later) = rows.split_at(1 << power);
        let insert = sqlx::query(INSERTS[power].as_str());
        now.iter().fold(insert, bound).execute(&mut *db).await?;
        rows = later;
    }
    Ok(())
}

/// The statement that adds this number of rows.
fn insert(rows: usize) -> String {
    let row = |number: usize| {
        let places: Vec<_> = (1..=WIDTH).map(|column| format!("${}", number * WIDTH + column)).collect();
        format!("({})", places.join(", "))
    };
    let rows: Vec<_> = (0..rows).map(row).collect();
    format!(
        "INSERT INTO sign_ins ({NEW}) VALUES {}
         ON CONFLICT (repeat_key) WHERE seal_number IS NULL
            DO UPDATE SET repeats = sign_ins.repeats + excluded.repeats,
                last_at = coalesce(excluded.last_at, excluded.created_at)",
        rows.join(", ")
    )
}

fn bound<'q>(query: Query<'q, Any, AnyArguments>, row: &'q StoredSignIn) -> Query<'q, Any, AnyArguments> {
    query
        .bind(&row.id)
        .bind(row.user_id.as_deref())
        .bind(row.user_name.as_deref())
        .bind(row.first_name.as_deref())
        .bind(row.last_name.as_deref())
        .bind(row.email.as_deref())
        .bind(row.phone_number.as_deref())
        .bind(row.device_token.as_deref())
        .bind(row.created_at)
        .bind(row.duration_ms)
        .bind(&row.authentication_mode)
        .bind(row.detail.as_deref())
        .bind(&row.result)
        .bind(row.denial_reason.as_deref())
        .bind(&row.application)
        .bind(&row.protocol)
        .bind(row.client_address.as_deref())
        .bind(row.client_device.as_deref())
        .bind(row.app_password_id.as_deref())
        .bind(&row.server_name)
        .bind(row.server_address.as_deref())
        .bind(&row.correlation_id)
        .bind(row.repeat_key.as_deref())
        .bind(row.repeats.max(1))
        .bind(row.last_at)
        .bind(row.mac.as_deref())
        .bind(row.seal_after)
        .bind(row.front_end.as_deref())
}
