//! `/v1/me`: the person, their sign-ins, remembered devices and preferred option, and the end of registration.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use proofup_api::{
    Activity, ActivityRequest, ChangePassword, DEVICE_TOKEN_HEADER, Listing, Me, Problem, Rename, SecretText,
    SignInPreferences, SignIns, SignInsRequest, TrustedDevice,
};

use super::Http;
use super::extract::{Body, Parameters, Registering, SecurityInfo};
use crate::ServiceError;
use crate::account::{activity, feed, me};
use crate::methods::{password, preferences, registration};

/// Who is signed in, what they owe, and what is allowed.
#[utoipa::path(get, path = "/v1/me", tag = "me", responses((status = 200, body = Me), (status = 401, body = Problem)))]
pub(super) async fn get(State(http): State<Http>, Registering(bearer): Registering) -> Result<Json<Me>, ServiceError> {
    me::of(&http.context, &bearer).await.map(Json)
}

/// The person's own part of the sign-in log, the newest first, page by page.
#[utoipa::path(
    get, path = "/v1/me/signIns", tag = "me", params(SignInsRequest),
    responses((status = 200, body = SignIns), (status = 400, body = Problem)),
)]
pub(super) async fn sign_ins(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
    Parameters(request): Parameters<SignInsRequest>,
) -> Result<Json<SignIns>, ServiceError> {
    activity::sign_ins(&http.context, &bearer, &request).await.map(Json)
}

/// Sign-ins and changes to the account in one list, the newest first, page by page.
#[utoipa::path(
    get, path = "/v1/me/activity", tag = "me", params(ActivityRequest),
    responses((status = 200, body = Activity), (status = 400, body = Problem), (status = 401, body = Problem)),
)]
pub(super) async fn activity(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
    Parameters(request): Parameters<ActivityRequest>,
) -> Result<Json<Activity>, ServiceError> {
    feed::page(&http.context, &bearer, &request).await.map(Json)
}

/// Signs the person out everywhere but here.
#[utoipa::path(post, path = "/v1/me/revokeSignInSessions", tag = "me", responses((status = 204)))]
pub(super) async fn revoke_sessions(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
) -> Result<StatusCode, ServiceError> {
    activity::end_other_sessions(&http.context, &bearer).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The remembered devices.
#[utoipa::path(
    get, path = "/v1/me/trustedDevices", tag = "me",
    params(("Proofup-Device-Token" = Option<String>, Header, description = "Token of the remembered device that asks")),
    responses((status = 200, body = Listing<TrustedDevice>)),
)]
pub(super) async fn trusted_devices(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
    headers: HeaderMap,
) -> Result<Json<Listing<TrustedDevice>>, ServiceError> {
    let value = activity::trusted_devices(&http.context, &bearer, device_token(&headers).as_ref()).await?;
    Ok(Json(Listing { value }))
}

fn device_token(headers: &HeaderMap) -> Option<SecretText> {
    headers.get(DEVICE_TOKEN_HEADER)?.to_str().ok().map(SecretText::new)
}

/// Restores multi-factor authentication on all remembered devices.
#[utoipa::path(delete, path = "/v1/me/trustedDevices", tag = "me", responses((status = 204)))]
pub(super) async fn forget_devices(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
) -> Result<StatusCode, ServiceError> {
    activity::forget_devices(&http.context, &bearer).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Gives a remembered device another name.
#[utoipa::path(
    patch, path = "/v1/me/trustedDevices/{id}", tag = "me", request_body = Rename,
    params(
        ("id" = String, Path),
        ("Proofup-Device-Token" = Option<String>, Header, description = "Token of the remembered device that asks"),
    ),
    responses(
        (status = 200, body = TrustedDevice), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem),
    ),
)]
pub(super) async fn rename_device(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
    Path(id): Path<String>,
    headers: HeaderMap,
    Body(body): Body<Rename>,
) -> Result<Json<TrustedDevice>, ServiceError> {
    activity::rename_device(&http.context, &bearer, device_token(&headers).as_ref(), &id, &body).await.map(Json)
}

/// Forgets one remembered device.
#[utoipa::path(
    delete, path = "/v1/me/trustedDevices/{id}", tag = "me", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)),
)]
pub(super) async fn forget_device(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
    Path(id): Path<String>,
) -> Result<StatusCode, ServiceError> {
    activity::forget_device(&http.context, &bearer, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Changes the person's own password. Other sessions and remembered devices end, and app passwords unless they are kept.
#[utoipa::path(
    post, path = "/v1/me/changePassword", tag = "me", request_body = ChangePassword,
    responses(
        (status = 204), (status = 401, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem),
    ),
)]
pub(super) async fn change_password(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
    Body(body): Body<ChangePassword>,
) -> Result<StatusCode, ServiceError> {
    password::change(&http.context, &bearer, &body).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The preferred option.
#[utoipa::path(
    get, path = "/v1/me/authentication/signInPreferences", tag = "methods",
    responses((status = 200, body = SignInPreferences)),
)]
pub(super) async fn preferences(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
) -> Result<Json<SignInPreferences>, ServiceError> {
    preferences::get(&http.context, &bearer).await.map(Json)
}

/// Prefers another option. Wants a fresh second step.
#[utoipa::path(
    patch, path = "/v1/me/authentication/signInPreferences", tag = "methods", request_body = SignInPreferences,
    responses(
        (status = 200, body = SignInPreferences), (status = 401, body = Problem), (status = 409, body = Problem),
    ),
)]
pub(super) async fn set_preferences(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
    Body(body): Body<SignInPreferences>,
) -> Result<Json<SignInPreferences>, ServiceError> {
    preferences::set(&http.context, &bearer, &body).await.map(Json)
}

/// Takes this session back to the wizard, as the person wishes: after a fresh second step, and for an hour at most.
#[utoipa::path(
    post, path = "/v1/me/registration:begin", tag = "registration",
    responses((status = 204), (status = 401, body = Problem), (status = 409, body = Problem)),
)]
pub(super) async fn begin_registration(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
) -> Result<StatusCode, ServiceError> {
    registration::begin(&http.context, &bearer).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes everything real that was verified under this registration, and enforces the second step. Who registers anew by their
/// own wish wants a fresh second step here too.
#[utoipa::path(
    post, path = "/v1/me/registration:complete", tag = "registration",
    responses((status = 204), (status = 401, body = Problem), (status = 409, body = Problem)),
)]
pub(super) async fn complete_registration(
    State(http): State<Http>,
    Registering(bearer): Registering,
) -> Result<StatusCode, ServiceError> {
    registration::complete(&http.context, &bearer).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Forgets everything that was verified under this registration.
#[utoipa::path(
    delete, path = "/v1/me/registration", tag = "registration",
    responses((status = 204), (status = 409, body = Problem)),
)]
pub(super) async fn discard_registration(
    State(http): State<Http>,
    Registering(bearer): Registering,
) -> Result<StatusCode, ServiceError> {
    registration::discard(&http.context, &bearer).await?;
    Ok(StatusCode::NO_CONTENT)
}
