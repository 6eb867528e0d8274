//! Old clients: an app password opens, the normal password only as long as nothing is enforced.

use std::time::Duration;

use data_encoding::BASE64;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde_json::{Value, json};

use crate::on_both_databases;
use crate::support::{FRONT_END_KEY, SignIn, TestService, Tokens, person};

const BEN: &str = "ben@contoso.example";

pub async fn basic(service: &TestService, user: &str, secret: &str) -> StatusCode {
    let credentials = BASE64.encode(format!("{user}:{secret}").as_bytes());
    let request =
        service.http.get(service.url("/legacy/basic")).header("authorization", format!("Basic {credentials}"));
    request.header("user-agent", "DAVx5/4.4").header("x-auth-key", FRONT_END_KEY).send().await.unwrap().status()
}

pub async fn mail(service: &TestService, user: &str, secret: &str, attempt: u32) -> (StatusCode, HeaderMap) {
    let response = service
        .http
        .get(service.url("/legacy/nginx-mail"))
        .header("auth-method", "plain")
        .header("auth-user", user)
        .header("auth-pass", secret)
        .header("auth-protocol", "imap")
        .header("auth-login-attempt", attempt)
        .header("client-ip", "192.0.2.14")
        .header("x-auth-key", FRONT_END_KEY)
        .send()
        .await
        .unwrap();
    (response.status(), response.headers().clone())
}

pub async fn new_app_password(service: &TestService, tokens: &Tokens, body: Value) -> (String, String) {
    let (status, created) = tokens.post(service, "/v1/me/appPasswords", body).await;
    assert_eq!(status, StatusCode::CREATED, "{created}");
    (created["id"].as_str().unwrap().to_owned(), created["password"].as_str().unwrap().to_owned())
}

/// The newest row of the person's own log.
async fn newest(service: &TestService, tokens: &Tokens) -> Value {
    tokens.get(service, "/v1/me/signIns").await["value"][0].clone()
}

