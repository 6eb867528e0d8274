//! The sign-in log: sealed, checked, cut, and what is found when somebody was at the database.

use std::process::Output;
use std::time::Duration;

use proofup_service::Running;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::on_both_databases;
use crate::support::{Intruder, PEPPER, SEED_KEY, SignIn, TestService, Tokens, until};

const BEN: &str = "ben@contoso.example";
const DAY: u64 = 86_400;
const UNSEALED: &str = "SELECT count(*) FROM sign_ins WHERE seal_number IS NULL";

async fn run(service: &TestService, arguments: &[&str]) -> Output {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_proofup-service"));
    command
        .args(arguments)
        .env("PROOFUP_DATABASE", service.database.text())
        .env("PROOFUP_PEPPER", PEPPER)
        .env("PROOFUP_SEED_KEY", SEED_KEY);
    tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap()
}

/// What `log verify` says, and whether it is content.
async fn verify(service: &TestService, more: &[&str]) -> (bool, String) {
    let output = run(service, &[&["log", "verify"], more].concat()).await;
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(text).unwrap())
}

async fn is_whole(service: &TestService) -> String {
    let (whole, text) = verify(service, &[]).await;
    assert!(whole, "{text}");
    text.lines().find_map(|line| line.strip_prefix("head ")).unwrap().to_owned()
}

/// Sign-ins of three kinds, sealed. The service is stopped, so that nothing but the test touches the log.
async fn sealed_log(service: &mut TestService) {
    Tokens::of(service, "ben").await;
    for _ in 0..3 {
        SignIn::password(service, BEN, "not it", &[]).await;
    }
    Tokens::of(service, "carla").await;
    service.running.take().unwrap().stop().await;
    service.cli(&["log", "seal"]).await;
}

async fn mail(service: &TestService, secret: &str, address: &str) {
    let request = service.http.get(service.url("/legacy/nginx-mail")).header("auth-user", BEN);
    let request = request.header("auth-pass", secret).header("auth-protocol", "imap").header("client-ip", address);
    assert_eq!(request.send().await.unwrap().status(), StatusCode::OK);
}

async fn app_password(service: &TestService, ben: &Tokens) -> String {
    let (_, created) = ben.post(service, "/v1/me/appPasswords", json!({"displayName": "Tablet"})).await;
    created["password"].as_str().unwrap().to_owned()
}

async fn rows(service: &TestService, tokens: &Tokens, query: &str) -> Vec<Value> {
    let page = tokens.get(service, &format!("/v1/me/signIns{query}")).await;
    page["value"].as_array().unwrap().clone()
}

/// What an intruder does, and what the check says of it.
const INTRUSIONS: &[(&str, &str)] = &[
    ("UPDATE sign_ins SET result = 'completed' WHERE seal_number = 6", "row 6 (id "),
    ("UPDATE sign_ins SET client_address = '203.0.113.9' WHERE seal_number = 5", "row 5 (id "),
    ("UPDATE sign_ins SET created_at = created_at + 1 WHERE seal_number = 8", "was changed"),
    ("UPDATE sign_ins SET repeats = 9 WHERE seal_number = 3", "row 3 (id "),
    ("DELETE FROM sign_ins WHERE seal_number = 4", "row 4 is missing, before the row with id "),
    ("DELETE FROM sign_ins WHERE seal_number IN (4, 5)", "rows 4 to 5 are missing"),
    ("DELETE FROM sign_ins WHERE seal_number = 1", "row 1 is missing"),
    ("DELETE FROM sign_ins WHERE seal_number > 7", "are missing, at the end"),
    ("DELETE FROM sign_ins", "rows 1 to "),
    (
        "DELETE FROM sign_ins WHERE seal_number = 4;
         UPDATE sign_ins SET seal_number = seal_number - 1 WHERE seal_number = 5;
         UPDATE sign_ins SET seal_number = seal_number - 1 WHERE seal_number = 6;
         UPDATE sign_ins SET seal_number = seal_number - 1 WHERE seal_number = 7",
        "row 4 (id ",
    ),
    (
        "UPDATE sign_ins SET seal_number = -1 WHERE seal_number = 2;
         UPDATE sign_ins SET seal_number = 2 WHERE seal_number = 3;
         UPDATE sign_ins SET seal_number = 3 WHERE seal_number = -1",
        "row 2 (id ",
    ),
    (
        "INSERT INTO sign_ins (id, user_name, created_at, duration_ms, authentication_mode, result, application,
            protocol, server_name, correlation_id)
         VALUES ('ffff', 'eva@contoso.example', 1772442000000, 5, 'password', 'not_required', 'Proofup', 'web', 'x', 'y')",
        "was not written by this service",
    ),
    (
        "INSERT INTO sign_ins (id, created_at, duration_ms, authentication_mode, result, application, protocol,
            server_name, correlation_id, seal_number, seal_hash)
         VALUES ('ffff', 1, 5, 'password', 'not_required', 'Proofup', 'web', 'x', 'y', 1000, 'aa')",
        "stands behind the end",
    ),
    (
        "DELETE FROM sign_ins WHERE seal_number > 7; UPDATE sign_in_chain SET head_number = 7, head_hash =
            (SELECT seal_hash FROM sign_ins WHERE seal_number = 7)",
        "the record of the chain's ends was changed",
    ),
    (
        "DELETE FROM sign_ins WHERE seal_number < 4; UPDATE sign_in_chain SET anchor_number = 3",
        "the record of the chain's ends was changed",
    ),
    ("DELETE FROM sign_in_chain", "the record of the chain's ends was removed"),
    ("UPDATE sign_ins SET mac = NULL WHERE seal_number = 2", "row 2 (id "),
];

