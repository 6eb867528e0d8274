//! Every method, begun on one node and ended on another. The one that began it is killed in between, and the node that
//! takes its place refuses the same once more.

use proofup_otp::Kind;
use reqwest::{Method, StatusCode};
use serde_json::json;

use super::{Node, Nodes, Told, unix_seconds};
use crate::administration::act;
use crate::hardware_tokens::{counted, made};
use crate::legacy::basic;
use crate::step_up::{begin, new_password, on_from};
use crate::support::{Device, SignIn, Tokens, VERIFIER, person, proofup_jti};

const BEN: &str = "ben@contoso.example";

#[tokio::test(flavor = "multi_thread")]
async fn a_text_code_is_taken_by_another_node() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let sign_in = SignIn::begin(&one, "ben").await;
    sign_in.start("sms").await;
    let code = one.text_code(person("ben").mobile);
    let sign_in = sign_in.at(&other);
    one.kill();
    let granted = sign_in.answer(&code).await;
    Tokens::exchange(&other, &granted).await;

    let one = nodes.start();
    assert_eq!(sign_in.at(&one).answer(&code).await.code(), "invalid_authentication");
    let again = SignIn::begin(&one, "ben").await;
    again.start("sms").await;
    assert_eq!(again.answer(&code).await.code(), "code_already_used");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_to_a_text_is_taken_by_another_node() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    one.set("twoWayTexts", "true").await;
    let sign_in = SignIn::begin(&one, "ben").await;
    sign_in.start("sms").await;
    let text = nodes.phones.texts_to(person("ben").mobile).pop().unwrap();
    let reply = Told::of(&text.id, "reply", json!({"text": one.text_code(person("ben").mobile)}));
    let sign_in = sign_in.at(&other);
    one.kill();
    assert_eq!(sign_in.send(&[]).await.error(), "authorization_pending");
    assert_eq!(reply.to(&other).await.0, StatusCode::OK);

    let one = nodes.start();
    assert_eq!(reply.to(&one).await.0, StatusCode::UNAUTHORIZED, "each word of the gateway counts once");
    assert!(sign_in.at(&one).send(&[]).await.is_granted());
    assert_eq!(sign_in.send(&[]).await.code(), "invalid_authentication");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_answered_and_passed_at_other_nodes() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let sign_in = SignIn::begin(&one, "ben").await;
    sign_in.start("voiceMobile").await;
    let call = nodes.call(person("ben").mobile);
    let (_, spoken) = Told::of(&call, "answered", json!({})).to(&other).await;
    assert!(spoken["text"].as_str().unwrap().contains("press the # key"), "{spoken}");
    assert_eq!(sign_in.send(&[]).await.error(), "authorization_pending");
    let sign_in = sign_in.at(&other);
    one.kill();
    let pound = Told::of(&call, "keys", json!({"keys": "#"}));
    assert_eq!(pound.to(&other).await.1["hangUp"], true);

    let one = nodes.start();
    assert_eq!(pound.to(&one).await.0, StatusCode::UNAUTHORIZED, "each word of the gateway counts once");
    assert!(sign_in.at(&one).send(&[]).await.is_granted());
    assert_eq!(sign_in.send(&[]).await.code(), "invalid_authentication", "a call lets in once");
}

