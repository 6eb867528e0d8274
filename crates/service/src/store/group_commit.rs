//! One transaction that many changes share, for a database with one writer.
//!
//! SQLite writes one change at a time, and waiting for the disk costs more than most changes do. So the changes that wait
//! are made one after the other in one transaction, each in a savepoint of its own, and one commit makes all of them
//! durable. Nobody is answered before the commit that holds their change.
//!
//! Whoever makes a change holds the connection; the others queue for it in the order in which they came. The committer
//! queues like them as soon as a transaction has begun, which is what bounds it.
//!
//! A client that hangs up may leave any statement here half waited for. So each is one that may as well be made twice.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use sqlx::AnyConnection;
use tokio::sync::{Mutex, Notify, OwnedMutexGuard, watch};
use tokio::task::JoinHandle;

use crate::ServiceError;

/// The connection of all changes, and the task that commits them.
#[derive(Debug)]
pub(super) struct GroupCommit {
    writer: Arc<Mutex<Writer>>,
    begun: Arc<Notify>,
    committer: JoinHandle<()>,
}

#[derive(Debug)]
struct Writer {
    connection: AnyConnection,
    transaction: Option<Open>,
    closed: bool,
}

/// A transaction that has begun.
#[derive(Debug)]
struct Open {
    /// Tells everybody in it how it ended.
    ended: watch::Sender<Option<Ended>>,
    /// Whether the change that was made last is finished. If not, its owner refused, failed or hung up.
    finished: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    Durable,
    Lost,
}

impl GroupCommit {
    /// Starts with this connection.
    pub(super) fn new(connection: AnyConnection) -> Self {
        let writer = Arc::new(Mutex::new(Writer { connection, transaction: None, closed: false }));
        let begun = Arc::new(Notify::new());
        let committer = tokio::spawn({
            let (writer, begun) = (Arc::clone(&writer), Arc::clone(&begun));
            async move {
                loop {
                    begun.notified().await;
                    writer.lock().await.commit().await;
                }
            }
        });
        Self { writer, begun, committer }
    }

    /// A change of one's own, once those before are made.
    pub(super) async fn begin(&self) -> Result<SharedChange, ServiceError> {
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        writer.enter().await?;
        self.begun.notify_one();
        Ok(SharedChange { writer })
    }

    /// Ends with what was begun; changes after it fail as unavailable.
    pub(super) async fn close(&self) {
        let mut writer = self.writer.lock().await;
        writer.commit().await;
        writer.closed = true;
        self.committer.abort();
        if let Err(error) = run(&mut writer.connection, "PRAGMA wal_checkpoint(TRUNCATE)").await {
            tracing::warn!(%error, "the write-ahead log stays beside the database until the next start");
        }
    }
}

impl Drop for GroupCommit {
    fn drop(&mut self) {
        self.committer.abort();
    }
}

impl Writer {
    /// Makes a savepoint, in a transaction that is begun where there is none.
    async fn enter(&mut self) -> Result<(), ServiceError> {
        if self.closed {
            return Err(ServiceError::Unreachable(sqlx::Error::PoolClosed));
        }
        match &mut self.transaction {
            None => {
                if self.begin().await.is_err() {
                    // One may be open, of somebody who hung up when it had just begun.
                    self.roll_back().await;
                    self.begin().await.map_err(ServiceError::Unreachable)?;
                }
                self.transaction = Some(Open { ended: watch::Sender::new(None), finished: false });
            }
            Some(open) => {
                // Savepoints of one name stand inside each other, the newest first. One that is taken back stays for the
                // next change.
                let statement = if open.finished { "SAVEPOINT change" } else { "ROLLBACK TO change" };
                run(&mut self.connection, statement).await?;
                open.finished = false;
            }
        }
        Ok(())
    }

    async fn begin(&mut self) -> Result<(), sqlx::Error> {
        run(&mut self.connection, "BEGIN IMMEDIATE; SAVEPOINT change").await
    }

    /// Makes durable what was finished, and tells its owners.
    async fn commit(&mut self) {
        let Some(open) = self.transaction.take() else { return };
        let statements = if open.finished { "COMMIT" } else { "ROLLBACK TO change; COMMIT" };
        let ended = match run(&mut self.connection, statements).await {
            Ok(()) => Ended::Durable,
            Err(error) => {
                tracing::error!(%error, "changes were lost: the transaction could not be committed");
                self.roll_back().await;
                Ended::Lost
            }
        };
        open.ended.send_replace(Some(ended));
    }

    /// Makes sure that no transaction is open. After most faults the database has rolled back by itself, and says so.
    async fn roll_back(&mut self) {
        if let Err(error) = run(&mut self.connection, "ROLLBACK").await {
            tracing::debug!(%error, "nothing was left to roll back");
        }
    }
}

async fn run(connection: &mut AnyConnection, statements: &'static str) -> Result<(), sqlx::Error> {
    sqlx::query(statements).execute(connection).await.map(drop)
}

/// One change in the shared transaction, and the only one at work. Dropped before [`Self::commit`] it is taken back.
#[derive(Debug)]
pub(crate) struct SharedChange {
    writer: OwnedMutexGuard<Writer>,
}

