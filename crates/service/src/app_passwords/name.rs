//! The name of an app password: one per device, told apart whatever the case.

/// 1 to 64 characters without control and direction characters, trimmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AppPasswordName(String);

const LONGEST: usize = 64;

impl AppPasswordName {
    /// Reads what was typed; the error is `empty`, `too_long` or `control_characters`.
    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
        let shown = text.trim();
        if shown.is_empty() {
            return Err("empty");
        }
        if shown.chars().any(is_forbidden) {
            return Err("control_characters");
        }
        if shown.chars().count() > LONGEST {
            return Err("too_long");
        }
        Ok(Self(shown.to_owned()))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Two names with one key are the same to a person.
pub(super) fn key(name: &str) -> String {
    name.to_lowercase()
}

/// Control characters, line and paragraph separators, and those that turn or hide text: with them one name could be
/// made to look like another.
fn is_forbidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
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
            ("a\u{202e}b", "control_characters"),
            ("a\u{200b}b", "control_characters"),
        ] {
            assert_eq!(AppPasswordName::parse(name), Err(reason), "{name:?}");
        }
    }

    #[test]
    fn names_differ_by_more_than_case() {
        assert_eq!(key("LAPTOP"), key("laptop"));
        assert_ne!(key("Laptop"), key("Laptop 2"));
    }
}
