//! Permissions: each window may call its own commands, and nothing of Tauri except receiving events.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tauri::ipc::InvokeBody;

use super::shell::Shell;
use crate::commands::list::{DEMO_PHONE_COMMANDS, MAIL_APP_COMMANDS, MAIN_COMMANDS, PANEL_COMMANDS};

fn configuration() -> Value {
    serde_json::from_str(include_str!("../../tauri.conf.json")).expect("the configuration is JSON")
}

fn granted(window: &str) -> BTreeSet<String> {
    let configuration = configuration();
    let capabilities = configuration["app"]["security"]["capabilities"].as_array().expect("they are listed");
    let own = capabilities.iter().filter(|capability| capability["windows"] == json!([window]));
    own.flat_map(|capability| capability["permissions"].as_array().expect("they are listed"))
        .map(|permission| permission.as_str().expect("a permission is a name").to_owned())
        .collect()
}

fn wanted(commands: &[&str]) -> BTreeSet<String> {
    let events = ["core:event:allow-listen", "core:event:allow-unlisten"].map(str::to_owned);
    commands.iter().map(|command| format!("allow-{}", command.replace('_', "-"))).chain(events).collect()
}

#[test]
fn each_window_is_granted_its_own_commands_by_name() {
    assert_eq!(granted("main"), wanted(MAIN_COMMANDS));
    assert_eq!(granted("demo-phone"), wanted(DEMO_PHONE_COMMANDS));
    assert_eq!(granted("panel"), wanted(PANEL_COMMANDS));
    assert_eq!(granted("mail-app"), wanted(MAIL_APP_COMMANDS));
    let count = configuration()["app"]["security"]["capabilities"].as_array().map(Vec::len);
    assert_eq!(count, Some(4), "nobody else is granted anything");
}

#[test]
fn the_windows_of_the_demo_cannot_call_commands_of_the_main_window() {
    let shell = Shell::new();
    for (label, own) in
        [("demo-phone", DEMO_PHONE_COMMANDS), ("panel", PANEL_COMMANDS), ("mail-app", MAIL_APP_COMMANDS)]
    {
        for command in MAIN_COMMANDS.iter().filter(|command| !own.contains(command)) {
            let refused = shell.call(label, command, InvokeBody::Json(json!({}))).expect_err(command);
            assert!(refused.to_string().contains("not allowed"), "{label}, {command}: {refused}");
        }
    }
}

#[test]
fn the_pages_can_use_only_the_events_of_tauri() {
    let shell = Shell::new();
    for command in [
        "plugin:window|close",
        "plugin:webview|create_webview_window",
        "plugin:event|emit",
        "plugin:path|resolve_directory",
        "plugin:app|version",
        "plugin:clipboard-manager|read_text",
        "phone_messages",
    ] {
        let refused = shell.call("main", command, InvokeBody::Json(json!({}))).expect_err(command);
        let text = refused.to_string();
        assert!(text.contains("not allowed") || text.contains("not found"), "{command}: {text}");
    }
}

#[test]
fn the_policy_of_the_pages_is_strict() {
    let configuration = configuration();
    let security = &configuration["app"]["security"];
    let policy = security["csp"].as_str().expect("there is a policy");
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(configuration["app"]["withGlobalTauri"], false);
}
