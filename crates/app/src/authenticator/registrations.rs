//! Accounts of the person's own organisation whose registration is gone: the service refuses their codes.

use std::{collections::HashSet, sync::PoisonError};

use jiff::Timestamp;
use proofup_vault::{Entry, Vault, VaultError};

use super::Authenticator;
use crate::{AppError, Change, view::SecurityInfoView};

/// The known state of registrations.
pub(crate) struct Registrations {
    /// Ids that a service no longer knows.
    refused: Vec<String>,
    /// The ids of the signed-in person in the last list of the service.
    listed: Option<Listed>,
}

struct Listed {
    user_principal_name: String,
    organization: String,
    ids: HashSet<String>,
    at: Timestamp,
}

impl Authenticator {
    /// Sets the ids that their services no longer know.
    pub(crate) fn set_refused(&self, ids: Vec<String>) {
        *self.refused.lock().unwrap_or_else(PoisonError::into_inner) = ids;
    }

    /// The one of these registrations that belongs to this computer.
    pub(crate) async fn own_registration(&self, ids: Vec<String>) -> Option<String> {
        let own = move |vault: &Vault| {
            vault.read(|entries| {
                let registered = |entry: &Entry| entry.organisation.clone();
                entries.iter().filter_map(registered).find(|id| ids.contains(id))
            })
        };
        self.vault.with_vault(own).await.ok().flatten()
    }

    pub(crate) async fn remove_own_registration(&self, method_id: String) -> Result<(), AppError> {
        let now = self.environment.now();
        let remove = move |vault: &Vault| {
            let is_it = |entry: &&Entry| entry.organisation.as_deref() == Some(method_id.as_str());
            match vault.read(|entries| entries.iter().find(is_it).map(|entry| entry.id)) {
                Ok(Some(id)) => vault.delete(id, now).map(|()| true),
                // A locked vault cannot be changed. The account stays, and its codes are refused.
                Ok(None) | Err(VaultError::Locked | VaultError::PassphraseNeeded) => Ok(false),
                Err(error) => Err(error),
            }
        };
        if self.vault.with_vault(remove).await? {
            self.publisher.announce(Change::Authenticator);
        }
        Ok(())
    }

    pub(crate) fn registrations(&self) -> Registrations {
        let known = self.snapshots.current().security_info;
        Registrations {
            refused: self.refused.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            listed: known.as_ref().and_then(Listed::of),
        }
    }
}

impl Registrations {
    /// Whether the service refuses the codes of an account. Unknown for accounts of other people.
    pub(crate) fn lack(&self, entry: &Entry) -> bool {
        let Some(id) = &entry.organisation else { return false };
        self.refused.contains(id) || self.listed.as_ref().is_some_and(|listed| listed.lacks(entry, id))
    }
}

impl Listed {
    /// While a registration is required, the list is incomplete.
    fn of(view: &SecurityInfoView) -> Option<Self> {
        if view.me.registration.required {
            return None;
        }
        let devices = view.authenticators.iter().map(|device| &device.id);
        Some(Self {
            user_principal_name: view.me.user_principal_name.clone(),
            organization: view.me.organization.clone(),
            ids: view.authenticator_apps.iter().map(|app| &app.id).chain(devices).cloned().collect(),
            at: view.synced,
        })
    }

    fn lacks(&self, entry: &Entry, id: &str) -> bool {
        let is_theirs =
            entry.account.eq_ignore_ascii_case(&self.user_principal_name) && entry.issuer == self.organization;
        // An account that was added after the list was fetched is not in it.
        is_theirs && entry.created_at < self.at && !self.ids.contains(id)
    }
}
