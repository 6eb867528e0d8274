//! The additional security verification page: phones, authenticator apps, the preferred option, trusted devices.

use crate::guide::{Guide, Keys, PASSPHRASE};

/// Ann adds this computer's authenticator, sets it up again, changes her number and her preferred option.
pub async fn look_after_methods(guide: &mut Guide) {
    open_the_authenticator(guide).await;
    guide.window().press("tab-security-info").await;
    guide.window().press("action-set-up-app").await;
    // The data for notifications arrives first, and moves the tabs once.
    guide.window().part("push-qr").await;
    guide.window().press("tab-codes").await;
    guide.window().part("setup-qr").await;
    guide.picture("set-up-authenticator-app").await;
    guide.window().press("action-add-to-this-computer").await;
    guide.window().part("authenticator-app").await;
    guide.window().see("This computer").await;

    guide.window().press("action-set-up-again").await;
    guide.window().part("setup-qr").await;
    guide.picture("set-up-the-app-again").await;
    guide.type_code("000000").await;
    guide.window().press("action-verify").await;
    guide.window().part("fault-incorrect_code").await;
    guide.window().press("action-add-to-this-computer").await;
    guide.window().gone("dialog-set-up-app").await;
    // The new registration of the app replaces the old one.
    guide.window().shows("authenticator-app", 1).await;

    guide.window().press("action-change-phone-mobile").await;
    guide.window().part("dialog-phone").await;
    guide.picture("change-authentication-phone").await;
    guide.window().fill("field-phone-number", "+14255550133").await;
    guide.window().press("action-next").await;
    let code = guide.newest_code().await;
    guide.type_code(&code).await;
    guide.picture("verify-the-new-number").await;
    guide.window().press("action-verify").await;
    guide.window().gone("dialog-phone").await;
    guide.window().see("33").await;

    guide.window().press("field-preferred-option").await;
    guide.window().press_named("Use verification code from app").await;
    guide.picture("preferred-option-changed").await;
    guide.window().press("action-save-preferred").await;
    guide.window().see("Preferred option saved").await;
}

/// The authenticator before its first account. Without a keyring, it asks for a passphrase first.
pub async fn open_the_authenticator(guide: &mut Guide) {
    guide.window().press("nav-authenticator").await;
    guide.window().part("page-authenticator").await;
    let first = match guide.keys() {
        Keys::InTheKeyring => "empty-authenticator",
        Keys::UnderAPassphrase => "field-passphrase-again",
    };
    guide.window().part(first).await;
    guide.picture("authenticator-before-the-first-account").await;
    if guide.keys() == Keys::UnderAPassphrase {
        guide.window().fill("field-passphrase", PASSPHRASE).await;
        guide.window().fill("field-passphrase-again", PASSPHRASE).await;
        guide.window().press("action-create-vault").await;
        guide.window().part("empty-authenticator").await;
    }
    guide.window().press("nav-security").await;
}
