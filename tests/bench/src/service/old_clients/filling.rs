//! Fills a database with people and app passwords that nobody knows.

use proofup_api::MfaState;
use proofup_store::app_passwords::{self, AppPasswordRow, NewSecret};
use proofup_store::users::{self, User};
use proofup_store::{Database, Patience, Store};

use crate::Failure;

const PEOPLE: usize = 25_000;
const OF_EACH: usize = 40;
/// People whose rows are written in one transaction.
const AT_ONCE: usize = 250;

/// Adds a million app passwords.
pub async fn fill(database: Database) -> Result<(), Failure> {
    let store = Store::open(&database, Patience::of_a_command()).await?;
    for first in (0..PEOPLE).step_by(AT_ONCE) {
        let mut transaction = store.begin().await?;
        for person in first..first + AT_ONCE {
            let id = uuid::Uuid::new_v4().to_string();
            users::insert(&mut transaction, &somebody(&id, person), None).await?;
            for number in 0..OF_EACH {
                let name = format!("Client {number}");
                let mac = format!("{}{}", uuid::Uuid::new_v4().simple(), uuid::Uuid::new_v4().simple());
                let row = AppPasswordRow {
                    id: uuid::Uuid::new_v4().to_string(),
                    user_id: id.clone(),
                    display_name: name.clone(),
                    ..AppPasswordRow::default()
                };
                let secret = NewSecret { name_key: &name, mac: &mac, key_number: 1 };
                app_passwords::insert(&mut transaction, &row, secret).await?;
            }
        }
        transaction.commit().await?;
    }
    store.close().await;
    Ok(())
}

fn somebody(id: &str, number: usize) -> User {
    User {
        id: id.to_owned(),
        upn: format!("somebody{number:05}@contoso.example"),
        display_name: format!("Somebody {number}"),
        administrator: false,
        help_desk: false,
        auditor: false,
        blocked_until: 0,
        mfa_state: MfaState::Enforced,
        reregistration_required: false,
        preferred_method: None,
        source: None,
        changes: 0,
        created_at: 0,
    }
}
