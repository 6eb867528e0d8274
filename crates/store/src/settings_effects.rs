//! Counts of the people and things that a change of settings would touch.

use proofup_api::{MethodKind, VerificationMethods};

use super::Connection;
use crate::StoreError;

/// A number of people, and of the things that they have together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Touched {
    pub people: i64,
    pub things: i64,
}

impl From<(i64, i64)> for Touched {
    fn from((people, things): (i64, i64)) -> Self {
        Self { people, things }
    }
}

/// Everybody who has a method of this kind; of phones, those that can be texted if `texts` says so.
pub async fn who_have(db: &mut Connection, kind: MethodKind, texts: bool) -> Result<i64, StoreError> {
    let sql = match (kind, texts) {
        (MethodKind::Phone, true) => {
            "SELECT count(DISTINCT user_id) FROM phones WHERE provisional_for IS NULL AND phone_type = 'mobile'"
        }
        (MethodKind::Phone, false) => "SELECT count(DISTINCT user_id) FROM phones WHERE provisional_for IS NULL",
        (MethodKind::Notification, _) => {
            "SELECT count(DISTINCT user_id) FROM authenticators
             WHERE provisional_for IS NULL AND verified_at IS NOT NULL"
        }
        (MethodKind::CodeApp | MethodKind::HardwareToken, _) => {
            "SELECT count(*) FROM (
                SELECT user_id FROM software_oaths WHERE provisional_for IS NULL AND activated_at IS NOT NULL
                UNION SELECT user_id FROM hardware_oaths WHERE provisional_for IS NULL) AS holders"
        }
    };
    let (people,): (i64,) = sqlx::query_as(sql).fetch_one(db).await?;
    Ok(people)
}

/// Everybody who has a method that these options let them use.
pub async fn who_can_verify(db: &mut Connection, options: VerificationMethods) -> Result<i64, StoreError> {
    let (people,): (i64,) = sqlx::query_as(
        "SELECT count(*) FROM (
            SELECT user_id FROM phones
            WHERE provisional_for IS NULL AND ($1 = 1 OR ($2 = 1 AND phone_type = 'mobile'))
            UNION SELECT user_id FROM authenticators
            WHERE provisional_for IS NULL AND verified_at IS NOT NULL AND $3 = 1
            UNION SELECT user_id FROM software_oaths
            WHERE provisional_for IS NULL AND activated_at IS NOT NULL AND $4 = 1
            UNION SELECT user_id FROM hardware_oaths WHERE provisional_for IS NULL AND $4 = 1) AS holders",
    )
    .bind(i64::from(options.call_to_phone))
    .bind(i64::from(options.text_message_to_phone))
    .bind(i64::from(options.notification_through_mobile_app))
    .bind(i64::from(options.code_from_mobile_app))
    .fetch_one(db)
    .await?;
    Ok(people)
}

/// Everybody.
pub async fn everybody(db: &mut Connection) -> Result<i64, StoreError> {
    let (people,): (i64,) = sqlx::query_as("SELECT count(*) FROM users").fetch_one(db).await?;
    Ok(people)
}

/// App passwords, and who has them.
pub async fn app_passwords(db: &mut Connection) -> Result<Touched, StoreError> {
    let found: (i64, i64) =
        sqlx::query_as("SELECT count(DISTINCT user_id), count(*) FROM app_passwords").fetch_one(db).await?;
    Ok(found.into())
}

/// Remembered devices whose time is not over, that were remembered before a time, and whose they are.
pub async fn devices_from_before(db: &mut Connection, before: i64, now: i64) -> Result<Touched, StoreError> {
    let found: (i64, i64) = sqlx::query_as(
        "SELECT count(DISTINCT user_id), count(*) FROM trusted_devices WHERE expires_at > $1 AND created_at <= $2",
    )
    .bind(now)
    .bind(before)
    .fetch_one(db)
    .await?;
    Ok(found.into())
}

/// Rows of the sign-in log from before a time.
pub async fn sign_ins_from_before(db: &mut Connection, before: i64) -> Result<i64, StoreError> {
    let (rows,): (i64,) =
        sqlx::query_as("SELECT count(*) FROM sign_ins WHERE created_at < $1").bind(before).fetch_one(db).await?;
    Ok(rows)
}
