//! Notifications: this computer becomes a device, Finn signs in with two digits on his phone, repairs a registration,
//! denies, and reports.

use crate::{
    another_computer::{AnotherComputer, delete_newest_authenticator},
    guide::Guide,
};

/// Finn's phone is registered from the start; then this computer is registered too.
pub async fn approve_and_deny(guide: &mut Guide) {
    guide.sign_out().await;
    sign_in_with_two_digits(guide).await;
    let address = register_this_computer(guide).await;
    guide.sign_out().await;
    repair_in_three_steps(guide, &address).await;
    denied(guide).await;
    it_was_not_me(guide).await;
}

async fn sign_in_with_two_digits(guide: &mut Guide) {
    guide.give_password_of("notifications").await;
    let number = number_shown(guide).await;
    guide.picture("sign-in-with-two-digits").await;
    answer_on_the_phone(guide, &number).await;
    guide.window().part("page-security-info").await;
}

/// Returns the service's address, which is shown beside the QR code.
async fn register_this_computer(guide: &mut Guide) -> String {
    guide.window().press("nav-approvals").await;
    guide.window().part("empty-approvals").await;
    guide.picture("nothing-approved-here-yet").await;
    guide.window().press("action-open-security").await;
    guide.window().press("action-set-up-app").await;
    guide.window().part("push-qr").await;
    let address = "return document.body.innerText.match(/http:\\/\\/127\\.0\\.0\\.1:\\d+/)[0]";
    let address = guide.window().script(address).await.as_str().expect("an address").to_owned();
    guide.picture("activation-qr-code").await;
    guide.window().press("action-use-this-computer").await;
    // The test request arrives at once, above the dialog that shows its number.
    guide.window().part("card-approval").await;
    let number = number_shown(guide).await;
    guide.picture("test-request").await;
    approve_here(guide, &number).await;
    guide.window().gone("card-approval").await;
    guide.window().gone("dialog-set-up-app").await;
    // The phone, and this computer.
    guide.window().shows("authenticator-app", 2).await;
    guide.window().press("nav-approvals").await;
    guide.window().part("device-ready").await;
    guide.picture("accounts-on-this-computer").await;
    address
}

async fn denied(guide: &mut Guide) {
    guide.sign_out().await;
    guide.give_password_of("notifications").await;
    guide.window().part("card-approval").await;
    guide.picture("approval-card").await;
    guide.window().press("action-deny").await;
    guide.window().gone("approval-layer").await;
    guide.window().part("fault-user_declined").await;
    guide.picture("request-denied").await;
    guide.window().press("action-back").await;
}

async fn it_was_not_me(guide: &mut Guide) {
    guide.give_password_of("notifications").await;
    guide.window().part("card-approval").await;
    guide.window().press("action-report-fraud").await;
    guide.window().part("card-after-fraud").await;
    guide.picture("it-was-not-me").await;
    guide.window().press("action-close").await;
    guide.window().gone("approval-layer").await;
}

/// On another computer Finn deletes the registration of this one, which still has the account.
async fn repair_in_three_steps(guide: &mut Guide, address: &str) {
    let there = AnotherComputer::give_password(address, "finn@contoso.example", "fresh-field").await;
    answer_on_the_phone(guide, there.number()).await;
    delete_newest_authenticator(&there.approved().await).await;

    guide.give_password_of("notifications").await;
    let number = number_shown(guide).await;
    answer_on_the_phone(guide, &number).await;
    guide.window().part("page-security-info").await;
    // Only the phone.
    guide.window().shows("authenticator-app", 1).await;
    guide.window().press("nav-approvals").await;
    guide.window().part("device-not_activated").await;
    guide.picture("not-for-an-activated-account").await;
    guide.window().press("action-repair").await;
    guide.window().part("dialog-repair").await;
    guide.picture("repair-step-1").await;
    guide.window().press("action-repair-remove").await;
    guide.window().part("card-approval").await;
    let number = number_shown(guide).await;
    guide.picture("repair-step-2").await;
    approve_here(guide, &number).await;
    guide.window().see("Mobile app has been configured for notifications and verification codes.").await;
    guide.picture("repair-step-3").await;
    guide.window().press("action-close").await;
    guide.window().part("device-ready").await;
}

/// The two digits on the screen, which the card that asks for them may cover.
async fn number_shown(guide: &Guide) -> String {
    guide.window().part("number-to-match").await;
    let shown = "return document.querySelector('[data-testid=number-to-match]').textContent.trim()";
    let number = guide.window().script(shown).await.as_str().unwrap_or_default().to_owned();
    assert!(number.len() == 2 && number.bytes().all(|digit| digit.is_ascii_digit()), "two digits, not {number:?}");
    number
}

async fn approve_here(guide: &Guide, number: &str) {
    guide.window().fill("field-number", number).await;
    guide.window().press("action-approve").await;
}

async fn answer_on_the_phone(guide: &mut Guide, number: &str) {
    guide.to_phone().await;
    guide.window().part("phone-notification").await;
    for digit in number.chars() {
        guide.window().press(&format!("phone-key-{digit}")).await;
    }
    guide.picture("notification-on-the-demo-phone").await;
    guide.window().press("phone-approve").await;
    guide.window().gone("phone-notification").await;
    guide.to_main_window().await;
}
