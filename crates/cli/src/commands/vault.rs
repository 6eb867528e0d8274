//! `proofup vault …`

mod check;
mod status;

use proofup_app::view::BackupRow;
use serde_json::json;

use crate::{
    arguments::VaultCommand,
    ask,
    output::{Output, table},
    trouble::Trouble,
    vault::TerminalVault,
};

pub(super) async fn run(vault: &TerminalVault, command: VaultCommand, output: &Output) -> Result<(), Trouble> {
    match command {
        VaultCommand::Status => status::run(vault, output).await,
        VaultCommand::Path => output.answer(&json!({"folder": vault.folder()}), || format!("{}\n", vault.folder())),
        VaultCommand::Check => check::run(vault, output).await,
        VaultCommand::Backups => backups(vault, output).await,
        VaultCommand::Restore { name } => restore(vault, name, output).await,
        VaultCommand::Passphrase => passphrase(vault, output).await,
    }
}

/// For a damaged vault the key is known, and its backups need nothing else.
async fn open_for_backups(vault: &TerminalVault) -> Result<(), Trouble> {
    match vault.open().await {
        Err(trouble) if trouble.code() == "vault_damaged" => Ok(()),
        opened => opened,
    }
}

async fn backups(vault: &TerminalVault, output: &Output) -> Result<(), Trouble> {
    open_for_backups(vault).await?;
    let backups = vault.done(vault.parts().vault().vault_backups().await)?;
    let row = |backup: &BackupRow| {
        let accounts = backup.accounts.map_or_else(|| "unreadable".to_owned(), |count| format!("{count} accounts"));
        vec![backup.name.clone(), backup.saved.to_string(), accounts]
    };
    output.answer(&backups, || table(&backups.iter().map(row).collect::<Vec<_>>()))
}

async fn restore(vault: &TerminalVault, name: String, output: &Output) -> Result<(), Trouble> {
    open_for_backups(vault).await?;
    vault.done(vault.parts().vault().restore_vault_backup(name).await)?;
    let accounts = vault.accounts().await?;
    output.answer(&json!({"accounts": accounts.len()}), || format!("Restored; {} accounts\n", accounts.len()))
}

async fn passphrase(vault: &TerminalVault, output: &Output) -> Result<(), Trouble> {
    vault.open().await?;
    let chosen = ask::new_passphrase()?;
    vault.done(vault.parts().vault().set_vault_passphrase(chosen).await)?;
    output.answer(&json!({"changed": true}), || "The vault has this passphrase now.\n".to_owned())
}
