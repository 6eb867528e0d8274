//! Many requests at the same moment: what may happen once happens once.

use std::collections::HashSet;
use std::time::Duration;

use reqwest::StatusCode;
use serde_json::json;
use tokio::task::JoinSet;

use crate::on_both_databases;
use crate::support::{Intruder, SignIn, Step, TestDatabase, TestService, Tokens, form, person};

/// Sends one form as often as said, all at once, over connections of their own.
pub async fn all_at_once(service: &TestService, path: &str, fields: &[(&str, &str)], times: usize) -> Vec<Step> {
    let (url, body) = (service.url(path), form(fields));
    let mut requests = JoinSet::new();
    for _ in 0..times {
        let request =
            service.http.post(&url).header("content-type", "application/x-www-form-urlencoded").body(body.clone());
        requests.spawn(async move {
            let response = request.send().await.unwrap();
            Step { status: response.status(), body: response.json().await.unwrap() }
        });
    }
    requests.join_all().await
}

fn granted(steps: &[Step]) -> usize {
    for step in steps {
        assert!(
            step.is_granted() || step.error() == "access_denied",
            "a loser is told why, and nothing failed: {} {}",
            step.status,
            step.body
        );
    }
    steps.iter().filter(|step| step.is_granted()).count()
}

on_both_databases! {
    async fn of_64_requests_with_one_app_code_exactly_one_passes(service) {
        let code = service.app_code(person("ben").authenticator_seed.unwrap());
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("oath").await;
        let fields = [("auth_session", sign_in.auth_session.as_str()), ("otp", code.as_str())];
        assert_eq!(granted(&all_at_once(&service, "/oauth2/challenge", &fields, 64).await), 1);
    }

    async fn of_texts_that_five_requests_ask_for_exactly_one_goes_out(service) {
        let mobile = person("ben").mobile;
        let sign_in = SignIn::begin(&service, "ben").await;
        let sms = sign_in.first.method("sms");
        let fields = [("auth_session", sign_in.auth_session.as_str()), ("method", sms.as_str())];
        let steps = all_at_once(&service, "/oauth2/challenge", &fields, 5).await;
        let errors: Vec<_> = steps.iter().map(Step::error).collect();
        assert!(errors.iter().all(|error| ["insufficient_authorization", "slow_down"].contains(error)), "{errors:?}");
        assert_eq!(service.phones.texts_to(mobile).len(), 1, "{errors:?}");
    }

    async fn of_64_sign_ins_with_one_app_code_exactly_one_passes(service) {
        let code = service.app_code(person("ben").authenticator_seed.unwrap());
        let mut requests = JoinSet::new();
        for _ in 0..64 {
            let sign_in = SignIn::begin(&service, "ben").await;
            let body = form(&[("auth_session", &sign_in.auth_session), ("method", "oath"), ("otp", &code)]);
            let request = service
                .http
                .post(service.url("/oauth2/challenge"))
                .header("content-type", "application/x-www-form-urlencoded")
                .body(body);
            requests.spawn(async move {
                let response = request.send().await.unwrap();
                Step { status: response.status(), body: response.json().await.unwrap() }
            });
        }
        assert_eq!(granted(&requests.join_all().await), 1);
    }

    async fn of_64_requests_with_one_text_code_exactly_one_passes(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let code = service.text_code(person("ben").mobile);
        let fields = [("auth_session", sign_in.auth_session.as_str()), ("otp", code.as_str())];
        assert_eq!(granted(&all_at_once(&service, "/oauth2/challenge", &fields, 64).await), 1);
    }

    async fn of_64_guesses_no_more_than_five_are_looked_at(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let code = service.text_code(person("ben").mobile);
        let wrong = crate::support::other_than(&code);
        let fields = [("auth_session", sign_in.auth_session.as_str()), ("otp", wrong.as_str())];
        let steps = all_at_once(&service, "/oauth2/challenge", &fields, 64).await;
        assert_eq!(granted(&steps), 0);
        let told_wrong = steps.iter().filter(|step| step.code() == "incorrect_code").count();
        assert_eq!(told_wrong, 4, "four are told that they are wrong, the fifth that it was the last");
    }

    async fn of_60_creations_at_38_app_passwords_exactly_two_succeed(service) {
        let carla = Tokens::of(&service, "carla").await;
        let list = carla.get(&service, "/v1/me/appPasswords").await;
        for row in &list["value"].as_array().unwrap()[..2] {
            carla.delete(&service, &format!("/v1/me/appPasswords/{}", row["id"].as_str().unwrap())).await;
        }
        let mut requests = JoinSet::new();
        for number in 0..60 {
            let request = service
                .http
                .post(service.url("/v1/me/appPasswords"))
                .bearer_auth(&carla.access)
                .json(&json!({"displayName": format!("Device number {number}")}));
            requests.spawn(async move {
                let response = request.send().await.unwrap();
                (response.status(), response.json::<serde_json::Value>().await.unwrap())
            });
        }
        let answers = requests.join_all().await;
        assert_eq!(answers.iter().filter(|(status, _)| *status == StatusCode::CREATED).count(), 2);
        let refused = answers.iter().filter(|(_, body)| body["code"] == "app_password_limit_reached").count();
        assert_eq!(refused, 58, "all others are told why");
        let list = carla.get(&service, "/v1/me/appPasswords").await;
        assert_eq!(list["value"].as_array().unwrap().len(), 40);
    }

    async fn of_20_creations_with_one_name_exactly_one_succeeds(service) {
        let ben = Tokens::of(&service, "ben").await;
        let mut requests = JoinSet::new();
        for number in 0..20 {
            let name = if number % 2 == 0 { "New laptop" } else { "NEW LAPTOP" };
            let request = service
                .http
                .post(service.url("/v1/me/appPasswords"))
                .bearer_auth(&ben.access)
                .json(&json!({"displayName": name}));
            requests.spawn(async move { request.send().await.unwrap().status() });
        }
        let statuses = requests.join_all().await;
        assert_eq!(statuses.iter().filter(|status| **status == StatusCode::CREATED).count(), 1);
        assert_eq!(statuses.iter().filter(|status| **status == StatusCode::CONFLICT).count(), 19);
    }

    async fn of_32_refreshes_with_one_token_all_get_the_same_successor(service) {
        let ben = Tokens::of(&service, "ben").await;
        let fields = [
            ("grant_type", "refresh_token"),
            ("client_id", "proofup-desktop"),
            ("refresh_token", ben.refresh.as_str()),
        ];
        let steps = all_at_once(&service, "/oauth2/token", &fields, 32).await;
        let successors: HashSet<_> = steps.iter().map(|step| step.body["refresh_token"].as_str().unwrap()).collect();
        assert_eq!(successors.len(), 1, "a refresh token has one successor, however often it is asked for");
        let (status, _) = service.send(reqwest::Method::GET, "/v1/me", Some(&ben.access), None).await;
        assert_eq!(status, StatusCode::OK);
    }

    async fn a_right_code_passes_among_parallel_wrong_ones(service) {
        service.set("lockoutDenials", "100").await;
        for round in 0..15 {
            service.clock.advance(Duration::from_secs(60));
            let right = service.app_code(person("ben").authenticator_seed.unwrap());
            let sign_in = SignIn::begin(&service, "ben").await;
            sign_in.start("oath").await;
            let mut requests = JoinSet::new();
            for code in ["000000", &right, "111111", "222222"] {
                let body = form(&[("auth_session", &sign_in.auth_session), ("otp", code)]);
                let request = service
                    .http
                    .post(service.url("/oauth2/challenge"))
                    .header("content-type", "application/x-www-form-urlencoded")
                    .body(body);
                requests.spawn(async move {
                    let response = request.send().await.unwrap();
                    Step { status: response.status(), body: response.json().await.unwrap() }
                });
            }
            assert_eq!(granted(&requests.join_all().await), 1, "round {round}");
        }
    }

    async fn of_8_changes_of_a_password_with_one_old_one_exactly_one_is_done(service) {
        let ben = Tokens::of(&service, "ben").await;
        let mut requests = JoinSet::new();
        for number in 0..8 {
            let new = format!("brand-new-brook-{number}");
            let body = json!({"currentPassword": person("ben").password, "newPassword": new});
            let request = service.http.post(service.url("/v1/me/changePassword")).bearer_auth(&ben.access).json(&body);
            requests.spawn(async move { (request.send().await.unwrap().status(), new) });
        }
        let answers = requests.join_all().await;
        let done: Vec<_> = answers.iter().filter(|(status, _)| *status == StatusCode::NO_CONTENT).collect();
        assert_eq!(done.len(), 1, "one is told that it is done: {answers:?}");
        let refused = answers.iter().filter(|(status, _)| *status == StatusCode::UNPROCESSABLE_ENTITY).count();
        assert_eq!(refused, 7, "the old password is the present one no more: {answers:?}");
        let step = SignIn::password(&service, person("ben").upn, &done[0].1, &[]).await;
        assert_eq!(step.error(), "insufficient_authorization", "and it is the one that counts: {}", step.body);
    }
}

/// PostgreSQL takes one of two transactions back that wait for each other: here the service's, which waited first.
#[tokio::test(flavor = "multi_thread")]
async fn a_transaction_that_the_database_rolled_back_is_repeated() {
    let Some(database) = TestDatabase::postgres() else { return };
    let service = TestService::start(database).await;
    let code = service.app_code(person("ben").authenticator_seed.unwrap());
    let sign_in = SignIn::begin(&service, "ben").await;
    sign_in.start("oath").await;
    let (mut other, mut watcher) = (Intruder::at(&service).await, Intruder::at(&service).await);
    // It never gives up by itself, so it is the service's transaction that is taken back.
    other.run("SET deadlock_timeout = '1min'").await;
    other.run("BEGIN; UPDATE auth_sessions SET wrong_codes = wrong_codes").await;
    let waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
    let crossing = async {
        while watcher.number(waiting).await == 0 {
            tokio::task::yield_now().await;
        }
        other.run("UPDATE users SET changes = changes").await;
        other.run("ROLLBACK").await;
    };
    let (step, ()) = tokio::join!(sign_in.answer(&code), crossing);
    assert!(step.is_granted(), "{}", step.body);
}
