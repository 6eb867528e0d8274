//! Why a list of hardware tokens, or a row of it, is refused.

use proofup_otp::OtpError;
use thiserror::Error;

use crate::limits;

/// Why no row of the file can be read. No variant contains a secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TokenListError {
    /// More than [`limits::TOKEN_LIST_BYTES`].
    #[error("the file is larger than {} bytes", limits::TOKEN_LIST_BYTES)]
    TooLarge,
    /// More than [`limits::TOKENS`].
    #[error("the file has more than {} tokens", limits::TOKENS)]
    TooManyTokens,
    /// No text in any encoding that is known.
    #[error("the file is not text")]
    NotText,
    /// No row at all.
    #[error("the file has no tokens")]
    Empty,
    /// The first row of a CSV file lacks a required column, or has one twice.
    #[error("the first row does not name the columns serial number, secret key and time interval, each once")]
    WrongHeader,
    /// CSV that cannot be split into rows.
    #[error("line {line}: not CSV")]
    NotCsv {
        /// Counted from 1.
        line: u64,
    },
    /// A DOCTYPE. Token files do not need one, and attacks use it.
    #[error("the file has a DOCTYPE, which is not allowed")]
    Doctype,
    /// Malformed XML.
    #[error("line {line}, column {column}: {reason}")]
    NotXml {
        /// Counted from 1.
        line: u32,
        /// Counted from 1.
        column: u32,
        /// The parser's message, in English.
        reason: String,
    },
    /// XML without its end.
    #[error("the file ends too early, in line {line}")]
    EndsTooEarly {
        /// The last line, counted from 1.
        line: usize,
    },
    /// Another kind of XML.
    #[error("the file is XML, but no PSKC container")]
    NoContainer,
    /// A container of another version than 1.0.
    #[error("container version {found:?} is not supported")]
    Version {
        /// The version in the file.
        found: String,
    },
    /// The file is encrypted, and no key was given.
    #[error("the file is encrypted: give its {wants}")]
    KeyNeeded {
        /// `key` or `password`.
        wants: &'static str,
    },
    /// A key was given for a file with a password, or a password for a file with a key.
    #[error("the file wants a {wants}")]
    OtherKeyNeeded {
        /// `key` or `password`.
        wants: &'static str,
    },
    /// The key derivation or key wrapping is not supported.
    #[error("keys by {method} are not supported")]
    KeyMethod {
        /// Its name in the file.
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

/// An unusual token that is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenWarning {
    /// The key has the usual length of another hash's keys. RFC 6238 recommends lengths but does not require them.
    KeyLengthUnusual {
        /// Length of the key.
        bytes: usize,
    },
    /// The name of the person is too long, or has control characters: the token is nobody's.
    UserUnreadable,
    /// The secret could as well be hexadecimal. The column is base32 by definition, and not every list keeps to that.
    SecretMayBeHexadecimal,
}

/// Why a row is refused. No variant contains a secret.
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
    /// A serial number in scientific notation: a spreadsheet has rounded it, and its last digits are lost.
    #[error("a spreadsheet has changed the serial number to {found}")]
    SerialChanged {
        /// The text in the file.
        found: String,
    },
    /// The serial number occurs twice in the file.
    #[error("the serial number occurs in row {first_row} already")]
    SerialRepeated {
        /// The first row with it.
        first_row: usize,
    },
    /// A text that is too long, or has control characters.
    #[error("{field} is too long or has control characters")]
    TextInvalid {
        /// The field.
        field: &'static str,
    },
    /// The secret is missing, or the file only refers to it.
    #[error("no secret")]
    SecretMissing,
    /// A character of the secret is not base32.
    #[error("the secret is not base32 at character {position}")]
    SecretNotBase32 {
        /// Counted from 1.
        position: usize,
    },
    /// The secret is incomplete, too long, or not base64 in PSKC.
    #[error("the secret is damaged or too long")]
    SecretInvalid,
    /// The secrets of the list can be read in two ways, and the header does not say which is meant.
    #[error(
        "the secrets may be hexadecimal, base32 or base64: call their column `hex secret`, `base32 secret` or `base64 secret`"
    )]
    SecretAmbiguous,
    /// Neither 30 nor 60 seconds.
    #[error("the time interval is neither 30 nor 60 seconds")]
    IntervalInvalid,
    /// A field that should be a number, a truth value or a date.
    #[error("{field} cannot be read")]
    Unreadable {
        /// The field.
        field: &'static str,
    },
    /// A key that is neither HOTP nor TOTP: OCRA, a PIN, an unknown kind, or none.
    #[error("keys of kind {name:?} are not supported")]
    KindUnsupported {
        /// Its name in the file; empty if it has none.
        name: String,
    },
    /// A code format that is not supported.
    #[error("{what} is not supported")]
    FeatureUnsupported {
        /// Its name in the file.
        what: String,
    },
    /// A cipher other than AES-CBC, 3DES-CBC and AES key wrap.
    #[error("the cipher {name:?} is not supported")]
    CipherUnsupported {
        /// Its name in the file; empty if it has none.
        name: String,
    },
    /// The key does not have the length that the cipher needs.
    #[error("the key must have {bytes} bytes")]
    KeyLength {
        /// The length that the cipher needs.
        bytes: usize,
    },
    /// An encrypted secret without a MAC, or a MAC without a method.
    #[error("the encrypted secret has no usable MAC")]
    MacMissing,
    /// An unknown MAC method.
    #[error("the MAC {name:?} is not supported")]
    MacUnsupported {
        /// Its name in the file.
        name: String,
    },
    /// The MAC is wrong: the wrong key or password, or a damaged file.
    #[error("the MAC does not fit: wrong key or password, or a damaged file")]
    MacWrong,
    /// The MAC is right, but the decrypted content has no valid padding.
    #[error("the secret cannot be decrypted")]
    NotDecrypted,
    /// A policy that is unknown, and must be known to use the key (RFC 6030, section 5).
    #[error("the policy {element:?} is not known or cannot be kept to")]
    Policy {
        /// Its element.
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
