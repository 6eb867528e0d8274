//! The outermost parts of a message: its length, its number and the tag of its operation.

use crate::messages::{LONGEST_MESSAGE, Malformed};

/// Every message is a SEQUENCE.
const SEQUENCE: u8 = 0x30;
const INTEGER: u8 = 0x02;

/// The length of the first message of these bytes, with its header. `None` while the header is incomplete.
pub(crate) fn length(bytes: &[u8]) -> Result<Option<usize>, Malformed> {
    let Some((&tag, rest)) = bytes.split_first() else { return Ok(None) };
    if tag != SEQUENCE {
        return Err(Malformed::Frame);
    }
    let Some((&first, rest)) = rest.split_first() else { return Ok(None) };
    let (header, content) = match first {
        0..=0x7f => (2, usize::from(first)),
        // Four bytes hold more than the longest length; 0x80 would mean an indefinite one.
        0x81..=0x84 => {
            let count = usize::from(first & 0x7f);
            let Some(bytes) = rest.get(..count) else { return Ok(None) };
            (2 + count, bytes.iter().fold(0, |length, byte| length << 8 | usize::from(*byte)))
        }
        _ => return Err(Malformed::Frame),
    };
    if content > LONGEST_MESSAGE { Err(Malformed::TooLong) } else { Ok(Some(header + content)) }
}

/// The number of a whole message and the tag of its operation. Both can be read when the rest cannot.
pub(crate) fn operation(message: &[u8]) -> Option<(i32, u8)> {
    let header = if *message.get(1)? < 0x80 { 2 } else { 2 + usize::from(message.get(1)? & 0x7f) };
    let content = message.get(header..)?;
    let [INTEGER, count @ 1..=4, rest @ ..] = content else { return None };
    let (number, rest) = rest.split_at_checked(usize::from(*count))?;
    let number = number.iter().fold(0_i64, |number, byte| number << 8 | i64::from(*byte));
    Some((i32::try_from(number).ok()?, *rest.first()?))
}

#[cfg(test)]
mod tests {
    use super::{length, operation};
    use crate::messages::Malformed;

    #[test]
    fn a_length_is_known_from_the_first_bytes_and_bounded() {
        for (bytes, read) in [
            (&[][..], Ok(None)),
            (&[0x30], Ok(None)),
            (&[0x30, 0x0c], Ok(Some(14))),
            (&[0x30, 0x82, 0x01], Ok(None)),
            (&[0x30, 0x82, 0x01, 0x00], Ok(Some(260))),
            (&[0x30, 0x84, 0x00, 0x00, 0x01, 0x00], Ok(Some(262))),
            (&[0x30, 0x83, 0x01, 0x00, 0x01], Err(Malformed::TooLong)),
            (&[0x30, 0x84, 0xff, 0xff, 0xff, 0xff], Err(Malformed::TooLong)),
            (&[0x30, 0x80], Err(Malformed::Frame)),
            (&[0x30, 0x85], Err(Malformed::Frame)),
            (b"GET / HTTP/1.1", Err(Malformed::Frame)),
        ] {
            assert_eq!(length(bytes), read, "{bytes:02x?}");
        }
    }

    #[test]
    fn the_operation_of_a_message_is_read_without_the_rest() {
        assert_eq!(operation(&[0x30, 0x05, 0x02, 0x01, 0x07, 0x60, 0x00]), Some((7, 0x60)));
        assert_eq!(operation(&[0x30, 0x81, 0x06, 0x02, 0x02, 0x01, 0x00, 0x63, 0x00]), Some((256, 0x63)));
        for bytes in [&[][..], &[0x30], &[0x30, 0x00], &[0x30, 0x03, 0x02, 0x01, 0x07], &[0x30, 0x02, 0x02, 0x05]] {
            assert_eq!(operation(bytes), None, "{bytes:02x?}");
        }
    }
}
