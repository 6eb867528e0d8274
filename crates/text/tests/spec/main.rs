//! What becomes of text that people type and paste.

mod names;
mod passwords;
mod plain;
