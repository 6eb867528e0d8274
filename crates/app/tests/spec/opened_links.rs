//! Links from other programs.

use proofup_api::SecretText;
use proofup_app::view::SettingsView;

use crate::fixture::{Fixture, code};

const LINK: &str = "otpauth://totp/GitHub:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub";

#[tokio::test]
async fn wait_for_the_person_and_add_nothing() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    assert!(!app.status().status().link_waiting);
    app.links().open_link(SecretText::new(LINK));
    app.links().open_link(SecretText::new("OTPAUTH://totp/second?secret=GEZDGNBVGY3TQOJQ"));
    assert!(app.status().status().link_waiting);
    assert_eq!(app.links().drafts_from_opened_link().await.unwrap().drafts[0].issuer, "GitHub");
    assert!(app.status().status().link_waiting, "the second one still waits");
    assert_eq!(app.links().drafts_from_opened_link().await.unwrap().drafts[0].account, "second");
    assert!(!app.status().status().link_waiting);
    assert_eq!(code(&app, app.links().drafts_from_opened_link().await), "draft_gone");
    assert!(app.authenticator().authenticator().await.unwrap().accounts.is_empty());
}

#[tokio::test]
async fn a_link_without_an_account_is_ignored() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    let long = format!("otpauth://totp/{}", "a".repeat(300_000));
    for other in ["https://example.com", "javascript:alert(1)", "otpauth:", "", long.as_str()] {
        app.links().open_link(SecretText::new(other));
        assert!(!app.status().status().link_waiting);
    }
}

#[tokio::test]
async fn a_flood_of_links_is_limited() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    for _ in 0..1_000 {
        app.links().open_link(SecretText::new(LINK));
    }
    let mut looked = 0;
    while app.status().status().link_waiting {
        app.links().drafts_from_opened_link().await.unwrap();
        looked += 1;
    }
    assert_eq!(looked, 16);
}

#[tokio::test]
async fn a_link_to_a_service_offers_its_address_and_connects_nothing() {
    let fixture = Fixture::alone();
    let app = fixture.open().await;
    app.links().open_link(SecretText::new("proofup://service?url=https%3A%2F%2Fverify.contoso.example"));
    let offer = app.status().status().service_offer.expect("the address is offered");
    assert_eq!(offer, "https://verify.contoso.example");
    assert_eq!(app.preferences().settings().service_address, "", "nothing is connected before the person says so");
    assert!(!app.status().status().link_waiting, "it contains no account");

    let taken = SettingsView { service_address: offer.clone(), ..app.preferences().settings() };
    assert_eq!(app.preferences().save(taken).await.unwrap().service_address, offer);
    assert_eq!(app.status().status().service_offer, None);
}

#[tokio::test]
async fn a_link_to_an_impossible_service_offers_nothing() {
    let fixture = Fixture::alone();
    let app = fixture.open().await;
    for link in
        ["proofup://service?url=", "proofup://service?url=http%3A%2F%2Fverify.contoso.example", "proofup://service"]
    {
        app.links().open_link(SecretText::new(link));
        assert_eq!(app.status().status().service_offer, None, "{link}");
    }
    app.links().open_link(SecretText::new("proofup://service?url=https%3A%2F%2Fverify.contoso.example"));
    app.links().forget_service_offer();
    assert_eq!(app.status().status().service_offer, None, "it was turned down");
}
