//! Why a command failed.

use std::io;

use proofup_app::{AppError, OfflineParts};
use thiserror::Error;

use crate::exit;

/// Every error of the command line.
#[derive(Debug, Error)]
pub(crate) enum Trouble {
    /// An error of the app; `code` is the one that the window shows.
    #[error("{message}")]
    App {
        /// A stable code.
        code: String,
        /// A message in English.
        message: String,
    },
    /// There was never a vault.
    #[error("there is no vault in {folder} yet; `proofup add` creates one")]
    NoVault {
        /// The folder where it would be.
        folder: String,
    },
    /// No account matches.
    #[error("no account matches {query:?}")]
    NotFound {
        /// The query.
        query: String,
    },
    /// Several accounts match.
    #[error("{query:?} matches {} accounts: {}", names.len(), names.join(", "))]
    Ambiguous {
        /// The query.
        query: String,
        /// The names of the accounts that match.
        names: Vec<String>,
    },
    /// There is no terminal to ask on.
    #[error("{0}")]
    NobodyToAsk(&'static str),
    /// Two passphrases that should be the same are not.
    #[error("the two passphrases differ")]
    PassphrasesDiffer,
    /// A time was given for a counter-based account.
    #[error("{name} is counter-based; --at is for time-based accounts")]
    Counts {
        /// The name of the account.
        name: String,
    },
    /// Not all entries were added. Each of the others has been reported.
    #[error("{left_out} left out, {already_there} there already")]
    LeftOut {
        /// Entries that cannot be used.
        left_out: usize,
        /// Entries that the vault already has.
        already_there: usize,
    },
    /// Standard input is empty, and a link or a secret was expected.
    #[error("nothing was read from standard input")]
    NothingRead,
    /// What came is longer than any link or secret.
    #[error("standard input is too long for a link or a secret")]
    TooLong,
    /// A file could not be read.
    #[error("{path}: {error}")]
    NotRead {
        /// The path.
        path: String,
        /// The error.
        error: io::Error,
    },
    /// Binary data would go to a terminal.
    #[error("the age file is not text; name a file with --output, or send it to one")]
    NotForTerminals,
    /// The result could not be written.
    #[error("the result could not be written: {0}")]
    NotWritten(#[from] io::Error),
}

impl Trouble {
    /// Converts an error of the app, with its stable code.
    pub(crate) fn of(app: &OfflineParts, error: &AppError) -> Self {
        Self::App { code: app.fault(error).code, message: error.to_string() }
    }

    /// The stable code.
    pub(crate) fn code(&self) -> &str {
        match self {
            Self::App { code, .. } => code,
            Self::NoVault { .. } => "no_vault",
            Self::NotFound { .. } => "account_not_found",
            Self::Ambiguous { .. } => "account_ambiguous",
            Self::NobodyToAsk(_) => "nobody_to_ask",
            Self::PassphrasesDiffer => "passphrases_differ",
            Self::Counts { .. } => "account_counts",
            Self::LeftOut { .. } => "entries_left_out",
            Self::NothingRead => "nothing_read",
            Self::TooLong => "link_too_long",
            Self::NotRead { .. } => "file_unreadable",
            Self::NotForTerminals => "not_for_terminals",
            Self::NotWritten(_) => "not_written",
        }
    }

    /// The exit code.
    pub(crate) fn number(&self) -> u8 {
        exit::number(self.code())
    }
}
