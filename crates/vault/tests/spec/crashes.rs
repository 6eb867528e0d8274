//! The process aborts between any two calls to the disk: confirmed changes are there, and no file is ever there in
//! part.
//!
//! Real child processes abort: this test binary starts itself again. The environment tells it what to do and at which
//! call to abort. Each point runs on a fresh copy of the same folder.

use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use jiff::SignedDuration;
use proofup_vault::{NoKeyring, Status, Vault, VaultConfig, VaultError, replace_file};
use secrecy::{ExposeSecret, SecretString};
use tempfile::TempDir;
use uuid::Uuid;

use crate::world::{account, accounts_of, after_minutes, config, counted, noon, passphrase};

const DIR: &str = "PROOFUP_TEST_VAULT";
const JOB: &str = "PROOFUP_TEST_JOB";
/// The file with the new place of the vault, in the role of the app's settings.
const PLACE: &str = "place.txt";

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

/// Not a test by itself: the work of a child.
#[test]
fn the_child() {
    let Some((dir, job)) = job() else { return };
    let mut words = job.split(' ');
    match (words.next(), words.next(), words.next()) {
        (Some("die"), Some(at), Some(doing)) => die(&dir, at.parse().unwrap(), doing),
        (Some("add-from"), Some(first), None) => {
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
    // Reached only if the call to abort at never came.
    std::process::exit(42);
}

/// Does some work, and aborts before the call of this number.
fn die(dir: &Path, at: usize, doing: &str) {
    // Set when the vault is open and the work begins.
    let left = Arc::new(AtomicUsize::new(usize::MAX));
    let mut config = without_keyring(&dir.join("vault"));
    config.on_call = {
        let left = Arc::clone(&left);
        Arc::new(move |_| {
            if left.fetch_sub(1, Ordering::SeqCst) == 0 {
                std::process::abort();
            }
            Ok(())
        })
    };
    let vault = Vault::new(config);
    if !matches!(doing, "begin" | "restore-damaged") {
        vault.unlock(&words(), noon()).unwrap();
    }
    if doing == "restore-damaged" {
        vault.unlock(&words(), noon()).unwrap_err();
    }
    left.store(at, Ordering::SeqCst);
    let later = after_minutes(100_000);
    let id = || vault.read(|entries| entries[0].id).unwrap();
    let newest = || vault.backups().unwrap()[0].name.clone();
    // Errors are ignored: no call fails unless the process aborts at it.
    match doing {
        "begin" => vault.create_with_passphrase(&words(), noon()).unwrap(),
        "add" => drop(vault.add(account("new"), later).unwrap()),
        "add-without-backup" => drop(vault.add(account("new"), after_minutes(10_000)).unwrap()),
        "rename" => vault.rename(id(), "Contoso", "new", later).unwrap(),
        "delete" => vault.delete(id(), later).unwrap(),
        "count" => drop(vault.next_hotp_code(counter(&vault), later).unwrap()),
        "restore" | "restore-damaged" => vault.restore_backup(&newest(), later).unwrap(),
        "passphrase" => vault.set_passphrase(&passphrase("battery staple")).unwrap(),
        "remove-passphrase" => vault.remove_passphrase().unwrap(),
        "copy" => vault.copy_to(&dir.join("elsewhere"), later, &mut |_, _| true).unwrap(),
        "move" => {
            let moved = |_: &Path| replace_file(&dir.join(PLACE), b"elsewhere", "place");
            vault.move_to(&dir.join("elsewhere"), &mut |_, _| true, moved).unwrap();
        }
        other => panic!("unknown work {other:?}"),
    }
}

fn counter(vault: &Vault) -> Uuid {
    vault.read(|entries| entries.iter().find(|entry| entry.account == "token").map(|entry| entry.id)).unwrap().unwrap()
}

/// A folder with a vault of many accounts, several backups and a confirmed sheet. Made once for each test.
fn template() -> TempDir {
    let folder = TempDir::new().unwrap();
    let vault = Vault::new(without_keyring(&folder.path().join("vault")));
    vault.create_with_passphrase(&words(), noon()).unwrap();
    vault.add(account("anna"), after_minutes(1)).unwrap();
    vault.add(counted("token", 7), after_minutes(2)).unwrap();
    for number in 0..60 {
        vault.add(account(&format!("account {number} {}", "x".repeat(120))), after_minutes(3)).unwrap();
    }
    for hour in 1..=6 {
        vault
            .rename(
                vault.read(|entries| entries[0].id).unwrap(),
                "Contoso",
                &format!("anna {hour}"),
                after_minutes(60 * hour + 3),
            )
            .unwrap();
    }
    vault.rename(vault.read(|entries| entries[0].id).unwrap(), "Contoso", "anna", after_minutes(9_990)).unwrap();
    let sheet = vault.sheet().unwrap();
    let first = SecretString::from(sheet.groups().next().unwrap().to_owned());
    vault.confirm_sheet(&[(1, first)], noon()).unwrap();
    fs::write(folder.path().join("sheet.txt"), sheet.text().expose_secret()).unwrap();
    folder
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copied(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Lets a child abort before each call of some work in turn, and checks the folder. Returns the number of calls.
fn at_every_call(template: &Path, doing: &str, look: impl Fn(&Path, usize)) -> usize {
    for at in 0.. {
        let folder = TempDir::new().unwrap();
        copied(template, folder.path());
        let status = child(folder.path(), &format!("die {at} {doing}")).wait_with_output().unwrap().status;
        if status.code() == Some(42) {
            look(folder.path(), at);
            assert!(at > 3, "{doing} makes more than {at} calls");
            eprintln!("{doing}: died at each of {at} calls");
            return at;
        }
        assert!(status.code().is_none(), "{doing}, call {at}: the child was to die there, not {status}");
        look(folder.path(), at);
    }
    0
}

/// The old or the new content, whole and usable.
fn old_or_new(dir: &Path, at: usize, is_old: impl Fn(&[String]) -> bool, is_new: impl Fn(&[String]) -> bool) {
    let vault = unlocked(&dir.join("vault"));
    let accounts = accounts_of(&vault);
    assert!(is_old(&accounts) || is_new(&accounts), "call {at}: {accounts:?}");
    vault.add(account("next"), after_minutes(200_000)).unwrap_or_else(|error| panic!("call {at}: {error}"));
    assert_eq!(accounts_of(&unlocked(&dir.join("vault"))).len(), accounts.len() + 1, "call {at}: the vault is usable");
}

#[test]
fn dying_while_something_is_saved_leaves_the_old_or_the_new_content_whole() {
    let template = template();
    let whole = |accounts: &[String]| accounts.len() == 62 && accounts[0] == "anna";
    let mut points = 0;
    for doing in ["add", "add-without-backup"] {
        let new = |accounts: &[String]| accounts.len() == 63 && accounts[62] == "new";
        points += at_every_call(template.path(), doing, |dir, at| old_or_new(dir, at, whole, new));
    }
    let renamed = |accounts: &[String]| accounts.len() == 62 && accounts[0] == "new";
    points += at_every_call(template.path(), "rename", |dir, at| old_or_new(dir, at, whole, renamed));
    let deleted = |accounts: &[String]| accounts.len() == 61 && accounts[0] == "token";
    points += at_every_call(template.path(), "delete", |dir, at| old_or_new(dir, at, whole, deleted));
    assert!(points > 60, "{points}");
}

#[test]
fn dying_while_a_code_is_counted_never_shows_a_code_twice() {
    let template = template();
    let points = at_every_call(template.path(), "count", |dir, at| {
        let vault = unlocked(&dir.join("vault"));
        let params = vault.entry(counter(&vault)).unwrap().params;
        let (seven, eight) = (counted("token", 7).params, counted("token", 8).params);
        assert!(params == seven || params == eight, "call {at}");
    });
    assert!(points > 12, "{points}");
}

#[test]
fn dying_while_a_backup_is_restored_leaves_the_old_or_the_restored_content() {
    let template = template();
    let sound = |accounts: &[String]| accounts.len() == 62 && accounts[0] == "anna";
    let restored = |accounts: &[String]| accounts.len() == 62 && accounts[0] == "anna 6";
    let points = at_every_call(template.path(), "restore", |dir, at| old_or_new(dir, at, sound, restored));
    assert!(points > 12, "{points}");

    let damaged = template.path().join("vault/vault.age");
    let mut bytes = fs::read(&damaged).unwrap();
    bytes.truncate(4000);
    fs::write(&damaged, &bytes).unwrap();
    let points = at_every_call(template.path(), "restore-damaged", |dir, at| {
        let vault = Vault::new(without_keyring(&dir.join("vault")));
        match vault.unlock(&words(), noon()) {
            Ok(_) => assert!(restored(&accounts_of(&vault)), "call {at}"),
            Err(VaultError::Damaged { backups }) => assert!(backups.len() >= 5, "call {at}: the backups are there"),
            Err(error) => panic!("call {at}: {error}"),
        }
        let kept = fs::read_dir(dir.join("vault")).unwrap().filter_map(|entry| fs::read(entry.ok()?.path()).ok());
        assert!(kept.into_iter().any(|found| found == bytes), "call {at}: the damaged file is kept");
    });
    assert!(points > 12, "{points}");
}

#[test]
fn dying_while_the_first_vault_is_made_leaves_nothing_or_a_vault_that_opens() {
    let empty = TempDir::new().unwrap();
    let points = at_every_call(empty.path(), "begin", |dir, at| {
        let vault = Vault::new(without_keyring(&dir.join("vault")));
        match vault.status().unwrap() {
            Status::Fresh => vault.create_with_passphrase(&words(), noon()).unwrap(),
            Status::Locked { passphrase_available: true } => drop(vault.unlock(&words(), noon()).unwrap()),
            other => panic!("call {at}: {other:?}"),
        }
        vault.add(account("anna"), after_minutes(1)).unwrap();
        assert_eq!(accounts_of(&unlocked(&dir.join("vault"))), ["anna"], "call {at}");
    });
    assert!(points > 15, "{points}");
}

#[test]
fn dying_while_the_passphrase_is_changed_leaves_one_that_opens() {
    let template = template();
    let points = at_every_call(template.path(), "passphrase", |dir, at| {
        let opens = |text: &str| {
            let vault = Vault::new(without_keyring(&dir.join("vault")));
            match vault.unlock(&passphrase(text), noon()) {
                Ok(_) => true,
                Err(VaultError::WrongPassphrase) => false,
                Err(error) => panic!("call {at}: {error}"),
            }
        };
        assert!(opens("correct horse") ^ opens("battery staple"), "call {at}: the old one or the new one");
    });
    assert!(points > 12, "{points}");

    let sheet = SecretString::from(fs::read_to_string(template.path().join("sheet.txt")).unwrap());
    at_every_call_of_removing(template.path(), &sheet);
}

fn at_every_call_of_removing(template: &Path, sheet: &SecretString) {
    let points = at_every_call(template, "remove-passphrase", |dir, at| {
        let vault = Vault::new(without_keyring(&dir.join("vault")));
        vault.unlock_with_sheet(sheet, noon()).unwrap_or_else(|error| panic!("call {at}: {error}"));
        assert_eq!(accounts_of(&vault).len(), 62, "call {at}");
    });
    assert!(points > 5, "{points}");
}

#[test]
fn dying_while_it_is_moved_leaves_a_whole_vault_where_it_is_looked_for() {
    let template = template();
    let points = at_every_call(template.path(), "move", |dir, at| {
        let place = fs::read_to_string(dir.join(PLACE)).unwrap_or_else(|_| "vault".to_owned());
        let vault = unlocked(&dir.join(place));
        assert_eq!(accounts_of(&vault).len(), 62, "call {at}");
        assert!(vault.backups().unwrap().len() >= 5, "call {at}");
        vault.add(account("next"), after_minutes(200_000)).unwrap_or_else(|error| panic!("call {at}: {error}"));
    });
    assert!(points > 60, "{points}");
}

#[test]
fn dying_while_it_is_copied_leaves_the_vault_as_it_was() {
    let template = template();
    let points = at_every_call(template.path(), "copy", |dir, at| {
        assert_eq!(accounts_of(&unlocked(&dir.join("vault"))).len(), 62, "call {at}");
        if dir.join("elsewhere/vault.age").exists() {
            assert_eq!(accounts_of(&unlocked(&dir.join("elsewhere"))).len(), 62, "call {at}: whole, if it is there");
        }
    });
    assert!(points > 60, "{points}");
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
        // During the next save, at another moment each time.
        std::thread::sleep(std::time::Duration::from_micros(700 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        // Confirmations that were sent before it aborted.
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
