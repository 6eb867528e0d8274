//! A transaction of either database.

use std::ops::{Deref, DerefMut};

use super::Connection;
use crate::StoreError;

/// Several statements: all of them take effect, or none. Dropped before [`Transaction::commit`] none did. On SQLite nobody else
/// can write while it is held.
#[derive(Debug)]
pub struct Transaction(pub(super) Connection);

impl Transaction {
    /// Makes it durable.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.0.commit().await
    }
}

impl Deref for Transaction {
    type Target = Connection;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Transaction {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}
