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
mod connection;
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
mod sqlite;
pub(crate) mod text_codes;
pub(crate) mod throttles;
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
use sqlx::migrate::Migrator;
use sqlx::{AnyPool, ConnectOptions as _};
use tokio::runtime::Handle;

pub(crate) use connection::Connection;
pub(crate) use transaction::Transaction;

use self::sqlite::{GroupCommit, Readers};
use self::users::User;
use crate::{Database, ServiceError};

static MIGRATIONS: Migrator = sqlx::migrate!("src/store/migrations");

/// Connections to a database whose tables are up to date.
#[derive(Debug, Clone)]
pub(crate) enum Store {
    /// PostgreSQL has many writers, and groups their commits by itself.
    Server(AnyPool),
    /// SQLite has one writer, which is shared.
    File(Readers, Arc<GroupCommit>),
}

impl Store {
    /// Connects and brings the tables up to date.
    pub(crate) async fn open(database: &Database) -> Result<Self, ServiceError> {
        match database {
            Database::Sqlite(path) => {
                let (readers, changes) = sqlite::open(path).await?;
                Ok(Self::File(readers, Arc::new(changes)))
            }
            Database::Postgres(url) => Self::open_server(url).await,
        }
    }

    async fn open_server(url: &str) -> Result<Self, ServiceError> {
        sqlx::any::install_default_drivers();
        let options = AnyConnectOptions::from_str(url)?.disable_statement_logging();
        let pool = AnyPoolOptions::new()
            .max_connections(16)
            .acquire_timeout(Duration::from_secs(3))
            .connect_with(options)
            .await?;
        MIGRATIONS.run(&pool).await?;
        Ok(Self::Server(pool))
    }

    /// A connection to read from.
    pub(crate) async fn read(&self) -> Result<Connection, ServiceError> {
        match self {
            Self::Server(pool) => pool.acquire().await.map(Connection::Server),
            Self::File(readers, _) => readers.lend().await.map(Connection::File),
        }
        .map_err(ServiceError::Unreachable)
    }

    /// Reads what may be much: on SQLite on a thread that serves nobody else meanwhile.
    pub(crate) async fn read_much<T, F>(
        &self,
        read: impl FnOnce(Connection) -> F + Send + 'static,
    ) -> Result<T, ServiceError>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, ServiceError>> + Send,
    {
        let db = self.read().await?;
        match self {
            Self::Server(_) => read(db).await,
            Self::File(..) => {
                let runtime = Handle::current();
                sqlite::where_waiting_is_fine(move || runtime.block_on(read(db))).await?
            }
        }
    }

    /// A transaction. Begin it with a write.
    pub(crate) async fn begin(&self) -> Result<Transaction, ServiceError> {
        let connection = match self {
            Self::Server(pool) => {
                pool.begin().await.map(Connection::ServerTransaction).map_err(ServiceError::Unreachable)?
            }
            Self::File(_, changes) => Connection::FileChange(changes.begin().await?),
        };
        Ok(Transaction(connection))
    }

    /// A transaction that changes a person's security info: the person's row is locked and their event streams wake
    /// when it commits.
    pub(crate) async fn begin_change(&self, user_id: &str) -> Result<Transaction, ServiceError> {
        let mut transaction = self.begin().await?;
        users::note_change(&mut transaction, user_id).await?;
        Ok(transaction)
    }

    /// A transaction that holds the person's row, as whatever is done in their name does first.
    pub(crate) async fn begin_for(&self, user_id: &str) -> Result<Transaction, ServiceError> {
        Ok(self.hold(user_id).await?.0)
    }

    /// A transaction about a person, and the person as they are now. Their row comes first, before any other row: so
    /// those who want the same rows wait here, and not for each other.
    pub(crate) async fn hold(&self, user_id: &str) -> Result<(Transaction, Option<User>), ServiceError> {
        let mut transaction = self.begin().await?;
        let user = users::hold(&mut transaction, user_id).await?;
        Ok((transaction, user))
    }

    /// Makes a change that is one transaction. If the database took it back because it crossed another one, it is made
    /// once more.
    pub(crate) async fn once_more<T, F>(&self, change: impl Fn() -> F) -> Result<T, ServiceError>
    where
        F: Future<Output = Result<T, ServiceError>>,
    {
        match change().await {
            Err(ServiceError::Store(error)) if crossed_another(&error) => {
                tracing::info!(%error, "a change crossed another one and is made once more");
                change().await
            }
            outcome => outcome,
        }
    }

    /// Whether the database answers.
    pub(crate) async fn ping(&self) -> Result<(), ServiceError> {
        settings::count(&mut self.read().await?).await.map(drop)
    }

    /// How many connections to read from there are, and how many of them idle.
    pub(crate) fn pool_state(&self) -> (u32, usize) {
        match self {
            Self::Server(pool) => (pool.size(), pool.num_idle()),
            Self::File(readers, _) => readers.state(),
        }
    }

    /// Gives all connections back; every call after it fails as unavailable.
    pub(crate) async fn close(&self) {
        match self {
            Self::Server(pool) => pool.close().await,
            Self::File(readers, changes) => {
                readers.close().await;
                changes.close().await;
            }
        }
    }
}

/// PostgreSQL took the transaction back in favour of another one (a deadlock, or no order in which both could have been).
fn crossed_another(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    code.is_some_and(|code| matches!(&*code, "40P01" | "40001"))
}
