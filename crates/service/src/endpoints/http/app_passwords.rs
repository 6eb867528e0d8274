//! `/v1/me/appPasswords`

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use proofup_api::{AppPassword, AppPasswords, CreateAppPassword, CreatedAppPassword, Problem, Rename};

use super::Http;
use super::extract::{Body, SecurityInfo};
use crate::{ServiceError, app_passwords};

/// All of them, the newest first.
#[utoipa::path(
    get, path = "/v1/me/appPasswords", tag = "app passwords", responses((status = 200, body = AppPasswords)),
)]
pub(super) async fn list(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
) -> Result<Json<AppPasswords>, ServiceError> {
    app_passwords::list(&http.context, &bearer).await.map(Json)
}

/// Makes one; its secret is in this answer and nowhere else.
#[utoipa::path(
    post, path = "/v1/me/appPasswords", tag = "app passwords", request_body = CreateAppPassword,
    responses(
        (status = 201, body = CreatedAppPassword), (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    ),
)]
pub(super) async fn create(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
    Body(body): Body<CreateAppPassword>,
) -> Result<(StatusCode, Json<CreatedAppPassword>), ServiceError> {
    let created = app_passwords::create(&http.context, &bearer, &body).await?;
    Ok((StatusCode::CREATED, Json(created)))
}

/// Gives one another name.
#[utoipa::path(
    patch, path = "/v1/me/appPasswords/{id}", tag = "app passwords", request_body = Rename, params(("id" = String, Path)),
    responses(
        (status = 200, body = AppPassword), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem),
    ),
)]
pub(super) async fn rename(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
    Path(id): Path<String>,
    Body(body): Body<Rename>,
) -> Result<Json<AppPassword>, ServiceError> {
    app_passwords::rename(&http.context, &bearer, &id, &body).await.map(Json)
}

/// Deletes one. It is refused from the next sign-in on.
#[utoipa::path(
    delete, path = "/v1/me/appPasswords/{id}", tag = "app passwords", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)),
)]
pub(super) async fn delete(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
    Path(id): Path<String>,
) -> Result<StatusCode, ServiceError> {
    app_passwords::delete(&http.context, &bearer, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Deletes all.
#[utoipa::path(delete, path = "/v1/me/appPasswords", tag = "app passwords", responses((status = 204)))]
pub(super) async fn delete_all(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
) -> Result<StatusCode, ServiceError> {
    app_passwords::delete_all(&http.context, &bearer).await?;
    Ok(StatusCode::NO_CONTENT)
}
