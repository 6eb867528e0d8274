//! Cuts messages out of a stream, decodes and encodes them.

use bytes::BytesMut;
use ldap3_proto::LdapCodec;
use ldap3_proto::proto::{LdapBindResponse, LdapMsg, LdapOp, LdapResult, LdapResultCode};
use thiserror::Error;
use tokio_util::codec::{Decoder as _, Encoder as _};
use tracing::Dispatch;
use tracing::dispatcher::with_default;
use zeroize::Zeroize as _;

use crate::frame;

/// The greatest length of a message that is read, without its header.
pub const LONGEST_MESSAGE: usize = 64 * 1024;
/// The greatest depth of a message: a filter of eight levels, and the parts around it.
const DEEPEST: usize = 16;
/// The tag of a bind request.
const BIND: u8 = 0x60;

/// The stream cannot be read further.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Malformed {
    /// The length of a message is greater than [`LONGEST_MESSAGE`].
    #[error("a message is too long")]
    TooLong,
    /// These bytes are not the beginning of a message.
    #[error("the bytes are not LDAP")]
    Frame,
    /// The message contains no operation of LDAP.
    #[error("a message cannot be read")]
    Message,
}

/// Bytes that were received and not yet decoded. They contain passwords, so they are wiped.
#[derive(Default)]
pub struct Messages {
    received: Vec<u8>,
}

/// A message, or the answer to one that cannot be decoded.
#[derive(Debug, Clone, PartialEq)]
pub enum Read {
    /// A decoded message.
    Message(LdapMsg),
    /// The refusal of a bind whose name or password is not UTF-8. No name or password has such bytes.
    Refused(LdapMsg),
}

impl Messages {
    /// Adds bytes that arrived.
    pub fn push(&mut self, bytes: &[u8]) {
        self.received.extend_from_slice(bytes);
    }

    /// Whether a part of a message has arrived.
    pub fn is_in_between(&self) -> bool {
        !self.received.is_empty()
    }

    /// The next whole message.
    ///
    /// # Errors
    /// The stream cannot be read further.
    pub fn next_message(&mut self) -> Result<Option<Read>, Malformed> {
        let Some(length) = frame::length(&self.received)?.filter(|length| *length <= self.received.len()) else {
            return Ok(None);
        };
        let mut message = BytesMut::from(&self.received[..length]);
        self.received[..length].zeroize();
        self.received.drain(..length);
        let read = read(&mut message);
        message.resize(length, 0);
        message.as_mut().zeroize();
        read.map(Some)
    }
}

impl Drop for Messages {
    fn drop(&mut self) {
        self.received.zeroize();
    }
}

fn read(message: &mut BytesMut) -> Result<Read, Malformed> {
    let operation = frame::operation(message);
    let mut codec = LdapCodec::new(Some(LONGEST_MESSAGE + 8), Some(DEEPEST));
    // The codec logs bytes that it cannot decode, and they may contain a password.
    let decoded = with_default(&Dispatch::none(), || codec.decode(message));
    match (decoded, operation) {
        (Ok(Some(message)), _) => Ok(Read::Message(message)),
        (_, Some((id, BIND))) => Ok(Read::Refused(refusal(id))),
        _ => Err(Malformed::Message),
    }
}

fn refusal(id: i32) -> LdapMsg {
    let res = LdapResult {
        code: LdapResultCode::InvalidCredentials,
        matcheddn: String::new(),
        message: String::new(),
        referral: Vec::new(),
    };
    LdapMsg::new(id, LdapOp::BindResponse(LdapBindResponse { res, saslcreds: None }))
}

