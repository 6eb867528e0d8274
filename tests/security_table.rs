//! The table in `docs/security.md` names tests as proofs; this test finds a missing one.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::{
    fs,
    path::{Path, PathBuf},
};

#[test]
fn every_proof_that_the_table_names_is_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = fs::read_to_string(root.join("docs/security.md")).expect("the table is there");
    let proofs: Vec<&str> = table.lines().filter(|line| line.starts_with("| **")).flat_map(proofs).collect();
    assert!(proofs.len() > 20, "the table was not read: {proofs:?}");
    let folders = ["crates", "src-tauri"].map(|folder| rust_files(&root.join(folder)));
    let sources: Vec<String> = folders.iter().flatten().map(|file| read(file)).collect();
    let missing: Vec<_> = proofs
        .into_iter()
        .filter(|proof| !sources.iter().any(|source| source.contains(&format!("fn {proof}("))))
        .collect();
    assert!(missing.is_empty(), "no test is called {missing:?}");
}

/// The names in backticks in the last column.
fn proofs(row: &str) -> impl Iterator<Item = &str> {
    let last = row.trim_end_matches('|').rsplit('|').next().unwrap_or_default();
    last.split('`').skip(1).step_by(2)
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read").map(|entry| entry.expect("so can its entries"));
    let (folders, files): (Vec<_>, Vec<_>) = entries.map(|entry| entry.path()).partition(|path| path.is_dir());
    let below = folders.iter().flat_map(|folder| rust_files(folder));
    below.chain(files.into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "rs"))).collect()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("a source can be read")
}
