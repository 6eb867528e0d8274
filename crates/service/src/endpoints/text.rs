//! The text of bytes that old clients send.

use zeroize::Zeroizing;

/// UTF-8; bytes that are none are Latin-1, which is what such clients speak otherwise.
pub(super) fn decoded(bytes: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    })
}
