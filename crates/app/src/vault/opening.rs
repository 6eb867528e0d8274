//! Opens the vault: at the start in the background, later when the person asks for it.

use std::sync::PoisonError;

use proofup_api::SecretText;
use proofup_vault::{Backup, Notice, Opening, SecretStoreError, Status, StoreKind, Vault, VaultError};

use super::{
    VaultSession,
    passphrase::{check_length, for_vault},
};
use crate::{
    AppError, Change, faults,
    view::{BackupRow, KeyringState, LocalFault, VaultNotice, VaultState},
};

impl VaultSession {
    /// Opens the vault at the start of the app, unless the person wants it locked.
    pub(crate) async fn open_vault_at_start(&self) {
        let stays_closed = self.settings.current().locking.at_start && self.passphrase.clone().is_none();
        let status = self.with_vault(Vault::status).await;
        match status {
            Ok(locked @ Status::Locked { .. }) if stays_closed => {
                self.state.set_closed_on_purpose(true);
                let state = self.state_of(locked);
                self.publisher.update(|status| status.vault = state);
            }
            _ => self.open_vault().await,
        }
    }

    /// Opens the vault with the keyring, or with the passphrase from the environment.
    pub(crate) async fn open_vault(&self) {
        let opened = self.open_with_what_is_at_hand().await;
        self.vault_opened(opened).await;
    }

    /// Opens only the vault: no session, no network, for the command line. If the keyring works, it may create a vault;
    /// [`VaultSession::vault_at_rest`] tells before whether there is one.
    ///
    /// # Errors
    /// Why it cannot be opened. Waiting for a passphrase is not an error.
    pub async fn open_vault_only(&self) -> Result<VaultState, AppError> {
        let opening = self.open_with_what_is_at_hand().await?;
        let state = self.state_of(opening.status);
        self.vault_opened(Ok(opening)).await;
        Ok(state)
    }

    /// The state of the vault by its folder: does not read a key and creates nothing.
    ///
    /// # Errors
    /// Those of the disk.
    pub async fn vault_at_rest(&self) -> Result<VaultState, AppError> {
        let status = self.with_vault(Vault::status).await?;
        Ok(self.state_of(status))
    }

    /// Resets the authenticator to its first state, when the demo starts again.
    ///
    /// # Errors
    /// Those of the disk and of the keyring.
    pub async fn erase_authenticator(&self) -> Result<(), AppError> {
        self.secrets.clear();
        self.with_vault(Vault::erase_everything).await?;
        self.open_vault().await;
        self.publisher.announce(Change::Authenticator);
        Ok(())
    }

    async fn open_with_what_is_at_hand(&self) -> Result<Opening, AppError> {
        let (now, source) = (self.environment.now(), self.passphrase.clone());
        let elsewhere = self.vault_is_elsewhere();
        let open = move |vault: &Vault| {
            // If a removable drive is missing, no new vault is created in its place.
            if elsewhere && vault.status()? == Status::Fresh {
                return Err(AppError::VaultFolderMissing);
            }
            let opening = vault.open(now)?;
            match (opening.status, source) {
                (Status::Fresh, Some(source)) => {
                    let passphrase = for_vault(&source().map_err(AppError::PassphraseSource)?);
                    vault.create_with_passphrase(&passphrase, now)?;
                    Ok(Opening { status: Status::Unlocked, ..opening })
                }
                (Status::Locked { passphrase_available: true }, Some(source)) => {
                    let passphrase = for_vault(&source().map_err(AppError::PassphraseSource)?);
                    Ok(Opening { keyring_problem: opening.keyring_problem, ..vault.unlock(&passphrase, now)? })
                }
                _ => Ok(opening),
            }
        };
        let vault = self.vault.clone();
        let opened = tokio::task::spawn_blocking(move || open(&vault)).await.unwrap_or(Err(AppError::Failed));
        if let Some(there) = key_in_keyring(&opened) {
            self.state.set_key_in_keyring(there);
        }
        opened
    }

