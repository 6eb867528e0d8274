//! Why a command did not do what was asked.

use std::io;

use proofup_app::{AppError, OfflineParts};
use thiserror::Error;

use crate::exit;

/// Every error of the command line.
#[derive(Debug, Error)]
pub(crate) enum Trouble {
    /// The app did not do it; `code` is the one that the window has words for.
    #[error("{message}")]
    App {
        /// Stable.
        code: String,
        /// In English.
        message: String,
    },
    /// Nothing was ever kept here.
    #[error("there is no vault in {folder} yet; `proofup add` begins one")]
    NoVault {
        /// Where it would be.
        folder: String,
    },
    /// No account matches.
    #[error("no account matches {query:?}")]
    NotFound {
        /// What was looked for.
        query: String,
    },
    /// Several accounts match.
    #[error("{query:?} matches {} accounts: {}", names.len(), names.join(", "))]
    Ambiguous {
        /// What was looked for.
        query: String,
        /// What matches, as it is listed.
        names: Vec<String>,
    },
    /// A question cannot be put to anybody.
    #[error("{0}")]
    NobodyToAsk(&'static str),
    /// Two passphrases that should be the same are not.
    #[error("the two passphrases differ")]
    PassphrasesDiffer,
    /// A moment asked of an account that counts.
    #[error("{name} counts its codes; --at is for accounts that make them by time")]
    Counts {
        /// The account as it is listed.
        name: String,
    },
    /// Of what was given, not all was added. What it was has been named one by one.
    #[error("{left_out} left out, {already_there} there already")]
    LeftOut {
        /// Entries that cannot be used.
        left_out: usize,
        /// Entries that the vault has.
        already_there: usize,
    },
    /// Nothing came where a link or a secret was expected.
    #[error("nothing was read from standard input")]
    NothingRead,
    /// What came is no text.
    #[error("standard input is not UTF-8 text")]
    NotText,
    /// What came is longer than any link or secret.
    #[error("standard input is too long for a link or a secret")]
    TooLong,
    /// A file could not be read.
    #[error("{path}: {error}")]
    NotRead {
        /// Which.
        path: String,
        /// Why.
        error: io::Error,
    },
    /// Binary data for a terminal.
    #[error("the age file is not text; name a file with --output, or send it to one")]
    NotForTerminals,
    /// The result could not be written.
    #[error("the result could not be written: {0}")]
    NotWritten(#[from] io::Error),
}

impl Trouble {
    /// Takes an error of the app in, with its stable code.
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
            Self::NotText => "not_text",
            Self::TooLong => "link_too_long",
            Self::NotRead { .. } => "file_unreadable",
            Self::NotForTerminals => "not_for_terminals",
            Self::NotWritten(_) => "not_written",
        }
    }

    /// How the process ends.
    pub(crate) fn number(&self) -> u8 {
        exit::number(self.code())
    }
}
