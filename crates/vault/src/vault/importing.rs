//! Importing many accounts at once: all in one save or none, with an undo.

use std::collections::HashMap;

use jiff::Timestamp;
use proofup_otp::{Kind, OtpParams, check_name};
use uuid::Uuid;

use super::Vault;
use crate::{Description, Entry, NewEntry, Trashed, VaultError, contents::Contents};

/// The accounts and changes to import.
#[derive(Debug, Default)]
pub struct Arrivals {
    /// New accounts.
    pub new: Vec<Arrival>,
    /// Changes of existing accounts.
    pub changes: Vec<ArrivalChange>,
}

/// A new account with its parameters and its description.
#[derive(Debug)]
pub struct Arrival {
    /// The parameters of its codes.
    pub params: OtpParams,
    /// Names, note and tags.
    pub description: Description,
    /// Shown first.
    pub pinned: bool,
    /// It goes to the trash, because it was deleted in the source.
    pub trashed: bool,
}

/// Newer values for an existing account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivalChange {
    /// The id of the account.
    pub id: Uuid,
    /// Its issuer and account name in the source.
    pub names: Option<(String, String)>,
    /// The counter of the next code, which only increases.
    pub counter: Option<u64>,
}

/// The result of an import, with what an undo needs. It holds the accounts as they were: forget it with the vault's key.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Arrived {
    /// The accounts that were added, as they came.
    pub added: Vec<Entry>,
    /// The accounts that were renamed.
    pub renamed: Vec<Renamed>,
}

/// An account that an import renamed. An undo does not touch counters: it would show a code twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    id: Uuid,
    before: Names,
    after: Names,
}

/// The names of an account, and when and how it got them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Names {
    issuer: String,
    account: String,
    imported_as: Option<[String; 2]>,
    changed_at: Timestamp,
}

impl Names {
    fn of(entry: &Entry) -> Self {
        Self {
            issuer: entry.issuer.clone(),
            account: entry.account.clone(),
            imported_as: entry.imported_as.clone(),
            changed_at: entry.changed_at,
        }
    }

    fn give(self, entry: &mut Entry) {
        (entry.issuer, entry.account) = (self.issuer, self.account);
        (entry.imported_as, entry.changed_at) = (self.imported_as, self.changed_at);
    }
}

impl Vault {
    /// Adds and changes accounts in one save. The caller checks for duplicates.
    ///
    /// # Errors
    /// [`VaultError::Otp`] for a name or a tag with control characters, and those of a save; nothing is changed then.
    pub fn take_over(&self, arrivals: Arrivals, now: Timestamp) -> Result<Arrived, VaultError> {
        for Description { issuer, account, tags, .. } in arrivals.new.iter().map(|arrival| &arrival.description) {
            [issuer, account].into_iter().chain(tags).try_for_each(|name| check_name(name))?;
        }
        let names = arrivals.changes.iter().filter_map(|change| change.names.as_ref());
        names.flat_map(|(issuer, account)| [issuer, account]).try_for_each(|name| check_name(name))?;
        let new: Vec<_> = arrivals.new.into_iter().map(|arrival| ((self.config.new_id)(), arrival)).collect();
        self.change(now, |contents| {
            let mut arrived = Arrived::default();
            let places: HashMap<Uuid, usize> =
                contents.entries.iter().enumerate().map(|(place, entry)| (entry.id, place)).collect();
            for change in arrivals.changes {
                // It was removed since the file was looked at.
                let Some(place) = places.get(&change.id) else { continue };
                apply(&mut contents.entries[*place], change, &mut arrived, now)?;
            }
            for (id, arrival) in new {
                add(contents, id, arrival, &mut arrived, now);
            }
            Ok(arrived)
        })
    }

    /// Undoes an import: the added accounts go to the trash, and the renamed ones get back the names that they had. An
    /// account that was changed, used to the next code or removed since then stays as it is.
    ///
    /// # Errors
    /// Those of a save; nothing is changed then.
    pub fn take_back(&self, arrived: &Arrived, now: Timestamp) -> Result<(), VaultError> {
        self.change(now, |contents| {
            let added: HashMap<_, _> = arrived.added.iter().map(|entry| (entry.id, entry)).collect();
            let is_as_it_came = |entry: &Entry| added.get(&entry.id).is_some_and(|came| is_unchanged(came, entry));
            let ids: Vec<_> =
                contents.entries.iter().filter(|entry| is_as_it_came(entry)).map(|entry| entry.id).collect();
            // The last goes first, so that each remembers a neighbour that comes back before it.
            ids.into_iter().rev().try_for_each(|id| super::trash::delete(contents, id, now))?;
            let mut renamed: HashMap<_, _> = arrived.renamed.iter().map(|renamed| (renamed.id, renamed)).collect();
            for entry in &mut contents.entries {
                let Some(Renamed { before, after, .. }) = renamed.remove(&entry.id) else { continue };
                if Names::of(entry) == *after {
                    before.clone().give(entry);
                }
            }
            Ok(())
        })
    }
}

/// Whether the person left an account alone. A code that was looked at changes nothing.
fn is_unchanged(came: &Entry, now: &Entry) -> bool {
    let used = |entry: &Entry| Entry { used_at: None, uses: 0, ..entry.clone() };
    used(came) == used(now)
}

fn apply(entry: &mut Entry, change: ArrivalChange, arrived: &mut Arrived, now: Timestamp) -> Result<(), VaultError> {
    let before = Names::of(entry);
    let is_renamed = change.names.is_some();
    if let Some((issuer, account)) = change.names {
        let imported_as = Some([issuer.clone(), account.clone()]);
        Names { issuer, account, imported_as, changed_at: now }.give(entry);
    }
    if let (Some(counter), Kind::Hotp { counter: own }) = (change.counter, entry.params.kind())
        && counter > own
    {
        entry.params = entry.params.with_counter(counter)?;
        entry.changed_at = now;
    }
    if is_renamed {
        arrived.renamed.push(Renamed { id: entry.id, before, after: Names::of(entry) });
    }
    Ok(())
}

fn add(contents: &mut Contents, id: Uuid, arrival: Arrival, arrived: &mut Arrived, now: Timestamp) {
    let Arrival { params, description, pinned, trashed } = arrival;
    let Description { issuer, account, note, tags } = description;
    let mut entry = Entry::new(id, NewEntry { issuer, account, params, organisation: None }, now);
    entry.imported_as = Some([entry.issuer.clone(), entry.account.clone()]);
    (entry.note, entry.tags, entry.pinned) = (note, tags, pinned);
    arrived.added.push(entry.clone());
    if trashed {
        contents.trash.push(Trashed { entry, deleted_at: now, behind: None });
    } else {
        contents.entries.push(entry);
    }
}
