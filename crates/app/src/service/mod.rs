//! The connection to the service.

mod connection;
pub(crate) mod link;
pub(crate) mod step_up;
pub(crate) mod stored_session;
