//! `/v1/me/authentication/hardwareOathMethods`: a person's own hardware tokens.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, patch, post};
use axum::{Json, Router};
use proofup_api::{
    AddHardwareOath, AuthenticationMethod, HardwareOathMethod, Listing, Problem, Rename, ResynchronizeHardwareOath,
};

use super::Http;
use super::extract::{Body, Registering};
use crate::ServiceError;
use crate::methods::{self, hardware_oath, renaming};

/// The routes of this file.
pub(super) fn routes() -> Router<Http> {
    const TOKENS: &str = "/v1/me/authentication/hardwareOathMethods";
    Router::new()
        .route(TOKENS, get(list).post(add))
        .route(&format!("{TOKENS}/{{id}}"), patch(rename).delete(remove))
        .route(&format!("{TOKENS}/{{id}}/resynchronize"), post(resynchronize))
}

/// The hardware tokens.
#[utoipa::path(
    get, path = "/v1/me/authentication/hardwareOathMethods", tag = "methods",
    responses((status = 200, body = Listing<HardwareOathMethod>)),
)]
pub(super) async fn list(
    State(http): State<Http>,
    Registering(bearer): Registering,
) -> Result<Json<Listing<HardwareOathMethod>>, ServiceError> {
    let methods = methods::methods(&http.context, &bearer).await?;
    let value = methods.into_iter().filter_map(|method| match method {
        AuthenticationMethod::HardwareOath(token) => Some(token),
        _ => None,
    });
    Ok(Json(Listing { value: value.collect() }))
}

/// Adds a token by the code that it shows.
#[utoipa::path(
    post, path = "/v1/me/authentication/hardwareOathMethods", tag = "methods", request_body = AddHardwareOath,
    responses(
        (status = 201, body = HardwareOathMethod), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem),
    ),
)]
pub(super) async fn add(
    State(http): State<Http>,
    Registering(bearer): Registering,
    Body(body): Body<AddHardwareOath>,
) -> Result<(StatusCode, Json<HardwareOathMethod>), ServiceError> {
    let added = hardware_oath::add(&http.context, &bearer, &body).await?;
    Ok((StatusCode::CREATED, Json(added)))
}

/// Brings a token back in step by two codes in a row.
#[utoipa::path(
    post, path = "/v1/me/authentication/hardwareOathMethods/{id}/resynchronize", tag = "methods",
    request_body = ResynchronizeHardwareOath, params(("id" = String, Path)),
    responses(
        (status = 200, body = HardwareOathMethod), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem),
    ),
)]
pub(super) async fn resynchronize(
    State(http): State<Http>,
    Registering(bearer): Registering,
    Path(id): Path<String>,
    Body(body): Body<ResynchronizeHardwareOath>,
) -> Result<Json<HardwareOathMethod>, ServiceError> {
    hardware_oath::resynchronize(&http.context, &bearer, &id, &body).await.map(Json)
}

/// Gives one another name.
#[utoipa::path(
    patch, path = "/v1/me/authentication/hardwareOathMethods/{id}", tag = "methods", request_body = Rename, params(("id" = String, Path)),
    responses(
        (status = 200, body = HardwareOathMethod), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem),
    ),
)]
pub(super) async fn rename(
    State(http): State<Http>,
    Registering(bearer): Registering,
    Path(id): Path<String>,
    Body(body): Body<Rename>,
) -> Result<Json<HardwareOathMethod>, ServiceError> {
    renaming::token(&http.context, &bearer, &id, &body).await.map(Json)
}

/// Takes a token off the account.
#[utoipa::path(
    delete, path = "/v1/me/authentication/hardwareOathMethods/{id}", tag = "methods", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)),
)]
pub(super) async fn remove(
    State(http): State<Http>,
    Registering(bearer): Registering,
    Path(id): Path<String>,
) -> Result<StatusCode, ServiceError> {
    hardware_oath::delete(&http.context, &bearer, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
