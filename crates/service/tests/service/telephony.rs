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
use proofup_service::{NoTelephony, Running, Webhook};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::support::{Device, Intruder, SignIn, TestDatabase, TestService, Tokens, answer, person, until};

/// What the gateway received, and what it answers.
#[derive(Clone)]
struct Gateway {
    received: Arc<Mutex<Vec<(String, String)>>>,
    answers: Arc<Mutex<StatusCode>>,
}

impl Default for Gateway {
    fn default() -> Self {
        Self { received: Arc::default(), answers: Arc::new(Mutex::new(StatusCode::ACCEPTED)) }
    }
}

impl Gateway {
    fn answer(&self, status: StatusCode) {
        *self.answers.lock().unwrap() = status;
    }

    /// What it was handed last.
    fn last(&self) -> Value {
        serde_json::from_str(&self.received.lock().unwrap().last().unwrap().1).unwrap()
    }
}

async fn receive(State(gateway): State<Gateway>, headers: HeaderMap, body: String) -> StatusCode {
    let signature = headers["proofup-signature"].to_str().unwrap().to_owned();
    gateway.received.lock().unwrap().push((signature, body));
    *gateway.answers.lock().unwrap()
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
async fn a_text_that_the_gateway_refuses_is_reported_at_once_and_can_be_repeated() {
    let (service, gateway) = with_gateway().await;
    gateway.answer(StatusCode::INTERNAL_SERVER_ERROR);
    let sign_in = SignIn::begin(&service, "ben").await;
    assert_eq!(sign_in.start("sms").await.code(), "phone_unreachable");
    gateway.answer(StatusCode::ACCEPTED);
    let received = || gateway.received.lock().unwrap().clone();
    until("the text is sent once more", async || received().len() > 1).await;
    let (first, second) = (&received()[0].1, &received()[1].1);
    assert_eq!(first, second, "the same text with the same id");
    let message: Value = serde_json::from_str(second).unwrap();
    let text = message["text"].as_str().unwrap().to_owned();
    let code = text.split(' ').find(|word| word.len() == 6 && word.parse::<u32>().is_ok()).unwrap();
    assert!(sign_in.answer(code).await.is_granted(), "it arrived late and in time");
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_of_the_number_and_of_the_gateway_are_different() {
    on_both(async |service, gateway| {
        let eva = signed_in(&service, &gateway, "eva").await;
        let sign_in = SignIn::begin(&service, "ben").await;
        for (status, code) in [
            (StatusCode::UNPROCESSABLE_ENTITY, "phone_number_invalid_format"),
            (StatusCode::UNAUTHORIZED, "misconfiguration"),
            (StatusCode::NOT_FOUND, "misconfiguration"),
            (StatusCode::BAD_GATEWAY, "phone_unreachable"),
        ] {
            gateway.answer(status);
            let denied = sign_in.start("sms").await;
            assert_eq!((denied.error(), denied.code()), ("access_denied", code), "{status}");
            let row = newest_denial(&service, &eva).await;
            assert_eq!((&row["denialReason"], &row["authenticationMode"]), (&json!(code), &json!("text_message")));
        }
        gateway.answer(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(sign_in.start("voiceMobile").await.code(), "phone_number_invalid_format");
        gateway.answer(StatusCode::ACCEPTED);
        service.clock.advance(Duration::from_secs(300));
        let ben = signed_in(&service, &gateway, "ben").await;
        gateway.answer(StatusCode::UNPROCESSABLE_ENTITY);
        let body = json!({"phoneType": "alternateMobile", "phoneNumber": "+1 4255550177", "verifyBy": "voice"});
        let (_, problem) = ben.post(&service, "/v1/me/authentication/phoneMethods", body).await;
        assert_eq!(
            (&problem["code"], &problem["params"]["reason"]),
            (&json!("phone_number_invalid"), &json!("not_in_use"))
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_gateway_texts_are_not_configured() {
    let mut service = TestService::start(TestDatabase::sqlite()).await;
    service.running.take().unwrap().stop().await;
    service.config.telephony = Arc::new(NoTelephony);
    service.running = Some(Running::start(service.config.clone()).await.unwrap());
    let sign_in = SignIn::begin(&service, "ben").await;
    assert_eq!(sign_in.start("sms").await.code(), "misconfiguration");
    assert_eq!(sign_in.start("voiceMobile").await.code(), "misconfiguration");
    assert!(sign_in.start("oath").await.body["challenge"].is_object(), "the other methods are there");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_fails_later_is_reported_to_the_waiting_sign_in() {
    on_both(async |service, gateway| {
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let text = gateway.last();
        let body = format!("{{\"id\":{},\"event\":\"failed\"}}", text["id"]);
        assert_eq!(poll(&sign_in).await.error(), "authorization_pending");
        assert_eq!(tell(&service, &body).await.0, StatusCode::OK);
        let failed = poll(&sign_in).await;
        assert_eq!((failed.error(), failed.code()), ("access_denied", "phone_unreachable"));
        assert_eq!(failed.body["params"]["reason"], "not_delivered");
        assert_eq!(failed.body["methods"].as_array().unwrap().len(), 4, "the other methods are beside it");
        assert_eq!(tell(&service, &body).await.0, StatusCode::OK, "told again");
        let eva = signed_in(&service, &gateway, "eva").await;
        let path = "/v1/admin/signIns?user=ben%40contoso.example&denialReason=phone_unreachable";
        let log = eva.get(&service, path).await;
        assert_eq!(log["value"].as_array().unwrap().len(), 1, "logged once: {log}");
        assert_eq!(log["value"][0]["correlationId"], failed.body["correlationId"], "a help desk finds the row");
        assert_eq!(log["value"][0]["phoneNumber"], "+1 XXXXXXXX02");
        assert_eq!(log["value"][0]["clientAddress"], "127.0.0.1", "from where the sign-in came");
        assert!(sign_in.answer(&code_in(&text)).await.is_granted(), "should it arrive after all, it counts");
        service.clock.advance(Duration::from_secs(1));
        assert_eq!(tell(&service, &body).await.0, StatusCode::OK);
        assert_eq!(eva.get(&service, path).await["value"].as_array().unwrap().len(), 1, "nobody waits any more");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_text_to_a_new_number_is_reported_to_the_waiting_verification() {
    on_both(async |service, gateway| {
        let ann = Tokens::of(&service, "ann").await;
        let (_, started) = ann.add_mobile(&service, person("ann").mobile).await;
        let path = format!("/v1/me/authentication/verifications/{}", started["verificationId"].as_str().unwrap());
        assert_eq!(ann.get(&service, &path).await["status"], "pending");
        let body = format!("{{\"id\":{},\"event\":\"failed\"}}", gateway.last()["id"]);
        assert_eq!(tell(&service, &body).await.0, StatusCode::OK);
        let state = ann.get(&service, &path).await;
        assert_eq!((&state["status"], &state["code"]), (&json!("failed"), &json!("phone_unreachable")));
        assert_eq!(state["params"]["reason"], "not_delivered");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn unused_codes_and_calls_are_logged() {
    on_both(async |mut service, gateway| {
        let waits = SignIn::begin(&service, "ben").await;
        waits.start("sms").await;
        service.clock.advance(Duration::from_secs(1));
        let goes_on = SignIn::begin(&service, "finn").await;
        goes_on.start("sms").await;
        let called = SignIn::begin(&service, "gita").await;
        called.start("voiceMobile").await;
        service.clock.advance(Duration::from_secs(180));
        // Another method continues the same sign-in.
        let phone = Device::demo_phone(&service).await;
        let number = goes_on.start("push").await.body["challenge"]["number"].as_str().unwrap().to_owned();
        let request = phone.one_request(&service).await;
        phone.approve(&service, &request, &number).await;
        assert!(goes_on.send(&[]).await.is_granted());
        // What is left is settled once a minute, the first time when a service starts.
        service.running.take().unwrap().stop().await;
        service.running = Some(Running::start(service.config.clone()).await.unwrap());
        service.config.listen = service.running.as_ref().unwrap().address();
        let eva = signed_in(&service, &gateway, "eva").await;
        let missed = async || {
            let log = eva.get(&service, "/v1/admin/signIns?denialReason=code_not_entered").await;
            let rows = log["value"].as_array().unwrap().clone();
            let mut told: Vec<_> = rows
                .iter()
                .map(|row| {
                    (
                        row["userPrincipalName"].as_str().unwrap().to_owned(),
                        row["authenticationMode"].as_str().unwrap().to_owned(),
                    )
                })
                .collect();
            told.sort();
            told
        };
        until("both are told as missed", async || missed().await.len() >= 2).await;
        let expected = [("ben@contoso.example", "text_message"), ("gita@contoso.example", "call_mobile")];
        assert_eq!(missed().await, expected.map(|(who, how)| (who.to_owned(), how.to_owned())));
    })
    .await;
}

/// The six digits of a text.
fn code_in(text: &Value) -> String {
    let words = text["text"].as_str().unwrap();
    words.split(' ').find(|word| word.len() == 6 && word.parse::<u32>().is_ok()).unwrap().to_owned()
}

/// Somebody signs in through the gateway.
async fn signed_in(service: &TestService, gateway: &Gateway, name: &str) -> Tokens {
    let sign_in = SignIn::begin(service, name).await;
    assert_eq!(sign_in.start("sms").await.error(), "insufficient_authorization");
    Tokens::exchange(service, &sign_in.answer(&code_in(&gateway.last())).await).await
}

/// The newest denied sign-in of Ben, as an administrator reads it.
async fn newest_denial(service: &TestService, eva: &Tokens) -> Value {
    eva.get(service, "/v1/admin/signIns?user=ben%40contoso.example&kind=denied&top=1").await["value"][0].clone()
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
            service.clock.advance(Duration::from_secs(240));
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
async fn a_gateway_event_that_failed_is_accepted_when_it_is_repeated() {
    on_both(async |service, gateway| {
        let (sign_in, call) = called(&service, &gateway).await;
        let body = format!("{{\"id\":{},\"event\":\"keys\",\"keys\":\"#\"}}", call["id"]);
        let signature = sign(service.clock.unix_seconds(), &body, b"shared");
        let mut db = Intruder::at(&service).await;
        db.run("ALTER TABLE phone_calls RENAME COLUMN pressed TO pressed_away").await;
        let failed = tell_signed(&service, &body, &signature).await.0;
        assert_eq!(failed, StatusCode::INTERNAL_SERVER_ERROR);
        db.run("ALTER TABLE phone_calls RENAME COLUMN pressed_away TO pressed").await;
        assert_eq!(tell_signed(&service, &body, &signature).await.0, StatusCode::OK, "its signature was not spent");
        assert_eq!(tell_signed(&service, &body, &signature).await.0, StatusCode::UNAUTHORIZED, "now it is");
        assert!(poll(&sign_in).await.is_granted());
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
