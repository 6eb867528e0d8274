//! Why nothing of a file can be looked at.

use thiserror::Error;

use super::Format;
use crate::limits;

/// A wrong password, a damaged file and an unsupported version are three answers. No variant carries a secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportError {
    /// More than [`limits::IMPORT_BYTES`].
    #[error("the file is larger than {} bytes", limits::IMPORT_BYTES)]
    TooLarge,
    /// More than [`limits::IMPORT_ENTRIES`].
    #[error("the file has more than {} entries", limits::IMPORT_ENTRIES)]
    TooManyEntries,
    /// None of the formats that are known.
    #[error("no export file of a program that is known")]
    Unrecognised,
    /// The file is encrypted, and no password was given.
    #[error("{}: the file is encrypted", format.name())]
    PasswordNeeded {
        /// What the file is.
        format: Format,
    },
    /// The password does not open the file, which is whole.
    #[error("{}: wrong password", format.name())]
    PasswordWrong {
        /// What the file is.
        format: Format,
    },
    /// The format has nothing by which a wrong password and a damaged file differ.
    #[error("{}: wrong password, or a damaged file", format.name())]
    PasswordWrongOrDamaged {
        /// What the file is.
        format: Format,
    },
    /// The file is cut off or changed.
    #[error("{}: the file is damaged", format.name())]
    Damaged {
        /// What the file is.
        format: Format,
    },
    /// A newer version of the format.
    #[error("{}: version {found} is not supported", format.name())]
    VersionUnsupported {
        /// What the file is.
        format: Format,
        /// The version that it claims.
        found: String,
    },
    /// A kind of the format that cannot be read anywhere but where it was made, or that nobody has described.
    #[error("{}: {what} is not supported", format.name())]
    VariantUnsupported {
        /// What the file is.
        format: Format,
        /// Its stable name: `account_restricted`, `biometrics_only`, `certificate`, `cipher`, `doctype`, `key_needed`.
        what: &'static str,
    },
    /// The key derivation asks for more work or memory than any honest file.
    #[error("{}: making the key of the password would cost too much", format.name())]
    TooCostly {
        /// What the file is.
        format: Format,
    },
    /// The key derivation takes much memory: the person is asked first.
    #[error("{}: making the key of the password takes {bytes} bytes of memory", format.name())]
    MemoryToAskFor {
        /// What the file is.
        format: Format,
        /// How much it takes.
        bytes: u64,
    },
}