on_both_databases! {
    async fn an_app_password_opens_and_is_seen_to_be_used(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (id, secret) = new_app_password(&service, &ben, json!({"displayName": "Tablet"})).await;
        let (status, headers) = mail(&service, BEN, &secret, 1).await;
        assert_eq!((status, headers["auth-status"].to_str().unwrap()), (StatusCode::OK, "OK"));
        let list = ben.get(&service, "/v1/me/appPasswords").await;
        assert_eq!(list["value"][0]["id"], id);
        assert_eq!(list["value"][0]["lastUsedFrom"], "IMAP, 192.0.2.14");
        assert!(list["value"][0]["lastUsedDateTime"].is_string());
        let row = newest(&service, &ben).await;
        assert_eq!((&row["result"], &row["application"]), (&json!("skipped_app_password"), &json!("IMAP")));
        assert_eq!((&row["detail"], &row["clientAddress"]), (&json!("Tablet"), &json!("192.0.2.14")));
    }

    async fn it_is_taken_in_every_way_of_typing_it(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (_, secret) = new_app_password(&service, &ben, json!({"displayName": "Tablet"})).await;
        let grouped: Vec<&str> = (0..5).map(|group| &secret[group * 4..group * 4 + 4]).collect();
        for typed in [secret.clone(), secret.to_uppercase(), grouped.join(" "), grouped.join("-")] {
            assert_eq!(basic(&service, "BEN@Contoso.example", &typed).await, StatusCode::NO_CONTENT, "{typed}");
        }
    }

    async fn the_last_use_is_written_once_a_minute(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (_, secret) = new_app_password(&service, &ben, json!({"displayName": "Tablet"})).await;
        let last_used = async || {
            ben.get(&service, "/v1/me/appPasswords").await["value"][0]["lastUsedDateTime"].clone()
        };
        basic(&service, BEN, &secret).await;
        let first = last_used().await;
        service.clock.advance(Duration::from_secs(59));
        basic(&service, BEN, &secret).await;
        assert_eq!(last_used().await, first);
        service.clock.advance(Duration::from_secs(1));
        basic(&service, BEN, &secret).await;
        assert_ne!(last_used().await, first);
    }

    async fn the_next_check_refuses_a_deleted_app_password(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (id, secret) = new_app_password(&service, &ben, json!({"displayName": "Tablet"})).await;
        assert_eq!(basic(&service, BEN, &secret).await, StatusCode::NO_CONTENT);
        ben.delete(&service, &format!("/v1/me/appPasswords/{id}")).await;
        assert_eq!(basic(&service, BEN, &secret).await, StatusCode::UNAUTHORIZED);
        assert_eq!(newest(&service, &ben).await["denialReason"], "app_password_invalid");
    }

    async fn it_belongs_to_one_person(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (_, secret) = new_app_password(&service, &ben, json!({"displayName": "Tablet"})).await;
        assert_eq!(basic(&service, "carla@contoso.example", &secret).await, StatusCode::UNAUTHORIZED);
    }

    async fn it_opens_only_its_protocols_and_only_until_it_expires(service) {
        let ben = Tokens::of(&service, "ben").await;
        let body = json!({"displayName": "Mail", "protocols": ["imap"], "expiresDateTime": "2026-03-02T10:00:00Z"});
        let (_, secret) = new_app_password(&service, &ben, body).await;
        assert_eq!(mail(&service, BEN, &secret, 1).await.1["auth-status"], "OK");
        assert_eq!(basic(&service, BEN, &secret).await, StatusCode::UNAUTHORIZED);
        service.clock.advance(Duration::from_secs(3600));
        assert_ne!(mail(&service, BEN, &secret, 1).await.1["auth-status"], "OK");
    }

    async fn the_right_normal_password_is_refused_with_a_hint_once_enforced(service) {
        let ben = Tokens::of(&service, "ben").await;
        assert_eq!(basic(&service, BEN, person("ben").password).await, StatusCode::UNAUTHORIZED);
        let row = newest(&service, &ben).await;
        assert_eq!((&row["denialReason"], &row["application"]), (&json!("app_password_required"), &json!("HTTP")));
    }

    async fn the_normal_password_opens_until_registration_is_done(service) {
        let ann = person("ann");
        assert_eq!(basic(&service, ann.upn, ann.password).await, StatusCode::NO_CONTENT, "state enabled");
        assert_eq!(basic(&service, ann.upn, "not it").await, StatusCode::UNAUTHORIZED);
        assert_eq!(basic(&service, "zoe@contoso.example", "not it").await, StatusCode::UNAUTHORIZED);
    }

    async fn the_name_of_a_client_is_cut_to_fit_a_row(service) {
        let ben = Tokens::of(&service, "ben").await;
        let request = service.http.get(service.url("/legacy/nginx-mail")).header("auth-user", BEN);
        let request = request.header("x-auth-key", FRONT_END_KEY).header("client-ip", "192.0.2.14").header("auth-pass", "not%20it").header("auth-protocol", format!("imap{}", "x".repeat(400)));
        assert_eq!(request.send().await.unwrap().status(), StatusCode::OK, "and not an error of the database");
        let row = newest(&service, &ben).await;
        assert!(row["application"].as_str().unwrap().starts_with("IMAPXX"), "{row}");
        assert_eq!(row["protocol"].as_str().unwrap().len(), 32);
        let basic = service.http.get(service.url("/legacy/basic")).basic_auth(BEN, Some("not it"));
        let basic = basic.header("x-auth-key", FRONT_END_KEY);
        basic.header("user-agent", "a".repeat(4000)).send().await.unwrap();
        assert_eq!(newest(&service, &ben).await["clientDevice"].as_str().unwrap().len(), 256);
    }

    async fn an_old_phone_never_locks_its_owner_out(service) {
        let ben = person("ben");
        for _ in 0..30 {
            assert_eq!(basic(&service, ben.upn, "k7mf2c9wqp4t0r1xhn8d").await, StatusCode::UNAUTHORIZED);
        }
        for number in 0..9 {
            basic(&service, ben.upn, &format!("an old normal password {number}")).await;
        }
        assert_eq!(basic(&service, ben.upn, "an old normal password").await, StatusCode::FORBIDDEN, "it waits here");
        let step = SignIn::password(&service, ben.upn, ben.password, &[]).await;
        assert_eq!(step.error(), "insufficient_authorization", "and nowhere else");
        let tokens = Tokens::of(&service, "ben").await;
        let (_, secret) = new_app_password(&service, &tokens, json!({"displayName": "Tablet"})).await;
        assert_eq!(basic(&service, ben.upn, &secret).await, StatusCode::NO_CONTENT, "a right secret is no guess");
    }

    async fn a_refusal_by_mail_may_be_repeated_but_not_for_ever(service) {
        let (status, headers) = mail(&service, BEN, "not%20it", 1).await;
        assert_eq!((status, headers["auth-status"].to_str().unwrap()), (StatusCode::OK, "Invalid login or password"));
        assert_eq!(headers["auth-wait"], "3");
        let (_, headers) = mail(&service, BEN, "not%20it", 10).await;
        assert!(!headers.contains_key("auth-wait"));
        let (_, headers) = mail(&service, "ann@contoso.example", "apple-tree", 1).await;
        assert_eq!(headers["auth-status"], "OK");
        assert!(headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum::<usize>() < 1024);
    }

    async fn without_credentials_a_client_is_asked_for_them(service) {
        let response = service.http.post(service.url("/legacy/basic")).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(response.headers()["www-authenticate"], "Basic realm=\"Proofup\", charset=\"UTF-8\"");
    }
}
