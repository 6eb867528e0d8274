//! The app passwords page.

use jiff::Timestamp;
use proofup_api::{AppPassword, AppPasswordsUnavailable};
use serde::{Deserialize, Serialize};

/// The content of the page; also part of the offline snapshot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AppPasswordsView {
    /// The newest first.
    pub value: Vec<AppPassword>,
    /// The maximum number.
    pub limit: u16,
    /// Why none can be created now; `limit_reached` still lets the dialog open.
    pub unavailable: Option<AppPasswordsUnavailable>,
    /// Suggested names, this computer's first, without taken ones.
    pub suggested_names: Vec<String>,
    /// When the service sent it.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub synced: Timestamp,
}

/// The limits of a new app password.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AppPasswordLimits {
    /// The apps that it works in.
    pub purpose: AppPasswordPurpose,
    /// The days without a use after which it ends.
    pub unused_days: Option<u16>,
    /// The days after which it ends; `None`: the organisation's usual time.
    pub days: Option<u16>,
    /// The networks from which it works, such as `192.0.2.0/24`, separated by spaces or commas; empty: all.
    pub networks: String,
}

/// The apps that an app password works in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum AppPasswordPurpose {
    /// All apps.
    #[default]
    Everything,
    /// Apps that receive and send mail.
    Mail,
    /// Devices that send mail, such as a scanner.
    SendMail,
    /// Apps that synchronise calendars and contacts over HTTP.
    CalendarContacts,
    /// Devices that join a network.
    VpnWifi,
}

/// A new app password, shown only once.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewAppPassword {
    /// An opaque id.
    pub id: String,
    /// Its name in the list.
    pub display_name: String,
    /// Five groups of four symbols.
    pub groups: Vec<String>,
}
