use proofup_api::{MethodType, SecretText};
use proofup_app::view::{Connection, SignInStep};

use crate::fixture::{Fixture, code, owed, person, until};

const BEN: &str = "ben@contoso.example";

#[tokio::test(flavor = "multi_thread")]
async fn by_password_and_a_text() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    assert_eq!(app.status().status().connection, Connection::SignedOut);

    let step = owed(app.sign_in().sign_in(BEN, SecretText::new("blue-boat")).await.unwrap());
    let challenge = step.challenge.expect("the preferred method was started");
    let method = step.methods.iter().find(|method| method.id == challenge.method_id).unwrap();
    assert_eq!(method.kind, MethodType::Sms);
    assert!(method.hint.ends_with("02"), "the hint tells which phone: {}", method.hint);
    assert!(challenge.resend_in_seconds.is_some_and(|seconds| seconds > 0));
    assert_eq!(step.remember_days, Some(14));

    let through = app.sign_in().submit_code(fixture.code_on_phone(person(BEN).mobile), false).await.unwrap();
    assert_eq!(through, SignInStep::SignedIn);
    let status = until(&app, |status| status.connection == Connection::Online).await;
    assert_eq!(status.person.expect("somebody is signed in").display_name, "Ben Carter");
}

#[tokio::test(flavor = "multi_thread")]
async fn by_a_different_verification_option() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    let step = owed(app.sign_in().sign_in(BEN, SecretText::new("blue-boat")).await.unwrap());
    let oath = step.methods.iter().find(|method| method.kind == MethodType::Oath).expect("Ben has an app");
    let step = owed(app.sign_in().start_method(&oath.id).await.unwrap());
    assert_eq!(step.challenge.expect("it was started").resend_in_seconds, None, "an app's code is not sent");
    let code = fixture.code_of(person(BEN).authenticator_seed.unwrap());
    assert_eq!(app.sign_in().submit_code(code, false).await.unwrap(), SignInStep::SignedIn);
}

#[tokio::test(flavor = "multi_thread")]
async fn is_not_asked_again_on_a_remembered_computer() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    owed(app.sign_in().sign_in(BEN, SecretText::new("blue-boat")).await.unwrap());
    app.sign_in().submit_code(fixture.code_on_phone(person(BEN).mobile), true).await.unwrap();
    let devices = app.security_info().security_info().await.unwrap().trusted_devices;
    assert!(devices.iter().any(|device| device.display_name == "fixture"), "{devices:?}");

    app.sign_in().sign_out().await;
    assert_eq!(app.sign_in().sign_in(BEN, SecretText::new("blue-boat")).await.unwrap(), SignInStep::SignedIn);
    app.security_info().restore_mfa().await.unwrap();
    app.sign_in().sign_out().await;
    owed(app.sign_in().sign_in(BEN, SecretText::new("blue-boat")).await.unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn each_mistake_at_sign_in_has_its_own_code() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    assert_eq!(code(&app, app.sign_in().sign_in(BEN, SecretText::new("wrong")).await), "invalid_credentials");
    assert_eq!(
        code(&app, app.sign_in().sign_in("nobody@contoso.example", SecretText::new("x")).await),
        "invalid_credentials"
    );
    assert_eq!(code(&app, app.sign_in().submit_code(SecretText::new("123456"), false).await), "sign_in_over");

    owed(app.sign_in().sign_in(BEN, SecretText::new("blue-boat")).await.unwrap());
    let right = fixture.code_on_phone(person(BEN).mobile);
    let wrong = if right.expose() == "000000" { "111111" } else { "000000" };
    let fault = app.fault(&app.sign_in().submit_code(SecretText::new(wrong), false).await.unwrap_err());
    assert_eq!(fault.code, "incorrect_code");
    assert!(fault.correlation_id.is_some(), "the help desk can find it");
    assert_eq!(
        app.sign_in().submit_code(right, false).await.unwrap(),
        SignInStep::SignedIn,
        "the right one still works"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn is_over_after_too_many_wrong_codes() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    owed(app.sign_in().sign_in(BEN, SecretText::new("blue-boat")).await.unwrap());
    let right = fixture.code_on_phone(person(BEN).mobile);
    let wrong = if right.expose() == "000000" { "111111" } else { "000000" };
    let mut last = String::new();
    for _ in 0..20 {
        last = code(&app, app.sign_in().submit_code(SecretText::new(wrong), false).await);
        if last == "sign_in_over" {
            break;
        }
    }
    assert_eq!(last, "sign_in_over", "guessing comes to an end");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_leaves_no_data() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    until(&app, |status| status.last_synced.is_some()).await;
    app.sign_in().sign_out().await;
    assert_eq!(code(&app, app.security_info().security_info().await), "signed_out");
    assert_eq!(app.status().status().person, None);
    assert!(!fixture.folder.path().join("data/snapshot.age").exists());
    assert_eq!(fixture.open().await.status().status().connection, Connection::SignedOut);
}

#[tokio::test(flavor = "multi_thread")]
async fn continues_in_the_next_run_with_a_keyring() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    until(&app, |status| status.last_synced.is_some()).await;
    drop(app);
    let again = fixture.open().await;
    let status = until(&again, |status| status.connection == Connection::Online).await;
    assert_eq!(status.person.map(|person| person.display_name).as_deref(), Some("Ben Carter"));
}

#[tokio::test(flavor = "multi_thread")]
async fn reports_an_unreachable_service() {
    let mut fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.stop_service().await;
    assert_eq!(code(&app, app.sign_in().sign_in(BEN, SecretText::new("blue-boat")).await), "service_unreachable");
}
