//! Which database: a file, or a PostgreSQL server.

use std::path::PathBuf;
use std::str::FromStr;

use crate::StoreError;

/// `sqlite:PATH` or `postgres://…`.
#[derive(Clone, PartialEq, Eq)]
pub enum Database {
    /// A file, made if it is not there.
    Sqlite(PathBuf),
    /// A connection URL. It may hold a password.
    Postgres(String),
}

impl FromStr for Database {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        match text.split_once(':') {
            Some(("sqlite", path)) if !path.is_empty() => Ok(Self::Sqlite(path.into())),
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres(text.to_owned())),
            _ => Err(StoreError::Address("the database is sqlite:PATH or postgres://…".to_owned())),
        }
    }
}

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(_) => f.write_str("postgres://…"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Database;

    #[test]
    fn a_connection_url_is_not_printed() {
        let database: Database = "postgres://proofup:hunter2@db/proofup".parse().unwrap();
        assert!(!format!("{database:?}").contains("hunter2"));
    }

    #[test]
    fn refuses_other_databases() {
        for text in ["mysql://db/x", "proofup.db", "sqlite:"] {
            assert!(text.parse::<Database>().is_err(), "{text}");
        }
    }
}
