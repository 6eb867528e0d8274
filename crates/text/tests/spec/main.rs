//! What becomes of text that people type and paste.

mod handed_on;
mod names;
mod passwords;
mod plain;
