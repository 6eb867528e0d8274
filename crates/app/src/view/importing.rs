//! Import: the preview of a file, and the result.

use serde::Serialize;

use super::{AccountKind, Fault, HashAlgorithm};

/// The content of a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportPreview {
    /// `aegis`, `bitwarden`, …
    pub format: String,
    /// The name of the program.
    pub format_name: String,
    /// The number of entries: those that can be used and those that cannot.
    pub read: u32,
    /// The entries that can be used.
    pub entries: Vec<ImportRow>,
    /// The entries that cannot be used.
    pub rejected: Vec<ImportRejected>,
    /// Notices about the file.
    pub notices: Vec<ImportNoticeRow>,
}

proofup_api::codes! {
    /// The verdict on an account of a file.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum ImportVerdict {
        /// The vault does not have it.
        New => "new",
        /// The vault has this secret, perhaps under another name.
        Same => "same",
        /// The vault has it. The file has a later counter, or a new name for an account that the person never renamed.
        Changes => "changes",
    }
}

/// One account of a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportRow {
    /// The number of the entry, from 1.
    pub number: u32,
    /// The verdict.
    pub verdict: ImportVerdict,
    /// May be empty.
    pub issuer: String,
    /// May be empty if the issuer is not.
    pub account: String,
    /// The kind of its codes.
    pub kind: AccountKind,
    /// The hash function.
    pub algorithm: HashAlgorithm,
    /// The number of symbols of a code.
    pub digits: u8,
    /// The period in seconds; null for HOTP.
    pub period: Option<u32>,
    /// The counter of the next code; only for HOTP.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub counter: Option<u64>,
    /// The name of the existing account; null also if it only came earlier in the file.
    pub existing: Option<String>,
    /// Whether importing it renames the existing account.
    pub renames: bool,
    /// Groups and folders, which become tags.
    pub tags: Vec<String>,
    /// Warnings for the person.
    pub warnings: Vec<String>,
}

/// An entry that cannot be used.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportRejected {
    /// The number of the entry, from 1.
    pub number: u32,
    /// May be empty.
    pub name: String,
    /// The reason.
    pub fault: Fault,
    /// The reason in English, for a terminal.
    #[serde(skip)]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub message: String,
}

/// A notice about a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportNoticeRow {
    /// Its code.
    pub code: String,
    /// How often it occurred.
    pub count: u32,
}

/// The result of an import. The first number is the sum of the others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportCounts {
    /// Entries of the file.
    pub read: u32,
    /// Added accounts.
    pub added: u32,
    /// Accounts that got another name or a later counter.
    pub changed: u32,
    /// Accounts that the vault had already.
    pub same: u32,
    /// Entries that were not chosen.
    pub left_out: u32,
    /// Entries that cannot be used.
    pub unusable: u32,
}
