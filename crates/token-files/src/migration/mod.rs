//! `otpauth-migration` links: exports of Google Authenticator, several accounts in one QR code.
//!
//! The format is `otpauth-migration://offline?data=BASE64` with a protobuf message. It has eight kinds of fields of two
//! wire types, so it is read and written by hand: a generated reader would keep copies of the secrets that are never
//! wiped, and would be larger than this code.

mod protobuf;
mod read;
mod write;

use crate::{ParsedLink, TokenFileError};

pub use write::{Migration, migration_links};

/// The field numbers of the message, and of its accounts.
mod field {
    pub(super) const ACCOUNT: u64 = 1;
    pub(super) const VERSION: u64 = 2;
    pub(super) const PARTS: u64 = 3;
    pub(super) const PART: u64 = 4;
    pub(super) const EXPORT_ID: u64 = 5;

    pub(super) const SECRET: u64 = 1;
    pub(super) const NAME: u64 = 2;
    pub(super) const ISSUER: u64 = 3;
    pub(super) const ALGORITHM: u64 = 4;
    pub(super) const DIGITS: u64 = 5;
    pub(super) const KIND: u64 = 6;
    pub(super) const COUNTER: u64 = 7;
}

/// The period of all codes in such an export, in seconds.
const PERIOD: u64 = 30;

/// One part of an export: the content of one QR code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MigrationPart {
    /// The id of the export, the same in all its parts.
    pub export: i32,
    /// The number of this part, from 0.
    pub part: u32,
    /// The number of parts, at least 1.
    pub parts: u32,
    /// Its accounts. One that cannot be used does not affect the others.
    pub accounts: Vec<Result<ParsedLink, TokenFileError>>,
}

impl MigrationPart {
    /// Reads one link.
    ///
    /// # Errors
    /// [`TokenFileError::LinkTooLong`], [`TokenFileError::NotALink`], [`TokenFileError::MigrationDamaged`],
    /// [`TokenFileError::TooManyAccounts`].
    pub fn parse(text: &str) -> Result<Self, TokenFileError> {
        read::parse(text)
    }

    /// Whether a text begins like such a link.
    #[must_use]
    pub fn is_meant(text: &str) -> bool {
        let scheme = text.split_once("://").map(|(scheme, _)| proofup_text::visible(scheme));
        scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("otpauth-migration"))
    }
}
