//! The database, and all SQL of the service: one file per table, one set of statements for SQLite and PostgreSQL.
//!
//! Statements use `$1` placeholders and the types `text` and `bigint` alone. They run on a connection that the caller
//! holds, so that several can share a transaction. Every write is part of a [`Transaction`], which begins with a write: on
//! PostgreSQL that locks the row that the other statements depend on.

#![expect(missing_docs, reason = "the fields of a row are the columns of its table, which the migrations describe")]

mod accepted;
pub mod account_changes;
pub mod admin_actions;
pub mod app_passwords;
pub mod approvals;
pub mod attempt_counters;
pub mod auth_sessions;
pub mod authenticators;
pub mod authorization_codes;
pub mod backup;
pub mod blocks;
pub mod bulk_changes;
pub mod bypasses;
pub mod caller_verifications;
pub mod calls;
mod columns;
mod connection;
mod credentials;
mod database;
pub mod directory_runs;
mod error;
pub mod figures;
pub mod hardware_oath_devices;
pub mod hardware_oaths;
pub mod leases;
mod log_writer;
pub mod machine_tokens;
pub mod marks;
pub mod nodes;
pub mod notices;
mod nul;
mod patience;
pub mod people_list;
pub mod phone_usage;
pub mod phones;
pub mod put_back;
pub mod recipients;
pub mod seen_signatures;
pub mod server_keys;
pub mod sessions;
pub mod settings;
pub mod settings_effects;
pub mod sign_in_chain;
pub mod sign_in_removals;
pub mod sign_ins;
pub mod software_oaths;
pub mod sourced_people;
mod sqlite;
pub mod text_codes;
pub mod throttles;
pub mod tokens;
mod transaction;
pub mod trusted_devices;
pub mod used_assertions;
pub mod used_steps;
pub mod users;
pub mod verifications;

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::migrate::Migrator;
use sqlx::{AnyPool, ConnectOptions as _, Executor as _};
use tokio::runtime::Handle;

pub use accepted::Accepted;
pub use columns::to_text;
pub use connection::Connection;
pub use credentials::{Credentials, Wanted, WithNtHashes};
pub use database::{Database, Presence};
pub use error::{MayCross, StoreError};
pub use patience::Patience;

pub use transaction::Transaction;

use self::log_writer::LogWriter;
use self::marks::Mark;
use self::sign_ins::StoredSignIn;
use self::sqlite::{GroupCommit, OpenFile, Readers};
use self::users::User;

/// Limits of time for the statements of a connection to PostgreSQL, in milliseconds; 0 is none.
const LIMITS_OF_TIME: &str = "SELECT set_config('lock_timeout', $1, false), set_config('statement_timeout', $2, false),
    set_config('idle_in_transaction_session_timeout', $2, false)";

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// Connections to a database whose tables are up to date.
#[derive(Debug, Clone)]
pub struct Store {
    engine: Engine,
    /// Where the database is, without its password.
    place: Arc<str>,
}

#[derive(Debug, Clone)]
enum Engine {
    /// PostgreSQL has many writers, and joins their commits by itself. Rows of the sign-in log also share statements.
    Server(AnyPool, LogWriter, credentials::Reader),
    /// SQLite has one writer, which is shared.
    File(Readers, Arc<GroupCommit>, Arc<OpenFile>),
}

impl Store {
    /// Connects and brings the tables up to date.
    pub async fn open(database: &Database, patience: Patience) -> Result<Self, StoreError> {
        match database {
            Database::Sqlite(path) => {
                let (readers, changes, file) = sqlite::open(path, patience.file).await?;
                let place = path.display().to_string().into();
                Ok(Self { engine: Engine::File(readers, Arc::new(changes), Arc::new(file)), place })
            }
            Database::Postgres(url) => Self::open_server(url, patience).await,
        }
    }

