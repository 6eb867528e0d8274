//! A secret that people copy from a screen by hand: so many symbols of thirty-two, five bits each.

use proofup_api::SecretText;
use zeroize::Zeroizing;

use crate::{Random, ServiceError};

/// Digits and letters without `i`, `l`, `o` and `u` (Crockford's base32): no two of them look alike.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A text that has the shape of such a secret, in canonical form. Whether one exists is another question.
pub(crate) struct TypedSecret<const SYMBOLS: usize>(Zeroizing<String>);

impl<const SYMBOLS: usize> TypedSecret<SYMBOLS> {
    /// A new secret.
    pub(crate) fn generate(random: Random) -> Result<Self, ServiceError> {
        let bytes = random.bytes::<SYMBOLS>()?;
        Ok(Self(Zeroizing::new(bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect())))
    }

    /// Reads what was typed: in any case, grouped by spaces or hyphens, look-alikes for one another. `None` if it cannot
    /// be one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut canonical = Zeroizing::new(String::with_capacity(SYMBOLS));
        for character in text.chars() {
            let symbol = match character.to_ascii_lowercase() {
                ' ' | '-' => continue,
                'o' => '0',
                'i' | 'l' => '1',
                other => other,
            };
            if canonical.len() == SYMBOLS || !u8::try_from(symbol).is_ok_and(|byte| ALPHABET.contains(&byte)) {
                return None;
            }
            canonical.push(symbol);
        }
        (canonical.len() == SYMBOLS).then_some(Self(canonical))
    }

    /// What is hashed.
    pub(crate) fn canonical(&self) -> &str {
        &self.0
    }

    /// What is shown, this once.
    pub(crate) fn into_text(self) -> SecretText {
        SecretText::new(self.0.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{ALPHABET, TypedSecret};
    use crate::Random;

    #[test]
    fn generated_secrets_use_the_whole_alphabet_and_never_repeat() {
        let secrets: Vec<String> =
            (0..100).map(|_| TypedSecret::<20>::generate(Random::system()).unwrap().canonical().to_owned()).collect();
        let distinct: std::collections::BTreeSet<_> = secrets.iter().collect();
        assert_eq!(distinct.len(), secrets.len());
        for symbol in ALPHABET {
            assert!(secrets.iter().any(|secret| secret.as_bytes().contains(symbol)), "{}", char::from(*symbol));
        }
        assert!(secrets.iter().all(|secret| TypedSecret::<20>::parse(secret).unwrap().canonical() == secret));
    }
}
