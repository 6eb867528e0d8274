use proofup_api::{CreateAppPassword, ErrorCode, SecretText};
use proofup_client::{ClientError, Session, StoredSession};
use serde_json::json;

use crate::stage::{Reply, Stage, json as reply, problem, tokens};

async fn signed_in(answer: Reply) -> (Stage, Session) {
    let stage = Stage::with([tokens(1), answer]).await;
    let kept = StoredSession { refresh_token: Some(SecretText::new("refresh-0")), ..StoredSession::default() };
    let session = Session::resume(stage.service.clone(), kept, stage.store.clone()).expect("a session");
    (stage, session)
}

#[tokio::test]
async fn returns_a_problem_with_its_code_and_params() {
    let (_stage, session) = signed_in(problem(409, "app_password_limit_reached", json!({ "limit": 40 }))).await;
    let error = session.create_app_password(&CreateAppPassword::named("Laptop")).await.unwrap_err();
    let ClientError::Problem { code, params, correlation_id } = error else { panic!("{error}") };
    assert_eq!(code, ErrorCode::AppPasswordLimitReached);
    assert_eq!(params["limit"], 40);
    assert_eq!(correlation_id.as_deref(), Some("0198-seen"));
}

#[tokio::test]
async fn keeps_a_code_that_is_newer_than_itself() {
    let (_stage, session) = signed_in(problem(409, "moon_in_the_wrong_phase", json!({}))).await;
    let error = session.me().await.unwrap_err();
    let ClientError::Problem { code: ErrorCode::InvalidRequest, params, .. } = error else { panic!("{error}") };
    assert_eq!(params["code"], "moon_in_the_wrong_phase");
}

#[tokio::test]
async fn a_proxy_without_a_service_behind_it_means_unreachable() {
    let (_stage, session) = signed_in(Reply(502, "text/html", "Bad gateway".into())).await;
    assert!(session.me().await.unwrap_err().is_unreachable());
}

#[tokio::test]
async fn prints_no_secret_of_an_app_password() {
    let made = json!({ "id": "1", "displayName": "Laptop", "createdDateTime": "2026-01-01T00:00:00Z", "protocols": [],
        "lastUsedDateTime": null, "lastUsedFrom": null, "lastUsedProtocol": null, "lastUsedFrontEnd": null,
        "lastUsedClient": null, "addressRanges": [], "unusedDays": null, "expiresDateTime": null,
        "password": "k7mf2wqxp9cahd4tnr6e" });
    let (stage, session) = signed_in(reply(201, made)).await;
    let made = session.create_app_password(&CreateAppPassword::named("Laptop")).await.unwrap();
    assert_eq!(made.password.expose(), "k7mf2wqxp9cahd4tnr6e");
    assert!(!format!("{made:?}").contains("k7mf"));
    assert_eq!(stage.asked()[1].body, r#"{"displayName":"Laptop"}"#);
}

#[tokio::test]
async fn follows_no_redirect_with_a_password() {
    let (stage, session) = signed_in(Reply(302, "text/plain", String::new())).await;
    assert!(matches!(session.me().await.unwrap_err(), ClientError::InvalidAnswer { .. }));
    assert_eq!(stage.asked().len(), 2);
}
