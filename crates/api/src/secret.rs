//! A text that crosses the wire in clear because it must, and is printed nowhere.

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A password, seed or token inside a body. It serialises, since that is its purpose; it has no readable `Debug`, no
/// `Display`, and is wiped when dropped.
#[derive(Clone)]
pub struct SecretText(SecretString);

impl SecretText {
    /// Takes a text into custody.
    pub fn new(text: impl Into<String>) -> Self {
        Self(SecretString::from(text.into()))
    }

    /// The text itself. Call it at the last moment.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl std::fmt::Debug for SecretText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretText(…)")
    }
}

impl From<String> for SecretText {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl Serialize for SecretText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl<'de> Deserialize<'de> for SecretText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::SecretText;

    #[test]
    fn prints_nothing_of_the_secret() {
        assert_eq!(format!("{:?}", SecretText::new("jbswy3dpehpk3pxp")), "SecretText(…)");
    }

    #[test]
    fn crosses_the_wire_in_clear() {
        let json = serde_json::to_string(&SecretText::new("k7mf")).unwrap();
        assert_eq!(json, "\"k7mf\"");
        assert_eq!(serde_json::from_str::<SecretText>(&json).unwrap().expose(), "k7mf");
    }
}
