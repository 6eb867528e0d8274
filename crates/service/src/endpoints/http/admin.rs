//! `/v1/admin`: people, the organisation's settings, and the list of what administrators did.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::{ETAG, IF_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use proofup_api::{
    AdminActions, AdminActionsRequest, AdminUser, AdminUserDetails, BlockCause, ChangeUser, CreateUser, ErrorCode,
    Listing, People, PeopleRequest, Problem, SetRoles, SettingsDetails, SettingsEffect, SettingsPatch, UserAction,
    UserActionBody,
};

use super::Http;
use super::extract::{Admin, Body, Parameters};
use crate::ServiceError;
use crate::administration::resets::Reset;
use crate::administration::settings::Versioned;
use crate::administration::{bypass, history, people, people_list, roles, settings, settings_preview};
use crate::audit::admin_actions::{Actor, Reason};
use crate::context::Caller;
use crate::people::blocks;

/// People by name, a page at a time. The help desk sees nobody before two characters are searched for, and twenty at most.
#[utoipa::path(
    get, path = "/v1/admin/users", tag = "administration", params(PeopleRequest),
    responses((status = 200, body = People), (status = 401, body = Problem), (status = 403, body = Problem)),
)]
pub(super) async fn users(
    State(http): State<Http>,
    Admin(bearer): Admin,
    Parameters(request): Parameters<PeopleRequest>,
) -> Result<Json<People>, ServiceError> {
    people_list::page(&http.context, bearer.helps(), &request).await.map(Json)
}

/// Adds a person.
#[utoipa::path(
    post, path = "/v1/admin/users", tag = "administration", request_body = CreateUser,
    responses((status = 201, body = AdminUser), (status = 400, body = Problem), (status = 409, body = Problem)),
)]
pub(super) async fn create_user(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Body(body): Body<CreateUser>,
) -> Result<(StatusCode, Json<AdminUser>), ServiceError> {
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    Ok((StatusCode::CREATED, Json(people::create(&http.context, &actor, &body).await?)))
}

/// One person with methods and blocks.
#[utoipa::path(
    get, path = "/v1/admin/users/{upn}", tag = "administration", params(("upn" = String, Path)),
    responses((status = 200, body = AdminUserDetails), (status = 404, body = Problem)),
)]
pub(super) async fn user(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Path(upn): Path<String>,
) -> Result<Json<AdminUserDetails>, ServiceError> {
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    let user = people::find(&http.context, &upn).await?;
    people::details(&http.context, &actor, user).await.map(Json)
}

/// Gives a person roles, and takes the others away.
#[utoipa::path(
    put, path = "/v1/admin/users/{upn}/roles", tag = "administration", request_body = SetRoles,
    params(("upn" = String, Path)),
    responses(
        (status = 200, body = AdminUser), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "The last administrator stays"),
    ),
)]
pub(super) async fn set_roles(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Path(upn): Path<String>,
    Body(body): Body<SetRoles>,
) -> Result<Json<AdminUser>, ServiceError> {
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    let reason = body.reason.as_deref().map(Reason::parse).transpose()?;
    let user = people::find(&http.context, &upn).await?;
    let user = roles::set(&http.context, &actor, &user, &body.roles, reason.as_ref()).await?;
    people_list::one(&http.context, &user).await.map(Json)
}

/// Gives a person a state, an address for notices, or a language. What is left out stays as it is.
#[utoipa::path(
    patch, path = "/v1/admin/users/{upn}", tag = "administration", request_body = ChangeUser,
    params(("upn" = String, Path)),
    responses(
        (status = 200, body = AdminUser), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "The last administrator stays"),
    ),
)]
pub(super) async fn change_user(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Path(upn): Path<String>,
    Body(body): Body<ChangeUser>,
) -> Result<Json<AdminUser>, ServiceError> {
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    let user = people::find(&http.context, &upn).await?;
    let reason = body.reason.as_deref().map(Reason::parse).transpose()?;
    people::change(&http.context, &actor, &user, &body, reason.as_ref()).await?;
    let user = people::find(&http.context, &user.upn).await?;
    people_list::one(&http.context, &user).await.map(Json)
}

