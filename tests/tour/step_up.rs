//! Step-up: a person on a remembered computer must enter a code before a change.

use crate::guide::Guide;

/// Ann, signed in without a second step, creates an app password. Her input waits for her code, and the call then
/// continues automatically.
pub async fn confirm_before_a_change(guide: &mut Guide) {
    guide.window().press("tab-app-passwords").await;
    guide.window().press("action-create").await;
    guide.window().part("dialog-create-app-password").await;
    guide.window().fill("field-app-password-name", "Mail on my tablet").await;
    guide.window().press("action-next").await;
    guide.window().part("dialog-step-up").await;
    guide.picture("confirm-that-it-is-you").await;

    guide.window().press("action-different-option").await;
    guide.window().press("action-method-sms").await;
    let code = guide.newest_code().await;
    guide.type_code(&code).await;
    guide.picture("confirm-by-text").await;
    guide.window().press("action-verify").await;
    guide.window().part("dialog-your-app-password").await;
    let password = guide.window().part("app-password").await.text().await.expect("the app password is shown");
    guide.remember_secret(password.replace(char::is_whitespace, ""));
    guide.window().press("action-copy-app-password").await;
    guide.window().press("action-close").await;
    guide.window().see("Mail on my tablet").await;
}