/// The bytes of messages.
///
/// # Errors
/// A message cannot be encoded.
pub fn write(messages: Vec<LdapMsg>) -> std::io::Result<BytesMut> {
    let mut bytes = BytesMut::new();
    for message in messages {
        LdapCodec::default().encode(message, &mut bytes)?;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use ldap3_proto::proto::{LdapBindCred, LdapBindRequest, LdapMsg, LdapOp};
    use proptest::prelude::*;
    use tracing::span::{Attributes, Id, Record};
    use tracing::subscriber::with_default;
    use tracing::{Event, Metadata, Subscriber};

    use super::{Malformed, Messages, Read, write};

    fn bind(id: i32, password: &str) -> LdapMsg {
        let cred = LdapBindCred::Simple(password.to_owned());
        LdapMsg::new(id, LdapOp::BindRequest(LdapBindRequest { version: 3, dn: "uid=ann".to_owned(), cred }))
    }

    fn message(read: Result<Option<Read>, Malformed>) -> LdapMsg {
        match read {
            Ok(Some(Read::Message(message))) => message,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn messages_are_read_wherever_the_stream_is_cut() {
        let bytes = write(vec![bind(1, "one"), LdapMsg::new(2, LdapOp::UnbindRequest)]).unwrap();
        for cut in 0..bytes.len() {
            let mut messages = Messages::default();
            let mut read = Vec::new();
            for part in [&bytes[..cut], &bytes[cut..]] {
                messages.push(part);
                while let Some(Read::Message(message)) = messages.next_message().unwrap() {
                    read.push(message);
                }
            }
            assert_eq!(read, [bind(1, "one"), LdapMsg::new(2, LdapOp::UnbindRequest)], "cut at {cut}");
            assert!(!messages.is_in_between());
        }
    }

    #[test]
    fn a_password_that_is_no_text_is_refused_and_the_next_message_is_read() {
        let mut bytes = write(vec![bind(7, "latin")]).unwrap();
        let last = bytes.len() - 1;
        bytes[last] = 0xe9;
        let mut messages = Messages::default();
        messages.push(&bytes);
        messages.push(&write(vec![bind(8, "text")]).unwrap());
        let Ok(Some(Read::Refused(refusal))) = messages.next_message() else { panic!() };
        assert_eq!(refusal.msgid, 7);
        assert_eq!(message(messages.next_message()), bind(8, "text"));
    }

    #[test]
    fn filters_that_are_nested_too_deep_end_the_stream() {
        let mut filter = vec![0x87, 0x00];
        for _ in 0..40 {
            filter = [&[0xa2, u8::try_from(filter.len()).unwrap()], filter.as_slice()].concat();
        }
        let search =
            [&[0x04, 0, 0x0a, 1, 0, 0x0a, 1, 0, 2, 1, 0, 2, 1, 0, 1, 1, 0], filter.as_slice(), &[0x30, 0]].concat();
        let operation = [&[0x63, u8::try_from(search.len()).unwrap()], search.as_slice()].concat();
        let content = [&[0x02, 1, 1], operation.as_slice()].concat();
        let mut messages = Messages::default();
        messages.push(&[&[0x30, 0x81, u8::try_from(content.len()).unwrap()], content.as_slice()].concat());
        assert_eq!(messages.next_message(), Err(Malformed::Message));
    }

    /// Counts what is logged.
    #[derive(Clone, Default)]
    struct Counter(Arc<AtomicUsize>);

    impl Subscriber for Counter {
        fn enabled(&self, _: &Metadata<'_>) -> bool {
            true
        }

        fn new_span(&self, _: &Attributes<'_>) -> Id {
            Id::from_u64(1)
        }

        fn record(&self, _: &Id, _: &Record<'_>) {}

        fn record_follows_from(&self, _: &Id, _: &Id) {}

        fn event(&self, _: &Event<'_>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }

        fn enter(&self, _: &Id) {}

        fn exit(&self, _: &Id) {}
    }

    #[test]
    fn what_cannot_be_read_is_not_logged() {
        let counter = Counter::default();
        let logged = || counter.0.load(Ordering::Relaxed);
        with_default(counter.clone(), || {
            let mut messages = Messages::default();
            messages.push(b"\x30\x06password");
            assert_eq!(messages.next_message(), Err(Malformed::Message));
            assert_eq!(logged(), 0);
            tracing::error!("the counter counts");
        });
        assert_eq!(logged(), 1);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let mut messages = Messages::default();
            messages.push(&[0x30, 0x81, 0x80]);
            messages.push(&bytes);
            while let Ok(Some(_)) = messages.next_message() {}
        }
    }
}
