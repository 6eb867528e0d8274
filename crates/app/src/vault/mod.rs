//! The vault's session.

mod auto_lock;
pub(crate) mod folder;
mod key_storage;
pub(crate) mod opening;
mod passphrase;
pub(crate) mod state;
