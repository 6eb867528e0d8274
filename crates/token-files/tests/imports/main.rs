//! Export files of other authenticators: each format with generated files, refused files and their errors, the limits,
//! and real files of other programs if there are any.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod archives;
mod bounds;
mod databases;
mod differential;
mod encrypted;
mod exports;
mod fixtures;
mod kdbx;
mod plain;
mod refused;
mod sealing;
mod support;
mod token_ciphers;
