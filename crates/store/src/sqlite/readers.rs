//! The pool of connections that read.

use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, OwnedMutexGuard, OwnedSemaphorePermit, Semaphore};

use super::Sqlite;

/// How many there are. A statement ends before its thread does anything else, so more would seldom be used.
const READERS: usize = 4;
/// How long a request waits for one.
const PATIENCE: Duration = Duration::from_secs(20);

/// A pool of connections that cannot write.
#[derive(Debug, Clone)]
pub struct Readers {
    all: Arc<[Arc<Mutex<Sqlite>>]>,
    /// One permit for each connection in the pool.
    free: Arc<Semaphore>,
}

/// A connection that is taken from the pool. It returns first, then its permit.
#[derive(Debug)]
pub struct Reader {
    connection: OwnedMutexGuard<Sqlite>,
    _counted: OwnedSemaphorePermit,
}

impl Readers {
    /// Opens them. A write past the queue of changes fails, in the first test.
    pub(super) fn open(path: &Path, patience: Duration) -> Result<Self, sqlx::Error> {
        let open = || {
            let reader = Sqlite::open(path, patience)?;
            reader.run("PRAGMA query_only = ON")?;
            Ok(Arc::new(Mutex::new(reader)))
        };
        let all: Result<Vec<_>, sqlx::Error> = (0..READERS).map(|_| open()).collect();
        Ok(Self { all: all?.into(), free: Arc::new(Semaphore::new(READERS)) })
    }

    /// Takes one.
    pub async fn lend(&self) -> Result<Reader, sqlx::Error> {
        let counted = tokio::time::timeout(PATIENCE, Arc::clone(&self.free).acquire_owned());
        let counted = counted.await.map_err(|_| sqlx::Error::PoolTimedOut)?.map_err(|_| sqlx::Error::PoolClosed)?;
        let connection = self.all.iter().find_map(|one| Arc::clone(one).try_lock_owned().ok());
        Ok(Reader { connection: connection.ok_or(sqlx::Error::PoolTimedOut)?, _counted: counted })
    }

    /// How many there are, and how many are in the pool.
    pub fn state(&self) -> (u32, usize) {
        (READERS as u32, self.free.available_permits())
    }

    /// Closes the pool, and waits until all connections are back.
    pub async fn close(&self) {
        // Fails if they were closed before.
        let _ = self.free.acquire_many(READERS as u32).await;
        self.free.close();
    }
}

impl Deref for Reader {
    type Target = Sqlite;

    fn deref(&self) -> &Self::Target {
        &self.connection
    }
}

impl DerefMut for Reader {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.connection
    }
}