    /// Asks the keyring again, or reads a changed file again. If the person locked the vault and it has a passphrase,
    /// the keyring does not open it.
    ///
    /// # Errors
    /// Why it still cannot be opened.
    pub async fn retry_vault(&self) -> Result<(), AppError> {
        if self.publisher.status().vault == VaultState::Unlocked {
            let now = self.environment.now();
            let reloaded = self.with_vault(move |vault| vault.reload(now)).await;
            return self.settle(reloaded).await;
        }
        if self.state.closed_on_purpose() && self.has_passphrase().await? {
            return Err(AppError::Vault(VaultError::Locked));
        }
        self.publisher.update(|status| status.vault = VaultState::Opening);
        self.open_vault().await;
        match self.publisher.status().vault {
            VaultState::Unusable { code: LocalFault::VaultKeyMissing } => {
                Err(AppError::Vault(VaultError::KeyMissing {
                    asked: self.secret_store.describe(),
                    error: SecretStoreError::NoEntry,
                }))
            }
            _ => Ok(()),
        }
    }

    /// Opens the vault with its passphrase. After a few wrong ones each try has to wait longer; nothing is ever erased.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`], and all other reasons why it stays locked.
    pub async fn unlock_vault(&self, passphrase: SecretText) -> Result<(), AppError> {
        self.wait_after_wrong_passphrases().await;
        let (now, passphrase) = (self.environment.now(), for_vault(&passphrase));
        let opened = self.with_vault(move |vault| vault.unlock(&passphrase, now)).await;
        self.count_passphrase(&opened);
        self.settle(opened).await
    }

    /// Creates a vault under a passphrase, when there is no keyring.
    ///
    /// # Errors
    /// [`AppError::PassphraseTooShort`], and all other reasons why it cannot be created.
    pub async fn create_vault(&self, passphrase: SecretText) -> Result<(), AppError> {
        check_length(&passphrase)?;
        let (now, passphrase) = (self.environment.now(), for_vault(&passphrase));
        self.with_vault(move |vault| vault.create_with_passphrase(&passphrase, now)).await?;
        self.settle(self.with_vault(|vault| Ok(unlocked(vault))).await).await
    }

    /// Locks the vault: forgets key, accounts and codes, and clears a copied secret.
    pub async fn lock_vault(&self) {
        self.secrets.clear();
        self.clipboard.clear_secret().await;
        let (vault, now) = (self.vault.clone(), self.environment.now());
        let _ = tokio::task::spawn_blocking(move || vault.keep_uses(now)).await;
        self.state.asked().clear();
        self.state.set_closed_on_purpose(true);
        // The page removes its rows first.
        let open = self.publisher.status().vault == VaultState::Unlocked;
        if open {
            let passphrase_available = self.has_passphrase().await.unwrap_or(false);
            let state = self.state_of(Status::Locked { passphrase_available });
            self.publisher.update(|status| status.vault = state);
        }
        let status = self.with_vault(|vault| {
            vault.lock();
            vault.status()
        });
        if let Ok(status) = status.await {
            let state = self.state_of(status);
            self.publisher.update(|status| status.vault = state);
        }
        self.publisher.announce(Change::Authenticator);
    }

    /// The backups, newest first.
    ///
    /// # Errors
    /// The vault's key is not known.
    pub async fn vault_backups(&self) -> Result<Vec<BackupRow>, AppError> {
        let backups = self.with_vault(Vault::backups).await?;
        Ok(backups.into_iter().map(BackupRow::from).collect())
    }

    /// Makes a backup now; false if the newest one has the same content.
    ///
    /// # Errors
    /// The vault is locked, and those of the disk.
    pub async fn back_up_vault(&self) -> Result<bool, AppError> {
        let now = self.environment.now();
        self.with_vault(move |vault| vault.back_up(now)).await
    }

    /// Restores a backup. A damaged file is kept.
    ///
    /// # Errors
    /// There is no such backup, or it cannot be saved.
    pub async fn restore_vault_backup(&self, name: String) -> Result<(), AppError> {
        let now = self.environment.now();
        let restored = self.with_vault(move |vault| {
            vault.restore_backup(&name, now)?;
            Ok(unlocked(vault))
        });
        self.settle(restored.await).await
    }

    /// Handles the result of an action of the person. An error changes the state of the vault only if it is about the
    /// vault, and is returned to the caller.
    pub(crate) async fn settle(&self, opened: Result<Opening, AppError>) -> Result<(), AppError> {
        match opened {
            Ok(opening) => {
                self.vault_opened(Ok(opening)).await;
                Ok(())
            }
            Err(AppError::Vault(error)) => {
                if let Some(state) = lasting_state(&error) {
                    self.publisher.update(|status| status.vault = state);
                }
                Err(AppError::Vault(error))
            }
            Err(other) => Err(other),
        }
    }

