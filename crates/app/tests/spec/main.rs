//! The use cases against the real service and a real vault, without a window.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod accounts;
mod activity;
mod administration;
mod app_passwords;
mod approvals;
mod clipboard;
mod fixture;
mod hardware_tokens;
mod importing;
mod key_storage;
mod offline;
mod opened_links;
mod own_code;
mod parity;
mod quick_access;
mod refused_apps;
mod registration;
mod scan;
mod security_info;
mod settings;
mod sign_in;
mod step_up;
mod vault;
