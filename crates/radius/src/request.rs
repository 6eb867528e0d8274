//! A request, as a front end makes it: for the test of a front end, and for tests.

use crate::attribute::{
    MESSAGE_AUTHENTICATOR, MICROSOFT, MS_CHAP_CHALLENGE, MS_CHAP2_RESPONSE, USER_PASSWORD, VENDOR_SPECIFIC,
};
use crate::authenticator::{LENGTH, mac};
use crate::ms_chap::response_of;
use crate::packet::HEADER;
use crate::password::hide;
use crate::reply::{of_vendor, push};
use crate::{Code, LONGEST_VALUE};

/// A request that is being made.
#[derive(Debug, Clone)]
pub struct Request {
    bytes: Vec<u8>,
}

impl Request {
    /// Begins one. The authenticator is random and new for each.
    pub fn new(code: Code, identifier: u8, authenticator: &[u8; 16]) -> Self {
        let mut bytes = vec![code.number(), identifier, 0, 0];
        bytes.extend(authenticator);
        Self { bytes }
    }

    /// Adds an attribute, cut to what fits into one.
    #[must_use]
    pub fn with(mut self, number: u8, value: &[u8]) -> Self {
        push(&mut self.bytes, number, &value[..value.len().min(LONGEST_VALUE)]);
        self
    }

    /// Adds `User-Password`, hidden.
    #[must_use]
    pub fn with_password(self, password: &[u8], secret: &[u8]) -> Self {
        let mut authenticator = [0; 16];
        authenticator.copy_from_slice(&self.bytes[4..HEADER]);
        self.with(USER_PASSWORD, &hide(password, &authenticator, secret))
    }

    /// Adds an attribute of a vendor.
    #[must_use]
    pub fn with_vendor(self, vendor: u32, number: u8, value: &[u8]) -> Self {
        self.with(VENDOR_SPECIFIC, &of_vendor(vendor, number, value))
    }

    /// Adds the proof of MS-CHAPv2 that the client with this name knows a password. The challenges are random.
    #[must_use]
    pub fn with_ms_chap2(self, name: &[u8], password: &str, challenge: &[u8; 16], peer_challenge: &[u8; 16]) -> Self {
        let response = response_of(name, password, challenge, peer_challenge);
        self.with_vendor(MICROSOFT, MS_CHAP_CHALLENGE, challenge).with_vendor(MICROSOFT, MS_CHAP2_RESPONSE, &response)
    }

    /// The bytes to send, without a proof.
    pub fn unsealed(mut self) -> Vec<u8> {
        let length = u16::try_from(self.bytes.len()).unwrap_or(u16::MAX);
        self.bytes[2..4].copy_from_slice(&length.to_be_bytes());
        self.bytes
    }

