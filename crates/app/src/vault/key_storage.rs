//! Key storage: the copies of the vault's key, added, removed and confirmed.

use proofup_api::SecretText;
use proofup_token_files::qr_svg;
use proofup_vault::{KeyCopies, KeyringCopy, Sheet, StoreKind, Vault};
use secrecy::{ExposeSecret, SecretString};

use super::{VaultSession, passphrase::for_vault};
use crate::{
    AppError, Change,
    view::{KeyStorage, KeyringKeyState, RecoverySheet, SheetAnswer, VaultHealth, VaultView},
};

/// The number of groups of the sheet that the person has to enter.
const ASKED: usize = 2;

impl VaultSession {
    /// The vault, for the Settings page.
    ///
    /// # Errors
    /// Those of the disk.
    pub async fn vault_view(&self) -> Result<VaultView, AppError> {
        let (off, now) = (self.secret_store.describe() == StoreKind::SwitchedOff, self.environment.now());
        let known = self.with_vault(move |vault| {
            let storage = vault.key_copies().ok().map(|key_copies| key_storage_view(key_copies, off));
            let newest = vault.newest_backup().ok().flatten();
            Ok((vault.folder(), storage, newest, vault.outside_copy(now).made))
        });
        let (folder, key_storage, newest, copied) = known.await?;
        Ok(VaultView {
            moved: folder != self.data_folder,
            folder: folder.display().to_string(),
            key_storage,
            newest_backup: newest.map(Into::into),
            copied,
            triggers: *self.state.triggers(),
        })
    }

    /// The notices about the vault. Does not ask the keyring, so that a page may call it often.
    ///
    /// # Errors
    /// Those of the disk; a locked vault has no notices about its key.
    pub async fn vault_health(&self) -> Result<VaultHealth, AppError> {
        let now = self.environment.now();
        let asked = self.with_vault(move |vault| {
            let keyring_alone = vault.has_second_key_copy().is_ok_and(|has| !has);
            Ok((keyring_alone, vault.outside_copy(now)))
        });
        let (keyring_alone, copy) = asked.await?;
        let notices = self.state.notices().clone();
        Ok(VaultHealth { notices, keyring_alone, copy_due: copy.due, copied: copy.made })
    }

    /// Removes the passphrase.
    ///
    /// # Errors
    /// No recovery sheet is confirmed, the vault is locked, and those of the disk.
    pub async fn remove_vault_passphrase(&self) -> Result<(), AppError> {
        self.change_key_storage(Vault::remove_passphrase).await
    }

    /// Stores the key in the keyring.
    ///
    /// # Errors
    /// The keyring does not store it, or has the key of another vault.
    pub async fn keep_vault_in_keyring(&self) -> Result<(), AppError> {
        self.change_key_storage(Vault::keep_in_keyring).await?;
        self.state.set_key_in_keyring(true);
        Ok(())
    }

    /// Removes the key from the keyring.
    ///
    /// # Errors
    /// There is no other copy of the key, or the keyring failed.
    pub async fn remove_vault_from_keyring(&self) -> Result<(), AppError> {
        self.change_key_storage(Vault::remove_from_keyring).await?;
        self.state.set_key_in_keyring(false);
        Ok(())
    }

    /// The recovery sheet for printing, with the groups that the person has to enter. It contains the vault's key, so
    /// the person has to confirm with the key first, as for an account's QR code.
    ///
    /// # Errors
    /// The vault is locked, or the key does not fit.
    pub async fn recovery_sheet(&self, passphrase: Option<SecretText>) -> Result<SheetAnswer, AppError> {
        // A locked vault is an error for every passphrase.
        self.with_vault(|vault| vault.read(|_| ())).await?;
        if !self.opened_once_more(passphrase).await? {
            return Ok(SheetAnswer::PassphraseNeeded);
        }
        let asked = self.two_groups();
        let sheet = self.with_vault(Vault::sheet).await?;
        let qr = qr_svg(sheet.text().expose_secret())?;
        let shown = RecoverySheet {
            key_id: sheet.key_id().to_string(),
            prefix: Sheet::prefix().to_owned(),
            groups: sheet.groups().map(str::to_owned).collect(),
            qr_svg: qr.to_string(),
            made: self.environment.now(),
            asked: asked.iter().filter_map(|group| u32::try_from(*group).ok()).collect(),
        };
        *self.state.asked() = asked;
        Ok(SheetAnswer::Shown { sheet: shown })
    }

    /// Confirms the recovery sheet with the entered groups.
    ///
    /// # Errors
    /// The wrong group.
    pub async fn confirm_recovery_sheet(&self, pieces: Vec<SecretText>) -> Result<(), AppError> {
        let asked = self.state.asked().clone();
        let typed = pieces.iter().map(for_vault).chain(std::iter::repeat(SecretString::from(String::new())));
        let pieces: Vec<_> = asked.into_iter().zip(typed).collect();
        let now = self.environment.now();
        self.change_key_storage(move |vault| vault.confirm_sheet(&pieces, now)).await
    }

    /// Opens the vault with a typed recovery sheet.
    ///
    /// # Errors
    /// The mistyped groups, or the sheet belongs to another vault.
    pub async fn unlock_vault_with_sheet(&self, typed: SecretText) -> Result<(), AppError> {
        let (now, typed) = (self.environment.now(), for_vault(&typed));
        let opened = self.with_vault(move |vault| vault.unlock_with_sheet(&typed, now)).await;
        self.settle(opened).await
    }

    /// Accepts the present vault file, and removes the notices about it.
    ///
    /// # Errors
    /// The vault is locked, and those of the disk.
    pub async fn dismiss_vault_notices(&self) -> Result<(), AppError> {
        self.with_vault(Vault::accept).await?;
        self.state.notices().clear();
        self.publisher.announce(Change::Authenticator);
        Ok(())
    }

    pub(crate) async fn change_key_storage(
        &self,
        change: impl FnOnce(&Vault) -> Result<(), proofup_vault::VaultError> + Send + 'static,
    ) -> Result<(), AppError> {
        self.with_vault(change).await?;
        self.publisher.announce(Change::Authenticator);
        Ok(())
    }

    /// Two different groups, at random.
    fn two_groups(&self) -> Vec<usize> {
        let mut asked = Vec::with_capacity(ASKED);
        while asked.len() < ASKED {
            let mut byte = [0];
            self.environment.fill_random(&mut byte);
            let group = usize::from(byte[0]) % Sheet::WHOLE_GROUPS + 1;
            if !asked.contains(&group) {
                asked.push(group);
            }
        }
        asked.sort_unstable();
        asked
    }
}

fn key_storage_view(key_copies: KeyCopies, off: bool) -> KeyStorage {
    let keyring = match key_copies.keyring {
        _ if off => KeyringKeyState::Off,
        KeyringCopy::Holds => KeyringKeyState::Holds,
        KeyringCopy::Empty => KeyringKeyState::Empty,
        KeyringCopy::HoldsAnother(_) => KeyringKeyState::Another,
        KeyringCopy::Silent(_) => KeyringKeyState::Silent,
    };
    KeyStorage {
        key_id: key_copies.key_id.to_string(),
        keyring,
        passphrase: key_copies.passphrase,
        sheet: key_copies.sheet,
    }
}
