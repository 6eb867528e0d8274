//! Export: as what, and what was written.

use zeroize::Zeroizing;

proofup_api::codes! {
    /// What accounts can be written as.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum ExportKind {
        /// An age file under a passphrase, with everything.
        Encrypted => "encrypted",
        /// `otpauth` links, one a line.
        Links => "links",
        /// Links of Google Authenticator's exports.
        Google => "google",
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
    /// How the file's name ends.
    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Encrypted => "age",
            Self::Links | Self::Google | Self::Ente => "txt",
            Self::Aegis | Self::AegisEncrypted => "json",
            Self::TwoFas => "2fas",
            Self::Csv => "csv",
        }
    }

    /// Whether a password is needed to open the file.
    #[must_use]
    pub const fn is_encrypted(self) -> bool {
        matches!(self, Self::Encrypted | Self::AegisEncrypted)
    }
}

/// A file that was written into a folder.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExportedView {
    /// Where it is.
    pub file: String,
    /// Accounts that the format has no way to say.
    pub left_out: Vec<String>,
}

/// A file that was written. It never crosses to the window.
pub struct ExportedFile {
    /// The file.
    pub bytes: Zeroizing<Vec<u8>>,
    /// Accounts that the format has no way to say.
    pub left_out: Vec<String>,
}
