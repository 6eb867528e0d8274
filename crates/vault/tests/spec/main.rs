//! How the vault behaves, claim by claim.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod accounts;
mod age_tool;
mod arranging;
mod backups;
mod contents;
mod crashes;
mod damage;
mod key_checks;
mod logs;
mod opening;
mod os_keyring;
mod passphrase;
mod saving;
mod sealing;
mod store_contract;
mod world;
