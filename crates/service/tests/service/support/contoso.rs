//! Contoso's database, made once and copied for every test: migrations and made-up people take longer than most tests.

use proofup_service::{Database, ServiceConfig, demo};
use tokio::sync::OnceCell;

use super::{PostgresDatabase, TestDatabase};

/// Puts a copy into a database that nobody has used yet.
pub async fn fill(database: &TestDatabase, config: ServiceConfig) {
    match database {
        TestDatabase::Sqlite(folder) => {
            static MADE: OnceCell<Vec<u8>> = OnceCell::const_new();
            let made = MADE.get_or_init(|| make_file(config)).await;
            std::fs::write(folder.path().join("proofup.db"), made).unwrap();
        }
        TestDatabase::Postgres(database) => {
            static MADE: OnceCell<PostgresDatabase> = OnceCell::const_new();
            let made = MADE.get_or_init(|| make_template(config)).await;
            database.copy(made);
        }
    }
}

async fn make_file(mut config: ServiceConfig) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("proofup.db");
    config.database = Database::Sqlite(file.clone());
    make(config).await;
    // What still stands in the log of writes belongs to the copy too.
    let db = rusqlite::Connection::open(&file).unwrap();
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(db);
    std::fs::read(file).unwrap()
}

async fn make_template(mut config: ServiceConfig) -> PostgresDatabase {
    let database = PostgresDatabase::create().expect("there is a cluster: a test has a database of it");
    config.database = database.url().parse().unwrap();
    make(config).await;
    database
}

async fn make(config: ServiceConfig) {
    assert!(demo::seed(&config).await.unwrap(), "the database was empty");
}
