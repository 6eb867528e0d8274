use std::time::Duration;

use proofup_api::{
    AccountChangeKind, ActivityRow, ChangedBy, DenialReason, RegistrationReason, SecretText, SignIn, SignInResult,
};
use proofup_app::{ActivityKind, Change, view::Connection};

use crate::fixture::{Fixture, code, until};

/// The sign-ins in a list of rows.
fn sign_ins(rows: &[ActivityRow]) -> Vec<&SignIn> {
    rows.iter()
        .filter_map(|row| match row {
            ActivityRow::SignIn(row) => Some(row),
            ActivityRow::AccountChange(_) => None,
        })
        .collect()
}

const BEN: &str = "ben@contoso.example";

#[tokio::test(flavor = "multi_thread")]
async fn is_live_and_offline_the_last_known_rows() {
    let mut fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    assert_eq!(code(&app, app.activity().activity(ActivityKind::All, None).await), "signed_out");
    fixture.sign_in(&app, BEN).await;
    until(&app, |status| status.connection == Connection::Online && status.last_synced.is_some()).await;
    let live = app.activity().activity(ActivityKind::All, None).await.unwrap();
    assert!(!live.known && live.value.len() >= 5);
    assert_eq!(sign_ins(&live.value)[0].result, SignInResult::Completed, "this sign-in");
    let denied = app.activity().activity(ActivityKind::Denied, None).await.unwrap();
    assert_eq!(sign_ins(&denied.value)[0].denial_reason, Some(DenialReason::AppPasswordRequired));

    fixture.stop_service().await;
    until(&app, |status| status.connection == Connection::Offline).await;
    let known = app.activity().activity(ActivityKind::All, None).await.unwrap();
    assert_eq!((known.known, known.value, known.next), (true, live.value, None));
    assert_eq!(app.activity().activity(ActivityKind::Denied, None).await.unwrap().value, denied.value);
    let old_apps = app.activity().activity(ActivityKind::OldApps, None).await.unwrap();
    assert!(!old_apps.value.is_empty() && sign_ins(&old_apps.value).iter().all(|row| row.protocol != "web"));
    let changes = app.activity().activity(ActivityKind::Changes, None).await.unwrap();
    assert!(!changes.value.is_empty() && sign_ins(&changes.value).is_empty());
    assert_eq!(code(&app, app.activity().activity(ActivityKind::All, Some("0")).await), "service_unreachable");
    assert_eq!(code(&app, app.activity().sign_out_everywhere_else().await), "service_unreachable");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_on_another_computer_appears_by_itself() {
    let fixture = Fixture::at_contoso().await;
    let (here, there) = (fixture.open().await, fixture.open().await);
    fixture.sign_in(&here, BEN).await;
    until(&here, |status| status.last_synced.is_some()).await;
    let mut changes = here.status().changes();
    there.sign_in().sign_in(BEN, SecretText::new("not it")).await.unwrap_err();
    tokio::time::timeout(Duration::from_secs(100), async {
        loop {
            let newest = here.activity().activity(ActivityKind::All, None).await.unwrap().value;
            if sign_ins(&newest)[0].denial_reason == Some(DenialReason::InvalidCredentials) {
                return;
            }
            while changes.recv().await.unwrap() != Change::Activity {}
        }
    })
    .await
    .expect("the row is told");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_another_computer_changed_appears_by_itself() {
    let fixture = Fixture::at_contoso().await;
    let (here, there) = (fixture.open().await, fixture.open().await);
    fixture.sign_in(&here, BEN).await;
    fixture.time.advance(Duration::from_secs(60));
    fixture.sign_in(&there, BEN).await;
    until(&here, |status| status.last_synced.is_some()).await;
    let mut changes = here.status().changes();
    let app = there.security_info().security_info().await.unwrap().authenticator_apps[0].clone();
    there.security_info().rename_mobile_app(&app.id, "Ben's phone").await.unwrap();
    tokio::time::timeout(Duration::from_secs(100), async {
        loop {
            let newest = here.activity().activity(ActivityKind::Changes, None).await.unwrap().value.remove(0);
            if let ActivityRow::AccountChange(row) = newest
                && row.change == AccountChangeKind::AuthenticatorAppRenamed
            {
                assert_eq!((row.name.as_deref(), row.changed_by), (Some("Ben's phone"), ChangedBy::Person));
                return;
            }
            while changes.recv().await.unwrap() != Change::Activity {}
        }
    })
    .await
    .expect("the change is told");
    assert_eq!(here.security_info().security_info().await.unwrap().authenticator_apps[0].display_name, "Ben's phone");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_trusted_device_is_forgotten_and_a_name_of_blanks_is_refused() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    let device = app.security_info().security_info().await.unwrap().trusted_devices[0].clone();
    assert_eq!(code(&app, app.security_info().rename_trusted_device(&device.id, " ").await), "display_name_invalid");
    app.security_info().rename_trusted_device(&device.id, "Home").await.unwrap();
    assert_eq!(app.security_info().security_info().await.unwrap().trusted_devices[0].display_name, "Home");
    app.security_info().forget_trusted_device(&device.id).await.unwrap();
    assert!(app.security_info().security_info().await.unwrap().trusted_devices.is_empty());
    assert_eq!(code(&app, app.security_info().forget_trusted_device(&device.id).await), "not_found");
}

#[tokio::test(flavor = "multi_thread")]
async fn signs_out_everywhere_else_and_registers_again() {
    let fixture = Fixture::at_contoso().await;
    let (here, there) = (fixture.open().await, fixture.open().await);
    fixture.sign_in(&here, BEN).await;
    fixture.time.advance(Duration::from_secs(60));
    fixture.sign_in(&there, BEN).await;
    here.activity().sign_out_everywhere_else().await.unwrap();
    until(&there, |status| status.connection == Connection::SignedOut).await;
    assert!(here.security_info().security_info().await.unwrap().trusted_devices.is_empty());

    here.sign_in().register_again().await.unwrap();
    let owed = here.status().status().person.unwrap().registration;
    assert_eq!(owed.reasons, [RegistrationReason::RegistersAnew]);
    here.sign_in().cancel_registration().await.unwrap();
    until(&here, |status| status.person.as_ref().is_some_and(|person| !person.registration.required)).await;
    assert!(!here.security_info().security_info().await.unwrap().authenticator_apps.is_empty(), "nothing was lost");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_was_made_somewhere_else_is_told_and_one_that_was_made_here_is_not() {
    let fixture = Fixture::at_contoso().await;
    let (here, there) = (fixture.open().await, fixture.open().await);
    fixture.sign_in(&here, BEN).await;
    fixture.time.advance(Duration::from_secs(60));
    fixture.sign_in(&there, BEN).await;
    until(&here, |status| status.last_synced.is_some()).await;
    until(&there, |status| status.last_synced.is_some()).await;
    there.app_passwords().create_app_password("Printer").await.unwrap();
    until(&here, |status| status.account_alert.is_some()).await;
    let alert = here.status().status().account_alert.unwrap();
    assert_eq!((alert.change, alert.name.as_deref()), (AccountChangeKind::AppPasswordCreated, Some("Printer")));
    assert_eq!(alert.changed_by, ChangedBy::Person);
    here.activity().dismiss_alert(&alert.id);
    // Both have looked at it by then.
    here.app_passwords().create_app_password("Scanner").await.unwrap();
    until(&there, |status| status.account_alert.as_ref().is_some_and(|alert| alert.name.as_deref() == Some("Scanner")))
        .await;
    assert_eq!(here.status().status().account_alert, None);
}
