//! `/v1/admin/hardwareOathDevices`: the organisation's hardware tokens, and their import.

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::HeaderMap;
use axum::routing::{get, post};
use axum::{Json, Router};
use proofup_api::{ErrorCode, HardwareOathDevice, Listing, Problem, TokenImport};
use proofup_token_files::{FileKey, limits};
use serde::Deserialize;
use zeroize::Zeroizing;

use super::Http;
use super::extract::{Admin, Parameters};
use crate::ServiceError;
use crate::administration::token_import::{self, TokenUpload};
use crate::audit::admin_actions::Actor;
use crate::context::Caller;

/// The pre-shared key of an encrypted file, in hex.
const KEY_HEADER: &str = "proofup-import-key";
/// The password of an encrypted file, in UTF-8.
const PASSWORD_HEADER: &str = "proofup-import-password";

/// The routes of this file.
pub(super) fn routes() -> Router<Http> {
    const DEVICES: &str = "/v1/admin/hardwareOathDevices";
    // One byte more than a list may have: the reader says that it is too large, not the transport.
    let largest = DefaultBodyLimit::max(limits::TOKEN_LIST_BYTES + 1);
    Router::new().route(DEVICES, get(list)).route(&format!("{DEVICES}:import"), post(import).layer(largest))
}

/// All tokens, by serial number.
#[utoipa::path(
    get, path = "/v1/admin/hardwareOathDevices", tag = "administration",
    responses((status = 200, body = Listing<HardwareOathDevice>), (status = 403, body = Problem)),
)]
pub(super) async fn list(
    State(http): State<Http>,
    _: Admin,
) -> Result<Json<Listing<HardwareOathDevice>>, ServiceError> {
    Ok(Json(Listing { value: token_import::listed(&http.context).await? }))
}

/// What the import's address says.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ImportQuery {
    /// Try everything and keep nothing.
    #[serde(default)]
    dry_run: bool,
}

/// Imports a list, CSV or PSKC, which is the body as it is.
#[utoipa::path(
    post, path = "/v1/admin/hardwareOathDevices:import", tag = "administration",
    params(
        ImportQuery,
        ("Proofup-Import-Key" = Option<String>, Header, description = "Pre-shared key of an encrypted file, in hex"),
        ("Proofup-Import-Password" = Option<String>, Header, description = "Password of an encrypted file"),
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, body = TokenImport), (status = 403, body = Problem), (status = 422, body = Problem),
    ),
)]
pub(super) async fn import(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Parameters(ImportQuery { dry_run }): Parameters<ImportQuery>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<TokenImport>, ServiceError> {
    let upload = TokenUpload { file: Zeroizing::new(body.to_vec()), key: file_key(&headers)?, dry_run };
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    token_import::import(&http.context, &actor, upload).await.map(Json)
}

fn file_key(headers: &HeaderMap) -> Result<FileKey, ServiceError> {
    let invalid = |field: &str| ServiceError::refused_with(ErrorCode::InvalidRequest, "field", field);
    match (headers.get(KEY_HEADER), headers.get(PASSWORD_HEADER)) {
        (None, None) => Ok(FileKey::None),
        (Some(hex), None) => std::str::from_utf8(hex.as_bytes())
            .ok()
            .and_then(FileKey::from_hexadecimal)
            .ok_or_else(|| invalid(KEY_HEADER)),
        (None, Some(password)) => std::str::from_utf8(password.as_bytes())
            .map(|password| FileKey::Password(Zeroizing::new(password.to_owned())))
            .map_err(|_| invalid(PASSWORD_HEADER)),
        (Some(_), Some(_)) => Err(invalid(PASSWORD_HEADER)),
    }
}
