//! Where the system keeps secrets for us: one trait, the real keyring, one in memory, and none.

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

/// Longest value every system keeps: Windows takes 2 560 bytes of UTF-16.
const LONGEST_VALUE: usize = 1280;

/// Keeps short secrets under names. Calls block, one at a time.
pub trait SecretStore: Send + Sync {
    /// Reads an item.
    ///
    /// # Errors
    /// [`SecretStoreError::NoEntry`] only if the store answered that there is none; every other failure has another
    /// name.
    fn get(&self, item: &str) -> Result<SecretString, SecretStoreError>;

    /// Writes an item without looking back; see [`SecretStore::set`].
    ///
    /// # Errors
    /// Every [`SecretStoreError`] but `NoEntry`.
    fn write(&self, item: &str, value: &SecretString) -> Result<(), SecretStoreError>;

    /// Removes an item. Removing what is not there is no error.
    ///
    /// # Errors
    /// Every [`SecretStoreError`] but `NoEntry`.
    fn delete(&self, item: &str) -> Result<(), SecretStoreError>;

    /// What is asked, for the person.
    fn describe(&self) -> StoreKind;

    /// Writes an item, reads it back and compares. Some stores change what they keep, and a key that was changed is
    /// lost. A value that did not survive is removed again.
    ///
    /// # Errors
    /// [`SecretStoreError::Unstorable`] for what is not one line of 1 to 1280 printable ASCII characters;
    /// [`SecretStoreError::Damaged`] if another value came back; every other failure of reading and writing.
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
                // What came back is worthless; whether it can be removed changes nothing about that.
                let _ = self.delete(item);
                Err(SecretStoreError::Damaged)
            }
            Err(error) => Err(error),
        }
    }
}

/// Which store was asked.
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
    /// None, by choice.
    SwitchedOff,
}

/// Why a store did not give or take a secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SecretStoreError {
    /// The store works and has no such item.
    #[error("no such item")]
    NoEntry,
    /// The store is locked, or the person dismissed its prompt.
    #[error("the keyring is locked")]
    NoAccess,
    /// There is no store, or it does not answer as one.
    #[error("there is no keyring: {reason}")]
    Unavailable {
        /// What the system said, in its own words.
        reason: String,
    },
    /// Several items fit the name.
    #[error("several items in the keyring have the same name")]
    Ambiguous,
    /// An item is there and is not what was written.
    #[error("the item in the keyring is damaged")]
    Damaged,
    /// No answer in time; a prompt may be waiting behind another window.
    #[error("the keyring did not answer in time")]
    TimedOut,
    /// The value is empty, longer than the systems allow, or not one line of printable ASCII.
    #[error("the keyring cannot hold this value")]
    Unstorable,
    /// Keyrings are switched off.
    #[error("the keyring is switched off")]
    SwitchedOff,
}
