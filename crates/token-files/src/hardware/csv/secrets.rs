//! Secrets in hexadecimal, base32 or base64.
//!
//! A column that names its spelling is read so. Otherwise the whole column decides: a character that only one spelling has. Where
//! two readings are possible, nothing is guessed: a wrong guess makes a token whose codes never match.

use data_encoding::{BASE64_NOPAD, HEXLOWER_PERMISSIVE};
use proofup_otp::{Base32Secret, Secret};
use zeroize::Zeroizing;

use crate::{hardware::TokenRowFault, limits};

/// How the secrets of a list are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    Base32,
    Hexadecimal,
    Base64,
}

impl Spelling {
    /// The spelling of a column. `None` if two readings are possible.
    pub(super) fn of_column<'a>(secrets: impl Iterator<Item = &'a str> + Clone) -> Option<Self> {
        let any = |test: fn(&str) -> bool| secrets.clone().any(test);
        let (only_hex, only_base32) =
            (any(|text| is_hex(text) && !is_base32(text)), any(|text| is_base32(text) && !is_hex(text)));
        let only_base64 = any(|text| !is_hex(text) && !is_base32(text) && is_base64(text));
        match (only_hex, only_base32, only_base64) {
            (true, false, false) => Some(Self::Hexadecimal),
            (false, true, false) => Some(Self::Base32),
            (false, false, true) => Some(Self::Base64),
            _ => None,
        }
    }

    /// The spelling of one secret in a column that has several. Base64 has room for every mistake, so it is none of them.
    pub(super) fn of_one(secret: &str) -> Option<Self> {
        match (is_hex(secret), is_base32(secret)) {
            (true, false) => Some(Self::Hexadecimal),
            (false, true) => Some(Self::Base32),
            _ => None,
        }
    }

    /// Reads one.
    pub(super) fn read(self, found: &str) -> Result<Secret, TokenRowFault> {
        if found.len() > limits::TOKEN_SECRET_CHARACTERS {
            return Err(TokenRowFault::SecretInvalid);
        }
        // The typed form forgives spaces and dashes; a file has no excuse for them.
        let blank = found.chars().position(|c| c == '-' || c.is_whitespace());
        let bytes = match (self, blank) {
            (Self::Base32, Some(index)) => return Err(TokenRowFault::SecretNotBase32 { position: index + 1 }),
            (Self::Base32, None) => {
                let parsed = Base32Secret::parse(found)?;
                return if parsed.odd_length { Err(TokenRowFault::SecretInvalid) } else { Ok(parsed.secret) };
            }
            (Self::Hexadecimal, _) => HEXLOWER_PERMISSIVE.decode(found.as_bytes()),
            (Self::Base64, _) => BASE64_NOPAD.decode(found.trim_end_matches('=').as_bytes()),
        };
        let bytes = Zeroizing::new(bytes.map_err(|_| TokenRowFault::SecretInvalid)?);
        Ok(Secret::from_bytes(bytes.to_vec())?)
    }
}

pub(super) fn is_hex(text: &str) -> bool {
    text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_base32(text: &str) -> bool {
    let is_symbol = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b'2'..=b'7');
    // Words of base32 are in one case; a secret in both is base64.
    let (upper, lower) =
        (text.bytes().any(|byte| byte.is_ascii_uppercase()), text.bytes().any(|byte| byte.is_ascii_lowercase()));
    !(upper && lower) && text.trim_end_matches('=').bytes().all(is_symbol)
}

fn is_base64(text: &str) -> bool {
    let is_symbol = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    text.trim_end_matches('=').bytes().all(is_symbol)
}
