//! A signed `POST` to a program of the organisation's own, and the same signature on what comes back.
//!
//! `Proofup-Signature: t=…,v1=…`: the time in seconds, and HMAC-SHA-256 over `time.body` with a key that both share.

use std::time::Duration;

use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use proofup_api::SecretText;
use reqwest::StatusCode;
use sha2::Sha256;

use crate::{Clock, ServiceError};

/// A program that does not answer in this time has not taken the body.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);
/// A signature older than this, or as far in the future, is refused.
const SIGNED_WITHIN_SECONDS: u64 = 300;

/// Where bodies are sent, and the key they are signed with. Cheap to clone.
#[derive(Clone)]
pub struct SignedPost {
    url: reqwest::Url,
    secret: SecretText,
    http: reqwest::Client,
    clock: Clock,
}

impl SignedPost {
    /// A program at an `http` or `https` address, which shares `secret` with this service. Errors name the keys of the configuration, which begin
    /// with `keys`.
    ///
    /// # Errors
    /// [`ServiceError::Configuration`] if the address is none, the key is empty, or TLS cannot be set up.
    pub fn new(keys: &str, url: &str, secret: SecretText, clock: Clock) -> Result<Self, ServiceError> {
        let configuration = |what: &str| ServiceError::Configuration(format!("{keys}url: {what}"));
        let url = reqwest::Url::parse(url).map_err(|_| configuration("not an address"))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(configuration("neither http nor https"));
        }
        if secret.expose().is_empty() {
            return Err(ServiceError::Configuration(format!("{keys}secret is empty")));
        }
        // Refused if the process has one already, which then serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .timeout(ANSWER_WITHIN)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|_| configuration("TLS cannot be set up"))?;
        Ok(Self { url, secret, http, clock })
    }

    /// Sends a body in JSON. An error tells nothing of the answer: it names no address, which may hold a key.
    pub(crate) async fn send(&self, body: &str) -> Result<StatusCode, reqwest::Error> {
        let seconds = self.clock.now_ms() / 1000;
        let mac = self.signer(seconds, body.as_bytes()).map(Mac::finalize);
        let mac = mac.map(|mac| HEXLOWER.encode(&mac.into_bytes())).unwrap_or_default();
        let answer = self
            .http
            .post(self.url.clone())
            .header("content-type", "application/json")
            .header("proofup-signature", format!("t={seconds},v1={mac}"))
            .body(body.to_owned())
            .send()
            .await;
        answer.map(|answer| answer.status()).map_err(reqwest::Error::without_url)
    }

    /// The part of a signature that no other body has, if the program made it of this one just now.
    pub(crate) fn accept(&self, signature: &str, body: &[u8]) -> Option<String> {
        let (time, mac) = signature.split_once(',')?;
        let time: i64 = time.trim().strip_prefix("t=")?.parse().ok()?;
        let mac = mac.trim().strip_prefix("v1=")?;
        if (self.clock.now_ms() / 1000).abs_diff(time) > SIGNED_WITHIN_SECONDS {
            return None;
        }
        let given = HEXLOWER.decode(mac.as_bytes()).ok()?;
        // Compares in constant time.
        self.signer(time, body)?.verify_slice(&given).ok()?;
        Some(format!("{time}:{mac}"))
    }

    fn signer(&self, unix_seconds: i64, body: &[u8]) -> Option<Hmac<Sha256>> {
        // HMAC takes a key of any length.
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.expose().as_bytes()).ok()?;
        mac.update(format!("{unix_seconds}.").as_bytes());
        mac.update(body);
        Some(mac)
    }
}

impl std::fmt::Debug for SignedPost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedPost").field("host", &self.url.host_str()).finish_non_exhaustive()
    }
}
