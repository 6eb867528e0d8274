//! The server keys: a database is opened with its own, or not at all.

use std::path::Path;
use std::process::{Command, Output};

use proofup_service::{Running, ServerKeys, ServiceError};

use crate::on_both_databases;
use crate::support::{Intruder, SEED_KEY, Tokens};

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_proofup-service"));
    command.args(arguments).env("PROOFUP_DATA_DIR", folder).env_remove("PROOFUP_CONFIG").output().unwrap()
}

fn complaint(output: &Output) -> String {
    assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

on_both_databases! {
    async fn a_node_with_other_keys_does_not_start(service) {
        let other = "03".repeat(32);
        for (pepper, seed_key, named) in [
            (&*other, SEED_KEY, "(pepper)"),
            (crate::support::PEPPER, &*other, "(seed_key)"),
            (&*other, &*"04".repeat(32), "(pepper and seed_key)"),
        ] {
            let mut config = service.config.clone();
            config.listen.set_port(0);
            config.keys = ServerKeys::from_hex(pepper, seed_key).unwrap();
            let error = Running::start(config).await.err().unwrap();
            assert!(matches!(&error, ServiceError::OtherKeys(_)) && error.to_string().contains(named), "{error}");
        }
        let ben = Tokens::of(&service, "ben").await;
        assert_eq!(ben.get(&service, "/v1/me").await["userPrincipalName"], "ben@contoso.example", "the first goes on");
    }

    async fn a_database_without_fingerprints_checks_its_keys_against_its_rows(service) {
        let mut service = service;
        Tokens::of(&service, "ben").await;
        service.running.take().unwrap().stop().await;
        service.cli(&["log", "seal"]).await;
        let mut db = Intruder::at(&service).await;
        for (pepper, seed_key) in [("05".repeat(32), SEED_KEY.to_owned()), (crate::support::PEPPER.to_owned(), "05".repeat(32))] {
            db.run("DELETE FROM server_keys").await;
            let mut config = service.config.clone();
            config.keys = ServerKeys::from_hex(&pepper, &seed_key).unwrap();
            let error = Running::start(config).await.err().unwrap();
            assert!(matches!(error, ServiceError::OtherKeys(_)), "{error}");
        }
        let again = Running::start(service.config.clone()).await.unwrap();
        assert_eq!(db.number("SELECT count(*) FROM server_keys").await, 2, "the right ones are kept");
        again.stop().await;
    }
}

#[test]
fn a_command_makes_no_keys_and_names_the_command_that_does() {
    let folder = tempfile::tempdir().unwrap();
    for command in [&["user", "list"][..], &["settings", "get"], &["log", "verify"], &["token", "list"]] {
        let why = complaint(&run(folder.path(), command));
        assert!(why.contains("no server keys") && why.contains("proofup-service init"), "{why}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "and nothing is left behind");
    assert!(run(folder.path(), &["init"]).status.success());
    assert!(run(folder.path(), &["user", "list"]).status.success());
}

#[test]
fn a_lost_key_file_is_not_made_anew_for_a_database_in_use() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(folder.path(), &["init"]).status.success());
    let keys = folder.path().join("proofup.keys.toml");
    let kept = std::fs::read_to_string(&keys).unwrap();
    std::fs::remove_file(&keys).unwrap();
    for command in [&["serve", "--listen", "127.0.0.1:0"][..], &["init"], &["user", "list"]] {
        let why = complaint(&run(folder.path(), command));
        assert!(why.contains("proofup.keys.toml") && why.contains("bring the key file back"), "{why}");
        assert!(!keys.exists());
    }
    // Mistyped: the file of another service.
    let elsewhere = tempfile::tempdir().unwrap();
    assert!(run(elsewhere.path(), &["init"]).status.success());
    std::fs::copy(elsewhere.path().join("proofup.keys.toml"), &keys).unwrap();
    for command in [&["serve", "--listen", "127.0.0.1:0"][..], &["user", "list"]] {
        let why = complaint(&run(folder.path(), command));
        assert!(why.contains("(pepper and seed_key)"), "{why}");
    }
    std::fs::write(&keys, kept).unwrap();
    assert!(run(folder.path(), &["user", "list"]).status.success());
}

#[cfg(unix)]
#[test]
fn new_files_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("new");
    assert!(run(&folder, &["init"]).status.success());
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for file in std::fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}
