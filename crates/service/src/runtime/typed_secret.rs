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

    /// Reads what was typed: in any case, in groups, with what is copied along and cannot be seen, look-alikes for one
    /// another. `None` if it cannot be one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut canonical = Zeroizing::new(String::with_capacity(SYMBOLS));
        for character in proofup_text::symbols(text) {
            let symbol = match character.to_ascii_lowercase() {
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

    /// The form that is hashed.
    pub(crate) fn canonical(&self) -> &str {
        &self.0
    }

    /// The form that is shown once.
    pub(crate) fn into_text(self) -> SecretText {
        SecretText::new(self.0.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{ALPHABET, TypedSecret};
    use crate::Random;

    #[test]
    fn invisible_marks_are_not_part_of_a_secret() {
        for text in [
            "wh3s\u{a0}vs3c\u{a0}enyc\u{a0}eym7\u{a0}p5dx",
            "\u{202a}wh3svs3cenyceym7p5dx\u{202c}",
            "WH3S\u{2011}VS3C\u{2013}ENYC\u{2212}EYM7\u{2014}P5DX\r\n",
            "ｗｈ３ｓ vs3c enyc eym٧ p5dx",
        ] {
            assert_eq!(TypedSecret::<20>::parse(text).unwrap().canonical(), "wh3svs3cenyceym7p5dx", "{text:?}");
        }
        for text in ["wh3svs3cenyceym7p5d", "wh3svs3cenyceym7p5dx7", "wh3svs3cenyceym7p5dü", "wh3s.vs3cenyceym7p5dx"] {
            assert!(TypedSecret::<20>::parse(text).is_none(), "{text:?}");
        }
    }

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
