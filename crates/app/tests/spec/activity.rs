use std::time::Duration;

use proofup_api::{DenialReason, RegistrationReason, SecretText, SignInResult};
use proofup_app::{Change, SignInKind, view::Connection};

use crate::desk::{Desk, code, until};

const BEN: &str = "ben@contoso.example";

#[tokio::test(flavor = "multi_thread")]
async fn is_live_and_while_offline_what_was_last_known() {
    let mut desk = Desk::at_contoso().await;
    let app = desk.open().await;
    assert_eq!(code(&app, app.activity(SignInKind::All, None).await), "signed_out");
    desk.sign_in(&app, BEN).await;
    until(&app, |status| status.connection == Connection::Online && status.last_synced.is_some()).await;
    let live = app.activity(SignInKind::All, None).await.unwrap();
    assert!(!live.known && live.value.len() >= 5);
    assert_eq!(live.value[0].result, SignInResult::Completed, "this sign-in");
    let denied = app.activity(SignInKind::Denied, None).await.unwrap();
    assert_eq!(denied.value[0].denial_reason, Some(DenialReason::AppPasswordRequired));

    desk.stop_service().await;
    until(&app, |status| status.connection == Connection::Offline).await;
    let known = app.activity(SignInKind::All, None).await.unwrap();
    assert_eq!((known.known, known.value, known.next), (true, live.value, None));
    assert_eq!(app.activity(SignInKind::Denied, None).await.unwrap().value, denied.value);
    let old_apps = app.activity(SignInKind::OldApps, None).await.unwrap();
    assert!(!old_apps.value.is_empty() && old_apps.value.iter().all(|row| row.protocol != "web"));
    assert_eq!(code(&app, app.activity(SignInKind::All, Some("0")).await), "service_unreachable");
    assert_eq!(code(&app, app.sign_out_everywhere_else().await), "service_unreachable");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_try_elsewhere_shows_by_itself() {
    let desk = Desk::at_contoso().await;
    let (here, there) = (desk.open().await, desk.open().await);
    desk.sign_in(&here, BEN).await;
    until(&here, |status| status.last_synced.is_some()).await;
    let mut changes = here.changes();
    there.sign_in(BEN, SecretText::new("not it")).await.unwrap_err();
    tokio::time::timeout(Duration::from_secs(100), async {
        loop {
            let newest = here.activity(SignInKind::All, None).await.unwrap().value.remove(0);
            if newest.denial_reason == Some(DenialReason::InvalidCredentials) {
                return;
            }
            while changes.recv().await.unwrap() != Change::Activity {}
        }
    })
    .await
    .expect("the row is told");
}

#[tokio::test(flavor = "multi_thread")]
async fn signs_out_everywhere_else_and_registers_again() {
    let desk = Desk::at_contoso().await;
    let (here, there) = (desk.open().await, desk.open().await);
    desk.sign_in(&here, BEN).await;
    desk.time.advance(Duration::from_secs(60));
    desk.sign_in(&there, BEN).await;
    here.sign_out_everywhere_else().await.unwrap();
    until(&there, |status| status.connection == Connection::SignedOut).await;
    assert!(here.security_info().await.unwrap().trusted_devices.is_empty());

    here.register_again().await.unwrap();
    let owed = here.status().person.unwrap().registration;
    assert_eq!(owed.reasons, [RegistrationReason::RegistersAnew]);
    here.cancel_registration().await.unwrap();
    until(&here, |status| status.person.as_ref().is_some_and(|person| !person.registration.required)).await;
    assert!(!here.security_info().await.unwrap().authenticator_apps.is_empty(), "nothing was lost");
}
