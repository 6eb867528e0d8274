//! Signing in with a second step: another option, wrong codes, a remembered device.

use crate::guide::Guide;

/// Ann signs in again, chooses the text instead of the app, and lets the service remember this computer.
pub async fn with_a_second_step(guide: &mut Guide) {
    guide.sign_out().await;
    guide.give_password_of("not_registered").await;
    guide.window().part("card-second-step").await;
    guide.picture("second-step-by-app").await;
    guide.type_code("000000").await;
    guide.window().press("action-verify").await;
    guide.window().part("fault-invalid_app_code").await;
    guide.picture("second-step-wrong-code").await;

    guide.window().press("action-different-option").await;
    guide.picture("use-a-different-verification-option").await;
    guide.window().press("action-method-sms").await;
    let code = guide.newest_code().await;
    guide.window().press("field-remember-device").await;
    guide.type_code(&code).await;
    guide.picture("second-step-by-text").await;
    guide.window().press("action-verify").await;
    guide.window().part("page-security-info").await;
    guide.window().press("action-restore-mfa").await;
    guide.window().part("dialog-restore-mfa").await;
    guide.picture("restore-multi-factor-authentication").await;
    guide.window().press("action-no").await;

    guide.sign_out().await;
    guide.give_password_of("not_registered").await;
    guide.window().part("page-security-info").await;
}
