//! The list of commands for the UI. `UPDATE_TYPES=1` writes it.

use std::{collections::BTreeSet, fs, path::Path};

use crate::commands::list::{DEMO_PHONE_COMMANDS, MAIL_APP_COMMANDS, MAIN_COMMANDS, PANEL_COMMANDS};

#[test]
fn generated_commands_are_current() {
    let names: BTreeSet<_> =
        [MAIN_COMMANDS, DEMO_PHONE_COMMANDS, PANEL_COMMANDS, MAIL_APP_COMMANDS].into_iter().flatten().collect();
    let lines: String = names.iter().map(|name| format!("  \"{name}\",\n")).collect();
    let wanted = format!(
        "// Generated from the Rust commands by `make types`. Do not edit.\n\nexport const commands = [\n{lines}] as const;\n"
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/backend/generated/commands.ts");
    #[expect(clippy::disallowed_methods, reason = "the person at the keyboard says whether to write")]
    let update = std::env::var_os("UPDATE_TYPES").is_some();
    if update {
        fs::write(&path, &wanted).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), wanted, "run `make types`");
}

#[test]
fn the_terminal_and_the_window_use_the_same_folder() {
    let config: serde_json::Value = serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
    assert_eq!(config["identifier"], proofup_app::DATA_FOLDER_NAME);
}
