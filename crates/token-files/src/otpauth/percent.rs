//! Percent-decoding that never fails.

use zeroize::Zeroizing;

/// Text from a link, and whether bytes of it had to be replaced because they are not UTF-8.
#[derive(Default)]
pub(crate) struct Decoded {
    pub(crate) text: Zeroizing<String>,
    pub(crate) lossy: bool,
}

/// Decodes percent escapes once. A `%` without two hex digits stays. With `plus_is_space`, `+` is a space, as in forms;
/// in labels it is a plus.
pub(crate) fn decode(text: &str, plus_is_space: bool) -> Decoded {
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len()));
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (first, tail) {
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high << 4 | low);
                    rest = after;
                }
                _ => bytes.push(b'%'),
            },
            (b'+', _) if plus_is_space => bytes.push(b' '),
            (byte, _) => bytes.push(*byte),
        }
    }
    match std::str::from_utf8(&bytes) {
        Ok(text) => Decoded { text: Zeroizing::new(text.to_owned()), lossy: false },
        Err(_) => Decoded { text: Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned()), lossy: true },
    }
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Escapes everything but RFC 3986's unreserved characters, so that the text is safe in a label and in a query.
pub(crate) fn encode_into(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for nibble in [byte >> 4, byte & 15] {
                out.push(char::from(b"0123456789ABCDEF"[usize::from(nibble)]));
            }
        }
    }
}
