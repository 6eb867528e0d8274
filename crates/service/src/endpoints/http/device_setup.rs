//! Setting up a device: the organisation's servers, Apple profiles, and what mail apps ask for by themselves.

use axum::body::Bytes;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use proofup_api::{CreateProfile, DeviceSetup, ErrorCode, Language, Problem, ProfileLink};
use serde::Deserialize;

use super::Http;
use super::extract::{Body, Parameters, SecurityInfo};
use crate::ServiceError;
use crate::app_passwords::{autoconfig, device_setup};
use crate::context::Caller;

const XML: &str = "text/xml; charset=utf-8";
const APPLE: &str = "application/x-apple-aspen-config";

pub(super) fn routes() -> Router<Http> {
    Router::new()
        .route("/v1/me/deviceSetup", get(servers))
        .route("/v1/me/appPasswords/{id}/profile", post(create_profile))
        .route("/profiles/{token}", get(profile))
        .route("/.well-known/autoconfig/mail/config-v1.1.xml", get(thunderbird))
        .route("/autodiscover/autodiscover.xml", post(outlook))
}

/// The organisation's servers, for the person's devices.
#[utoipa::path(
    get, path = "/v1/me/deviceSetup", tag = "app passwords",
    responses((status = 200, body = DeviceSetup), (status = 401, body = Problem)),
)]
pub(super) async fn servers(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
) -> Result<Json<DeviceSetup>, ServiceError> {
    device_setup::servers(&http.context, &bearer).await.map(Json)
}

/// A link to an Apple profile with this app password. It works once, for ten minutes.
#[utoipa::path(
    post, path = "/v1/me/appPasswords/{id}/profile", tag = "app passwords", request_body = CreateProfile,
    params(("id" = String, Path)),
    responses((status = 201, body = ProfileLink), (status = 401, body = Problem), (status = 404, body = Problem)),
)]
pub(super) async fn create_profile(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
    Path(id): Path<String>,
    Body(body): Body<CreateProfile>,
) -> Result<(StatusCode, Json<ProfileLink>), ServiceError> {
    let link = device_setup::profile_link(&http.context, &bearer, &id, &body.password).await?;
    Ok((StatusCode::CREATED, Json(link)))
}

/// The Apple profile behind a link.
#[utoipa::path(
    get, path = "/profiles/{token}", tag = "device setup", security(()), params(("token" = String, Path)),
    responses(
        (status = 200, content_type = "application/x-apple-aspen-config"),
        (status = 404, content_type = "text/plain"),
        (status = 503, body = Problem),
    ),
)]
pub(super) async fn profile(
    State(http): State<Http>,
    caller: Caller,
    token: Result<Path<String>, PathRejection>,
) -> Result<Response, ServiceError> {
    // What cannot be read is no link either.
    let token = token.map(|Path(token)| token).unwrap_or_default();
    Ok(match device_setup::open_profile(&http.context, &token).await? {
        Some(profile) => {
            let file = "attachment; filename=\"proofup.mobileconfig\"";
            // It holds the app password.
            let headers = [(CONTENT_TYPE, APPLE), (CONTENT_DISPOSITION, file), (CACHE_CONTROL, "no-store")];
            (headers, profile).into_response()
        }
        None => (StatusCode::NOT_FOUND, used_up(caller.language)).into_response(),
    })
}

/// The person reads this on the device.
const fn used_up(language: Language) -> &'static str {
    match language {
        Language::English => "This link was used already, or it has expired. Make another one in Proofup.",
        Language::Dutch => "Deze koppeling is al gebruikt of verlopen. Maak een andere in Proofup.",
        Language::TraditionalChinese => "此連結已使用過或已到期。請在 Proofup 中建立另一個。",
        Language::SimplifiedChinese => "此链接已使用过或已到期。请在 Proofup 中创建另一个。",
    }
}

#[derive(Deserialize)]
pub(super) struct Asked {
    emailaddress: Option<String>,
}

/// Thunderbird's autoconfig. The answer is the same for every address.
#[utoipa::path(
    get, path = "/.well-known/autoconfig/mail/config-v1.1.xml", tag = "device setup", security(()),
    params(("emailaddress" = Option<String>, Query)),
    responses(
        (status = 200, content_type = "text/xml"),
        (status = 400, body = Problem),
        (status = 404, body = Problem),
        (status = 503, body = Problem),
    ),
)]
pub(super) async fn thunderbird(
    State(http): State<Http>,
    Parameters(asked): Parameters<Asked>,
) -> Result<Response, ServiceError> {
    xml(autoconfig::thunderbird(&http.context, asked.emailaddress.as_deref()).await?)
}

/// Outlook's Autodiscover. The answer is the same for every address, and asks for no sign-in.
#[utoipa::path(
    post, path = "/autodiscover/autodiscover.xml", tag = "device setup", security(()),
    request_body(content = String, content_type = "text/xml"),
    responses(
        (status = 200, content_type = "text/xml"),
        (status = 404, body = Problem),
        (status = 503, body = Problem),
    ),
)]
pub(super) async fn outlook(State(http): State<Http>, body: Bytes) -> Result<Response, ServiceError> {
    xml(autoconfig::outlook(&http.context, &String::from_utf8_lossy(&body)).await?)
}

fn xml(document: Option<String>) -> Result<Response, ServiceError> {
    let document = document.ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    Ok(([(CONTENT_TYPE, XML)], document).into_response())
}
