use proofup_api::{MethodType, PhoneType, SecretText, VerifyBy};
use proofup_app::App;

use crate::fixture::{Fixture, code, person, until};

const ANN: &str = "ann@contoso.example";

async fn owes_registration(app: &App) -> bool {
    app.security_info().security_info().await.unwrap();
    app.status().status().person.expect("somebody is signed in").registration.required
}

#[tokio::test(flavor = "multi_thread")]
async fn by_text_message_ends_with_the_first_app_password() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, ANN).await;
    assert!(owes_registration(&app).await);
    assert_eq!(code(&app, app.sign_in().complete_registration().await), "registration_incomplete");

    let started = app.security_info().start_phone(PhoneType::Mobile, " +1 4255550101 ", VerifyBy::Sms).await.unwrap();
    assert_eq!(started.phone_number, "+1 4255550101", "the person sees what was understood");
    let code_of_text = fixture.code_on_phone(person(ANN).mobile);
    app.security_info().verify_phone(&started.verification_id, code_of_text).await.unwrap();
    app.sign_in().complete_registration().await.unwrap();
    assert!(!owes_registration(&app).await);

    let password = app.app_passwords().create_app_password("fixture").await.unwrap();
    assert_eq!(password.groups.len(), 5);
    let info = app.security_info().security_info().await.unwrap();
    assert_eq!(info.preferred, Some(MethodType::Sms));
    assert_eq!(info.usable, [MethodType::Sms, MethodType::VoiceMobile]);
}

#[tokio::test(flavor = "multi_thread")]
async fn by_an_app_on_another_device() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, ANN).await;
    let setup = app.security_info().start_mobile_app().await.unwrap();
    assert!(setup.qr_svg.starts_with("<svg") && setup.otpauth_uri.starts_with("otpauth://totp/"));
    assert_eq!(setup.secret_key.split(' ').count(), 8, "groups of four: {}", setup.secret_key.len());

    let wrong = app.security_info().activate_mobile_app(&setup.id, SecretText::new("000000"), "Pixel 9", None).await;
    assert_eq!(code(&app, wrong), "incorrect_code");
    let right = fixture.code_of(&setup.secret_key);
    app.security_info().activate_mobile_app(&setup.id, right, "Pixel 9", None).await.unwrap();
    app.sign_in().complete_registration().await.unwrap();
    let info = app.security_info().security_info().await.unwrap();
    assert_eq!(info.authenticator_apps[0].display_name, "Pixel 9");
    assert_eq!(info.this_computer, None);
    assert_eq!(
        code(&app, app.security_info().copy_setup_secret(&setup.id).await),
        "setup_gone",
        "the seed is forgotten"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn leaves_no_method_when_it_is_cancelled() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, ANN).await;
    let started = app.security_info().start_phone(PhoneType::Mobile, "+1 4255550101", VerifyBy::Sms).await.unwrap();
    app.security_info()
        .verify_phone(&started.verification_id, fixture.code_on_phone(person(ANN).mobile))
        .await
        .unwrap();
    app.sign_in().cancel_registration().await.unwrap();
    assert!(app.security_info().security_info().await.unwrap().phones.is_empty());
    assert!(owes_registration(&app).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_what_is_wrong_with_a_number() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, ANN).await;
    for (number, reason) in
        [("4255550101", "country_code_missing"), ("+1 425", "too_short"), ("+1 42555501011234", "too_long")]
    {
        let error = app.security_info().start_phone(PhoneType::Mobile, number, VerifyBy::Sms).await.unwrap_err();
        let fault = app.fault(&error);
        assert_eq!((fault.code.as_str(), fault.params["reason"].as_str()), ("phone_number_invalid", Some(reason)));
    }
}

/// The wizard adds an authenticator app on this computer for Ann.
async fn add_here(app: &App) {
    let setup = app.security_info().start_mobile_app().await.unwrap();
    app.security_info().add_mobile_app_to_this_computer(&setup.id, None).await.unwrap();
}

async fn accounts_here(app: &App) -> usize {
    app.authenticator().authenticator().await.unwrap().accounts.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn leaves_no_account_on_this_computer_when_it_is_cancelled() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    fixture.sign_in(&app, ANN).await;
    add_here(&app).await;
    assert_eq!(accounts_here(&app).await, 1);
    app.sign_in().cancel_registration().await.unwrap();
    assert_eq!(accounts_here(&app).await, 0, "nothing that was entered is kept");

    add_here(&app).await;
    app.sign_in().complete_registration().await.unwrap();
    assert_eq!(app.security_info().security_info().await.unwrap().authenticator_apps.len(), 1);
    assert_eq!(accounts_here(&app).await, 1, "and nothing is there twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn leaves_no_account_on_this_computer_when_its_person_signs_out() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    fixture.sign_in(&app, ANN).await;
    assert!(owes_registration(&app).await);
    add_here(&app).await;
    app.sign_in().sign_out().await;
    assert_eq!(accounts_here(&app).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn starts_without_methods_after_a_run_that_the_program_ended() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    fixture.sign_in(&app, ANN).await;
    assert!(owes_registration(&app).await);
    add_here(&app).await;
    app.close();

    let app = fixture.open().await;
    until(&app, |status| status.person.is_some()).await;
    app.sign_in().begin_wizard().await.unwrap();
    add_here(&app).await;
    app.sign_in().complete_registration().await.unwrap();
    assert_eq!(
        app.security_info().security_info().await.unwrap().authenticator_apps.len(),
        1,
        "the app is on the account once"
    );
    assert_eq!(accounts_here(&app).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_wizard_of_a_registered_person_removes_nothing() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, "ben@contoso.example").await;
    app.sign_in().begin_wizard().await.unwrap();
    assert_eq!(app.security_info().security_info().await.unwrap().authenticator_apps.len(), 1);
}
