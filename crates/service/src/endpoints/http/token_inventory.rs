//! `/v1/admin/hardwareOathDevices`: the organisation's hardware tokens, and their import.

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use axum::{Json, Router};
use proofup_api::{
    ErrorCode, HardwareOathAction, HardwareOathActionBody, HardwareOathDevices, HardwareOathDevicesRequest, Problem,
    TokenImport,
};
use proofup_token_files::{FileKey, limits};
use serde::Deserialize;
use zeroize::Zeroizing;

use super::Http;
use super::extract::{Admin, Body, Parameters};
use crate::ServiceError;
use crate::administration::token_import::{self, TokenUpload};
use crate::administration::{people, token_inventory};
use crate::audit::admin_actions::Actor;
use crate::context::Caller;
use crate::session::Administering;

/// The pre-shared key of an encrypted file, in hex.
const KEY_HEADER: &str = "proofup-import-key";
/// The password of an encrypted file, in UTF-8.
const PASSWORD_HEADER: &str = "proofup-import-password";

/// The routes of this file.
pub(super) fn routes() -> Router<Http> {
    const DEVICES: &str = "/v1/admin/hardwareOathDevices";
    // One byte more than a list may have: the reader says that it is too large, not the transport.
    let largest = DefaultBodyLimit::max(limits::TOKEN_LIST_BYTES + 1);
    Router::new()
        .route(DEVICES, get(list))
        .route(&format!("{DEVICES}:import"), post(import).layer(largest))
        // `{id}` holds the action too: `0198f:assign`.
        .route(&format!("{DEVICES}/{{id}}"), post(act).delete(remove))
}

/// Tokens by serial number, a page at a time.
#[utoipa::path(
    get, path = "/v1/admin/hardwareOathDevices", tag = "administration", params(HardwareOathDevicesRequest),
    responses((status = 200, body = HardwareOathDevices), (status = 403, body = Problem)),
)]
pub(super) async fn list(
    State(http): State<Http>,
    _: Admin,
    Parameters(request): Parameters<HardwareOathDevicesRequest>,
) -> Result<Json<HardwareOathDevices>, ServiceError> {
    token_inventory::page(&http.context, &request).await.map(Json)
}

/// Does something to a token. `assign` takes a `userPrincipalName`, `activate` a `code` too, `resynchronize` a `code` and the
/// `nextCode`, `unassign` nothing.
#[utoipa::path(
    post, path = "/v1/admin/hardwareOathDevices/{id}:{action}", tag = "administration",
    request_body = HardwareOathActionBody, params(("id" = String, Path), ("action" = HardwareOathAction, Path)),
    responses(
        (status = 204), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem),
    ),
)]
pub(super) async fn act(
    State(http): State<Http>,
    Admin(who): Admin,
    caller: Caller,
    Path(target): Path<String>,
    body: Option<Body<HardwareOathActionBody>>,
) -> Result<StatusCode, ServiceError> {
    let context = &http.context;
    let (id, action) = target.rsplit_once(':').ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    let action = serde_json::from_value::<HardwareOathAction>(action.into())
        .map_err(|_| ServiceError::refused(ErrorCode::NotFound))?;
    let body = body.map(|Body(body)| body).unwrap_or_default();
    let missing = |field: &'static str| ServiceError::refused_with(ErrorCode::InvalidRequest, "field", field);
    let upn = || body.user_principal_name.as_deref().ok_or_else(|| missing("userPrincipalName"));
    let code = || body.code.as_ref().ok_or_else(|| missing("code"));
    let actor = Actor::of(context, &who, &caller).await?;
    // Wrong codes count for the person who types them.
    let Administering::Person(bearer) = &who else {
        return Err(ServiceError::refused(ErrorCode::InsufficientScope));
    };
    match action {
        HardwareOathAction::Assign => {
            let user = people::find(context, upn()?).await?;
            token_inventory::assign(context, &actor, id, &user).await?;
        }
        HardwareOathAction::Activate => {
            let (code, user) = (code()?, people::find(context, upn()?).await?);
            token_inventory::activate(context, bearer, &actor, id, &user, code).await?;
        }
        HardwareOathAction::Resynchronize => {
            let codes = (code()?, body.next_code.as_ref().ok_or_else(|| missing("nextCode"))?);
            token_inventory::resynchronize(context, bearer, &actor, id, codes).await?;
        }
        HardwareOathAction::Unassign => token_inventory::unassign(context, &actor, id).await?,
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Removes a token that is on nobody's account.
#[utoipa::path(
    delete, path = "/v1/admin/hardwareOathDevices/{id}", tag = "administration", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)),
)]
pub(super) async fn remove(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<StatusCode, ServiceError> {
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    token_inventory::delete(&http.context, &actor, &id).await?;
    Ok(StatusCode::NO_CONTENT)
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
