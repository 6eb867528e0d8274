//! How text that people type and paste is normalised.

mod files;
mod handed_on;
mod names;
mod passwords;
mod plain;
