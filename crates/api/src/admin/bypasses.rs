//! One-time bypasses of all people.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A one-time bypass that waits for its sign-in, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonBypass {
    /// Of the bypass.
    pub id: String,
    /// Whose.
    pub user_principal_name: String,
    /// Their name.
    pub display_name: String,
    /// Who gave it.
    pub granted_by: String,
    /// When.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub granted_date_time: Timestamp,
    /// Why.
    pub reason: String,
    /// When it ends by itself.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub expires_date_time: Timestamp,
}
