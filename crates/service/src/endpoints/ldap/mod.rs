//! LDAP (RFC 4511) for servers that check a name and a password by a simple bind, and search for the name before it.
//!
//! It is no directory: a search returns an entry for every name, also for one that does not exist. So only a bind shows
//! whether a name exists.

mod connection;
mod server;
mod session;

pub(crate) use server::{Acceptor, LdapServer};
