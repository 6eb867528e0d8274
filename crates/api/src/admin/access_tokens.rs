//! Tokens of programs, which have no second step of their own.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::SecretText;

crate::codes! {
    /// What a program's token reaches.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum MachineScope {
        /// Looks people up.
        UsersRead => "users.read",
        /// Adds people, and makes their sign-ins stricter. It loosens nothing, and reaches no administrator.
        UsersWrite => "users.write",
        /// Reads the sign-in log.
        SignInsRead => "signIns.read",
        /// Reads what administrators did.
        ActionsRead => "actions.read",
        /// Reads the overview and the usage.
        ReportsRead => "reports.read",
        /// Reads the inventory of hardware tokens.
        HardwareOathDevicesRead => "hardwareOathDevices.read",
    }
}

/// A program's token as it is listed, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessToken {
    /// Of the token.
    pub id: String,
    /// What it is for: `SIEM`.
    pub display_name: String,
    /// What it reaches.
    pub scopes: Vec<MachineScope>,
    /// Who made it.
    pub created_by: String,
    /// When.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
    /// When it ends by itself.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub expires_date_time: Timestamp,
    /// The last use, to the minute; null if there was none.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub last_used_date_time: Option<Timestamp>,
    /// Where from.
    pub last_used_from: Option<String>,
    /// It has not expired, and its maker is still an administrator.
    pub usable: bool,
}

/// `POST /v1/admin/accessTokens`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateAccessToken {
    /// 1–64 characters, another name than every other token has.
    pub display_name: String,
    /// At least one.
    pub scopes: Vec<MachineScope>,
    /// 1–365.
    pub expires_in_days: u32,
}

/// 201 of `POST /v1/admin/accessTokens`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreatedAccessToken {
    /// As it will be listed.
    #[serde(flatten)]
    pub access_token: AccessToken,
    /// The bearer token, this once only.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub secret: SecretText,
}
