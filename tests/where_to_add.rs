//! `docs/where-to-add.md` names files and folders; this test finds one that does not exist.

use std::{fs, path::Path};

#[test]
fn every_path_that_the_page_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/where-to-add.md")).expect("the page is there");
    let named: Vec<_> = page.split('`').skip(1).step_by(2).filter(|name| is_path(name)).collect();
    assert!(named.len() > 50, "the page was not read: {named:?}");
    let missing: Vec<_> = named.iter().filter(|path| !root.join(path).exists()).collect();
    assert!(missing.is_empty(), "these do not exist: {missing:?}");
}

/// Names without a folder are short forms of a path before them.
fn is_path(name: &str) -> bool {
    let roots = ["crates/", "docs/", "src-tauri/", "tests/", "ui/"];
    name == "tauri.conf.json" || roots.iter().any(|root| name.starts_with(root))
}
