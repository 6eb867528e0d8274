//! RADIUS: packets of configured front ends, each answered by the check and the second step that every way in uses.

mod answering;
mod exchange;
mod memory;
mod prompts;
pub(crate) mod radsec;
mod readings;
mod reply_attributes;
pub(crate) mod udp;

use std::time::Duration;

use proofup_api::SecretText;

pub(crate) use self::answering::Answering;
pub use self::reply_attributes::{ReplyAttributes, ReplyAttributesFault};
use crate::telephony::Language;

/// The one attribute that may say where a client is.
pub(crate) const CALLING_STATION_ID: &str = "Calling-Station-Id";
/// The secret of RADIUS over TLS (RFC 6614, section 2.3).
pub(crate) const SECRET_OVER_TLS: &[u8] = b"radsec";

/// What a RADIUS front end has beside what all have.
#[derive(Debug, Clone)]
pub struct RadiusFrontEnd {
    /// It speaks RADIUS over TLS, with a client certificate for this name; else over UDP.
    pub certificate: Option<String>,
    /// Requests without `Message-Authenticator` are taken. Nothing then shows that they come from the front end.
    pub takes_unproven: bool,
    /// MS-CHAPv2 with app passwords is taken from it, because its clients send it inside TLS or IPsec.
    pub takes_ms_chap: bool,
    /// Its clients show what they are asked. Else a code stands behind the password.
    pub prompts: bool,
    /// How long it waits for an answer, so that somebody can pick up a phone.
    pub patience: Duration,
    /// What its clients read.
    pub language: Language,
    /// What those who come in are given. The first that is about a person counts.
    pub replies: Vec<ReplyAttributes>,
}

impl Default for RadiusFrontEnd {
    fn default() -> Self {
        Self {
            certificate: None,
            takes_unproven: false,
            takes_ms_chap: false,
            prompts: true,
            patience: Duration::from_secs(3),
            language: Language::default(),
            replies: Vec::new(),
        }
    }
}

impl RadiusFrontEnd {
    /// Says what is wrong with it and its secret.
    pub(crate) fn check(&self, secret: Option<&SecretText>, client_address: Option<&str>) -> Result<(), &'static str> {
        match (secret, &self.certificate) {
            (None, None) => Err("RADIUS over UDP needs a secret"),
            (Some(_), Some(_)) => Err("over TLS the secret is \"radsec\" by the standard: remove secret"),
            _ if client_address.is_some_and(|name| !name.eq_ignore_ascii_case(CALLING_STATION_ID)) => {
                Err("client_address is \"Calling-Station-Id\", the one attribute that says where a client is")
            }
            _ => Ok(()),
        }
    }
}
