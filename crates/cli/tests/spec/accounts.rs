//! Adding, listing and removing.

use crate::terminal::{SECRET, Terminal};

#[test]
fn adds_links_and_lists_them_in_order() {
    let terminal = Terminal::with_accounts();
    let listed = terminal.run(&["list"]).done();
    assert_eq!(listed, "GitHub  ann  totp\nCafé    zoe  totp\nBank    ann  hotp\n");
    let json = terminal.run(&["list", "cafe", "--json"]).json();
    assert_eq!(json.as_array().unwrap().len(), 1);
    assert_eq!(
        (&json[0]["issuer"], &json[0]["period"], &json[0]["kind"]),
        (&"Café".into(), &60.into(), &"totp".into())
    );
    assert!(json[0].get("secret").is_none());
}

#[test]
fn adds_by_fields_with_the_secret_from_standard_input() {
    let terminal = Terminal::new();
    let fields = ["add", "--issuer", "Bank", "--account", "ann", "--algorithm", "sha256", "--digits", "8"];
    assert_eq!(terminal.run_with(&fields, "gezd gnbv gy3t qojq gezd gnbv gy3t qojq\n").done(), "Added Bank (ann)\n");
    let exported = terminal.run(&["export"]).done();
    assert!(
        exported.contains(&format!("secret={SECRET}&issuer=Bank&algorithm=SHA256&digits=8&period=30")),
        "{exported}"
    );
}

#[test]
fn adds_steam_with_its_five_letters() {
    let terminal = Terminal::new();
    terminal.run_with(&["add", "--issuer", "Steam", "--kind", "steam"], SECRET).done();
    assert_eq!(terminal.run(&["list"]).done(), "Steam    steam\n");
    assert_eq!(terminal.run(&["code", "steam"]).done().trim().len(), 5);
}

#[test]
fn one_link_that_is_none_adds_nothing() {
    let terminal = Terminal::new();
    let links = format!("otpauth://totp/a?secret={SECRET}\nhttps://example.com\n");
    let ended = terminal.run_with(&["add", "--json"], &links);
    assert_eq!((ended.code, ended.fault().as_str()), (9, "link_not_otpauth"));
    assert_eq!(terminal.run(&["list"]).done(), "");
}

#[test]
fn the_very_same_account_is_refused() {
    let terminal = Terminal::with_accounts();
    let again = terminal.run_with(&["add", "--json"], &format!("otpauth://totp/GitHub:ann?secret={SECRET}&digits=8"));
    assert_eq!((again.code, again.fault().as_str()), (9, "account_exists"));
}

#[test]
fn a_removed_account_is_kept_for_restoring() {
    let terminal = Terminal::with_accounts();
    assert!(terminal.run(&["remove", "github"]).done().starts_with("Removed GitHub (ann)"));
    assert_eq!(terminal.run(&["code", "github"]).code, 3);
    assert_eq!(terminal.run(&["list"]).done().lines().count(), 2);
}

#[test]
fn a_picture_without_a_code_is_refused_before_a_vault_is_begun() {
    let terminal = Terminal::new();
    let missing = terminal.run(&["add", "--picture", "/nowhere.png", "--json"]);
    assert_eq!((missing.code, missing.fault().as_str()), (9, "file_unreadable"));
    assert_eq!(terminal.run(&["list"]).code, 3);
}

#[test]
fn no_secret_is_in_the_log() {
    let terminal = Terminal::new();
    let mut child = terminal
        .command(&["add", "--issuer", "GitHub"])
        .env("PROOFUP_LOG", "trace")
        .stdin(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), SECRET.as_bytes()).unwrap();
    let added = crate::terminal::Ended::of(child.wait_with_output().unwrap());
    assert_eq!(added.code, 0);
    let coded = terminal.command(&["code", "github"]).env("PROOFUP_LOG", "trace").output().unwrap();
    let coded = crate::terminal::Ended::of(coded);
    for log in [added.err, coded.err] {
        assert!(!log.contains(SECRET) && !log.contains(coded.out.trim()) && !log.contains(crate::terminal::PASSPHRASE));
    }
}
