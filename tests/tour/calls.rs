//! Calls: verifying a number by call, signing in by call, an office phone with its extension, an alternate phone.

use crate::{
    guide::Guide,
    support::wait::{seen, until},
};

/// Gita signs in by call, changes her phones by call, and signs in at the office and on her alternate phone.
pub async fn on_every_phone(guide: &mut Guide) {
    guide.give_password_of("called").await;
    guide.window().part("call-waiting").await;
    guide.picture("we-are-calling-your-phone").await;

    // Declined once, so that the other methods appear; then answered.
    guide.to_phone().await;
    guide.window().part("action-answer").await;
    guide.picture("the-demo-phone-rings").await;
    guide.window().press("action-decline").await;
    guide.to_main_window().await;
    guide.window().part("fault-phone_unreachable").await;
    guide.picture("the-line-was-busy").await;
    call_again(guide).await;
    guide.window().press("action-answer").await;
    guide.window().part("key-#").await;
    guide.picture("the-demo-phone-takes-keys").await;
    guide.window().press("key-#").await;
    guide.window().press("action-close-call").await;
    guide.to_main_window().await;
    guide.window().part("page-security-info").await;
    guide.picture("three-phones").await;

    another_number(guide).await;
    office_phone(guide).await;
    alternate_phone(guide).await;
}

/// The authentication phone gets another number, verified by a call.
async fn another_number(guide: &mut Guide) {
    guide.window().press("action-change-phone-mobile").await;
    guide.window().fill("field-phone-number", "+31612345627").await;
    guide.window().press("choice-voice").await;
    guide.picture("verify-by-call").await;
    guide.window().press("action-next").await;
    guide.window().part("call-waiting").await;
    guide.picture("answer-the-call-and-press-pound").await;
    answer_and_press(guide, &["#"]).await;
    guide.window().gone("dialog-phone").await;
    guide.window().see("27").await;
}

/// An office phone behind a switchboard: it asks for the extension, then for the key.
async fn office_phone(guide: &mut Guide) {
    guide.window().press("action-change-phone-office").await;
    guide.window().fill("field-phone-number", "+31201234568").await;
    guide.window().fill("field-extension", "12").await;
    guide.picture("office-phone-with-extension").await;
    guide.window().press("action-next").await;
    guide.window().part("call-waiting").await;
    guide.to_phone().await;
    guide.window().press("action-answer").await;
    guide.window().see("extension 1 2").await;
    guide.picture("please-transfer-this-call").await;
    guide.window().press("key-#").await;
    guide.window().see("finish your verification").await;
    guide.window().press("key-#").await;
    guide.window().press("action-close-call").await;
    guide.to_main_window().await;
    guide.window().gone("dialog-phone").await;
}

/// The alternate phone is removed, added again, and used when the first one does not answer.
async fn alternate_phone(guide: &mut Guide) {
    guide.window().press("action-delete-phone-alternateMobile").await;
    guide.window().press("action-yes").await;
    guide.window().gone("dialog-delete-phone").await;
    guide.window().press("action-change-phone-alternateMobile").await;
    guide.window().fill("field-phone-number", "+31612345617").await;
    guide.picture("alternate-authentication-phone").await;
    guide.window().press("action-next").await;
    answer_and_press(guide, &["#"]).await;
    guide.window().gone("dialog-phone").await;

    guide.sign_out().await;
    guide.give_password_of("called").await;
    guide.window().part("call-waiting").await;
    // No answer: after twenty seconds the other methods appear automatically.
    guide.window().part("action-method-voiceAlternateMobile").await;
    guide.picture("nothing-from-your-phone-yet").await;
    guide.window().press("action-method-voiceAlternateMobile").await;
    // The first call rings until this one replaces it.
    guide.to_phone().await;
    // Texts to this number are on the phone too.
    let called = "return document.querySelector('[data-testid=phone-call-to]')?.innerText ?? ''";
    until("the alternate phone rings", async || {
        guide.window().script(called).await.as_str().is_some_and(|to| to.contains("612345617"))
    })
    .await;
    answer_and_press(guide, &["#"]).await;
    guide.window().part("page-security-info").await;
}

/// Calls the same phone again. The service refuses that for a while, and the page says so; afterwards the phone's
/// window is shown.
async fn call_again(guide: &mut Guide) {
    let called = seen(async || {
        guide.window().press("action-call-again").await;
        let waits = "[data-testid='call-waiting'] [role='status']:not(:empty)";
        (guide.window().first_of([waits, "[data-testid^='fault-']"]).await == 0).then_some(())
    });
    assert!(called.await.is_some(), "the service never calls again");
    guide.to_phone().await;
}

/// Answers the call and presses these keys.
pub async fn answer_and_press(guide: &mut Guide, keys: &[&str]) {
    guide.to_phone().await;
    guide.window().press("action-answer").await;
    for key in keys {
        guide.window().press(&format!("key-{key}")).await;
    }
    guide.window().press("action-close-call").await;
    guide.to_main_window().await;
}
