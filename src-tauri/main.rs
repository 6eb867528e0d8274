//! The desktop app's process: arguments and environment are read here and in `lib.rs`, and nowhere below.

// No console window beside the app on Windows.
#![cfg_attr(all(not(debug_assertions), target_os = "windows"), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    proofup_desktop::run(std::time::Instant::now())
}
