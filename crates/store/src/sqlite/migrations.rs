//! Brings the tables of a file up to date. The record of it is the one that `sqlx` keeps on PostgreSQL.

use std::collections::HashMap;

use rusqlite::{Connection, TransactionBehavior, params};
use sqlx::migrate::{MigrateError, Migrator};

use super::calls::Sqlite;
use super::fault::failed;

impl Sqlite {
    /// Runs the migrations that are missing, all or none. Waits for another process that does the same.
    pub(super) fn migrate(&mut self, migrator: &Migrator) -> Result<(), MigrateError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        transaction
            .execute_batch(
                "CREATE TABLE IF NOT EXISTS _sqlx_migrations (
                    version BIGINT PRIMARY KEY,
                    description TEXT NOT NULL,
                    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
                    success BOOLEAN NOT NULL,
                    checksum BLOB NOT NULL,
                    execution_time BIGINT NOT NULL
                )",
            )
            .map_err(failed)?;
        let applied = applied(&transaction).map_err(failed)?;
        if let Some(unknown) = applied.keys().find(|version| !migrator.version_exists(**version)) {
            return Err(MigrateError::VersionMissing(*unknown));
        }
        for migration in migrator.iter() {
            match applied.get(&migration.version) {
                Some(checksum) if *checksum == *migration.checksum => {}
                Some(_) => return Err(MigrateError::VersionMismatch(migration.version)),
                None => {
                    let faulty = |error| MigrateError::ExecuteMigration(failed(error), migration.version);
                    transaction.execute_batch(migration.sql.as_str()).map_err(faulty)?;
                    transaction
                        .execute(
                            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                             VALUES (?1, ?2, TRUE, ?3, -1)",
                            params![migration.version, migration.description, migration.checksum],
                        )
                        .map_err(faulty)?;
                }
            }
        }
        transaction.commit().map_err(|error| failed(error).into())
    }
}

/// The checksums of the migrations that were run, by version.
fn applied(db: &Connection) -> rusqlite::Result<HashMap<i64, Vec<u8>>> {
    db.prepare("SELECT version, checksum FROM _sqlx_migrations")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}