on_both_databases! {
    async fn an_unchanged_log_is_valid(service) {
        let mut service = service;
        sealed_log(&mut service).await;
        let (whole, text) = verify(&service, &[]).await;
        assert!(whole && text.contains("\n0 rows not sealed yet\n") && text.contains("the log is whole"), "{text}");
        let rows = Intruder::at(&service).await.number("SELECT count(*) FROM sign_ins").await;
        assert!(rows >= 9 && text.starts_with(&format!("{rows} sealed rows checked")), "{rows}: {text}");
    }

    async fn the_log_is_checked_over_http_behind_any_place_and_a_changed_row_is_named(service) {
        let eva = Tokens::of(&service, "eva").await;
        let check = async |body: Value| eva.post(&service, "/v1/admin/signIns:verify", body).await;
        service.cli(&["log", "seal"]).await;
        let (status, early) = check(json!({})).await;
        assert_eq!((status, &early["fault"], &early["next"]), (StatusCode::OK, &Value::Null, &Value::Null), "{early}");
        assert_eq!((&early["checked"], &early["waiting"]), (&early["head"]["number"], &json!(0)));

        Tokens::of(&service, "ben").await;
        service.cli(&["log", "seal"]).await;
        let behind = json!({"after": early["head"]});
        let (_, rest) = check(behind.clone()).await;
        let (first, last) = (early["head"]["number"].as_i64().unwrap(), rest["head"]["number"].as_i64().unwrap());
        assert_eq!((&rest["fault"], rest["checked"].as_i64()), (&Value::Null, Some(last - first)), "{rest}");
        let (status, problem) = check(json!({"after": {"number": last + 1, "hash": "aa"}})).await;
        assert_eq!((status, &problem["params"]["field"]), (StatusCode::BAD_REQUEST, &json!("after")));

        Intruder::at(&service).await.run("UPDATE sign_ins SET client_address = '203.0.113.9' WHERE seal_number = 1").await;
        let (_, changed) = check(json!({})).await;
        assert_eq!((&changed["fault"]["kind"], &changed["fault"]["first"]), (&json!("changed"), &json!(1)));
        assert_eq!(check(behind).await.1["fault"], Value::Null, "the row is before this part");
    }

    async fn every_change_by_an_intruder_is_found_and_described(service) {
        let mut service = service;
        sealed_log(&mut service).await;
        let mut db = Intruder::at(&service).await;
        for table in ["sign_ins", "sign_in_chain"] {
            db.run(&format!("CREATE TABLE kept_{table} AS SELECT * FROM {table}")).await;
        }
        for (intrusion, said) in INTRUSIONS {
            db.run(intrusion).await;
            let (whole, text) = verify(&service, &[]).await;
            assert!(!whole && text.contains(said), "{intrusion}\n{text}");
            for table in ["sign_ins", "sign_in_chain"] {
                db.run(&format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM kept_{table}")).await;
            }
            is_whole(&service).await;
        }
    }

    async fn a_log_that_was_set_back_as_a_whole_shows_by_a_head_that_was_kept(service) {
        let mut service = service;
        sealed_log(&mut service).await;
        let early = is_whole(&service).await;
        let mut db = Intruder::at(&service).await;
        for table in ["sign_ins", "sign_in_chain"] {
            db.run(&format!("CREATE TABLE kept_{table} AS SELECT * FROM {table}")).await;
        }
        service.running = Some(Running::start(service.config.clone()).await.unwrap());
        Tokens::of(&service, "ben").await;
        service.running.take().unwrap().stop().await;
        service.cli(&["log", "seal"]).await;
        let kept = is_whole(&service).await;
        for head in [&early, &kept] {
            assert!(verify(&service, &["--expect", head]).await.0, "{head}");
        }
        for table in ["sign_ins", "sign_in_chain"] {
            db.run(&format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM kept_{table}")).await;
        }
        is_whole(&service).await;
        let (whole, text) = verify(&service, &["--expect", &kept]).await;
        assert!(!whole && text.contains("is not the one that --expect names"), "{text}");
    }

    async fn a_forged_end_is_not_sealed_on(service) {
        let mut service = service;
        sealed_log(&mut service).await;
        let mut db = Intruder::at(&service).await;
        db.run("DELETE FROM sign_ins WHERE seal_number > 5").await;
        db.run("UPDATE sign_in_chain SET head_number = 5, head_hash =
            (SELECT seal_hash FROM sign_ins WHERE seal_number = 5)").await;
        service.running = Some(Running::start(service.config.clone()).await.unwrap());
        Tokens::of(&service, "ben").await;
        let sealing = run(&service, &["log", "seal"]).await;
        assert!(!sealing.status.success(), "a node does not launder it");
        assert!(!verify(&service, &[]).await.0);
    }

    async fn several_nodes_that_seal_at_once_keep_one_chain(service) {
        let mut other = service.config.clone();
        other.listen.set_port(0);
        let other = Running::start(other).await.unwrap();
        let ben = Tokens::of(&service, "ben").await;
        let secret = app_password(&service, &ben).await;
        let mut requests = tokio::task::JoinSet::new();
        for row in 0..120 {
            let url = if row % 2 == 0 { service.url("") } else { other.url() };
            let request = service.http.get(format!("{url}/legacy/nginx-mail")).header("auth-user", BEN);
            let request = request.header("auth-pass", &secret).header("auth-protocol", "imap");
            let request = request.header("client-ip", format!("192.0.2.{row}"));
            requests.spawn(async move { request.send().await.unwrap().headers()["auth-status"].clone() });
        }
        assert!(requests.join_all().await.iter().all(|status| status == "OK"));
        service.clock.advance(Duration::from_secs(700));
        // Both nodes look once a second for what there is to seal.
        let mut db = Intruder::at(&service).await;
        until("each row is sealed", async || db.number(UNSEALED).await == 0).await;
        let (rows, last) = (
            db.number("SELECT count(*) FROM sign_ins WHERE seal_number IS NOT NULL").await,
            db.number("SELECT max(seal_number) FROM sign_ins").await,
        );
        assert!(rows > 120);
        assert_eq!(rows, last, "no place is empty");
        other.stop().await;
        is_whole(&service).await;
    }

    async fn a_mail_app_that_comes_back_every_minute_is_one_row(service) {
        let ben = Tokens::of(&service, "ben").await;
        let secret = app_password(&service, &ben).await;
        for _ in 0..5 {
            mail(&service, &secret, "192.0.2.14").await;
            service.clock.advance(Duration::from_secs(60));
        }
        let row = rows(&service, &ben, "").await[0].clone();
        assert_eq!((&row["count"], &row["application"]), (&json!(5), &json!("IMAP")));
        assert_eq!(row["createdDateTime"], "2026-03-02T09:00:00Z");
        assert_eq!(row["lastDateTime"], "2026-03-02T09:04:00Z");
        mail(&service, &secret, "192.0.2.15").await;
        mail(&service, "not it", "192.0.2.14").await;
        let found = rows(&service, &ben, "?kind=oldApps&top=3").await;
        assert!(found[..2].iter().all(|row| row["count"] == 1), "another address, another result: {found:?}");
        service.clock.advance(Duration::from_secs(600));
        mail(&service, &secret, "192.0.2.14").await;
        let ben = ben.refresh(&service).await;
        assert_eq!(rows(&service, &ben, "").await[0]["count"], 1, "after ten minutes a new row begins");
        service.cli(&["log", "seal"]).await;
        is_whole(&service).await;
    }

    async fn of_40_attempts_at_once_every_one_is_counted(service) {
        let ben = Tokens::of(&service, "ben").await;
        let secret = app_password(&service, &ben).await;
        let mut requests = tokio::task::JoinSet::new();
        for _ in 0..40 {
            let request = service.http.get(service.url("/legacy/nginx-mail")).header("auth-user", BEN);
            let request = request.header("auth-pass", &secret).header("auth-protocol", "imap");
            requests.spawn(async move { request.send().await.unwrap().status() });
        }
        requests.join_all().await;
        assert_eq!(rows(&service, &ben, "?top=1").await[0]["count"], 40);
    }

    async fn a_person_reads_their_log_page_by_page(service) {
        let ben = Tokens::of(&service, "ben").await;
        for _ in 0..4 {
            SignIn::password(&service, BEN, "not it", &[]).await;
        }
        let all = rows(&service, &ben, "").await;
        let mut path = "/v1/me/signIns?top=3".to_owned();
        let mut read = Vec::new();
        loop {
            let page = ben.get(&service, &path).await;
            let value = page["value"].as_array().unwrap().clone();
            assert!(value.len() <= 3);
            read.extend(value);
            let Some(next) = page["next"].as_str() else { break };
            path = format!("/v1/me/signIns?top=3&after={next}");
        }
        assert_eq!(read, all);
        assert!(all.len() > 6);
        let ids: Vec<&str> = all.iter().map(|row| row["id"].as_str().unwrap()).collect();
        assert!(ids.is_sorted_by(|newer, older| newer > older), "the newest first");
        assert_eq!(rows(&service, &ben, "?kind=denied").await.len(), 5);
        assert!(rows(&service, &ben, "?kind=signIns").await.iter().all(|row| row["result"] != "denied"));
        assert!(rows(&service, &ben, "?kind=oldApps").await.iter().all(|row| row["protocol"] != "web"));
        for query in ["?kind=some", "?top=many", "?user=eva"] {
            let (status, problem) =
                service.send(Method::GET, &format!("/v1/me/signIns{query}"), Some(&ben.access), None).await;
            assert_eq!((status, &problem["code"]), (StatusCode::BAD_REQUEST, &json!("invalid_request")), "{query}");
        }
        let carla = Tokens::of(&service, "carla").await;
        assert_eq!(rows(&service, &carla, "").await.len(), 1, "their own rows and nobody else's");
    }

    async fn names_are_stored_only_if_the_organisation_wants_them(service) {
        let mut db = Intruder::at(&service).await;
        let newest = "SELECT coalesce(first_name, '-') || '|' || coalesce(last_name, '-') || '|' || coalesce(email, '-')
            || '|' || coalesce(phone_number, '-') || '|' || server_address FROM sign_ins ORDER BY id DESC LIMIT 1";
        let address = service.config.listen;
        Tokens::of(&service, "carla").await;
        let row = db.text(newest).await;
        assert_eq!(row, format!("-|-|-|+31 XXXXXXX03|{address}"), "off at first, and the number masked");
        for (key, value) in [("logNames", "true"), ("logEmail", "true"), ("logPhoneNumbers", "false")] {
            service.set(key, value).await;
        }
        Tokens::of(&service, "carla").await;
        let row = db.text(newest).await;
        assert_eq!(row, format!("Carla|de Vries|carla@contoso.example|-|{address}"));
    }

    async fn old_rows_go_and_the_chain_goes_on_from_there(service) {
        let mut service = service;
        service.set("logRetentionDays", "30").await;
        Tokens::of(&service, "ben").await;
        service.clock.advance(Duration::from_secs(40 * DAY));
        Tokens::of(&service, "carla").await;
        // The service was off for longer than a week: somebody says that its clock is right.
        service.cli(&["clock", "confirm"]).await;
        service.running.take().unwrap().stop().await;
        service.running = Some(Running::start(service.config.clone()).await.unwrap());
        let mut db = Intruder::at(&service).await;
        until("Carla's row alone is left", async || db.number("SELECT count(*) FROM sign_ins").await == 1).await;
        Tokens::of(&service, "ben").await;
        service.running.take().unwrap().stop().await;
        service.running = Some(Running::start(service.config.clone()).await.unwrap());
        until("each row is sealed", async || db.number(UNSEALED).await == 0).await;
        let (whole, text) = verify(&service, &[]).await;
        assert!(whole && text.contains("older rows removed by retention"), "{text}");
        db.run("DELETE FROM sign_ins WHERE seal_number = (SELECT min(seal_number) FROM sign_ins)").await;
        let (whole, text) = verify(&service, &[]).await;
        assert!(!whole && text.contains("is missing"), "{text}");
    }
}
