//! What is read from links, pictures and lists of tokens, claim by claim.
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
mod token_lists_pskc;
