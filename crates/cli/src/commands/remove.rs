//! `proofup remove`

use crate::{find, output::Output, trouble::Trouble, vault::TerminalVault};

pub(super) async fn run(vault: &TerminalVault, query: &str, output: &Output) -> Result<(), Trouble> {
    vault.open().await?;
    let accounts = vault.accounts().await?;
    let account = find::only(&accounts, query)?;
    vault.done(vault.parts().authenticator().delete_accounts(std::slice::from_ref(&account.id)).await)?;
    output.answer(account, || format!("Removed {}; the vault keeps it for restoring\n", account.name()))
}
