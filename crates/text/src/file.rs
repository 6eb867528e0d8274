//! Text of files and of standard input, in the encodings that programs write.

use zeroize::Zeroizing;

use crate::handed_on::from_old_client;

/// Decodes a file: UTF-16 with a byte order mark, otherwise line by line UTF-8, or else Latin-1. One line in an older
/// encoding does not spoil the others. The text may hold secrets, so it is wiped.
#[must_use]
pub fn from_file(bytes: &[u8]) -> Zeroizing<String> {
    let bytes = match bytes {
        [0xFF, 0xFE, rest @ ..] => return wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => return wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => rest,
        bytes => bytes,
    };
    // A character of Latin-1 takes two bytes at most: with enough room, no copy is left behind.
    let room = if std::str::from_utf8(bytes).is_ok() { bytes.len() } else { 2 * bytes.len() };
    let mut text = Zeroizing::new(String::with_capacity(room));
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        text.push_str(&from_old_client(line));
    }
    text
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Zeroizing<String> {
    let (pairs, rest) = bytes.as_chunks();
    let mut text = Zeroizing::new(String::with_capacity(3 * pairs.len()));
    let characters = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    text.extend(characters.map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)));
    text.extend((!rest.is_empty()).then_some(char::REPLACEMENT_CHARACTER));
    text
}
