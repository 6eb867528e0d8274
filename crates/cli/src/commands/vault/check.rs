//! `proofup vault check`: checks whether each key opens this vault, and whether its file can be read.

use proofup_app::{
    SecretText,
    view::{KeyringState, VaultState},
};
use serde::Serialize;

use crate::{
    ask,
    output::{Output, table},
    trouble::Trouble,
    vault::TerminalVault,
};

/// For scripts.
#[derive(Serialize)]
struct Checked<'a> {
    /// `fits`, `off`, or an error code.
    keyring: &'a str,
    /// `fits`, `none`, or an error code.
    passphrase: &'a str,
    /// `readable`, `unknown` without a key that fits, or an error code.
    file: &'a str,
}

pub(super) async fn run(vault: &TerminalVault, output: &Output) -> Result<(), Trouble> {
    if vault.is_fresh().await? {
        return Err(Trouble::NoVault { folder: vault.folder().to_owned() });
    }
    let parts = vault.parts();
    let off = parts.vault().keyring_state() == KeyringState::Off;
    let keyring = if off { None } else { Some(vault.done(parts.vault().check_keyring().await)) };
    let typed =
        if vault.done(parts.vault().has_passphrase().await)? { Some(ask_for_passphrase(vault).await?) } else { None };
    let passphrase = match &typed {
        Some(typed) => Some(vault.done(parts.vault().check_passphrase(typed.clone()).await)),
        None => None,
    };
    let fits = [&keyring, &passphrase].into_iter().any(|key| matches!(key, Some(Ok(()))));
    let file = if fits { Some(read(vault, typed).await) } else { None };
    let rows = [
        ("Keyring", &keyring, "fits", "off"),
        ("Passphrase", &passphrase, "fits", "none"),
        ("Vault file", &file, "readable", "unknown"),
    ];
    let [keyring_code, passphrase_code, file_code] = rows.map(|(_, checked, good, absent)| match checked {
        None => absent,
        Some(Ok(())) => good,
        Some(Err(trouble)) => trouble.code(),
    });
    let codes = Checked { keyring: keyring_code, passphrase: passphrase_code, file: file_code };
    output.answer(&codes, || {
        table(&rows.map(|(name, checked, good, absent)| {
            let words = match checked {
                None => absent.to_owned(),
                Some(Ok(())) => good.to_owned(),
                Some(Err(trouble)) => trouble.to_string(),
            };
            vec![name.to_owned(), words]
        }))
    })?;
    // One key that fits is enough; if none does, the first error is the answer.
    match (file, passphrase, keyring) {
        (Some(file), ..) => file,
        (None, Some(fault), _) | (None, None, Some(fault)) => fault,
        (None, None, None) => Err(Trouble::NobodyToAsk("the keyring is switched off and there is no passphrase")),
    }
}

async fn ask_for_passphrase(vault: &TerminalVault) -> Result<SecretText, Trouble> {
    match vault.parts().vault().passphrase_at_hand().await {
        Some(given) => vault.done(given),
        None => ask::passphrase("Passphrase of the vault: "),
    }
}

/// Opens the vault with the key that fits.
async fn read(vault: &TerminalVault, typed: Option<SecretText>) -> Result<(), Trouble> {
    let parts = vault.parts();
    match (vault.done(parts.vault().open_vault_only().await)?, typed) {
        (VaultState::Unlocked, _) | (_, None) => Ok(()),
        (_, Some(typed)) => vault.done(parts.vault().unlock_vault(typed).await),
    }
}
