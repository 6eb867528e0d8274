//! A thousand accounts: from the passphrase to the list, each refresh, and a save.

use std::{
    error::Error,
    hint::black_box,
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use proofup_app::{
    App, Clipboard, Environment, HostInfo, NoKeyring, SecretStore, SecretText, ServiceSource, Setup, WorkFactor,
};
use zeroize::Zeroizing;

use proofup_bench::{
    accounts::{DEMO, PASSPHRASE, prepare},
    summary::{Summary, ratio},
    verdict,
};

const RUNS: usize = 9;
/// The limit for showing the list after unlocking, in milliseconds.
const READY: f64 = 100.0;

/// Prints a line for each step.
pub async fn print(accounts: usize, drawn: usize) -> Result<(), Box<dyn Error>> {
    let folder = prepare(accounts)?;
    let app = open(folder.path().join(DEMO), Arc::new(NoKeyring));
    app.start().await;

    let (mut scrypt, mut unlock, mut floor, mut ready, mut bare, mut tick) =
        (vec![], vec![], vec![], vec![], vec![], vec![]);
    for _ in 0..RUNS {
        scrypt.push(milliseconds(bare_scrypt()?));
        app.vault().lock_vault().await;
        let begun = Instant::now();
        app.vault().unlock_vault(SecretText::new(PASSPHRASE)).await.map_err(|error| error.to_string())?;
        unlock.push(milliseconds(begun.elapsed()));

        let begun = Instant::now();
        let view = app.authenticator().authenticator().await.map_err(|error| error.to_string())?;
        let rows = serde_json::to_vec(&view)?;
        let ids: Vec<String> = view.accounts.iter().take(drawn).map(|row| row.id.clone()).collect();
        let codes = app.authenticator().codes_of(&ids).await.map_err(|error| error.to_string())?;
        let first = serde_json::to_vec(&codes)?;
        ready.push(milliseconds(begun.elapsed()));

        // The same bytes again, from existing values.
        let values: (serde_json::Value, serde_json::Value) =
            (serde_json::from_slice(&rows)?, serde_json::from_slice(&first)?);
        let begun = Instant::now();
        black_box(serde_json::to_vec(&values)?);
        floor.push(milliseconds(begun.elapsed()));

        let begun = Instant::now();
        black_box(serde_json::to_vec(&app.authenticator().codes_of(&ids).await.map_err(|error| error.to_string())?)?);
        tick.push(milliseconds(begun.elapsed()));
        let begun = Instant::now();
        black_box(serde_json::to_vec(&app.authenticator().codes().await.map_err(|error| error.to_string())?)?);
        bare.push(milliseconds(begun.elapsed()));
    }
    let median = |measured: &[f64]| Summary::of(measured).median;
    let (ours, least) = (median(&unlock), median(&scrypt));
    let met = verdict(ours <= least + READY);
    println!(
        "| unlock by passphrase, ms | {ours:.0} | {least:.0}, bare scrypt | {} | ≤ + {READY} ms | {met} |",
        ratio(ours, least)
    );
    let (ours, least) = (median(&ready), median(&floor));
    let met = verdict(ours <= READY);
    println!(
        "| unlocked → list with its codes, ms | {ours:.2} | {least:.2}, the same JSON | {} | ≤ {READY} ms | {met} |",
        ratio(ours, least)
    );
    let (ours, all) = (median(&tick), median(&bare));
    println!(
        "| a tick, codes of the rows drawn, ms | {ours:.3} | {all:.3}, codes of all | {} | – | |",
        ratio(ours, all)
    );
    Ok(())
}

/// The app without a window.
pub(super) fn open(data_folder: PathBuf, secret_store: Arc<dyn SecretStore>) -> App {
    App::new(Setup {
        data_folder,
        secret_store,
        environment: Arc::new(Here),
        clipboard: Arc::new(NoClipboard),
        host: HostInfo::default(),
        service: ServiceSource::Settings,
        passphrase: None,
        passphrase_cost: WorkFactor::STANDARD,
        version: String::new(),
    })
}

pub(super) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The minimum time to check a passphrase: N = 2^17, r = 8, p = 1.
fn bare_scrypt() -> Result<Duration, Box<dyn Error>> {
    let params = scrypt::Params::new(17, 8, 1, 32)?;
    let mut key = [0; 32];
    let begun = Instant::now();
    scrypt::scrypt(PASSPHRASE.as_bytes(), b"age-encryption.org/v1/scrypt", &params, &mut key)?;
    black_box(key);
    Ok(begun.elapsed())
}

struct Here;

#[expect(clippy::disallowed_methods, reason = "a bench is an edge")]
impl Environment for Here {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn fill_random(&self, buffer: &mut [u8]) {
        buffer.copy_from_slice(&uuid::Uuid::new_v4().as_bytes().repeat(buffer.len() / 16 + 1)[..buffer.len()]);
    }
}

struct NoClipboard;

impl Clipboard for NoClipboard {
    fn write(&self, _: &str) -> Result<(), String> {
        Ok(())
    }

    fn write_secret(&self, _: &str) -> Result<(), String> {
        Ok(())
    }

    fn read(&self) -> Option<Zeroizing<String>> {
        None
    }

    fn clear(&self) -> Result<(), String> {
        Ok(())
    }
}
