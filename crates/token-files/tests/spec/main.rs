//! Specification of reading links, pictures and lists of tokens.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod drawing;
mod gallery;
mod migration;
mod otpauth_errors;
mod otpauth_reading;
mod otpauth_writing;
mod pictures;
mod properties;
mod token_lists_csv;
mod token_lists_drafts;
mod token_lists_forms;
mod token_lists_pskc;
