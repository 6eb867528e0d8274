//! Specification of one-time codes.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod matching;
mod oathtool;
mod params;
mod properties;
mod rfc4226;
mod rfc6238;
mod secret;
mod steam;
mod typed;

use proofup_otp::{Algorithm, Kind, OtpParams, Secret};

fn totp(secret: &[u8], period: u64, algorithm: Algorithm, digits: u64) -> OtpParams {
    OtpParams::new(Secret::from_bytes(secret.to_vec()).unwrap(), Kind::Totp { period }, algorithm, digits).unwrap()
}

fn hotp(secret: &[u8], counter: u64, digits: u64) -> OtpParams {
    let secret = Secret::from_bytes(secret.to_vec()).unwrap();
    OtpParams::new(secret, Kind::Hotp { counter }, Algorithm::Sha1, digits).unwrap()
}
