//! Texts and calls through a gateway of the organisation's own.

use std::sync::{Arc, Mutex};
use std::time::Duration;

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

use crate::support::{SignIn, TestDatabase, TestService, answer, person};

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
    with_gateway_on(TestDatabase::sqlite()).await
}

/// The same test on both databases.
async fn on_both(test: impl AsyncFn(TestService, Gateway)) {
    let (service, gateway) = with_gateway().await;
    test(service, gateway).await;
    let Some(database) = TestDatabase::postgres() else { return };
    let (service, gateway) = with_gateway_on(database).await;
    test(service, gateway).await;
}

async fn with_gateway_on(database: TestDatabase) -> (TestService, Gateway) {
    let gateway = Gateway::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/send", listener.local_addr().unwrap());
    let router = Router::new().route("/send", post(receive)).with_state(gateway.clone());
    tokio::spawn(axum::serve(listener, router).into_future());
    let mut service = TestService::start(database).await;
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

/// The gateway tells something, signed.
async fn tell(service: &TestService, body: &str) -> (StatusCode, Value) {
    let time = service.clock.unix_seconds();
    tell_signed(service, body, &sign(time, body, b"shared")).await
}

pub fn sign(time: u64, body: &str, secret: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap();
    mac.update(format!("{time}.{body}").as_bytes());
    format!("t={time},v1={}", HEXLOWER.encode(&mac.finalize().into_bytes()))
}

pub async fn tell_signed(service: &TestService, body: &str, signature: &str) -> (StatusCode, Value) {
    let request = service.http.post(service.url("/telephony/events")).header("proofup-signature", signature);
    answer(request.header("content-type", "application/json").body(body.to_owned()).send().await.unwrap()).await
}

async fn poll(sign_in: &SignIn<'_>) -> crate::support::Step {
    sign_in.service.clock.advance(Duration::from_secs(2));
    sign_in.send(&[]).await
}

/// Ben is called through the gateway; gives what it was handed.
async fn called<'a>(service: &'a TestService, gateway: &Gateway) -> (SignIn<'a>, Value) {
    let sign_in = SignIn::begin(service, "ben").await;
    assert_eq!(sign_in.start("voiceMobile").await.error(), "insufficient_authorization");
    let body = gateway.received.lock().unwrap().last().unwrap().1.clone();
    (sign_in, serde_json::from_str(&body).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_handed_over_and_moved_on_by_events() {
    on_both(async |service, gateway| {
        let (sign_in, call) = called(&service, &gateway).await;
        assert_eq!((call["kind"].as_str(), call["to"].as_str()), (Some("call"), Some(person("ben").mobile)));
        assert_eq!(call["from"], "+1 4255550100", "the caller id that the organisation chose");
        assert!(call["text"].as_str().unwrap().contains("press the # key"));
        let id = call["id"].as_str().unwrap();
        let event = |event: &str, more: &str| format!("{{\"id\":\"{id}\",\"event\":\"{event}\"{more}}}");
        assert_eq!(tell(&service, &event("delivered", "")).await.0, StatusCode::OK);
        let (_, spoken) = tell(&service, &event("answered", "")).await;
        assert_eq!((spoken["text"].as_str(), &spoken["hangUp"]), (call["text"].as_str(), &false.into()));
        assert_eq!(poll(&sign_in).await.error(), "authorization_pending");
        let (status, spoken) = tell(&service, &event("keys", ",\"keys\":\"#\"")).await;
        assert_eq!((status, &spoken["hangUp"]), (StatusCode::OK, &true.into()));
        assert!(poll(&sign_in).await.is_granted());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_way_a_call_ends_has_its_event() {
    on_both(async |service, gateway| {
        for (event, code) in [
            ("busy", "phone_unreachable"),
            ("noAnswer", "phone_unreachable"),
            ("failed", "phone_unreachable"),
            ("voicemail", "call_went_to_voicemail"),
            ("hungUp", "call_hung_up"),
        ] {
            let (sign_in, call) = called(&service, &gateway).await;
            let body = format!("{{\"id\":{},\"event\":\"{event}\"}}", call["id"]);
            assert_eq!(tell(&service, &body).await.0, StatusCode::OK, "{event}");
            assert_eq!(poll(&sign_in).await.code(), code, "{event}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn events_that_are_forged_old_or_seen_before_are_refused() {
    on_both(async |service, gateway| {
        let (sign_in, call) = called(&service, &gateway).await;
        let body = format!("{{\"id\":{},\"event\":\"keys\",\"keys\":\"#\"}}", call["id"]);
        let now = service.clock.unix_seconds();
        for signature in [
            String::new(),
            "t=1".to_owned(),
            format!("t={now},v1=00"),
            sign(now, &body, b"another secret"),
            sign(now, "{}", b"shared"),
            sign(now - 301, &body, b"shared"),
            sign(now + 301, &body, b"shared"),
            sign(now - 301, &body, b"shared").replace(&(now - 301).to_string(), &now.to_string()),
        ] {
            assert_eq!(tell_signed(&service, &body, &signature).await.0, StatusCode::UNAUTHORIZED, "{signature}");
        }
        assert_eq!(poll(&sign_in).await.error(), "authorization_pending");
        let zero = body.replace('#', "0");
        let signature = sign(service.clock.unix_seconds() - 299, &zero, b"shared");
        assert_eq!(tell_signed(&service, &zero, &signature).await.0, StatusCode::OK);
        assert_eq!(tell_signed(&service, &zero, &signature).await.0, StatusCode::UNAUTHORIZED, "seen before");
        for (body, status) in [
            ("{\"id\":\"x\",\"event\":\"keys\",\"keys\":\"#\"}", StatusCode::NOT_FOUND),
            ("{\"id\":\"x\",\"event\":\"sneezed\"}", StatusCode::BAD_REQUEST),
            ("{\"id\":\"x\",\"event\":\"keys\"}", StatusCode::BAD_REQUEST),
            ("no json", StatusCode::BAD_REQUEST),
        ] {
            assert_eq!(tell(&service, body).await.0, status, "{body}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_node_takes_the_event() {
    let (service, gateway) = with_gateway_on(TestDatabase::sqlite()).await;
    let (sign_in, call) = called(&service, &gateway).await;
    let mut other = service.config.clone();
    other.listen = ([127, 0, 0, 1], 0).into();
    let other = Running::start(other).await.unwrap();
    let body = format!("{{\"id\":{},\"event\":\"keys\",\"keys\":\"#\"}}", call["id"]);
    let signature = sign(service.clock.unix_seconds(), &body, b"shared");
    let request = service.http.post(format!("{}/telephony/events", other.url()));
    let request = request.header("proofup-signature", &signature).header("content-type", "application/json");
    assert_eq!(request.body(body.clone()).send().await.unwrap().status(), StatusCode::OK);
    assert_eq!(tell_signed(&service, &body, &signature).await.0, StatusCode::UNAUTHORIZED, "seen there");
    assert!(poll(&sign_in).await.is_granted());
    other.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_comes_as_an_event_too() {
    on_both(async |service, gateway| {
        service.set("twoWayTexts", "true").await;
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let handed = gateway.received.lock().unwrap().last().unwrap().1.clone();
        let text: Value = serde_json::from_str(&handed).unwrap();
        let words = text["text"].as_str().unwrap();
        let code = words.split(' ').find(|word| word.len() == 6 && word.parse::<u32>().is_ok()).unwrap();
        let body = format!("{{\"id\":{},\"event\":\"reply\",\"text\":\"{code}\"}}", text["id"]);
        assert_eq!(tell(&service, &body).await.0, StatusCode::OK);
        assert!(poll(&sign_in).await.is_granted());
    })
    .await;
}
