//! Nobody is captive: the stock `age` tool opens a vault with its identity.

use std::{
    fs,
    process::{Command, Output},
};

use secrecy::ExposeSecret;
use serde_json::Value;

use crate::world::World;

fn age(arguments: &[&std::ffi::OsStr]) -> Option<Output> {
    Command::new("age").args(arguments).output().ok()
}

#[test]
fn the_stock_tool_opens_the_vault() {
    let (world, vault) = World::with_accounts(&["anna", "ben"]);
    let sheet = world.folder.path().join("identity.txt");
    fs::write(&sheet, world.identity().to_string().expose_secret()).unwrap();
    let file = world.file("vault.age");
    let Some(output) = age(&["--decrypt".as_ref(), "--identity".as_ref(), sheet.as_ref(), file.as_ref()]) else {
        eprintln!("skipped: age is not installed");
        return;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let plain: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(plain["entries"][1]["account"], "ben");
    assert_eq!(plain, world.plain());
    drop(vault);
}
