//! `/v1/me/authentication`: phones, verifications, authenticator apps.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use proofup_api::{
    ActivateSoftwareOath, AddPhone, AuthenticationMethod, CreatedSoftwareOath, Listing, PhoneMethod, Problem, Rename,
    SoftwareOathMethod, VerificationCode, VerificationStarted, VerificationState,
};
use serde::Deserialize;

use super::Http;
use super::extract::{Body, Registering};
use crate::ServiceError;
use crate::context::Caller;
use crate::methods::{self, phones, renaming, software_oath};

/// All methods; while registering, those verified so far.
#[utoipa::path(
    get, path = "/v1/me/authentication/methods", tag = "methods",
    responses((status = 200, body = Listing<AuthenticationMethod>)),
)]
pub(super) async fn all(
    State(http): State<Http>,
    Registering(bearer): Registering,
) -> Result<Json<Listing<AuthenticationMethod>>, ServiceError> {
    Ok(Json(Listing { value: methods::methods(&http.context, &bearer).await? }))
}

/// The phones among them.
#[utoipa::path(
    get, path = "/v1/me/authentication/phoneMethods", tag = "methods",
    responses((status = 200, body = Listing<PhoneMethod>)),
)]
pub(super) async fn phones(
    State(http): State<Http>,
    Registering(bearer): Registering,
) -> Result<Json<Listing<PhoneMethod>>, ServiceError> {
    let methods = methods::methods(&http.context, &bearer).await?;
    let value = methods.into_iter().filter_map(|method| match method {
        AuthenticationMethod::Phone(phone) => Some(phone),
        _ => None,
    });
    Ok(Json(Listing { value: value.collect() }))
}

/// Sends a code to a new number, which is saved once the code comes back.
#[utoipa::path(
    post, path = "/v1/me/authentication/phoneMethods", tag = "methods", request_body = AddPhone,
    responses(
        (status = 202, body = VerificationStarted), (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem), (status = 502, body = Problem),
    ),
)]
pub(super) async fn add_phone(
    State(http): State<Http>,
    Registering(bearer): Registering,
    caller: Caller,
    Body(body): Body<AddPhone>,
) -> Result<(StatusCode, Json<VerificationStarted>), ServiceError> {
    let started = phones::add(&http.context, &caller, &bearer, &body).await?;
    Ok((StatusCode::ACCEPTED, Json(started)))
}

/// Sends a code to the number that is to replace a phone's present one.
#[utoipa::path(
    patch, path = "/v1/me/authentication/phoneMethods/{id}", tag = "methods", request_body = AddPhone,
    params(("id" = String, Path)),
    responses((status = 202, body = VerificationStarted), (status = 404, body = Problem), (status = 422, body = Problem)),
)]
pub(super) async fn change_phone(
    State(http): State<Http>,
    Registering(bearer): Registering,
    caller: Caller,
    Path(id): Path<String>,
    Body(body): Body<AddPhone>,
) -> Result<(StatusCode, Json<VerificationStarted>), ServiceError> {
    let started = phones::change(&http.context, &caller, &bearer, &id, &body).await?;
    Ok((StatusCode::ACCEPTED, Json(started)))
}

/// Deletes a phone.
#[utoipa::path(
    delete, path = "/v1/me/authentication/phoneMethods/{id}", tag = "methods", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)),
)]
pub(super) async fn delete_phone(
    State(http): State<Http>,
    Registering(bearer): Registering,
    Path(id): Path<String>,
) -> Result<StatusCode, ServiceError> {
    phones::delete(&http.context, &bearer, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Saves the number that a code was sent to.
#[utoipa::path(
    post, path = "/v1/me/authentication/verifications/{id}", tag = "methods", request_body = VerificationCode,
    params(("id" = String, Path)),
    responses(
        (status = 200, body = PhoneMethod), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 410, body = Problem), (status = 422, body = Problem),
    ),
)]
pub(super) async fn verify(
    State(http): State<Http>,
    Registering(bearer): Registering,
    Path(id): Path<String>,
    Body(body): Body<VerificationCode>,
) -> Result<Json<PhoneMethod>, ServiceError> {
    phones::verify(&http.context, &bearer, &id, &body.code).await.map(Json)
}

