//! Texts and calls to people's phones. The service decides what to send or speak; an implementation of this interface
//! brings it to the phone and reports what happens there.

pub(crate) mod caller_words;
mod demo;
pub(crate) mod numbers;
mod spoken;
mod texts;
mod twilio;
mod webhook;

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use jiff::Timestamp;
use proofup_api::{DenialReason, Params, SecretText};
use thiserror::Error;
use tokio::sync::{mpsc, oneshot};

use crate::runtime::error::param;

pub use demo::{DemoCall, DemoCallState, DemoPhones, DemoText};
pub use proofup_api::Language;
pub(crate) use spoken::Script;
pub(crate) use texts::{reply_text, verification_text};
pub use twilio::{Twilio, TwilioAccount};
pub(crate) use webhook::EventBody;
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
    /// The text. It holds the code.
    pub text: SecretText,
    /// When the code in it is dead, and repeating it has no point.
    pub expires: Timestamp,
}

/// A call on its way out.
#[derive(Debug, Clone)]
pub struct OutgoingCall {
    /// Unique; the same at every repetition.
    pub id: String,
    /// `+1 4255551234`, extension as `+1 4255551234x123`.
    pub to: String,
    /// The number that the person is to see, where the organisation chose one.
    pub caller_id: Option<String>,
    /// The language of the text.
    pub language: Language,
    /// The first prompt.
    pub text: String,
    /// When nothing that is pressed counts any more.
    pub expires: Timestamp,
}

/// The gateway did not take a text or a call.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not taken: {why}")]
pub struct NotTaken {
    /// Why, for operators; without number and text.
    pub why: String,
    /// The error for the person who waits.
    pub fault: SendFault,
}

/// Whose fault it is that something cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SendFault {
    /// The gateway's, and it may pass.
    Gateway,
    /// The number is none, says the gateway.
    Number,
    /// The person's: they told the gateway to send them nothing more.
    OptedOut,
    /// The operator's: no gateway is configured, or it does not know this service.
    Configuration,
}

impl NotTaken {
    /// A gateway that did not answer, or not well.
    pub fn by_gateway(why: impl Into<String>) -> Self {
        Self { why: why.into(), fault: SendFault::Gateway }
    }

    /// A gateway that is not set up as it must be.
    pub fn by_configuration(why: impl Into<String>) -> Self {
        Self { why: why.into(), fault: SendFault::Configuration }
    }
}

impl SendFault {
    /// Why the sign-in is denied that wanted something sent.
    pub(crate) fn denial(self) -> (DenialReason, Params) {
        match self {
            Self::Gateway => (DenialReason::PhoneUnreachable, param("reason", "gateway")),
            Self::OptedOut => (DenialReason::PhoneUnreachable, param("reason", "opted_out")),
            Self::Number => (DenialReason::PhoneNumberInvalidFormat, Params::new()),
            Self::Configuration => (DenialReason::Misconfiguration, Params::new()),
        }
    }
}

/// The answer to [`Telephony::send_text`] and [`Telephony::place_call`].
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), NotTaken>> + Send + 'a>>;

/// What happened to a text or a call.
#[derive(Debug, Clone)]
pub struct GatewayEvent {
    /// Of the text or call.
    pub id: String,
    /// What happened.
    pub kind: EventKind,
}

/// The kinds of events.
#[derive(Debug, Clone)]
pub enum EventKind {
    /// The text arrived, or the phone rings.
    Delivered,
    /// It cannot be reached.
    Failed,
    /// Somebody answered.
    Answered,
    /// The line is busy, or the call was declined.
    Busy,
    /// Nobody answered.
    NoAnswer,
    /// A machine answered.
    Voicemail,
    /// The call is over.
    HungUp,
    /// Keys were pressed.
    Keys(String),
    /// The person answered the text.
    Reply(SecretText),
}

/// The next prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub text: String,
    /// Their language.
    pub language: Language,
    /// The call ends after them.
    pub hang_up: bool,
}

