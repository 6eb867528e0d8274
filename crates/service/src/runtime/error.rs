//! What can go wrong in the service, in terms that cross its border as a stable code.

use proofup_api::{ErrorCode, Params};
use proofup_token_files::TokenListError;
use serde_json::Value;
use thiserror::Error;

use super::wait::Wait;
use crate::store::NulInText;

/// The service's own error. Whatever it holds may be logged: no variant carries a secret.
#[derive(Debug, Error)]
pub enum ServiceError {
    /// The request cannot be done, for a reason that the person is told.
    #[error("refused: {code}{}", told(.params))]
    Refused {
        /// The stable code.
        code: ErrorCode,
        /// What the words of the code need.
        params: Params,
    },
    /// The database failed while it was asked.
    #[error("database: {0}")]
    Store(#[from] sqlx::Error),
    /// No connection to the database could be had.
    #[error("database at {place}: no connection: {source}")]
    Unreachable {
        /// Its host, port and name, or its file.
        place: String,
        /// Why.
        source: sqlx::Error,
    },
    /// The transaction that held a change could not be committed.
    #[error("database: a change was lost before it was durable")]
    ChangeLost,
    /// The migrations could not be run.
    #[error("migrations: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A stored value is not what this version writes.
    #[error("the database holds {found:?} in {column}")]
    UnexpectedValue {
        /// The column.
        column: &'static str,
        /// What stood there.
        found: String,
    },
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
    /// A hash thread ended before it answered.
    #[error("a hash thread was lost")]
    HashThreadLost,
    /// The random source of the system failed.
    #[error("the system's random source failed")]
    Random,
    /// The configuration cannot be used.
    #[error("configuration: {0}")]
    Configuration(String),
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
            Self::Unreachable { .. } | Self::ChangeLost => ErrorCode::ServiceUnavailable,
            Self::Store(error) if is_unavailable(error) => ErrorCode::ServiceUnavailable,
            Self::Store(error) if holds_nul(error) => ErrorCode::InvalidRequest,
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

/// The database cannot be reached, or cannot be written to, now; as opposed to: it refused what was asked of it.
fn is_unavailable(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => true,
        // PostgreSQL: 08 connection, 53 out of resources, 57P shutting down, 58 the system's fault, 25006 read-only.
        // SQLite: 3 permission, 5 busy, 6 locked, 8 read-only, 10 I/O, 13 full, 14 cannot open, 22 too large; extended
        // codes carry them in the low byte.
        sqlx::Error::Database(database) => database.code().is_some_and(|code| {
            ["08", "53", "57P", "58", "25006"].iter().any(|class| code.len() == 5 && code.starts_with(class))
                || code
                    .parse::<i64>()
                    .is_ok_and(|number| code.len() < 5 && matches!(number & 0xFF, 3 | 5 | 6 | 8 | 10 | 13 | 14 | 22))
        }),
        _ => false,
    }
}

/// A text that no database of ours keeps: it holds the character NUL. PostgreSQL says so by 22021.
fn holds_nul(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Encode(cause) => cause.is::<NulInText>(),
        sqlx::Error::Database(database) => database.code().is_some_and(|code| code == "22021"),
        _ => false,
    }
}
