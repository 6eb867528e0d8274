//! One-time codes: HOTP (RFC 4226), TOTP (RFC 6238) and Steam, made and checked at a time that is passed in.
//!
//! It reads no clock, no file and no network. [`OtpParams`] has one constructor, and every account (typed, from a
//! scanned link, from the vault, from the service's enrollment) is made by it, so that one list of limits applies
//! everywhere.
//!
//! ```
//! use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
//!
//! let secret = Secret::from_base32("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")?;
//! let params = OtpParams::new(secret, Kind::Totp { period: 30 }, Algorithm::Sha1, 8)?;
//! let code = params.code_at(59).ok_or("HOTP has no clock")?;
//! assert_eq!(code.code.as_str(), "94287082"); // RFC 6238, appendix B
//! assert_eq!((code.valid_from, code.valid_until), (30, 60));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod algorithm;
mod code;
mod error;
mod matching;
mod name;
mod params;
mod secret;
mod typed;

// What makes codes
pub use algorithm::Algorithm;
pub use params::{Kind, OtpParams};
pub use secret::{Base32Secret, Secret};

// Codes shown
pub use code::{Code, TimedCode};

// Codes typed and checked
pub use matching::{HotpMatch, TotpMatch, Window};
pub use typed::{NotACode, OtpCode};

pub use error::OtpError;
pub use name::{check_name, is_name_too_long};

/// The limits of every account.
pub mod limits {
    /// Longest secret, in bytes after decoding.
    pub const SECRET_BYTES: usize = 512;
    /// Most digits of a code. The truncated hash has 31 bits, so ten digits would not be evenly spread.
    pub const DIGITS: u64 = 9;
    /// Longest period of a TOTP step: one day, in seconds.
    pub const PERIOD_SECONDS: u64 = 86_400;
    /// Highest HOTP counter: the largest number that also fits a signed 64-bit column.
    pub const COUNTER: u64 = i64::MAX as u64;
    /// Longest issuer or account name a form takes, in characters.
    pub const NAME_CHARACTERS: usize = 256;
    /// Characters of a Steam code.
    pub const STEAM_DIGITS: u64 = 5;
    /// Seconds a Steam code lasts.
    pub const STEAM_PERIOD_SECONDS: u64 = 30;
}
