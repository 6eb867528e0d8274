//! `/v1/admin/accessTokens`: tokens of programs.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get};
use axum::{Json, Router};
use proofup_api::{AccessToken, CreateAccessToken, CreatedAccessToken, Listing, Problem};

use super::Http;
use super::extract::{Admin, Body};
use crate::ServiceError;
use crate::administration::access_tokens;
use crate::audit::admin_actions::Actor;
use crate::context::Caller;

/// The routes of this file.
pub(super) fn routes() -> Router<Http> {
    Router::new()
        .route("/v1/admin/accessTokens", get(list).post(create))
        .route("/v1/admin/accessTokens/{id}", delete(revoke))
}

/// All of them, by name, without their secrets.
#[utoipa::path(
    get, path = "/v1/admin/accessTokens", tag = "administration",
    responses((status = 200, body = Listing<AccessToken>)),
)]
pub(super) async fn list(State(http): State<Http>, _: Admin) -> Result<Json<Listing<AccessToken>>, ServiceError> {
    Ok(Json(Listing { value: access_tokens::list(&http.context).await? }))
}

/// Makes one for a program. The secret is shown this once.
#[utoipa::path(
    post, path = "/v1/admin/accessTokens", tag = "administration", request_body = CreateAccessToken,
    responses(
        (status = 201, body = CreatedAccessToken), (status = 400, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    ),
)]
pub(super) async fn create(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Body(body): Body<CreateAccessToken>,
) -> Result<(StatusCode, Json<CreatedAccessToken>), ServiceError> {
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    Ok((StatusCode::CREATED, Json(access_tokens::create(&http.context, &actor, &body).await?)))
}

/// Revokes one, from the next call on.
#[utoipa::path(
    delete, path = "/v1/admin/accessTokens/{id}", tag = "administration", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)),
)]
pub(super) async fn revoke(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<StatusCode, ServiceError> {
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    access_tokens::revoke(&http.context, &actor, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
