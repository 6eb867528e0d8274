//! The app passwords page.

use jiff::Timestamp;
use proofup_api::{AppPassword, AppPasswordsUnavailable};
use serde::{Deserialize, Serialize};

/// Everything the page shows; also what the offline snapshot keeps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AppPasswordsView {
    /// The newest first.
    pub value: Vec<AppPassword>,
    /// How many there may be.
    pub limit: u16,
    /// Why none can be created now; `limit_reached` still lets the dialog open.
    pub unavailable: Option<AppPasswordsUnavailable>,
    /// Names to suggest, this computer's first, none that is taken.
    pub suggested_names: Vec<String>,
    /// When the service said so.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub synced: Timestamp,
}

/// An app password that was just made, shown this once.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewAppPassword {
    /// Opaque.
    pub id: String,
    /// As it is listed.
    pub display_name: String,
    /// Five groups of four symbols.
    pub groups: Vec<String>,
}
