//! Where the authenticator keeps its accounts: one age file, its key, and its backups.
//!
//! The vault is a standard age file (binary, version 1) encrypted to one random X25519 identity, so that anyone can
//! open their own with the stock `age` tool. The identity lives in the OS keyring, in a second age file under a
//! passphrase, and on a recovery sheet; any one of them opens the vault. Everything here blocks: call it from a thread that may. Time, ids and the folder are passed in.
//!
//! What holds whatever happens:
//! - A key is made only where there is no vault, no backup and no key file, and the keyring said "no such item" (or a
//!   passphrase was given instead).
//! - The keyring is never the only home of a key once an account is kept that nobody else can give back.
//! - A save replaces the file whole or not at all, and a file that changed or cannot be read is never overwritten.
//! - One account that cannot be understood is put aside word for word; it never keeps the others from loading.

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
    Arrival, ArrivalChange, Arrivals, Arrived, Homes, KeyringHome, MOST_PICTURE_BYTES, Notice, Opening, OutsideCopy,
    Quarantined, Status, Vault,
};

// age files under a passphrase that are no vault
pub use outside_files::{open_age_file, seal_age_file};

// Where secrets of the system are kept
pub use store::{
    KEYRING_SERVICE, KeyringTimeLimits, MemoryFault, MemoryStore, NoKeyring, OsKeyring, SecretStore, SecretStoreError,
    StoreKind, keyring_profile,
};

// Files replaced whole or not at all
pub use disk::replace_file;
