//! The settings that people type, or let fill in, when they set up a device with an app password.

use serde::{Deserialize, Serialize};

use crate::SecretText;

crate::codes! {
    /// How a connection to a mail server is protected.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum MailSecurity {
        /// TLS from the first byte.
        Tls => "tls",
        /// STARTTLS.
        StartTls => "startTls",
    }
}

/// A mail server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailServer {
    /// `imap`, `pop3`, `smtp`.
    pub protocol: String,
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: MailSecurity,
}

/// `GET /v1/me/deviceSetup`: the organisation's servers. What it does not have is null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeviceSetup {
    /// The user name for all of them.
    pub user_name: String,
    /// The server that keeps the mail.
    pub incoming: Option<MailServer>,
    /// The server that sends mail.
    pub outgoing: Option<MailServer>,
    /// The server of calendars and contacts.
    pub calendar_server: Option<String>,
    /// The server of the VPN.
    pub vpn_server: Option<String>,
    /// The Wi-Fi network.
    pub wifi_network: Option<String>,
}

/// `POST /v1/me/appPasswords/{id}/profile`: the secret, which the service does not know.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateProfile {
    /// The app password.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub password: SecretText,
}

/// 201 of `POST /v1/me/appPasswords/{id}/profile`: where the device fetches its profile, once.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProfileLink {
    /// To be put behind the address of the service.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub path: SecretText,
    /// How long it works.
    pub expires_in_seconds: u32,
}
