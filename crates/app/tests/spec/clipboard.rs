use std::time::Duration;

use proofup_api::SecretText;

use crate::fixture::Fixture;

const LINK: &str = "otpauth://totp/GitHub:ann?secret=GEZDGNBVGY3TQOJQ&issuer=GitHub";

async fn with_a_copied_code(fixture: &Fixture) -> proofup_app::App {
    let app = fixture.open().await;
    app.vault().create_vault(SecretText::new("correct horse battery")).await.unwrap();
    let draft = app.authenticator().drafts_from_link(LINK).await.unwrap().drafts.remove(0);
    let row = app.authenticator().add_draft(&draft.draft_id, "GitHub", "ann").await.unwrap();
    tokio::time::pause();
    app.authenticator().copy_code(&row.id, false).await.unwrap();
    assert!(fixture.clipboard.holds().is_some());
    app
}

/// The clipboard is emptied on a thread of its own, which takes as long as the machine lets it.
async fn is_emptied(fixture: &Fixture) {
    tokio::time::resume();
    for _ in 0..3000 {
        if fixture.clipboard.holds().is_none() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the code is still there");
}

#[tokio::test]
async fn a_code_is_taken_back_after_half_a_minute() {
    let fixture = Fixture::alone();
    let _app = with_a_copied_code(&fixture).await;
    tokio::time::sleep(Duration::from_secs(29)).await;
    assert!(fixture.clipboard.holds().is_some(), "it can still be pasted");
    tokio::time::sleep(Duration::from_secs(2)).await;
    is_emptied(&fixture).await;
}

#[tokio::test]
async fn what_somebody_else_copied_stays() {
    let fixture = Fixture::alone();
    let _app = with_a_copied_code(&fixture).await;
    fixture.clipboard.put("a shopping list");
    tokio::time::sleep(Duration::from_secs(31)).await;
    tokio::time::resume();
    // Long enough for a thread that would empty it.
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(fixture.clipboard.holds().as_deref(), Some("a shopping list"));
}

#[tokio::test]
async fn a_code_is_taken_back_at_a_lock_and_at_the_end() {
    let fixture = Fixture::alone();
    let app = with_a_copied_code(&fixture).await;
    app.vault().lock_vault().await;
    assert_eq!(fixture.clipboard.holds(), None);

    let fixture = Fixture::alone();
    tokio::time::resume();
    let app = with_a_copied_code(&fixture).await;
    app.close();
    assert_eq!(fixture.clipboard.holds(), None);
}

#[tokio::test]
async fn plain_text_stays() {
    let fixture = Fixture::alone();
    let app = fixture.open().await;
    app.clipboard().copy_text("https://contoso.example".into()).await.unwrap();
    app.close();
    assert_eq!(fixture.clipboard.holds().as_deref(), Some("https://contoso.example"));
}
