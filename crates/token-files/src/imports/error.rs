//! Why no entry of a file can be read.

use thiserror::Error;

use super::Format;
use crate::limits;

/// A wrong password, a damaged file and an unsupported version are different errors. No variant contains a secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportError {
    /// More than [`limits::IMPORT_BYTES`].
    #[error("the file is larger than {} bytes", limits::IMPORT_BYTES)]
    TooLarge,
    /// More than [`limits::IMPORT_ENTRIES`].
    #[error("the file has more than {} entries", limits::IMPORT_ENTRIES)]
    TooManyEntries,
    /// No known format.
    #[error("not an export file of a known program")]
    Unrecognised,
    /// The file is encrypted, and no password was given.
    #[error("{}: the file is encrypted", format.name())]
    PasswordNeeded {
        /// The format.
        format: Format,
    },
    /// The password is wrong, and the file is intact.
    #[error("{}: wrong password", format.name())]
    PasswordWrong {
        /// The format.
        format: Format,
    },
    /// The password is wrong, or the file is damaged; the format cannot distinguish these.
    #[error("{}: wrong password, or a damaged file", format.name())]
    PasswordWrongOrDamaged {
        /// The format.
        format: Format,
    },
    /// The file is incomplete or changed.
    #[error("{}: the file is damaged", format.name())]
    Damaged {
        /// The format.
        format: Format,
    },
    /// The file is cut off.
    #[error("{}: the file ends too early, in line {line}", format.name())]
    CutOff {
        /// What the file is.
        format: Format,
        /// The last line, counted from 1.
        line: usize,
    },
    /// A newer version of the format.
    #[error("{}: version {found} is not supported", format.name())]
    VersionUnsupported {
        /// The format.
        format: Format,
        /// The version in the file.
        found: String,
    },
    /// A variant of the format that only its own program can open, or that is undocumented.
    #[error("{}: {what} is not supported", format.name())]
    VariantUnsupported {
        /// The format.
        format: Format,
        /// Its stable name: `account_restricted`, `biometrics_only`, `certificate`, `cipher`, `doctype`, `key_needed`.
        what: &'static str,
    },
    /// The key derivation needs more work or memory than is accepted.
    #[error("{}: the key derivation would cost too much", format.name())]
    TooCostly {
        /// The format.
        format: Format,
    },
    /// The key derivation needs much memory: the person is asked first.
    #[error("{}: making the key of the password takes {bytes} bytes of memory", format.name())]
    MemoryToAskFor {
        /// The format.
        format: Format,
        /// How many bytes it needs.
        bytes: u64,
    },
}
