//! The database, and all SQL of the service: one file per table, one set of statements for SQLite and PostgreSQL.
//!
//! Statements use `$1` placeholders and the types `text` and `bigint` alone. They run on a connection that the caller
//! holds, so that several can share a transaction. A transaction begins with a write: on SQLite that takes the write
//! lock at once instead of failing at an upgrade, on PostgreSQL it locks the row that the rest depends on.

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
pub(crate) mod trusted_devices;
pub(crate) mod used_assertions;
pub(crate) mod users;
pub(crate) mod verifications;

use std::str::FromStr;
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyPool, ConnectOptions as _, Executor as _, Transaction};

use crate::{Database, ServiceError};

/// A pool of connections to a database whose tables are up to date.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    pool: AnyPool,
}

impl Store {
    /// Connects and brings the tables up to date.
    pub(crate) async fn open(database: &Database) -> Result<Self, ServiceError> {
        sqlx::any::install_default_drivers();
        let sqlite = matches!(database, Database::Sqlite(_));
        let options = AnyConnectOptions::from_str(&database.url()?)?.disable_statement_logging();
        let pool = AnyPoolOptions::new()
            // SQLite has one writer at a time; more connections would only wait for each other.
            .max_connections(if sqlite { 4 } else { 16 })
            .acquire_timeout(Duration::from_secs(if sqlite { 20 } else { 3 }))
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    if sqlite {
                        // FULL: what was answered survives a power cut, not only the end of the process.
                        connection.execute("PRAGMA journal_mode = WAL").await?;
                        connection.execute("PRAGMA synchronous = FULL").await?;
                        connection.execute("PRAGMA foreign_keys = ON").await?;
                        connection.execute("PRAGMA busy_timeout = 15000").await?;
                    }
                    Ok(())
                })
            })
            .connect_with(options)
            .await?;
        sqlx::migrate!("src/store/migrations").run(&pool).await?;
        Ok(Self { pool })
    }

    /// A connection outside of a transaction: each statement stands for itself.
    pub(crate) async fn acquire(&self) -> Result<PoolConnection<Any>, ServiceError> {
        self.pool.acquire().await.map_err(ServiceError::Unreachable)
    }

    /// A transaction. Begin it with a write.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Any>, ServiceError> {
        self.pool.begin().await.map_err(ServiceError::Unreachable)
    }

    /// A transaction that changes a person's security info: the person's row is locked and their event streams wake
    /// when it commits.
    pub(crate) async fn begin_change(&self, user_id: &str) -> Result<Transaction<'static, Any>, ServiceError> {
        let mut transaction = self.begin().await?;
        users::note_change(&mut transaction, user_id).await?;
        Ok(transaction)
    }

    /// Whether the database answers.
    pub(crate) async fn ping(&self) -> Result<(), ServiceError> {
        settings::count(&mut *self.acquire().await?).await.map(drop)
    }

    /// How many connections are open, and how many of them idle.
    pub(crate) fn pool_state(&self) -> (u32, usize) {
        (self.pool.size(), self.pool.num_idle())
    }

    /// Gives all connections back; every call after it fails as unavailable.
    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }
}
