//! Operation: backups, restoring them, a check of the whole installation, and a check of a front end.

pub(crate) mod backup;
pub(crate) mod check;
pub(crate) mod front_end;
