//! No secret is in any log, at the most detailed level: app, client, vault, service, and their libraries.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![expect(dead_code, reason = "the fixture has more than this test needs")]

#[path = "spec/fixture.rs"]
mod fixture;

use std::{
    io,
    sync::{Arc, Mutex},
};

use proofup_api::{PhoneType, SecretText, VerifyBy};
use tracing_subscriber::{filter::LevelFilter, fmt::MakeWriter};

use fixture::{Fixture, owed, person};

const BEN: &str = "ben@contoso.example";
const PASSPHRASE: &str = "correct horse battery staple";
const SEED: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Lines {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_is_ever_logged() {
    let lines = Lines::default();
    tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_ansi(false)
        .without_time()
        .with_writer(lines.clone())
        .init();

    let secrets = everything_that_has_secrets().await;
    let log = String::from_utf8(lines.0.lock().unwrap().clone()).expect("a log is text");
    assert!(log.contains("the service answered") && log.contains("TRACE "), "the log was really written");
    for (what, secret) in secrets {
        assert!(secret.len() >= 6, "{what} is too short to be looked for");
        let line = log.lines().find(|line| line.contains(&secret));
        assert!(line.is_none(), "{what} is in the log: {}", line.unwrap_or_default());
    }
}

/// Does everything that involves secrets, and returns the secrets.
async fn everything_that_has_secrets() -> Vec<(&'static str, String)> {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    app.vault().create_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    let _ = app.sign_in().sign_in(BEN, SecretText::new("a-wrong-password")).await.expect_err("it is wrong");
    owed(app.sign_in().sign_in(BEN, SecretText::new("blue-boat")).await.unwrap());
    let text_code = fixture.code_on_phone(person(BEN).mobile);
    app.sign_in().submit_code(text_code.clone(), true).await.unwrap();

    let app_password = app.app_passwords().create_app_password("fixture").await.unwrap();
    app.app_passwords().copy_app_password(&app_password.id).await.unwrap();
    let setup = app.security_info().start_mobile_app().await.unwrap();
    let wrong = app.security_info().activate_mobile_app(&setup.id, SecretText::new("000000"), "Pixel", None).await;
    assert!(wrong.is_err());
    app.security_info().add_mobile_app_to_this_computer(&setup.id, None).await.unwrap();
    let phone = app.security_info().start_phone(PhoneType::Mobile, "+1 4255550188", VerifyBy::Sms).await.unwrap();
    let phone_code = fixture.code_on_phone("+1 4255550188");
    app.security_info().verify_phone(&phone.verification_id, phone_code.clone()).await.unwrap();

    let link = format!("otpauth://totp/GitHub:ann?secret={SEED}&issuer=GitHub");
    let draft = app.authenticator().drafts_from_link(&link).await.unwrap().drafts.remove(0);
    let row = app.authenticator().add_draft(&draft.draft_id, "GitHub", "ann").await.unwrap();
    app.authenticator().copy_code(&row.id, false).await.unwrap();
    let broken = app
        .authenticator()
        .drafts_from_link(&format!("otpauth://totp/a?secret={SEED}1"))
        .await
        .expect_err("it is broken");
    app.fault(&broken);
    app.vault().lock_vault().await;
    app.vault().unlock_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    app.sign_in().sign_out().await;

    let upper = setup.secret_key.replace(' ', "").to_ascii_uppercase();
    vec![
        ("the password", "blue-boat".into()),
        ("a wrong password", "a-wrong-password".into()),
        ("the passphrase", PASSPHRASE.into()),
        ("the code of a text", text_code.expose().into()),
        ("the code of a changed phone", phone_code.expose().into()),
        ("an app password", app_password.groups.concat()),
        ("the seed of a set-up", upper.clone()),
        ("the seed of a set-up, as shown", setup.secret_key),
        ("the seed of a set-up, small", upper.to_ascii_lowercase()),
        ("the seed of an account", SEED.into()),
        ("a whole number", "4255550188".into()),
    ]
}
