//! `backup`, `restore` and `check` of the real binary, on both kinds of database.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use reqwest::StatusCode;
use serde_json::Value;

use crate::binary::Serving;
use crate::support::PostgresDatabase;

const PASSWORD: &str = "zebra-crossing";

/// A service's folder and database.
struct Place {
    folder: tempfile::TempDir,
    database: Option<PostgresDatabase>,
}

impl Place {
    fn with(database: Option<PostgresDatabase>) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), database }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.run_with_input(arguments, "")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_proofup-service"));
        command.args(arguments).env("PROOFUP_DATA_DIR", self.folder.path()).env_remove("PROOFUP_CONFIG");
        if let Some(database) = &self.database {
            command.env("PROOFUP_DATABASE", database.url()).env("PATH", PostgresDatabase::path());
        }
        command.stderr(Stdio::piped());
        command
    }

    fn run_with_input(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = self.command(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    /// With the server keys of another place.
    fn with_keys_of(self, other: &Self) -> Self {
        std::fs::copy(other.path("proofup.keys.toml"), self.path("proofup.keys.toml")).unwrap();
        self
    }
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complaint(output: &Output) -> String {
    assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

async fn restored_elsewhere(kind: impl Fn() -> Option<PostgresDatabase>) {
    let first = Place::with(kind());
    said(&first.run(&["init"]));
    let add = ["user", "add", "zoe@contoso.example", "--name", "Zoe Zebra", "--password-stdin", "--mfa", "disabled"];
    said(&first.run_with_input(&add, &format!("{PASSWORD}\n")));
    let backups = first.path("backups");
    let token = {
        let serving = Serving::of(&mut first.command(&["serve", "--listen", "127.0.0.1:0"]));
        let token = serving.access_token().await;
        assert_eq!(serving.status_of_me(&token).await, StatusCode::OK);
        token
    };
    let made = said(&first.run(&["backup", backups.to_str().unwrap()]));
    let file = made.lines().next().unwrap().to_owned();
    assert!(made.contains("1 people") && made.contains("sign-in log head"), "{made}");
    assert_private(Path::new(&file));
    assert_private(Path::new(&format!("{file}.json")));

    let here = complaint(&first.run(&["restore", &file]));
    assert!(here.contains("never replaced"), "{here}");

    let other_keys = Place::with(kind());
    said(&other_keys.run(&["init"]));
    let refused = complaint(&Place::with(kind()).with_keys_of(&other_keys).run(&["restore", &file]));
    assert!(refused.contains("are not those"), "{refused}");

    let second = Place::with(kind()).with_keys_of(&first);
    assert!(said(&second.run(&["restore", "--check", &file])).starts_with("it fits and is whole"));
    let restored = said(&second.run(&["restore", &file]));
    assert!(restored.starts_with("restored"), "{restored}");
    assert!(said(&second.run(&["user", "list"])).starts_with("zoe@contoso.example\t"));
    assert!(said(&second.run(&["log", "verify"])).contains("the log is whole"));
    let found: Value = serde_json::from_str(&said(&second.run(&["check", "--json"]))).unwrap();
    let names: Vec<_> = found.as_array().unwrap().iter().map(|finding| finding["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["database", "serverKeys", "signInLog", "clock"]);
    assert!(found.as_array().unwrap().iter().all(|finding| finding["state"] == "ok"), "{found}");
    let serving = Serving::of(&mut second.command(&["serve", "--listen", "127.0.0.1:0"]));
    assert_eq!(serving.status_of_me(&token).await, StatusCode::UNAUTHORIZED, "the sessions of the time before ended");
    serving.access_token().await;
}

fn assert_private(file: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(file).unwrap().permissions().mode() & 0o077, 0, "the copy is its owner's alone");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_comes_back_elsewhere_and_its_sessions_do_not_with_sqlite() {
    restored_elsewhere(|| None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_comes_back_elsewhere_and_its_sessions_do_not_with_postgres() {
    if PostgresDatabase::create().is_some() {
        restored_elsewhere(PostgresDatabase::create).await;
    }
}

#[test]
fn a_check_lists_its_failures_and_has_an_exit_code_for_them() {
    let place = Place::with(None);
    said(&place.run(&["init"]));
    assert!(said(&place.run(&["check"])).lines().all(|line| line.starts_with("ok ")));
    let other = Place::with(None);
    said(&other.run(&["init"]));
    let place = place.with_keys_of(&other);
    let failed = place.run(&["check", "--json"]);
    assert!(complaint(&failed).contains("1 of 1 checks failed"));
    let found: Value = serde_json::from_slice(&failed.stdout).unwrap();
    assert_eq!((&found[0]["name"], &found[0]["state"]), (&"serverKeys".into(), &"failed".into()), "{found}");
}

/// A place with the keys of another one and no database of its own, the other one, and a backup of it.
fn beside_a_backup(kind: &impl Fn() -> Option<PostgresDatabase>) -> (Place, Place, String) {
    let first = Place::with(kind());
    said(&first.run(&["init"]));
    let add = ["user", "add", "zoe@contoso.example", "--name", "Zoe Zebra", "--password-stdin", "--mfa", "disabled"];
    said(&first.run_with_input(&add, &format!("{PASSWORD}\n")));
    let made = said(&first.run(&["backup", first.path("backups").to_str().unwrap()]));
    let file = made.lines().next().unwrap().to_owned();
    (Place::with(kind()).with_keys_of(&first), first, file)
}

fn keys_without_a_database(kind: impl Fn() -> Option<PostgresDatabase>) {
    let (place, _first, file) = beside_a_backup(&kind);
    let files = || std::fs::read_dir(place.folder.path()).unwrap().count();
    let before = files();
    for arguments in [
        &["user", "list"][..],
        &["user", "show", "zoe@contoso.example"],
        &["settings", "get", "blockDays"],
        &["log", "verify"],
        &["backup", "backups"],
        &["serve", "--listen", "127.0.0.1:0"],
    ] {
        let complaint = complaint(&place.run(arguments));
        assert!(
            complaint.contains("no_database") && complaint.contains("proofup-service init"),
            "{arguments:?}: {complaint}"
        );
    }
    let checked = place.run(&["check", "--json"]);
    let found: Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!((&found[0]["name"], &found[0]["state"]), (&"database".into(), &"failed".into()), "{found}");
    assert!(!checked.status.success());
    assert_eq!(files(), before, "nothing was made");
    said(&place.run(&["restore", &file]));
    assert!(said(&place.run(&["user", "list"])).starts_with("zoe@contoso.example\t"));
}

#[test]
fn keys_without_their_database_make_no_other_one_with_sqlite() {
    keys_without_a_database(|| None);
}

#[test]
fn keys_without_their_database_make_no_other_one_with_postgres() {
    if PostgresDatabase::create().is_some() {
        keys_without_a_database(PostgresDatabase::create);
    }
}

fn a_damaged_copy(kind: impl Fn() -> Option<PostgresDatabase>) {
    let (place, _first, file) = beside_a_backup(&kind);
    let whole = std::fs::read(&file).unwrap();
    let mut changed = whole.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    let mut told: Value = serde_json::from_slice(&std::fs::read(format!("{file}.json")).unwrap()).unwrap();
    for damaged in [&whole[..whole.len() / 3], b"no database at all", &changed] {
        std::fs::write(&file, damaged).unwrap();
        for arguments in [&["restore", "--check", &file][..], &["restore", &file]] {
            assert!(complaint(&place.run(arguments)).contains("backup_damaged"), "{arguments:?}");
        }
    }
    // A description of an earlier version has no digest: what cannot be put back leaves nothing behind.
    told.as_object_mut().unwrap().remove("copy");
    std::fs::write(format!("{file}.json"), told.to_string()).unwrap();
    std::fs::write(&file, &whole[..whole.len() / 3]).unwrap();
    complaint(&place.run(&["restore", &file]));
    std::fs::write(&file, &whole).unwrap();
    said(&place.run(&["restore", &file]));
    assert!(said(&place.run(&["check"])).lines().all(|line| line.starts_with("ok ")));
}

#[test]
fn a_copy_that_was_cut_or_changed_is_refused_and_the_right_one_goes_in_after_it_with_sqlite() {
    a_damaged_copy(|| None);
}

#[test]
fn a_copy_that_was_cut_or_changed_is_refused_and_the_right_one_goes_in_after_it_with_postgres() {
    if PostgresDatabase::create().is_some() {
        a_damaged_copy(PostgresDatabase::create);
    }
}

/// What a restore leaves that was killed before the past was ended.
fn is_refused_until_restored_again(place: &Place, file: &str) {
    for arguments in [&["serve", "--listen", "127.0.0.1:0"][..], &["user", "list"]] {
        let complaint = complaint(&place.run(arguments));
        assert!(complaint.contains("restore_incomplete"), "{arguments:?}: {complaint}");
    }
    assert!(!place.run(&["check"]).status.success());
    said(&place.run(&["restore", file]));
    assert!(said(&place.run(&["check"])).lines().all(|line| line.starts_with("ok ")));
    assert!(said(&place.run(&["user", "list"])).starts_with("zoe@contoso.example\t"));
}

#[test]
fn a_restore_that_was_interrupted_opens_nothing_and_is_done_once_more_with_sqlite() {
    let (place, _first, file) = beside_a_backup(&|| None);
    std::fs::copy(&file, place.path("proofup.db.restoring")).unwrap();
    std::fs::write(place.path("proofup.db.restoring-wal"), "half").unwrap();
    is_refused_until_restored_again(&place, &file);
    let left: Vec<_> =
        std::fs::read_dir(place.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("restoring")), "{left:?}");
}

#[test]
fn a_restore_that_was_interrupted_opens_nothing_and_is_done_once_more_with_postgres() {
    if PostgresDatabase::create().is_none() {
        return;
    }
    let (place, _first, file) = beside_a_backup(&PostgresDatabase::create);
    let run = |program: &str, arguments: &[&str]| {
        let database = place.database.as_ref().unwrap();
        let mut command = Command::new(program);
        command.env("PATH", PostgresDatabase::path()).args(["--dbname", &database.url()]).args(arguments);
        said(&command.output().unwrap());
    };
    run("psql", &["--command", "CREATE TABLE proofup_restoring (began_at timestamptz NOT NULL DEFAULT now())"]);
    run("pg_restore", &["--no-owner", "--no-privileges", &file]);
    is_refused_until_restored_again(&place, &file);
}
