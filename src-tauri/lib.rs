//! The shell: windows, commands, clipboard, the demo. It knows Tauri and decides nothing; what the app does is in
//! `proofup-app`.

mod arguments;
mod commands;
mod demo;
mod deployed;
mod desktop;
mod env_variables;
mod environment;
mod instance;
#[cfg(target_os = "linux")]
mod linux;
mod log;
mod quick_access;
mod shortcut;
mod start;
mod tray;
mod windows;

#[cfg(test)]
mod tests;

pub use start::run;
