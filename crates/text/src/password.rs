//! Passwords: every character counts; only the spelling in bytes is normalised.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The form that is hashed: RFC 8265, section 4.2. One way to write each letter (NFC), and one kind of space. Nothing
/// is trimmed, removed or changed in case.
#[must_use]
pub fn password(typed: &str) -> Zeroizing<String> {
    if typed.is_ascii() {
        return Zeroizing::new(typed.to_owned());
    }
    let one_space = |character: char| match character {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        other => other,
    };
    // Composition can make a text three times as long (Unicode Standard Annex 15, section 9). With enough room at the
    // start, no copy is left behind.
    let mut password = Zeroizing::new(String::with_capacity(3 * typed.len()));
    password.extend(typed.chars().map(one_space).nfc());
    password
}

/// The ways a password may have been spelled when a file was written, as it was typed first: [`password`]'s, and with the marks of
/// letters apart (NFD), as some systems and older programs write them. One way for what has only one.
#[must_use]
pub fn password_spellings(typed: &str) -> Vec<Zeroizing<String>> {
    let mut apart = Zeroizing::new(String::with_capacity(3 * typed.len()));
    apart.extend(typed.nfd());
    let mut spellings = vec![Zeroizing::new(typed.to_owned())];
    for spelling in [password(typed), apart] {
        if !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    }
    spellings
}
