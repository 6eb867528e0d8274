//! A new token of a program.

use serde::Serialize;

/// A new token of a program, shown only once.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewAccessToken {
    /// Its id for the next commands.
    pub id: String,
    /// Its name in the list.
    pub display_name: String,
    /// The bearer token.
    pub text: String,
}
