//! Why a list of hardware tokens, or a row of it, is refused.

use proofup_otp::OtpError;
use thiserror::Error;

use crate::limits;

/// Nothing of the file can be read. No variant carries a secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TokenListError {
    /// More than [`limits::TOKEN_LIST_BYTES`].
    #[error("the file is larger than {} bytes", limits::TOKEN_LIST_BYTES)]
    TooLarge,
    /// More than [`limits::TOKENS`].
    #[error("the file has more than {} tokens", limits::TOKENS)]
    TooManyTokens,
    /// Not UTF-8.
    #[error("the file is not UTF-8 text")]
    NotText,
    /// No row at all.
    #[error("the file has no tokens")]
    Empty,
    /// The first row of a CSV file does not name the columns that a token needs, or names one twice.
    #[error("the first row does not name the columns serial number, secret key and time interval, each once")]
    WrongHeader,
    /// CSV that cannot be split into rows.
    #[error("line {line}: not CSV")]
    NotCsv {
        /// Counted from 1.
        line: u64,
    },
    /// A DOCTYPE, which token files have no use for and attackers do.
    #[error("the file has a DOCTYPE, which is not allowed")]
    Doctype,
    /// Malformed XML.
    #[error("line {line}, column {column}: {reason}")]
    NotXml {
        /// Counted from 1.
        line: u32,
        /// Counted from 1.
        column: u32,
        /// What the parser found, in English.
        reason: String,
    },
    /// Another kind of XML.
    #[error("the file is XML, but no PSKC container")]
    NoContainer,
    /// A container of another version than 1.0.
    #[error("container version {found:?} is not supported")]
    Version {
        /// The version it claims.
        found: String,
    },
    /// The file is encrypted, and no key was given.
    #[error("the file is encrypted: give its {wants}")]
    KeyNeeded {
        /// `key` or `password`.
        wants: &'static str,
    },
    /// A pre-shared key was given for a password's file, or the other way round.
    #[error("the file wants a {wants}")]
    OtherKeyNeeded {
        /// `key` or `password`.
        wants: &'static str,
    },
    /// The key is derived, or wrapped, in a way that is not supported.
    #[error("keys by {method} are not supported")]
    KeyMethod {
        /// As the file names it.
        method: String,
    },
    /// Parameters of the key derivation are missing or wrong.
    #[error("the key derivation lacks a usable {field}")]
    Derivation {
        /// `Salt`, `IterationCount`, `KeyLength` or `PRF`.
        field: &'static str,
    },
    /// More than [`limits::PBKDF2_ROUNDS`].
    #[error("the file asks for more than {} rounds of PBKDF2", limits::PBKDF2_ROUNDS)]
    TooManyRounds,
}

/// What is odd about a token that is taken all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenWarning {
    /// The key has the length that another hash's keys have by custom. RFC 6238 recommends lengths and demands none.
    KeyLengthUnusual {
        /// Length of the key.
        bytes: usize,
    },
    /// The secret could as well be hexadecimal. The column is base32 by definition, and not every list keeps to that.
    SecretMayBeHexadecimal,
}

/// Why one row is refused. No variant carries a secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TokenRowFault {
    /// Too few or too many columns.
    #[error("{found} columns instead of {expected}")]
    Columns {
        /// Columns in this row.
        found: usize,
        /// Columns in the header.
        expected: usize,
    },
    /// No serial number.
    #[error("no serial number")]
    SerialMissing,
    /// A serial number in powers of ten: a spreadsheet has rounded it, and its last digits are lost.
    #[error("a spreadsheet has changed the serial number to {found}")]
    SerialChanged {
        /// What stands there.
        found: String,
    },
    /// The serial number stands in the file twice.
    #[error("the serial number occurs in row {first_row} already")]
    SerialRepeated {
        /// Where it was first.
        first_row: usize,
    },
    /// A text that is too long, or has control characters.
    #[error("{field} is too long or has control characters")]
    TextInvalid {
        /// Which.
        field: &'static str,
    },
    /// No secret, or one that is only referred to.
    #[error("no secret")]
    SecretMissing,
    /// A character of the secret is not base32.
    #[error("the secret is not base32 at character {position}")]
    SecretNotBase32 {
        /// Counted from 1.
        position: usize,
    },
    /// The secret is cut off, too long, or not base64 in PSKC.
    #[error("the secret is damaged or too long")]
    SecretInvalid,
    /// Neither 30 nor 60 seconds.
    #[error("the time interval is neither 30 nor 60 seconds")]
    IntervalInvalid,
    /// Something that must be a number, a truth value or a date, and is not.
    #[error("{field} cannot be read")]
    Unreadable {
        /// Which.
        field: &'static str,
    },
    /// A key that is no HOTP and no TOTP: OCRA, a PIN, an unknown one, or one that does not say.
    #[error("keys of kind {name:?} are not supported")]
    KindUnsupported {
        /// As the file names it; empty if it does not.
        name: String,
    },
    /// A way to make codes that is not supported.
    #[error("{what} is not supported")]
    FeatureUnsupported {
        /// As the file names it.
        what: String,
    },
    /// A cipher other than AES-CBC, 3DES-CBC and AES key wrap.
    #[error("the cipher {name:?} is not supported")]
    CipherUnsupported {
        /// As the file names it; empty if it does not.
        name: String,
    },
    /// The key does not have the length that the cipher wants.
    #[error("the key must have {bytes} bytes")]
    KeyLength {
        /// Wanted by the cipher.
        bytes: usize,
    },
    /// An encrypted secret without a MAC, or a MAC without a method.
    #[error("the encrypted secret has no usable MAC")]
    MacMissing,
    /// An unknown MAC method.
    #[error("the MAC {name:?} is not supported")]
    MacUnsupported {
        /// As the file names it.
        name: String,
    },
    /// The MAC does not fit: the wrong key or password, or a damaged file.
    #[error("the MAC does not fit: wrong key or password, or a damaged file")]
    MacWrong,
    /// The MAC fits and the content is no padded text all the same.
    #[error("the secret cannot be decrypted")]
    NotDecrypted,
    /// A policy that must be known to use the key (RFC 6030, section 5).
    #[error("the policy {element:?} is not known or cannot be kept to")]
    Policy {
        /// The element.
        element: String,
    },
}

impl From<OtpError> for TokenRowFault {
    fn from(error: OtpError) -> Self {
        match error {
            OtpError::SecretEmpty => Self::SecretMissing,
            OtpError::SecretNotBase32 { position, .. } => Self::SecretNotBase32 { position },
            OtpError::PeriodOutOfRange { .. } => Self::IntervalInvalid,
            OtpError::CounterOutOfRange { .. } => Self::Unreadable { field: "Counter" },
            OtpError::DigitsOutOfRange { digits } => Self::FeatureUnsupported { what: format!("{digits} digits") },
            _ => Self::SecretInvalid,
        }
    }
}