/// An event of a phone in this very process, and where its answer goes.
#[derive(Debug)]
pub struct LocalEvent {
    pub(crate) event: GatewayEvent,
    pub(crate) answer: oneshot::Sender<Option<Line>>,
}

/// A way to reach phones.
pub trait Telephony: Send + Sync + 'static {
    /// Hands a text over. It returns as soon as the gateway accepts or refuses the text, because a person waits.
    fn send_text(&self, text: OutgoingText) -> Sending<'_>;

    /// Hands a call over, in the same manner.
    fn place_call(&self, call: OutgoingCall) -> Sending<'_>;

    /// Whether there is a gateway at all.
    fn is_configured(&self) -> bool {
        true
    }

    /// The gateway whose signed events arrive at `/telephony/events`.
    fn webhook(&self) -> Option<&Webhook> {
        None
    }

    /// The account at Twilio whose signed requests arrive below `/telephony/twilio`.
    fn twilio(&self) -> Option<&Twilio> {
        None
    }

    /// Events of phones in this process, for the last caller.
    fn local_events(&self) -> Option<mpsc::UnboundedReceiver<LocalEvent>> {
        None
    }
}

/// No gateway is configured: nothing can be sent.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoTelephony;

impl Telephony for NoTelephony {
    fn send_text(&self, _: OutgoingText) -> Sending<'_> {
        Box::pin(async { Err(NotTaken::by_configuration("no telephony is configured")) })
    }

    fn place_call(&self, _: OutgoingCall) -> Sending<'_> {
        Box::pin(async { Err(NotTaken::by_configuration("no telephony is configured")) })
    }

    fn is_configured(&self) -> bool {
        false
    }
}

/// Waits between repetitions, the last one for ever.
const BACK_OFF: [Duration; 4] =
    [Duration::from_secs(2), Duration::from_secs(5), Duration::from_secs(10), Duration::from_secs(20)];

/// A text or call that was not handed over as far as is known, and whether another try has a point.
struct Failure {
    error: NotTaken,
    again: Again,
}

/// When another try has a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Again {
    Never,
    /// The gateway may have taken it, and answers late. A text that comes twice does no harm; a phone that rings a second
    /// time asks somebody who has just answered.
    UnlessItRings,
    Always,
}

impl Failure {
    fn for_good(error: NotTaken) -> Self {
        Self { error, again: Again::Never }
    }

    /// No answer came.
    fn unanswered(error: reqwest::Error) -> Self {
        let again = if error.is_connect() { Again::Always } else { Again::UnlessItRings };
        // The error names the address, which may hold a key of the gateway's.
        Self { error: NotTaken::by_gateway(error.without_url().to_string()), again }
    }

    /// Whether a text, or a call, is handed over once more.
    fn is_worth_another_try(&self, rings: bool) -> bool {
        match self.again {
            Again::Never => false,
            Again::UnlessItRings => !rings,
            Again::Always => true,
        }
    }
}

/// The waits of a repetition, one after the other.
fn waits() -> impl Iterator<Item = Duration> {
    BACK_OFF.into_iter().chain(std::iter::repeat(BACK_OFF[BACK_OFF.len() - 1]))
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::Failure;

    async fn fault_at(address: std::net::SocketAddr) -> Failure {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let asked = reqwest::Client::new().post(format!("http://{address}/")).body("call").send().await;
        Failure::unanswered(asked.unwrap_err())
    }

    #[tokio::test]
    async fn a_call_that_may_have_been_taken_is_not_placed_again() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        // Takes the request, and hangs up without an answer.
        let gateway = tokio::spawn(async move {
            let (connection, _) = listener.accept().await.unwrap();
            connection.readable().await.unwrap();
        });
        let lost = fault_at(address).await;
        gateway.await.unwrap();
        assert!(!lost.is_worth_another_try(true), "the phone may ring already");
        assert!(lost.is_worth_another_try(false), "a text that comes twice does no harm");
        let refused = fault_at(address).await;
        assert!(refused.is_worth_another_try(true), "nobody was there to take it");
    }
}
