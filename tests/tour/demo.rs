//! The demo: its phone comes back after it was closed, and a reset restores everything to how it was at the start.

use crate::{
    calls,
    guide::Guide,
    organising, security_info,
    support::{screen, wait::until},
};

const PHONE: &str = "Demo phone";

/// Gita closes the phone and brings it back: from the menu at her name, and from the settings.
pub async fn the_phone_comes_back(guide: &mut Guide) {
    close_the_phone(guide).await;
    guide.window().press("account-menu").await;
    guide.window().press("menu-demo-phone").await;
    close_the_phone(guide).await;
    guide.window().press("nav-settings").await;
    guide.window().press("settings-demo").await;
    guide.window().press("action-show-demo-phone").await;
    guide.to_phone().await;
    guide.window().part("page-demo-phone").await;
    guide.to_main_window().await;
}

/// Gita resets the demo: she is signed out, the authenticator and the phone are empty, her number is the old one.
pub async fn everything_begins_again(guide: &mut Guide) {
    guide.window().press("nav-security").await;
    guide.window().see("XXXXXXX27").await;
    security_info::open_the_authenticator(guide).await;
    guide.window().press("nav-authenticator").await;
    organising::add(guide, "otpauth://totp/GitHub:gita?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=GitHub").await;
    guide.window().shows("account-row", 1).await;
    guide.sign_out().await;
    guide.sign_in_by_text("registered").await;
    guide.window().part("page-security-info").await;

    guide.window().press("nav-settings").await;
    guide.window().press("settings-demo").await;
    guide.window().press("action-reset-demo").await;
    guide.window().part("dialog-reset-demo").await;
    guide.picture("reset-the-demo").await;
    guide.window().press("action-yes").await;
    guide.window().part("page-sign-in").await;
    guide.window().press("nav-authenticator").await;
    guide.window().part("field-passphrase-again").await;
    guide.to_phone().await;
    guide.window().part("empty-demo-phone").await;
    guide.window().gone("phone-message-text").await;
    guide.picture("the-demo-phone-after-a-reset").await;

    guide.to_main_window().await;
    guide.window().press("nav-security").await;
    sign_in_by_call(guide).await;
    guide.window().see("XXXXXXX07").await;
    guide.window().see_no_more("XXXXXXX27").await;
}

/// Closes the phone's window, which must be there, as its close button does.
async fn close_the_phone(guide: &Guide) {
    guide.to_phone().await;
    guide.window().part("page-demo-phone").await;
    guide.to_main_window().await;
    until("the phone is on the screen", async || screen::is_seen(PHONE)).await;
    screen::close(PHONE);
    until("the phone is closed", async || !screen::is_seen(PHONE)).await;
}

async fn sign_in_by_call(guide: &mut Guide) {
    guide.give_password_of("called").await;
    guide.window().part("call-waiting").await;
    calls::answer_and_press(guide, &["#"]).await;
    guide.window().part("page-security-info").await;
}
