//! One transaction that many changes share, for a database with one writer.
//!
//! SQLite writes one change at a time, and waiting for the disk costs more than most changes do. So the changes that wait
//! are made one after the other in one transaction, each in a savepoint of its own, and one commit makes all of them
//! durable. Nobody is answered before the commit that holds their change.
//!
//! A change holds the connection while it is made; the next ones wait in a queue, first come, first served. When a transaction
//! has begun, the committer joins the same queue. So a transaction holds at most the changes that were ahead of it.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::{Mutex, Notify, OwnedMutexGuard, watch};
use tokio::task::JoinHandle;

use super::fault::is_busy;
use super::{Sqlite, where_waiting_is_fine};
use crate::StoreError;

/// The connection of all changes, and the task that commits them.
#[derive(Debug)]
pub struct GroupCommit {
    writer: Arc<Mutex<Writer>>,
    /// How often another process did not finish with the file in time.
    waited_in_vain: AtomicU64,
    committer: JoinHandle<()>,
}

#[derive(Debug)]
struct Writer {
    connection: Sqlite,
    transaction: Option<Open>,
    /// Tells the committer that there is one.
    begun: Arc<Notify>,
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
    pub(super) fn new(connection: Sqlite) -> Result<Self, sqlx::Error> {
        connection.wait_for_others(false)?;
        let begun = Arc::new(Notify::new());
        let writer = Writer { connection, transaction: None, begun: Arc::clone(&begun), closed: false };
        let writer = Arc::new(Mutex::new(writer));
        let committer = tokio::spawn({
            let writer = Arc::clone(&writer);
            async move {
                loop {
                    begun.notified().await;
                    let mut writer = Arc::clone(&writer).lock_owned().await;
                    let committed = where_waiting_is_fine(move || writer.commit()).await;
                    if let Err(error) = committed {
                        tracing::error!(%error, "a commit did not come to its end");
                    }
                }
            }
        });
        Ok(Self { writer, waited_in_vain: AtomicU64::new(0), committer })
    }

    /// A change of one's own, once those before are made.
    pub async fn begin(&self) -> Result<SharedChange, sqlx::Error> {
        let in_vain = self.waited_in_vain.load(Ordering::Relaxed);
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        if let Err(error) = writer.enter() {
            // Those behind one who waited in vain have waited as long: they do not begin anew, one after the other.
            if !is_busy(&error) || self.waited_in_vain.load(Ordering::Relaxed) != in_vain {
                return Err(error);
            }
            // Another process has the file. What began meanwhile is committed, even if nobody waits for it any more.
            let waiting = move || writer.wait_and_enter().map(|()| writer);
            writer = where_waiting_is_fine(waiting).await.flatten().inspect_err(|_| {
                self.waited_in_vain.fetch_add(1, Ordering::Relaxed);
            })?;
        }
        Ok(SharedChange { writer })
    }

