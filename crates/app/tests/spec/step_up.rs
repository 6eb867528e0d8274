use std::time::Duration;

use proofup_api::{MethodType, PhoneType, SecretText, VerifyBy};
use proofup_app::{
    App, AppError, ServiceSource,
    view::{SecondStep, SignInStep},
};

use crate::fixture::{Fixture, code, person, until};

const BEN: &str = "ben@contoso.example";

/// Ben's last second step was eleven minutes ago.
async fn eleven_minutes_later() -> (Fixture, App) {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    fixture.time.advance(Duration::from_secs(660));
    (fixture, app)
}

async fn asked(app: &App) -> SecondStep {
    until(app, |status| status.step_up.is_some()).await.step_up.expect("it is asked")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_call_is_repeated_after_the_right_code() {
    let (fixture, app) = eleven_minutes_later().await;
    let creating = tokio::spawn({
        let app = app.clone();
        async move { app.app_passwords().create_app_password("Tablet").await }
    });
    let step = asked(&app).await;
    let challenge = step.challenge.expect("the preferred method was started");
    assert_eq!(step.methods.iter().find(|method| method.id == challenge.method_id).unwrap().kind, MethodType::Sms);
    assert_eq!(step.remember_days, None, "this is no sign-in");
    assert!(!creating.is_finished(), "the call waits");

    let right = fixture.code_on_phone(person(BEN).mobile);
    let wrong = if right.expose() == "000000" { "111111" } else { "000000" };
    assert_eq!(code(&app, app.sign_in().submit_code(SecretText::new(wrong), false).await), "incorrect_code");
    assert_eq!(app.sign_in().submit_code(right, false).await.unwrap(), SignInStep::SignedIn);
    assert_eq!(creating.await.unwrap().unwrap().display_name, "Tablet");
    assert_eq!(app.status().status().step_up, None);
    assert!(app.app_passwords().create_app_password("Phone 2").await.is_ok(), "fresh for ten minutes");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_method_works_too() {
    let (fixture, app) = eleven_minutes_later().await;
    let starting = tokio::spawn({
        let app = app.clone();
        async move { app.security_info().start_mobile_app().await }
    });
    let step = asked(&app).await;
    let oath = step.methods.iter().find(|method| method.kind == MethodType::Oath).unwrap();
    app.sign_in().start_method(&oath.id).await.unwrap();
    app.sign_in().submit_code(fixture.code_of(person(BEN).authenticator_seed.unwrap()), false).await.unwrap();
    assert!(starting.await.unwrap().is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_it_returns_the_refusal_and_changes_nothing() {
    let (_fixture, app) = eleven_minutes_later().await;
    let starting = tokio::spawn({
        let app = app.clone();
        async move { app.security_info().start_phone(PhoneType::Mobile, "+1 4255550177", VerifyBy::Sms).await }
    });
    asked(&app).await;
    app.sign_in().cancel_sign_in().await;
    assert_eq!(code(&app, starting.await.unwrap()), "step_up_required");
    assert_eq!(app.status().status().step_up, None);
    assert_eq!(code(&app, app.sign_in().submit_code(SecretText::new("123456"), false).await), "sign_in_over");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_waiting_call_gets_the_reason_of_the_end() {
    let (fixture, app) = eleven_minutes_later().await;
    let deleting = tokio::spawn({
        let app = app.clone();
        async move { app.security_info().delete_phone(PhoneType::Mobile).await }
    });
    asked(&app).await;
    let right = fixture.code_on_phone(person(BEN).mobile);
    let wrong = if right.expose() == "000000" { "111111" } else { "000000" };
    for _ in 0..5 {
        app.sign_in().submit_code(SecretText::new(wrong), false).await.unwrap_err();
    }
    assert_eq!(code(&app, deleting.await.unwrap()), "too_many_incorrect_codes");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_calls_at_once_ask_once() {
    let (fixture, app) = eleven_minutes_later().await;
    let create = |name: &'static str| {
        let app = app.clone();
        tokio::spawn(async move { app.app_passwords().create_app_password(name).await })
    };
    let both = [create("One"), create("Two")];
    asked(&app).await;
    app.sign_in().submit_code(fixture.code_on_phone(person(BEN).mobile), false).await.unwrap();
    for made in both {
        made.await.unwrap().expect("the one code was enough for both");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_a_waiting_call() {
    let (_fixture, app) = eleven_minutes_later().await;
    let creating = tokio::spawn({
        let app = app.clone();
        async move { app.app_passwords().create_app_password("Tablet").await }
    });
    asked(&app).await;
    app.sign_in().sign_out().await;
    assert!(creating.await.unwrap().is_err());
    assert_eq!(app.status().status().step_up, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_do_not_wait_for_a_service_that_did_not_start() {
    let fixture = Fixture::alone();
    let app = fixture.open_with(ServiceSource::Embedded).await;
    let signing_in = tokio::spawn({
        let app = app.clone();
        async move { app.sign_in().sign_in(BEN, SecretText::new("blue-boat")).await }
    });
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(!signing_in.is_finished(), "it may still start");
    app.service().embedded_service_failed(&AppError::EmbeddedService("no space left on the device".into()));
    assert_eq!(code(&app, signing_in.await.unwrap()), "service_not_started");
    let fault = app.status().status().service_fault.expect("the sign-in page says why");
    assert_eq!(fault.params["detail"], "no space left on the device");

    app.service().embedded_service_started("http://127.0.0.1:1").unwrap();
    assert_eq!(app.status().status().service_fault, None, "another try came through");
}
