//! Codes, keys and numbers: fields in which only ASCII has a meaning.

use zeroize::Zeroizing;

use crate::character::{ascii_digit, is_dash, is_invisible, narrow};

/// The ASCII character that is meant: a space for all white space, a hyphen for all dashes, an ASCII digit for the
/// digits of all scripts, and a narrow character for its full-width form. `None` for an invisible character. A
/// character without a plain form stays as it is.
#[must_use]
pub fn plain_character(character: char) -> Option<char> {
    if matches!(character, '!'..='~') {
        return Some(character);
    }
    if character.is_whitespace() {
        return Some(' ');
    }
    if is_invisible(character) {
        return None;
    }
    if is_dash(character) {
        return Some('-');
    }
    Some(ascii_digit(character).unwrap_or_else(|| narrow(character)))
}

/// The [plain characters](plain_character) of a text without the spaces and dashes between them: codes and keys are
/// shown and typed in groups.
pub fn symbols(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter_map(plain_character).filter(|character| !matches!(character, ' ' | '-'))
}

/// A text of [plain characters](plain_character) without white space around it. It may be a secret, so it is wiped.
#[must_use]
pub fn plain(text: &str) -> Zeroizing<String> {
    // A plain form is never longer than its character, so that the text does not grow and leaves no copy behind.
    let mut plain = Zeroizing::new(String::with_capacity(text.len()));
    plain.extend(text.chars().filter_map(plain_character).skip_while(|character| *character == ' '));
    let end = plain.trim_end_matches(' ').len();
    plain.truncate(end);
    plain
}
