//! Copies of a whole database, taken while the service goes on, and put back into an empty place.
//!
//! SQLite writes its copy by itself (`VACUUM INTO`): compact, without the pages of what was deleted. PostgreSQL has programs of
//! its own for this, `pg_dump` and `pg_restore`, which know each version of the server; they are called.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use percent_encoding::percent_decode_str;
use rusqlite::{Connection as File, OpenFlags};
use sqlx::any::AnyConnectOptions;

use crate::database::restoring;
use crate::sqlite::where_waiting_is_fine;
use crate::{Connection, Database, Patience, StoreError};

/// Copies a database into a file that is not there yet. The copy is whole and durable, or not there at all.
pub async fn copy(database: &Database, to: &Path) -> Result<(), StoreError> {
    let part = to.with_extension("part");
    let (database, work) = (database.clone(), part.clone());
    let copied = where_waiting_is_fine(move || match &database {
        Database::Sqlite(path) => copy_file(path, &work),
        Database::Postgres(url) => dump(url, &work),
    });
    let finished = match copied.await? {
        Ok(()) => keep_durably(&part, to),
        Err(error) => Err(error),
    };
    if finished.is_err() {
        let _ = std::fs::remove_file(&part);
    }
    finished
}

/// Whether a copy can be read: SQLite reads all of it, PostgreSQL's `pg_restore` its table of contents.
pub async fn check(database: &Database, file: &Path) -> Result<(), StoreError> {
    let (database, file) = (database.clone(), file.to_owned());
    where_waiting_is_fine(move || match &database {
        Database::Sqlite(_) => check_file(&file),
        Database::Postgres(_) => {
            let mut command = Command::new("pg_restore");
            command.arg("--list").arg(&file);
            ended_well("pg_restore", &file.display().to_string(), command.output())
        }
    })
    .await?
}

/// Puts a copy into an empty place, where nobody finds it before [`complete`]: SQLite beside its place, PostgreSQL behind a
/// mark. What is in the place already is never touched, other than what an earlier call left there. Gives the database to
/// be worked on.
pub async fn put_back(database: &Database, from: &Path) -> Result<Database, StoreError> {
    let (database, from) = (database.clone(), from.to_owned());
    where_waiting_is_fine(move || match &database {
        Database::Sqlite(path) => put_back_file(path, &from).map(Database::Sqlite),
        Database::Postgres(url) => restore(url, &from).map(|()| database.clone()),
    })
    .await?
}

/// The last statement of the transaction after which what was put back can be used: on PostgreSQL it takes the mark away.
pub async fn unmark(database: &Database, db: &mut Connection) -> Result<(), StoreError> {
    if matches!(database, Database::Postgres(_)) {
        sqlx::query("DROP TABLE proofup_restoring").execute(db).await?;
    }
    Ok(())
}

/// Gives the database that was put back its name. It is closed.
pub async fn complete(database: &Database) -> Result<(), StoreError> {
    let Database::Sqlite(path) = database.clone() else { return Ok(()) };
    where_waiting_is_fine(move || {
        let work = restoring(&path);
        let failed = |source: rusqlite::Error| io("close", &work, std::io::Error::other(source));
        let file = File::open_with_flags(&work, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(failed)?;
        // What is in the write-ahead log goes into the file, which alone is renamed. The tasks of the store that was closed may
        // end a moment later.
        let begun = Instant::now();
        while let Err(error) = file.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())) {
            if begun.elapsed() > Patience::of_a_command().file {
                return Err(failed(error));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        file.close().map_err(|(_, error)| failed(error))?;
        keep_durably(&work, &path)
    })
    .await?
}

/// Removes what was put back and cannot be used.
pub async fn give_up(database: &Database) -> Result<(), StoreError> {
    let database = database.clone();
    where_waiting_is_fine(move || match &database {
        Database::Sqlite(path) => remove_work(path),
        Database::Postgres(url) => empty(url, true),
    })
    .await?
}

fn copy_file(path: &Path, to: &Path) -> Result<(), StoreError> {
    let failed = |source: rusqlite::Error| io("copy", path, std::io::Error::other(source));
    crate::sqlite::keep_private(to)?;
    // VACUUM writes into an empty file too, which has the rights that it is given here.
    let source = File::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(failed)?;
    let name = to.to_str().ok_or_else(|| io("copy", to, std::io::ErrorKind::InvalidFilename.into()))?;
    source.execute("VACUUM INTO ?1", [name]).map_err(failed)?;
    check_file(to)
}

/// Reads a file that nobody writes to, and leaves nothing beside it.
fn check_file(file: &Path) -> Result<(), StoreError> {
    let failed = |source: rusqlite::Error| io("check", file, std::io::Error::other(source));
    let copy = File::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(failed)?;
    let verdict: String = copy.query_row("PRAGMA integrity_check", [], |row| row.get(0)).map_err(failed)?;
    if verdict == "ok" { Ok(()) } else { Err(io("check", file, std::io::Error::other(verdict))) }
}

fn put_back_file(path: &Path, from: &Path) -> Result<PathBuf, StoreError> {
    // A write-ahead log that was left behind belongs to another database.
    for file in with_logs(path) {
        if file.exists() {
            return Err(StoreError::NotEmpty(file.display().to_string()));
        }
    }
    // What an interrupted call left.
    remove_work(path)?;
    let work = restoring(path);
    crate::sqlite::keep_private(&work)?;
    let copied = std::fs::copy(from, &work).and_then(|_| std::fs::File::open(&work)?.sync_all());
    copied.map_err(|source| {
        let _ = remove_work(path);
        io("copy", from, source)
    })?;
    // Copying takes over the rights of the file that was copied.
    crate::sqlite::keep_private(&work)?;
    Ok(work)
}

fn remove_work(path: &Path) -> Result<(), StoreError> {
    for file in with_logs(&restoring(path)) {
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(io("remove", &file, error)),
            _ => {}
        }
    }
    Ok(())
}