impl SharedChange {
    /// Finishes the change, and waits until it is durable.
    pub(super) async fn commit(mut self) -> Result<(), ServiceError> {
        let open = self.writer.transaction.as_mut().ok_or(ServiceError::ChangeLost)?;
        open.finished = true;
        let mut ended = open.ended.subscribe();
        drop(self);
        let ended = ended.wait_for(Option::is_some).await.map_err(|_| ServiceError::ChangeLost)?;
        if *ended == Some(Ended::Durable) { Ok(()) } else { Err(ServiceError::ChangeLost) }
    }
}

impl Deref for SharedChange {
    type Target = AnyConnection;

    fn deref(&self) -> &Self::Target {
        &self.writer.connection
    }
}

impl DerefMut for SharedChange {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.writer.connection
    }
}

#[cfg(test)]
mod tests {
    use std::str::FromStr as _;

    use sqlx::any::AnyConnectOptions;
    use sqlx::{AnyConnection, ConnectOptions as _};
    use tempfile::TempDir;

    use super::GroupCommit;
    use crate::ServiceError;

    struct Notes {
        shared: GroupCommit,
        reader: AnyConnection,
        _folder: TempDir,
    }

    impl Notes {
        async fn open() -> Self {
            sqlx::any::install_default_drivers();
            let folder = tempfile::tempdir().unwrap();
            let url = format!("sqlite://{}?mode=rwc", folder.path().join("notes.db").display());
            let options = AnyConnectOptions::from_str(&url).unwrap();
            let mut writer = options.connect().await.unwrap();
            for statement in [
                "PRAGMA journal_mode = WAL",
                "PRAGMA foreign_keys = ON",
                "CREATE TABLE notes (id text PRIMARY KEY, about text REFERENCES notes DEFERRABLE INITIALLY DEFERRED)",
            ] {
                sqlx::query(statement).execute(&mut writer).await.unwrap();
            }
            Self { shared: GroupCommit::new(writer), reader: options.connect().await.unwrap(), _folder: folder }
        }

        async fn write(&self, id: &str, about: Option<&str>) -> Result<(), ServiceError> {
            let mut change = self.shared.begin().await?;
            insert(&mut change, id, about).await?;
            change.commit().await
        }

        async fn read(&mut self) -> Vec<String> {
            let rows: Vec<(String,)> =
                sqlx::query_as("SELECT id FROM notes ORDER BY id").fetch_all(&mut self.reader).await.unwrap();
            rows.into_iter().map(|(id,)| id).collect()
        }
    }

    async fn insert(db: &mut AnyConnection, id: &str, about: Option<&str>) -> Result<(), ServiceError> {
        sqlx::query("INSERT INTO notes (id, about) VALUES ($1, $2)").bind(id).bind(about).execute(db).await?;
        Ok(())
    }

    #[tokio::test]
    async fn what_is_committed_is_there_for_every_reader() {
        let mut notes = Notes::open().await;
        let (one, two, three) =
            tokio::join!(notes.write("one", None), notes.write("two", None), notes.write("three", None));
        one.and(two).and(three).unwrap();
        assert_eq!(notes.read().await, ["one", "three", "two"]);
    }

    #[tokio::test]
    async fn what_is_dropped_takes_nothing_of_the_others_back() {
        let mut notes = Notes::open().await;
        let dropped = async {
            let mut change = notes.shared.begin().await.unwrap();
            insert(&mut change, "dropped", None).await.unwrap();
        };
        let (before, (), after) = tokio::join!(notes.write("before", None), dropped, notes.write("after", None));
        before.and(after).unwrap();
        assert_eq!(notes.read().await, ["after", "before"]);
    }

    #[tokio::test]
    async fn a_change_that_fails_is_alone_with_it() {
        let mut notes = Notes::open().await;
        let (first, again, other) =
            tokio::join!(notes.write("same", None), notes.write("same", None), notes.write("other", None));
        first.and(other).unwrap();
        assert!(matches!(again, Err(ServiceError::Store(_))), "{again:?}");
        assert_eq!(notes.read().await, ["other", "same"]);
    }

    #[tokio::test]
    async fn nobody_is_told_that_a_lost_change_was_kept() {
        let mut notes = Notes::open().await;
        // The missing note is noticed when the transaction is committed, with everything in it.
        let (good, bad) = tokio::join!(notes.write("good", None), notes.write("bad", Some("missing")));
        assert!(matches!((&good, &bad), (Err(ServiceError::ChangeLost), Err(ServiceError::ChangeLost))), "{good:?}");
        assert!(notes.read().await.is_empty());
        notes.write("next", None).await.unwrap();
        assert_eq!(notes.read().await, ["next"]);
    }

    #[tokio::test]
    async fn who_hangs_up_holds_nobody_up() {
        let mut notes = Notes::open().await;
        let held = notes.shared.begin().await.unwrap();
        // In the queue, and gone before its turn.
        let hung_up = tokio::time::timeout(std::time::Duration::from_millis(20), notes.shared.begin()).await;
        assert!(hung_up.is_err());
        drop(held);
        notes.write("next", None).await.unwrap();
        assert_eq!(notes.read().await, ["next"]);
    }

    #[tokio::test]
    async fn closed_is_closed() {
        let notes = Notes::open().await;
        notes.write("kept", None).await.unwrap();
        notes.shared.close().await;
        assert!(matches!(notes.write("late", None).await, Err(ServiceError::Unreachable(_))));
    }
}
