use proofup_api::{MethodType, SetUpState};
use proofup_app::{
    App, SecretText,
    view::{ApprovalChoice, DeviceState, SignInStep},
};

use crate::fixture::{Fixture, code, owed, person, until, wait};

const ANN: &str = "ann@contoso.example";
const BEN: &str = "ben@contoso.example";

/// Waits for an event.
async fn eventually(what: &str, mut holds: impl FnMut() -> bool) {
    wait::until(what, async || holds()).await;
}

/// Registers this computer as Ben's device, from the QR code to the approved test.
async fn register_for_ben(fixture: &Fixture, app: &App, replaces: Option<String>) -> String {
    fixture.sign_in(app, BEN).await;
    set_up(app, replaces).await
}

async fn set_up(app: &App, replaces: Option<String>) -> String {
    let setup = app.security_info().start_push_setup(replaces).await.unwrap();
    assert!(setup.qr_svg.starts_with("<svg") && setup.activation_code.len() == 19);
    app.security_info().use_this_computer(&setup.id).await.unwrap();
    assert_eq!(app.security_info().push_setup_state(&setup.id).await.unwrap().state, SetUpState::Activated);
    let test = app.security_info().test_push_device(&setup.id).await.unwrap();
    eventually("the test arrives", || app.status().status().approvals == 1).await;
    let request = app.approvals().approvals().requests.remove(0);
    app.approvals().decide_request(&request.id, ApprovalChoice::Approve, Some(test.number)).await.unwrap();
    assert_eq!(app.security_info().push_setup_state(&setup.id).await.unwrap().state, SetUpState::Verified);
    setup.id
}

#[tokio::test(flavor = "multi_thread")]
async fn this_computer_approves_a_sign_in_on_another() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    let id = register_for_ben(&fixture, &app, None).await;
    let info = app.security_info().security_info().await.unwrap();
    assert_eq!(info.this_computer.as_deref(), Some(id.as_str()));
    assert_eq!(info.authenticators[0].display_name, "fixture");
    assert!(info.usable.contains(&MethodType::Push));
    let accounts = app.authenticator().authenticator().await.unwrap().accounts;
    assert!(accounts.iter().any(|row| row.own_organization && row.issuer == "Contoso"), "it makes codes as well");

    let elsewhere = Fixture::beside(&fixture).open().await;
    let step = elsewhere.sign_in().sign_in(BEN, SecretText::new(person(BEN).password)).await.unwrap();
    let push = owed(step).methods.into_iter().find(|method| method.kind == MethodType::Push).unwrap();
    let SignInStep::SecondStep(started) = elsewhere.sign_in().start_method(&push.id).await.unwrap() else {
        panic!("it is owed")
    };
    let challenge = started.challenge.unwrap();
    let number = challenge.number.unwrap();
    assert_eq!(challenge.poll_in_seconds, Some(2));
    assert!(elsewhere.sign_in().poll_method(false).await.unwrap().is_none(), "nobody has answered yet");

    until(&app, |status| status.approvals == 1).await;
    let request = app.approvals().approvals().requests.remove(0);
    assert_eq!((request.user_principal_name.as_str(), request.application.as_str()), (BEN, "Proofup"));
    assert_eq!(request.client_address.as_deref(), Some("127.0.0.1"));
    assert!((1..=60).contains(&request.expires_in_seconds));
    app.approvals().decide_request(&request.id, ApprovalChoice::Approve, Some(number)).await.unwrap();
    assert!(matches!(elsewhere.sign_in().poll_method(false).await.unwrap(), Some(SignInStep::SignedIn)));
    assert_eq!(app.status().status().approvals, 0);
    let gone = app.approvals().decide_request(&request.id, ApprovalChoice::Deny, None).await;
    assert_eq!(code(&app, gone), "request_expired");
}

