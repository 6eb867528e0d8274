//! A keyring in memory for tests. It can fail in every way that a real one does.

use std::{
    collections::HashMap,
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
};

use secrecy::{ExposeSecret, SecretString};

use super::{SecretStore, SecretStoreError, StoreKind};

/// How a [`MemoryStore`] fails.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum MemoryFault {
    /// It works.
    #[default]
    None,
    /// Every call fails.
    Everything(SecretStoreError),
    /// Reading works, writing and deleting fail.
    Writing(SecretStoreError),
    /// Values come back cut in half, like those of a store with a hidden limit.
    Truncates,
    /// Values are accepted and lost.
    Forgets,
}

/// Items in memory. The end of the process loses them.
#[derive(Default)]
pub struct MemoryStore {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    items: HashMap<String, SecretString>,
    fault: MemoryFault,
}

impl MemoryStore {
    /// Empty, without a fault.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Fails in this way from now on.
    pub fn set_fault(&self, fault: MemoryFault) {
        self.inner().fault = fault;
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryStore(..)")
    }
}

impl SecretStore for MemoryStore {
    fn get(&self, item: &str) -> Result<SecretString, SecretStoreError> {
        let inner = self.inner();
        if let MemoryFault::Everything(error) = &inner.fault {
            return Err(error.clone());
        }
        inner.items.get(item).cloned().ok_or(SecretStoreError::NoEntry)
    }

    fn write(&self, item: &str, value: &SecretString) -> Result<(), SecretStoreError> {
        let mut inner = self.inner();
        let kept = match &inner.fault {
            MemoryFault::Everything(error) | MemoryFault::Writing(error) => return Err(error.clone()),
            MemoryFault::Forgets => return Ok(()),
            MemoryFault::Truncates => {
                let text = value.expose_secret();
                SecretString::from(text.chars().take(text.len() / 2).collect::<String>())
            }
            MemoryFault::None => value.clone(),
        };
        inner.items.insert(item.to_owned(), kept);
        Ok(())
    }

    fn delete(&self, item: &str) -> Result<(), SecretStoreError> {
        let mut inner = self.inner();
        if let MemoryFault::Everything(error) | MemoryFault::Writing(error) = &inner.fault {
            return Err(error.clone());
        }
        inner.items.remove(item);
        Ok(())
    }

    fn describe(&self) -> StoreKind {
        StoreKind::Memory
    }
}
