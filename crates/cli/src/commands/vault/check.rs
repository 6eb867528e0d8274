//! `proofup vault check`: checks whether each key opens this vault.

use proofup_app::view::KeyringState;
use serde::Serialize;

use crate::{
    ask,
    output::{Output, table},
    trouble::Trouble,
    vault::TerminalVault,
};

#[derive(Serialize)]
struct Checked {
    /// `fits`, `off`, or an error code.
    keyring: String,
    /// `fits`, `none`, or an error code.
    passphrase: String,
}

pub(super) async fn run(vault: &TerminalVault, output: &Output) -> Result<(), Trouble> {
    if vault.is_fresh().await? {
        return Err(Trouble::NoVault { folder: vault.folder().to_owned() });
    }
    let parts = vault.parts();
    let off = parts.vault().keyring_state() == KeyringState::Off;
    let keyring = if off { None } else { Some(vault.done(parts.vault().check_keyring().await)) };
    let passphrase =
        if vault.done(parts.vault().has_passphrase().await)? { Some(under_passphrase(vault).await) } else { None };
    let checked = Checked { keyring: word(keyring.as_ref(), "off"), passphrase: word(passphrase.as_ref(), "none") };
    let rows = [("Keyring", &checked.keyring), ("Passphrase", &checked.passphrase)];
    output.answer(&checked, || table(&rows.map(|(name, word)| vec![name.to_owned(), word.clone()])))?;
    // One key that fits is enough; if none does, the first error is the answer.
    match (keyring, passphrase) {
        (Some(Ok(())), _) | (_, Some(Ok(()))) => Ok(()),
        (_, Some(fault)) | (Some(fault), None) => fault,
        (None, None) => Err(Trouble::NobodyToAsk("the keyring is switched off and there is no passphrase")),
    }
}

async fn under_passphrase(vault: &TerminalVault) -> Result<(), Trouble> {
    let passphrase = match vault.parts().vault().passphrase_at_hand().await {
        Some(given) => vault.done(given)?,
        None => ask::passphrase("Passphrase of the vault: ")?,
    };
    vault.done(vault.parts().vault().check_passphrase(passphrase).await)
}

fn word(checked: Option<&Result<(), Trouble>>, absent: &str) -> String {
    match checked {
        None => absent.to_owned(),
        Some(Ok(())) => "fits".to_owned(),
        Some(Err(trouble)) => trouble.code().to_owned(),
    }
}
