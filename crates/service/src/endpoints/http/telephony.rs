//! What gateways tell: what happened to a text or a call. Each word is signed, and counts once.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use proofup_api::ErrorCode;
use serde::Serialize;

use super::Http;
use super::problem::problem;
use crate::ServiceError;
use crate::methods::gateway::{self, Heard};
use crate::runtime::error::param;
use crate::telephony::{EventBody, Line, Webhook};

/// What the gateway is to speak next, if anything.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct SpokenNext {
    /// The words.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// BCP 47.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
    /// The call ends after them.
    hang_up: bool,
}

/// An event of a gateway of the organisation's own, with `Proofup-Signature`.
#[utoipa::path(
    post, path = "/telephony/events", tag = "telephony", request_body = EventBody,
    params(("proofup-signature" = String, Header, description = "t=<Unix seconds>,v1=<hex HMAC-SHA-256>")),
    responses(
        (status = 200, body = SpokenNext), (status = 400, body = proofup_api::Problem),
        (status = 401, body = proofup_api::Problem, description = "Not signed by the gateway, too old, or seen before"),
        (status = 404, body = proofup_api::Problem),
    ),
)]
pub(super) async fn event(State(http): State<Http>, headers: HeaderMap, body: Bytes) -> Result<Response, ServiceError> {
    let Some(webhook) = http.context.telephony.webhook() else {
        return Err(ServiceError::refused(ErrorCode::NotFound));
    };
    let signature = headers.get("proofup-signature").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some(mark) = webhook.accept(signature, &body) else { return Ok(unsigned("proofup-signature")) };
    let Some(event) = Webhook::read(&body) else {
        return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "event"));
    };
    match gateway::take(&http.context, &event, Some(&mark)).await? {
        Heard::Taken(line) => Ok(Json(spoken_next(line)).into_response()),
        Heard::Unknown => Err(ServiceError::refused(ErrorCode::NotFound)),
        Heard::SeenBefore => Ok(unsigned("proofup-signature")),
    }
}

fn spoken_next(line: Option<Line>) -> SpokenNext {
    SpokenNext {
        hang_up: line.as_ref().is_some_and(|line| line.hang_up),
        language: line.as_ref().map(|line| line.language.tag()),
        text: line.map(|line| line.text),
    }
}

/// Not signed as it must be.
pub(super) fn unsigned(field: &str) -> Response {
    let mut response = problem(ErrorCode::InvalidRequest, param("field", field));
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    response
}
