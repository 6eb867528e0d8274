//! Importing many accounts at once: all in one save or none, with an undo.

use std::collections::{HashMap, HashSet};

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

/// The result of an import, with what an undo needs.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// The accounts that were added.
    pub added: Vec<Uuid>,
    /// The earlier names of the renamed accounts. An undo does not touch counters: it would show a code twice.
    pub names_before: Vec<(Uuid, String, String)>,
}

impl Vault {
    /// Adds and changes accounts in one save. The caller checks for duplicates.
    ///
    /// # Errors
    /// [`VaultError::Otp`] for a name or a tag with control characters, [`VaultError::NoSuchEntry`] for a change of a
    /// missing account, and those of a save; nothing is changed then.
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
                let place = places.get(&change.id).ok_or(VaultError::NoSuchEntry { id: change.id })?;
                apply(&mut contents.entries[*place], change, &mut arrived, now)?;
            }
            for (id, arrival) in new {
                arrived.added.push(id);
                add(contents, id, arrival, now);
            }
            Ok(arrived)
        })
    }

    /// Undoes an import: removes the added accounts for good, and restores the old names. Accounts that were removed or
    /// changed since then stay as they are.
    ///
    /// # Errors
    /// Those of a save; nothing is changed then.
    pub fn take_back(&self, arrived: &Arrived, now: Timestamp) -> Result<(), VaultError> {
        self.change(now, |contents| {
            let added: HashSet<_> = arrived.added.iter().collect();
            contents.entries.retain(|entry| !added.contains(&entry.id));
            contents.trash.retain(|trashed| !added.contains(&trashed.entry.id));
            let names: HashMap<_, _> =
                arrived.names_before.iter().map(|(id, issuer, account)| (id, (issuer, account))).collect();
            for entry in &mut contents.entries {
                let Some((issuer, account)) = names.get(&entry.id) else { continue };
                entry.issuer.clone_from(issuer);
                entry.account.clone_from(account);
                entry.imported_as = Some([entry.issuer.clone(), entry.account.clone()]);
                entry.changed_at = now;
            }
            Ok(())
        })
    }
}

fn apply(entry: &mut Entry, change: ArrivalChange, arrived: &mut Arrived, now: Timestamp) -> Result<(), VaultError> {
    if let Some((issuer, account)) = change.names {
        entry.imported_as = Some([issuer.clone(), account.clone()]);
        let before = std::mem::replace(&mut entry.issuer, issuer);
        arrived.names_before.push((entry.id, before, std::mem::replace(&mut entry.account, account)));
        entry.changed_at = now;
    }
    if let (Some(counter), Kind::Hotp { counter: own }) = (change.counter, entry.params.kind())
        && counter > own
    {
        entry.params = entry.params.with_counter(counter)?;
        entry.changed_at = now;
    }
    Ok(())
}

fn add(contents: &mut Contents, id: Uuid, arrival: Arrival, now: Timestamp) {
    let Arrival { params, description, pinned, trashed } = arrival;
    let Description { issuer, account, note, tags } = description;
    let mut entry = Entry::new(id, NewEntry { issuer, account, params, organisation: None }, now);
    entry.imported_as = Some([entry.issuer.clone(), entry.account.clone()]);
    (entry.note, entry.tags, entry.pinned) = (note, tags, pinned);
    if trashed {
        contents.trash.push(Trashed { entry, deleted_at: now, behind: None });
    } else {
        contents.entries.push(entry);
    }
}
