//! Names: shown to people, and compared by them.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::character::{ascii_digit, is_invisible, narrow};

/// A text without the marks that come along when it is copied: those that turn or hide text, and white space around it.
/// Joiners and variation selectors stay, which emoji and several scripts are written with. It may hold a secret, so it is
/// wiped.
#[must_use]
pub fn visible(text: &str) -> Zeroizing<String> {
    let mut visible = Zeroizing::new(String::with_capacity(text.len()));
    visible.extend(text.chars().filter(is_shown).skip_while(|character| character.is_whitespace()));
    let end = visible.trim_end().len();
    visible.truncate(end);
    visible
}

/// A name that is shown: letters in one spelling (NFC), one kind of space, none around it, and nothing that hides or turns
/// text. Joiners and variation selectors stay, which emoji and several scripts are written with.
#[must_use]
pub fn name(typed: &str) -> String {
    let one_space = |character: char| match character {
        '\t' => ' ',
        other if other.is_whitespace() && !other.is_control() && !matches!(other, '\u{2028}' | '\u{2029}') => ' ',
        other => other,
    };
    let name: String = typed.chars().filter(is_shown).map(one_space).nfc().collect();
    // Joiners at an end join nothing.
    let around = |character: char| character.is_whitespace() || is_invisible(character) && !is_selector(character);
    name.trim_start_matches(|character: char| character.is_whitespace() || is_invisible(character))
        .trim_end_matches(around)
        .to_owned()
}

/// What is seen, and what words and emoji are joined with.
fn is_shown(character: &char) -> bool {
    !is_invisible(*character) || matches!(character, '\u{200c}' | '\u{200d}') || is_selector(*character)
}

/// What changes or ends the emoji before it; flags of regions are spelled with tags.
fn is_selector(character: char) -> bool {
    matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}')
}

/// A name that something else gives itself, made into one that a list can show: cut to a length, without control characters.
#[must_use]
pub fn listed_name(given: &str, longest: usize) -> String {
    let cut: String = name(given).chars().filter(|character| !character.is_control()).take(longest).collect();
    name(&cut)
}

/// A name that one signs in with: as [`name`], without anything that cannot be seen, in lower case, and narrow where an
/// input method wrote it wide. Who has which name, and which characters it may have, is decided elsewhere.
#[must_use]
pub fn user_name(typed: &str) -> String {
    let narrowed = |character: char| ascii_digit(character).unwrap_or_else(|| narrow(character));
    let seen: String = typed.chars().filter(|character| !is_invisible(*character)).map(narrowed).collect();
    // Composed last: lower case of a composed letter may be two characters.
    seen.trim().to_lowercase().nfc().collect()
}
