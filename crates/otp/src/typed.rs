//! A code as a person types it.

use std::fmt;

use thiserror::Error;
use zeroize::Zeroizing;

/// A typed numeric code: 1 to 9 ASCII digits.
#[derive(Clone)]
pub struct OtpCode(Zeroizing<String>);

/// The text is not a code of the length asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a code of {digits} digits")]
pub struct NotACode {
    /// How many digits were expected.
    pub digits: u8,
}

impl OtpCode {
    /// Reads exactly `digits` digits of any script. Drops spaces and dashes between them, because apps show codes in
    /// groups, and invisible marks, which come along when text is copied.
    ///
    /// # Errors
    /// [`NotACode`]
    pub fn parse(text: &str, digits: u8) -> Result<Self, NotACode> {
        let mut code = Zeroizing::new(String::with_capacity(usize::from(digits)));
        for symbol in proofup_text::symbols(text) {
            if code.len() == usize::from(digits) || !symbol.is_ascii_digit() {
                return Err(NotACode { digits });
            }
            code.push(symbol);
        }
        if digits == 0 || code.len() != usize::from(digits) {
            return Err(NotACode { digits });
        }
        Ok(Self(code))
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for OtpCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OtpCode(..)")
    }
}
