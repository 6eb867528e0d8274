//! The stock `age` tool opens a vault with exactly the commands of the user guide.

use std::{
    io::{Read, Write},
    path::Path,
    process::{Command, Output, Stdio},
};

use secrecy::ExposeSecret;
use serde_json::Value;

use crate::world::{World, passphrase};

const GUIDE: &str = include_str!("../../../../docs/user-guide.md");
const PASSPHRASE: &str = "correct horse battery";

/// The commands of the guide after a sentence.
fn commands(after: &str) -> &'static str {
    let (_, rest) = GUIDE.split_once(after).unwrap_or_else(|| panic!("the guide says no longer {after:?}"));
    rest.split("```").nth(1).unwrap()
}

/// Runs commands in the folder of a vault, in a terminal if they prompt there.
fn run(folder: &Path, commands: &str, typed: &str, in_a_terminal: bool) -> Output {
    let script = folder.join("commands.sh");
    std::fs::write(&script, format!("set -e\n{commands}")).unwrap();
    let mut shell = if in_a_terminal { Command::new("script") } else { Command::new("sh") };
    if in_a_terminal {
        shell.args(["-qec", "sh commands.sh", "/dev/null"]);
    } else {
        shell.arg(&script);
    }
    let mut child =
        shell.current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = child.stdout.take().unwrap();
    let mut said = Vec::new();
    // A terminal drops what is typed before the prompt.
    while in_a_terminal && !String::from_utf8_lossy(&said).contains("passphrase") {
        let mut byte = [0];
        output.read_exact(&mut byte).unwrap();
        said.push(byte[0]);
    }
    input.write_all(typed.as_bytes()).unwrap();
    // Outside of a terminal the end of the input replaces Ctrl+D; inside, it would end the running command.
    let input = in_a_terminal.then_some(input);
    output.read_to_end(&mut said).unwrap();
    drop(input);
    Output { stdout: said, ..child.wait_with_output().unwrap() }
}

fn tools_are_there() -> bool {
    let there = |tool: &str| Command::new(tool).arg("--version").output().is_ok();
    let all = ["age", "script", "shred"].into_iter().all(there);
    if !all {
        eprintln!("skipped: age, script and shred are not all installed");
    }
    all
}

fn accounts(output: &Output) -> Vec<String> {
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said} {}", String::from_utf8_lossy(&output.stderr));
    let json = said.find('{').map(|start| &said[start..=said.rfind('}').unwrap()]);
    let plain: Value = serde_json::from_str(json.unwrap_or_else(|| panic!("no vault in {said:?}"))).unwrap();
    let entries = plain["entries"].as_array().unwrap();
    entries.iter().map(|entry| entry["account"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_passphrase_opens_it_as_the_guide_says() {
    if !tools_are_there() {
        return;
    }
    let (world, vault) = World::with_accounts(&["anna", "ben"]);
    vault.set_passphrase(&passphrase(PASSPHRASE)).unwrap();
    let id = vault.key_copies().unwrap().key_id.to_string();
    let commands = commands("With a passphrase:").replace("<id>", &id);
    let output = run(&world.dir(), &commands, &format!("{PASSPHRASE}\n"), true);
    assert_eq!(accounts(&output), ["anna", "ben"]);
    assert!(!world.file("identity.txt").exists(), "the key does not stay behind");
}

#[test]
fn the_recovery_sheet_opens_it_as_the_guide_says() {
    if !tools_are_there() {
        return;
    }
    let (world, vault) = World::with_accounts(&["anna", "ben"]);
    let sheet = vault.sheet().unwrap();
    let output =
        run(&world.dir(), commands("With the recovery sheet:"), &format!("{}\n", sheet.text().expose_secret()), false);
    assert_eq!(accounts(&output), ["anna", "ben"]);
}
