//! Errors of the service. Each crosses its border as a stable code.

use proofup_api::{ErrorCode, Params};
use proofup_store::{MayCross, StoreError};
use proofup_token_files::TokenListError;
use serde_json::Value;
use thiserror::Error;

use super::wait::Wait;

/// The error of the service. No variant carries a secret, so all may be logged.
#[derive(Debug, Error)]
pub enum ServiceError {
    /// The request cannot be done, for a reason that the person is told.
    #[error("refused: {code}{}", told(.params))]
    Refused {
        /// The stable code.
        code: ErrorCode,
        /// Parameters of the code.
        params: Params,
    },
    /// The database failed, or cannot be had.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A cryptographic operation failed: a damaged row, or another server key.
    #[error("cannot {0}: the row is damaged or was written under another server key")]
    Crypto(&'static str),
    /// The database was written under other server keys.
    #[error(
        "the server keys ({0}) are not those that this database was written with; with others every app password is wrong \
         and no authenticator app's seed opens: bring the key file back that belongs to it, or set pepper and seed_key"
    )]
    OtherKeys(String),
    /// There is no key file, and the database is not new.
    #[error(
        "there are no server keys in {0}: bring the key file back that belongs to this database, or set pepper and \
         seed_key; for a new database `proofup-service init` makes them"
    )]
    NoKeys(String),
    /// There are server keys, and no database where it should be.
    #[error(
        "no_database: there is no database in {0}, and there are server keys already: correct its address, mount its volume, or \
         put a backup back with `proofup-service restore`; for a new database run `proofup-service init`"
    )]
    NoDatabase(String),
    /// A copy was not put back to its end.
    #[error(
        "restore_incomplete: a backup is being put back into {0}, or was not put back to its end: wait, or run \
         `proofup-service restore` once more"
    )]
    NotRestored(String),
    /// A backup that is not as it was made.
    #[error("backup_damaged: {file} is not whole ({why}): take another backup")]
    BackupDamaged {
        /// The copy.
        file: String,
        /// What is wrong with it.
        why: String,
    },
    /// The record of the sign-in log's ends was not written by a node with these keys.
    #[error("the sign-in log was tampered with, or sealed under other server keys: run proofup-service log verify")]
    LogTampered,
    /// `log verify` found a row that is not as it was sealed.
    #[error("the sign-in log is broken: {0}")]
    LogBroken(String),
    /// An import kept what it could.
    #[error("{refused} of {of} rows were refused")]
    RowsRefused {
        /// How many.
        refused: usize,
        /// Of how many.
        of: usize,
    },
    /// `check` found something that does not work.
    #[error("{failed} of {of} checks failed")]
    ChecksFailed {
        /// How many.
        failed: usize,
        /// Of how many.
        of: usize,
    },
    /// The directory that people come from does not answer, or refuses the service itself.
    #[error("the directory cannot be asked: {0}")]
    Directory(String),
    /// A hash thread ended before it answered.
    #[error("a hash thread was lost")]
    HashThreadLost,
    /// The random source of the system failed.
    #[error("the system's random source failed")]
    Random,
    /// The configuration cannot be used.
    #[error("configuration: {0}")]
    Configuration(String),
    /// A command cannot be carried out as it was given.
    #[error("{0}")]
    Command(String),
    /// A setting cannot have this value, or there is no such setting.
    #[error("{why}")]
    Setting {
        /// The key.
        key: String,
        /// What it takes.
        why: String,
    },
    /// Nothing of an uploaded list of hardware tokens can be read.
    #[error("the token file: {0}")]
    TokenFile(TokenListError),
    /// A file or socket.
    #[error("{what}: {source}")]
    Io {
        /// What was tried, with the path.
        what: String,
        /// Why it failed.
        source: std::io::Error,
    },
}

impl ServiceError {
    /// A refusal without parameters.
    pub(crate) fn refused(code: ErrorCode) -> Self {
        Self::Refused { code, params: Params::new() }
    }

    /// A refusal with one parameter.
    pub(crate) fn refused_with(code: ErrorCode, name: &str, value: impl Into<Value>) -> Self {
        Self::Refused { code, params: param(name, value) }
    }

    /// Too many attempts were wrong: `rate_limited`, with the seconds to wait.
    pub(crate) fn throttled(wait: Wait) -> Self {
        Self::Refused { code: ErrorCode::RateLimited, params: wait.params() }
    }

    /// The code that crosses the border.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Refused { code, .. } => *code,
            Self::Setting { .. } => ErrorCode::InvalidRequest,
            Self::TokenFile(_) => ErrorCode::TokenFileInvalid,
            Self::Directory(_) => ErrorCode::ServiceUnavailable,
            Self::Store(error) if error.is_unavailable() => ErrorCode::ServiceUnavailable,
            Self::Store(error) if error.holds_nul() => ErrorCode::InvalidRequest,
            _ => ErrorCode::InternalError,
        }
    }
}

/// Parameters as a command tells them.
fn told(params: &Params) -> String {
    let each: Vec<_> = params.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    if each.is_empty() { String::new() } else { format!(" ({})", each.join(", ")) }
}

/// One parameter.
pub(crate) fn param(name: &str, value: impl Into<Value>) -> Params {
    Params::from_iter([(name.to_owned(), value.into())])
}

impl MayCross for ServiceError {
    fn crossed_another(&self) -> bool {
        matches!(self, Self::Store(error) if error.crossed_another())
    }
}
