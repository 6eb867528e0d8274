//! A data folder with accounts in the authenticator, created with the vault itself.

use std::{error::Error, path::Path, sync::Arc};

use jiff::Timestamp;
use proofup_app::Profile;
use proofup_otp::{Algorithm, Kind, OtpError, OtpParams, Secret};
use proofup_vault::{NewEntry, NoKeyring, SecretStore, Status, Vault, VaultConfig};
use secrecy::SecretString;
use tempfile::TempDir;
use uuid::Uuid;

/// A passphrase for the measurement only.
pub const PASSPHRASE: &str = "a passphrase for the bench";
/// The app separates the demo's files from the person's own.
pub const DEMO: &str = "demo";

/// A folder for `PROOFUP_DATA_DIR`.
pub fn prepare(accounts: usize) -> Result<TempDir, Box<dyn Error>> {
    let store: Arc<dyn SecretStore> = Arc::new(NoKeyring);
    prepare_in(&store, accounts)
}

/// The same with the key in a keyring too, if there is one.
pub fn prepare_in(store: &Arc<dyn SecretStore>, accounts: usize) -> Result<TempDir, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    fill(&folder.path().join(DEMO), store, accounts)?;
    Ok(folder)
}

/// A folder for `PROOFUP_DATA_DIR`, with the key in the keyring of this session, where the window finds it.
pub fn prepare_for_window(accounts: usize) -> Result<TempDir, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let chosen = |name: &str| (name == "PROOFUP_DATA_DIR").then(|| folder.path().into());
    let place = Profile::find(chosen, None, true)?;
    fill(&place.data_folder, &place.secret_store, accounts)?;
    Ok(folder)
}

fn fill(folder: &Path, store: &Arc<dyn SecretStore>, accounts: usize) -> Result<(), Box<dyn Error>> {
    let now = Timestamp::UNIX_EPOCH;
    let vault = Vault::new(VaultConfig::new(folder.to_owned(), store.clone(), Arc::new(Uuid::new_v4)));
    let passphrase = SecretString::from(PASSPHRASE);
    match vault.open(now)?.status {
        Status::Unlocked => vault.set_passphrase(&passphrase)?,
        _ => vault.create_with_passphrase(&passphrase, now)?,
    }
    let new = (0..accounts).map(|number| {
        let secret = Secret::from_bytes(format!("secret of account {number:04}").into_bytes())?;
        let params = OtpParams::new(secret, Kind::Totp { period: 30 }, Algorithm::Sha1, 6)?;
        let (issuer, account) = (format!("Issuer {number}"), "ann@contoso.example".to_owned());
        Ok(NewEntry { issuer, account, params, organisation: None })
    });
    vault.add_all(new.collect::<Result<_, OtpError>>()?, now)?;
    Ok(())
}
