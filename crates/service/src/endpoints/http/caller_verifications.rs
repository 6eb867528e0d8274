//! `/v1/admin/users/{upn}/callerVerifications`: whether somebody who calls the help desk is the person.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use proofup_api::{CallerVerification, ConfirmCaller, ErrorCode, Problem, VerifyCaller};

use super::Http;
use super::extract::{Admin, Body};
use crate::ServiceError;
use crate::administration::{caller as callers, people};
use crate::audit::admin_actions::Actor;
use crate::context::Caller;

/// The routes of this file.
pub(super) fn routes() -> Router<Http> {
    Router::new()
        .route("/v1/admin/users/{upn}/callerVerifications", post(ask))
        // `{id}` holds the action too: `…:confirm`.
        .route("/v1/admin/users/{upn}/callerVerifications/{id}", get(progress).post(confirm))
}

/// Asks one of the person's phones whether they talk to who asks. The answer counts for a quarter of an hour.
#[utoipa::path(
    post, path = "/v1/admin/users/{upn}/callerVerifications", tag = "administration", request_body = VerifyCaller,
    params(("upn" = String, Path)),
    responses(
        (status = 201, body = CallerVerification), (status = 400, body = Problem),
        (status = 403, body = Problem, description = "An administrator, or somebody said that nobody calls them"),
        (status = 404, body = Problem), (status = 429, body = Problem), (status = 502, body = Problem),
    ),
)]
pub(super) async fn ask(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Path(upn): Path<String>,
    Body(body): Body<VerifyCaller>,
) -> Result<(StatusCode, Json<CallerVerification>), ServiceError> {
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    let user = people::find(&http.context, &upn).await?;
    Ok((StatusCode::CREATED, Json(callers::ask(&http.context, &caller, &actor, user, body).await?)))
}

/// What came of a question, for who asked it.
#[utoipa::path(
    get, path = "/v1/admin/users/{upn}/callerVerifications/{id}", tag = "administration",
    params(("upn" = String, Path), ("id" = String, Path)),
    responses((status = 200, body = CallerVerification), (status = 404, body = Problem)),
)]
pub(super) async fn progress(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Path((upn, id)): Path<(String, String)>,
) -> Result<Json<CallerVerification>, ServiceError> {
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    let user = people::find(&http.context, &upn).await?;
    callers::progress(&http.context, &actor, &user, &id).await.map(Json)
}

/// Tells the word that the caller read back, or that the office phone was called back.
#[utoipa::path(
    post, path = "/v1/admin/users/{upn}/callerVerifications/{id}:confirm", tag = "administration",
    request_body = ConfirmCaller, params(("upn" = String, Path), ("id" = String, Path)),
    responses((status = 200, body = CallerVerification), (status = 400, body = Problem), (status = 404, body = Problem)),
)]
pub(super) async fn confirm(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Path((upn, target)): Path<(String, String)>,
    Body(body): Body<ConfirmCaller>,
) -> Result<Json<CallerVerification>, ServiceError> {
    let id = target.strip_suffix(":confirm").ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    let user = people::find(&http.context, &upn).await?;
    callers::confirm(&http.context, &actor, &user, id, &body).await.map(Json)
}
