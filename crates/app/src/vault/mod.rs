//! The vault's session.

mod auto_lock;
mod folder;
mod key_storage;
pub(crate) mod opening;
mod passphrase;
pub(crate) mod state;
