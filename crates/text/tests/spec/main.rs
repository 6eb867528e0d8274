//! What becomes of text that people type and paste.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod names;
mod passwords;
mod plain;
