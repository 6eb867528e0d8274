use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use proofup_api::SecretText;
use proofup_client::{ClientError, Session, StoredSession};
use serde_json::json;

use crate::stage::{Asked, Reply, Stage, json as reply, problem, tokens};

fn kept() -> StoredSession {
    StoredSession {
        user_principal_name: "ann@contoso.example".into(),
        refresh_token: Some(SecretText::new("refresh-0")),
        device_token: Some(SecretText::new("device-0")),
    }
}

fn resume(stage: &Stage) -> Session {
    Session::resume(stage.service.clone(), kept(), stage.store.clone()).expect("there is a refresh token")
}

fn devices() -> Reply {
    reply(200, json!({ "value": [] }))
}

#[tokio::test]
async fn continues_a_stored_session() {
    let stage = Stage::with([tokens(1), devices()]).await;
    resume(&stage).trusted_devices().await.unwrap();
    let asked = stage.asked();
    assert_eq!(asked[0].field("refresh_token"), Some("refresh-0"));
    assert_eq!(asked[1].authorization.as_deref(), Some("Bearer access-1"));
}

#[tokio::test]
async fn tells_which_remembered_device_asks_for_the_list_of_them_and_for_nothing_else() {
    let stage = Stage::with([tokens(1), devices(), devices()]).await;
    let session = resume(&stage);
    session.trusted_devices().await.unwrap();
    session.methods().await.unwrap();
    let told: Vec<_> = stage.asked().into_iter().map(|asked| asked.device).collect();
    assert_eq!(told, [None, Some("device-0".to_owned()), None]);
}

#[tokio::test]
async fn cannot_continue_after_a_sign_out() {
    let stage = Stage::with([]).await;
    let kept = StoredSession { refresh_token: None, ..kept() };
    assert!(Session::resume(stage.service.clone(), kept, stage.store.clone()).is_none());
}

#[tokio::test]
async fn keeps_a_new_refresh_token_before_the_new_access_token_is_used() {
    let seen = Arc::new(AtomicU32::new(0));
    let counted = seen.clone();
    let stage = Stage::playing(move |asked: &Asked| {
        if asked.line.ends_with("/oauth2/token") {
            Some(tokens(1))
        } else {
            counted.fetch_add(1, Ordering::SeqCst);
            None
        }
    })
    .await;
    assert!(resume(&stage).trusted_devices().await.is_err(), "the service crashed before it answered");
    assert_eq!(seen.load(Ordering::SeqCst), 1);
    assert_eq!(stage.store.refresh_tokens(), [Some("refresh-1".to_owned())]);
}

#[tokio::test]
async fn refreshes_once_for_many_calls_at_once() {
    let stage =
        Stage::playing(|asked: &Asked| Some(if asked.line.ends_with("/oauth2/token") { tokens(1) } else { devices() }))
            .await;
    let session = resume(&stage);
    let calls: Vec<_> = (0..12)
        .map(|_| {
            let session = session.clone();
            tokio::spawn(async move { session.trusted_devices().await })
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let refreshes = stage.asked().iter().filter(|asked| asked.line.ends_with("/oauth2/token")).count();
    assert_eq!(refreshes, 1, "a second use of one refresh token would end the session");
}

#[tokio::test]
async fn renews_an_access_token_before_it_ends() {
    let stage = Stage::with([tokens(1), devices(), devices(), tokens(2), devices()]).await;
    let session = resume(&stage);
    session.trusted_devices().await.unwrap();
    stage.environment.pass(500);
    session.trusted_devices().await.unwrap();
    stage.environment.pass(81);
    session.trusted_devices().await.unwrap();
    let lines: Vec<_> = stage.asked().into_iter().map(|asked| asked.line).collect();
    assert_eq!(lines.iter().filter(|line| line.ends_with("/oauth2/token")).count(), 2);
    assert_eq!(stage.asked()[3].field("refresh_token"), Some("refresh-1"));
}

#[tokio::test]
async fn asks_again_with_a_new_token_when_the_service_forgot_the_old_one() {
    let stage = Stage::with([tokens(1), problem(401, "invalid_token", json!({})), tokens(2), devices()]).await;
    resume(&stage).trusted_devices().await.unwrap();
    assert_eq!(stage.asked()[3].authorization.as_deref(), Some("Bearer access-2"));
}

#[tokio::test]
async fn is_signed_out_when_the_refresh_token_is_refused() {
    let refused = reply(400, json!({ "error": "invalid_grant" }));
    let stage = Stage::with([refused]).await;
    let session = resume(&stage);
    let error = session.trusted_devices().await.unwrap_err();
    assert!(matches!(error, ClientError::SignedOut { .. }), "{error}");
    assert_eq!(stage.store.refresh_tokens(), [None], "a refused token is not stored");
    assert!(stage.store.0.lock().unwrap()[0].device_token.is_some(), "the remembered device stays remembered");
    assert!(matches!(session.trusted_devices().await.unwrap_err(), ClientError::SignedOut { .. }));
    assert_eq!(stage.asked().len(), 1, "it asks no more");
}

#[tokio::test]
async fn asks_at_once_again_when_the_answer_to_a_refresh_was_lost() {
    let lost = AtomicU32::new(0);
    let stage = Stage::playing(move |asked: &Asked| match asked.line.ends_with("/oauth2/token") {
        true if lost.fetch_add(1, Ordering::SeqCst) == 0 => None,
        true => Some(tokens(1)),
        false => Some(devices()),
    })
    .await;
    let session = resume(&stage);
    session.trusted_devices().await.unwrap();
    let refreshed: Vec<_> = stage.asked().iter().filter_map(|a| a.field("refresh_token").map(str::to_owned)).collect();
    assert_eq!(refreshed, ["refresh-0", "refresh-0"]);
}

#[tokio::test]
async fn signs_out_here_even_when_the_service_cannot_be_reached() {
    let stage = Stage::playing(|_| None).await;
    let session = resume(&stage);
    assert!(session.sign_out().await.unwrap_err().is_unreachable());
    assert_eq!(stage.store.refresh_tokens(), [None]);
    assert!(matches!(session.me().await.unwrap_err(), ClientError::SignedOut { .. }));
}

#[tokio::test]
async fn revokes_the_session_at_sign_out() {
    let stage = Stage::with([reply(200, json!({}))]).await;
    resume(&stage).sign_out().await.unwrap();
    assert_eq!(stage.asked()[0].line, "POST /oauth2/revoke");
    assert_eq!(stage.asked()[0].field("token"), Some("refresh-0"));
}

#[tokio::test]
async fn measures_the_offset_of_this_clock() {
    let stage = Stage::with([tokens(1), devices()]).await;
    assert_eq!(stage.service.clock_offset(), None);
    resume(&stage).trusted_devices().await.unwrap();
    assert_eq!(stage.service.clock_offset().map(|offset| offset.as_secs()), Some(7));
}
