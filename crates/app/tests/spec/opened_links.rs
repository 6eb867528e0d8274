//! Links that another program opened the app with.

use proofup_api::SecretText;

use crate::desk::{Desk, code};

const LINK: &str = "otpauth://totp/GitHub:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub";

#[tokio::test]
async fn wait_until_somebody_looks_and_add_nothing() {
    let desk = Desk::alone().with_keyring();
    let app = desk.open().await;
    assert!(!app.status().link_waiting);
    app.open_link(SecretText::new(LINK));
    app.open_link(SecretText::new("OTPAUTH://totp/second?secret=GEZDGNBVGY3TQOJQ"));
    assert!(app.status().link_waiting);
    assert_eq!(app.drafts_from_opened_link().await.unwrap().drafts[0].issuer, "GitHub");
    assert!(app.status().link_waiting, "the second one still waits");
    assert_eq!(app.drafts_from_opened_link().await.unwrap().drafts[0].account, "second");
    assert!(!app.status().link_waiting);
    assert_eq!(code(&app, app.drafts_from_opened_link().await), "draft_gone");
    assert!(app.authenticator().await.unwrap().accounts.is_empty());
}

#[tokio::test]
async fn what_is_no_link_to_an_account_is_passed_over() {
    let desk = Desk::alone().with_keyring();
    let app = desk.open().await;
    let long = format!("otpauth://totp/{}", "a".repeat(300_000));
    for other in ["https://example.com", "javascript:alert(1)", "otpauth:", "", long.as_str()] {
        app.open_link(SecretText::new(other));
        assert!(!app.status().link_waiting);
    }
}

#[tokio::test]
async fn a_flood_of_links_fills_nothing() {
    let desk = Desk::alone().with_keyring();
    let app = desk.open().await;
    for _ in 0..1_000 {
        app.open_link(SecretText::new(LINK));
    }
    let mut looked = 0;
    while app.status().link_waiting {
        app.drafts_from_opened_link().await.unwrap();
        looked += 1;
    }
    assert_eq!(looked, 16);
}
