//! Export files of other authenticators, read: each format with files of our own making, what is refused and how, the bounds, and
//! real files of other programs where they are at hand.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod bounds;
mod encrypted;
mod exports;
mod fixtures;
mod plain;
mod refused;
mod sealing;
mod support;
mod token_ciphers;
