//! A gateway of the organisation's own: each text and call is one signed `POST` to its address, and what happens to it
//! comes back signed in the same way.

use std::time::Duration;

use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use proofup_api::SecretText;
use reqwest::StatusCode;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::{
    Again, EventKind, Failure, GatewayEvent, NotTaken, OutgoingCall, OutgoingText, SendFault, Sending, Telephony, waits,
};
use crate::{Clock, ServiceError};

/// A gateway that does not answer in this time has not taken the text or call.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);
/// A signature older than this, or as far in the future, is refused.
const SIGNED_WITHIN_SECONDS: u64 = 300;

/// How a call is told from a text.
const CALL: &str = "call";

/// The webhook end of telephony.
#[derive(Clone)]
pub struct Webhook {
    url: reqwest::Url,
    secret: SecretText,
    http: reqwest::Client,
    clock: Clock,
}

/// The request.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    id: &'a str,
    kind: &'static str,
    to: &'a str,
    language: &'static str,
    text: &'a str,
    expires_date_time: jiff::Timestamp,
    /// The caller id that the organisation chose.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
}

/// The answer.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EventBody {
    id: String,
    event: EventName,
    /// With `keys`.
    keys: Option<String>,
    /// With `reply`.
    #[schema(value_type = Option<String>)]
    text: Option<SecretText>,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
enum EventName {
    Delivered,
    Failed,
    Answered,
    Busy,
    NoAnswer,
    Voicemail,
    HungUp,
    Keys,
    Reply,
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

    /// The part of a `Proofup-Signature` that no other event has, if the gateway made it of this body just now.
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
        Some(format!("webhook:{time}:{mac}"))
    }

    /// The event of a body whose signature was accepted; `None` if it is none.
    pub(crate) fn read(body: &[u8]) -> Option<GatewayEvent> {
        let body: EventBody = serde_json::from_slice(body).ok()?;
        let kind = match (body.event, body.keys, body.text) {
            (EventName::Delivered, ..) => EventKind::Delivered,
            (EventName::Failed, ..) => EventKind::Failed,
            (EventName::Answered, ..) => EventKind::Answered,
            (EventName::Busy, ..) => EventKind::Busy,
            (EventName::NoAnswer, ..) => EventKind::NoAnswer,
            (EventName::Voicemail, ..) => EventKind::Voicemail,
            (EventName::HungUp, ..) => EventKind::HungUp,
            (EventName::Keys, Some(keys), _) => EventKind::Keys(keys),
            (EventName::Reply, _, Some(text)) => EventKind::Reply(text),
            (EventName::Keys | EventName::Reply, ..) => return None,
        };
        Some(GatewayEvent { id: body.id, kind })
    }

    fn signer(&self, unix_seconds: i64, body: &[u8]) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.expose().as_bytes()).ok()?;
        mac.update(format!("{unix_seconds}.").as_bytes());
        mac.update(body);
        Some(mac)
    }

    async fn post(&self, body: &str) -> Result<(), Failure> {
        let seconds = self.clock.now_ms() / 1000;
        let mac = self
            .signer(seconds, body.as_bytes())
            .ok_or_else(|| Failure::for_good(NotTaken::by_gateway("the signature cannot be made")))?;
        let signature = format!("t={seconds},v1={}", HEXLOWER.encode(&mac.finalize().into_bytes()));
        let answer = self
            .http
            .post(self.url.clone())
            .header("content-type", "application/json")
            .header("proofup-signature", signature)
            .body(body.to_owned())
            .send()
            .await
            .map_err(Failure::unanswered)?;
        let status = answer.status();
        if status.is_success() {
            return Ok(());
        }
        let fault = match status {
            StatusCode::UNPROCESSABLE_ENTITY => SendFault::Number,
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => SendFault::Configuration,
            _ => SendFault::Gateway,
        };
        let error = NotTaken { why: format!("the gateway answered {}", status.as_u16()), fault };
        Err(Failure { error, again: Again::Always })
    }

    async fn hand_over(&self, body: Body<'_>) -> Result<(), NotTaken> {
        let (id, expires, rings) = (body.id.to_owned(), body.expires_date_time, body.kind == CALL);
        let body = serde_json::to_string(&body)
            .map(SecretText::new)
            .map_err(|_| NotTaken::by_gateway("the body cannot be written"))?;
        let Err(failure) = self.post(body.expose()).await else { return Ok(()) };
        if failure.is_worth_another_try(rings) {
            tokio::spawn(self.clone().repeat(id, expires, body, rings));
        }
        Err(failure.error)
    }

    /// Goes on trying as long as the code lives. The person was told already; it may still arrive in time.
    async fn repeat(self, id: String, expires: jiff::Timestamp, body: SecretText, rings: bool) {
        for wait in waits() {
            tokio::time::sleep(wait).await;
            if self.clock.now_ms() >= expires.as_millisecond() {
                return;
            }
            let Err(failure) = self.post(body.expose()).await else { return };
            tracing::warn!(message_id = id, error = %failure.error, "the gateway still does not take it");
            if !failure.is_worth_another_try(rings) {
                return;
            }
        }
    }
}

impl Telephony for Webhook {
    fn send_text(&self, text: OutgoingText) -> Sending<'_> {
        Box::pin(async move {
            let body = Body {
                id: &text.id,
                kind: "text",
                to: &text.to,
                language: text.language.tag(),
                text: text.text.expose(),
                expires_date_time: text.expires,
                from: None,
            };
            self.hand_over(body).await
        })
    }

    fn place_call(&self, call: OutgoingCall) -> Sending<'_> {
        Box::pin(async move {
            let body = Body {
                id: &call.id,
                kind: CALL,
                to: &call.to,
                language: call.language.tag(),
                text: &call.text,
                expires_date_time: call.expires,
                from: call.caller_id.as_deref(),
            };
            self.hand_over(body).await
        })
    }

    fn webhook(&self) -> Option<&Webhook> {
        Some(self)
    }
}

impl std::fmt::Debug for Webhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Webhook").field("host", &self.url.host_str()).finish_non_exhaustive()
    }
}
