//! Unlocks a thousand accounts with the key in a real Secret Service, compared with the bare call to it.

#[expect(clippy::expect_used, reason = "without a keyring there is nothing to measure")]
#[path = "../../../support/keyring.rs"]
mod keyring;

use std::{error::Error, sync::Arc, time::Instant};

use proofup_app::{KeyringTimeLimits, OsKeyring, SecretStore, view::VaultState};
use proofup_bench::{
    accounts::{DEMO, prepare_in},
    summary::{Summary, ratio},
    verdict,
};

use super::list::{milliseconds, open};

const RUNS: usize = 9;
/// The limit in milliseconds, including the keyring.
const BAR: f64 = 500.0;

/// Prints one line. It needs a D-Bus session without another keyring, as `scripts/with-display` provides.
pub async fn print(accounts: usize) -> Result<(), Box<dyn Error>> {
    let _keyring = keyring::Keyring::start();
    let store: Arc<dyn SecretStore> = Arc::new(OsKeyring::new("bench", KeyringTimeLimits::default()));
    let folder = prepare_in(&store, accounts)?;
    let app = open(folder.path().join(DEMO), store.clone());
    app.start().await;
    let (mut bare, mut unlock) = (vec![], vec![]);
    for _ in 0..RUNS {
        app.vault().lock_vault().await;
        let begun = Instant::now();
        store.get("vault-key")?;
        bare.push(milliseconds(begun.elapsed()));
        let begun = Instant::now();
        app.vault().open_vault_only().await.map_err(|error| error.to_string())?;
        unlock.push(milliseconds(begun.elapsed()));
        if app.status().status().vault != VaultState::Unlocked {
            return Err(format!("the keyring did not open the vault: {:?}", app.status().status().vault).into());
        }
    }
    let (ours, least) = (Summary::of(&unlock).median, Summary::of(&bare).median);
    let met = verdict(ours < BAR);
    println!(
        "| unlock by keyring, ms | {ours:.1} | {least:.1}, bare keyring call | {} | < {BAR} ms | {met} |",
        ratio(ours, least)
    );
    Ok(())
}
