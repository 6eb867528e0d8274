//! Exit codes, as the manual documents them.

use std::fs;

use crate::terminal::{SECRET, Terminal};

#[test]
fn nothing_found() {
    let fresh = Terminal::new();
    let ended = fresh.run(&["list", "--json"]);
    assert_eq!((ended.code, ended.fault().as_str()), (3, "no_vault"));
    assert!(!fresh.data().exists(), "reading creates nothing");
    let terminal = Terminal::with_accounts();
    for arguments in [["code", "nobody"], ["list", "nobody"], ["remove", "nobody"]] {
        let ended = terminal.run(&[&arguments[..], &["--json"]].concat());
        assert_eq!((ended.code, ended.fault().as_str()), (3, "account_not_found"));
    }
}

#[test]
fn several_match() {
    let terminal = Terminal::with_accounts();
    let ended = terminal.run(&["code", "ann"]);
    assert_eq!((ended.code, ended.out.as_str()), (4, ""));
    assert!(ended.err.contains("GitHub (ann), Bank (ann)"), "{}", ended.err);
}

#[test]
fn a_locked_vault_without_a_terminal_to_ask_on() {
    let terminal = Terminal::with_accounts().without_passphrase();
    let ended = terminal.run(&["code", "github", "--json"]);
    assert_eq!((ended.code, ended.fault().as_str()), (5, "nobody_to_ask"));
    let begun =
        Terminal::new().without_passphrase().run_with(&["add", "--json"], &format!("otpauth://totp/a?secret={SECRET}"));
    assert_eq!((begun.code, begun.fault().as_str()), (5, "nobody_to_ask"));
}

#[test]
fn wrong_passphrase() {
    let terminal = Terminal::with_accounts();
    fs::write(terminal.folder.path().join("passphrase"), "another\n").unwrap();
    let ended = terminal.run(&["list", "--json"]);
    assert_eq!((ended.code, ended.fault().as_str()), (6, "wrong_passphrase"));
}

#[test]
fn a_missing_passphrase_file_or_command_is_an_error() {
    let terminal = Terminal::with_accounts();
    fs::remove_file(terminal.folder.path().join("passphrase")).unwrap();
    let ended = terminal.run(&["list", "--json"]);
    assert_eq!((ended.code, ended.fault().as_str()), (5, "passphrase_unavailable"));
}

#[test]
fn damaged() {
    let terminal = Terminal::with_accounts();
    let file = terminal.data().join("vault.age");
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() - 9]).unwrap();
    let ended = terminal.run(&["list", "--json"]);
    assert_eq!((ended.code, ended.fault().as_str()), (7, "vault_damaged"));
}

#[test]
fn busy() {
    let terminal = Terminal::with_accounts();
    let lock = fs::File::options().write(true).open(terminal.data().join("vault.lock")).unwrap();
    lock.lock().unwrap();
    let ended = terminal.run(&["remove", "github", "--json"]);
    assert_eq!((ended.code, ended.fault().as_str()), (8, "vault_busy"));
    assert_eq!(terminal.run(&["list"]).done().lines().count(), 3);
}

#[test]
fn wrong_command_line() {
    let terminal = Terminal::new();
    assert_eq!(terminal.run(&["code", "github", "--at", "yesterday"]).code, 2);
    assert_eq!(terminal.run(&["sing"]).code, 2);
    assert_eq!(terminal.run(&[]).code, 2);
}

#[test]
fn the_manual_lists_every_exit_code() {
    let manual = Terminal::new().run(&["--help"]).done();
    for number in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] {
        assert!(manual.lines().any(|line| line.trim_start().starts_with(&format!("{number}  "))), "{number}");
    }
}

#[test]
fn completes_in_every_shell() {
    let terminal = Terminal::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(terminal.run(&["completions", shell]).done().contains("proofup"), "{shell}");
    }
}
