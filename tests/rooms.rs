//! The modules ("rooms") of the large crates, and which may use which. A room may use only those above it in its table,
//! so that there is no circle. A module that is in no table fails the test.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, UseTree};

/// `crates/service/src`, the lowest layer first.
const SERVICE: &[&str] = &[
    "runtime",
    "directory",
    "passwords",
    "telephony",
    "mail",
    "settings",
    "context",
    "throttle",
    "session",
    "notices",
    "audit",
    "delivery",
    "people",
    "methods",
    "app_passwords",
    "sign_in",
    "account",
    "administration",
    "synchronization",
    "endpoints",
    "server",
    "operation",
    "cli",
    "demo",
];

/// `crates/app/src`, the lowest layer first. Those up to `offline` need no service.
const APP: &[&str] = &[
    "view",
    "faults",
    "status",
    "clipboard",
    "profile",
    "vault",
    "authenticator",
    "offline",
    "service",
    "activity",
    "administration",
    "app_passwords",
    "links",
    "quick_access",
    "approvals",
    "security_info",
    "sign_in",
    "preferences",
    "app",
];

/// `src-tauri`, the lowest layer first.
const SHELL: &[&str] = &[
    "env_variables",
    "arguments",
    "log",
    "deployed",
    "linux",
    "environment",
    "windows",
    "desktop",
    "shortcut",
    "instance",
    "tray",
    "quick_access",
    "demo",
    "commands",
    "start",
];

#[test]
fn rooms_of_the_app_use_those_above_them() {
    let arrows = arrows_of("crates/app/src", APP);
    assert!(arrows.len() > 50, "the sources were not read: {arrows:?}");
}

#[test]
fn rooms_of_the_shell_use_those_above_them() {
    let arrows = arrows_of("src-tauri", SHELL);
    assert!(arrows.len() > 20, "the sources were not read: {arrows:?}");
}

#[test]
fn rooms_of_the_service_use_those_above_them() {
    let arrows = arrows_of("crates/service/src", SERVICE);
    assert!(arrows.len() > 50, "the sources were not read: {arrows:?}");
}

/// Which room uses which, after checking that it is allowed.
fn arrows_of(folder: &str, rooms: &[&str]) -> BTreeSet<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = BTreeMap::new();
    read(&folder, &[], &mut files);
    let offered = offered_by(&folder.join("lib.rs"));
    let mut arrows = BTreeSet::new();
    for (module, file) in &files {
        let Some(room) = module.first() else { continue };
        let place = rooms.iter().position(|known| known == room);
        let place = place.unwrap_or_else(|| panic!("{} is in no room: add it to the table", file.display()));
        for used in uses_of(file, module) {
            // A name that the crate offers leads to the room from which it comes.
            let used = used.first().and_then(|name| offered.get(name)).unwrap_or(&used);
            let Some(other) = used.first().filter(|other| rooms.contains(&other.as_str())) else { continue };
            let below = rooms.iter().position(|known| known == other).is_some_and(|other| other > place);
            assert!(
                !below,
                "{room} may not use {other}, which is above it: {} uses {}",
                file.display(),
                used.join("::")
            );
            if other != room {
                arrows.insert((room.clone(), other.clone()));
            }
        }
    }
    arrows
}

/// The names that `lib.rs` offers, each with the path from which it comes.
fn offered_by(file: &Path) -> BTreeMap<String, Vec<String>> {
    let text = std::fs::read_to_string(file).expect("the crate has a lib.rs");
    let parsed = syn::parse_file(&text).expect("it is Rust");
    let mut found = Found { module: Vec::new(), paths: Vec::new() };
    for item in &parsed.items {
        if let Item::Use(item) = item {
            found.keep_tree(&item.tree, &["self".to_owned()]);
        }
    }
    found.paths.into_iter().filter_map(|path| Some((path.last()?.clone(), path))).collect()
}

/// Every module of a folder with its file. The crate's own files and tests are in no room.
fn read(folder: &Path, module: &[String], files: &mut BTreeMap<Vec<String>, PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        let name = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
        let inner: Vec<String> = module.iter().cloned().chain([name.clone()]).collect();
        if module.is_empty() && name == "tests" {
            continue;
        }
        if path.is_dir() {
            read(&path, &inner, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            match name.as_str() {
                "lib" | "main" | "build" => {}
                "mod" => drop(files.insert(module.to_vec(), path)),
                _ => drop(files.insert(inner, path)),
            }
        }
    }
}

/// The paths within the crate that a file uses, from the crate's root. Tests may use all modules.
fn uses_of(file: &Path, module: &[String]) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(file).expect("the file can be read");
    let mut parsed = syn::parse_file(&text).expect("it is Rust");
    parsed.items.retain(|item| !matches!(item, Item::Mod(inner) if is_for_tests(inner)));
    let mut found = Found { module: module.to_vec(), paths: Vec::new() };
    found.visit_file(&parsed);
    found.paths
}

fn is_for_tests(module: &ItemMod) -> bool {
    let of_test = |attribute: &Attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    };
    module.attrs.iter().any(of_test)
}

struct Found {
    module: Vec<String>,
    paths: Vec<Vec<String>>,
}

impl Found {
    /// Keeps a path that begins with `crate`, `self` or `super`, as a path from the crate's root.
    fn keep(&mut self, path: &[String]) {
        let mut base = match path.first().map(String::as_str) {
            Some("crate") => Vec::new(),
            Some("self" | "super") => self.module.clone(),
            _ => return,
        };
        for part in path {
            match part.as_str() {
                "crate" | "self" => {}
                "super" => drop(base.pop()),
                other => base.push(other.to_owned()),
            }
        }
        self.paths.push(base);
    }

    fn keep_tree(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: String| before.iter().cloned().chain([name]).collect::<Vec<_>>();
        match tree {
            UseTree::Path(path) => self.keep_tree(&path.tree, &with(path.ident.to_string())),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.keep_tree(tree, before)),
            UseTree::Name(name) => self.keep(&with(name.ident.to_string())),
            UseTree::Rename(rename) => self.keep(&with(rename.ident.to_string())),
            UseTree::Glob(_) => self.keep(before),
        }
    }
}

impl<'ast> Visit<'ast> for Found {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.keep_tree(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.keep(&parts);
        visit::visit_path(self, path);
    }
}
