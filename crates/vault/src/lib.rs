//! Stores the accounts of the authenticator: one age file, its key, and its backups.
//!
//! The vault is a standard age file (binary, version 1), encrypted to one random X25519 identity, so that its owner can
//! open it with the stock `age` tool. The identity is stored in the OS keyring, in a second age file under a
//! passphrase, and on a recovery sheet; any one of them opens the vault. All functions block: call them from a thread
//! that may block. Time, ids and the folder are passed in.
//!
//! Invariants:
//! - A key is made only where there is no vault, no backup and no key file, and the keyring said "no such item" (or a
//!   passphrase was given instead).
//! - The keyring is never the only place of a key once the vault contains an account that no service can restore.
//! - A save replaces the file whole or not at all, and never overwrites a file that has changed or cannot be read.
//! - An account that cannot be parsed goes to the quarantine unchanged; the others load.

mod cipher;
mod config;
mod contents;
mod disk;
mod entry;
mod error;
mod key;
mod outside_files;
mod save;
mod sheet;
mod store;
mod vault;

// The vault
pub use config::{NewId, VaultConfig, WorkFactor};
pub use disk::{Backup, DiskAct, DiskCall, OnCall};
pub use entry::{Description, Entry, NewEntry, Trashed};
pub use error::VaultError;
pub use key::KeyId;
pub use sheet::{Sheet, SheetFault};
pub use vault::{
    Arrival, ArrivalChange, Arrivals, Arrived, KeyCopies, KeyringCopy, MOST_PICTURE_BYTES, Notice, Opening,
    OutsideCopy, Quarantined, Renamed, Status, Vault,
};

// age files under a passphrase that are not vaults
pub use outside_files::{open_age_file, seal_age_file};

// Stores for secrets of the system
pub use store::{
    KEYRING_SERVICE, KeyringTimeLimits, MemoryFault, MemoryStore, NoKeyring, OsKeyring, SecretStore, SecretStoreError,
    StoreKind, keyring_profile,
};

// Replacing files whole
pub use disk::replace_file;
