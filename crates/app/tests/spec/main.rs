//! What a person can do, without a window: the use cases against the real service and a real vault.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod accounts;
mod activity;
mod app_passwords;
mod approvals;
mod at_hand;
mod clipboard;
mod desk;
mod hardware_tokens;
mod offline;
mod opened_links;
mod own_code;
mod parity;
mod registration;
mod scan;
mod security_info;
mod settings;
mod sign_in;
mod step_up;
mod vault;
mod vault_keys;
