//! Repeated refusals. The first of a kind is a row at once; the next ones are counted in this process and added to the row
//! every few seconds, so that a flood costs neither a commit nor a row each.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use proofup_store::sign_ins::StoredSignIn;

use super::Context;

/// So many kinds are counted at a time. What further kinds have in common is counted beyond that.
const MOST: usize = 10_000;

/// The refusals of this node.
#[derive(Debug, Default)]
pub(crate) struct Refusals(Mutex<HashMap<String, Counted>>);

#[derive(Debug)]
struct Counted {
    row: StoredSignIn,
    /// How often since it was written.
    more: i64,
    last_at: i64,
}

impl Refusals {
    /// Counts a refusal whose kind has its row already.
    pub(crate) fn count(&self, row: &StoredSignIn) -> bool {
        let Some(key) = &row.repeat_key else { return false };
        let mut all = self.lock();
        let Some(counted) = all.get_mut(key) else { return false };
        counted.more += 1;
        counted.last_at = row.created_at;
        true
    }

    /// Whether a kind is counted already, or can be.
    pub(crate) fn has_place_for(&self, row: &StoredSignIn) -> bool {
        let all = self.lock();
        all.len() < MOST || row.repeat_key.as_ref().is_some_and(|key| all.contains_key(key))
    }

    /// Notes that a kind has its row.
    pub(crate) fn remember(&self, row: StoredSignIn) {
        let Some(key) = row.repeat_key.clone() else { return };
        let last_at = row.created_at;
        self.lock().entry(key).or_insert(Counted { row, more: 0, last_at });
    }

    /// The counts to add to rows. Expired kinds are dropped.
    pub(crate) fn take(&self, context: &Context) -> Vec<StoredSignIn> {
        let now = context.now();
        let mut all = self.lock();
        let mut rows = Vec::new();
        all.retain(|_, counted| {
            if counted.more > 0 {
                rows.push(StoredSignIn {
                    id: context.time_ordered_id(counted.last_at),
                    created_at: counted.last_at,
                    repeats: counted.more,
                    ..counted.row.clone()
                });
                counted.more = 0;
            }
            counted.row.seal_after > now
        });
        rows
    }

    /// Takes back counts that could not be written.
    pub(crate) fn give_back(&self, rows: Vec<StoredSignIn>) {
        let mut all = self.lock();
        for row in rows {
            let Some(key) = row.repeat_key.clone() else { continue };
            let (more, last_at) = (row.repeats, row.created_at);
            all.entry(key).or_insert(Counted { row, more: 0, last_at }).more += more;
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Counted>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use proofup_store::sign_ins::StoredSignIn;

    use super::{MOST, Refusals};

    fn of(key: &str) -> StoredSignIn {
        StoredSignIn { repeat_key: Some(key.to_owned()), ..StoredSignIn::default() }
    }

    #[test]
    fn where_there_are_too_many_kinds_no_further_one_has_a_place() {
        let refusals = Refusals::default();
        for number in 0..MOST {
            let row = of(&format!("kind {number}"));
            assert!(refusals.has_place_for(&row));
            refusals.remember(row);
        }
        assert!(refusals.has_place_for(&of("kind 7")) && refusals.count(&of("kind 7")), "those that are counted go on");
        assert!(!refusals.has_place_for(&of("another kind")));
        refusals.remember(of("all others"));
        assert!(refusals.count(&of("all others")), "what the others have in common is counted all the same");
    }
}
