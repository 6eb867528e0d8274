//! How a person keeps order on the Authenticator page: pins, tags, their own order, and what is there twice.

use proofup_vault::Entry;

use super::Authenticator;
use crate::{
    AppError,
    authenticator::{clean_tags, entry_id},
};

impl Authenticator {
    /// Pins accounts, or lets them go.
    ///
    /// # Errors
    /// That one of them is gone, or that the vault cannot be saved.
    pub async fn pin_accounts(&self, ids: &[String], pinned: bool) -> Result<(), AppError> {
        self.with_ids(ids, move |vault, ids, now| vault.pin(ids, pinned, now)).await
    }

    /// Gives accounts some tags and takes others away.
    ///
    /// # Errors
    /// What is wrong with a tag, that an account is gone, or that the vault cannot be saved.
    pub async fn tag_accounts(&self, ids: &[String], add: &[String], remove: &[String]) -> Result<(), AppError> {
        let (add, remove) = (clean_tags(add)?, remove.to_vec());
        self.with_ids(ids, move |vault, ids, now| vault.tag(ids, &add, &remove, now)).await
    }

    /// Gives a tag another name everywhere, or takes it away everywhere.
    ///
    /// # Errors
    /// What is wrong with the name, or that the vault cannot be saved.
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
    /// That one of them is gone, or that the vault cannot be saved.
    pub async fn move_account(&self, id: &str, before: Option<&str>) -> Result<(), AppError> {
        let (id, before, now) = (entry_id(id)?, before.map(entry_id).transpose()?, self.environment.now());
        self.change_vault(move |vault| vault.move_before(id, before, now)).await
    }

    /// Accounts that make the same codes, whatever they are called: a list for each such code.
    ///
    /// # Errors
    /// That the vault is closed.
    pub async fn duplicate_accounts(&self) -> Result<Vec<Vec<String>>, AppError> {
        self.vault.with_vault(|vault| vault.read(duplicates)).await
    }
}

fn duplicates(entries: &[Entry]) -> Vec<Vec<String>> {
    // Sorted by secret, equal ones stand together: a thousand accounts are not compared with each other.
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
