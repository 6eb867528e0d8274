//! Whether the process lives, and whether it can do its work.

use axum::extract::State;
use axum::http::StatusCode;

use super::Http;
use crate::ServiceError;

/// The process answers.
#[utoipa::path(get, path = "/healthz", tag = "operations", responses((status = 204)))]
pub(super) async fn alive() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// The database answers too.
#[utoipa::path(get, path = "/readyz", tag = "operations", responses((status = 204), (status = 503)))]
pub(super) async fn ready(State(http): State<Http>) -> Result<StatusCode, ServiceError> {
    http.world.store.ping().await?;
    Ok(StatusCode::NO_CONTENT)
}
