//! Arranges accounts on the Authenticator page: pins, tags, order, and duplicates.

use proofup_vault::Entry;

use super::Authenticator;
use crate::{
    AppError,
    authenticator::{clean_tags, entry_id},
};

impl Authenticator {
    /// Pins or unpins accounts.
    ///
    /// # Errors
    /// An account is gone, or the vault cannot be saved.
    pub async fn pin_accounts(&self, ids: &[String], pinned: bool) -> Result<(), AppError> {
        self.with_ids(ids, move |vault, ids, now| vault.pin(ids, pinned, now)).await
    }

    /// Adds tags to accounts and removes others.
    ///
    /// # Errors
    /// A tag is invalid, an account is gone, or the vault cannot be saved.
    pub async fn tag_accounts(&self, ids: &[String], add: &[String], remove: &[String]) -> Result<(), AppError> {
        let (add, remove) = (clean_tags(add)?, remove.to_vec());
        self.with_ids(ids, move |vault, ids, now| vault.tag(ids, &add, &remove, now)).await
    }

    /// Renames a tag everywhere, or removes it everywhere.
    ///
    /// # Errors
    /// The name is invalid, or the vault cannot be saved.
    pub async fn rename_tag(&self, from: String, to: Option<String>) -> Result<(), AppError> {
        let to = match to {
            Some(typed) => clean_tags(&[typed])?.pop(),
            None => None,
        };
        let now = self.environment.now();
        self.change_vault(move |vault| vault.rename_tag(&from, to.as_deref(), now)).await
    }

    /// Moves an account in the person's own order: before another one, or to the end.
    ///
    /// # Errors
    /// An account is gone, or the vault cannot be saved.
    pub async fn move_account(&self, id: &str, before: Option<&str>) -> Result<(), AppError> {
        let (id, before, now) = (entry_id(id)?, before.map(entry_id).transpose()?, self.environment.now());
        self.change_vault(move |vault| vault.move_before(id, before, now)).await
    }

    /// Groups of accounts that make the same codes under different names.
    ///
    /// # Errors
    /// The vault is locked.
    pub async fn duplicate_accounts(&self) -> Result<Vec<Vec<String>>, AppError> {
        self.vault.with_vault(|vault| vault.read(duplicates)).await
    }
}

fn duplicates(entries: &[Entry]) -> Vec<Vec<String>> {
    // Sorting by secret puts equal ones next to each other, so that accounts need not be compared in pairs.
    let mut sorted: Vec<&Entry> = entries.iter().collect();
    sorted.sort_by(|one, other| one.params.secret().expose().cmp(other.params.secret().expose()));
    let mut groups: Vec<Vec<&Entry>> = Vec::new();
    for run in sorted.chunk_by(|one, other| one.params.secret() == other.params.secret()) {
        let from = groups.len();
        for &entry in run {
            let same = groups[from..].iter_mut().find(|group| group[0].makes_codes_of(&entry.params));
            match same {
                Some(group) => group.push(entry),
                None => groups.push(vec![entry]),
            }
        }
    }
    let several = groups.into_iter().filter(|group| group.len() > 1);
    several.map(|group| group.into_iter().map(|entry| entry.id.to_string()).collect()).collect()
}
