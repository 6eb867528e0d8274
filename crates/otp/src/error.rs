//! Why parameters of a one-time-code account are refused.

use thiserror::Error;

use crate::limits;

/// A value that no account can have. Each variant names the field and the value.
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
    #[error("the secret contains {character:?}, which is not base32, at position {position}")]
    SecretNotBase32 {
        /// The wrong character; it is not part of a secret.
        character: char,
        /// Its position in the text as typed, counted from 1.
        position: usize,
    },
    /// A hash other than SHA1, SHA256 or SHA512.
    #[error("unknown algorithm {name:?}")]
    UnknownAlgorithm {
        /// The name that was given.
        name: String,
    },
    /// Steam codes are always HMAC-SHA1.
    #[error("Steam codes are made with SHA1, not {}", algorithm.name())]
    SteamNeedsSha1 {
        /// The algorithm that was given.
        algorithm: crate::Algorithm,
    },
    /// Digits outside of 1 to 9, or other than 5 for Steam.
    #[error("{digits} digits are out of range")]
    DigitsOutOfRange {
        /// The number that was given.
        digits: u64,
    },
    /// A period outside of 1 to 86 400 seconds.
    #[error("a period of {period} seconds is out of range")]
    PeriodOutOfRange {
        /// The period that was given, in seconds.
        period: u64,
    },
    /// A counter above 2^63 - 1, or no counter is left.
    #[error("counter {counter} is out of range")]
    CounterOutOfRange {
        /// The counter that was given.
        counter: u64,
    },
    /// An issuer or account name holds a control character.
    #[error("the name has a control character at position {position}")]
    NameHasControlCharacter {
        /// The position of the character, counted from 1.
        position: usize,
    },
    /// The account is not HOTP and has no counter.
    #[error("only HOTP accounts have a counter")]
    NotHotp,
}
