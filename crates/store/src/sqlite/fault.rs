//! What SQLite says went wrong, as `sqlx` says it.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use rusqlite::ErrorCode;
use sqlx::error::{DatabaseError, ErrorKind};

/// A fault of SQLite, with its extended result code.
#[derive(Debug)]
struct Fault {
    code: rusqlite::ffi::Error,
    message: String,
}

/// Converts a fault of SQLite to the error type of the other database.
pub(super) fn failed(error: rusqlite::Error) -> sqlx::Error {
    match error {
        rusqlite::Error::SqliteFailure(code, message) => {
            let message = message.unwrap_or_else(|| code.to_string());
            Fault { code, message }.into()
        }
        other => sqlx::Error::Protocol(other.to_string()),
    }
}

/// Whether another process has the file.
pub(super) fn is_busy(error: &sqlx::Error) -> bool {
    let fault = error.as_database_error().and_then(|error| error.try_downcast_ref::<Fault>());
    fault.is_some_and(|fault| fault.code.code == ErrorCode::DatabaseBusy)
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "(code: {}) {}", self.code.extended_code, self.message)
    }
}

impl Error for Fault {}

impl DatabaseError for Fault {
    fn message(&self) -> &str {
        &self.message
    }

    fn code(&self) -> Option<Cow<'_, str>> {
        Some(self.code.extended_code.to_string().into())
    }

    fn as_error(&self) -> &(dyn Error + Send + Sync + 'static) {
        self
    }

    fn as_error_mut(&mut self) -> &mut (dyn Error + Send + Sync + 'static) {
        self
    }

    fn into_error(self: Box<Self>) -> Box<dyn Error + Send + Sync + 'static> {
        self
    }

    fn kind(&self) -> ErrorKind {
        match self.code.extended_code {
            rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY | rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE => {
                ErrorKind::UniqueViolation
            }
            rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY => ErrorKind::ForeignKeyViolation,
            _ => ErrorKind::Other,
        }
    }
}
