//! Tests of the real binary, on real vaults.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod accounts;
mod codes;
mod ends;
mod importing;
mod leaves;
mod terminal;
mod vault;
