//! Which database: a file, or a PostgreSQL server.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use sqlx::any::AnyConnectOptions;

use crate::{Patience, StoreError};

/// `sqlite:PATH` or `postgres://…`.
#[derive(Clone, PartialEq, Eq)]
pub enum Database {
    /// A file, made if it is not there.
    Sqlite(PathBuf),
    /// A connection URL. It may hold a password.
    Postgres(String),
}

/// What is found where a database should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Nothing.
    Missing,
    /// A copy that was not put back to its end: sessions of the time before may be alive in it.
    Restoring,
    /// Its tables.
    There,
}

impl Database {
    /// Where it is, for people: never with a password.
    pub fn place(&self) -> String {
        match self {
            Self::Sqlite(path) => path.display().to_string(),
            Self::Postgres(url) => {
                AnyConnectOptions::from_str(url).map(|options| crate::place_of(&options)).unwrap_or_default()
            }
        }
    }

    /// Looks for it, and makes nothing.
    pub async fn presence(&self) -> Result<Presence, StoreError> {
        match self {
            Self::Sqlite(path) => Ok(presence_of_file(path)),
            Self::Postgres(url) => presence_on_server(url).await,
        }
    }
}

/// A file without a byte is one that was begun: SQLite takes it for a new database.
fn presence_of_file(path: &Path) -> Presence {
    if std::fs::metadata(path).is_ok_and(|file| file.len() > 0) {
        Presence::There
    } else if restoring(path).exists() {
        Presence::Restoring
    } else {
        Presence::Missing
    }
}

/// Where a copy is put back, before it is given the name of the database.
pub(crate) fn restoring(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".restoring");
    name.into()
}

/// The table that says on PostgreSQL that a copy is being put back.
pub(crate) const RESTORING: &str = "proofup_restoring";

async fn presence_on_server(url: &str) -> Result<Presence, StoreError> {
    let (pool, _) = crate::connect(url, 1, Patience::default()).await?;
    let count = "SELECT count(*) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
                 WHERE nspname = current_schema() AND relkind = 'r' AND relname = $1";
    let found = async |table: &str| {
        let (count,): (i64,) = sqlx::query_as(count).bind(table.to_owned()).fetch_one(&pool).await?;
        Ok::<_, StoreError>(count > 0)
    };
    let presence = if found(RESTORING).await? {
        Presence::Restoring
    } else if found("_sqlx_migrations").await? {
        Presence::There
    } else {
        Presence::Missing
    };
    pool.close().await;
    Ok(presence)
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
    use super::{Database, Presence};

    #[tokio::test]
    async fn a_file_that_is_not_there_and_one_that_was_only_begun_are_no_database() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("proofup.db");
        let database = Database::Sqlite(path.clone());
        assert_eq!(database.presence().await.unwrap(), Presence::Missing);
        assert!(!path.exists(), "looking makes nothing");
        std::fs::write(&path, "").unwrap();
        assert_eq!(database.presence().await.unwrap(), Presence::Missing);
        std::fs::write(folder.path().join("proofup.db.restoring"), "x").unwrap();
        assert_eq!(database.presence().await.unwrap(), Presence::Restoring);
        std::fs::write(&path, "x").unwrap();
        assert_eq!(database.presence().await.unwrap(), Presence::There);
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
