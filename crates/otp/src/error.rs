//! Why parameters of a one-time-code account are refused.

use thiserror::Error;

use crate::limits;

/// One value is outside of what can be an account. Each variant names the field and what was found there.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OtpError {
    /// No secret, or fewer symbols than make one byte.
    #[error("the secret is empty")]
    SecretEmpty,
    /// The secret is longer than [`limits::SECRET_BYTES`].
    #[error("the secret has {bytes} bytes, more than {}", limits::SECRET_BYTES)]
    SecretTooLong {
        /// Bytes the text would decode to.
        bytes: usize,
    },
    /// A character that is not in the base32 alphabet `A-Z2-7` (RFC 4648, section 6). Look-alikes are never replaced:
    /// `0`, `1` and `8` are the usual typing mistakes for `O`, `I` or `L`, and `B`.
    #[error("the secret holds {character:?}, which is not base32, at position {position}")]
    SecretNotBase32 {
        /// The character that does not belong there; it is by definition no part of a secret.
        character: char,
        /// Which character of the text as it was typed, counted from 1.
        position: usize,
    },
    /// A hash other than SHA1, SHA256 or SHA512.
    #[error("unknown algorithm {name:?}")]
    UnknownAlgorithm {
        /// What was asked for.
        name: String,
    },
    /// Steam codes are always HMAC-SHA1.
    #[error("Steam codes are made with SHA1, not {}", algorithm.name())]
    SteamNeedsSha1 {
        /// What was asked for.
        algorithm: crate::Algorithm,
    },
    /// Digits outside of 1 to 9, or other than 5 for Steam.
    #[error("{digits} digits are out of range")]
    DigitsOutOfRange {
        /// What was asked for.
        digits: u64,
    },
    /// A period outside of 1 to 86 400 seconds.
    #[error("a period of {period} seconds is out of range")]
    PeriodOutOfRange {
        /// What was asked for, in seconds.
        period: u64,
    },
    /// A counter above 2^63 - 1, or the last counter was used.
    #[error("counter {counter} is out of range")]
    CounterOutOfRange {
        /// What was asked for.
        counter: u64,
    },
    /// An issuer or account name holds a control character.
    #[error("the name has a control character at position {position}")]
    NameHasControlCharacter {
        /// Which character of the name, counted from 1.
        position: usize,
    },
    /// A next counter was asked of an account that has none.
    #[error("only HOTP accounts have a counter")]
    NotHotp,
}
