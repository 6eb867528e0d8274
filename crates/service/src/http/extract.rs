//! Decodes bodies and bearers. What cannot be decoded is refused by field name; its content is never repeated.

use axum::extract::rejection::{FormRejection, JsonRejection};
use axum::extract::{Form, FromRequest, FromRequestParts, Json, OptionalFromRequest, Query, Request};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::request::Parts;
use proofup_api::{ErrorCode, Scope, SecretText};
use serde::de::DeserializeOwned;

use super::Http;
use crate::ServiceError;
use crate::authenticator;
use crate::session::{self, Bearer};
use crate::step_up;
use crate::store::authenticators::Authenticator;

/// A JSON body without unknown fields.
pub(super) struct Body<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<Http> for Body<T> {
    type Rejection = ServiceError;

    async fn from_request(request: Request, http: &Http) -> Result<Self, ServiceError> {
        match <Json<T> as FromRequest<Http>>::from_request(request, http).await {
            Ok(Json(body)) => Ok(Self(body)),
            Err(JsonRejection::JsonDataError(error)) => Err(invalid(&error.body_text())),
            Err(JsonRejection::MissingJsonContentType(_)) => Err(invalid("`content-type`")),
            Err(_) => Err(invalid("`body`")),
        }
    }
}

/// A body that may be left out.
impl<T: DeserializeOwned> OptionalFromRequest<Http> for Body<T> {
    type Rejection = ServiceError;

    async fn from_request(request: Request, http: &Http) -> Result<Option<Self>, ServiceError> {
        if request.headers().contains_key(CONTENT_TYPE) {
            <Self as FromRequest<Http>>::from_request(request, http).await.map(Some)
        } else {
            Ok(None)
        }
    }
}

/// Parameters in the address, without unknown ones.
pub(super) struct Parameters<T>(pub(super) T);

impl<T: DeserializeOwned + Send> FromRequestParts<Http> for Parameters<T> {
    type Rejection = ServiceError;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, ServiceError> {
        match Query::<T>::from_request_parts(parts, http).await {
            Ok(Query(parameters)) => Ok(Self(parameters)),
            Err(error) => Err(invalid(&error.body_text())),
        }
    }
}

/// A form without unknown fields; `None` if it cannot be read.
pub(super) struct OauthForm<T>(pub(super) Option<T>);

impl<T: DeserializeOwned> FromRequest<Http> for OauthForm<T> {
    type Rejection = ServiceError;

    async fn from_request(request: Request, http: &Http) -> Result<Self, ServiceError> {
        match Form::<T>::from_request(request, http).await {
            Ok(Form(form)) => Ok(Self(Some(form))),
            Err(FormRejection::BytesRejection(_)) => Err(invalid("`body`")),
            Err(_) => Ok(Self(None)),
        }
    }
}

/// The field that a decoder complains of: the first word in backticks. Its sentence may also hold values.
fn invalid(complaint: &str) -> ServiceError {
    let field = complaint.split('`').nth(1).filter(|field| {
        field.len() <= 64 && field.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    });
    match field {
        Some(field) if complaint.contains("field") || complaint.starts_with('`') => {
            ServiceError::refused_with(ErrorCode::InvalidRequest, "field", field)
        }
        _ => ServiceError::refused(ErrorCode::InvalidRequest),
    }
}

/// A person who may look after their security info.
pub(super) struct SecurityInfo(pub(super) Bearer);

/// The same, or one who is registering.
pub(super) struct Registering(pub(super) Bearer);

/// An administrator whose second step is fresh. App passwords lead to no token at all, so none reaches this.
pub(super) struct Admin(pub(super) Bearer);

/// Whoever holds the token that was sent, if one was.
pub(super) struct AnyBearer(pub(super) Option<Bearer>);

impl FromRequestParts<Http> for AnyBearer {
    type Rejection = ServiceError;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, ServiceError> {
        if parts.headers.contains_key(AUTHORIZATION) {
            bearer(parts, http).await.map(Some).map(Self)
        } else {
            Ok(Self(None))
        }
    }
}

impl FromRequestParts<Http> for Admin {
    type Rejection = ServiceError;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, ServiceError> {
        let bearer = bearer(parts, http).await?;
        if !bearer.administers {
            Err(ServiceError::refused(ErrorCode::InsufficientScope))
        } else if !step_up::is_fresh(bearer.second_step_at, step_up::MAX_AGE_SECONDS, http.world.now()) {
            Err(step_up::required())
        } else {
            Ok(Self(bearer))
        }
    }
}

impl FromRequestParts<Http> for SecurityInfo {
    type Rejection = ServiceError;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, ServiceError> {
        let bearer = bearer(parts, http).await?;
        if bearer.scope == Scope::SecurityInfo {
            Ok(Self(bearer))
        } else {
            Err(ServiceError::refused(ErrorCode::InsufficientScope))
        }
    }
}

impl FromRequestParts<Http> for Registering {
    type Rejection = ServiceError;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, ServiceError> {
        let bearer = bearer(parts, http).await?;
        if matches!(bearer.scope, Scope::SecurityInfo | Scope::Registration) {
            Ok(Self(bearer))
        } else {
            Err(ServiceError::refused(ErrorCode::InsufficientScope))
        }
    }
}

/// A registered authenticator device.
pub(super) struct Device {
    pub(super) device: Authenticator,
    pub(super) bearer: Bearer,
}

impl FromRequestParts<Http> for Device {
    type Rejection = ServiceError;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, ServiceError> {
        let bearer = bearer(parts, http).await?;
        if bearer.scope != Scope::Authenticator {
            return Err(ServiceError::refused(ErrorCode::InsufficientScope));
        }
        let device = authenticator::of_bearer(&http.world, &bearer).await?;
        Ok(Self { device, bearer })
    }
}

async fn bearer(parts: &Parts, http: &Http) -> Result<Bearer, ServiceError> {
    let invalid_token = || ServiceError::refused(ErrorCode::InvalidToken);
    let header = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).ok_or_else(invalid_token)?;
    let (scheme, token) = header.split_once(' ').ok_or_else(invalid_token)?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(invalid_token());
    }
    session::bearer(&http.world, &SecretText::new(token.trim())).await?.ok_or_else(invalid_token)
}
