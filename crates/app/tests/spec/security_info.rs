use proofup_api::{MethodType, PhoneType, SecretText, VerifyBy};
use proofup_app::{App, view::ManualAccount};

use crate::{
    fixture::{Fixture, code, person},
    vault::account,
};

const BEN: &str = "ben@contoso.example";
const PASSPHRASE: &str = "correct horse battery";

async fn ben_with_a_vault(fixture: &Fixture) -> App {
    let app = fixture.open().await;
    app.vault().create_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    fixture.sign_in(&app, BEN).await;
    app
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_number_is_used_only_after_its_code() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    let mobile = async || {
        let phones = app.security_info().security_info().await.unwrap().phones;
        phones.into_iter().find(|phone| phone.phone_type == PhoneType::Mobile).expect("Ben has one").phone_number
    };
    let before = mobile().await;
    let started = app.security_info().start_phone(PhoneType::Mobile, "+1 4255550177", VerifyBy::Sms).await.unwrap();
    assert_eq!(mobile().await, before);
    app.security_info().verify_phone(&started.verification_id, fixture.code_on_phone("+1 4255550177")).await.unwrap();
    assert!(mobile().await.ends_with("77"));
    assert_ne!(person(BEN).mobile, "+1 4255550177");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_is_not_verified_names_the_request_to_the_help_fixture() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    let started = app.security_info().start_phone(PhoneType::Mobile, "+1 4255550177", VerifyBy::Sms).await.unwrap();
    assert!(!app.security_info().phone_verified(&started.verification_id).await.unwrap());
    fixture.time.advance(std::time::Duration::from_secs(600));
    let fault = app.fault(&app.security_info().phone_verified(&started.verification_id).await.unwrap_err());
    assert_eq!(fault.code, "code_expired");
    assert!(fault.correlation_id.is_some_and(|id| !id.is_empty()));
}

#[tokio::test(flavor = "multi_thread")]
async fn this_computers_authenticator_is_added_in_one_click() {
    let fixture = Fixture::at_contoso().await;
    let app = ben_with_a_vault(&fixture).await;
    let setup = app.security_info().start_mobile_app().await.unwrap();
    app.security_info().add_mobile_app_to_this_computer(&setup.id, None).await.unwrap();

    let info = app.security_info().security_info().await.unwrap();
    assert_eq!(info.this_computer.as_deref(), Some(setup.id.as_str()));
    let own = info.authenticator_apps.iter().find(|app| app.id == setup.id).expect("it is registered");
    assert_eq!(own.display_name, "fixture");
    let accounts = app.authenticator().authenticator().await.unwrap().accounts;
    assert_eq!(accounts.len(), 1);
    assert!(accounts[0].own_organization);

    fixture.time.advance(std::time::Duration::from_secs(30));
    let shown = app.authenticator().codes().await.unwrap().remove(0).code;
    assert_eq!(shown, fixture.code_of(&setup.secret_key).expose());
}