    /// Commits the changes under way. Later ones fail as unavailable.
    pub async fn close(&self) {
        let mut writer = Arc::clone(&self.writer).lock_owned().await;
        self.committer.abort();
        let closing = move || {
            writer.commit();
            writer.closed = true;
            writer.connection.wait_for_others(true)?;
            writer.connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
        };
        if let Err(error) = where_waiting_is_fine(closing).await.flatten() {
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
    /// Makes a savepoint, in a transaction that is begun where there is none. Fails as busy if another process writes.
    fn enter(&mut self) -> Result<(), sqlx::Error> {
        if self.closed {
            return Err(sqlx::Error::PoolClosed);
        }
        match &mut self.transaction {
            None => {
                self.connection.run_again("BEGIN IMMEDIATE")?;
                self.transaction = Some(Open { ended: watch::Sender::new(None), finished: true });
                self.begun.notify_one();
                self.enter()
            }
            Some(open) => {
                // One that is taken back stays, for the next change.
                let statement = if open.finished { "SAVEPOINT change" } else { "ROLLBACK TO change" };
                self.connection.run_again(statement)?;
                open.finished = false;
                Ok(())
            }
        }
    }

    fn wait_and_enter(&mut self) -> Result<(), sqlx::Error> {
        self.connection.wait_for_others(true)?;
        let entered = self.enter();
        self.connection.wait_for_others(false)?;
        entered
    }

    /// Keeps the last change.
    fn finish(&mut self) -> Result<watch::Receiver<Option<Ended>>, sqlx::Error> {
        // Fails if the database rolled all of it back by itself, as it does when the disk is full.
        self.connection.run_again("RELEASE change")?;
        let open = self.transaction.as_mut().ok_or(sqlx::Error::WorkerCrashed)?;
        open.finished = true;
        Ok(open.ended.subscribe())
    }

    /// Commits finished changes and tells their owners.
    fn commit(&mut self) {
        let Some(open) = self.transaction.take() else { return };
        let taken_back = if open.finished { Ok(()) } else { self.connection.run_again("ROLLBACK TO change") };
        let ended = match taken_back.and_then(|()| self.connection.run_again("COMMIT")) {
            Ok(()) => Ended::Durable,
            Err(error) => {
                tracing::error!(%error, "changes were lost: the transaction could not be committed");
                self.roll_back();
                Ended::Lost
            }
        };
        open.ended.send_replace(Some(ended));
    }

    /// Makes sure that no transaction is open. After most faults the database has rolled back by itself, and says so.
    fn roll_back(&mut self) {
        if let Err(error) = self.connection.run("ROLLBACK") {
            tracing::debug!(%error, "nothing was left to roll back");
        }
    }
}

/// One change in the shared transaction, and the only one at work. Dropped before [`Self::commit`] it is taken back.
#[derive(Debug)]
pub struct SharedChange {
    writer: OwnedMutexGuard<Writer>,
}

impl SharedChange {
    /// Finishes the change, and waits until it is durable.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        let finished = self.writer.finish();
        drop(self);
        let lost = |_| StoreError::ChangeLost;
        let mut ended = finished.map_err(lost)?;
        let ended = ended.wait_for(Option::is_some).await.map_err(|_| StoreError::ChangeLost)?;
        if *ended == Some(Ended::Durable) { Ok(()) } else { Err(StoreError::ChangeLost) }
    }
}

impl Deref for SharedChange {
    type Target = Sqlite;

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
    use std::time::Duration;

    use tempfile::TempDir;

    use super::{GroupCommit, Sqlite};
    use crate::StoreError;

    const PATIENCE: Duration = Duration::from_secs(3);

    struct Notes {
        shared: GroupCommit,
        /// Another process.
        other: rusqlite::Connection,
        _folder: TempDir,
    }

    impl Notes {
        fn open() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("notes.db");
            let writer = Sqlite::open(&path, PATIENCE).unwrap();
            writer
                .run("CREATE TABLE notes (id text PRIMARY KEY, about text REFERENCES notes DEFERRABLE INITIALLY DEFERRED)")
                .unwrap();
            let other = rusqlite::Connection::open(&path).unwrap();
            Self { shared: GroupCommit::new(writer).unwrap(), other, _folder: folder }
        }

        async fn write(&self, id: &str, about: Option<&str>) -> Result<(), StoreError> {
            let mut change = self.shared.begin().await?;
            insert(&mut change, id, about)?;
            change.commit().await
        }

        fn read(&self) -> Vec<String> {
            let mut statement = self.other.prepare("SELECT id FROM notes ORDER BY id").unwrap();
            statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        }
    }

    fn insert(db: &mut Sqlite, id: &str, about: Option<&str>) -> Result<(), StoreError> {
        db.execute(sqlx::query("INSERT INTO notes (id, about) VALUES ($1, $2)").bind(id).bind(about))?;
        Ok(())
    }

    #[tokio::test]
    async fn every_reader_sees_committed_rows() {
        let notes = Notes::open();
        let (one, two, three) =
            tokio::join!(notes.write("one", None), notes.write("two", None), notes.write("three", None));
        one.and(two).and(three).unwrap();
        assert_eq!(notes.read(), ["one", "three", "two"]);
    }

    #[tokio::test]
    async fn a_dropped_change_does_not_roll_back_the_others() {
        let notes = Notes::open();
        let dropped = async {
            let mut change = notes.shared.begin().await.unwrap();
            insert(&mut change, "dropped", None).unwrap();
        };
        let (before, (), after) = tokio::join!(notes.write("before", None), dropped, notes.write("after", None));
        before.and(after).unwrap();
        assert_eq!(notes.read(), ["after", "before"]);
    }

    #[tokio::test]
    async fn a_change_that_fails_is_alone_with_it() {
        let notes = Notes::open();
        let (first, again, other) =
            tokio::join!(notes.write("same", None), notes.write("same", None), notes.write("other", None));
        first.and(other).unwrap();
        assert!(matches!(again, Err(StoreError::Query(_))), "{again:?}");
        assert_eq!(notes.read(), ["other", "same"]);
    }

