//! Adds the chosen accounts in one save, and undoes that in one save.

use std::collections::HashSet;

use proofup_api::SecretText;
use proofup_token_files::ImportedAccount;
use proofup_vault::{Arrival, ArrivalChange, Arrivals, Description};

use super::{
    Judged, Read,
    judging::{Existing, counter},
};
use crate::{
    AppError,
    authenticator::Authenticator,
    view::{ImportCounts, ImportVerdict, MOST_NOTE_CHARACTERS, MOST_TAG_CHARACTERS, MOST_TAGS},
};

impl Authenticator {
    /// Adds the chosen entries, by the numbers of the preview. New accounts are added; an existing account gets the
    /// file's names and the higher counter. All in one save, or nothing.
    ///
    /// # Errors
    /// [`AppError::ImportGone`], or the vault cannot be saved. The content of the file stays.
    pub async fn take_import(&self, chosen: &[u32]) -> Result<ImportCounts, AppError> {
        let chosen: HashSet<usize> = chosen.iter().map(|number| *number as usize).collect();
        let (arrivals, mut counts) = {
            let state = self.importing.lock();
            let Read { import, judged } = state.read.as_ref().ok_or(AppError::ImportGone)?;
            let arrivals = arrivals(import.accounts.iter().zip(judged), &chosen);
            let changed: HashSet<_> = arrivals.changes.iter().map(|change| change.id).collect();
            let stays = |judged: &&Judged| {
                judged.verdict == ImportVerdict::Same
                    && judged.existing.as_ref().is_none_or(|existing| !changed.contains(&existing.id))
            };
            let same = judged.iter().filter(stays).count();
            (
                arrivals,
                ImportCounts {
                    read: number(import.entries()),
                    same: number(same),
                    unusable: number(import.rejected.len()),
                    ..ImportCounts::default()
                },
            )
        };
        let now = self.environment.now();
        (counts.added, counts.changed) = (number(arrivals.new.len()), number(arrivals.changes.len()));
        counts.left_out = counts.read - counts.added - counts.changed - counts.same - counts.unusable;
        if arrivals.new.is_empty() && arrivals.changes.is_empty() {
            self.cancel_import();
            return Ok(counts);
        }
        let arrived = self.change_vault(move |vault| vault.take_over(arrivals, now)).await?;
        let mut state = self.importing.lock();
        state.read = None;
        state.arrived = Some(arrived);
        Ok(counts)
    }

    /// Undoes the last import, in one save.
    ///
    /// # Errors
    /// [`AppError::ImportGone`], or the vault cannot be saved.
    pub async fn undo_import(&self) -> Result<(), AppError> {
        let arrived = self.importing.lock().arrived.clone().ok_or(AppError::ImportGone)?;
        let now = self.environment.now();
        self.change_vault(move |vault| vault.take_back(&arrived, now)).await?;
        self.cancel_import();
        Ok(())
    }

    /// The secrets of the entries, in the preview's order, for the terminal's option to show them.
    ///
    /// # Errors
    /// [`AppError::ImportGone`].
    pub fn import_secrets(&self) -> Result<Vec<SecretText>, AppError> {
        let state = self.importing.lock();
        let read = state.read.as_ref().ok_or(AppError::ImportGone)?;
        let secret = |account: &ImportedAccount| SecretText::new(account.otp_auth.params.secret().to_base32().as_str());
        Ok(read.import.accounts.iter().map(secret).collect())
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn arrivals<'a>(
    accounts: impl Iterator<Item = (&'a ImportedAccount, &'a Judged)>,
    chosen: &HashSet<usize>,
) -> Arrivals {
    let mut arrivals = Arrivals::default();
    for (account, judged) in accounts.filter(|(account, _)| chosen.contains(&account.index)) {
        match &judged.existing {
            None => arrivals.new.push(arrival(account, judged)),
            // The same account occurs twice in the file.
            Some(existing) if !existing.is_in_vault() => {}
            Some(existing) => arrivals.changes.extend(change(account, judged, existing)),
        }
    }
    arrivals
}

fn arrival(account: &ImportedAccount, judged: &Judged) -> Arrival {
    let own = &account.otp_auth;
    Arrival {
        params: own.params.clone(),
        description: Description {
            issuer: own.issuer.clone(),
            account: judged.made_name.clone().unwrap_or_else(|| own.account.clone()),
            note: account.note.chars().take(MOST_NOTE_CHARACTERS).collect(),
            tags: tags(&account.tags),
        },
        pinned: account.pinned,
        trashed: account.trashed,
    }
}

/// Tags within the limits of the form. Longer or additional ones are cut, because the person does not type them here.
fn tags(found: &[String]) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in found {
        let tag: String = tag.chars().filter(|character| !character.is_control()).take(MOST_TAG_CHARACTERS).collect();
        let tag = tag.trim().to_owned();
        if !tag.is_empty() && !tags.iter().any(|had| had.to_lowercase() == tag.to_lowercase()) {
            tags.push(tag);
        }
    }
    tags.truncate(MOST_TAGS);
    tags
}

fn change(account: &ImportedAccount, judged: &Judged, existing: &Existing) -> Option<ArrivalChange> {
    let own = &account.otp_auth;
    let renamed = judged.made_name.is_none() && existing.is_called_otherwise(own);
    let names = renamed.then(|| (own.issuer.clone(), own.account.clone()));
    let counter = counter(&own.params).filter(|counter| Some(*counter) > existing.counter);
    (names.is_some() || counter.is_some()).then_some(ArrivalChange { id: existing.id, names, counter })
}
