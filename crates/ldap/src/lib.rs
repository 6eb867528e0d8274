//! LDAP (RFC 4511): messages with limits, and entries that are made from the name in a search.
//!
//! [`Messages`] cuts whole messages out of a stream and refuses a message that is too long before it has arrived. [`Base`]
//! reads the name of a person from a distinguished name, and [`directory`] answers searches. `ldap3_proto` decodes and
//! encodes the messages.

pub mod directory;
mod frame;
mod messages;
mod name;

pub use ldap3_proto::{control, proto};

pub use messages::{LONGEST_MESSAGE, Malformed, Messages, Read, write};
pub use name::{Base, comparable};
