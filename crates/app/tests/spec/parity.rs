//! A value out of range is refused for typed accounts, for links, and (in the vault's tests, with the same list) in
//! files.

use proofup_api::SecretText;
use proofup_app::view::ManualAccount;
use serde_json::{Value, json};

use crate::fixture::Fixture;

fn list() -> Vec<Value> {
    serde_json::from_str(include_str!("../../../otp/tests/out-of-range.json")).unwrap()
}

/// A valid account, with the changes in `wrong`.
fn account(wrong: &Value) -> Value {
    let mut account = json!({ "issuer": "Contoso", "account": "ann", "secret": "GEZDGNBVGY3TQOJQ", "kind": "totp",
        "algorithm": "SHA1", "digits": 6, "period": 30, "counter": 0 });
    for (field, value) in wrong.as_object().unwrap().iter().filter(|(field, _)| *field != "why") {
        account[field] = value.clone();
    }
    if account["secret"] == "LONG" {
        account["secret"] = "A".repeat(830).into();
    }
    account
}

fn link(account: &Value) -> String {
    let text = |field: &str| account[field].as_str().unwrap().replace('\u{1}', "%01");
    let number = |field: &str| account[field].as_u64().unwrap();
    format!(
        "otpauth://{}/{}:ann?secret={}&issuer={}&algorithm={}&digits={}&period={}&counter={}",
        text("kind"),
        text("issuer"),
        text("secret"),
        text("issuer"),
        text("algorithm"),
        number("digits"),
        number("period"),
        number("counter")
    )
}

#[tokio::test]
async fn a_value_out_of_range_is_refused_at_every_entry_point() {
    let app = Fixture::alone().open().await;
    app.vault().create_vault(SecretText::new("correct horse battery")).await.unwrap();
    for wrong in list() {
        let account = account(&wrong);
        // A value of the wrong type is refused before it is an account.
        if let Ok(typed) = serde_json::from_value::<ManualAccount>(account.clone()) {
            assert!(app.authenticator().add_account(typed).await.is_err(), "by hand: {wrong}");
        }
        assert!(app.authenticator().drafts_from_link(&link(&account)).await.is_err(), "by link: {wrong}");
    }
    assert!(app.authenticator().authenticator().await.unwrap().accounts.is_empty());
    let right = account(&json!({}));
    assert!(app.authenticator().drafts_from_link(&link(&right)).await.is_ok());
    assert!(app.authenticator().add_account(serde_json::from_value(right).unwrap()).await.is_ok());
}
