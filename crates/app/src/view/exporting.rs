//! Export: the formats, and the result.

use zeroize::Zeroizing;

proofup_api::codes! {
    /// The formats of an export.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum ExportKind {
        /// An age file under a passphrase, with all fields.
        Encrypted => "encrypted",
        /// `otpauth` links, one a line.
        Links => "links",
        /// Links of Google Authenticator's exports.
        Google => "google",
        /// A page with the QR codes of Google Authenticator's exports.
        GoogleCodes => "google_codes",
        /// A page to print, with a QR code for each account.
        Sheet => "sheet",
        /// A `KeePass` database, under a password.
        Kdbx => "kdbx",
        /// A PSKC container, under a password.
        Pskc => "pskc",
        /// Aegis, plain.
        Aegis => "aegis",
        /// Aegis, under a password.
        AegisEncrypted => "aegis_encrypted",
        /// 2FAS, plain.
        TwoFas => "2fas",
        /// Ente Auth, plain text.
        Ente => "ente",
        /// A table.
        Csv => "csv",
    }
}

impl ExportKind {
    /// The extension of the file.
    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Encrypted => "age",
            Self::Links | Self::Google | Self::Ente => "txt",
            Self::Aegis | Self::AegisEncrypted => "json",
            Self::TwoFas => "2fas",
            Self::GoogleCodes | Self::Sheet => "html",
            Self::Kdbx => "kdbx",
            Self::Pskc => "pskcxml",
            Self::Csv => "csv",
        }
    }

    /// Whether the format is encrypted with a password.
    #[must_use]
    pub const fn is_encrypted(self) -> bool {
        matches!(self, Self::Encrypted | Self::AegisEncrypted | Self::Kdbx | Self::Pskc)
    }
}

/// A file that was written into a folder.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExportedView {
    /// Its path.
    pub file: String,
    /// Accounts that the format does not support.
    pub left_out: Vec<String>,
}

/// A file in memory. It never goes to the window.
pub struct ExportedFile {
    /// The file.
    pub bytes: Zeroizing<Vec<u8>>,
    /// Accounts that the format does not support.
    pub left_out: Vec<String>,
}
