//! One connection to a file.

use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use rusqlite::{OpenFlags, Statement};
use sqlx::any::{AnyQueryResult, AnyRow};
use sqlx::{Any, Execute};

use super::fault::failed;
use super::rows::Shape;

/// There are not many more statements.
const STATEMENTS_KEPT: usize = 100;

/// An open file.
#[derive(Debug)]
pub struct Sqlite {
    pub(super) connection: rusqlite::Connection,
    /// How long a statement waits for another process to finish with the file.
    patience: Duration,
    shapes: HashMap<String, Shape>,
}

impl Sqlite {
    /// Opens a file, which is made if it is not there.
    pub(super) fn open(path: &Path, patience: Duration) -> Result<Self, sqlx::Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = rusqlite::Connection::open_with_flags(path, flags).map_err(failed)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
        let sqlite = Self { connection, patience, shapes: HashMap::new() };
        sqlite.wait_for_others(true)?;
        // FULL: a confirmed change survives a power cut, not only the end of the process.
        sqlite.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")?;
        Ok(sqlite)
    }

    /// Whether a statement waits while another process has the file, or fails as busy.
    pub(super) fn wait_for_others(&self, waits: bool) -> Result<(), sqlx::Error> {
        self.connection.busy_timeout(if waits { self.patience } else { Duration::ZERO }).map_err(failed)
    }

    /// Runs statements that are seldom needed.
    pub(super) fn run(&self, statements: &str) -> Result<(), sqlx::Error> {
        self.connection.execute_batch(statements).map_err(failed)
    }

    /// Runs a statement that is needed again and again, without parameters.
    pub(super) fn run_again(&self, statement: &str) -> Result<(), sqlx::Error> {
        self.connection.prepare_cached(statement).and_then(|mut it| it.raw_execute()).map(drop).map_err(failed)
    }

    pub fn execute<'q>(&mut self, query: impl Execute<'q, Any>) -> Result<AnyQueryResult, sqlx::Error> {
        self.call(query, |statement, _| {
            let rows_affected = statement.raw_execute().map_err(failed)? as u64;
            Ok(AnyQueryResult { rows_affected, last_insert_id: None })
        })
    }

    pub fn fetch_optional<'q>(&mut self, query: impl Execute<'q, Any>) -> Result<Option<AnyRow>, sqlx::Error> {
        self.call(query, |statement, shape| {
            statement.raw_query().next().map_err(failed)?.map(|row| shape.row(row)).transpose()
        })
    }

    pub fn fetch_all<'q>(&mut self, query: impl Execute<'q, Any>) -> Result<Vec<AnyRow>, sqlx::Error> {
        self.call(query, |statement, shape| {
            let (mut rows, mut found) = (statement.raw_query(), Vec::new());
            while let Some(row) = rows.next().map_err(failed)? {
                found.push(shape.row(row)?);
            }
            Ok(found)
        })
    }

    /// Calls with the statement of a query, its arguments in their places.
    fn call<'q, T>(
        &mut self,
        mut query: impl Execute<'q, Any>,
        run: impl FnOnce(&mut Statement<'_>, &Shape) -> Result<T, sqlx::Error>,
    ) -> Result<T, sqlx::Error> {
        let arguments = query.take_arguments().map_err(sqlx::Error::Encode)?.unwrap_or_default();
        let (kept, sql) = (query.persistent(), query.sql());
        let sql = sql.as_str();
        if !kept {
            let mut statement = self.connection.prepare(sql).map_err(failed)?;
            let shape = Shape::of(&statement)?;
            shape.bind(&mut statement, &arguments)?;
            return run(&mut statement, &shape);
        }
        let mut statement = self.connection.prepare_cached(sql).map_err(failed)?;
        let shape = match self.shapes.get(sql) {
            Some(shape) => shape,
            None => self.shapes.entry(sql.to_owned()).or_insert(Shape::of(&statement)?),
        };
        shape.bind(&mut statement, &arguments)?;
        run(&mut statement, shape)
    }
}
