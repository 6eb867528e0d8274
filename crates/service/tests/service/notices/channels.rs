//! Who is told, of what, and by which way.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode as Answer};
use axum::routing::post;
use proofup_api::SecretText;
use proofup_service::SignedPost;
use reqwest::StatusCode;
use serde_json::{Value, json};

use super::sink::Sink;
use super::{BEN, BENS_MAIL, bypass_for_ben, of_bypasses, with_mail};
use crate::on_both_databases;
use crate::support::{CHALLENGE, TestService, Tokens, form, person, until};
use crate::telephony::sign;

type Received = Arc<Mutex<Vec<(String, String)>>>;

async fn receive(State(received): State<Received>, headers: HeaderMap, body: String) -> Answer {
    received.lock().unwrap().push((headers["proofup-signature"].to_str().unwrap().to_owned(), body));
    Answer::NO_CONTENT
}

/// A program of the organisation that hears of what people are told.
async fn with_webhook(service: TestService) -> (TestService, Received) {
    let received = Received::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/notices", listener.local_addr().unwrap());
    let router = Router::new().route("/notices", post(receive)).with_state(Arc::clone(&received));
    tokio::spawn(axum::serve(listener, router).into_future());
    let clock = service.config.clock.clone();
    let webhook = SignedPost::new("notices.webhook.", &url, SecretText::new("key of the webhook"), clock).unwrap();
    (service.restarted(|config| config.notice_webhook = Some(webhook)).await, received)
}

