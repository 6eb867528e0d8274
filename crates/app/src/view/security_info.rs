//! The additional security verification page.

use jiff::Timestamp;
use proofup_api::{
    AuthenticatorMethod, HardwareOathMethod, Me, MethodType, PhoneMethod, SoftwareOathMethod, TrustedDevice,
};
use serde::{Deserialize, Serialize};

/// Everything the page shows; also what the offline snapshot keeps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SecurityInfoView {
    /// Who, and what is allowed.
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
    /// The id among `authenticator_apps` and `authenticators` that is this computer's own authenticator.
    pub this_computer: Option<String>,
    /// The preferred option.
    pub preferred: Option<MethodType>,
    /// The options that are registered and allowed.
    pub usable: Vec<MethodType>,
    /// Remembered devices.
    pub trusted_devices: Vec<TrustedDevice>,
    /// When the service said so.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub synced: Timestamp,
}

/// A set-up of an authenticator app that waits for its first code. The seed is on screen only here.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MobileAppSetup {
    /// For the commands that follow.
    pub id: String,
    /// An SVG document.
    pub qr_svg: String,
    /// Base32 in groups of four.
    pub secret_key: String,
    /// `otpauth://…`, for *Copy link*.
    pub otpauth_uri: String,
    /// Until it is forgotten.
    pub expires_in_seconds: u32,
    /// Whether *Add to this computer's authenticator* can be offered.
    pub this_computer_possible: bool,
}
