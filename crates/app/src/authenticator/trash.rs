//! The trash of the Authenticator page.

use jiff::{SignedDuration, Timestamp};
use proofup_vault::{Trashed, Vault, VaultError};
use uuid::Uuid;

use super::Authenticator;
use crate::{AppError, Change, authenticator::entry_ids, view::TrashRow};

const DAY: SignedDuration = SignedDuration::from_hours(24);

impl Authenticator {
    /// Moves accounts to the trash, all in one save.
    ///
    /// # Errors
    /// An account is gone, or the vault cannot be saved; nothing is deleted then.
    pub async fn delete_accounts(&self, ids: &[String]) -> Result<(), AppError> {
        self.with_ids(ids, |vault, ids, now| vault.delete_all(ids, now)).await
    }

    /// Restores accounts from the trash, all in one save.
    ///
    /// # Errors
    /// An account is not in the trash, or the vault cannot be saved; nothing is restored then.
    pub async fn restore_accounts(&self, ids: &[String]) -> Result<(), AppError> {
        self.with_ids(ids, |vault, ids, now| vault.restore_all(ids, now)).await
    }

    /// Erases accounts from the trash for good.
    ///
    /// # Errors
    /// An account is not in the trash, or the vault cannot be saved; nothing is erased then.
    pub async fn erase_accounts(&self, ids: &[String]) -> Result<(), AppError> {
        self.with_ids(ids, |vault, ids, now| vault.erase(ids, now)).await
    }

    /// The content of the trash, the last deleted first. Erases accounts that are too old.
    ///
    /// # Errors
    /// The vault is locked.
    pub async fn trash(&self) -> Result<Vec<TrashRow>, AppError> {
        self.empty_old_trash().await;
        let lasts = self.trash_lasts();
        let rows = move |trash: &[Trashed]| trash.iter().rev().map(|trashed| row(trashed, lasts)).collect();
        self.vault.with_vault(move |vault| vault.read_trash(rows)).await
    }

    /// After the vault was opened: erases old trash, and the page shows the accounts.
    pub(crate) async fn vault_opened(&self) {
        self.empty_old_trash().await;
        self.publisher.announce(Change::Authenticator);
    }

    /// Erases accounts that have been in the trash for longer than the person wants. After a failure, the next look at
    /// the trash tries again.
    pub(crate) async fn empty_old_trash(&self) {
        let Some(lasts) = self.trash_lasts() else { return };
        let now = self.environment.now();
        let Ok(oldest) = now.checked_sub(lasts) else { return };
        match self.vault.with_vault(move |vault| vault.erase_deleted_before(oldest, now)).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "old accounts were erased from the trash"),
            Err(error) => tracing::warn!(%error, "the trash could not be emptied"),
        }
    }

    fn trash_lasts(&self) -> Option<SignedDuration> {
        self.settings.current().accounts.trash_days.map(|days| DAY * i32::try_from(days).unwrap_or(i32::MAX))
    }

    pub(crate) async fn with_ids(
        &self,
        ids: &[String],
        change: impl FnOnce(&Vault, &[Uuid], Timestamp) -> Result<(), VaultError> + Send + 'static,
    ) -> Result<(), AppError> {
        let (ids, now) = (entry_ids(ids)?, self.environment.now());
        self.change_vault(move |vault| change(vault, &ids, now)).await
    }
}

fn row(trashed: &Trashed, lasts: Option<SignedDuration>) -> TrashRow {
    TrashRow {
        id: trashed.entry.id.to_string(),
        issuer: trashed.entry.issuer.clone(),
        account: trashed.entry.account.clone(),
        deleted: trashed.deleted_at,
        erased: lasts.and_then(|lasts| trashed.deleted_at.checked_add(lasts).ok()),
    }
}
