//! Many requests at the same moment: what may happen once happens once.

use reqwest::StatusCode;
use serde_json::json;
use tokio::task::JoinSet;

use crate::on_both_databases;
use crate::support::{SignIn, Step, TestService, Tokens, form, person};

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

    async fn of_32_refreshes_with_one_token_one_passes_and_the_family_ends(service) {
        let ben = Tokens::of(&service, "ben").await;
        let fields = [
            ("grant_type", "refresh_token"),
            ("client_id", "proofup-desktop"),
            ("refresh_token", ben.refresh.as_str()),
        ];
        let steps = all_at_once(&service, "/oauth2/token", &fields, 32).await;
        assert_eq!(steps.iter().filter(|step| step.status == StatusCode::OK).count(), 1);
        let (status, _) = service.send(reqwest::Method::GET, "/v1/me", Some(&ben.access), None).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
    }
}