/// A file of SQLite, and the two that may be beside it.
fn with_logs(path: &Path) -> [PathBuf; 3] {
    ["", "-wal", "-shm"].map(|ending| {
        let mut file = path.as_os_str().to_owned();
        file.push(ending);
        file.into()
    })
}

fn dump(url: &str, to: &Path) -> Result<(), StoreError> {
    crate::sqlite::keep_private(to)?;
    let (mut command, place) = program("pg_dump", url)?;
    command.args(["--format=custom", "--no-owner", "--no-privileges", "--file"]).arg(to);
    ended_well("pg_dump", &place, command.output())
}

fn restore(url: &str, from: &Path) -> Result<(), StoreError> {
    let (output, place) = psql(
        url,
        "SELECT count(*) FILTER (WHERE relname <> 'proofup_restoring'), count(*) FILTER (WHERE relname = 'proofup_restoring')
         FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = current_schema() AND relkind = 'r'",
    )?;
    match output.trim() {
        "0|0" => {
            psql(url, "CREATE TABLE proofup_restoring (began_at timestamptz NOT NULL DEFAULT now())")?;
        }
        // What an interrupted call left.
        found if found.ends_with("|1") => empty(url, false)?,
        _ => return Err(StoreError::NotEmpty(place)),
    }
    let (mut command, place) = program("pg_restore", url)?;
    command.args(["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]).arg(from);
    ended_well("pg_restore", &place, command.output()).inspect_err(|_| {
        let _ = empty(url, true);
    })
}

/// Removes the tables of a copy that was not put back to its end. Without the mark nothing is touched.
fn empty(url: &str, with_mark: bool) -> Result<(), StoreError> {
    let tables = "DO $$ DECLARE found name; BEGIN
        IF to_regclass('proofup_restoring') IS NULL THEN RETURN; END IF;
        FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'proofup_restoring'
        LOOP EXECUTE format('DROP TABLE %I CASCADE', found); END LOOP;
    END $$";
    psql(url, tables)?;
    if with_mark {
        psql(url, "DROP TABLE IF EXISTS proofup_restoring")?;
    }
    Ok(())
}

/// What a statement gives, and where the database is.
fn psql(url: &str, statement: &str) -> Result<(String, String), StoreError> {
    let (mut command, place) = program("psql", url)?;
    command.args([
        "--no-psqlrc",
        "--quiet",
        "--tuples-only",
        "--no-align",
        "--set=ON_ERROR_STOP=1",
        "--command",
        statement,
    ]);
    let output = command.output();
    let said = output.as_ref().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    ended_well("psql", &place, output)?;
    Ok((said, place))
}

/// A program of PostgreSQL, told where the database is. The password stands in its environment, never among its arguments,
/// which every user of the computer can read.
fn program(name: &str, url: &str) -> Result<(Command, String), StoreError> {
    let options: AnyConnectOptions = url.parse()?;
    let (mut address, place) = (options.database_url.clone(), crate::place_of(&options));
    let mut command = Command::new(name);
    let of_query = |(key, value): (Cow<'_, str>, Cow<'_, str>)| (key == "password").then(|| value.into_owned());
    let in_query = address.query_pairs().find_map(of_query);
    let before_host = address.password().map(|it| percent_decode_str(it).decode_utf8_lossy().into_owned());
    if let Some(password) = before_host.or(in_query) {
        command.env("PGPASSWORD", password);
        let _ = address.set_password(None);
        let others: Vec<_> = address.query_pairs().filter(|(key, _)| key != "password").map(owned).collect();
        address.query_pairs_mut().clear().extend_pairs(others);
    }
    command.arg("--dbname").arg(address.as_str());
    Ok((command, place))
}

fn owned((key, value): (Cow<'_, str>, Cow<'_, str>)) -> (String, String) {
    (key.into_owned(), value.into_owned())
}

fn ended_well(name: &str, place: &str, output: std::io::Result<Output>) -> Result<(), StoreError> {
    let what = format!("{name} for {place}");
    match output {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            Err(StoreError::Io { what, source: std::io::Error::other(said) })
        }
        Err(source) => Err(StoreError::Io { what, source }),
    }
}

/// Writes a file through to the disk, gives it its name, and writes that through.
fn keep_durably(part: &Path, to: &Path) -> Result<(), StoreError> {
    let keep = || {
        std::fs::File::open(part)?.sync_all()?;
        give_name(part, to)?;
        match to.parent() {
            Some(folder) if cfg!(unix) => std::fs::File::open(folder)?.sync_all(),
            _ => Ok(()),
        }
    };
    keep().map_err(|source| io("write", to, source))
}

/// Renames a file, unless a file stands there already. A hard link fails then; some file systems (exFAT, shares) have none.
fn give_name(part: &Path, to: &Path) -> std::io::Result<()> {
    match std::fs::hard_link(part, to) {
        Ok(()) => std::fs::remove_file(part),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists || to.symlink_metadata().is_ok() => Err(error),
        Err(_) => std::fs::rename(part, to),
    }
}

/// Writes a small file beside a copy: its owner's alone, whole and durable.
pub fn write_beside(path: &Path, text: &[u8]) -> Result<(), StoreError> {
    crate::sqlite::keep_private(path)?;
    let written = std::fs::write(path, text).and_then(|()| std::fs::File::open(path)?.sync_all());
    written.map_err(|source| io("write", path, source))
}

fn io(what: &str, path: &Path, source: std::io::Error) -> StoreError {
    StoreError::Io { what: format!("{what} {}", path.display()), source }
}
