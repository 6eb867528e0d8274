//! `/v1/admin/overview`, `/v1/admin/signIns` and `/v1/admin/reports/usage`.

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use proofup_api::{AdminSignIn, AdminSignIns, AdminSignInsRequest, Overview, Problem, UsageReport};
use tokio::sync::mpsc;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;

use super::Http;
use super::csv_text::{csv_text, header};
use super::extract::{Admin, Parameters};
use crate::ServiceError;
use crate::administration::{overview, reports};

/// Everybody's sign-ins: a page as JSON, or all that fit as CSV.
#[utoipa::path(
    get, path = "/v1/admin/signIns", tag = "administration", params(AdminSignInsRequest),
    responses(
        (status = 200, content((AdminSignIns = "application/json"), (String = "text/csv"))),
        (status = 400, body = Problem), (status = 403, body = Problem),
    ),
)]
pub(super) async fn sign_ins(
    State(http): State<Http>,
    Admin(_bearer): Admin,
    Parameters(request): Parameters<AdminSignInsRequest>,
    headers: HeaderMap,
) -> Result<Response, ServiceError> {
    let accepted = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if accepted.contains("text/csv") {
        Ok(as_csv(http, request))
    } else {
        reports::sign_ins(&http.context, &request).await.map(|page| Json(page).into_response())
    }
}

/// How the organisation and its service stand.
#[utoipa::path(
    get, path = "/v1/admin/overview", tag = "administration",
    responses((status = 200, body = Overview), (status = 403, body = Problem)),
)]
pub(super) async fn overview(State(http): State<Http>, Admin(_bearer): Admin) -> Result<Json<Overview>, ServiceError> {
    let takes_changes = http.readiness.is_ready(&http.context).await;
    overview::overview(&http.context, takes_changes).await.map(Json)
}

/// What the service was used for.
#[utoipa::path(
    get, path = "/v1/admin/reports/usage", tag = "administration",
    responses((status = 200, body = UsageReport), (status = 403, body = Problem)),
)]
pub(super) async fn usage(State(http): State<Http>, Admin(_bearer): Admin) -> Result<Json<UsageReport>, ServiceError> {
    reports::usage(&http.context).await.map(Json)
}

fn as_csv(http: Http, request: AdminSignInsRequest) -> Response {
    let (send, pages) = mpsc::channel::<Vec<AdminSignIn>>(2);
    tokio::spawn(async move {
        if let Err(error) = reports::export(&http.context, reports::filter(&request), &send).await {
            // The head of the answer is gone out already: all that is left is to end it early.
            tracing::error!(%error, "an export of the sign-in log ended early");
        }
    });
    let rows = ReceiverStream::new(pages).map(|rows| csv_text(&rows).map(Bytes::from));
    // An empty log is a file with its header alone.
    let texts = tokio_stream::once(header().map(Bytes::from)).chain(rows);
    let head = [
        (CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (CONTENT_DISPOSITION, "attachment; filename=\"sign-ins.csv\""),
    ];
    (head, Body::from_stream(texts)).into_response()
}
