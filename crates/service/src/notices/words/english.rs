//! English.

use super::Words;
use crate::notices::event::Event;

pub(super) const WORDS: Words = Words {
    greeting: "Hello {name},",
    intro: "this is what happened to your account at {organization}:",
    several: "more happened to your account at {organization} than fits into single mails. This came on top:",
    what: "What",
    when: "When",
    until: "Until",
    from: "From",
    by: "By",
    by_person: "somebody signed in as you",
    by_administrator: "an administrator",
    fine: "If you know about this, you need to do nothing.",
    alarm: "If not: sign in to Proofup, change your password, check your security info and your recent activity, and tell your help desk.",
    not_me: "This wasn't me",
    automatic: "This mail was sent automatically. Nobody at {organization} asks you for a password or a code.",
    test: "mail from Proofup arrives. This is a test, and nothing happened to your account.",
    former_phone: "{organization}: this phone no longer verifies your sign-ins. If you did not remove it, call your help desk.",
    title,
};

const fn title(event: Event) -> &'static str {
    match event {
        Event::PhoneAdded => "A phone was added to your account",
        Event::PhoneChanged => "A phone number of your account was changed",
        Event::PhoneRemoved => "A phone was removed from your account",
        Event::AppAdded => "An authenticator app was added to your account",
        Event::AppRemoved => "An authenticator app was removed from your account",
        Event::DeviceAdded => "A device for notifications was added to your account",
        Event::DeviceRemoved => "A device for notifications was removed from your account",
        Event::TokenAdded => "A hardware token was added to your account",
        Event::TokenRemoved => "A hardware token was removed from your account",
        Event::MethodsReset => "Your verification methods were reset",
        Event::SecondStepTurnedOff => "Two-step verification was turned off for your account",
        Event::AppPasswordCreated => "An app password was created",
        Event::PasswordChanged => "Your password was changed",
        Event::PasswordReset => "Your password was reset",
        Event::DeviceTrusted => "A device is now trusted",
        Event::NewNetwork => "Sign-in from a new network",
        Event::AccountBlocked => "Your account was blocked",
        Event::BypassIssued => "One sign-in without a second step was allowed",
        Event::MailChanged => "The mail address of your account was changed",
        Event::Several => "Many changes to your account",
        Event::Test => "Test mail",
    }
}
