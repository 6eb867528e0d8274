//! A transaction, of whichever database.

use std::ops::{Deref, DerefMut};

use sqlx::{Any, AnyConnection};

use super::group_commit::SharedChange;
use crate::ServiceError;

/// Several statements of which all or none happen. Dropped before [`Transaction::commit`] none did.
#[derive(Debug)]
pub(crate) enum Transaction {
    /// With a connection to itself.
    Own(sqlx::Transaction<'static, Any>),
    /// In one that others share. Nobody else can write while it is held.
    Shared(SharedChange),
}

impl Transaction {
    /// Makes it durable.
    pub(crate) async fn commit(self) -> Result<(), ServiceError> {
        match self {
            Self::Own(transaction) => Ok(transaction.commit().await?),
            Self::Shared(change) => change.commit().await,
        }
    }
}

impl Deref for Transaction {
    type Target = AnyConnection;

    fn deref(&self) -> &Self::Target {
        match self {
            Self::Own(transaction) => transaction,
            Self::Shared(change) => change,
        }
    }
}

impl DerefMut for Transaction {
    fn deref_mut(&mut self) -> &mut Self::Target {
        match self {
            Self::Own(transaction) => transaction,
            Self::Shared(change) => change,
        }
    }
}
