//! Which database: a file, or a PostgreSQL server.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::ServiceError;

/// `sqlite:PATH` or `postgres://…`.
#[derive(Clone, PartialEq, Eq)]
pub enum Database {
    /// A file, made if it is not there.
    Sqlite(PathBuf),
    /// A connection URL. It may hold a password.
    Postgres(String),
}

impl Database {
    /// The URL for the driver.
    pub(crate) fn url(&self) -> Result<String, ServiceError> {
        match self {
            Self::Postgres(url) => Ok(url.clone()),
            Self::Sqlite(path) => {
                let path = std::path::absolute(path)
                    .map_err(|source| ServiceError::Io { what: format!("find {}", path.display()), source })?;
                Ok(format!("sqlite://{}?mode=rwc", percent_encoded(&path)?))
            }
        }
    }
}

impl FromStr for Database {
    type Err = ServiceError;

    fn from_str(text: &str) -> Result<Self, ServiceError> {
        match text.split_once(':') {
            Some(("sqlite", path)) if !path.is_empty() => Ok(Self::Sqlite(path.into())),
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres(text.to_owned())),
            _ => Err(ServiceError::Configuration("the database is sqlite:PATH or postgres://…".to_owned())),
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

fn percent_encoded(path: &Path) -> Result<String, ServiceError> {
    let text = path
        .to_str()
        .ok_or_else(|| ServiceError::Configuration(format!("the database path {} is not UTF-8", path.display())))?;
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    Ok(encoded)
}

#[cfg(test)]
mod tests {
    use super::Database;

    #[test]
    fn a_path_keeps_its_odd_characters() {
        let database: Database = "sqlite:/tmp/a folder/50%?.db".parse().unwrap();
        assert_eq!(database.url().unwrap(), "sqlite:///tmp/a%20folder/50%25%3F.db?mode=rwc");
    }

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
