//! *Use this computer's code*: the second step with an account of this computer's authenticator.

use std::time::Duration;

use proofup_app::{App, SecretText, view::SignInStep};

use crate::fixture::{Fixture, PASSPHRASE, code, owed, person};

const ANN: &str = "ann@contoso.example";

/// Ann has registered this computer's authenticator, and signed out.
async fn registered_here(fixture: &Fixture) -> App {
    let app = fixture.open().await;
    fixture.sign_in(&app, ANN).await;
    let setup = app.security_info().start_mobile_app().await.unwrap();
    app.security_info().add_mobile_app_to_this_computer(&setup.id, None).await.unwrap();
    app.sign_in().complete_registration().await.unwrap();
    app.sign_in().sign_out().await;
    // The activation used its code up.
    fixture.time.advance(Duration::from_secs(30));
    app
}

async fn password_of(app: &App, upn: &str) -> SignInStep {
    app.sign_in().sign_in(upn, SecretText::new(person(upn).password)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn signs_in_without_typing_the_code() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = registered_here(&fixture).await;
    owed(app.sign_in().sign_in(" ANN@contoso.example ", SecretText::new(person(ANN).password)).await.unwrap());
    assert!(app.sign_in().own_code_possible().await, "however the name was typed");
    assert_eq!(app.sign_in().submit_own_code(false).await.unwrap(), SignInStep::SignedIn);
    assert_eq!(app.status().status().person.unwrap().user_principal_name, ANN);
    let rows = app.authenticator().authenticator().await.unwrap().accounts;
    assert_eq!(rows[0].uses, 1, "it counts as a use of the account");
}

#[tokio::test(flavor = "multi_thread")]
async fn is_nobody_elses() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = registered_here(&fixture).await;
    assert!(!app.sign_in().own_code_possible().await, "nobody signs in");
    owed(password_of(&app, "ben@contoso.example").await);
    assert!(!app.sign_in().own_code_possible().await);
    assert_eq!(code(&app, app.sign_in().submit_own_code(false).await), "account_gone");
}

#[tokio::test(flavor = "multi_thread")]
async fn waits_for_a_locked_authenticator() {
    let fixture = Fixture::at_contoso().await.with_keyring();
    let app = registered_here(&fixture).await;
    owed(password_of(&app, ANN).await);
    app.vault().lock_vault().await;
    assert!(!app.sign_in().own_code_possible().await);
    assert_eq!(code(&app, app.sign_in().submit_own_code(false).await), "vault_locked");
    app.vault().unlock_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    assert!(app.sign_in().own_code_possible().await);
}
