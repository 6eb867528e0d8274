//! `/v1/admin/overview`, `/v1/admin/signIns`, `/v1/admin/blocks`, `/v1/admin/oneTimeBypasses` and `/v1/admin/reports/usage`.

use axum::Json;
use axum::body::{Body as AnswerBody, Bytes};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use proofup_api::{
    AdminSignIn, AdminSignIns, AdminSignInsRequest, Blocks, BlocksRequest, CheckLog, Listing, LogCheck, Overview,
    PersonBypass, Problem, UsageReport,
};
use tokio::sync::mpsc;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;

use super::Http;
use super::csv_text::{csv_text, header};
use super::extract::{Admin, Body, Parameters};
use crate::ServiceError;
use crate::administration::{blocks_list, bypass, log_check, overview, reports};

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

/// Checks a part of the sign-in log against its seals: from the oldest row, or behind the `next` of the part before.
#[utoipa::path(
    post, path = "/v1/admin/signIns:verify", tag = "administration", request_body = CheckLog,
    responses((status = 200, body = LogCheck), (status = 400, body = Problem), (status = 403, body = Problem)),
)]
pub(super) async fn verify_log(
    State(http): State<Http>,
    Admin(_bearer): Admin,
    Body(body): Body<CheckLog>,
) -> Result<Json<LogCheck>, ServiceError> {
    log_check::check(&http.context, body).await.map(Json)
}

/// Who is blocked or was, since when, by whom and why.
#[utoipa::path(
    get, path = "/v1/admin/blocks", tag = "administration", params(BlocksRequest),
    responses((status = 200, body = Blocks), (status = 400, body = Problem), (status = 403, body = Problem)),
)]
pub(super) async fn blocks(
    State(http): State<Http>,
    Admin(_bearer): Admin,
    Parameters(request): Parameters<BlocksRequest>,
) -> Result<Json<Blocks>, ServiceError> {
    blocks_list::page(&http.context, &request).await.map(Json)
}

/// Whose next sign-in passes without a second step: the open one-time bypasses, the one that ends first at the front.
#[utoipa::path(
    get, path = "/v1/admin/oneTimeBypasses", tag = "administration",
    responses((status = 200, body = Listing<PersonBypass>), (status = 403, body = Problem)),
)]
pub(super) async fn bypasses(State(http): State<Http>, _: Admin) -> Result<Json<Listing<PersonBypass>>, ServiceError> {
    bypass::open_ones(&http.context).await.map(|value| Json(Listing { value }))
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
    (head, AnswerBody::from_stream(texts)).into_response()
}
