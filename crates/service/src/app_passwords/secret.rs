//! The secret of an app password: twenty symbols of thirty-two, so a hundred bits.

use proofup_api::SecretText;
use zeroize::Zeroizing;

use crate::{Random, ServiceError};

/// Digits and letters without `i`, `l`, `o` and `u` (Crockford's base32): no two of them look alike.
pub(crate) const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const SYMBOLS: usize = 20;

/// A text that has the shape of an app password, in canonical form. Whether one exists is another question.
pub(crate) struct Shaped(Zeroizing<String>);

impl Shaped {
    /// A new secret.
    pub(super) fn generate(random: Random) -> Result<Self, ServiceError> {
        let bytes = random.bytes::<SYMBOLS>()?;
        Ok(Self(Zeroizing::new(bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect())))
    }

    /// Reads what a client sent: in any case, grouped by spaces or hyphens, look-alikes typed for one another. `None`
    /// if it cannot be an app password; an ordinary password is told apart here, for free.
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
    pub(super) fn into_text(self) -> SecretText {
        SecretText::new(self.0.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{ALPHABET, Shaped};
    use crate::Random;

    #[test]
    fn every_way_of_typing_it_is_the_same_secret() {
        for text in [
            "k7mf2c9wqp4t0r1xhn8d",
            "K7MF2C9WQP4T0R1XHN8D",
            "k7mf-2c9w-qp4t-0r1x-hn8d",
            " k7mf 2c9w qp4t orix hn8d ",
            "k7mf2c9wqp4tOrLxhn8d",
        ] {
            assert_eq!(Shaped::parse(text).unwrap().canonical(), "k7mf2c9wqp4t0r1xhn8d", "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_app_passwords() {
        for text in
            ["", "correct horse battery", "k7mf2c9wqp4t0r1xhn8", "k7mf2c9wqp4t0r1xhn8dd", "k7mf2c9wqp4t0r1xhn8ü"]
        {
            assert!(Shaped::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn generated_secrets_use_the_whole_alphabet_and_never_repeat() {
        let secrets: Vec<String> =
            (0..100).map(|_| Shaped::generate(Random::system()).unwrap().canonical().to_owned()).collect();
        let distinct: std::collections::BTreeSet<_> = secrets.iter().collect();
        assert_eq!(distinct.len(), secrets.len());
        for symbol in ALPHABET {
            assert!(secrets.iter().any(|secret| secret.as_bytes().contains(symbol)), "{}", char::from(*symbol));
        }
        assert!(secrets.iter().all(|secret| Shaped::parse(secret).unwrap().canonical() == secret));
    }
}
