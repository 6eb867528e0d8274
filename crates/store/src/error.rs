//! What can go wrong with the database.

use thiserror::Error;

use crate::nul::NulInText;

/// A failure of the database or of a request to it. No variant carries a secret, so all may be logged.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database failed while it was asked.
    #[error("database: {0}")]
    Query(#[from] sqlx::Error),
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
    /// A read for many requests failed. One of them got the cause.
    #[error("database: a read that requests share failed")]
    ReadLost,
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
    /// What should say where the database is cannot be read.
    #[error("configuration: {0}")]
    Address(String),
    /// Another file stands where the open one did, or none: what is written now would be lost with the next start.
    #[error("{0} is not the file any more that was opened: it was moved or replaced while the service ran")]
    Moved(String),
    /// A copy is put back into an empty place alone.
    #[error("there is a database in {0} already, and it is never replaced: name an empty place")]
    NotEmpty(String),
    /// A file of the database.
    #[error("{what}: {source}")]
    Io {
        /// What was tried, with the path.
        what: String,
        /// Why it failed.
        source: std::io::Error,
    },
}

impl StoreError {
    /// The database cannot be reached or written to now. A statement that it refuses is another matter.
    pub fn is_unavailable(&self) -> bool {
        match self {
            Self::Unreachable { .. } | Self::ChangeLost | Self::ReadLost | Self::Moved(_) => true,
            Self::Query(error) => is_unavailable(error),
            _ => false,
        }
    }

    /// PostgreSQL refused a statement of this transaction, and takes others: a duplicate, a conflict, or a lock that is held.
    pub(crate) fn is_of_statement(&self) -> bool {
        let Self::Query(error) = self else { return false };
        let code = error.as_database_error().and_then(|error| error.code());
        code.is_some_and(|code| !["08", "53", "57P", "58", "25006"].iter().any(|class| code.starts_with(class)))
    }

    /// A text that no database of ours keeps: it holds the character NUL. PostgreSQL says so by 22021.
    pub fn holds_nul(&self) -> bool {
        match self {
            Self::Query(sqlx::Error::Encode(cause)) => cause.is::<NulInText>(),
            Self::Query(sqlx::Error::Database(database)) => database.code().is_some_and(|code| code == "22021"),
            _ => false,
        }
    }

    /// PostgreSQL took the transaction back in favour of another one (a deadlock, or no order in which both could have been).
    pub fn crossed_another(&self) -> bool {
        let Self::Query(error) = self else { return false };
        let code = error.as_database_error().and_then(|error| error.code());
        code.is_some_and(|code| matches!(&*code, "40P01" | "40001"))
    }
}

/// An error that knows whether the database took the change back because it crossed another one.
pub trait MayCross {
    /// Whether it did.
    fn crossed_another(&self) -> bool;
}

impl MayCross for StoreError {
    fn crossed_another(&self) -> bool {
        self.crossed_another()
    }
}

fn is_unavailable(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => true,
        // PostgreSQL: 08 connection, 53 out of resources, 57P shutting down, 58 the system's fault, 25006 read-only; 55P03,
        // 57014 and 25P03 a lock, a statement or a transaction that took too long.
        // SQLite: 3 permission, 5 busy, 6 locked, 8 read-only, 10 I/O, 13 full, 14 cannot open, 22 too large; extended
        // codes carry them in the low byte.
        sqlx::Error::Database(database) => database.code().is_some_and(|code| {
            ["08", "53", "57P", "58", "25006", "55P03", "57014", "25P03"]
                .iter()
                .any(|class| code.len() == 5 && code.starts_with(class))
                || code
                    .parse::<i64>()
                    .is_ok_and(|number| code.len() < 5 && matches!(number & 0xFF, 3 | 5 | 6 | 8 | 10 | 13 | 14 | 22))
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::error::Error;

    use sqlx::error::{DatabaseError, ErrorKind};

    use super::StoreError;

    /// What PostgreSQL answers, as far as its code.
    #[derive(Debug, thiserror::Error)]
    #[error("{0}")]
    struct Refusal(&'static str);

    impl DatabaseError for Refusal {
        fn message(&self) -> &str {
            self.0
        }

        fn code(&self) -> Option<Cow<'_, str>> {
            Some(self.0.into())
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
            ErrorKind::Other
        }
    }

    #[test]
    fn a_database_that_cannot_be_written_to_is_unavailable_and_one_that_refuses_a_statement_is_not() {
        let unavailable = |code| StoreError::Query(Refusal(code).into()).is_unavailable();
        // A file without rights, busy or locked, read-only (also because it must be recovered, is locked, or was moved), with an
        // error of I/O, full, gone, or too large.
        for code in ["3", "5", "517", "6", "8", "264", "520", "1032", "10", "778", "13", "14", "22"] {
            assert!(unavailable(code), "SQLite {code}");
        }
        for code in ["08006", "53100", "53300", "57P01", "57P03", "58030", "25006", "55P03", "57014", "25P03"] {
            assert!(unavailable(code), "PostgreSQL {code}");
        }
        for code in ["1", "11", "19", "2067", "1555", "20", "23505", "22021", "42601", "40P01", "25P02"] {
            assert!(!unavailable(code), "{code}");
        }
    }

    #[test]
    fn a_deadlock_and_a_failed_order_crossed_another_change_and_nothing_else_did() {
        let crossed = |code| StoreError::Query(Refusal(code).into()).crossed_another();
        for code in ["40P01", "40001"] {
            assert!(crossed(code), "{code}");
        }
        for code in ["40000", "40002", "40003", "23505", "55P03", "57014", "25P03"] {
            assert!(!crossed(code), "{code}");
        }
        assert!(!StoreError::ChangeLost.crossed_another());
        assert!(!StoreError::Query(sqlx::Error::PoolTimedOut).crossed_another());
    }
}
