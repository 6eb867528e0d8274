//! `proofup vault`.

use std::fs;

use crate::terminal::Terminal;

#[test]
fn shows_the_state() {
    let terminal = Terminal::new();
    assert_eq!(terminal.run(&["vault", "status", "--json"]).json()["state"], "fresh");
    let terminal = Terminal::with_accounts();
    let status = terminal.run(&["vault", "status", "--json"]).json();
    assert_eq!((&status["state"], &status["accounts"]), (&"unlocked".into(), &3.into()));
    assert_eq!((&status["passphrase"], &status["keyring"]["state"]), (&true.into(), &"off".into()));
    let terminal = terminal.without_passphrase();
    let status = terminal.run(&["vault", "status", "--json"]).json();
    assert_eq!((&status["state"], &status["accounts"]), (&"locked".into(), &serde_json::Value::Null));
    assert!(terminal.run(&["vault", "status"]).done().contains("State       locked"));
}

#[test]
fn shows_the_folder() {
    let terminal = Terminal::new();
    assert_eq!(terminal.run(&["vault", "path"]).done(), format!("{}\n", terminal.data().display()));
}

#[test]
fn tries_the_keys() {
    let terminal = Terminal::with_accounts();
    assert_eq!(terminal.run(&["vault", "check"]).done(), "Keyring     off\nPassphrase  fits\nVault file  readable\n");
    fs::write(terminal.folder.path().join("passphrase"), "another\n").unwrap();
    let ended = terminal.run(&["vault", "check", "--json"]);
    assert_eq!(ended.code, 6);
    assert_eq!(ended.out.trim(), r#"{"keyring":"off","passphrase":"wrong_passphrase","file":"unknown"}"#);
}

#[test]
fn a_check_finds_a_damaged_vault() {
    let terminal = Terminal::with_accounts();
    fs::write(terminal.data().join("vault.age"), "nonsense").unwrap();
    let ended = terminal.run(&["vault", "check"]);
    assert_eq!(ended.code, 7);
    assert!(
        ended.out.contains("Vault file  the vault file is damaged; backups that can be restored: 1"),
        "{}",
        ended.out
    );
    let ended = terminal.run(&["vault", "check", "--json"]);
    assert!(ended.out.contains(r#""file":"vault_damaged""#), "{}", ended.out);
}

#[test]
fn restores_a_backup_of_a_damaged_vault() {
    let terminal = Terminal::with_accounts();
    // The first save after the creation makes the backup.
    let backups = terminal.run(&["vault", "backups", "--json"]).json();
    let name = backups[0]["name"].as_str().unwrap().to_owned();
    fs::write(terminal.data().join("vault.age"), "nonsense").unwrap();
    assert_eq!(terminal.run(&["list"]).code, 7);
    assert!(terminal.run(&["vault", "backups"]).done().contains(&name));
    assert!(terminal.run(&["vault", "restore", &name]).done().starts_with("Restored; "));
    assert_eq!(terminal.run(&["list"]).code, 0);
    let ended = terminal.run(&["vault", "restore", "vault-20200101-000000Z.age", "--json"]);
    assert_eq!((ended.code, ended.fault().as_str()), (3, "backup_unreadable"));
}

#[test]
fn changes_the_passphrase() {
    let terminal = Terminal::with_accounts();
    let short = terminal.run_with(&["vault", "passphrase", "--json"], "short\n");
    assert_eq!((short.code, short.fault().as_str()), (9, "passphrase_too_short"));
    terminal.run_with(&["vault", "passphrase"], "a new passphrase\n").done();
    assert_eq!(terminal.run(&["list"]).code, 6);
    fs::write(terminal.folder.path().join("passphrase"), "a new passphrase").unwrap();
    assert_eq!(terminal.run(&["list"]).done().lines().count(), 3);
}

#[cfg(target_os = "linux")]
#[test]
fn asks_a_person_for_the_passphrase_without_showing_it() {
    use std::{
        io::Write as _,
        process::{Command, Stdio},
    };

    use crate::terminal::PASSPHRASE;

    let terminal = Terminal::with_accounts().without_passphrase();
    // `script` gives the command a terminal of its own.
    let mut child = Command::new("script")
        .args(["--quiet", "--return", "--command"])
        .arg(format!("{} code github --at 59", env!("CARGO_BIN_EXE_proofup")))
        .arg("/dev/null")
        .env("PROOFUP_DATA_DIR", terminal.data())
        .env("PROOFUP_KEYRING", "none")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut typing = child.stdin.take().unwrap();
    // The test types after the prompt, because the terminal shows what is typed earlier.
    let mut stdout = child.stdout.take().unwrap();
    let mut shown = Vec::new();
    let mut byte = [0];
    while std::io::Read::read(&mut stdout, &mut byte).unwrap() == 1 {
        shown.push(byte[0]);
        if shown.ends_with(b"Passphrase of the vault: ") {
            typing.write_all(format!("{PASSPHRASE}\n").as_bytes()).unwrap();
        }
    }
    assert!(child.wait().unwrap().success());
    let shown = String::from_utf8(shown).unwrap();
    assert!(shown.contains("94287082") && !shown.contains(PASSPHRASE), "{shown:?}");
}