    async fn open_server(url: &str, patience: Patience) -> Result<Self, StoreError> {
        // Without limits for its statements: a migration may take its time.
        let unlimited = Patience { row: Duration::ZERO, statement: Duration::ZERO, ..patience };
        let (alone, _) = connect(url, 1, unlimited).await?;
        MIGRATIONS.run(&alone).await?;
        alone.close().await;
        let (pool, place) = connect(url, 16, patience).await?;
        let log = LogWriter::new(pool.clone(), Arc::clone(&place));
        let reader = credentials::Reader::new(pool.clone(), Arc::clone(&place));
        Ok(Self { engine: Engine::Server(pool, log, reader), place })
    }

    /// A connection to read from.
    pub async fn read(&self) -> Result<Connection, StoreError> {
        match &self.engine {
            Engine::Server(pool, ..) => pool.acquire().await.map(Connection::Server),
            Engine::File(readers, ..) => readers.lend().await.map(Connection::File),
        }
        .map_err(|source| self.unreachable(source))
    }

    /// What the check of a name and a secret starts from, as it is now. The same statements run whether or not they exist.
    pub async fn credentials(&self, wanted: Wanted) -> Result<Credentials, StoreError> {
        match &self.engine {
            Engine::Server(_, _, reader) => reader.read(wanted).await,
            Engine::File(..) => {
                let found = credentials::find(&mut self.read().await?, &[wanted]).await?;
                found.into_iter().next().ok_or(StoreError::ReadLost)
            }
        }
    }

    /// Reads what may be much: on SQLite on a thread that serves nobody else meanwhile.
    pub async fn read_much<T, E, F>(&self, read: impl FnOnce(Connection) -> F + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: Future<Output = Result<T, E>> + Send,
    {
        let db = self.read().await?;
        match &self.engine {
            Engine::Server(..) => read(db).await,
            Engine::File(..) => {
                let runtime = Handle::current();
                sqlite::where_waiting_is_fine(move || runtime.block_on(read(db))).await.map_err(StoreError::from)?
            }
        }
    }

    /// A transaction. Begin it with a write.
    pub async fn begin(&self) -> Result<Transaction, StoreError> {
        match &self.engine {
            Engine::Server(pool, ..) => pool.begin().await.map(Connection::ServerTransaction),
            Engine::File(_, changes, _) => changes.begin().await.map(Connection::FileChange),
        }
        .map(Transaction)
        .map_err(|source| self.unreachable(source))
    }

    /// Adds a row to the sign-in log that depends on nothing else. It is durable when this returns; it shares a commit with others.
    pub async fn log(&self, row: StoredSignIn) -> Result<(), StoreError> {
        match &self.engine {
            Engine::Server(_, log, _) => log.write(row).await,
            Engine::File(..) => {
                let mut transaction = self.begin().await?;
                sign_ins::append(&mut transaction, &row).await?;
                transaction.commit().await
            }
        }
    }

    /// A transaction that changes a person's security info: the person's row is locked and their event streams wake
    /// when it commits.
    pub async fn begin_change(&self, user_id: &str) -> Result<Transaction, StoreError> {
        let mut transaction = self.begin().await?;
        users::note_change(&mut transaction, user_id).await?;
        Ok(transaction)
    }

    /// A transaction that locks the person's row. Everything done in a person's name begins with this.
    pub async fn begin_for(&self, user_id: &str) -> Result<Transaction, StoreError> {
        Ok(self.hold(user_id).await?.0)
    }

    /// A transaction about a person, and the person as they are now. Their row comes first, before any other row: so
    /// those who want the same rows wait here, and not for each other.
    pub async fn hold(&self, user_id: &str) -> Result<(Transaction, Option<User>), StoreError> {
        let mut transaction = self.begin().await?;
        let user = users::hold(&mut transaction, user_id).await?;
        Ok((transaction, user))
    }

    /// Makes a change that is one transaction. If the database took it back because it crossed another one, it is made again, three
    /// times at most.
    pub async fn again_if_crossed<T, E, F>(&self, change: impl Fn() -> F) -> Result<T, E>
    where
        E: MayCross + std::fmt::Display,
        F: Future<Output = Result<T, E>>,
    {
        for pause in BEFORE_AGAIN {
            match change().await {
                Err(error) if error.crossed_another() => {
                    tracing::info!(%error, "a change crossed another one and is made again");
                    tokio::time::sleep(pause).await;
                }
                outcome => return outcome,
            }
        }
        change().await
    }

    /// Whether the database takes a change, durably, in the place where the next start looks for it.
    pub async fn probe(&self) -> Result<(), StoreError> {
        if let Engine::File(.., file) = &self.engine
            && !file.is_in_place()
        {
            return Err(StoreError::Moved(self.place.to_string()));
        }
        let mut transaction = self.begin().await?;
        marks::raise(&mut transaction, Mark::Probe).await?;
        transaction.commit().await
    }

    /// The number of the newest migration that was run.
    pub async fn schema_version(&self) -> Result<i64, StoreError> {
        let newest = "SELECT max(version) FROM _sqlx_migrations";
        let (version,): (Option<i64>,) = sqlx::query_as(newest).fetch_one(&mut self.read().await?).await?;
        Ok(version.unwrap_or_default())
    }

    /// How many connections to read from there are, and how many of them idle.
    pub fn pool_state(&self) -> (u32, usize) {
        match &self.engine {
            Engine::Server(pool, ..) => (pool.size(), pool.num_idle()),
            Engine::File(readers, ..) => readers.state(),
        }
    }

    /// Gives all connections back; every call after it fails as unavailable.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Server(pool, ..) => pool.close().await,
            Engine::File(readers, changes, _) => {
                readers.close().await;
                changes.close().await;
            }
        }
    }

    fn unreachable(&self, source: sqlx::Error) -> StoreError {
        StoreError::Unreachable { place: self.place.to_string(), source }
    }
}

