//! Fills a database with people and sign-ins of a year.

use jiff::Timestamp;
use proofup_api::MfaState;
use proofup_store::sign_ins::{self, StoredSignIn};
use proofup_store::users::{self, User};
use proofup_store::{Database, Patience, Store};
use uuid::{NoContext, Uuid};

use crate::Failure;

pub const PEOPLE: usize = 100_000;
pub const LOG_ROWS: usize = 1_000_000;
/// Rows that are written in one transaction.
const AT_ONCE: usize = 1000;
const DAY: i64 = 86_400_000;
const LAST_NAMES: [&str; 10] =
    ["Novak", "Okafor", "Petit", "Rossi", "Silva", "Tan", "Jansen", "Müller", "Garcia", "Wang"];

/// Of a hundred people 80 are enforced, 12 enabled and 8 disabled.
fn state(person: usize) -> MfaState {
    match person % 100 {
        0..80 => MfaState::Enforced,
        80..92 => MfaState::Enabled,
        _ => MfaState::Disabled,
    }
}

/// The numbers of those who are disabled.
pub fn disabled() -> impl Iterator<Item = usize> {
    (0..PEOPLE).filter(|person| state(*person) == MfaState::Disabled)
}

/// The user name of a person.
pub fn name_of(person: usize) -> String {
    format!("person{person:06}@contoso.example")
}

/// Adds them all.
pub async fn fill(database: Database) -> Result<(), Failure> {
    let store = Store::open(&database, Patience::of_a_command()).await?;
    #[expect(clippy::disallowed_methods, reason = "a program at the edge: the service shows the year until now")]
    let now = Timestamp::now().as_millisecond();
    let ids: Vec<_> = (0..PEOPLE).map(|_| Uuid::new_v4().simple().to_string()).collect();
    for first in (0..PEOPLE).step_by(AT_ONCE) {
        let mut transaction = store.begin().await?;
        for (person, id) in ids.iter().enumerate().skip(first).take(AT_ONCE) {
            users::insert(&mut transaction, &somebody(id, person, now), None).await?;
        }
        transaction.commit().await?;
    }
    for first in (0..LOG_ROWS).step_by(AT_ONCE) {
        let rows: Vec<_> = (first..first + AT_ONCE).map(|row| sign_in(row, &ids, now)).collect();
        let mut transaction = store.begin().await?;
        sign_ins::append_all(&mut transaction, &rows).await?;
        transaction.commit().await?;
    }
    store.close().await;
    Ok(())
}

fn somebody(id: &str, person: usize, now: i64) -> User {
    User {
        id: id.to_owned(),
        upn: name_of(person),
        display_name: format!("{} {person}", LAST_NAMES[person % LAST_NAMES.len()]),
        administrator: false,
        help_desk: false,
        auditor: false,
        blocked_until: 0,
        mfa_state: state(person),
        reregistration_required: false,
        preferred_method: None,
        source: None,
        changes: 0,
        created_at: now - 300 * DAY,
    }
}

/// The rows are spread over ten months, the oldest first; one of a hundred was denied, one of ten thousand reported.
fn sign_in(row: usize, ids: &[String], now: i64) -> StoredSignIn {
    let person = row.wrapping_mul(7919) % PEOPLE;
    let back = i64::try_from(LOG_ROWS - row).unwrap_or(0) * (300 * DAY) / i64::try_from(LOG_ROWS).unwrap_or(1);
    let created_at = now - back;
    let seconds = u64::try_from(created_at / 1000).unwrap_or(0);
    let (result, denial_reason) = match row % 10_000 {
        0 => ("denied", Some("fraud_reported")),
        n if n % 100 == 0 => ("denied", Some("invalid_app_code")),
        _ => ("completed", None),
    };
    StoredSignIn {
        id: Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, seconds, 0)).simple().to_string(),
        user_id: ids.get(person).cloned(),
        user_name: Some(name_of(person)),
        created_at,
        duration_ms: 40,
        authentication_mode: "software_oath".to_owned(),
        result: result.to_owned(),
        denial_reason: denial_reason.map(str::to_owned),
        application: "Proofup".to_owned(),
        protocol: "web".to_owned(),
        client_address: Some(format!("192.0.2.{}", person % 250)),
        server_name: "node-1".to_owned(),
        correlation_id: Uuid::new_v4().simple().to_string(),
        repeats: 1,
        // Nothing is sealed meanwhile: that would take a processor.
        seal_after: i64::MAX,
        ..StoredSignIn::default()
    }
}
