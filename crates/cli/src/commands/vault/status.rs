//! `proofup vault status`: the state of the vault, without a question.

use proofup_app::view::{KeyringState, VaultState};
use serde::Serialize;

use crate::{
    output::{Output, table},
    trouble::Trouble,
    vault::TerminalVault,
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Status {
    folder: String,
    /// `fresh`, `locked`, `unlocked`, or an error code.
    state: String,
    keyring: KeyringState,
    /// Whether there is a key under a passphrase.
    passphrase: bool,
    /// Null while the vault is locked.
    accounts: Option<usize>,
    /// Null while the vault is locked.
    backups: Option<usize>,
}

pub(super) async fn run(vault: &TerminalVault, output: &Output) -> Result<(), Trouble> {
    let parts = vault.parts();
    let state = if vault.is_fresh().await? {
        "fresh".to_owned()
    } else {
        match parts.vault().open_vault_only().await {
            Ok(VaultState::Unlocked) => "unlocked".to_owned(),
            Ok(_) => "locked".to_owned(),
            Err(error) => Trouble::of(parts, &error).code().to_owned(),
        }
    };
    let status = Status {
        folder: vault.folder().to_owned(),
        accounts: vault.accounts().await.ok().map(|accounts| accounts.len()),
        backups: parts.vault().vault_backups().await.ok().map(|backups| backups.len()),
        keyring: parts.vault().keyring_state(),
        passphrase: vault.done(parts.vault().has_passphrase().await)?,
        state,
    };
    output.answer(&status, || text(&status))
}

fn text(status: &Status) -> String {
    let number = |count: Option<usize>| count.map_or_else(|| "unknown while locked".to_owned(), |n| n.to_string());
    let keyring = match &status.keyring {
        KeyringState::Working { name } => name.clone(),
        KeyringState::Unavailable { detail } => format!("unavailable: {detail}"),
        KeyringState::Off => "switched off".to_owned(),
    };
    let rows = [
        ("Folder", status.folder.clone()),
        ("State", status.state.clone()),
        ("Keyring", keyring),
        ("Passphrase", if status.passphrase { "set" } else { "none" }.to_owned()),
        ("Accounts", number(status.accounts)),
        ("Backups", number(status.backups)),
    ];
    table(&rows.map(|(name, value)| vec![name.to_owned(), value]))
}
