//! Names that are shown to people and compared.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::character::{ascii_digit, is_invisible, narrow};

/// Removes the marks that come along when text is copied: those that turn or hide text, and white space around it.
/// Joiners and variation selectors stay, because emoji and several scripts need them. The text may be a secret, so it
/// is wiped.
#[must_use]
pub fn visible(text: &str) -> Zeroizing<String> {
    let mut visible = Zeroizing::new(String::with_capacity(text.len()));
    visible.extend(text.chars().filter(is_shown).skip_while(|character| character.is_whitespace()));
    let end = visible.trim_end().len();
    visible.truncate(end);
    visible
}

/// A name for display: letters in one spelling (NFC), one kind of space, none around it, and no mark that hides or
/// turns text. Joiners and variation selectors stay, because emoji and several scripts need them.
#[must_use]
pub fn name(typed: &str) -> String {
    let one_space = |character: char| match character {
        '\t' => ' ',
        other if other.is_whitespace() && !other.is_control() && !matches!(other, '\u{2028}' | '\u{2029}') => ' ',
        other => other,
    };
    let name: String = typed.chars().filter(is_shown).map(one_space).nfc().collect();
    // A joiner at an end joins nothing.
    let around = |character: char| character.is_whitespace() || is_invisible(character) && !is_selector(character);
    name.trim_start_matches(|character: char| character.is_whitespace() || is_invisible(character))
        .trim_end_matches(around)
        .to_owned()
}

/// Visible characters, and those that join words and emoji.
fn is_shown(character: &char) -> bool {
    !is_invisible(*character) || matches!(character, '\u{200c}' | '\u{200d}') || is_selector(*character)
}

/// Changes or ends the emoji before it; the flags of regions are spelled with tags.
fn is_selector(character: char) -> bool {
    matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}')
}

/// A name that a program or device gives itself, cut to a length that fits a list, and without control characters.
#[must_use]
pub fn listed_name(given: &str, longest: usize) -> String {
    let cut: String = name(given).chars().filter(|character| !character.is_control()).take(longest).collect();
    name(&cut)
}

/// What a name looks like: two that differ by case or by the form of their letters alone (bold, half-width, ligatures) are
/// the same here. It is compared, and never shown or kept.
#[must_use]
pub fn look(name: &str) -> String {
    // Upper case first: several letters have one that shares it with another (`ſ`, `ß`).
    let upper = name.nfkc().collect::<String>().to_uppercase();
    upper.to_lowercase().nfkc().collect()
}

/// A user name: as [`name`], without invisible characters, in lower case, and narrow where an input method wrote it
/// wide. Which characters it may have is decided elsewhere.
#[must_use]
pub fn user_name(typed: &str) -> String {
    let narrowed = |character: char| ascii_digit(character).unwrap_or_else(|| narrow(character));
    let seen: String = typed.chars().filter(|character| !is_invisible(*character)).map(narrowed).collect();
    // Composed last, because the lower case of a composed letter may be two characters.
    seen.trim().to_lowercase().nfc().collect()
}
