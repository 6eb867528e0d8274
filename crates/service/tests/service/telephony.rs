//! Texts through a gateway of the organisation's own.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use proofup_api::SecretText;
use proofup_service::{Running, Webhook};
use serde_json::Value;
use sha2::Sha256;

use crate::support::{SignIn, TestDatabase, TestService, person};

/// What the gateway received, and what it answers.
#[derive(Clone, Default)]
struct Gateway {
    received: Arc<Mutex<Vec<(String, String)>>>,
    refuses: Arc<Mutex<bool>>,
}

async fn receive(State(gateway): State<Gateway>, headers: HeaderMap, body: String) -> StatusCode {
    let signature = headers["proofup-signature"].to_str().unwrap().to_owned();
    gateway.received.lock().unwrap().push((signature, body));
    if *gateway.refuses.lock().unwrap() { StatusCode::INTERNAL_SERVER_ERROR } else { StatusCode::ACCEPTED }
}

/// A service whose texts go to a gateway.
async fn with_gateway() -> (TestService, Gateway) {
    let gateway = Gateway::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/send", listener.local_addr().unwrap());
    let router = Router::new().route("/send", post(receive)).with_state(gateway.clone());
    tokio::spawn(axum::serve(listener, router).into_future());
    let mut service = TestService::start(TestDatabase::sqlite()).await;
    service.running.take().unwrap().stop().await;
    let webhook = Webhook::new(&url, SecretText::new("shared"), service.config.clock.clone()).unwrap();
    service.config.telephony = Arc::new(webhook);
    service.running = Some(Running::start(service.config.clone()).await.unwrap());
    (service, gateway)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_handed_over_signed() {
    let (service, gateway) = with_gateway().await;
    let sign_in = SignIn::begin(&service, "ben").await;
    assert_eq!(sign_in.start("sms").await.error(), "insufficient_authorization");
    let (signature, body) = gateway.received.lock().unwrap()[0].clone();
    let message: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((message["kind"].as_str(), message["to"].as_str()), (Some("text"), Some(person("ben").mobile)));
    assert_eq!(message["language"], "en");
    assert_eq!(message["expiresDateTime"], "2026-03-02T09:03:00Z");
    let time = service.clock.unix_seconds();
    let mut mac = Hmac::<Sha256>::new_from_slice(b"shared").unwrap();
    mac.update(format!("{time}.{body}").as_bytes());
    assert_eq!(signature, format!("t={time},v1={}", HEXLOWER.encode(&mac.finalize().into_bytes())));
    let text = message["text"].as_str().unwrap();
    let code = text.split(' ').find(|word| word.len() == 6 && word.parse::<u32>().is_ok()).unwrap();
    assert!(sign_in.answer(code).await.is_granted());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_is_not_taken_is_told_at_once_and_tried_again() {
    let (service, gateway) = with_gateway().await;
    *gateway.refuses.lock().unwrap() = true;
    let sign_in = SignIn::begin(&service, "ben").await;
    assert_eq!(sign_in.start("sms").await.code(), "phone_unreachable");
    *gateway.refuses.lock().unwrap() = false;
    let received = || gateway.received.lock().unwrap().clone();
    for _ in 0..100 {
        if received().len() > 1 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let (first, second) = (&received()[0].1, &received()[1].1);
    assert_eq!(first, second, "the same text with the same id");
    let message: Value = serde_json::from_str(second).unwrap();
    let text = message["text"].as_str().unwrap().to_owned();
    let code = text.split(' ').find(|word| word.len() == 6 && word.parse::<u32>().is_ok()).unwrap();
    assert!(sign_in.answer(code).await.is_granted(), "it arrived late and in time");
}
