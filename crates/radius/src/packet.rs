//! A packet as it came: header and attributes, every length checked.

use thiserror::Error;

use crate::attribute::VENDOR_SPECIFIC;
use crate::{LONGEST_PACKET, attribute};

/// Code, identifier, length, authenticator.
pub(crate) const HEADER: usize = 20;

/// What a packet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// `Access-Request`
    AccessRequest,
    /// `Access-Accept`
    AccessAccept,
    /// `Access-Reject`
    AccessReject,
    /// `Access-Challenge`
    AccessChallenge,
    /// `Status-Server`
    StatusServer,
    /// Anything else.
    Other(u8),
}

impl Code {
    pub(crate) const fn number(self) -> u8 {
        match self {
            Self::AccessRequest => 1,
            Self::AccessAccept => 2,
            Self::AccessReject => 3,
            Self::AccessChallenge => 11,
            Self::StatusServer => 12,
            Self::Other(number) => number,
        }
    }

    pub(crate) const fn of(number: u8) -> Self {
        match number {
            1 => Self::AccessRequest,
            2 => Self::AccessAccept,
            3 => Self::AccessReject,
            11 => Self::AccessChallenge,
            12 => Self::StatusServer,
            other => Self::Other(other),
        }
    }
}

/// Why bytes are no packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Malformed {
    /// Fewer bytes than a header, or than the header says there are.
    #[error("it is cut short")]
    Short,
    /// The length in the header is out of bounds.
    #[error("its length is out of bounds")]
    Length,
    /// An attribute does not fit.
    #[error("an attribute does not fit")]
    Attribute,
    /// There are two of an attribute of which there is one.
    #[error("an attribute stands there twice")]
    Twice,
}

/// A packet whose lengths are right. Whether it is genuine is another question.
#[derive(Clone, Copy)]
pub struct Packet<'a> {
    bytes: &'a [u8],
}

impl<'a> Packet<'a> {
    /// Reads one. Bytes behind its length are padding and are passed over (RFC 2865, section 3).
    ///
    /// # Errors
    /// A length is wrong. Such a packet is dropped without an answer.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, Malformed> {
        let header = bytes.get(..HEADER).ok_or(Malformed::Short)?;
        let length = usize::from(u16::from_be_bytes([header[2], header[3]]));
        if !(HEADER..=LONGEST_PACKET).contains(&length) {
            return Err(Malformed::Length);
        }
        let packet = Self { bytes: bytes.get(..length).ok_or(Malformed::Short)? };
        let mut rest = &packet.bytes[HEADER..];
        while !rest.is_empty() {
            let (_, after) = split(rest).ok_or(Malformed::Attribute)?;
            rest = after;
        }
        for alone in [attribute::USER_PASSWORD, attribute::STATE, attribute::MESSAGE_AUTHENTICATOR] {
            if packet.all(alone).nth(1).is_some() {
                return Err(Malformed::Twice);
            }
        }
        Ok(packet)
    }

    /// How many bytes of a stream the next packet has, as soon as that is known.
    ///
    /// # Errors
    /// The length is out of bounds, so the stream can be read no further.
    pub fn length_in_stream(bytes: &[u8]) -> Result<Option<usize>, Malformed> {
        let Some(&[high, low]) = bytes.get(2..4) else { return Ok(None) };
        let length = usize::from(u16::from_be_bytes([high, low]));
        if (HEADER..=LONGEST_PACKET).contains(&length) { Ok(Some(length)) } else { Err(Malformed::Length) }
    }

    /// What it is.
    pub fn code(&self) -> Code {
        Code::of(self.bytes[0])
    }

    /// Tells the requests of one socket apart.
    pub fn identifier(&self) -> u8 {
        self.bytes[1]
    }

    /// The sixteen bytes of the header: random in a request, a proof in an answer.
    pub fn authenticator(&self) -> [u8; 16] {
        let mut authenticator = [0; 16];
        authenticator.copy_from_slice(&self.bytes[4..HEADER]);
        authenticator
    }

    /// All attributes in their order: number and value.
    pub fn attributes(&self) -> impl Iterator<Item = Attribute<'a>> + use<'a> {
        let mut rest = &self.bytes[HEADER..];
        std::iter::from_fn(move || {
            let (found, after) = split(rest)?;
            rest = after;
            Some(found)
        })
    }

    /// The values of all attributes of a number.
    pub fn all(&self, number: u8) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        self.attributes().filter_map(move |(found, value)| (found == number).then_some(value))
    }

    /// The value of the first attribute of a number.
    pub fn first(&self, number: u8) -> Option<&'a [u8]> {
        self.all(number).next()
    }

    /// The value of a vendor's first attribute of a number (RFC 2865, section 5.26).
    pub fn vendor(&self, vendor: u32, number: u8) -> Option<&'a [u8]> {
        let of_vendor = self.all(VENDOR_SPECIFIC).filter_map(move |value| value.strip_prefix(&vendor.to_be_bytes()));
        for mut rest in of_vendor {
            while let Some(((found, value), after)) = split(rest) {
                if found == number {
                    return Some(value);
                }
                rest = after;
            }
        }
        None
    }

    pub(crate) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }
}

