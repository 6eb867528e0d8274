//! The shell: windows, commands, clipboard, the demo. It knows Tauri and decides nothing; what the app does is in
//! `proofup-app`.

mod arguments;
mod at_hand;
mod clipboard;
mod closing;
#[cfg(test)]
mod command_list;
mod commands;
mod demo;
mod deployed;
mod environment;
mod first_instance;
mod folder_lock;
mod folder_picker;
mod log;
mod news;
mod notifications;
mod page_recovery;
#[cfg(target_os = "linux")]
mod portal;
#[cfg(target_os = "linux")]
mod rendering;
mod screen;
mod session_start;
mod session_watch;
mod shortcut;
#[cfg(target_os = "linux")]
mod shortcut_portal;
#[cfg(target_os = "linux")]
mod shortcut_x11;
mod start;
mod start_mark;
mod system_clock;
mod tray;
mod tray_host;
mod window_place;
mod windows;
mod world;

#[cfg(test)]
mod tests;

pub use start::run;