#[tokio::test(flavor = "multi_thread")]
async fn both_sides_see_a_wrong_number_and_a_denial() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    register_for_ben(&fixture, &app, None).await;
    let elsewhere = Fixture::beside(&fixture).open().await;
    for (choice, number, here, there) in [
        (ApprovalChoice::Approve, Some("00".to_owned()), Some("number_mismatch"), "number_mismatch"),
        (ApprovalChoice::Deny, None, None, "user_declined"),
        (ApprovalChoice::ReportFraud, None, None, "fraud_reported"),
    ] {
        elsewhere.sign_in().sign_in(BEN, SecretText::new(person(BEN).password)).await.unwrap();
        elsewhere.sign_in().start_method("push").await.unwrap();
        until(&app, |status| status.approvals == 1).await;
        let request = app.approvals().approvals().requests.remove(0);
        let decided = app.approvals().decide_request(&request.id, choice, number).await;
        assert_eq!(decided.err().map(|error| app.fault(&error).code).as_deref(), here);
        assert_eq!(code(&elsewhere, elsewhere.sign_in().poll_method(false).await), there);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn waiting_requests_survive_a_restart_of_the_app() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    register_for_ben(&fixture, &app, None).await;
    app.sign_in().sign_out().await;
    app.close();
    drop(app);
    let elsewhere = Fixture::beside(&fixture).open().await;
    elsewhere.sign_in().sign_in(BEN, SecretText::new(person(BEN).password)).await.unwrap();
    elsewhere.sign_in().start_method("push").await.unwrap();

    let app = fixture.open().await;
    let status = until(&app, |status| status.approvals == 1).await;
    assert_eq!(status.person, None, "nobody has to be signed in on the device");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_registration_is_shown_and_can_be_repaired() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    let old = register_for_ben(&fixture, &app, None).await;
    let elsewhere = Fixture::beside(&fixture).open().await;
    fixture.sign_in(&elsewhere, BEN).await;
    elsewhere.security_info().delete_push_device(&old).await.unwrap();
    let gone = || app.approvals().approvals().accounts.iter().any(|account| account.state == DeviceState::NotActivated);
    eventually("the device is told", gone).await;
    let marked = app.authenticator().authenticator().await.unwrap().accounts;
    assert!(marked.iter().any(|row| row.own_organization && row.gone), "its codes are worth nothing");

    app.approvals().remove_device(&old).await.unwrap();
    assert!(app.approvals().approvals().accounts.is_empty());
    let new = set_up(&app, None).await;
    assert_ne!(new, old);
    eventually("the new one is ready", || {
        app.approvals().approvals().accounts.iter().all(|one| one.state == DeviceState::Ready)
    })
    .await;
    let codes = app.authenticator().authenticator().await.unwrap().accounts;
    assert_eq!(codes.iter().filter(|row| row.own_organization).count(), 1, "the old codes are in the trash");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_registration_of_this_computer_replaces_the_old_one() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    let old = register_for_ben(&fixture, &app, None).await;
    let new = set_up(&app, Some(old.clone())).await;
    let accounts: Vec<_> = app.approvals().approvals().accounts.into_iter().map(|account| account.id).collect();
    assert_eq!(accounts, [new], "verified first, then the old one is deleted");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keyring_the_key_is_sealed_to_the_vault_or_the_reason_is_shown() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    let setup = app.security_info().start_push_setup(None).await.unwrap();
    assert_eq!(code(&app, app.security_info().use_this_computer(&setup.id).await), "device_key_unavailable");
    app.vault().create_vault(SecretText::new("correct horse battery")).await.unwrap();
    app.security_info().use_this_computer(&setup.id).await.unwrap();
    let test = app.security_info().test_push_device(&setup.id).await.unwrap();
    until(&app, |status| status.approvals == 1).await;
    let request = app.approvals().approvals().requests.remove(0);
    app.approvals().decide_request(&request.id, ApprovalChoice::Approve, Some(test.number)).await.unwrap();
    assert!(app.approvals().approvals().accounts[0].key_in_vault);
    let file = std::fs::read_to_string(fixture.folder.path().join("data/devices.json")).unwrap();
    assert!(file.contains("sealed"), "{file}");
    app.close();
    drop(app);

    let app = fixture.open().await;
    let locked =
        || app.approvals().approvals().accounts.iter().any(|account| account.state == DeviceState::KeyUnavailable);
    eventually("the key waits for the vault", locked).await;
    app.vault().unlock_vault(SecretText::new("correct horse battery")).await.unwrap();
    let ready = || app.approvals().approvals().accounts.iter().any(|account| account.state == DeviceState::Ready);
    eventually("the key is read", ready).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_activation_code_works_once() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = fixture.open().await;
    fixture.sign_in(&app, ANN).await;
    let setup = app.security_info().start_push_setup(None).await.unwrap();
    let link = app.security_info().shown_activation_link().unwrap();
    let elsewhere = Fixture::beside(&fixture).with_keyring().open().await;
    elsewhere.approvals().activate_device(link.expose(), "").await.unwrap();
    assert_eq!(code(&app, app.security_info().use_this_computer(&setup.id).await), "activation_code_used");
    assert_eq!(
        code(&app, app.approvals().activate_device("proofup://activate?code=a", "").await),
        "activation_invalid"
    );
    let unknown = app.approvals().activate_device("k7mf-2c9w-qp4t-0r1x", &setup.activation_url).await;
    assert_eq!(code(&app, unknown), "activation_code_unknown");
    assert!(app.approvals().approvals().accounts.is_empty(), "no key is left behind");
}
