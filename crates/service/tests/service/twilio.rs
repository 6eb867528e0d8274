//! Texts and calls over Twilio's interface, against a stand-in for it on the loopback.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use proofup_api::SecretText;
use proofup_service::{Running, Twilio, TwilioAccount};
use sha1::Sha1;

use crate::support::{SignIn, TestDatabase, TestService, form, person, until};

const PUBLIC: &str = "https://verify.contoso.example";
const TOKEN: &str = "the-accounts-secret";

type Received = Vec<(String, BTreeMap<String, String>)>;

/// What the stand-in received, and what it answers.
#[derive(Clone)]
struct StandIn {
    received: Arc<Mutex<Received>>,
    answers: Arc<Mutex<StatusCode>>,
    /// The error that a refusal names.
    error: Arc<Mutex<u32>>,
}

async fn receive(
    State(stand_in): State<StandIn>,
    Path((account, resource)): Path<(String, String)>,
    headers: HeaderMap,
    Form(form): Form<BTreeMap<String, String>>,
) -> (StatusCode, String) {
    // Long enough to come in several pieces.
    let message = "no ".repeat(15_000);
    let refusal = format!("{{\"message\":\"{message}\",\"code\":{}}}", stand_in.error.lock().unwrap());
    let expected = format!("Basic {}", BASE64.encode(format!("{account}:{TOKEN}").as_bytes()));
    if account != "AC123" || headers["authorization"].to_str().unwrap() != expected {
        return (StatusCode::UNAUTHORIZED, refusal);
    }
    stand_in.received.lock().unwrap().push((resource, form));
    (*stand_in.answers.lock().unwrap(), refusal)
}

impl StandIn {
    fn last(&self) -> (String, BTreeMap<String, String>) {
        self.received.lock().unwrap().last().unwrap().clone()
    }
}

async fn with_twilio(database: TestDatabase) -> (TestService, StandIn) {
    let answers = Arc::new(Mutex::new(StatusCode::CREATED));
    let stand_in = StandIn { received: Arc::default(), answers, error: Arc::default() };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let api_url = Some(format!("http://{}", listener.local_addr().unwrap()));
    let router =
        Router::new().route("/2010-04-01/Accounts/{account}/{resource}", post(receive)).with_state(stand_in.clone());
    tokio::spawn(axum::serve(listener, router).into_future());
    let mut service = TestService::start(database).await;
    service.running.take().unwrap().stop().await;
    let account = TwilioAccount {
        account_sid: "AC123".to_owned(),
        auth_token: SecretText::new(TOKEN),
        from: "+14255550100".to_owned(),
        api_url,
    };
    let twilio = Twilio::new(account, PUBLIC, service.config.clock.clone()).unwrap();
    service.config.telephony = Arc::new(twilio);
    service.running = Some(Running::start(service.config.clone()).await.unwrap());
    service.set("callExtensionPrompt", "false").await;
    service.set("callerId", "").await;
    (service, stand_in)
}

fn signature(path: &str, fields: &[(&str, &str)], token: &str) -> String {
    signature_over(PUBLIC, path, fields, token)
}

fn signature_over(address: &str, path: &str, fields: &[(&str, &str)], token: &str) -> String {
    let mut sorted = fields.to_vec();
    sorted.sort_unstable();
    let mut mac = Hmac::<Sha1>::new_from_slice(token.as_bytes()).unwrap();
    mac.update(format!("{address}{path}").as_bytes());
    for (name, value) in sorted {
        mac.update(format!("{name}{value}").as_bytes());
    }
    BASE64.encode(&mac.finalize().into_bytes())
}

/// Twilio tells something.
async fn tell(service: &TestService, path: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
    tell_signed(service, path, fields, &signature(path, fields, TOKEN)).await
}

