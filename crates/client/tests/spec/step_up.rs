use proofup_api::{CreateAppPassword, DenialReason, ErrorCode, SecretText};
use proofup_client::{ClientError, Pending, Session, StoredSession};
use serde_json::json;

use crate::stage::{Reply, Stage, json as reply, problem, tokens};

fn session(stage: &Stage) -> Session {
    let stored = StoredSession {
        user_principal_name: "ann@contoso.example".into(),
        refresh_token: Some(SecretText::new("refresh-0")),
        device_token: None,
    };
    Session::resume(stage.service.clone(), stored, stage.store.clone()).unwrap()
}

fn owed() -> Reply {
    reply(
        400,
        json!({ "error": "insufficient_authorization", "auth_session": "session-1", "preferred": "p1",
            "methods": [{ "id": "p1", "type": "sms", "hint": "+X XXXXXXXX55" }] }),
    )
}

async fn pending(session: &Session) -> Pending {
    session.step_up(600, Some("nl".into())).await.unwrap().expect("a second step is owed")
}

#[tokio::test]
async fn a_refusal_that_asks_for_a_step_up_does_not_renew_the_token() {
    let refused = problem(401, "step_up_required", json!({ "maxAgeSeconds": 600 }));
    let stage = Stage::with([tokens(1), refused]).await;
    let error = session(&stage).create_app_password(&CreateAppPassword::named("Laptop")).await.unwrap_err();
    assert!(matches!(error, ClientError::Problem { code: ErrorCode::StepUpRequired, .. }), "{error}");
    let lines: Vec<_> = stage.asked().into_iter().map(|asked| asked.line).collect();
    assert_eq!(lines, ["POST /oauth2/token", "POST /v1/me/appPasswords"], "another token would be no better");
}

#[tokio::test]
async fn begins_with_the_session_instead_of_a_password() {
    let stage = Stage::with([tokens(1), owed()]).await;
    let pending = pending(&session(&stage)).await;
    assert!(pending.is_step_up());
    assert_eq!((pending.preferred(), pending.remember_days()), (Some("p1"), None));
    let asked = &stage.asked()[1];
    assert_eq!(asked.line, "POST /oauth2/challenge");
    assert_eq!(asked.authorization.as_deref(), Some("Bearer access-1"));
    assert_eq!((asked.field("max_age"), asked.field("client_id")), (Some("600"), Some("proofup-desktop")));
    assert_eq!((asked.field("username"), asked.field("password")), (None, None));
}

#[tokio::test]
async fn ends_with_the_same_session_and_its_tokens() {
    let granted = reply(200, json!({ "auth_time": 1_767_225_607 }));
    let stage = Stage::with([tokens(1), owed(), granted, reply(200, json!({ "value": [] }))]).await;
    let session = session(&stage);
    let pending = pending(&session).await;
    let same = stage.service.submit_code(&pending, SecretText::new("123456"), None, stage.store.clone()).await.unwrap();
    same.trusted_devices().await.unwrap();
    let asked = stage.asked();
    assert_eq!(asked[2].field("auth_session"), Some("session-1"));
    assert_eq!(asked[3].authorization.as_deref(), Some("Bearer access-1"));
    assert_eq!(stage.store.refresh_tokens(), [Some("refresh-1".to_owned())], "nothing new is kept");
}

#[tokio::test]
async fn asks_for_nothing_when_the_second_step_is_recent() {
    let stage = Stage::with([tokens(1), reply(200, json!({ "auth_time": 1_767_225_607 }))]).await;
    assert!(session(&stage).step_up(600, None).await.unwrap().is_none());
}

#[tokio::test]
async fn returns_the_reason_of_a_denial() {
    let denied = reply(400, json!({ "error": "access_denied", "code": "no_methods_registered" }));
    let stage = Stage::with([tokens(1), denied]).await;
    let error = session(&stage).step_up(600, None).await.err().unwrap();
    assert!(matches!(error, ClientError::Denied { reason: DenialReason::NoMethodsRegistered, .. }), "{error}");
}

#[tokio::test]
async fn every_call_sends_the_language() {
    let stage = Stage::with([tokens(1), reply(200, json!({ "value": [] })), reply(200, json!({ "value": [] }))]).await;
    let session = session(&stage);
    stage.service.set_language("zh-TW");
    session.trusted_devices().await.unwrap();
    stage.service.set_language("nl");
    session.trusted_devices().await.unwrap();
    let languages: Vec<_> = stage.asked().into_iter().map(|asked| asked.language.unwrap_or_default()).collect();
    assert_eq!(languages, ["zh-TW", "zh-TW", "nl"]);
    stage.service.set_language("no\nheader");
    assert!(session.trusted_devices().await.is_err(), "the stage has no more answers, and nothing worse happened");
}
