//! What can go wrong in the service, in terms that cross its border as a stable code.

use proofup_api::{ErrorCode, Params};
use proofup_token_files::TokenListError;
use serde_json::Value;
use thiserror::Error;

use crate::throttle::Wait;

/// The service's own error. Whatever it holds may be logged: no variant carries a secret.
#[derive(Debug, Error)]
pub enum ServiceError {
    /// The request cannot be done, for a reason that the person is told.
    #[error("refused: {code}")]
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
    #[error("database: no connection: {0}")]
    Unreachable(#[source] sqlx::Error),
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
    /// The record of the sign-in log's ends was not written by a node with these keys.
    #[error("the sign-in log was tampered with, or sealed under other server keys: run proofup-service log verify")]
    LogTampered,
    /// `log verify` found a row that is not as it was sealed.
    #[error("the sign-in log is broken: {0}")]
    LogBroken(String),
    /// A hash thread ended before it answered.
    #[error("a hash thread was lost")]
    HashThreadLost,
    /// The random source of the system failed.
    #[error("the system's random source failed")]
    Random,
    /// The configuration cannot be used.
    #[error("configuration: {0}")]
    Configuration(String),
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
            Self::TokenFile(_) => ErrorCode::TokenFileInvalid,
            Self::Unreachable(_) | Self::ChangeLost => ErrorCode::ServiceUnavailable,
            Self::Store(error) if is_unavailable(error) => ErrorCode::ServiceUnavailable,
            _ => ErrorCode::InternalError,
        }
    }
}

/// One parameter.
pub(crate) fn param(name: &str, value: impl Into<Value>) -> Params {
    Params::from_iter([(name.to_owned(), value.into())])
}

/// The database cannot be reached now, as opposed to: it refused what was asked of it.
fn is_unavailable(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => true,
        // PostgreSQL: 08 connection, 53 out of resources, 57P shutting down. SQLite: 5 busy, 6 locked, 10 I/O, 13 full,
        // 14 cannot open; extended codes carry them in the low byte.
        sqlx::Error::Database(database) => database.code().is_some_and(|code| {
            code.starts_with("08")
                || code.starts_with("53")
                || code.starts_with("57P")
                || code
                    .parse::<i64>()
                    .is_ok_and(|number| code.len() < 5 && matches!(number & 0xFF, 5 | 6 | 10 | 13 | 14))
        }),
        _ => false,
    }
}
