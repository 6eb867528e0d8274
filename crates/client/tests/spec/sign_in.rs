use proofup_api::{DenialReason, SecretText};
use proofup_client::{ClientError, Credentials, Pending, Progress, Service};
use serde_json::json;

use crate::stage::{Stage, json as reply, problem, tokens};

fn ann() -> Credentials {
    Credentials {
        user_name: "ann@contoso.example".into(),
        password: SecretText::new("Sommer-2026"),
        device_token: None,
        language: Some("nl".into()),
    }
}

fn second_step_owed() -> crate::stage::Reply {
    reply(
        400,
        json!({ "error": "insufficient_authorization", "auth_session": "session-1",
            "methods": [{ "id": "p1", "type": "sms", "hint": "+X XXXXXXXX55" }, { "id": "a1", "type": "oath", "hint": "Pixel 9" }],
            "preferred": "p1", "rememberDevice": { "allowed": true, "days": 14 } }),
    )
}

async fn pending(stage: &Stage) -> Pending {
    match stage.service.sign_in(ann(), stage.store.clone()).await {
        Ok(Progress::SecondStep(pending)) => *pending,
        Ok(Progress::SignedIn(_)) => panic!("a second step is owed"),
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn signs_in_at_once_when_no_second_step_is_owed() {
    let stage = Stage::with([reply(200, json!({ "authorization_code": "code-1" })), tokens(1)]).await;
    let progress = stage.service.sign_in(ann(), stage.store.clone()).await.unwrap();
    assert!(matches!(progress, Progress::SignedIn(_)));

    let asked = stage.asked();
    assert_eq!(asked[0].line, "POST /oauth2/challenge");
    assert_eq!(asked[0].field("client_id"), Some("proofup-desktop"));
    assert_eq!(asked[0].field("code_challenge_method"), Some("S256"));
    assert_eq!(asked[0].field("ui_locales"), Some("nl"));
    assert_eq!(asked[1].line, "POST /oauth2/token");
    assert_eq!(asked[1].field("grant_type"), Some("authorization_code"));
    assert_eq!(asked[1].field("code"), Some("code-1"));
    assert_eq!(stage.store.refresh_tokens(), [Some("refresh-1".to_owned())]);
}

#[tokio::test]
async fn proves_to_the_token_endpoint_that_it_began_the_sign_in() {
    let stage = Stage::with([reply(200, json!({ "authorization_code": "code-1" })), tokens(1)]).await;
    stage.service.sign_in(ann(), stage.store.clone()).await.unwrap();
    let asked = stage.asked();
    let (challenge, verifier) = (asked[0].field("code_challenge").unwrap(), asked[1].field("code_verifier").unwrap());
    use sha2::Digest;
    assert_eq!(data_encoding::BASE64URL_NOPAD.encode(&sha2::Sha256::digest(verifier)), challenge);
}

#[tokio::test]
async fn goes_through_the_second_step_and_remembers_this_computer() {
    let started = reply(
        400,
        json!({ "error": "insufficient_authorization", "challenge": { "method": "p1", "expiresIn": 180, "interval": 30 } }),
    );
    let granted = reply(200, json!({ "authorization_code": "code-2", "device_token": "device-1" }));
    let stage = Stage::with([second_step_owed(), started, granted, tokens(2)]).await;

    let mut pending = pending(&stage).await;
    assert_eq!(pending.preferred(), Some("p1"));
    assert_eq!(pending.remember_days(), Some(14));
    stage.service.start_method(&mut pending, "p1").await.unwrap();
    assert_eq!(pending.challenge().map(|challenge| challenge.expires_in), Some(180));
    assert_eq!(pending.methods().len(), 2, "the list stays when it is not repeated");
    let code = SecretText::new("123456");
    stage.service.submit_code(&pending, code, Some("desk".into()), stage.store.clone()).await.unwrap();

    let asked = stage.asked();
    assert_eq!(asked[1].field("auth_session"), Some("session-1"));
    assert_eq!(asked[2].field("otp"), Some("123456"));
    assert_eq!(asked[2].field("remember_device"), Some("true"));
    assert_eq!(asked[2].field("device_name"), Some("desk"));
    let kept = stage.store.0.lock().unwrap();
    assert_eq!(kept[0].device_token.as_ref().map(SecretText::expose), Some("device-1"));
}

#[tokio::test]
async fn sends_the_device_token_at_the_next_sign_in() {
    let stage = Stage::with([reply(200, json!({ "authorization_code": "code-1" })), tokens(1)]).await;
    let credentials = Credentials { device_token: Some(SecretText::new("device-1")), ..ann() };
    stage.service.sign_in(credentials, stage.store.clone()).await.unwrap();
    assert_eq!(stage.asked()[0].field("device_token"), Some("device-1"));
    let kept = stage.store.0.lock().unwrap();
    assert_eq!(kept[0].device_token.as_ref().map(SecretText::expose), Some("device-1"), "it is kept on");
}

#[tokio::test]
async fn tells_why_a_sign_in_is_denied() {
    let denied = |code: &str, params| reply(400, json!({ "error": "access_denied", "code": code, "params": params }));
    let stage = Stage::with([denied("account_locked", json!({ "retryAfterSeconds": 900 }))]).await;
    let error = stage.service.sign_in(ann(), stage.store.clone()).await.err().unwrap();
    let ClientError::Denied { reason, params, correlation_id } = error else { panic!("{error}") };
    assert_eq!(reason, DenialReason::LockedOut);
    assert_eq!(params["retryAfterSeconds"], 900);
    assert_eq!(correlation_id.as_deref(), Some("0198-seen"));
}

#[tokio::test]
async fn goes_on_after_a_wrong_code() {
    let wrong = reply(400, json!({ "error": "access_denied", "code": "incorrect_code", "params": { "triesLeft": 4 } }));
    let right = reply(200, json!({ "authorization_code": "code-1" }));
    let stage = Stage::with([second_step_owed(), wrong, right, tokens(1)]).await;
    let pending = pending(&stage).await;
    let try_code = |code| stage.service.submit_code(&pending, SecretText::new(code), None, stage.store.clone());
    assert!(matches!(
        try_code("000000").await.err().unwrap(),
        ClientError::Denied { reason: DenialReason::IncorrectCode, .. }
    ));
    assert!(try_code("123456").await.is_ok());
}

#[tokio::test]
async fn calls_an_expired_code_expired() {
    let stage = Stage::with([second_step_owed(), reply(400, json!({ "error": "expired_token" }))]).await;
    let pending = pending(&stage).await;
    let error =
        stage.service.submit_code(&pending, SecretText::new("1"), None, stage.store.clone()).await.err().unwrap();
    assert!(matches!(error, ClientError::Denied { reason: DenialReason::CodeExpired, .. }));
}

#[tokio::test]
async fn distinguishes_an_unreachable_service_from_a_foreign_answer() {
    let stage = Stage::with([crate::stage::Reply(200, "text/html", "<html>Sign in to the hotel</html>".into())]).await;
    // No program listens on port 1. A port that was free a moment ago may be in use by now.
    let gone = Service::new("http://127.0.0.1:1".parse().unwrap(), stage.environment.clone()).unwrap();
    let error = gone.sign_in(ann(), stage.store.clone()).await.err().unwrap();
    assert!(error.is_unreachable(), "{error}");
    let error = stage.service.sign_in(ann(), stage.store.clone()).await.err().unwrap();
    assert!(matches!(error, ClientError::InvalidAnswer { .. }), "{error}");
    assert!(!error.to_string().contains("hotel"), "an error repeats nothing of a foreign answer");
}

#[tokio::test]
async fn returns_problems_of_the_challenge_endpoint() {
    let stage = Stage::with([problem(503, "service_unavailable", json!({}))]).await;
    let error = stage.service.sign_in(ann(), stage.store.clone()).await.err().unwrap();
    assert!(error.is_unreachable(), "{error}");
}
