//! Percent escapes of links (RFC 3986, section 2.1). Decoding never fails.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode, utf8_percent_encode};
use zeroize::Zeroizing;

/// All but the unreserved characters (section 2.3) and `@`, which may stand in a path and in a query.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@');

/// Text from a link, and whether bytes of it had to be replaced because they are not UTF-8.
#[derive(Default)]
pub(crate) struct Decoded {
    pub(crate) text: Zeroizing<String>,
    pub(crate) lossy: bool,
}

/// Decodes percent escapes once. A `%` without two hex digits stays. With `plus_is_space`, `+` is a space, as in forms;
/// in labels it is a plus.
pub(crate) fn decode(text: &str, plus_is_space: bool) -> Decoded {
    let mut escaped = Zeroizing::new(text.as_bytes().to_vec());
    if plus_is_space {
        escaped.iter_mut().filter(|byte| **byte == b'+').for_each(|byte| *byte = b' ');
    }
    // The buffer is large enough from the start, so that no copy of a secret stays in memory.
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len()));
    bytes.extend(percent_decode(&escaped));
    match std::str::from_utf8(&bytes) {
        Ok(text) => Decoded { text: Zeroizing::new(text.to_owned()), lossy: false },
        Err(_) => Decoded { text: Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned()), lossy: true },
    }
}

/// Appends the text, escaped so that it is safe in a label and in a query.
pub(crate) fn encode_into(out: &mut String, text: &str) {
    out.extend(utf8_percent_encode(text, ESCAPED));
}