/// How a verification stands on the phone: for calls, and for texts that are answered.
#[utoipa::path(
    get, path = "/v1/me/authentication/verifications/{id}", tag = "methods", params(("id" = String, Path)),
    responses((status = 200, body = VerificationState), (status = 404, body = Problem), (status = 409, body = Problem)),
)]
pub(super) async fn verification(
    State(http): State<Http>,
    Registering(bearer): Registering,
    Path(id): Path<String>,
) -> Result<Json<VerificationState>, ServiceError> {
    phones::state(&http.context, &bearer, &id).await.map(Json)
}

/// The authenticator apps.
#[utoipa::path(
    get, path = "/v1/me/authentication/softwareOathMethods", tag = "methods",
    responses((status = 200, body = Listing<SoftwareOathMethod>)),
)]
pub(super) async fn apps(
    State(http): State<Http>,
    Registering(bearer): Registering,
) -> Result<Json<Listing<SoftwareOathMethod>>, ServiceError> {
    let methods = methods::methods(&http.context, &bearer).await?;
    let value = methods.into_iter().filter_map(|method| match method {
        AuthenticationMethod::SoftwareOath(app) => Some(app),
        _ => None,
    });
    Ok(Json(Listing { value: value.collect() }))
}

/// `POST …/softwareOathMethods` says nothing yet.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CreateSoftwareOath {}

/// Begins the set-up of an app: its seed, this once.
#[utoipa::path(
    post, path = "/v1/me/authentication/softwareOathMethods", tag = "methods", request_body = Option<CreateSoftwareOath>,
    responses((status = 201, body = CreatedSoftwareOath), (status = 403, body = Problem)),
)]
pub(super) async fn create_app(
    State(http): State<Http>,
    Registering(bearer): Registering,
    _: Option<Body<CreateSoftwareOath>>,
) -> Result<(StatusCode, Json<CreatedSoftwareOath>), ServiceError> {
    let created = software_oath::create(&http.context, &bearer).await?;
    Ok((StatusCode::CREATED, Json(created)))
}

/// Activates a set-up by its first code.
#[utoipa::path(
    post, path = "/v1/me/authentication/softwareOathMethods/{id}/activate", tag = "methods",
    request_body = ActivateSoftwareOath, params(("id" = String, Path)),
    responses(
        (status = 200, body = SoftwareOathMethod), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 410, body = Problem), (status = 422, body = Problem),
    ),
)]
pub(super) async fn activate_app(
    State(http): State<Http>,
    Registering(bearer): Registering,
    Path(id): Path<String>,
    Body(body): Body<ActivateSoftwareOath>,
) -> Result<Json<SoftwareOathMethod>, ServiceError> {
    software_oath::activate(&http.context, &bearer, &id, &body).await.map(Json)
}

/// Gives one another name.
#[utoipa::path(
    patch, path = "/v1/me/authentication/softwareOathMethods/{id}", tag = "methods", request_body = Rename, params(("id" = String, Path)),
    responses(
        (status = 200, body = SoftwareOathMethod), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem),
    ),
)]
pub(super) async fn rename_app(
    State(http): State<Http>,
    Registering(bearer): Registering,
    Path(id): Path<String>,
    Body(body): Body<Rename>,
) -> Result<Json<SoftwareOathMethod>, ServiceError> {
    renaming::app(&http.context, &bearer, &id, &body).await.map(Json)
}

/// Deletes an app, or forgets a set-up.
#[utoipa::path(
    delete, path = "/v1/me/authentication/softwareOathMethods/{id}", tag = "methods", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)),
)]
pub(super) async fn delete_app(
    State(http): State<Http>,
    Registering(bearer): Registering,
    Path(id): Path<String>,
) -> Result<StatusCode, ServiceError> {
    software_oath::delete(&http.context, &bearer, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
