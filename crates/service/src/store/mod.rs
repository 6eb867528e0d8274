//! The database, and all SQL of the service: one file per table, one set of statements for SQLite and PostgreSQL.
//!
//! Statements use `$1` placeholders and the types `text` and `bigint` alone. They run on a connection that the caller
//! holds, so that several can share a transaction. Whatever writes stands in a [`Transaction`]. It begins with a write: on
//! PostgreSQL that locks the row that the rest depends on.

pub(crate) mod admin_actions;
pub(crate) mod app_passwords;
pub(crate) mod approvals;
pub(crate) mod attempt_counters;
pub(crate) mod auth_sessions;
pub(crate) mod authenticators;
pub(crate) mod authorization_codes;
pub(crate) mod blocks;
pub(crate) mod bypasses;
pub(crate) mod calls;
mod columns;
mod group_commit;
pub(crate) mod hardware_oath_devices;
pub(crate) mod hardware_oaths;
pub(crate) mod phone_usage;
pub(crate) mod phones;
pub(crate) mod seen_signatures;
pub(crate) mod sessions;
pub(crate) mod settings;
pub(crate) mod sign_in_chain;
pub(crate) mod sign_ins;
pub(crate) mod software_oaths;
pub(crate) mod text_codes;
pub(crate) mod tokens;
mod transaction;
pub(crate) mod trusted_devices;
pub(crate) mod used_assertions;
pub(crate) mod users;
pub(crate) mod verifications;

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, ConnectOptions as _};

pub(crate) use transaction::Transaction;

use self::group_commit::GroupCommit;
use crate::{Database, ServiceError};

/// Connections to a database whose tables are up to date.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    pool: AnyPool,
    /// Where SQLite's one writer is shared. PostgreSQL has many, and groups their commits by itself.
    shared: Option<Arc<GroupCommit>>,
}

impl Store {
    /// Connects and brings the tables up to date.
    pub(crate) async fn open(database: &Database) -> Result<Self, ServiceError> {
        sqlx::any::install_default_drivers();
        let options = AnyConnectOptions::from_str(&database.url()?)?.disable_statement_logging();
        match database {
            Database::Sqlite(_) => Self::open_sqlite(options).await,
            Database::Postgres(_) => Self::open_postgres(options).await,
        }
    }

    async fn open_sqlite(options: AnyConnectOptions) -> Result<Self, ServiceError> {
        let writers = AnyPoolOptions::new()
            .max_connections(1)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    prepare_sqlite(connection).await?;
                    // In pages. Rows of many sign-ins share pages, and each is copied to the database once for all of them.
                    sqlx::query("PRAGMA wal_autocheckpoint = 8000").execute(connection).await.map(drop)
                })
            })
            .connect_with(options.clone())
            .await?;
        sqlx::migrate!("src/store/migrations").run(&writers).await?;
        let writer = writers.acquire().await?.detach();
        let pool = AnyPoolOptions::new()
            .max_connections(4)
            .acquire_timeout(Duration::from_secs(20))
            // A connection to a file does not break between two uses, and asking costs as much as a statement.
            .test_before_acquire(false)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    prepare_sqlite(connection).await?;
                    sqlx::query("PRAGMA query_only = ON").execute(connection).await.map(drop)
                })
            })
            .connect_with(options)
            .await?;
        Ok(Self { pool, shared: Some(Arc::new(GroupCommit::new(writer))) })
    }

    async fn open_postgres(options: AnyConnectOptions) -> Result<Self, ServiceError> {
        let pool = AnyPoolOptions::new()
            .max_connections(16)
            .acquire_timeout(Duration::from_secs(3))
            .connect_with(options)
            .await?;
        sqlx::migrate!("src/store/migrations").run(&pool).await?;
        Ok(Self { pool, shared: None })
    }

    /// A connection to read from.
    pub(crate) async fn read(&self) -> Result<PoolConnection<Any>, ServiceError> {
        self.pool.acquire().await.map_err(ServiceError::Unreachable)
    }

    /// A transaction. Begin it with a write.
    pub(crate) async fn begin(&self) -> Result<Transaction, ServiceError> {
        match &self.shared {
            Some(shared) => shared.begin().await.map(Transaction::Shared),
            None => self.pool.begin().await.map(Transaction::Own).map_err(ServiceError::Unreachable),
        }
    }

    /// A transaction that changes a person's security info: the person's row is locked and their event streams wake
    /// when it commits.
    pub(crate) async fn begin_change(&self, user_id: &str) -> Result<Transaction, ServiceError> {
        let mut transaction = self.begin().await?;
        users::note_change(&mut transaction, user_id).await?;
        Ok(transaction)
    }

    /// Whether the database answers.
    pub(crate) async fn ping(&self) -> Result<(), ServiceError> {
        settings::count(&mut *self.read().await?).await.map(drop)
    }

    /// How many connections are open, and how many of them idle.
    pub(crate) fn pool_state(&self) -> (u32, usize) {
        (self.pool.size(), self.pool.num_idle())
    }

    /// Gives all connections back; every call after it fails as unavailable.
    pub(crate) async fn close(&self) {
        self.pool.close().await;
        if let Some(shared) = &self.shared {
            shared.close().await;
        }
    }
}

async fn prepare_sqlite(connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
    for statement in [
        "PRAGMA journal_mode = WAL",
        // FULL: what was answered survives a power cut, not only the end of the process.
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        // The command line may be writing, in a process of its own.
        "PRAGMA busy_timeout = 15000",
    ] {
        sqlx::query(statement).execute(&mut *connection).await?;
    }
    Ok(())
}
