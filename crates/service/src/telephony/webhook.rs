//! A gateway of the organisation's own: each text and call is one signed `POST` to its address, and what happens to it
//! comes back signed in the same way.

use proofup_api::SecretText;
use reqwest::StatusCode;
use serde::{Deserialize, Serialize};

use super::{
    Again, EventKind, Failure, GatewayEvent, NotTaken, OutgoingCall, OutgoingText, SendFault, Sending, Telephony, waits,
};
use crate::runtime::signed_post::SignedPost;
use crate::{Clock, ServiceError};

/// How a call is told from a text.
const CALL: &str = "call";

/// The webhook end of telephony.
#[derive(Clone)]
pub struct Webhook {
    gateway: SignedPost,
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
        let gateway = SignedPost::new("telephony_webhook_", url, secret, clock.clone())?;
        Ok(Self { gateway, clock })
    }

    /// The part of a `Proofup-Signature` that no other event has, if the gateway made it of this body just now.
    pub(crate) fn accept(&self, signature: &str, body: &[u8]) -> Option<String> {
        self.gateway.accept(signature, body).map(|part| format!("webhook:{part}"))
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

    async fn post(&self, body: &str) -> Result<(), Failure> {
        let status = self.gateway.send(body).await.map_err(Failure::unanswered)?;
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
        f.debug_struct("Webhook").field("gateway", &self.gateway).finish_non_exhaustive()
    }
}
