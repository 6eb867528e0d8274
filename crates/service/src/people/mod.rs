//! People: their names, what blocks them, and reports of fraud.

pub(crate) mod administrators;
pub(crate) mod blocks;
pub(crate) mod fraud;
pub(crate) mod mail;
pub(crate) mod names;
