//! *Set it up now*: the wizard by text message, and by mobile app.

use crate::guide::Guide;

/// Ann registers her phone, makes typical mistakes, and gets her first app password.
pub async fn by_text_message(guide: &mut Guide) {
    guide.picture("sign-in").await;
    wrong_password(guide).await;

    guide.give_password_of("not_registered").await;
    guide.window().part("registration-reason-admin_enabled").await;
    guide.picture("set-it-up-now").await;

    guide.window().press("action-set-it-up-now").await;
    guide.window().part("step-contact").await;
    guide.window().press("choice-authenticationPhone").await;
    guide.window().part("choice-officePhone").await;
    guide.picture("how-should-we-contact-you").await;

    guide.window().fill("field-phone-number", "+1 425").await;
    guide.window().press("action-next").await;
    guide.window().part("fault-phone_number_invalid").await;
    guide.picture("phone-number-too-short").await;

    // Leaving now keeps nothing: the next sign-in starts the wizard again. Another number needs no pause between the
    // texts.
    guide.window().fill("field-phone-number", "+14255550199").await;
    guide.window().press("action-next").await;
    guide.window().part("step-phone-code").await;
    guide.newest_code().await;
    guide.window().press("action-cancel").await;
    guide.window().part("dialog-cancel-registration").await;
    guide.picture("cancel-the-wizard").await;
    guide.window().press("action-yes").await;
    guide.window().part("card-interrupt").await;

    guide.window().press("action-set-it-up-now").await;
    guide.window().press("choice-authenticationPhone").await;
    guide.window().fill("field-phone-number", "+14255550101").await;
    guide.window().press("action-next").await;
    guide.window().part("step-phone-code").await;
    let code = guide.newest_code().await;
    guide.type_code(&another_code(&code)).await;
    guide.window().press("action-verify").await;
    guide.window().part("fault-incorrect_code").await;
    guide.picture("wrong-code").await;
    guide.type_code(&code).await;
    guide.window().press("action-verify").await;

    guide.window().part("step-existing-applications").await;
    let password = guide.window().part("app-password").await.text().await.expect("the app password is shown");
    guide.remember_secret(password.replace(char::is_whitespace, ""));
    guide.picture("first-app-password").await;
    guide.window().press("action-next").await;
    guide.window().part("dialog-keep-app-password").await;
    guide.picture("keep-the-app-password").await;
    guide.window().press("action-keep-app-password").await;
    guide.window().part("what-was-set-up").await;
    guide.picture("all-set").await;
    guide.window().press("action-done").await;
}

async fn wrong_password(guide: &mut Guide) {
    guide.window().fill("field-user-name", "ann@contoso.example").await;
    guide.window().fill("field-password", "not my password").await;
    guide.window().press("action-sign-in").await;
    guide.window().part("fault-invalid_credentials").await;
    let kept = guide.window().value("field-user-name").await;
    assert_eq!(kept, "ann@contoso.example", "what was typed stays in the form");
    guide.picture("wrong-password").await;
}

/// An administrator asked Dan for his contact methods again: he registers an app, and a phone as a second method.
pub async fn by_mobile_app(guide: &mut Guide) {
    guide.give_password_of("reregistration_required").await;
    guide.window().part("registration-reason-reregistration_required").await;
    guide.picture("contact-methods-again").await;

    guide.window().press("action-set-it-up-now").await;
    guide.window().press("choice-mobileApp").await;
    guide.picture("how-to-use-the-mobile-app").await;
    guide.window().press("action-next").await;
    guide.window().part("setup-qr").await;
    guide.picture("code-from-the-mobile-app").await;
    guide.window().press("action-add-to-this-computer").await;

    guide.window().part("step-backup-phone").await;
    guide.picture("in-case-you-lose-access").await;
    guide.window().fill("field-phone-number", "+886912345604").await;
    guide.window().press("action-next").await;
    let code = guide.newest_code().await;
    guide.type_code(&code).await;
    guide.picture("backup-phone-code").await;
    guide.window().press("action-verify").await;
    guide.window().part("step-existing-applications").await;
    guide.window().press("action-copy-app-password").await;
    guide.window().press("action-next").await;
    guide.window().part("step-all-set").await;
    guide.window().press("action-done").await;
    guide.window().part("page-security-info").await;
    guide.window().part("authenticator-app").await;
    guide.to_phone().await;
    guide.picture("demo-phone").await;
    guide.to_main_window().await;
}

/// A wrong code.
fn another_code(code: &str) -> String {
    code.chars().map(|digit| if digit == '9' { '0' } else { char::from(digit as u8 + 1) }).collect()
}
