//! The hash inside a one-time code.

use std::str::FromStr;

use crate::OtpError;

/// The hash function of the HMAC (RFC 6238, section 1.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Algorithm {
    /// HMAC-SHA-1: what nearly every service uses.
    #[default]
    Sha1,
    /// HMAC-SHA-256.
    Sha256,
    /// HMAC-SHA-512.
    Sha512,
}

impl Algorithm {
    /// The name used in links and in the vault: `SHA1`, `SHA256`, `SHA512`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
            Self::Sha512 => "SHA512",
        }
    }
}

impl FromStr for Algorithm {
    type Err = OtpError;

    /// Reads [`Algorithm::name`] in any case. Everything else is refused by name; guessing SHA1 would make codes that
    /// no service takes.
    fn from_str(name: &str) -> Result<Self, OtpError> {
        [Self::Sha1, Self::Sha256, Self::Sha512]
            .into_iter()
            .find(|known| known.name().eq_ignore_ascii_case(name))
            .ok_or_else(|| OtpError::UnknownAlgorithm { name: name.to_owned() })
    }
}
