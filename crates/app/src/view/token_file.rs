//! A list of hardware tokens that is imported.

use proofup_api::{TokenFileFormat, TokenImportRow};
use serde::Serialize;

proofup_api::codes! {
    /// What opens an encrypted list.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum TokenFileSecret {
        /// A password.
        Password => "password",
        /// A pre-shared key in hex.
        Key => "key",
    }
}

/// The verdict on a list: what is, or after a dry run would be, imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TokenFileView {
    /// Nothing was stored.
    pub dry_run: bool,
    /// How the file is written.
    pub format: TokenFileFormat,
    /// It carries an XML signature, which was not verified.
    pub signed: bool,
    /// How many rows are accepted.
    pub accepted: usize,
    /// How many are refused.
    pub refused: usize,
    /// All rows, in order.
    pub rows: Vec<TokenImportRow>,
    /// The refused rows can be saved in a file.
    pub can_save: bool,
}
