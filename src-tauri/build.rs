//! Registers every command with Tauri by name, so that each needs its own permission.

#[path = "commands/list.rs"]
mod command_list;

use command_list::{DEMO_PHONE_COMMANDS, MAIL_APP_COMMANDS, MAIN_COMMANDS, PANEL_COMMANDS};

fn main() {
    let mut commands = MAIN_COMMANDS.to_vec();
    for other in [DEMO_PHONE_COMMANDS, PANEL_COMMANDS, MAIL_APP_COMMANDS] {
        for command in other {
            if !commands.contains(command) {
                commands.push(command);
            }
        }
    }
    // The build script is short-lived, so leaking the list is harmless.
    // By default Tauri watches `permissions`, which it writes itself: Cargo would run this script and compile the shell twice.
    let manifest =
        tauri_build::AppManifest::new().commands(commands.leak()).permissions_path_pattern("permissions/*.toml");
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo::error={error:#}");
    }
}
