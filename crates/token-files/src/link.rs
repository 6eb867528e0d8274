//! A link, whichever of the kinds it is.

use crate::{MigrationPart, OtpAuth, ParsedLink, TokenFileError};

/// What a link or a QR code holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// One account.
    Account(ParsedLink),
    /// A part of an export.
    Part(MigrationPart),
}

impl Link {
    /// Reads an `otpauth`, `steam` or `otpauth-migration` link.
    ///
    /// # Errors
    /// Those of [`OtpAuth::parse`] and [`MigrationPart::parse`].
    pub fn parse(text: &str) -> Result<Self, TokenFileError> {
        if MigrationPart::is_meant(text) {
            MigrationPart::parse(text).map(Self::Part)
        } else {
            OtpAuth::parse(text).map(Self::Account)
        }
    }
}
