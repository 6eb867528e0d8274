//! What every answer carries, and the one log line of every request.

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use tokio::time::Instant;
use tracing::Instrument as _;

use super::Http;
use super::caller::CorrelationId;

/// Adds `Proofup-Correlation-Id`, and `Proofup-Time` to successes under `/v1`. hyper adds `Date`.
pub(super) async fn wrap(State(http): State<Http>, mut request: Request, next: Next) -> Response {
    let correlation_id = http.context.random.correlation_id();
    request.extensions_mut().insert(CorrelationId(correlation_id.clone()));
    let in_interface = request.uri().path().starts_with("/v1/");
    let began = Instant::now();
    let (method, route) = method_and_route(&request);
    let span = tracing::info_span!("request", method, route, correlation_id);
    let mut response = next.run(request).instrument(span.clone()).await;
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(&correlation_id) {
        headers.insert("proofup-correlation-id", value);
    }
    if in_interface {
        // Every answer is one person's own, and some hold a secret.
        response.headers_mut().entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
    if in_interface && response.status().is_success() {
        response.headers_mut().insert("proofup-time", HeaderValue::from(http.context.now()));
    }
    let (status, took) = (response.status().as_u16(), began.elapsed());
    http.context.metrics.request(method, route, status, took.as_secs_f64());
    span.in_scope(|| tracing::debug!(status, milliseconds = took.as_millis(), "answered"));
    response
}

/// The route and never the address itself: what stands in an address is the caller's.
fn method_and_route(request: &Request) -> (&'static str, String) {
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str);
    let method = match *request.method() {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        _ => "-",
    };
    (method, route.to_owned())
}
