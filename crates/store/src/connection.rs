//! A connection to either database. Statements do not know which.

use std::pin::Pin;

use sqlx::any::{AnyQueryResult, AnyRow, AnyStatement, AnyTypeInfo};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, Describe, Either, Execute, Executor, SqlStr};
use tokio_stream::Stream;

use super::sqlite::{Reader, SharedChange, Sqlite};
use crate::StoreError;

type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, sqlx::Error>> + Send + 'a>>;
type Answers<'a, T> = Pin<Box<dyn Stream<Item = Result<T, sqlx::Error>> + Send + 'a>>;

/// What statements run on. PostgreSQL is sent them; SQLite is a library, and is called.
#[derive(Debug)]
pub enum Connection {
    /// To read from PostgreSQL.
    Server(PoolConnection<Any>),
    /// A transaction of PostgreSQL.
    ServerTransaction(sqlx::Transaction<'static, Any>),
    /// To read from SQLite.
    File(Reader),
    /// A change in the transaction of SQLite that many share.
    FileChange(SharedChange),
}

enum Driver<'a> {
    Postgres(&'a mut AnyConnection),
    Sqlite(&'a mut Sqlite),
}

impl Connection {
    fn driver(&mut self) -> Driver<'_> {
        match self {
            Self::Server(connection) => Driver::Postgres(connection),
            Self::ServerTransaction(transaction) => Driver::Postgres(transaction),
            Self::File(reader) => Driver::Sqlite(reader),
            Self::FileChange(change) => Driver::Sqlite(change),
        }
    }

    /// The present by the database's own clock, in milliseconds, as SQL. The one thing that the two databases say differently.
    pub(super) fn milliseconds_now(&self) -> &'static str {
        match self {
            Self::Server(_) | Self::ServerTransaction(_) => {
                "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)"
            }
            Self::File(_) | Self::FileChange(_) => "CAST((julianday('now') - 2440587.5) * 86400000 AS bigint)",
        }
    }

    /// Commits its changes. A connection that only reads has none.
    pub(super) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Server(_) | Self::File(_) => Ok(()),
            Self::ServerTransaction(transaction) => Ok(transaction.commit().await?),
            Self::FileChange(change) => change.commit().await,
        }
    }
}

impl<'c> Executor<'c> for &'c mut Connection {
    type Database = Any;

    fn execute<'e, 'q: 'e, E>(self, query: E) -> Answer<'e, AnyQueryResult>
    where
        'c: 'e,
        E: 'q + Execute<'q, Any>,
    {
        match self.driver() {
            Driver::Postgres(connection) => connection.execute(query),
            Driver::Sqlite(connection) => at_once(connection.execute(query)),
        }
    }

    fn fetch_many<'e, 'q: 'e, E>(self, query: E) -> Answers<'e, Either<AnyQueryResult, AnyRow>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Any>,
    {
        match self.driver() {
            Driver::Postgres(connection) => connection.fetch_many(query),
            Driver::Sqlite(connection) => match connection.fetch_all(query) {
                Ok(rows) => Box::pin(tokio_stream::iter(rows.into_iter().map(|row| Ok(Either::Right(row))))),
                Err(error) => Box::pin(tokio_stream::once(Err(error))),
            },
        }
    }

    fn fetch_all<'e, 'q: 'e, E>(self, query: E) -> Answer<'e, Vec<AnyRow>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Any>,
    {
        match self.driver() {
            Driver::Postgres(connection) => connection.fetch_all(query),
            Driver::Sqlite(connection) => at_once(connection.fetch_all(query)),
        }
    }

    fn fetch_optional<'e, 'q: 'e, E>(self, query: E) -> Answer<'e, Option<AnyRow>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Any>,
    {
        match self.driver() {
            Driver::Postgres(connection) => connection.fetch_optional(query),
            Driver::Sqlite(connection) => at_once(connection.fetch_optional(query)),
        }
    }

    fn prepare_with<'e>(self, sql: SqlStr, parameters: &'e [AnyTypeInfo]) -> Answer<'e, AnyStatement>
    where
        'c: 'e,
    {
        match self.driver() {
            Driver::Postgres(connection) => connection.prepare_with(sql, parameters),
            Driver::Sqlite(_) => at_once(Err(not_offered())),
        }
    }

    fn describe<'e>(self, sql: SqlStr) -> Answer<'e, Describe<Any>>
    where
        'c: 'e,
    {
        match self.driver() {
            Driver::Postgres(connection) => connection.describe(sql),
            Driver::Sqlite(_) => at_once(Err(not_offered())),
        }
    }
}

fn at_once<'a, T: Send + 'a>(answer: Result<T, sqlx::Error>) -> Answer<'a, T> {
    Box::pin(std::future::ready(answer))
}

fn not_offered() -> sqlx::Error {
    sqlx::Error::InvalidArgument("statements are prepared when they run, and are not described".to_owned())
}
