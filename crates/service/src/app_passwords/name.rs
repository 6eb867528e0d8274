//! The name of an app password: one per device, told apart whatever the case.

/// 1 to 64 characters, as [`proofup_text::name`] writes them, without control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AppPasswordName(String);

const LONGEST: usize = 64;

impl AppPasswordName {
    /// Reads what was typed; the error is `empty`, `too_long` or `control_characters`.
    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
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

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Two names with one key are the same to a person.
pub(super) fn key(name: &str) -> String {
    name.to_lowercase()
}

/// Control characters, and line and paragraph separators.
fn breaks_lines(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::{AppPasswordName, key};

    #[test]
    fn takes_names_of_every_script() {
        for name in ["Laptop", "陳小姐的手機", "Ann’s iPad 📱", &"x".repeat(64), &"雲".repeat(64)] {
            assert_eq!(AppPasswordName::parse(&format!("  {name} ")).unwrap().as_str(), name);
        }
    }

    #[test]
    fn says_what_is_wrong_with_a_name() {
        for (name, reason) in [
            ("", "empty"),
            (" \t ", "empty"),
            (&*"x".repeat(65), "too_long"),
            ("a\u{0}b", "control_characters"),
            ("a\nb", "control_characters"),
            ("a\u{2028}b", "control_characters"),
            ("\u{202a}\u{200b}\u{202c}", "empty"),
        ] {
            assert_eq!(AppPasswordName::parse(name), Err(reason), "{name:?}");
        }
    }

    #[test]
    fn what_turns_or_hides_text_cannot_make_one_name_look_like_another() {
        for name in ["a\u{202e}b", "a\u{200b}b", "\u{202a}ab\u{202c}"] {
            assert_eq!(AppPasswordName::parse(name).unwrap().as_str(), "ab", "{name:?}");
        }
        assert_eq!(AppPasswordName::parse("Anne\u{301}").unwrap(), AppPasswordName::parse("Ann\u{e9}").unwrap());
    }

    #[test]
    fn names_differ_by_more_than_case() {
        assert_eq!(key("LAPTOP"), key("laptop"));
        assert_ne!(key("Laptop"), key("Laptop 2"));
    }
}
