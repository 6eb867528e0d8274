//! Where requests come in: each decodes, calls one use case and encodes its answer.

pub(crate) mod front_ends;
pub(crate) mod grants;
pub(crate) mod http;
pub(crate) mod ldap;
pub(crate) mod radius;
