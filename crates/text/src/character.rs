//! Classes of characters, from the Unicode database.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// Whether a character is invisible: marks of direction, joiners, soft hyphens, byte order marks, variation selectors
/// and fillers.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    if character.is_ascii() {
        return false;
    }
    // The marks of Arabic numbers are format characters, but visible.
    let seen = matches!(character, '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}');
    (character.general_category() == GeneralCategory::Format && !seen)
        || matches!(character,
            '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{2065}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a character is nothing that a name is written in: it stands for nothing that everybody sees alike (private use,
/// not assigned, half of a pair), or shows nothing (the blank of braille, the place of an object).
#[must_use]
pub fn is_no_letter_to_anybody(character: char) -> bool {
    let category = character.general_category();
    matches!(category, GeneralCategory::PrivateUse | GeneralCategory::Unassigned | GeneralCategory::Surrogate)
        || matches!(character, '\u{2800}' | '\u{fffc}' | '\u{fffd}')
}

/// Whether a character is a hyphen, a dash or a minus, or is used as one.
#[must_use]
pub fn is_dash(character: char) -> bool {
    character == '-'
        || (!character.is_ascii()
            && (character.general_category() == GeneralCategory::DashPunctuation
                // Minus signs, the hyphen bullet, and the long vowel mark, which Japanese keyboards have in the place
                // of the hyphen.
                || matches!(character, '\u{2212}' | '\u{207b}' | '\u{208b}' | '\u{2043}' | '\u{2d7}' | '\u{30fc}' | '\u{ff70}')))
}

/// The ASCII digit with the value of a decimal digit of any script.
pub(crate) fn ascii_digit(character: char) -> Option<char> {
    if character.is_ascii() {
        return character.is_ascii_digit().then_some(character);
    }
    if !is_decimal(character) {
        return None;
    }
    // Unicode keeps the digits of a script together, zero first, ten at a time (Unicode Standard, section 4.6).
    let before = (1..u32::from(character)).map(|back| u32::from(character) - back);
    let same_run = before.take_while(|&code| char::from_u32(code).is_some_and(is_decimal)).count();
    char::from_digit(u32::try_from(same_run % 10).unwrap_or_default(), 10)
}

fn is_decimal(character: char) -> bool {
    character.general_category() == GeneralCategory::DecimalNumber
}

/// The ASCII character of a full-width character.
pub(crate) fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        _ => character,
    }
}