    async fn vault_opened(&self, opened: Result<Opening, AppError>) {
        let state = match opened {
            Ok(opening) => {
                for notice in &opening.notices {
                    tracing::warn!(?notice, "a notice about the vault");
                }
                *self.state.notices() = opening.notices.iter().filter_map(notice_of).collect();
                self.note_keyring(opening.keyring_problem.as_ref());
                self.state_of(opening.status)
            }
            Err(AppError::Vault(error)) => {
                tracing::warn!(%error, "the vault was not opened");
                if let VaultError::KeyMissing { error, .. } = &error {
                    self.note_keyring(Some(error));
                }

                lasting_state(&error).unwrap_or(VaultState::Unusable { code: faults::vault_fault(&error) })
            }
            Err(AppError::VaultFolderMissing) => VaultState::Unusable { code: LocalFault::VaultFolderMissing },
            Err(AppError::PassphraseSource(error)) => {
                tracing::warn!(%error, "the passphrase could not be read");
                VaultState::Unusable { code: LocalFault::PassphraseUnavailable }
            }
            Err(error) => {
                tracing::error!(%error, "the vault was not opened");
                VaultState::Unusable { code: LocalFault::AppFault }
            }
        };
        let is_open = state == VaultState::Unlocked;
        if is_open {
            self.state.set_closed_on_purpose(false);
        }
        self.publisher.update(|status| status.vault = state);
        if is_open {
            for step in self.after_opening.get().into_iter().flatten() {
                step().await;
            }
        }
    }

    fn state_of(&self, status: Status) -> VaultState {
        let session = &self.state;
        match status {
            Status::Unlocked => VaultState::Unlocked,
            Status::Fresh => VaultState::PassphraseNeeded,
            Status::Locked { passphrase_available } => {
                let asks_the_person = passphrase_available && session.closed_on_purpose();
                let keyring = session.key_in_keyring() && !asks_the_person;
                VaultState::Locked { passphrase: passphrase_available, keyring }
            }
            Status::Damaged => VaultState::Unusable { code: LocalFault::VaultDamaged },
        }
    }

    fn note_keyring(&self, problem: Option<&SecretStoreError>) {
        let kind = self.secret_store.describe();
        let state = match problem {
            // A store that has no such key works.
            None | Some(SecretStoreError::NoEntry) => kind.into(),
            Some(_) if kind == StoreKind::SwitchedOff => KeyringState::Off,
            Some(problem) => KeyringState::Unavailable { detail: problem.to_string() },
        };
        *self.keyring.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }
}

/// Whether the keyring has the key; `None` if unknown.
fn key_in_keyring(opened: &Result<Opening, AppError>) -> Option<bool> {
    match opened {
        Ok(opening) => {
            let another = |notice: &Notice| matches!(notice, Notice::KeyringHasAnotherKey { .. });
            Some(opening.keyring_problem.is_none() && !opening.notices.iter().any(another))
        }
        Err(AppError::Vault(VaultError::KeyMissing { .. } | VaultError::KeyOfAnotherVault { .. })) => Some(false),
        Err(_) => None,
    }
}

/// The notice for the page. The page lists accounts that could not be read anyway.
fn notice_of(notice: &Notice) -> Option<VaultNotice> {
    match notice {
        Notice::Quarantined { .. } => None,
        Notice::OlderThanNoted { .. } => Some(VaultNotice::Older),
        Notice::AnotherVault => Some(VaultNotice::Another),
        Notice::BegunAnew => Some(VaultNotice::BegunAnew),
        Notice::KeyringHasAnotherKey { key, .. } => Some(VaultNotice::KeyringHasAnotherKey { found: key.to_string() }),
    }
}

fn unlocked(_open: &Vault) -> Opening {
    Opening { status: Status::Unlocked, keyring_problem: None, notices: Vec::new() }
}

/// The lasting state of the vault that an error tells.
fn lasting_state(error: &VaultError) -> Option<VaultState> {
    match error {
        VaultError::Damaged { .. }
        | VaultError::KeyMissing { .. }
        | VaultError::KeyOfAnotherVault { .. }
        | VaultError::KeyFileDamaged
        | VaultError::NewerVersion
        | VaultError::TooCostly { .. } => Some(VaultState::Unusable { code: faults::vault_fault(error) }),
        _ => None,
    }
}

impl From<Backup> for BackupRow {
    fn from(backup: Backup) -> Self {
        Self {
            name: backup.name,
            made: backup.made_at,
            saved: backup.saved_at,
            accounts: u32::try_from(backup.entries).ok(),
        }
    }
}
