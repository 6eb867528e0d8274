//! A letter as the mail server gets it (RFC 5322): plain text first, then the same as HTML.

use std::time::{Duration, SystemTime};

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, Message};
use proofup_api::Language;

use super::{MailFault, NotMailed};

/// A letter to one person.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    pub(crate) to: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    pub(crate) language: Language,
    /// The same at every try, so that a letter that comes twice is seen to be one.
    pub(crate) message_id: String,
    /// When that happened which it tells of.
    pub(crate) date: i64,
}

impl Letter {
    pub(super) fn message(&self, from: &Mailbox) -> Result<Message, NotMailed> {
        let to = address(&self.to).ok_or_else(|| refused("it is no mail address"))?;
        let date = SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(self.date).unwrap_or(0));
        let mut message = Message::builder()
            .from(from.clone())
            .to(Mailbox::new(None, to))
            .subject(&self.subject)
            .date(date)
            .message_id(Some(self.message_id.clone()))
            .multipart(MultiPart::alternative_plain_html(self.text.clone(), self.html.clone()))
            .map_err(|error| refused(&error.to_string()))?;
        for (name, value) in [("Content-Language", self.language.tag()), ("Auto-Submitted", "auto-generated")] {
            let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|error| refused(&error.to_string()))?;
            message.headers_mut().insert_raw(HeaderValue::new(name, value.to_owned()));
        }
        Ok(message)
    }
}

/// Whether letters can be addressed to this.
pub(crate) fn is_address(text: &str) -> bool {
    text.len() <= 254 && address(text).is_some()
}

pub(super) fn address(text: &str) -> Option<Address> {
    text.parse().ok()
}

fn refused(why: &str) -> NotMailed {
    NotMailed { why: "the letter cannot be addressed".to_owned(), fault: MailFault::Refused(why.to_owned()) }
}

#[cfg(test)]
mod tests {
    use proofup_api::Language;

    use super::{Letter, is_address};

    fn letter() -> Letter {
        Letter {
            to: "ann@contoso.example".to_owned(),
            subject: "已新增驗證電話".to_owned(),
            text: "plain".to_owned(),
            html: "<p>rich</p>".to_owned(),
            language: Language::TraditionalChinese,
            message_id: "<1@verify.contoso.example>".to_owned(),
            date: 1_772_442_000_000,
        }
    }

    fn written(letter: &Letter) -> String {
        let from = "Proofup <proofup@contoso.example>".parse().unwrap();
        String::from_utf8(letter.message(&from).unwrap().formatted()).unwrap()
    }

    #[test]
    fn a_letter_says_what_it_is() {
        let written = written(&letter());
        for line in [
            "From: Proofup <proofup@contoso.example>",
            "To: ann@contoso.example",
            "Message-ID: <1@verify.contoso.example>",
            "Date: Mon, 02 Mar 2026 09:00:00 +0000",
            "Content-Language: zh-TW",
            "Auto-Submitted: auto-generated",
        ] {
            assert!(written.contains(&format!("{line}\r\n")), "{line} in {written}");
        }
        assert!(written.contains("Content-Type: multipart/alternative;"), "{written}");
        assert!(written.find("text/plain").unwrap() < written.find("text/html").unwrap(), "plain text comes first");
        assert!(written.is_ascii(), "any server takes it");
    }

    #[test]
    fn nothing_in_a_letter_becomes_a_header() {
        let injected = Letter { subject: "Hello\r\nBcc: mallory@elsewhere.example".to_owned(), ..letter() };
        assert!(!written(&injected).contains("\r\nBcc:"), "{}", written(&injected));
        for address in ["ann@contoso.example\r\nBcc: m@elsewhere.example", "ann@contoso.example, m@elsewhere.example"] {
            assert!(!is_address(address), "{address:?}");
            let injected = Letter { to: address.to_owned(), ..letter() };
            assert!(injected.message(&"p@contoso.example".parse().unwrap()).is_err());
        }
    }

    #[test]
    fn an_address_has_a_local_part_and_a_domain() {
        assert!(is_address("ann@contoso.example"));
        for text in ["", "ann", "ann@", "@contoso.example", "ann example@contoso.example"] {
            assert!(!is_address(text), "{text:?}");
        }
    }
}
