//! A clock that jumps: nothing is removed by it, and no wait is as long as the jump.

use std::time::Duration;

use jiff::Timestamp;
use proofup_service::{Clock, Running};
use reqwest::StatusCode;

use crate::on_both_databases;
use crate::support::{Intruder, SignIn, TestService, Tokens, person, until};

const DAY: u64 = 86_400;

/// Starts the service of the test again.
async fn start_again(service: &mut TestService) {
    if let Some(running) = service.running.take() {
        running.stop().await;
    }
    service.running = Some(Running::start(service.config.clone()).await.unwrap());
}

/// Waits until a statement finds this number.
async fn until_number(db: &mut Intruder, statement: &str, wanted: i64) {
    until(statement, async || db.number(statement).await == wanted).await;
}

async fn clock_jump(service: &TestService) -> String {
    let text = service.http.get(service.url("/metrics")).send().await.unwrap().text().await.unwrap();
    text.lines().find_map(|line| line.strip_prefix("proofup_clock_jump_seconds ")).unwrap().to_owned()
}

on_both_databases! {
    async fn a_start_a_hundred_days_ahead_removes_nothing_until_it_is_confirmed(service) {
        let mut service = service;
        service.set("logRetentionDays", "30").await;
        let ben = Tokens::of(&service, "ben").await;
        let mut db = Intruder::at(&service).await;
        let counts = ["SELECT count(*) FROM sessions", "SELECT count(*) FROM trusted_devices", "SELECT count(*) FROM sign_ins"];
        let mut before = Vec::new();
        for statement in counts {
            before.push(db.number(statement).await);
        }
        assert!(before.iter().all(|count| *count > 0), "{before:?}");
        until_number(&mut db, "SELECT count(*) FROM marks WHERE name = 'clock'", 1).await;
        service.clock.advance(Duration::from_secs(100 * DAY));
        start_again(&mut service).await;
        while clock_jump(&service).await == "0" {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        for (statement, count) in counts.iter().zip(&before) {
            assert_eq!(db.number(statement).await, *count, "{statement}");
        }
        // The clock is put right: everything lives.
        service.running.take().unwrap().stop().await;
        let (clock, moved) = Clock::fixed("2026-03-02T09:10:00Z".parse::<Timestamp>().unwrap());
        (service.config.clock, service.clock) = (clock, moved);
        start_again(&mut service).await;
        assert_eq!(ben.refresh(&service).await.get(&service, "/v1/me").await["userPrincipalName"], "ben@contoso.example");
        // It was right after all, and somebody says so. The command goes by the computer's own clock, which is later.
        service.clock.advance(Duration::from_secs(100 * DAY));
        service.cli(&["clock", "confirm"]).await;
        assert_eq!(db.text("SELECT action FROM admin_actions ORDER BY id DESC LIMIT 1").await, "clock_confirmed");
        start_again(&mut service).await;
        until_number(&mut db, counts[0], 0).await;
        until_number(&mut db, counts[2], 0).await;
        let told = String::from_utf8(service.cli(&["log", "verify"]).await.stdout).unwrap();
        assert!(told.contains("removed 2026-06-10T09:10:00Z: rows 1 to ") && told.contains("the log is whole"), "{told}");
    }

    async fn rewriting_removed_rows_is_detected(service) {
        let mut service = service;
        service.set("logRetentionDays", "1").await;
        Tokens::of(&service, "ben").await;
        service.clock.advance(Duration::from_secs(3 * DAY));
        start_again(&mut service).await;
        let mut db = Intruder::at(&service).await;
        until_number(&mut db, "SELECT count(*) FROM sign_in_removals", 1).await;
        until_number(&mut db, "SELECT count(*) FROM sign_ins", 0).await;
        service.running.take().unwrap().stop().await;
        service.cli(&["log", "verify"]).await;
        for tampering in [
            "UPDATE sign_in_removals SET removed_at = removed_at + 1",
            "UPDATE sign_in_removals SET removed_by = 'nobody'",
            "DELETE FROM sign_in_removals",
            "UPDATE sign_in_chain SET removals = 0, removals_hash = ''",
        ] {
            db.run("CREATE TABLE kept AS SELECT * FROM sign_in_removals; CREATE TABLE kept_chain AS SELECT * FROM sign_in_chain").await;
            db.run(tampering).await;
            let said = service.cli_fails(&["log", "verify"]).await;
            assert!(said.contains("the record of "), "{tampering}: {said}");
            db.run("DELETE FROM sign_in_removals; INSERT INTO sign_in_removals SELECT * FROM kept; DROP TABLE kept").await;
            db.run("DELETE FROM sign_in_chain; INSERT INTO sign_in_chain SELECT * FROM kept_chain; DROP TABLE kept_chain").await;
            service.cli(&["log", "verify"]).await;
        }
    }

    async fn a_lock_lasts_its_minutes_and_not_the_day_that_the_clock_was_ahead(service) {
        let mut service = service;
        let mut db = Intruder::at(&service).await;
        until_number(&mut db, "SELECT count(*) FROM marks WHERE name = 'clock'", 1).await;
        service.clock.advance(Duration::from_secs(DAY));
        // By the clock that is ahead: seen by the database, and a number that had its five texts.
        start_again(&mut service).await;
        let ahead = "SELECT count(*) FROM marks WHERE name = 'clock' AND value >= 1772528400000";
        until_number(&mut db, ahead, 1).await;
        let ben = Tokens::of(&service, "ben").await;
        assert!(db.number("SELECT max(window_started_at) FROM attempt_counters").await >= 1_772_528_400_000);
        let (clock, moved) = Clock::fixed("2026-03-02T09:05:00Z".parse::<Timestamp>().unwrap());
        (service.config.clock, service.clock) = (clock, moved);
        start_again(&mut service).await;
        until_number(&mut db, ahead, 0).await;
        let latest = db.number("SELECT max(window_started_at) FROM attempt_counters").await;
        assert!(latest <= 1_772_442_300_000, "{latest}");
        let lives = db.number("SELECT max(expires_at) FROM access_tokens").await;
        assert!(lives <= 1_772_442_300_000 + 660_000, "a token of ten minutes does not live for a day: {lives}");
        drop(ben);
    }

    async fn a_bypass_lasts_its_minutes_and_not_the_day_that_the_clock_was_ahead(service) {
        let mut service = service;
        let mut db = Intruder::at(&service).await;
        until_number(&mut db, "SELECT count(*) FROM marks WHERE name = 'clock'", 1).await;
        service.clock.advance(Duration::from_secs(DAY));
        start_again(&mut service).await;
        until_number(&mut db, "SELECT count(*) FROM marks WHERE name = 'clock' AND value >= 1772528400000", 1).await;
        let eva = Tokens::of(&service, "eva").await;
        let body = serde_json::json!({"seconds": 300, "reason": "phone at home"});
        let path = "/v1/admin/users/ben@contoso.example:oneTimeBypass";
        assert_eq!(eva.post(&service, path, body).await.0, StatusCode::NO_CONTENT);
        let (clock, moved) = Clock::fixed("2026-03-02T09:06:00Z".parse::<Timestamp>().unwrap());
        (service.config.clock, service.clock) = (clock, moved);
        start_again(&mut service).await;
        until_number(&mut db, "SELECT count(*) FROM bypasses WHERE expires_at > 1772442660000", 0).await;
        service.clock.advance(Duration::from_secs(301));
        SignIn::begin(&service, "ben").await;
    }

    async fn codes_of_a_day_that_has_not_come_do_not_stand_in_the_way_of_todays(service) {
        let seed = person("ben").authenticator_seed.unwrap();
        let sign_in = async |service: &TestService| {
            let attempt = SignIn::begin(service, "ben").await;
            attempt.start("oath").await;
            attempt.answer(&service.app_code(seed)).await
        };
        service.clock.advance(Duration::from_secs(DAY));
        assert_eq!(sign_in(&service).await.status, StatusCode::OK);
        let mut service = service;
        let (clock, moved) = Clock::fixed("2026-03-02T09:01:00Z".parse::<Timestamp>().unwrap());
        (service.config.clock, service.clock) = (clock, moved);
        start_again(&mut service).await;
        assert_eq!(sign_in(&service).await.status, StatusCode::OK, "the clock was put right");
        let again = sign_in(&service).await;
        assert_eq!(again.code(), "code_already_used", "and that code was used up");
    }
}