    /// The bytes to send, with `Message-Authenticator`.
    pub fn sealed(self, secret: &[u8]) -> Vec<u8> {
        let place = self.bytes.len();
        let mut bytes = self.with(MESSAGE_AUTHENTICATOR, &[0; 16]).unsealed();
        let proof = mac(secret, &[&bytes]);
        bytes[place + 2..place + LENGTH].copy_from_slice(&proof);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Request;
    use crate::attribute::{PROXY_STATE, REPLY_MESSAGE, USER_NAME};
    use crate::{Code, LONGEST_PACKET, Packet, PasswordFault, Reply};

    fn request(password: &[u8], secret: &[u8]) -> Request {
        Request::new(Code::AccessRequest, 3, &[7; 16]).with(USER_NAME, b"ann").with_password(password, secret)
    }

    proptest! {
        #[test]
        fn a_sealed_password_is_read_back(
            password in proptest::collection::vec(1_u8.., 0..=128), secret in proptest::collection::vec(any::<u8>(), 1..40),
        ) {
            let bytes = request(&password, &secret).sealed(&secret);
            let packet = Packet::parse(&bytes).unwrap();
            prop_assert_eq!(packet.is_genuine(&secret), Some(true));
            prop_assert_eq!(&*packet.password(&secret).unwrap(), &password);
        }

        #[test]
        fn a_changed_byte_makes_a_request_and_an_answer_false(place in 0_usize..60, change in 1_u8..) {
            let bytes = request(b"secret", b"shared").sealed(b"shared");
            let packet = Packet::parse(&bytes).unwrap();
            let answer = Reply::to(&packet, Code::AccessReject).with(REPLY_MESSAGE, b"No").sealed(b"shared");
            prop_assert!(Packet::parse(&answer).unwrap().answers(&packet.authenticator(), b"shared"));
            for original in [&bytes, &answer] {
                let mut changed = original.clone();
                let Some(byte) = changed.get_mut(place) else { continue };
                *byte ^= change;
                let Ok(read) = Packet::parse(&changed) else { continue };
                let holds = if original == &bytes {
                    read.is_genuine(b"shared") == Some(true)
                } else {
                    read.answers(&packet.authenticator(), b"shared")
                };
                prop_assert!(!holds, "byte {place}");
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(packet) = Packet::parse(&bytes) {
                prop_assert!(packet.attributes().map(|(_, value)| value.len() + 2).sum::<usize>() + 20 <= bytes.len());
                let _ = (packet.is_genuine(b"s"), packet.password(b"s"), packet.vendor(311, 25));
            }
        }
    }

    #[test]
    fn an_answer_begins_with_its_proof_and_gives_every_proxy_state_back() {
        let bytes = request(b"x", b"s").with(PROXY_STATE, b"1").with(PROXY_STATE, b"02").sealed(b"s");
        let answer =
            Reply::to(&Packet::parse(&bytes).unwrap(), Code::AccessChallenge).with_text(REPLY_MESSAGE, "Code: ");
        let sealed = answer.sealed(b"s");
        let read = Packet::parse(&sealed).unwrap();
        assert_eq!(read.attributes().map(|(number, _)| number).collect::<Vec<_>>(), [80, 18, 33, 33]);
        assert_eq!(read.all(PROXY_STATE).collect::<Vec<_>>(), [&b"1"[..], b"02"]);
        assert!(read.answers(&[7; 16], b"s") && !read.answers(&[7; 16], b"t") && !read.answers(&[8; 16], b"s"));
    }

    #[test]
    fn a_request_without_a_message_authenticator_is_recognised() {
        let bytes = request(b"x", b"s").unsealed();
        assert_eq!(Packet::parse(&bytes).unwrap().is_genuine(b"s"), None);
        let short = request(b"x", b"s").with(80, &[0; 15]).unsealed();
        assert_eq!(Packet::parse(&short).unwrap().is_genuine(b"s"), Some(false));
    }

    #[test]
    fn a_password_has_one_to_eight_blocks() {
        for length in [0, 15, 17, 129, 144] {
            let bytes = Request::new(Code::AccessRequest, 1, &[1; 16]).with(2, &vec![0; length]).unsealed();
            let read = Packet::parse(&bytes).unwrap().password(b"s").err();
            assert_eq!(read, Some(PasswordFault::Length), "{length}");
        }
        let none = Request::new(Code::AccessRequest, 1, &[1; 16]).unsealed();
        assert_eq!(Packet::parse(&none).unwrap().password(b"s").err(), Some(PasswordFault::Missing));
    }

    #[test]
    fn an_answer_is_never_longer_than_a_packet_and_a_text_never_cut_within_a_character() {
        let bytes = request(b"x", b"s").sealed(b"s");
        let packet = Packet::parse(&bytes).unwrap();
        let answer = Reply::to(&packet, Code::AccessReject).with_text(REPLY_MESSAGE, &"漢".repeat(3000)).sealed(b"s");
        assert!(answer.len() <= LONGEST_PACKET && answer.len() > LONGEST_PACKET - 256);
        let read = Packet::parse(&answer).unwrap();
        assert!(read.all(REPLY_MESSAGE).all(|part| std::str::from_utf8(part).is_ok()));
    }
}
