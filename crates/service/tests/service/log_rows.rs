//! Rows of the sign-in log that are written at the same moment. On PostgreSQL they share a statement and a commit.

use proofup_store::sign_ins::StoredSignIn;
use proofup_store::{Patience, Store};
use reqwest::StatusCode;
use serde_json::json;
use tokio::task::JoinSet;

use crate::legacy::{basic, new_app_password};
use crate::on_both_databases;
use crate::support::{Intruder, SOON, TestDatabase, TestService, Tokens, person};

/// Writes rows to the log at the same moment, and returns which of them were written.
async fn logged_at_once(store: &Store, rows: Vec<StoredSignIn>) -> Vec<bool> {
    let mut writes = JoinSet::new();
    for (place, row) in rows.into_iter().enumerate() {
        let store = store.clone();
        writes.spawn(async move { (place, store.log(row).await.is_ok()) });
    }
    let mut logged = writes.join_all().await;
    logged.sort_unstable();
    logged.into_iter().map(|(_, is_logged)| is_logged).collect()
}

fn log_row(number: usize, repeat_key: Option<String>) -> StoredSignIn {
    StoredSignIn {
        id: format!("row {number}"),
        authentication_mode: "app_password".to_owned(),
        result: "skipped_app_password".to_owned(),
        created_at: 1,
        repeat_key,
        repeats: 1,
        seal_after: i64::MAX,
        ..StoredSignIn::default()
    }
}

on_both_databases! {
    async fn rows_of_the_log_at_one_moment_are_all_written_and_repeated_ones_are_counted(service) {
        let store = Store::open(&service.config.database, service.config.patience).await.unwrap();
        let repeated = (0..300).map(|number| log_row(number, Some(format!("key {}", number % 3)))).collect();
        assert_eq!(logged_at_once(&store, repeated).await, vec![true; 300]);
        let mut database = Intruder::at(&service).await;
        assert_eq!(database.number("SELECT count(*) FROM sign_ins WHERE repeat_key LIKE 'key %'").await, 3);
        for key in 0..3 {
            let repeats = format!("SELECT repeats FROM sign_ins WHERE repeat_key = 'key {key}'");
            assert_eq!(database.number(&repeats).await, 100, "key {key}");
        }
        store.close().await;
    }

    async fn a_row_of_the_log_that_is_refused_fails_alone(service) {
        let store = Store::open(&service.config.database, service.config.patience).await.unwrap();
        let mut rows: Vec<_> = (0..100).map(|number| log_row(number, None)).collect();
        "row 0".clone_into(&mut rows[50].id);
        let logged = logged_at_once(&store, rows).await;
        assert_eq!(logged.iter().filter(|is_logged| !**is_logged).count(), 1, "one of the two rows with the same id");
        assert_ne!(logged[0], logged[50]);
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_row_of_the_log_that_another_transaction_holds_fails_alone() {
    let Some(database) = TestDatabase::postgres() else { return };
    let service = TestService::start(database).await;
    let patience = Patience { row: SOON, ..service.config.patience };
    let store = Store::open(&service.config.database, patience).await.unwrap();
    store.log(log_row(0, Some("held".to_owned()))).await.unwrap();
    let mut stuck = Intruder::at(&service).await;
    stuck.run("BEGIN; UPDATE sign_ins SET repeats = repeats WHERE repeat_key = 'held'").await;
    let rows = (1..20).map(|number| log_row(number, (number == 7).then(|| "held".to_owned()))).collect();
    let logged = logged_at_once(&store, rows).await;
    let refused: Vec<_> =
        (1..20).zip(logged).filter_map(|(number, is_logged)| (!is_logged).then_some(number)).collect();
    assert_eq!(refused, [7]);
    stuck.run("ROLLBACK").await;
    store.log(log_row(20, Some("held".to_owned()))).await.unwrap();
    store.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_right_app_password_is_answered_only_after_its_row_is_written() {
    let Some(database) = TestDatabase::postgres() else { return };
    let service = TestService::start(database).await.restarted(|config| config.patience.row = SOON).await;
    let ben = Tokens::of(&service, "ben").await;
    let (_, secret) = new_app_password(&service, &ben, json!({"displayName": "Tablet"})).await;
    assert_eq!(basic(&service, person("ben").upn, &secret).await, StatusCode::NO_CONTENT);
    let mut stuck = Intruder::at(&service).await;
    stuck.run("BEGIN; UPDATE sign_ins SET repeats = repeats WHERE app_password_id IS NOT NULL").await;
    assert_eq!(basic(&service, person("ben").upn, &secret).await, StatusCode::SERVICE_UNAVAILABLE);
    stuck.run("ROLLBACK").await;
    assert_eq!(basic(&service, person("ben").upn, &secret).await, StatusCode::NO_CONTENT);
    let repeats = "SELECT repeats FROM sign_ins WHERE app_password_id IS NOT NULL";
    assert_eq!(stuck.number(repeats).await, 2, "the attempt without a row was not answered as a sign-in");
}