/// Does something to a person. `block`, `unblock` and `oneTimeBypass` want a `reason`, the last one `seconds` too.
#[utoipa::path(
    post, path = "/v1/admin/users/{upn}:{action}", tag = "administration", request_body = UserActionBody,
    params(("upn" = String, Path), ("action" = UserAction, Path)),
    responses(
        (status = 204), (status = 400, body = Problem), (status = 404, body = Problem),
        (status = 403, body = Problem, description = "The caller is not verified, or somebody said that nobody calls them"),
        (status = 409, body = Problem, description = "The last administrator stays; or there is no block to take back"),
    ),
)]
pub(super) async fn act(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Path(target): Path<String>,
    body: Option<Body<UserActionBody>>,
) -> Result<StatusCode, ServiceError> {
    let context = &http.context;
    let (upn, action) = target.rsplit_once(':').ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    let action =
        serde_json::from_value::<UserAction>(action.into()).map_err(|_| ServiceError::refused(ErrorCode::NotFound))?;
    let UserActionBody { reason, seconds, without_verification } = body.map(|Body(body)| body).unwrap_or_default();
    let reason = reason.as_deref().map(Reason::parse).transpose()?;
    if seconds.is_some() != (action == UserAction::OneTimeBypass) {
        return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "seconds"));
    }
    let needed =
        || reason.as_ref().ok_or_else(|| ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "reason"));
    let actor = Actor::of(context, &bearer, &caller).await?.without_verification(without_verification);
    let user = people::find(context, upn).await?;
    let reset = match action {
        UserAction::Block => {
            blocks::block(context, &actor, &user, BlockCause::Administrator, needed()?).await?;
            return Ok(StatusCode::NO_CONTENT);
        }
        UserAction::Unblock => {
            blocks::unblock(context, &actor, &user, needed()?).await?;
            return Ok(StatusCode::NO_CONTENT);
        }
        UserAction::OneTimeBypass => {
            bypass::give(context, &actor, &user, seconds.unwrap_or_default(), needed()?).await?;
            return Ok(StatusCode::NO_CONTENT);
        }
        UserAction::RequireReregistration => Reset { methods: true, ..Reset::default() },
        UserAction::DeleteAppPasswords => Reset { app_passwords: true, ..Reset::default() },
        UserAction::RestoreMfa => Reset { trusted_devices: true, ..Reset::default() },
        UserAction::RevokeSessions => Reset { sessions: true, ..Reset::default() },
        UserAction::Unlock => Reset { unlock: true, ..Reset::default() },
    };
    reset.apply(context, &actor, &user, reason.as_ref()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes an open one-time bypass back.
#[utoipa::path(
    delete, path = "/v1/admin/users/{upn}/oneTimeBypass", tag = "administration", params(("upn" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)),
)]
pub(super) async fn withdraw_bypass(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Path(upn): Path<String>,
) -> Result<StatusCode, ServiceError> {
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    let user = people::find(&http.context, &upn).await?;
    bypass::withdraw(&http.context, &actor, &user).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The organisation's settings. The `ETag` is sent back as `If-Match` by who changes what they read.
#[utoipa::path(
    get, path = "/v1/admin/settings", tag = "administration",
    responses((status = 200, body = SettingsPatch, headers(("ETag" = String, description = "The version")))),
)]
pub(super) async fn settings(State(http): State<Http>, _: Admin) -> Result<Response, ServiceError> {
    settings::all(&http.context).await.map(with_version)
}

/// The organisation's settings with their defaults and bounds.
#[utoipa::path(
    get, path = "/v1/admin/settings/details", tag = "administration",
    responses((status = 200, body = SettingsDetails)),
)]
pub(super) async fn settings_details(
    State(http): State<Http>,
    _: Admin,
) -> Result<Json<SettingsDetails>, ServiceError> {
    settings::details(&http.context).await.map(Json)
}

/// What a change of settings would do, and to how many people. Nothing is changed.
#[utoipa::path(
    post, path = "/v1/admin/settings:preview", tag = "administration", request_body = SettingsPatch,
    responses((status = 200, body = Listing<SettingsEffect>), (status = 400, body = Problem)),
)]
pub(super) async fn preview_settings(
    State(http): State<Http>,
    _: Admin,
    Body(body): Body<SettingsPatch>,
) -> Result<Json<Listing<SettingsEffect>>, ServiceError> {
    Ok(Json(Listing { value: settings_preview::preview(&http.context, body).await? }))
}

/// Changes some settings, all or none; `null` gives a key its default back. With `If-Match` only if nobody changed them
/// since.
#[utoipa::path(
    patch, path = "/v1/admin/settings", tag = "administration", request_body = SettingsPatch,
    params(("If-Match" = Option<String>, Header, description = "The ETag of the settings that were read")),
    responses(
        (status = 200, body = SettingsPatch, headers(("ETag" = String, description = "The version"))),
        (status = 400, body = Problem), (status = 412, body = Problem),
    ),
)]
pub(super) async fn change_settings(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    headers: HeaderMap,
    Body(body): Body<SettingsPatch>,
) -> Result<Response, ServiceError> {
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    settings::change(&http.context, &actor, &body, versions(&headers)?.as_deref()).await.map(with_version)
}

fn with_version(versioned: Versioned) -> Response {
    ([(ETAG, format!("\"{}\"", versioned.version))], Json(versioned.settings)).into_response()
}

/// The versions that `If-Match` names (RFC 9110, section 13.1.1); none if any will do.
fn versions(headers: &HeaderMap) -> Result<Option<Vec<i64>>, ServiceError> {
    let Some(header) = headers.get(IF_MATCH) else { return Ok(None) };
    let invalid = || ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "if-match");
    let text = header.to_str().map_err(|_| invalid())?.trim();
    if text == "*" {
        return Ok(None);
    }
    // A tag of another form was never ours: it matches nothing.
    Ok(Some(text.split(',').filter_map(|tag| tag.trim().trim_matches('"').parse().ok()).collect()))
}

/// A page of what administrators did, the newest first, here and on the command line.
#[utoipa::path(
    get, path = "/v1/admin/actions", tag = "administration", params(AdminActionsRequest),
    responses((status = 200, body = AdminActions)),
)]
pub(super) async fn actions(
    State(http): State<Http>,
    Admin(bearer): Admin,
    caller: Caller,
    Parameters(request): Parameters<AdminActionsRequest>,
) -> Result<Json<AdminActions>, ServiceError> {
    let actor = Actor::of(&http.context, &bearer, &caller).await?;
    history::page(&http.context, &actor, &request).await.map(Json)
}
