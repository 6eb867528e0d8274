//! A hardware token: added by its code, listed, used to sign in, brought back in step.

use std::time::Duration;

use crate::guide::{Guide, Keys};

/// A token whose clock is right, and one whose clock runs twenty minutes fast.
const RIGHT: &str = "C200-40117";
const FAST: &str = "C300-55208";

/// Ann adds a token. In one round it is one with a clock that is off: she is told so, and its next code heals it; then she
/// resynchronises it by hand and signs in with it.
pub async fn add_use_and_resynchronise(guide: &mut Guide) {
    guide.window().press("nav-security").await;
    guide.window().press("tab-security-info").await;
    guide.window().press("action-open-add-token").await;
    guide.window().part("dialog-add-token").await;
    guide.picture("add-a-hardware-token").await;

    if guide.keys() == Keys::UnderAPassphrase {
        let code = code_after(guide, RIGHT, "").await;
        add(guide, RIGHT, &code).await;
        guide.window().gone("dialog-add-token").await;
        listed(guide).await;
        guide.window().press("action-delete-token").await;
        guide.window().press("action-yes").await;
        guide.window().gone("hardware-token").await;
        return;
    }
    let mut code = code_after(guide, FAST, "").await;
    add(guide, FAST, &code).await;
    guide.window().part("fault-incorrect_code").await;
    guide.window().see("20 minutes apart").await;
    guide.picture("hardware-token-clock-is-off").await;
    // A slow computer may miss a code; then the one after it is explained in the same way.
    for _ in 0..4 {
        code = code_after(guide, FAST, &code).await;
        guide.window().fill("field-token-code", &code).await;
        guide.window().press("action-add-token").await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        if guide.window().count("dialog-add-token").await == 0 {
            break;
        }
    }
    guide.window().gone("dialog-add-token").await;
    listed(guide).await;

    guide.window().press("action-open-resync").await;
    guide.window().part("dialog-resync-token").await;
    for _ in 0..4 {
        let first = code_after(guide, FAST, &code).await;
        code = code_after(guide, FAST, &first).await;
        guide.window().fill("field-first-code", &first).await;
        guide.window().fill("field-second-code", &code).await;
        guide.picture("resynchronise-a-hardware-token").await;
        guide.window().press("action-resync").await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        if guide.window().count("dialog-resync-token").await == 0 {
            break;
        }
    }
    guide.window().gone("dialog-resync-token").await;

    guide.sign_out().await;
    guide.give_password_of("not_registered").await;
    guide.window().part("card-second-step").await;
    guide.window().press("action-different-option").await;
    // Not offered as another one where it is the preferred one already.
    if guide.window().count("action-method-oath").await > 0 {
        guide.window().press("action-method-oath").await;
        guide.window().see("Key ring").await;
    }
    let code = code_after(guide, FAST, &code).await;
    guide.type_code(&code).await;
    guide.picture("second-step-by-hardware-token").await;
    guide.window().press("action-verify").await;
    guide.window().part("page-security-info").await;
}

/// The page with the token's row in sight.
async fn listed(guide: &mut Guide) {
    guide.window().part("hardware-token").await;
    guide
        .window()
        .script("document.querySelector('[data-testid=hardware-token]').scrollIntoView({ block: 'center' })")
        .await;
    guide.picture("hardware-token-listed").await;
}

async fn add(guide: &Guide, serial: &str, code: &str) {
    guide.window().fill("field-serial-number", serial).await;
    guide.window().fill("field-token-code", code).await;
    guide.window().fill("field-token-name", "Key ring").await;
    guide.window().press("action-add-token").await;
}

/// What a token of the demo shows, once it is another code than the one before.
async fn code_after(guide: &mut Guide, serial: &str, before: &str) -> String {
    guide.to_phone().await;
    guide.window().part("demo-tokens").await;
    if guide.window().count(&format!("demo-token-{serial}")).await == 0 {
        guide.window().press("action-demo-tokens").await;
    }
    let script = format!("return document.querySelector('[data-testid=\"demo-token-{serial}\"]')?.innerText ?? ''");
    let mut code = String::new();
    for _ in 0..400 {
        let shown = guide.window().script(&script).await;
        code = shown.as_str().unwrap_or_default().trim().to_owned();
        if code.len() == 6 && code != before {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert!(code.len() == 6 && code != before, "the token {serial} showed no new code");
    guide.remember_secret(code.clone());
    guide.to_main_window().await;
    code
}
