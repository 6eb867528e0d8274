//! Names that people give to their things: devices, tokens, app passwords. One rule for all of them.

use proofup_api::ErrorCode;

use crate::ServiceError;

const LONGEST: usize = 64;

/// 1 to 64 characters, as [`proofup_text::name`] writes them, without control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DisplayName(String);

impl DisplayName {
    /// Reads what was typed; the error is `empty`, `too_long` or `control_characters`.
    pub(crate) fn parse(text: &str) -> Result<Self, &'static str> {
        let shown = proofup_text::name(text);
        if shown.is_empty() {
            return Err("empty");
        }
        if shown.chars().any(breaks_lines) {
            return Err("control_characters");
        }
        if shown.chars().count() > LONGEST {
            return Err("too_long");
        }
        Ok(Self(shown))
    }

    /// The same, as the refusal that a device or token gets.
    pub(crate) fn of_device(text: &str) -> Result<Self, ServiceError> {
        Self::parse(text).map_err(|reason| ServiceError::refused_with(ErrorCode::DisplayNameInvalid, "reason", reason))
    }

    /// The name of a computer in a form that a list can show; `otherwise` if nothing is left.
    pub(crate) fn tidied(text: &str, otherwise: &str) -> Self {
        let kept = proofup_text::listed_name(text, LONGEST);
        Self(if kept.is_empty() { otherwise.to_owned() } else { kept })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn into_string(self) -> String {
        self.0
    }

    /// Two names with one key are the same to a person.
    pub(crate) fn key(&self) -> String {
        key(&self.0)
    }
}

/// The key of a name that was stored.
pub(crate) fn key(name: &str) -> String {
    name.to_lowercase()
}

/// Control characters, and line and paragraph separators.
fn breaks_lines(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::{DisplayName, key};

    #[test]
    fn takes_names_of_every_script() {
        for name in ["Laptop", "陳小姐的手機", "Ann’s iPad 📱", &"x".repeat(64), &"雲".repeat(64)] {
            assert_eq!(DisplayName::parse(&format!("  {name} ")).unwrap().as_str(), name);
        }
    }

    #[test]
    fn explains_what_is_wrong_with_a_name() {
        for (name, reason) in [
            ("", "empty"),
            (" \t ", "empty"),
            (&*"x".repeat(65), "too_long"),
            ("a\u{0}b", "control_characters"),
            ("a\nb", "control_characters"),
            ("a\u{2028}b", "control_characters"),
            ("\u{202a}\u{200b}\u{202c}", "empty"),
        ] {
            assert_eq!(DisplayName::parse(name), Err(reason), "{name:?}");
        }
    }

    #[test]
    fn invisible_marks_cannot_make_one_name_look_like_another() {
        for name in ["a\u{202e}b", "a\u{200b}b", "\u{202a}ab\u{202c}"] {
            assert_eq!(DisplayName::parse(name).unwrap().as_str(), "ab", "{name:?}");
        }
    }

    #[test]
    fn a_name_is_the_same_in_every_spelling_of_its_accents() {
        let composed = DisplayName::parse("Zo\u{eb}").unwrap();
        assert_eq!(DisplayName::parse("Zoe\u{308}").unwrap(), composed);
        let longest = "e\u{308}".repeat(64);
        assert_eq!(
            DisplayName::parse(&longest).unwrap().as_str().chars().count(),
            64,
            "64 characters as they are read"
        );
    }

    #[test]
    fn names_differ_by_more_than_case() {
        assert_eq!(key("LAPTOP"), key("laptop"));
        assert_ne!(key("Laptop"), key("Laptop 2"));
    }

    #[test]
    fn the_name_of_a_computer_is_normalised_and_never_empty() {
        assert_eq!(DisplayName::tidied(" vm\u{202e}\n ", "Proofup").as_str(), "vm");
        assert_eq!(DisplayName::tidied("\u{200b}\n", "Proofup").as_str(), "Proofup");
        assert_eq!(DisplayName::tidied(&"x".repeat(80), "Proofup").as_str().len(), 64);
    }
}
