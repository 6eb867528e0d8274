//! The additional security verification page.

use jiff::Timestamp;
use proofup_api::{
    AuthenticatorMethod, HardwareOathMethod, Me, MethodType, PhoneMethod, SoftwareOathMethod, TrustedDevice,
};
use serde::{Deserialize, Serialize};

/// The content of the page; also part of the offline snapshot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SecurityInfoView {
    /// The person, and what they may do.
    pub me: Me,
    /// Registered phones, at most one of each type.
    pub phones: Vec<PhoneMethod>,
    /// Registered authenticator apps.
    pub authenticator_apps: Vec<SoftwareOathMethod>,
    /// Registered hardware tokens. A snapshot of an older version has none.
    #[serde(default)]
    pub hardware_tokens: Vec<HardwareOathMethod>,
    /// Registered devices with push.
    #[serde(default)]
    pub authenticators: Vec<AuthenticatorMethod>,
    /// The id of this computer's own authenticator in `authenticator_apps` or `authenticators`.
    pub this_computer: Option<String>,
    /// The preferred option.
    pub preferred: Option<MethodType>,
    /// The options that are registered and allowed.
    pub usable: Vec<MethodType>,
    /// Remembered devices.
    pub trusted_devices: Vec<TrustedDevice>,
    /// When the service sent it.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub synced: Timestamp,
}

/// A set-up of an authenticator app that waits for its first code. The only view with the secret.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MobileAppSetup {
    /// Its id for the next commands.
    pub id: String,
    /// An SVG document.
    pub qr_svg: String,
    /// Base32 in groups of four.
    pub secret_key: String,
    /// `otpauth://…`, for *Copy link*.
    pub otpauth_uri: String,
    /// Seconds until it expires.
    pub expires_in_seconds: u32,
    /// Whether *Add to this computer's authenticator* is possible.
    pub this_computer_possible: bool,
}
