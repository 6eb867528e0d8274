//! A hardware token: added with its code, listed, used to sign in, resynchronised.

use crate::{guide::Guide, support::wait::seen};

/// A token whose clock is right, and one whose clock is twenty minutes fast.
const RIGHT: &str = "C200-40117";
const FAST: &str = "C300-55208";

/// Ann adds a token and deletes it again. Then she adds one with a wrong clock: the page explains that, and the next
/// code corrects it; she resynchronises it by hand and signs in with it.
pub async fn add_use_and_resynchronise(guide: &mut Guide) {
    guide.window().press("nav-security").await;
    guide.window().press("tab-security-info").await;
    guide.window().press("action-open-add-token").await;
    guide.window().part("dialog-add-token").await;
    guide.picture("add-a-hardware-token").await;
    let code = code_after(guide, RIGHT, "").await;
    add(guide, RIGHT, &code).await;
    guide.window().gone("dialog-add-token").await;
    guide.window().part("hardware-token").await;
    guide.window().press("action-delete-token").await;
    guide.window().press("action-yes").await;
    guide.window().gone("hardware-token").await;

    guide.window().press("action-open-add-token").await;
    let code = add_one_that_is_off(guide).await;
    let code = resynchronise(guide, code).await;
    sign_in_with_it(guide, &code).await;
}

/// Returns the accepted code.
async fn add_one_that_is_off(guide: &mut Guide) -> String {
    let mut code = code_after(guide, FAST, "").await;
    add(guide, FAST, &code).await;
    guide.window().part("fault-incorrect_code").await;
    guide.window().see("20 minutes apart").await;
    guide.picture("hardware-token-clock-is-off").await;
    // A slow computer may miss a code; then the page explains the next one in the same way.
    for _ in 0..4 {
        code = code_after(guide, FAST, &code).await;
        guide.window().fill("field-token-code", &code).await;
        guide.window().press("action-add-token").await;
        if came_through(guide, "dialog-add-token").await {
            break;
        }
    }
    listed(guide).await;
    code
}

/// Returns the last accepted code.
async fn resynchronise(guide: &mut Guide, mut code: String) -> String {
    guide.window().press("action-open-resync").await;
    guide.window().part("dialog-resync-token").await;
    guide.picture("resynchronise-a-hardware-token").await;
    for _ in 0..4 {
        let first = code_after(guide, FAST, &code).await;
        code = code_after(guide, FAST, &first).await;
        guide.window().fill("field-first-code", &first).await;
        guide.window().fill("field-second-code", &code).await;
        guide.window().press("action-resync").await;
        if came_through(guide, "dialog-resync-token").await {
            break;
        }
    }
    guide.window().gone("dialog-resync-token").await;
    code
}

async fn sign_in_with_it(guide: &mut Guide, last: &str) {
    guide.sign_out().await;
    guide.give_password_of("not_registered").await;
    guide.window().part("card-second-step").await;
    guide.window().press("action-different-option").await;
    guide.window().part("action-method-sms").await;
    // Not offered as another method when it is the preferred one.
    if guide.window().count("action-method-oath").await > 0 {
        guide.window().press("action-method-oath").await;
        guide.window().see("Key ring").await;
    }
    let code = code_after(guide, FAST, last).await;
    guide.type_code(&code).await;
    guide.picture("second-step-by-hardware-token").await;
    guide.window().press("action-verify").await;
    guide.window().part("page-security-info").await;
}

/// Whether a dialog accepted the code: then it closes, otherwise it shows the error.
async fn came_through(guide: &Guide, dialog: &str) -> bool {
    let (closed, fault) =
        (format!("body:not(:has([data-testid='{dialog}']))"), format!("[data-testid='{dialog}'] [role='alert']"));
    guide.window().first_of([closed.as_str(), fault.as_str()]).await == 0
}

/// Shows the page with the token's row.
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

/// The code of a demo token, after waiting for another code than the last.
async fn code_after(guide: &mut Guide, serial: &str, before: &str) -> String {
    guide.to_phone().await;
    guide.window().part("demo-tokens").await;
    if guide.window().count(&format!("demo-token-{serial}")).await == 0 {
        guide.window().press("action-demo-tokens").await;
    }
    let script = format!("return document.querySelector('[data-testid=\"demo-token-{serial}\"]')?.innerText ?? ''");
    let code = seen(async || {
        let shown = guide.window().script(&script).await;
        let code = shown.as_str()?.trim();
        (code.len() == 6 && code != before).then(|| code.to_owned())
    });
    let Some(code) = code.await else { panic!("the token {serial} showed no new code") };
    guide.remember_secret(code.clone());
    guide.to_main_window().await;
    code
}
