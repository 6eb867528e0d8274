//! App passwords: for clients that know only a name and a password.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::SecretText;

/// One app password as it is listed. Its secret is nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AppPassword {
    /// Opaque.
    pub id: String,
    /// 1–64 characters, unique for the person.
    pub display_name: String,
    /// When it was made.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
    /// When it was last accepted; exact to a minute.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub last_used_date_time: Option<Timestamp>,
    /// By what: protocol, client and address as far as known.
    pub last_used_from: Option<String>,
    /// The protocol of the last use, in the form of `protocols`.
    pub last_used_protocol: Option<String>,
    /// The front end of the last use.
    pub last_used_front_end: Option<String>,
    /// The client of the last use: its user agent or device id.
    pub last_used_client: Option<String>,
    /// Where it is taken; empty means everywhere.
    pub protocols: Vec<String>,
    /// The networks from which it works; empty means all.
    #[serde(default)]
    pub address_ranges: Vec<String>,
    /// The days without a use after which it ends.
    pub unused_days: Option<u16>,
    /// When it stops by itself.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub expires_date_time: Option<Timestamp>,
}

/// `GET /v1/me/appPasswords`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AppPasswords {
    /// The newest first.
    pub value: Vec<AppPassword>,
    /// How many a person may have.
    pub limit: u16,
}

/// `POST /v1/me/appPasswords`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateAppPassword {
    /// One per device, named after it.
    pub display_name: String,
    /// Where it is taken; absent or empty means everywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub protocols: Vec<String>,
    /// When it stops by itself; absent means after the organisation's usual lifetime, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub expires_date_time: Option<Timestamp>,
    /// The networks from which it works, such as `192.0.2.0/24`; absent or empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address_ranges: Vec<String>,
    /// The days without a use after which it ends, 1 to 3650; absent means that it does not end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unused_days: Option<u16>,
}

impl CreateAppPassword {
    /// One with this name and without limits.
    pub fn named(display_name: &str) -> Self {
        Self { display_name: display_name.to_owned(), ..Self::default() }
    }
}

/// 201 of `POST /v1/me/appPasswords`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreatedAppPassword {
    /// As it will be listed.
    #[serde(flatten)]
    pub app_password: AppPassword,
    /// Twenty symbols, this once only.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub password: SecretText,
}
