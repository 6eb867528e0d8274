//! No keyring, by choice: tests and portable use.

use secrecy::SecretString;

use super::{SecretStore, SecretStoreError, StoreKind};

/// Refuses everything with [`SecretStoreError::SwitchedOff`].
#[derive(Debug, Clone, Copy, Default)]
pub struct NoKeyring;

impl SecretStore for NoKeyring {
    fn get(&self, _: &str) -> Result<SecretString, SecretStoreError> {
        Err(SecretStoreError::SwitchedOff)
    }

    fn write(&self, _: &str, _: &SecretString) -> Result<(), SecretStoreError> {
        Err(SecretStoreError::SwitchedOff)
    }

    fn delete(&self, _: &str) -> Result<(), SecretStoreError> {
        Err(SecretStoreError::SwitchedOff)
    }

    fn describe(&self) -> StoreKind {
        StoreKind::SwitchedOff
    }
}
