//! The process of the desktop app. Only this file and `lib.rs` read arguments and the environment.

// No console window beside the app on Windows.
#![cfg_attr(all(not(debug_assertions), target_os = "windows"), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    proofup_desktop::run(std::time::Instant::now())
}
