//! The shell: windows, commands, clipboard, the demo. It depends on Tauri and contains no rules; the use cases are in
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
