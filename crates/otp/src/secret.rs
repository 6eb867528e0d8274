//! The shared secret of an account: bytes that cannot be printed and are wiped when dropped.

use std::fmt;

use data_encoding::BASE32_NOPAD;
use proofup_text::plain_character;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::{OtpError, limits};

/// 1 to 512 secret bytes.
///
/// Equality takes the same time for every pair of the same length.
#[derive(Clone)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// Takes raw bytes.
    ///
    /// # Errors
    /// [`OtpError::SecretEmpty`], [`OtpError::SecretTooLong`].
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, OtpError> {
        let bytes = Zeroizing::new(bytes);
        match bytes.len() {
            0 => Err(OtpError::SecretEmpty),
            1..=limits::SECRET_BYTES => Ok(Self(bytes)),
            bytes => Err(OtpError::SecretTooLong { bytes }),
        }
    }

    /// Reads base32 (RFC 4648, section 6) the way people type it; see [`Base32Secret::parse`].
    ///
    /// # Errors
    /// [`OtpError::SecretNotBase32`], [`OtpError::SecretEmpty`], [`OtpError::SecretTooLong`].
    pub fn from_base32(text: &str) -> Result<Self, OtpError> {
        Base32Secret::parse(text).map(|parsed| parsed.secret)
    }

    /// The bytes, only for an HMAC or an encryption.
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        &self.0
    }

    /// Upper-case base32 without padding, as in links and in the vault.
    #[must_use]
    pub fn to_base32(&self) -> Zeroizing<String> {
        Zeroizing::new(BASE32_NOPAD.encode(&self.0))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for Secret {}

/// A decoded base32 text, and whether its length is impossible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base32Secret {
    /// The decoded secret.
    pub secret: Secret,
    /// The text has 1, 3 or 6 symbols (mod 8), which no encoder writes: its last symbol has no meaning. Such texts
    /// occur in real exports, and other authenticators accept them. So they are read, and the app asks the person to
    /// compare the code.
    pub odd_length: bool,
}

impl Base32Secret {
    /// Reads base32 in any case. Drops white space, dashes and invisible characters everywhere, and `=` at the end;
    /// drops left-over bits as other authenticators do.
    ///
    /// # Errors
    /// [`OtpError::SecretNotBase32`], [`OtpError::SecretEmpty`], [`OtpError::SecretTooLong`].
    pub fn parse(text: &str) -> Result<Self, OtpError> {
        // Sizes first: a huge text must not be decoded only to learn that it is too long.
        let symbols = count_symbols(text)?;
        let bytes = symbols * 5 / 8;
        if bytes > limits::SECRET_BYTES {
            return Err(OtpError::SecretTooLong { bytes });
        }
        let mut decoded = Vec::with_capacity(bytes);
        let (mut buffer, mut bits) = (0_u16, 0_u8);
        for value in text.chars().filter_map(plain_character).filter_map(symbol_value) {
            buffer = (buffer << 5) | u16::from(value);
            bits += 5;
            if bits >= 8 {
                bits -= 8;
                // Fewer than 8 bits remain, so at most 13 bits are in use.
                decoded.push((buffer >> bits) as u8);
                buffer &= (1 << bits) - 1;
            }
        }
        Ok(Self { secret: Secret::from_bytes(decoded)?, odd_length: matches!(symbols % 8, 1 | 3 | 6) })
    }
}

fn count_symbols(text: &str) -> Result<usize, OtpError> {
    let mut symbols = 0;
    let mut first_padding = None;
    for (index, character) in text.chars().enumerate() {
        let position = index + 1;
        match (plain_character(character), first_padding) {
            (None | Some(' ' | '-'), _) => {}
            (Some('='), _) => {
                first_padding.get_or_insert(position);
            }
            (Some(plain), _) if symbol_value(plain).is_none() => {
                return Err(OtpError::SecretNotBase32 { character, position });
            }
            (Some(_), Some(position)) => return Err(OtpError::SecretNotBase32 { character: '=', position }),
            (Some(_), None) => symbols += 1,
        }
    }
    Ok(symbols)
}

fn symbol_value(character: char) -> Option<u8> {
    // ASCII only: Unicode upper-casing would turn foreign letters, such as the dotless i, into base32 symbols.
    match character.to_ascii_uppercase() {
        letter @ 'A'..='Z' => Some(letter as u8 - b'A'),
        digit @ '2'..='7' => Some(digit as u8 - b'2' + 26),
        _ => None,
    }
}
