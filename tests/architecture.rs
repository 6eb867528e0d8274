//! Dependencies between crates. The map is in `docs/ARCHITECTURE.md`; these tests enforce it.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use serde_json::Value;

/// Our crates, and which of our crates each may use. A crate that is not listed may use none.
const MAY_USE: &[(&str, &[&str])] = &[
    ("proofup-desktop", &["proofup-app", "proofup-service", "proofup-stage"]),
    ("proofup-cli", &["proofup-app", "proofup-terminal"]),
    (
        "proofup-app",
        &["proofup-api", "proofup-client", "proofup-otp", "proofup-text", "proofup-token-files", "proofup-vault"],
    ),
    ("proofup-client", &["proofup-api"]),
    ("proofup-vault", &["proofup-otp", "proofup-text"]),
    ("proofup-token-files", &["proofup-otp", "proofup-text"]),
    ("proofup-otp", &["proofup-text"]),
    (
        "proofup-service",
        &[
            "proofup-api",
            "proofup-client",
            "proofup-ldap",
            "proofup-otp",
            "proofup-radius",
            "proofup-store",
            "proofup-terminal",
            "proofup-text",
            "proofup-token-files",
        ],
    ),
    ("proofup-store", &["proofup-api", "proofup-text"]),
];

/// Foreign crates that only some of ours may use.
const KEPT_TO: &[(&str, &[&str])] = &[
    ("tauri", &["proofup-desktop", "proofup-empty-window"]),
    ("axum", &["proofup-service"]),
    ("sqlx", &["proofup-store"]),
    ("sqlx-core", &["proofup-store"]),
    ("rusqlite", &["proofup-store"]),
    ("reqwest", &["proofup-client", "proofup-service"]),
    ("keyring", &["proofup-vault"]),
    ("keyring-core", &["proofup-vault"]),
    ("age", &["proofup-vault"]),
    ("totp-rs", &["proofup-otp"]),
];

/// Programs around the product; they measure and test it, and may use all of our crates.
const AROUND: &[&str] = &["proofup-bench", "proofup-empty-window", "proofup-fuzz", "proofup-qr-gallery"];

/// Each crate of the workspace with its dependencies in a normal build; tests may use more.
fn uses() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .expect("cargo tells about the workspace");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("it tells in JSON");
    let packages = metadata["packages"].as_array().expect("packages are listed");
    packages.iter().map(|package| (name(package), dependencies(package))).collect()
}

fn dependencies(package: &Value) -> BTreeSet<String> {
    let all = package["dependencies"].as_array().expect("dependencies are listed");
    all.iter().filter(|dependency| dependency["kind"].is_null()).map(name).collect()
}

fn name(of: &Value) -> String {
    of["name"].as_str().expect("it has a name").to_owned()
}

#[test]
fn crates_use_only_those_that_the_map_allows() {
    let uses = uses();
    assert!(uses.len() >= 8, "the workspace was not found: {:?}", uses.keys());
    let ours: BTreeSet<_> = uses.keys().cloned().collect();
    for (package, used) in uses.iter().filter(|(package, _)| !AROUND.contains(&package.as_str())) {
        let allowed = MAY_USE.iter().find(|(name, _)| name == package).map_or(&[][..], |(_, allowed)| allowed);
        for other in used.intersection(&ours) {
            assert!(allowed.contains(&other.as_str()), "{package} may not know {other}");
        }
    }
}

#[test]
fn in_the_service_only_its_command_line_for_a_person_knows_the_client() {
    let room = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/crates/service/src"));
    let (mut folders, mut knowing) = (vec![room.to_owned()], 0);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the folder can be listed") {
            let path = entry.expect("it has entries").path();
            if path.is_dir() {
                folders.push(path);
            } else if std::fs::read_to_string(&path).expect("a source is text").contains("proofup_client") {
                assert!(path.starts_with(room.join("cli/interface")), "{} knows the client", path.display());
                knowing += 1;
            }
        }
    }
    assert!(knowing > 0, "the command line was not found");
}

#[test]
fn each_restricted_crate_is_used_only_where_it_may_be() {
    for (package, used) in uses() {
        for (foreign, rooms) in KEPT_TO {
            assert!(!used.contains(*foreign) || rooms.contains(&package.as_str()), "{package} may not name {foreign}");
        }
    }
}

#[test]
fn the_table_names_only_existing_crates() {
    let uses = uses();
    let missing: Vec<_> = MAY_USE.iter().map(|(name, _)| *name).filter(|name| !uses.contains_key(*name)).collect();
    assert!(missing.is_empty(), "{missing:?} is gone; take it off the map");
}

#[test]
fn the_command_line_uses_no_window_library() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--package", "proofup-cli", "--edges", "normal", "--prefix", "none", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .expect("cargo tells about the tree");
    let tree = String::from_utf8(output.stdout).expect("it tells in text");
    let crates: BTreeSet<_> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains("proofup-app"), "the tree was not found: {}", String::from_utf8_lossy(&output.stderr));
    let of_a_window = ["tauri", "wry", "tao", "gtk", "webkit", "gdk", "x11", "wayland"];
    let found: Vec<_> = crates.iter().filter(|name| of_a_window.iter().any(|part| name.starts_with(part))).collect();
    assert!(found.is_empty(), "{found:?}");
}