on_both_databases! {
    async fn the_old_address_hears_of_the_new_one(service) {
        let folder = tempfile::tempdir().unwrap();
        let sink = Sink::start(folder.path()).await;
        let (service, eva) = with_mail(service, &sink).await;
        assert_eq!(eva.patch(&service, BEN, json!({"mail": "mallory@elsewhere.example"})).await.0, StatusCode::OK);
        until("both are told", async || {
            sink.letters_to("mallory@elsewhere.example").len() == 1 && sink.letters_to(BENS_MAIL).len() == 2
        })
        .await;
        let letter = sink.letters_to(BENS_MAIL).pop().unwrap();
        let text = &letter.parts()[0];
        assert!(text.contains("The mail address of your account was changed") && !text.contains("mallory"), "{text}");
        assert_eq!(eva.patch(&service, BEN, json!({"mail": "no address"})).await.0, StatusCode::BAD_REQUEST);
    }

    async fn a_phone_that_is_removed_is_told_by_text(service) {
        let ben = Tokens::of(&service, "ben").await;
        let mobile = person("ben").mobile;
        let methods = ben.methods(&service).await;
        let phone = methods.iter().find(|method| method["phoneType"] == "mobile").unwrap()["id"].as_str().unwrap();
        let before = service.phones.texts_to(mobile).len();
        let (status, body) = ben.delete(&service, &format!("/v1/me/authentication/phoneMethods/{phone}")).await;
        assert_eq!(status, StatusCode::NO_CONTENT, "{body}");
        until("it is told", async || service.phones.texts_to(mobile).len() > before).await;
        let text = service.phones.texts_to(mobile).pop().unwrap();
        assert!(text.text.expose().contains("no longer verifies"), "{}", text.text.expose());
    }

    async fn a_number_that_is_replaced_is_told_by_text(service) {
        let ben = Tokens::of(&service, "ben").await;
        let mobile = person("ben").mobile;
        let methods = ben.methods(&service).await;
        let phone = methods.iter().find(|method| method["phoneType"] == "mobile").unwrap()["id"].as_str().unwrap();
        let body = json!({"phoneType": "mobile", "phoneNumber": "+1 4255550142", "verifyBy": "sms"});
        let (_, started) = ben.patch(&service, &format!("/v1/me/authentication/phoneMethods/{phone}"), body).await;
        let before = service.phones.texts_to(mobile).len();
        assert_eq!(ben.verify(&service, &started, &service.text_code("+1 4255550142")).await.0, StatusCode::OK);
        until("the old number is told", async || service.phones.texts_to(mobile).len() > before).await;
        let text = service.phones.texts_to(mobile).pop().unwrap();
        assert!(text.text.expose().contains("no longer verifies"), "{}", text.text.expose());
    }

    async fn what_the_organisation_switched_off_is_not_told(service) {
        let folder = tempfile::tempdir().unwrap();
        let sink = Sink::start(folder.path()).await;
        let (service, eva) = with_mail(service, &sink).await;
        service.set("noticeBypassIssued", "false").await;
        bypass_for_ben(&service, &eva).await;
        // What is told after it arrives, and it does not.
        eva.post(&service, "/v1/admin/users/ben@contoso.example:block", json!({"reason": "stolen"})).await;
        until("the block is told", async || {
            sink.letters_to(BENS_MAIL).iter().any(|letter| letter.head("Subject").contains("blocked"))
        })
        .await;
        assert!(of_bypasses(&sink).is_empty());
    }

    async fn a_letter_links_to_the_organisations_page(service) {
        let folder = tempfile::tempdir().unwrap();
        let sink = Sink::start(folder.path()).await;
        let (service, eva) = with_mail(service, &sink).await;
        service.set("noticeReportPage", "https://contoso.example/security?from=mail").await;
        bypass_for_ben(&service, &eva).await;
        until("it arrives", async || !of_bypasses(&sink).is_empty()).await;
        let parts = of_bypasses(&sink).remove(0).parts();
        assert!(parts[0].contains("This wasn't me: https://contoso.example/security?from=mail"), "{}", parts[0]);
        assert!(parts[1].contains("<a href=\"https://contoso.example/security?from=mail\">"), "{}", parts[1]);
    }

    async fn a_sign_in_from_another_network_is_told_once(service) {
        let folder = tempfile::tempdir().unwrap();
        let sink = Sink::start(folder.path()).await;
        let (service, eva) = with_mail(service.behind_a_proxy().await, &sink).await;
        eva.patch(&service, "/v1/admin/users/ann@contoso.example", json!({"mail": "ann@mail.example"})).await;
        let ann = person("ann");
        let sign_in = async |from: &str| {
            let fields = [
                ("client_id", "proofup-desktop"),
                ("username", ann.upn),
                ("password", ann.password),
                ("code_challenge", CHALLENGE),
                ("code_challenge_method", "S256"),
            ];
            let request = service.http.post(service.url("/oauth2/challenge")).header("x-forwarded-for", from);
            let request = request.header("content-type", "application/x-www-form-urlencoded").body(form(&fields));
            assert_eq!(request.send().await.unwrap().status(), StatusCode::OK);
        };
        let told = || {
            let letters = sink.letters_to("ann@mail.example").into_iter();
            letters.filter(|letter| letter.head("Subject").contains("new network")).collect::<Vec<_>>()
        };
        for from in ["192.0.2.14", "192.0.2.14", "198.51.100.7", "198.51.100.7", "192.0.2.14"] {
            sign_in(from).await;
        }
        until("it is told", async || !told().is_empty()).await;
        eva.post(&service, "/v1/admin/users/ann@contoso.example:block", json!({"reason": "stolen"})).await;
        until("the block is told", async || {
            sink.letters_to("ann@mail.example").iter().any(|letter| letter.head("Subject").contains("blocked"))
        })
        .await;
        let told = told();
        assert_eq!(told.len(), 1);
        assert!(told[0].parts()[0].contains("198.51.100.7"), "{}", told[0].parts()[0]);
    }

    async fn the_organisations_own_systems_hear_of_everything_signed(service) {
        let (service, received) = with_webhook(service).await;
        let eva = Tokens::of(&service, "eva").await;
        bypass_for_ben(&service, &eva).await;
        until("it is told", async || !received.lock().unwrap().is_empty()).await;
        let (signature, body) = received.lock().unwrap()[0].clone();
        assert_eq!(signature, sign(service.clock.unix_seconds(), &body, b"key of the webhook"));
        let body: Value = serde_json::from_str(&body).unwrap();
        assert_eq!((&body["event"], &body["userPrincipalName"]), (&json!("bypass_issued"), &json!("ben@contoso.example")));
        assert_eq!((&body["changedBy"], &body["occurredDateTime"]), (&json!("administrator"), &json!("2026-03-02T09:00:00Z")));
        assert_eq!(body["untilDateTime"], "2026-03-02T09:05:00Z");
    }
}
