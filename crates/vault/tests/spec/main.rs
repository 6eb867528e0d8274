//! Specification of the vault.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod accounts;
mod age_tool;
mod arranging;
mod backups;
mod contents;
mod crashes;
mod damage;
mod erasing;
mod importing;
mod key_checks;
mod key_copies;
mod logs;
mod moving;
mod opening;
mod os_keyring;
mod passphrase;
mod quarantine;
mod saving;
mod sealing;
mod sheet;
mod store_contract;
mod world;
