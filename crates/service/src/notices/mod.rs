//! What people are told of their own account, by mail, by text and through the organisation's own systems.
//!
//! A notice is queued in the transaction of its event: there is none without the other. The room `delivery` hands notices over.

pub(crate) mod event;
pub(crate) mod queue;
pub(crate) mod recipient;
pub(crate) mod words;
