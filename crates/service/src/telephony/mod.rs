//! Texts to people's phones. The service says what to send; an end of this interface takes it to the phone.

mod demo;
mod texts;
mod webhook;

use std::future::Future;
use std::pin::Pin;

use jiff::Timestamp;
use proofup_api::SecretText;
use thiserror::Error;

pub use demo::{DemoPhones, DemoText};
pub use texts::Language;
pub(crate) use texts::verification_text;
pub use webhook::Webhook;

/// A text message on its way out.
#[derive(Debug, Clone)]
pub struct OutgoingText {
    /// Unique; the same at every repetition.
    pub id: String,
    /// `+1 4255551234`.
    pub to: String,
    /// The language of the text.
    pub language: Language,
    /// What the person reads. It holds the code.
    pub text: SecretText,
    /// When the code in it is dead, and repeating it has no point.
    pub expires: Timestamp,
}

/// The gateway did not take a text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the text was not taken: {0}")]
pub struct TextNotTaken(
    /// Why, for operators; without number and text.
    pub String,
);

/// The answer to [`Telephony::send_text`].
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), TextNotTaken>> + Send + 'a>>;

/// A way to reach phones.
pub trait Telephony: Send + Sync + 'static {
    /// Hands a text over. It answers as soon as the text is taken or refused; whoever waits is a person.
    fn send_text(&self, text: OutgoingText) -> Sending<'_>;
}

/// No gateway is configured: nothing can be sent.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoTelephony;

impl Telephony for NoTelephony {
    fn send_text(&self, _: OutgoingText) -> Sending<'_> {
        Box::pin(async { Err(TextNotTaken("no telephony is configured".to_owned())) })
    }
}
