//! Stores for short secrets: a trait, the system's keyring, one in memory, and one that is switched off.

mod keyring;
mod memory;
mod off;

use secrecy::{ExposeSecret, SecretString};
use thiserror::Error;

pub use self::{
    keyring::{KEYRING_SERVICE, KeyringTimeLimits, OsKeyring, keyring_profile},
    memory::{MemoryFault, MemoryStore},
    off::NoKeyring,
};

/// The longest value that all systems store: Windows allows 2 560 bytes of UTF-16.
const LONGEST_VALUE: usize = 1280;

/// Stores short secrets under names. Calls block, one at a time.
pub trait SecretStore: Send + Sync {
    /// Reads an item.
    ///
    /// # Errors
    /// [`SecretStoreError::NoEntry`] only if the store answered that there is no such item; every other failure has
    /// another variant.
    fn get(&self, item: &str) -> Result<SecretString, SecretStoreError>;

    /// Writes an item without a check; see [`SecretStore::set`].
    ///
    /// # Errors
    /// Every [`SecretStoreError`] but `NoEntry`.
    fn write(&self, item: &str, value: &SecretString) -> Result<(), SecretStoreError>;

    /// Removes an item. Removing a missing item is no error.
    ///
    /// # Errors
    /// Every [`SecretStoreError`] but `NoEntry`.
    fn delete(&self, item: &str) -> Result<(), SecretStoreError>;

    /// The kind of store, for the person.
    fn describe(&self) -> StoreKind;

    /// Writes an item, reads it back and compares. Some stores change values, and a changed key is lost. A value that
    /// came back changed is removed again.
    ///
    /// # Errors
    /// [`SecretStoreError::Unstorable`] for a value that is not one line of 1 to 1280 printable ASCII characters;
    /// [`SecretStoreError::Damaged`] if another value came back; every failure of reading and writing.
    fn set(&self, item: &str, value: &SecretString) -> Result<(), SecretStoreError> {
        let text = value.expose_secret();
        let printable = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        if text.is_empty() || text.len() > LONGEST_VALUE || !printable {
            return Err(SecretStoreError::Unstorable);
        }
        self.write(item, value)?;
        match self.get(item) {
            Ok(kept) if kept.expose_secret() == text => Ok(()),
            Ok(_) | Err(SecretStoreError::Damaged | SecretStoreError::NoEntry) => {
                // The changed value is worthless, even if it cannot be removed.
                let _ = self.delete(item);
                Err(SecretStoreError::Damaged)
            }
            Err(error) => Err(error),
        }
    }
}

/// The kind of a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreKind {
    /// The Secret Service of a Linux desktop: GNOME Keyring, KWallet, KeePassXC.
    SecretService,
    /// Windows Credential Manager.
    CredentialManager,
    /// The macOS login keychain.
    Keychain,
    /// This process's memory: tests.
    Memory,
    /// None: it is switched off.
    SwitchedOff,
}

/// Why a store did not return or store a secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SecretStoreError {
    /// The store works and has no such item.
    #[error("no such item")]
    NoEntry,
    /// The store is locked, or the person dismissed its prompt.
    #[error("the keyring is locked")]
    NoAccess,
    /// There is no store, or its answer is invalid.
    #[error("there is no keyring: {reason}")]
    Unavailable {
        /// The system's error text.
        reason: String,
    },
    /// Several items fit the name.
    #[error("several items in the keyring have the same name")]
    Ambiguous,
    /// The item exists and is not the value that was written.
    #[error("the item in the keyring is damaged")]
    Damaged,
    /// No answer in time; a prompt may be waiting behind another window.
    #[error("the keyring did not answer in time")]
    TimedOut,
    /// The value is empty, too long for some system, or not one line of printable ASCII.
    #[error("the keyring cannot store this value")]
    Unstorable,
    /// Keyrings are switched off.
    #[error("the keyring is switched off")]
    SwitchedOff,
}
