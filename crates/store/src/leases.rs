//! Table `leases`: jobs that one process does at a time. The clock of the database counts.
//!
//! A process that was stopped for longer than its lease may believe that it still has it. So the transaction that writes what
//! the job came to calls [`fence`]: it fails where somebody else took the lease since, and nobody takes it before the commit.

use sqlx::AssertSqlSafe;

use super::Connection;
use crate::StoreError;

/// A lease that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    pub name: String,
    pub owner: String,
    /// Rises with every other owner.
    pub epoch: i64,
}

/// Takes a lease for so many milliseconds, or renews it. `None` while somebody else has it.
pub async fn take(db: &mut Connection, name: &str, owner: &str, for_ms: i64) -> Result<Option<Lease>, StoreError> {
    let now = db.milliseconds_now();
    let sql = format!(
        "INSERT INTO leases (name, owner, epoch, held_until) VALUES ($1, $2, 1, {now} + $3)
         ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, held_until = excluded.held_until,
            epoch = CASE WHEN leases.owner = excluded.owner THEN leases.epoch ELSE leases.epoch + 1 END
         WHERE leases.owner = excluded.owner OR leases.held_until < {now} RETURNING epoch"
    );
    let taken: Option<(i64,)> =
        sqlx::query_as(AssertSqlSafe(sql)).bind(name).bind(owner).bind(for_ms).fetch_optional(db).await?;
    Ok(taken.map(|(epoch,)| Lease { name: name.to_owned(), owner: owner.to_owned(), epoch }))
}

/// Whether the lease is still this one. If it is, nobody takes it before this transaction ends.
pub async fn fence(db: &mut Connection, lease: &Lease) -> Result<bool, StoreError> {
    let sql = "UPDATE leases SET epoch = epoch WHERE name = $1 AND owner = $2 AND epoch = $3";
    let done = sqlx::query(sql).bind(&lease.name).bind(&lease.owner).bind(lease.epoch).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

/// Gives a lease back.
pub async fn give_back(db: &mut Connection, lease: &Lease) -> Result<(), StoreError> {
    let sql = "UPDATE leases SET held_until = 0 WHERE name = $1 AND owner = $2 AND epoch = $3";
    sqlx::query(sql).bind(&lease.name).bind(&lease.owner).bind(lease.epoch).execute(db).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{fence, give_back, take};
    use crate::{Database, Patience, Store};

    #[tokio::test]
    async fn one_owner_has_a_lease_and_who_lost_it_writes_nothing_any_more() {
        let folder = tempfile::tempdir().unwrap();
        let store =
            Store::open(&Database::Sqlite(folder.path().join("proofup.db")), Patience::default()).await.unwrap();
        let mut db = store.begin().await.unwrap();
        let first = take(&mut db, "job", "a", 60_000).await.unwrap().unwrap();
        assert_eq!(first.epoch, 1);
        assert_eq!(take(&mut db, "job", "b", 60_000).await.unwrap(), None, "a has it");
        assert_eq!(take(&mut db, "job", "a", -1).await.unwrap().unwrap().epoch, 1, "renewed, and over at once");
        let second = take(&mut db, "job", "b", 60_000).await.unwrap().unwrap();
        assert_eq!(second.epoch, 2);
        assert!(!fence(&mut db, &first).await.unwrap(), "a believes that it has it");
        assert!(fence(&mut db, &second).await.unwrap());
        give_back(&mut db, &second).await.unwrap();
        assert_eq!(take(&mut db, "job", "a", 60_000).await.unwrap().unwrap().epoch, 3);
        db.commit().await.unwrap();
    }
}
