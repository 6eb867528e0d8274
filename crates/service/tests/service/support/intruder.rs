//! Somebody who can write to the database of a service and has none of its keys.

use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection as _};

use super::{TestDatabase, TestService};

pub enum Intruder {
    Sqlite(rusqlite::Connection),
    Postgres(PgConnection),
}

impl Intruder {
    pub async fn at(service: &TestService) -> Self {
        match &service.database {
            TestDatabase::Sqlite(folder) => {
                Self::Sqlite(rusqlite::Connection::open(folder.path().join("proofup.db")).unwrap())
            }
            TestDatabase::Postgres(database) => Self::Postgres(PgConnection::connect(&database.url()).await.unwrap()),
        }
    }

    /// Runs statements.
    pub async fn run(&mut self, statements: &str) {
        match self {
            Self::Sqlite(db) => db.execute_batch(statements).unwrap(),
            Self::Postgres(db) => drop(sqlx::raw_sql(AssertSqlSafe(statements)).execute(db).await.unwrap()),
        }
    }

    /// SQLite's code of the error with which it refuses a statement.
    pub fn refusal(&self, statement: &str) -> Option<i32> {
        let Self::Sqlite(db) = self else { return None };
        db.execute_batch(statement).err()?.sqlite_error().map(|error| error.extended_code)
    }

    /// The one number that a statement finds.
    pub async fn number(&mut self, statement: &str) -> i64 {
        match self {
            Self::Sqlite(db) => db.query_row(statement, [], |row| row.get(0)).unwrap(),
            Self::Postgres(db) => sqlx::query_scalar(AssertSqlSafe(statement)).fetch_one(db).await.unwrap(),
        }
    }

    /// The one text that a statement finds.
    pub async fn text(&mut self, statement: &str) -> String {
        match self {
            Self::Sqlite(db) => db.query_row(statement, [], |row| row.get(0)).unwrap(),
            Self::Postgres(db) => sqlx::query_scalar(AssertSqlSafe(statement)).fetch_one(db).await.unwrap(),
        }
    }
}