/// The pauses before a change is made again. The other change waits for a row that this one gave back: if this one comes again at once, it
/// may take the row first, and crosses the other a second time.
const BEFORE_AGAIN: [Duration; 3] = [Duration::from_millis(20), Duration::from_millis(200), Duration::from_secs(1)];

/// Connections to PostgreSQL, and where it is.
async fn connect(url: &str, connections: u32, patience: Patience) -> Result<(AnyPool, Arc<str>), StoreError> {
    sqlx::any::install_default_drivers();
    let options = AnyConnectOptions::from_str(url)?.disable_statement_logging();
    let place: Arc<str> = place_of(&options).into();
    let pool = AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(patience.connection)
        .after_connect(move |connection, _| {
            let limited = sqlx::query(LIMITS_OF_TIME)
                .bind(patience.row.as_millis().to_string())
                .bind(patience.statement.as_millis().to_string());
            Box::pin(async move { connection.execute(limited).await.map(drop) })
        })
        .connect_with(options)
        .await
        .map_err(|source| StoreError::Unreachable { place: place.to_string(), source })?;
    Ok((pool, place))
}

/// Host, port and name of the database in a connection URL, and never the password.
fn place_of(options: &AnyConnectOptions) -> String {
    let url = &options.database_url;
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let socket = || url.query_pairs().find(|(key, _)| key == "host").map(|(_, folder)| folder.into_owned());
    let host = url.host_str().filter(|host| !host.is_empty()).map(str::to_owned).or_else(socket);
    format!("{}{port}{}", host.as_deref().unwrap_or("localhost"), url.path())
}

#[cfg(test)]
mod tests {
    use std::str::FromStr as _;

    use super::{AnyConnectOptions, place_of};

    #[test]
    fn a_database_is_named_by_its_place_and_never_with_its_password() {
        for (url, place) in [
            ("postgres://proofup:hunter2@db.contoso.example:5433/verify", "db.contoso.example:5433/verify"),
            ("postgres://proofup@db.contoso.example/verify?sslmode=require", "db.contoso.example/verify"),
            ("postgres:///verify?host=/run/postgresql&password=hunter2", "/run/postgresql/verify"),
        ] {
            assert_eq!(place_of(&AnyConnectOptions::from_str(url).unwrap()), place);
        }
    }
}