async fn tell_signed(
    service: &TestService,
    path: &str,
    fields: &[(&str, &str)],
    signature: &str,
) -> (StatusCode, String) {
    let request = service.http.post(service.url(path)).header("x-twilio-signature", signature);
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(form(fields));
    let answer = request.send().await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}

/// The path that an attribute or element of TwiML leads to.
fn path_in(twiml: &str, before: &str) -> String {
    let rest = twiml.split_once(before).unwrap_or_else(|| panic!("{before} in {twiml}")).1;
    rest.split(['"', '<']).next().unwrap().trim_start_matches(PUBLIC).to_owned()
}

const ACTION: &str = "action=\"";

async fn poll(sign_in: &SignIn<'_>) -> crate::support::Step {
    sign_in.service.clock.advance(Duration::from_secs(2));
    sign_in.send(&[]).await
}

async fn both(test: impl AsyncFn(TestService, StandIn)) {
    let (service, stand_in) = with_twilio(TestDatabase::sqlite()).await;
    test(service, stand_in).await;
    let Some(database) = TestDatabase::postgres() else { return };
    let (service, stand_in) = with_twilio(database).await;
    test(service, stand_in).await;
}

/// Ben is called; gives the path of the call.
async fn called<'a>(service: &'a TestService, stand_in: &StandIn, kind: &str) -> (SignIn<'a>, String) {
    let sign_in = SignIn::begin(service, "ben").await;
    assert_eq!(sign_in.start(kind).await.error(), "insufficient_authorization");
    let path = stand_in.last().1["Url"].trim_start_matches(PUBLIC).to_owned();
    (sign_in, path)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_placed_spoken_and_passed_by_its_keys() {
    both(async |service, stand_in| {
        let (sign_in, path) = called(&service, &stand_in, "voiceMobile").await;
        let (resource, call) = stand_in.last();
        assert_eq!(resource, "Calls.json");
        assert_eq!((call["To"].as_str(), call["From"].as_str()), ("+14255550102", "+14255550100"));
        assert_eq!(call["StatusCallback"], format!("{PUBLIC}{path}/status"));
        assert!(!call.contains_key("SendDigits"));
        let (status, twiml) = tell(&service, &path, &[("CallSid", "CA1"), ("AnsweredBy", "human")]).await;
        assert_eq!(status, StatusCode::OK);
        assert!(twiml.contains("<Say language=\"en-US\">Thank you for using Contoso&apos;s"), "{twiml}");
        // Nobody presses anything: it is said again.
        let again = path_in(&twiml, "<Redirect method=\"POST\">");
        let (_, twiml) = tell(&service, &again, &[("CallSid", "CA1")]).await;
        assert!(twiml.contains("press the # key"), "{twiml}");
        // 0 alone says nothing yet.
        let (_, twiml) = tell(&service, &path_in(&twiml, ACTION), &[("CallSid", "CA1"), ("Digits", "0")]).await;
        assert!(twiml.contains("<Gather") && !twiml.contains("<Say"), "{twiml}");
        let (_, twiml) = tell(&service, &path_in(&twiml, ACTION), &[("CallSid", "CA1"), ("Digits", "#")]).await;
        assert!(twiml.contains("To report fraud"), "{twiml}");
        let (_, twiml) = tell(&service, &path_in(&twiml, ACTION), &[("CallSid", "CA1"), ("Digits", "2")]).await;
        assert_eq!(poll(&sign_in).await.error(), "authorization_pending");
        let (_, twiml) = tell(&service, &path_in(&twiml, ACTION), &[("CallSid", "CA1"), ("Digits", "#")]).await;
        assert!(twiml.contains("You are verified") && twiml.contains("<Hangup/>"), "{twiml}");
        tell(&service, &format!("{path}/status"), &[("CallStatus", "completed")]).await;
        assert!(poll(&sign_in).await.is_granted());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_extension_is_dialled_after_the_switchboard_answered() {
    let (service, stand_in) = with_twilio(TestDatabase::sqlite()).await;
    called(&service, &stand_in, "voiceOffice").await;
    let (_, call) = stand_in.last();
    assert_eq!((call["To"].as_str(), call["SendDigits"].as_str()), ("+14255550199", "wwww42"));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_end_of_a_call_has_its_own_reason() {
    both(async |service, stand_in| {
        for (status, code) in [
            ("busy", "phone_unreachable"),
            ("no-answer", "phone_unreachable"),
            ("failed", "phone_unreachable"),
            ("completed", "call_hung_up"),
        ] {
            let (sign_in, path) = called(&service, &stand_in, "voiceMobile").await;
            let told = tell(&service, &format!("{path}/status"), &[("CallStatus", status)]).await;
            assert_eq!(told.0, StatusCode::NO_CONTENT);
            assert_eq!(poll(&sign_in).await.code(), code, "{status}");
            service.clock.advance(Duration::from_secs(240));
        }
        service.clock.advance(Duration::from_secs(600));
        let (sign_in, path) = called(&service, &stand_in, "voiceMobile").await;
        let (_, twiml) = tell(&service, &path, &[("AnsweredBy", "machine_start")]).await;
        assert!(twiml.contains("<Hangup/>"), "{twiml}");
        assert_eq!(poll(&sign_in).await.code(), "call_went_to_voicemail");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_and_repeated_requests_are_refused() {
    both(async |service, stand_in| {
        let (sign_in, path) = called(&service, &stand_in, "voiceMobile").await;
        let pound = [("Digits", "#")];
        let right = signature(&path, &pound, TOKEN);
        for forged in [
            String::new(),
            "nonsense".to_owned(),
            signature(&path, &pound, "another secret"),
            signature(&path, &[("Digits", "1")], TOKEN),
            signature("/telephony/twilio/calls/another", &pound, TOKEN),
        ] {
            let refused = tell_signed(&service, &path, &pound, &forged).await;
            assert_eq!(refused.0, StatusCode::UNAUTHORIZED, "{forged}");
        }
        assert_eq!(poll(&sign_in).await.error(), "authorization_pending");
        let zero = [("Digits", "0")];
        assert_eq!(tell(&service, &path, &zero).await.0, StatusCode::OK);
        assert_eq!(tell(&service, &path, &zero).await.0, StatusCode::UNAUTHORIZED, "seen before");
        assert_eq!(tell_signed(&service, &path, &pound, &right).await.0, StatusCode::OK);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_signed_with_its_port_or_without() {
    both(async |service, stand_in| {
        let (_, path) = called(&service, &stand_in, "voiceMobile").await;
        let zero = [("Digits", "0")];
        for address in ["https://verify.contoso.example:8443", "https://another.contoso.example"] {
            let forged = signature_over(address, &path, &zero, TOKEN);
            assert_eq!(tell_signed(&service, &path, &zero, &forged).await.0, StatusCode::UNAUTHORIZED, "{address}");
        }
        let with_port = signature_over(&format!("{PUBLIC}:443"), &path, &zero, TOKEN);
        assert_eq!(tell_signed(&service, &path, &zero, &with_port).await.0, StatusCode::OK);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_sent_and_its_reply_taken_from_the_number_alone() {
    both(async |service, stand_in| {
        service.set("twoWayTexts", "true").await;
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let (resource, text) = stand_in.last();
        assert_eq!((resource.as_str(), text["To"].as_str()), ("Messages.json", "+14255550102"));
        assert_eq!(text["ValidityPeriod"], "180");
        let code = text["Body"].split(' ').find(|word| word.len() == 6 && word.parse::<u32>().is_ok()).unwrap();
        let replies = "/telephony/twilio/replies";
        tell(&service, replies, &[("From", "+14255550199"), ("Body", code), ("MessageSid", "SM1")]).await;
        assert_eq!(poll(&sign_in).await.error(), "authorization_pending", "another number");
        tell(&service, replies, &[("From", "+14255550102"), ("Body", code), ("MessageSid", "SM2")]).await;
        assert!(poll(&sign_in).await.is_granted());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_twilio_cannot_deliver_is_reported_to_the_waiting_sign_in() {
    both(async |service, stand_in| {
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let path = stand_in.last().1["StatusCallback"].trim_start_matches(PUBLIC).to_owned();
        for status in ["sent", "delivered"] {
            tell(&service, &path, &[("MessageStatus", status)]).await;
            assert_eq!(poll(&sign_in).await.error(), "authorization_pending", "{status}");
        }
        tell(&service, &path, &[("MessageStatus", "undelivered"), ("ErrorCode", "30003")]).await;
        let failed = poll(&sign_in).await;
        assert_eq!((failed.error(), failed.code()), ("access_denied", "phone_unreachable"));
        assert_eq!(failed.body["params"]["reason"], "not_delivered");
        assert!(sign_in.start("oath").await.body["challenge"].is_object(), "the other methods are there");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_of_twilio_about_the_number_and_the_account_are_different() {
    let (service, stand_in) = with_twilio(TestDatabase::sqlite()).await;
    for (status, error, code, reason) in [
        (StatusCode::BAD_REQUEST, 21211, "phone_number_invalid_format", None),
        (StatusCode::BAD_REQUEST, 21635, "phone_number_invalid_format", None),
        (StatusCode::BAD_REQUEST, 21268, "phone_number_invalid_format", None),
        (StatusCode::BAD_REQUEST, 21408, "misconfiguration", None),
        (StatusCode::BAD_REQUEST, 21606, "misconfiguration", None),
        (StatusCode::UNAUTHORIZED, 20003, "misconfiguration", None),
        (StatusCode::BAD_REQUEST, 21608, "misconfiguration", None),
        (StatusCode::BAD_REQUEST, 13227, "misconfiguration", None),
        (StatusCode::BAD_REQUEST, 21610, "phone_unreachable", Some("opted_out")),
        (StatusCode::BAD_REQUEST, 0, "phone_unreachable", Some("gateway")),
    ] {
        *stand_in.answers.lock().unwrap() = status;
        *stand_in.error.lock().unwrap() = error;
        // An hour has only so many texts.
        service.clock.advance(Duration::from_secs(3600));
        let sign_in = SignIn::begin(&service, "ben").await;
        let refused = sign_in.start("sms").await;
        assert_eq!((refused.code(), refused.body["params"]["reason"].as_str()), (code, reason), "{status} {error}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_twilio_refuses_is_reported_at_once() {
    let (service, stand_in) = with_twilio(TestDatabase::sqlite()).await;
    let sign_in = SignIn::begin(&service, "ben").await;
    *stand_in.answers.lock().unwrap() = StatusCode::BAD_REQUEST;
    let denied = sign_in.start("voiceMobile").await;
    assert_eq!((denied.code(), denied.body["params"]["reason"].as_str()), ("phone_unreachable", Some("gateway")));
    assert!(sign_in.start("oath").await.body["challenge"].is_object(), "the other methods are there");
    *stand_in.answers.lock().unwrap() = StatusCode::SERVICE_UNAVAILABLE;
    assert_eq!(sign_in.start("sms").await.code(), "phone_unreachable");
    *stand_in.answers.lock().unwrap() = StatusCode::CREATED;
    let before = stand_in.received.lock().unwrap().len();
    until("the text is sent once more", async || stand_in.received.lock().unwrap().len() > before).await;
    let (resource, text) = stand_in.last();
    assert_eq!(resource, "Messages.json", "a refusal is not repeated, a failure is");
    let code = text["Body"].split(' ').find(|word| word.len() == 6 && word.parse::<u32>().is_ok()).unwrap();
    assert!(sign_in.answer(code).await.is_granted(), "it arrived late and in time");
    assert_eq!(person("ben").mobile, "+1 4255550102");
}
