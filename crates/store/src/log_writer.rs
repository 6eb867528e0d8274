//! The sign-in log on PostgreSQL: rows of many requests are written in one statement and become durable with one commit.
//!
//! PostgreSQL joins commits that come at the same time, but each is a transaction of its own: a connection, three round
//! trips, and the lock of the row that counts the repeated sign-ins with one app password, for which all other sign-ins with
//! it wait. So one task writes the rows that depend on nothing else. A request is answered after the commit with its row.

use std::collections::BTreeMap;
use std::sync::Arc;

use sqlx::AnyPool;
use tokio::sync::{mpsc, oneshot};

use crate::connection::Connection;
use crate::sign_ins::{self, StoredSignIn};
use crate::{StoreError, Transaction};

/// The greatest number of rows in one transaction, and of rows that wait for the next one.
const MOST: usize = 256;

type Outcome = oneshot::Sender<Result<(), StoreError>>;

/// The rows that wait.
#[derive(Debug, Clone)]
pub(super) struct LogWriter(mpsc::Sender<Waiting>);

#[derive(Debug)]
struct Waiting {
    row: StoredSignIn,
    outcome: Outcome,
}

/// A row with all requests that wait for it.
#[derive(Debug)]
struct Merged {
    row: StoredSignIn,
    outcomes: Vec<Outcome>,
}

impl LogWriter {
    /// Starts the task. It ends with the last clone.
    pub(super) fn new(pool: AnyPool, place: Arc<str>) -> Self {
        let (sender, receiver) = mpsc::channel(MOST);
        tokio::spawn(Writer { pool, place }.write_all(receiver));
        Self(sender)
    }

    /// Adds a row. It is durable when this returns.
    pub(super) async fn write(&self, row: StoredSignIn) -> Result<(), StoreError> {
        let (outcome, written) = oneshot::channel();
        self.0.send(Waiting { row, outcome }).await.map_err(|_| StoreError::ChangeLost)?;
        written.await.unwrap_or(Err(StoreError::ChangeLost))
    }
}

#[derive(Clone)]
struct Writer {
    pool: AnyPool,
    /// Host, port and name of the database.
    place: Arc<str>,
}

impl Writer {
    /// Writes all rows that wait, again and again.
    async fn write_all(self, mut receiver: mpsc::Receiver<Waiting>) {
        let mut waiting = Vec::with_capacity(MOST);
        while receiver.recv_many(&mut waiting, MOST).await > 0 {
            let (rows, outcomes): (Vec<_>, Vec<_>) =
                merged(waiting.drain(..)).into_iter().map(|one| (one.row, one.outcomes)).unzip();
            match self.write(&rows).await {
                Err(error) if rows.len() > 1 && error.is_of_statement() => {
                    tracing::info!(%error, rows = rows.len(), "rows of the sign-in log are written one by one");
                    for (row, outcomes) in rows.into_iter().zip(outcomes) {
                        let writer = self.clone();
                        // A row that waits for a lock must not hold up the rows that come next.
                        tokio::spawn(async move { tell(outcomes, writer.write(&[row]).await) });
                    }
                }
                outcome => tell(outcomes.into_iter().flatten().collect(), outcome),
            }
        }
    }

    async fn write(&self, rows: &[StoredSignIn]) -> Result<(), StoreError> {
        let unreachable = |source| StoreError::Unreachable { place: self.place.to_string(), source };
        let transaction = self.pool.begin().await.map_err(unreachable)?;
        let mut transaction = Transaction(Connection::ServerTransaction(transaction));
        sign_ins::append_all(&mut transaction, rows).await?;
        transaction.commit().await
    }
}

/// Joins rows with one key, because one statement cannot change a row twice. The rows are in the order of their keys, so that
/// nodes that write the same rows at the same time lock them in the same order.
fn merged(waiting: impl Iterator<Item = Waiting>) -> Vec<Merged> {
    let mut all = BTreeMap::<String, Merged>::new();
    for Waiting { row, outcome } in waiting {
        let key = row.repeat_key.clone().unwrap_or_else(|| row.id.clone());
        match all.get_mut(&key) {
            Some(first) => {
                first.row.repeats = first.row.repeats.max(1) + row.repeats.max(1);
                first.row.last_at = first.row.last_at.max(Some(row.created_at));
                first.outcomes.push(outcome);
            }
            None => drop(all.insert(key, Merged { row, outcomes: vec![outcome] })),
        }
    }
    all.into_values().collect()
}

/// Answers all requests. After a failure the first gets the cause, and the others get that their row was lost. A request that
/// ended meanwhile gets no answer, and its row stays.
fn tell(outcomes: Vec<Outcome>, outcome: Result<(), StoreError>) {
    let is_durable = outcome.is_ok();
    let mut cause = outcome.err();
    for waiting in outcomes {
        let _ = waiting.send(if is_durable { Ok(()) } else { Err(cause.take().unwrap_or(StoreError::ChangeLost)) });
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::oneshot;

    use super::{Waiting, merged, tell};
    use crate::StoreError;
    use crate::sign_ins::StoredSignIn;

    fn waiting(id: &str, key: Option<&str>, created_at: i64) -> Waiting {
        let row = StoredSignIn {
            id: id.to_owned(),
            repeat_key: key.map(str::to_owned),
            created_at,
            repeats: 1,
            ..StoredSignIn::default()
        };
        Waiting { row, outcome: oneshot::channel().0 }
    }

    #[test]
    fn rows_with_one_key_become_one_row_in_the_order_of_keys() {
        let rows = [
            waiting("1", Some("b"), 10),
            waiting("2", None, 11),
            waiting("3", Some("a"), 12),
            waiting("4", Some("b"), 14),
            waiting("5", Some("b"), 13),
        ];
        let merged = merged(rows.into_iter());
        let seen: Vec<_> = merged
            .iter()
            .map(|one| (one.row.id.as_str(), one.row.repeats, one.row.last_at, one.outcomes.len()))
            .collect();
        assert_eq!(seen, [("2", 1, None, 1), ("3", 1, None, 1), ("1", 3, Some(14), 3)]);
    }

    #[test]
    fn after_an_outage_every_request_gets_an_error_that_means_unavailable() {
        let (outcomes, mut written): (Vec<_>, Vec<_>) = (0..3).map(|_| oneshot::channel()).unzip();
        tell(outcomes, Err(StoreError::Query(sqlx::Error::PoolTimedOut)));
        for written in &mut written {
            assert!(written.try_recv().unwrap().unwrap_err().is_unavailable());
        }
    }
}
