//! Import: what a file would add, and what came of it.

use serde::Serialize;

use super::{AccountKind, Fault, HashAlgorithm};

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportPreview {
    /// `aegis`, `bitwarden`, …
    pub format: String,
    /// The program's own name.
    pub format_name: String,
    /// How many entries there were: those that can be used and those that cannot.
    pub read: u32,
    /// What can be used.
    pub entries: Vec<ImportRow>,
    /// What cannot.
    pub rejected: Vec<ImportRejected>,
    /// What else is to be said.
    pub notices: Vec<ImportNoticeRow>,
}

proofup_api::codes! {
    /// What an account of a file would be to the vault.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum ImportVerdict {
        /// It is not there yet.
        New => "new",
        /// The vault has this secret, perhaps under another name.
        Same => "same",
        /// It is there, and the file has a later counter, or a new name while the person gave it none of their own.
        Changes => "changes",
    }
}

/// One account of a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportRow {
    /// Which entry of the file, from 1.
    pub number: u32,
    /// What it would be.
    pub verdict: ImportVerdict,
    /// May be empty.
    pub issuer: String,
    /// May be empty if the issuer is not.
    pub account: String,
    /// What makes its codes.
    pub kind: AccountKind,
    /// The hash.
    pub algorithm: HashAlgorithm,
    /// How many symbols.
    pub digits: u8,
    /// Seconds; null for HOTP.
    pub period: Option<u32>,
    /// Of the next code; null unless HOTP.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub counter: Option<u64>,
    /// What the account is called that is there already; null also for one that came before in the file.
    pub existing: Option<String>,
    /// Choosing it gives the account that is there the file's names.
    pub renames: bool,
    /// Groups and folders, which become tags.
    pub tags: Vec<String>,
    /// Things to look at before adding.
    pub warnings: Vec<String>,
}

/// An entry that cannot be used.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportRejected {
    /// Which entry of the file, from 1.
    pub number: u32,
    /// May be empty.
    pub name: String,
    /// Why.
    pub fault: Fault,
    /// The same in English, for a terminal.
    #[serde(skip)]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub message: String,
}

/// Something to be said about a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportNoticeRow {
    /// What.
    pub code: String,
    /// How often.
    pub count: u32,
}

/// What came of an import. The numbers after the first add up to it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportCounts {
    /// Entries of the file.
    pub read: u32,
    /// Added.
    pub added: u32,
    /// Had another name or an earlier counter.
    pub changed: u32,
    /// Were there already.
    pub same: u32,
    /// Were not chosen.
    pub left_out: u32,
    /// Cannot be used.
    pub unusable: u32,
}