    #[tokio::test]
    async fn a_lost_change_is_never_confirmed() {
        let notes = Notes::open();
        // The missing note is noticed when the transaction is committed, with everything in it.
        let (good, bad) = tokio::join!(notes.write("good", None), notes.write("bad", Some("missing")));
        assert!(matches!((&good, &bad), (Err(StoreError::ChangeLost), Err(StoreError::ChangeLost))), "{good:?}");
        assert!(notes.read().is_empty());
        notes.write("next", None).await.unwrap();
        assert_eq!(notes.read(), ["next"]);
    }

    #[tokio::test]
    async fn a_closed_connection_does_not_delay_others() {
        let notes = Notes::open();
        let held = notes.shared.begin().await.unwrap();
        // In the queue, and gone before its turn.
        let hung_up = tokio::time::timeout(Duration::from_millis(20), notes.shared.begin()).await;
        assert!(hung_up.is_err());
        drop(held);
        notes.write("next", None).await.unwrap();
        assert_eq!(notes.read(), ["next"]);
    }

    #[tokio::test]
    async fn a_writer_that_waits_for_another_process_gets_its_turn() {
        let notes = Notes::open();
        notes.other.execute_batch("BEGIN IMMEDIATE; INSERT INTO notes (id) VALUES ('other')").unwrap();
        let waiting = notes.write("waited", None);
        let ending = async {
            tokio::time::sleep(Duration::from_millis(50)).await;
            notes.other.execute_batch("COMMIT").unwrap();
        };
        tokio::join!(waiting, ending).0.unwrap();
        assert_eq!(notes.read(), ["other", "waited"]);
    }

    #[tokio::test]
    async fn where_another_process_keeps_the_file_all_who_wait_hear_so_together() {
        let notes = Notes::open();
        notes.other.execute_batch("BEGIN IMMEDIATE").unwrap();
        let begin = || notes.shared.begin();
        let begun = std::time::Instant::now();
        // So many that one after the other would take minutes: a busy computer does not.
        let four = async || <[_; 4]>::from(tokio::join!(begin(), begin(), begin(), begin()));
        let sixteen = async || <[_; 4]>::from(tokio::join!(four(), four(), four(), four())).into_iter().flatten();
        let (some, others, more) = tokio::join!(sixteen(), sixteen(), sixteen());
        for failed in some.chain(others).chain(more) {
            assert!(StoreError::from(failed.unwrap_err()).is_unavailable());
        }
        assert!(begun.elapsed() < 48 * PATIENCE, "not one after the other: {:?}", begun.elapsed());
        notes.other.execute_batch("COMMIT").unwrap();
        notes.write("next", None).await.unwrap();
    }

    #[tokio::test]
    async fn a_closed_connection_during_a_foreign_write_leaves_nothing_open() {
        let notes = Notes::open();
        notes.other.execute_batch("BEGIN IMMEDIATE").unwrap();
        assert!(tokio::time::timeout(Duration::from_millis(50), notes.shared.begin()).await.is_err());
        notes.other.execute_batch("COMMIT").unwrap();
        // The turn that nobody waited for comes and is soon over: no change has to come after it to end it.
        notes.other.busy_timeout(Duration::ZERO).unwrap();
        let begun = std::time::Instant::now();
        while let Err(error) = notes.other.execute_batch("INSERT INTO notes (id) VALUES ('other')") {
            assert!(begun.elapsed() < Duration::from_secs(60), "it is still open: {error}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(notes.read(), ["other"]);
    }

    #[tokio::test]
    async fn a_transaction_that_the_database_rolled_back_is_reported_as_lost() {
        let notes = Notes::open();
        let first = notes.write("first", None);
        let second = async {
            let mut change = notes.shared.begin().await.unwrap();
            insert(&mut change, "second", None).unwrap();
            // As SQLite does when the disk is full.
            change.run("ROLLBACK").unwrap();
            change.commit().await
        };
        let (first, second, third) = tokio::join!(first, second, notes.write("third", None));
        assert!(matches!((&first, &second), (Err(StoreError::ChangeLost), Err(StoreError::ChangeLost))), "{first:?}");
        third.unwrap_err();
        assert!(notes.read().is_empty());
        notes.write("next", None).await.unwrap();
        assert_eq!(notes.read(), ["next"]);
    }

    #[tokio::test]
    async fn closed_is_closed() {
        let notes = Notes::open();
        notes.write("kept", None).await.unwrap();
        notes.shared.close().await;
        assert!(matches!(notes.write("late", None).await, Err(StoreError::Query(sqlx::Error::PoolClosed))));
    }
}
