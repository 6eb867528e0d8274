//! The process dies at any moment: what was confirmed is there, and the file is never in part.
//!
//! Real child processes die here: this test binary starts itself again, told by the environment what to do.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use jiff::SignedDuration;
use proofup_vault::{NoKeyring, SaveStep, Status, Vault, VaultConfig};
use secrecy::SecretString;
use tempfile::TempDir;

use crate::world::{account, accounts_of, after_minutes, config, noon, passphrase};

const DIR: &str = "PROOFUP_TEST_VAULT";
const JOB: &str = "PROOFUP_TEST_JOB";

fn words() -> SecretString {
    passphrase("correct horse")
}

fn without_keyring(dir: &Path) -> VaultConfig {
    config(dir.to_owned(), Arc::new(NoKeyring))
}

fn unlocked(dir: &Path) -> Vault {
    let vault = Vault::new(without_keyring(dir));
    vault.unlock(&words(), noon()).unwrap();
    vault
}

fn child(dir: &Path, job: &str) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "crashes::the_child", "--nocapture", "--test-threads=1"])
        .env(DIR, dir)
        .env(JOB, job)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[expect(clippy::disallowed_methods, reason = "the parent says by the environment what to do")]
fn job() -> Option<(PathBuf, String)> {
    Some((env::var_os(DIR)?.into(), env::var(JOB).ok()?))
}

/// Not a test by itself: what a child does.
#[test]
fn the_child() {
    let Some((dir, job)) = job() else { return };
    match job.split_once(' ') {
        Some(("die-adding-at", step)) => {
            let (config, armed) = dying_at(&dir, step);
            let vault = Vault::new(config);
            vault.unlock(&words(), noon()).unwrap();
            armed.store(true, Ordering::SeqCst);
            let _ = vault.add(account("ben"), after_minutes(200));
        }
        Some(("die-creating-at", step)) => {
            let (config, armed) = dying_at(&dir, step);
            armed.store(true, Ordering::SeqCst);
            let _ = Vault::new(config).create_with_passphrase(&words(), noon());
        }
        Some(("add-from", first)) => {
            let vault = unlocked(&dir);
            let mut out = std::io::stdout();
            for number in first.parse::<i64>().unwrap().. {
                vault.add(account(&number.to_string()), noon() + SignedDuration::from_hours(number)).unwrap();
                writeln!(out, "confirmed {number}").unwrap();
                out.flush().unwrap();
            }
        }
        other => panic!("unknown job {other:?}"),
    }
    // Reached only if the moment to die never came.
    std::process::exit(42);
}

fn dying_at(dir: &Path, step: &str) -> (VaultConfig, Arc<AtomicBool>) {
    let index: usize = step.parse().unwrap();
    let armed = Arc::new(AtomicBool::new(false));
    let mut config = without_keyring(dir);
    config.on_step = {
        let armed = Arc::clone(&armed);
        Arc::new(move |step| {
            if step == SaveStep::ALL[index] && armed.load(Ordering::SeqCst) {
                std::process::abort();
            }
            Ok(())
        })
    };
    (config, armed)
}

fn died(child: Child, step: SaveStep) {
    let status = child.wait_with_output().unwrap().status;
    assert!(!status.success() && status.code() != Some(42), "{step:?}: the child was to die there, not {status}");
}

#[test]
fn dying_at_any_step_of_a_save_leaves_the_old_or_the_new_content_whole() {
    for (index, step) in SaveStep::ALL.into_iter().enumerate() {
        let folder = TempDir::new().unwrap();
        let vault = Vault::new(without_keyring(folder.path()));
        vault.create_with_passphrase(&words(), noon()).unwrap();
        vault.add(account("anna"), after_minutes(1)).unwrap();
        drop(vault);
        died(child(folder.path(), &format!("die-adding-at {index}")), step);
        let vault = unlocked(folder.path());
        let renamed = matches!(step, SaveStep::SyncFolder | SaveStep::Note);
        let expected: &[&str] = if renamed { &["anna", "ben"] } else { &["anna"] };
        assert_eq!(accounts_of(&vault), expected, "{step:?}");
        vault.add(account("eva"), after_minutes(201)).unwrap_or_else(|error| panic!("{step:?}: {error}"));
        assert_eq!(accounts_of(&unlocked(folder.path())).len(), expected.len() + 1, "{step:?}: life goes on");
    }
}

#[test]
fn dying_at_any_step_of_the_first_save_leaves_a_vault_that_the_passphrase_opens() {
    for (index, step) in SaveStep::ALL.into_iter().enumerate().filter(|(_, step)| *step != SaveStep::Backup) {
        let folder = TempDir::new().unwrap();
        let dir = folder.path().join("data");
        died(child(&dir, &format!("die-creating-at {index}")), step);
        let vault = Vault::new(without_keyring(&dir));
        assert_eq!(vault.status().unwrap(), Status::Locked { passphrase_available: true }, "{step:?}");
        assert_eq!(vault.unlock(&words(), noon()).unwrap().status, Status::Unlocked, "{step:?}");
        vault.add(account("anna"), after_minutes(1)).unwrap();
        assert_eq!(accounts_of(&unlocked(&dir)), ["anna"], "{step:?}");
    }
}

#[test]
fn killing_it_at_any_moment_loses_nothing_that_was_confirmed() {
    let folder = TempDir::new().unwrap();
    Vault::new(without_keyring(folder.path())).create_with_passphrase(&words(), noon()).unwrap();
    let mut there = 0;
    for round in 0..12_u64 {
        let mut child = child(folder.path(), &format!("add-from {there}"));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut confirmed = there;
        for _ in 0..=round % 4 {
            let line = lines.find_map(|line| line.unwrap().strip_prefix("confirmed ").map(str::to_owned)).unwrap();
            confirmed = line.parse::<usize>().unwrap() + 1;
        }
        // Somewhere into the next save, at another place each time.
        std::thread::sleep(std::time::Duration::from_micros(700 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        // Confirmations that were on their way when it died.
        let rest =
            lines.map_while(Result::ok).filter_map(|line| line.strip_prefix("confirmed ")?.parse::<usize>().ok());
        confirmed = rest.last().map_or(confirmed, |last| last + 1);
        let accounts = accounts_of(&unlocked(folder.path()));
        there = accounts.len();
        assert!(there >= confirmed, "round {round}: {confirmed} were confirmed and {there} are there");
        assert!(there <= confirmed + 1, "round {round}: at most the save that was cut off is there unconfirmed");
        let expected: Vec<String> = (0..there).map(|number| number.to_string()).collect();
        assert_eq!(accounts, expected, "round {round}: each of them, once, in order");
    }
    assert!(there >= 12);
}
