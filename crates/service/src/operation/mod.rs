//! Operation: copies of the database and back from them, and one check of everything that the service needs.

pub(crate) mod backup;
pub(crate) mod check;
