//! `proofup import`.

use std::fs;

use crate::terminal::{PASSPHRASE, SECRET, Terminal};

const AEGIS: &str = r#"{"version":1,"header":{},"db":{"version":3,"entries":[
    {"type":"totp","name":"ann","issuer":"GitHub","info":{"secret":"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ","algo":"SHA1","digits":8,"period":30}},
    {"type":"hotp","name":"ben","issuer":"Contoso","info":{"secret":"MFRGGZDFMZTWQ2LK","algo":"SHA256","digits":6,"counter":7}},
    {"type":"motp","name":"old","issuer":"Phone","info":{"secret":"GEZD","pin":"1"}}]}}"#;

fn file(terminal: &Terminal, text: &str) -> String {
    let path = terminal.folder.path().join("export");
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn a_dry_run_shows_each_verdict_and_changes_nothing() {
    let terminal = Terminal::with_accounts();
    let path = file(&terminal, AEGIS);
    let ended = terminal.run(&["import", &path, "--dry-run", "--json"]);
    assert_eq!(ended.code, 9, "one entry was left out: {}", ended.err);
    let answer: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(answer["format"], "aegis");
    let entries = answer["entries"].as_array().unwrap();
    assert_eq!((&entries[0]["verdict"], &entries[1]["verdict"]), (&"same".into(), &"new".into()));
    let ben = &entries[1];
    for (field, value) in [("type", "hotp"), ("issuer", "Contoso"), ("account", "ben"), ("algorithm", "SHA256")] {
        assert_eq!(ben[field], value);
    }
    assert_eq!((&ben["digits"], &ben["counter"], &ben["period"]), (&6.into(), &7.into(), &serde_json::Value::Null));
    assert_eq!(ben.get("secret"), None);
    assert_eq!(
        (&answer["rejected"][0]["index"], &answer["rejected"][0]["code"]),
        (&3.into(), &"link_kind_unknown".into())
    );
    assert_eq!(answer["counts"], serde_json::Value::Null);
    assert!(!ended.out.contains(SECRET) && !ended.err.contains(SECRET));
    assert_eq!(terminal.run(&["list", "--json"]).json().as_array().unwrap().len(), 3);
}

#[test]
fn shows_secrets_only_on_request() {
    let terminal = Terminal::new();
    let path = file(&terminal, AEGIS);
    let ended = terminal.run(&["import", &path, "--dry-run", "--json", "--show-secrets"]);
    let answer: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(answer["entries"][0]["secret"], SECRET);
    assert!(terminal.run(&["import", &path, "--dry-run", "--show-secrets"]).out.contains(SECRET));
    assert!(!terminal.run(&["import", &path, "--dry-run"]).out.contains(SECRET));
    assert!(!terminal.data().join("vault.age").exists(), "a dry run creates no vault");
}

#[test]
fn an_import_adds_what_is_new_and_a_second_one_adds_nothing() {
    let terminal = Terminal::with_vault();
    let path = file(&terminal, AEGIS);
    let first = terminal.run(&["import", &path]);
    assert!(first.out.contains("3 read, 2 added, 0 changed, 0 there already, 1 cannot be used"), "{}", first.out);
    let again = terminal.run(&["import", &path]);
    assert!(again.out.contains("3 read, 0 added, 0 changed, 2 there already, 1 cannot be used"), "{}", again.out);
    assert_eq!(terminal.run(&["list", "--json"]).json().as_array().unwrap().len(), 2);
}

#[test]
fn a_name_that_is_too_long_is_refused_by_import_as_by_add() {
    let terminal = Terminal::with_vault();
    let link = format!("otpauth://totp/{}?secret={SECRET}", "x".repeat(600));
    let added = terminal.run_with(&["add", "--json"], &link);
    assert_eq!((added.code, added.fault().as_str()), (9, "account_name_too_long"));
    let ended = terminal.run(&["import", &file(&terminal, &link), "--dry-run", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!((ended.code, &answer["rejected"][0]["code"]), (9, &"account_name_too_long".into()));
}

#[test]
fn a_wrong_password_a_damaged_file_and_a_newer_version_end_differently() {
    let terminal = Terminal::with_accounts();
    let copy = terminal.folder.path().join("copy.age").display().to_string();
    terminal.run(&["export", "--age", "--output", &copy]).done();
    let newer = file(&terminal, r#"{"version":7,"header":{},"db":{}}"#);
    let ended = terminal.run(&["import", &newer, "--json"]);
    assert_eq!((ended.code, ended.fault().as_str()), (10, "import_version_unsupported"));
    let damaged = file(&terminal, r#"{"version":1,"header":{},"db":{"version":3}}"#);
    let ended = terminal.run(&["import", &damaged, "--json"]);
    assert_eq!((ended.code, ended.fault().as_str()), (7, "import_damaged"));
    let anything = file(&terminal, "hello");
    let ended = terminal.run(&["import", &anything, "--json"]);
    assert_eq!((ended.code, ended.fault().as_str()), (9, "import_unrecognised"));
    let sealed = terminal.folder.path().join("sealed").display().to_string();
    fs::write(&sealed, include_str!("../../../token-files/tests/imports/ente_encrypted.json")).unwrap();
    let ended = terminal.run(&["import", &sealed, "--json"]);
    assert_eq!((ended.code, ended.fault().as_str()), (5, "import_password_needed"));
    let ended = terminal.run_with(&["import", &sealed, "--json", "--password-stdin"], PASSPHRASE);
    assert_eq!((ended.code, ended.fault().as_str()), (6, "import_password_or_damaged"));
    terminal.run_with(&["import", &sealed, "--password-stdin"], "correct horse\n").done();
}

#[test]
fn what_is_exported_is_imported_by_another_vault() {
    let terminal = Terminal::with_accounts();
    for (format, password) in [
        ("links", None),
        ("aegis", None),
        ("aegis-encrypted", Some("their own")),
        ("encrypted", Some("their own")),
        ("csv", None),
        ("ente", None),
        ("2fas", None),
        ("kdbx", Some("their own")),
        ("pskc", Some("their own")),
    ] {
        let path = terminal.folder.path().join(format).display().to_string();
        let arguments = ["export", "--format", format, "--output", &path];
        match password {
            Some(password) => terminal.run_with(&arguments, password).done(),
            None => terminal.run(&arguments).done(),
        };
        let other = Terminal::with_vault();
        let import = ["import", &path, "--json", "--password-stdin"];
        let ended = other.run_with(&import, password.unwrap_or_default());
        let answer = ended.json();
        assert_eq!((&answer["counts"]["read"], &answer["counts"]["added"]), (&3.into(), &3.into()), "{format}");
    }
    let only = terminal.run(&["export", "--only", "bank"]);
    assert!(only.err.contains("in clear"));
    assert_eq!(only.done().lines().count(), 1);
}
