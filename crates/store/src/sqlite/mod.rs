//! SQLite: a file, with connections that read and one that writes.
//!
//! It is a library, and is called as one: a statement of microseconds runs on the thread that asks for it. What waits for
//! the disk or for another process (to open, to begin to write, to commit) is given to a thread that may wait.

mod calls;
mod fault;
mod group_commit;
mod migrations;
mod open_file;
mod own_files;
mod readers;
mod rows;

use std::path::Path;
use std::time::Duration;

pub use calls::Sqlite;
pub use group_commit::{GroupCommit, SharedChange};
pub(crate) use open_file::OpenFile;
pub(crate) use own_files::keep_private;
pub use readers::{Reader, Readers};

use super::MIGRATIONS;
use crate::StoreError;

/// Opens a file, which is made if it is not there, and brings its tables up to date.
pub(super) async fn open(path: &Path, patience: Duration) -> Result<(Readers, GroupCommit, OpenFile), StoreError> {
    let path = path.to_owned();
    let opening = move || {
        keep_private(&path)?;
        let mut writer = Sqlite::open(&path, patience)?;
        writer.migrate(&MIGRATIONS)?;
        // In pages. Rows of many sign-ins share pages, and each is copied to the database once for all of them.
        writer.run("PRAGMA wal_autocheckpoint = 8000")?;
        Ok::<_, StoreError>((Readers::open(&path, patience)?, writer, OpenFile::at(&path)))
    };
    let (readers, writer, file) = where_waiting_is_fine(opening).await??;
    Ok((readers, GroupCommit::new(writer)?, file))
}

/// Runs work that may block on a thread of its own. The work ends even if nobody waits for it any more.
pub async fn where_waiting_is_fine<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, sqlx::Error> {
    tokio::task::spawn_blocking(work).await.map_err(|_| sqlx::Error::WorkerCrashed)
}