/// Number and value.
type Attribute<'a> = (u8, &'a [u8]);

/// The attribute that bytes begin with, and what follows.
fn split(bytes: &[u8]) -> Option<(Attribute<'_>, &[u8])> {
    let (&[number, length], _) = bytes.split_first_chunk::<2>()?;
    let (whole, after) = bytes.split_at_checked(usize::from(length))?;
    Some(((number, whole.get(2..)?), after))
}

#[cfg(test)]
mod tests {
    use super::{Code, HEADER, Malformed, Packet};

    fn packet(length: u16, attributes: &[u8]) -> Vec<u8> {
        let mut bytes = vec![1, 7];
        bytes.extend(length.to_be_bytes());
        bytes.extend([9; 16]);
        bytes.extend(attributes);
        bytes
    }

    #[test]
    fn attributes_are_read_in_their_order_and_padding_is_none() {
        let bytes = packet(27, &[1, 5, b'a', b'n', b'n', 33, 2, 0, 0, 0]);
        let read = Packet::parse(&bytes).unwrap();
        assert_eq!((read.code(), read.identifier(), read.authenticator()), (Code::AccessRequest, 7, [9; 16]));
        assert_eq!(read.attributes().collect::<Vec<_>>(), [(1, &b"ann"[..]), (33, &b""[..])]);
    }

    #[test]
    fn wrong_lengths_are_refused() {
        for (bytes, fault) in [
            (packet(20, &[])[..19].to_vec(), Malformed::Short),
            (packet(19, &[]), Malformed::Length),
            (packet(4097, &[0; 4077]), Malformed::Length),
            (packet(30, &[1, 5, 0, 0, 0]), Malformed::Short),
            (packet(21, &[1]), Malformed::Attribute),
            (packet(22, &[1, 0]), Malformed::Attribute),
            (packet(22, &[1, 1]), Malformed::Attribute),
            (packet(23, &[1, 4, 0]), Malformed::Attribute),
            (packet(24, &[24, 2, 24, 2]), Malformed::Twice),
        ] {
            assert_eq!(Packet::parse(&bytes).err(), Some(fault), "{bytes:?}");
        }
    }

    #[test]
    fn in_a_stream_a_packet_ends_where_it_says() {
        let bytes = packet(20, &[1, 2]);
        assert_eq!(Packet::length_in_stream(&bytes), Ok(Some(HEADER)));
        assert_eq!(Packet::length_in_stream(&bytes[..3]), Ok(None));
        assert_eq!(Packet::length_in_stream(&packet(19, &[])), Err(Malformed::Length));
        assert_eq!(Packet::length_in_stream(&packet(4097, &[])), Err(Malformed::Length));
    }

    #[test]
    fn a_vendors_attributes_are_found_by_its_number() {
        let bytes = packet(20 + 13, &[26, 13, 0, 0, 1, 55, 11, 3, 42, 25, 4, 1, 2]);
        let read = Packet::parse(&bytes).unwrap();
        assert_eq!(read.vendor(311, 25), Some(&[1, 2][..]));
        assert_eq!(read.vendor(311, 11), Some(&[42][..]));
        assert_eq!((read.vendor(311, 1), read.vendor(9, 25)), (None, None));
    }
}
