//! A gateway of the organisation's own: each text is one signed `POST` to its address.

use std::time::Duration;

use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use proofup_api::SecretText;
use serde::Serialize;
use sha2::Sha256;

use super::{OutgoingText, Sending, Telephony, TextNotTaken};
use crate::{Clock, ServiceError};

/// A gateway that does not answer in this time has not taken the text.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);
/// Waits between repetitions, the last one for ever.
const BACK_OFF: [Duration; 4] =
    [Duration::from_secs(2), Duration::from_secs(5), Duration::from_secs(10), Duration::from_secs(20)];

/// The webhook end of telephony.
#[derive(Clone)]
pub struct Webhook {
    url: reqwest::Url,
    secret: SecretText,
    http: reqwest::Client,
    clock: Clock,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    id: &'a str,
    kind: &'static str,
    to: &'a str,
    language: &'static str,
    text: &'a str,
    expires_date_time: jiff::Timestamp,
}

impl Webhook {
    /// A gateway at an `http` or `https` address, which shares `secret` with this service.
    ///
    /// # Errors
    /// [`ServiceError::Configuration`] if the address is none or TLS cannot be set up.
    pub fn new(url: &str, secret: SecretText, clock: Clock) -> Result<Self, ServiceError> {
        let configuration = |what: &str| ServiceError::Configuration(format!("telephony_webhook_url: {what}"));
        let url = reqwest::Url::parse(url).map_err(|_| configuration("not an address"))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(configuration("neither http nor https"));
        }
        if secret.expose().is_empty() {
            return Err(ServiceError::Configuration("telephony_webhook_secret is empty".to_owned()));
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

    async fn post(&self, text: &OutgoingText) -> Result<(), TextNotTaken> {
        let body = serde_json::to_string(&Body {
            id: &text.id,
            kind: "text",
            to: &text.to,
            language: text.language.tag(),
            text: text.text.expose(),
            expires_date_time: text.expires,
        })
        .map_err(|_| TextNotTaken("the body cannot be written".to_owned()))?;
        let signature = self.signature(self.clock.now_ms() / 1000, &body)?;
        let answer = self
            .http
            .post(self.url.clone())
            .header("content-type", "application/json")
            .header("proofup-signature", signature)
            .body(body)
            .send()
            .await
            // The error names the address, which may hold a key of the gateway's.
            .map_err(|error| TextNotTaken(error.without_url().to_string()))?;
        if answer.status().is_success() {
            Ok(())
        } else {
            Err(TextNotTaken(format!("the gateway answered {}", answer.status().as_u16())))
        }
    }

    fn signature(&self, unix_seconds: i64, body: &str) -> Result<String, TextNotTaken> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.expose().as_bytes())
            .map_err(|_| TextNotTaken("the signature cannot be made".to_owned()))?;
        mac.update(format!("{unix_seconds}.{body}").as_bytes());
        Ok(format!("t={unix_seconds},v1={}", HEXLOWER.encode(&mac.finalize().into_bytes())))
    }

    /// Goes on trying as long as the code lives. The person was told already; the text may still arrive in time.
    async fn repeat(self, text: OutgoingText) {
        let waits = BACK_OFF.into_iter().chain(std::iter::repeat(BACK_OFF[BACK_OFF.len() - 1]));
        for wait in waits {
            tokio::time::sleep(wait).await;
            if self.clock.now_ms() >= text.expires.as_millisecond() {
                return;
            }
            match self.post(&text).await {
                Ok(()) => return,
                Err(error) => tracing::warn!(message_id = text.id, %error, "the gateway still does not take a text"),
            }
        }
    }
}

impl Telephony for Webhook {
    fn send_text(&self, text: OutgoingText) -> Sending<'_> {
        Box::pin(async move {
            let outcome = self.post(&text).await;
            if outcome.is_err() {
                tokio::spawn(self.clone().repeat(text));
            }
            outcome
        })
    }
}

impl std::fmt::Debug for Webhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Webhook").field("host", &self.url.host_str()).finish_non_exhaustive()
    }
}
