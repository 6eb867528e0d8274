//! `GET /metrics`, for the organisation's monitoring alone.

use axum::extract::{FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use subtle::ConstantTimeEq as _;

use super::Http;
use super::caller::peer;

/// Checks who may read the metrics: with `metrics_token`, clients that send it; without it, this computer, unless a proxy is in
/// front, through which everybody would come from this computer.
pub(super) struct Monitoring;

impl FromRequestParts<Http> for Monitoring {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, StatusCode> {
        let allowed = match &http.metrics_token {
            Some(token) => {
                let sent = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
                sent.and_then(|header| header.split_once(' ')).is_some_and(|(scheme, sent)| {
                    scheme.eq_ignore_ascii_case("bearer")
                        && bool::from(sent.trim().as_bytes().ct_eq(token.expose().as_bytes()))
                })
            }
            None => !http.behind_proxy && peer(parts).is_some_and(|peer| peer.ip().to_canonical().is_loopback()),
        };
        if allowed { Ok(Self) } else { Err(StatusCode::FORBIDDEN) }
    }
}

/// What this node counts, as OpenMetrics text.
#[utoipa::path(
    get, path = "/metrics", tag = "operations",
    responses((status = 200, content_type = "application/openmetrics-text"), (status = 403)),
)]
pub(super) async fn metrics(State(http): State<Http>, Monitoring: Monitoring) -> Response {
    match http.context.metrics.text_format(http.context.store.pool_state()) {
        Ok(text) => {
            ([(CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], text).into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