#[tokio::test(flavor = "multi_thread")]
async fn how_a_call_ended_is_known_at_every_node() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    for (event, code, reason) in [
        ("busy", "phone_unreachable", json!("busy")),
        ("noAnswer", "phone_unreachable", json!("no_answer")),
        ("voicemail", "call_went_to_voicemail", json!(null)),
        ("hungUp", "call_hung_up", json!(null)),
    ] {
        let sign_in = SignIn::begin(&one, "ben").await;
        sign_in.start("voiceMobile").await;
        let told = Told::of(&nodes.call(person("ben").mobile), event, json!({}));
        assert_eq!(told.to(&other).await.0, StatusCode::OK, "{event}");
        let denied = sign_in.send(&[]).await;
        assert_eq!((denied.code(), &denied.body["params"]["reason"]), (code, &reason), "{event}");
        one.let_pauses_pass().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_is_set_up_on_one_node_and_approves_on_another() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let finn = Tokens::of(&one, "finn").await;
    let set_up = finn.new_device(&one, json!({})).await;
    one.kill();
    let device = Device::activated(&other, &set_up, 7).await;
    let number = finn.test_device(&other, &device.id).await;
    let one = nodes.start();
    let test = device.one_request(&one).await;
    assert_eq!(device.approve(&one, &test, &number).await.0, StatusCode::NO_CONTENT);

    let sign_in = SignIn::begin(&one, "finn").await;
    let number = sign_in.start("push").await.body["challenge"]["number"].as_str().unwrap().to_owned();
    let sign_in = sign_in.at(&other);
    one.kill();
    let request = device.one_request(&other).await;
    let decision = device.sign(&json!({"requestId": request, "approve": true, "number": number}));
    assert_eq!(device.send(&other, &request, &decision).await.0, StatusCode::NO_CONTENT);
    let one = nodes.start();
    assert_eq!(device.send(&one, &request, &decision).await.1["code"], "request_decided");
    assert!(sign_in.at(&one).send(&[]).await.is_granted());
    assert_eq!(sign_in.send(&[]).await.code(), "invalid_authentication", "an approval lets in once");

    let assertion = device.sign(&device.claims(&one, &proofup_jti()));
    assert_eq!(Device::grant(&one, &assertion).await.0, StatusCode::OK);
    assert_eq!(Device::grant(&other, &assertion).await.0, StatusCode::BAD_REQUEST, "an assertion opens one session");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_code_is_taken_by_another_node() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let sign_in = SignIn::begin(&one, "ben").await;
    sign_in.start("oath").await;
    let sign_in = sign_in.at(&other);
    one.kill();
    let code = other.app_code_at(person("ben").authenticator_seed.unwrap(), unix_seconds());
    assert!(sign_in.answer(&code).await.is_granted());

    let one = nodes.start();
    let again = SignIn::begin(&one, "ben").await;
    again.start("oath").await;
    assert_eq!(again.answer(&code).await.code(), "code_already_used");
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_of_hardware_tokens_are_taken_by_another_node() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (mut one, other) = (nodes.start(), nodes.start());
    one.import_timed("").await;
    one.import_counting().await;
    let ben = Tokens::of(&one, "ben").await;
    let timed = |ahead: u64| made(Kind::Totp { period: 30 }, unix_seconds() / 30 + ahead);
    for (serial, activates, code) in [("T-1", timed(0), timed(1)), ("H-1", counted(3), counted(4))] {
        let (status, body) = ben.add_token(&one, serial, &activates).await;
        assert_eq!(status, StatusCode::CREATED, "{body}");
        let sign_in = SignIn::begin(&one, "ben").await;
        sign_in.start("oath").await;
        let sign_in = sign_in.at(&other);
        one.kill();
        assert_eq!(sign_in.answer(&activates).await.code(), "code_already_used", "{serial}: it activated the token");
        assert!(sign_in.answer(&code).await.is_granted(), "{serial}");

        one = nodes.start();
        let again = SignIn::begin(&one, "ben").await;
        again.start("oath").await;
        assert_eq!(again.answer(&code).await.code(), "code_already_used", "{serial}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_phone_is_verified_and_registered_at_other_nodes() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let ann = Tokens::of(&one, "ann").await;
    let (_, started) = ann.add_mobile(&one, person("ann").mobile).await;
    let code = one.text_code(person("ann").mobile);
    one.kill();
    let (status, body) = ann.verify(&other, &started, &code).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    let one = nodes.start();
    let (status, body) = ann.post(&one, "/v1/me/registration:complete", json!(null)).await;
    assert!(status.is_success(), "{body}");
    SignIn::begin(&other, "ann").await.start("sms").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_password_of_one_node_opens_and_ends_at_every_other() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let ben = Tokens::of(&one, "ben").await;
    let (status, made) = new_password(&one, &ben, "Mail").await;
    assert_eq!(status, StatusCode::CREATED, "{made}");
    let (id, secret) = (made["id"].as_str().unwrap(), made["password"].as_str().unwrap());
    one.kill();
    assert_eq!(basic(&other, BEN, secret).await, StatusCode::NO_CONTENT);
    let one = nodes.start();
    assert_eq!(basic(&one, BEN, secret).await, StatusCode::NO_CONTENT);
    assert_eq!(ben.delete(&other, &format!("/v1/me/appPasswords/{id}")).await.0, StatusCode::NO_CONTENT);
    assert_eq!(basic(&one, BEN, secret).await, StatusCode::UNAUTHORIZED, "by the next check");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_one_time_bypass_lets_in_once_at_whichever_node() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let eva = Tokens::of(&one, "eva").await;
    act(&one, &eva, "oneTimeBypass", json!({"seconds": 300, "reason": "phone at home"})).await;
    one.kill();
    let ben = person("ben");
    assert!(SignIn::password(&other, ben.upn, ben.password, &[]).await.is_granted());
    let one = nodes.start();
    assert_eq!(SignIn::password(&one, ben.upn, ben.password, &[]).await.error(), "insufficient_authorization");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_remembered_device_is_known_and_forgotten_by_every_node() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let sign_in = SignIn::begin(&one, "ben").await;
    sign_in.start("sms").await;
    let code = one.text_code(person("ben").mobile);
    let granted = sign_in.send(&[("otp", &code), ("remember_device", "true")]).await;
    let token = granted.body["device_token"].as_str().unwrap();
    one.kill();
    let ben = person("ben");
    let remembered = SignIn::password(&other, ben.upn, ben.password, &[("device_token", token)]).await;
    let tokens = Tokens::exchange(&other, &remembered).await;
    assert_eq!(tokens.delete(&other, "/v1/me/trustedDevices").await.0, StatusCode::NO_CONTENT);
    let one = nodes.start();
    let asked = SignIn::password(&one, ben.upn, ben.password, &[("device_token", token)]).await;
    assert_eq!(asked.error(), "insufficient_authorization");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_up_makes_the_session_fresh_at_every_node() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    // Who came in by a bypass has no second step yet.
    one.cli(&["user", "bypass", BEN, "--reason", "phone at home"]).await;
    let ben = person("ben");
    let ben = Tokens::exchange(&one, &SignIn::password(&one, ben.upn, ben.password, &[]).await).await;
    assert_eq!(new_password(&other, &ben, "Mail").await.1["code"], "step_up_required");
    let step_up = on_from(&one, begin(&one, &ben.access, 600).await);
    step_up.start("sms").await;
    let code = one.text_code(person("ben").mobile);
    let step_up = step_up.at(&other);
    one.kill();
    assert_eq!(step_up.answer(&code).await.status, StatusCode::OK);
    let one = nodes.start();
    assert_eq!(step_up.at(&one).answer(&code).await.code(), "invalid_authentication");
    assert_eq!(new_password(&one, &ben, "Mail").await.0, StatusCode::CREATED);
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_of_one_node_are_rotated_and_revoked_at_every_other() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let first = Tokens::of(&one, "ben").await;
    one.kill();
    let second = first.refresh(&other).await;
    let one = nodes.start();
    let third = second.refresh(&one).await;
    assert_eq!(me(&other, &third).await, StatusCode::OK);
    assert_eq!(first.refreshed(&other).await.0, StatusCode::BAD_REQUEST);
    assert_eq!(me(&one, &third).await, StatusCode::UNAUTHORIZED, "the thief's and the owner's");
    assert_eq!(third.refreshed(&one).await.0, StatusCode::BAD_REQUEST);

    let ann = person("ann");
    let step = SignIn::password(&one, ann.upn, ann.password, &[]).await;
    let tokens = Tokens::exchange(&other, &step).await;
    let code = step.body["authorization_code"].as_str().unwrap();
    assert_eq!(Tokens::exchange_code(&one, code, VERIFIER).await.1["error"], "invalid_grant", "it was used there");
    assert_eq!(me(&other, &tokens).await, StatusCode::UNAUTHORIZED);
}

async fn me(node: &Node, tokens: &Tokens) -> StatusCode {
    node.send(Method::GET, "/v1/me", Some(&tokens.access), None).await.0
}
