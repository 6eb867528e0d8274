//! Mail: a letter, and the server that takes it. What is written, to whom and why, is decided elsewhere.

mod letter;
mod server;

use thiserror::Error;

pub(crate) use letter::{Letter, is_address};
pub use server::{MailServer, MailSettings, MailTls};

/// A letter that was not handed over, as far as is known.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{why}")]
pub(crate) struct NotMailed {
    /// For operators. It holds no address of a person, and nothing of the letter.
    pub(crate) why: String,
    pub(crate) fault: MailFault,
}

/// Whose fault it is, which decides what happens next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MailFault {
    /// It may pass: the server is away, busy, or did not answer in time. In the last case the letter may have been taken.
    Passing,
    /// The server refuses this recipient, or this letter, for good. This is its answer.
    Refused(String),
    /// Of the configuration: certificate, login, sender. No letter is taken until it is corrected.
    Configuration,
}

impl NotMailed {
    fn passing(why: impl Into<String>) -> Self {
        Self { why: why.into(), fault: MailFault::Passing }
    }

    fn configuration(why: impl Into<String>) -> Self {
        Self { why: why.into(), fault: MailFault::Configuration }
    }
}
