//! Copies of a whole database, taken while the service goes on, and put back into an empty place.
//!
//! SQLite writes its copy by itself (`VACUUM INTO`): compact, without the pages of what was deleted. PostgreSQL has programs of
//! its own for this, `pg_dump` and `pg_restore`, which know each version of the server; they are called.

use std::borrow::Cow;
use std::path::Path;
use std::process::{Command, Output};

use percent_encoding::percent_decode_str;
use rusqlite::{Connection as File, OpenFlags};
use sqlx::any::AnyConnectOptions;

use crate::sqlite::where_waiting_is_fine;
use crate::{Database, StoreError};

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

/// Puts a copy into an empty place. What is in the place already is never touched.
pub async fn put_back(database: &Database, from: &Path) -> Result<(), StoreError> {
    let (database, from) = (database.clone(), from.to_owned());
    where_waiting_is_fine(move || match &database {
        Database::Sqlite(path) => put_back_file(path, &from),
        Database::Postgres(url) => restore(url, &from),
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
    let copy = File::open_with_flags(to, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(failed)?;
    let verdict: String = copy.query_row("PRAGMA integrity_check", [], |row| row.get(0)).map_err(failed)?;
    if verdict == "ok" { Ok(()) } else { Err(io("copy", path, std::io::Error::other(verdict))) }
}

fn put_back_file(path: &Path, from: &Path) -> Result<(), StoreError> {
    // A write-ahead log that was left behind belongs to another database.
    for ending in ["", "-wal", "-shm"] {
        let mut file = path.as_os_str().to_owned();
        file.push(ending);
        if Path::new(&file).exists() {
            return Err(StoreError::NotEmpty(file.to_string_lossy().into_owned()));
        }
    }
    crate::sqlite::keep_private(path)?;
    std::fs::copy(from, path).map(drop).and_then(|()| std::fs::File::open(path)?.sync_all()).map_err(|source| {
        let _ = std::fs::remove_file(path);
        io("copy", from, source)
    })
}

fn dump(url: &str, to: &Path) -> Result<(), StoreError> {
    crate::sqlite::keep_private(to)?;
    let (mut command, place) = program("pg_dump", url)?;
    command.args(["--format=custom", "--no-owner", "--no-privileges", "--file"]).arg(to);
    ended_well("pg_dump", &place, command.output())
}

fn restore(url: &str, from: &Path) -> Result<(), StoreError> {
    let (mut command, place) = program("psql", url)?;
    command.args(["--no-psqlrc", "--tuples-only", "--no-align", "--command"]);
    command.arg("SELECT count(*) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = current_schema() AND relkind = 'r'");
    let output = command.output();
    let tables = output.as_ref().map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    if tables.is_ok_and(|tables| !tables.is_empty() && tables != "0") {
        return Err(StoreError::NotEmpty(place));
    }
    ended_well("psql", &place, output)?;
    let (mut command, place) = program("pg_restore", url)?;
    command.args(["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]).arg(from);
    ended_well("pg_restore", &place, command.output())
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
        // A hard link fails where a file stands already, which renaming would replace.
        std::fs::hard_link(part, to)?;
        std::fs::remove_file(part)?;
        match to.parent() {
            Some(folder) if cfg!(unix) => std::fs::File::open(folder)?.sync_all(),
            _ => Ok(()),
        }
    };
    keep().map_err(|source| io("write", to, source))
}

fn io(what: &str, path: &Path, source: std::io::Error) -> StoreError {
    StoreError::Io { what: format!("{what} {}", path.display()), source }
}