#[tokio::test(flavor = "multi_thread")]
async fn registering_again_removes_the_old_account() {
    let fixture = Fixture::at_contoso().await;
    let app = ben_with_a_vault(&fixture).await;
    let first = app.security_info().start_mobile_app().await.unwrap();
    app.security_info().add_mobile_app_to_this_computer(&first.id, None).await.unwrap();
    let second = app.security_info().start_mobile_app().await.unwrap();
    app.security_info().add_mobile_app_to_this_computer(&second.id, Some(first.id.clone())).await.unwrap();

    let info = app.security_info().security_info().await.unwrap();
    assert!(info.authenticator_apps.iter().all(|app| app.id != first.id), "the old registration is gone");
    assert_eq!(info.this_computer.as_deref(), Some(second.id.as_str()));
    assert_eq!(app.authenticator().authenticator().await.unwrap().accounts.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_activation_leaves_no_account_behind() {
    let fixture = Fixture::at_contoso().await;
    let app = ben_with_a_vault(&fixture).await;
    let setup = app.security_info().start_mobile_app().await.unwrap();
    fixture.time.advance(std::time::Duration::from_secs(3 * 3600));
    assert!(
        app.security_info().add_mobile_app_to_this_computer(&setup.id, None).await.is_err(),
        "the set-up is too old"
    );
    assert!(app.authenticator().authenticator().await.unwrap().accounts.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_vault_it_asks_for_a_passphrase_first() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    let setup = app.security_info().start_mobile_app().await.unwrap();
    let refused = app.security_info().add_mobile_app_to_this_computer(&setup.id, None).await;
    assert_eq!(code(&app, refused), "vault_passphrase_needed");
    app.vault().create_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    app.security_info().add_mobile_app_to_this_computer(&setup.id, None).await.expect("the same set-up goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn removing_this_computers_app_removes_its_account() {
    let fixture = Fixture::at_contoso().await;
    let app = ben_with_a_vault(&fixture).await;
    let setup = app.security_info().start_mobile_app().await.unwrap();
    app.security_info().add_mobile_app_to_this_computer(&setup.id, None).await.unwrap();
    app.security_info().delete_mobile_app(&setup.id).await.unwrap();
    assert!(app.authenticator().authenticator().await.unwrap().accounts.is_empty());
    assert_eq!(app.security_info().security_info().await.unwrap().this_computer, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_whose_registration_was_deleted_elsewhere_is_marked() {
    let fixture = Fixture::at_contoso().await;
    let app = ben_with_a_vault(&fixture).await;
    let setup = app.security_info().start_mobile_app().await.unwrap();
    app.security_info().add_mobile_app_to_this_computer(&setup.id, None).await.unwrap();
    let other =
        ManualAccount { issuer: "Contoso".into(), account: "somebody.else@contoso.example".into(), ..account() };
    app.authenticator().add_account(other).await.unwrap();
    fixture.time.advance(std::time::Duration::from_secs(60));
    app.security_info().security_info().await.unwrap();
    assert!(
        app.authenticator().authenticator().await.unwrap().accounts.iter().all(|row| !row.gone),
        "it is registered"
    );

    let elsewhere = Fixture::beside(&fixture).open().await;
    fixture.sign_in(&elsewhere, BEN).await;
    elsewhere.security_info().delete_mobile_app(&setup.id).await.unwrap();
    app.security_info().security_info().await.unwrap();
    let accounts = app.authenticator().authenticator().await.unwrap().accounts;
    let gone: Vec<_> = accounts.iter().map(|row| (row.own_organization, row.gone)).collect();
    assert_eq!(gone, [(true, true), (false, false)], "the other one is none of the service's");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_preferred_option_is_one_that_is_usable() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    app.security_info().set_preferred(MethodType::Oath).await.unwrap();
    assert_eq!(app.security_info().security_info().await.unwrap().preferred, Some(MethodType::Oath));
    assert_eq!(code(&app, app.security_info().set_preferred(MethodType::Push).await), "preferred_method_not_usable");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_codes_of_the_own_organisation_use_its_clock() {
    let fixture = Fixture::at_contoso().await.with_clock_behind(305);
    let app = ben_with_a_vault(&fixture).await;
    let setup = app.security_info().start_mobile_app().await.unwrap();
    app.security_info().add_mobile_app_to_this_computer(&setup.id, None).await.unwrap();
    let link = "otpauth://totp/GitHub:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub";
    let draft = app.authenticator().drafts_from_link(link).await.unwrap().drafts.remove(0);
    let github = app.authenticator().add_draft(&draft.draft_id, "GitHub", "ann").await.unwrap();
    let begins =
        async |id: &str| app.authenticator().code_at(id, None).await.unwrap().unwrap().valid_from.unwrap() % 30_000;
    assert_eq!(begins(&github.id).await, 0, "by this computer's clock");
    let accounts = app.authenticator().authenticator().await.unwrap().accounts;
    let own = accounts.iter().find(|account| account.own_organization).unwrap();
    assert_eq!(begins(&own.id).await, 25_000, "by the service's, told in this computer's time");
    let listed = app.authenticator().codes().await.unwrap();
    let github = listed.iter().find(|row| row.id == github.id).unwrap();
    assert_eq!(github.valid_from.unwrap() % 30_000, 0, "in the list as well");
}
