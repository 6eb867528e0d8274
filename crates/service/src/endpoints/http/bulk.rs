//! `/v1/admin/users:bulk`: one action on many people.

use axum::extract::{DefaultBodyLimit, State};
use axum::routing::post;
use axum::{Json, Router};
use proofup_api::{BulkRequest, BulkResult, Problem};
use serde::Deserialize;

use super::Http;
use super::extract::{Admin, Body, Parameters};
use crate::ServiceError;
use crate::administration::bulk;
use crate::audit::admin_actions::Actor;
use crate::context::Caller;

/// Five thousand names, each as long as a name can be.
const BODY_BYTES: usize = 1536 * 1024;

/// The routes of this file.
pub(super) fn routes() -> Router<Http> {
    Router::new().route("/v1/admin/users:bulk", post(change).layer(DefaultBodyLimit::max(BODY_BYTES)))
}

/// What the address says.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct BulkQuery {
    /// Look at everybody, count, and change nothing.
    #[serde(default)]
    dry_run: bool,
}

/// Does something to many people, a hundred in a transaction; or takes that back. Who is refused is named with a code, and
/// stops nobody else. The own account is left out. Broken off, the same call goes on.
#[utoipa::path(
    post, path = "/v1/admin/users:bulk", tag = "administration", params(BulkQuery), request_body = BulkRequest,
    responses(
        (status = 200, body = BulkResult), (status = 400, body = Problem),
        (status = 404, body = Problem, description = "There is no change with this id to be undone"),
        (status = 409, body = Problem, description = "The change cannot be undone"),
    ),
)]
pub(super) async fn change(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Parameters(BulkQuery { dry_run }): Parameters<BulkQuery>,
    Body(body): Body<BulkRequest>,
) -> Result<Json<BulkResult>, ServiceError> {
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    bulk::run(&http.context, &actor, &body, dry_run).await.map(Json)
}
