//! Decodes bodies and bearers. What cannot be decoded is refused by field name; its content is never repeated.

use std::convert::Infallible;

use axum::body::Bytes;
use axum::extract::{
    Form, FromRequest, FromRequestParts, MatchedPath, OptionalFromRequest, Query, RawPathParams, Request,
};
use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::request::Parts;
use proofup_api::{ErrorCode, Scope, SecretText};
use proofup_store::authenticators::Authenticator;
use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;

use super::Http;
use crate::ServiceError;
use crate::administration::access::{self, AdminCall};
use crate::context::Caller;
use crate::methods::freshness;
use crate::methods::push;
use crate::session::{self, Administering, Bearer};

/// A JSON body without unknown fields.
pub(super) struct Body<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<Http> for Body<T> {
    type Rejection = ServiceError;

    async fn from_request(request: Request, http: &Http) -> Result<Self, ServiceError> {
        if !is_json(request.headers()) {
            return Err(invalid("`content-type`"));
        }
        let bytes = Bytes::from_request(request, http).await.map_err(|_| invalid("`body`"))?;
        // Field by field in the order of the declaration: serde would take an array for an object.
        if !bytes.trim_ascii_start().starts_with(b"{") {
            return Err(invalid("`body`"));
        }
        let mut decoder = serde_json::Deserializer::from_slice(&bytes);
        let body = serde_path_to_error::deserialize(&mut decoder).map_err(|error| match error.inner().is_data() {
            true => invalid_at(error.path(), &error.inner().to_string()),
            false => invalid("`body`"),
        })?;
        decoder.end().map_err(|_| invalid("`body`"))?;
        Ok(Self(body))
    }
}

/// `application/json`, or a type that is written in it.
fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
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
    type Rejection = Infallible;

    async fn from_request(request: Request, http: &Http) -> Result<Self, Infallible> {
        let (parts, body) = request.into_parts();
        let body = Request::from_parts(parts.clone(), body);
        let Ok(bytes) = Bytes::from_request(body, http).await else { return Ok(Self(None)) };
        // No field of a form holds NUL.
        if bytes.contains(&0) || bytes.windows(3).any(|escape| escape == b"%00") {
            return Ok(Self(None));
        }
        let form = Form::<T>::from_request(Request::from_parts(parts, bytes.into()), http).await;
        Ok(Self(form.ok().map(|Form(form)| form)))
    }
}

/// A field of a wrong value, or one that nobody knows, is where the decoder was. One that is missing is named by its complaint.
fn invalid_at(path: &serde_path_to_error::Path, complaint: &str) -> ServiceError {
    if complaint.starts_with("missing field") {
        return invalid(complaint);
    }
    match path.iter().next() {
        Some(Segment::Map { key }) => invalid(&format!("`{key}`")),
        _ => invalid(complaint),
    }
}

/// The field that a decoder complains of: the first word in backticks. Its sentence may also hold values.
fn invalid(complaint: &str) -> ServiceError {
    let field = complaint.split('`').nth(1).filter(|field| {
        (1..=64).contains(&field.len()) && field.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
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

/// Somebody whose role lets them make this call, and whose second step is fresh enough for it; or a program whose token has the
/// scope of this call. App passwords lead to no token at all, so none reaches this.
pub(super) struct Admin(pub(super) Administering);

/// The bearer of the token in the request, if there is one.
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
        let refused = || ServiceError::refused(ErrorCode::InsufficientScope);
        let no_call = || ServiceError::refused(ErrorCode::NotFound);
        let (token, caller) = token(parts, http).await?;
        if session::is_of_a_machine(&token) {
            let machine = session::machine(&http.context, &token, &caller).await?.ok_or_else(invalid_token)?;
            let call = admin_call(parts, http).await.ok_or_else(no_call)?;
            return if access::permits_machine(&machine.scopes, call) {
                Ok(Self(Administering::Machine(machine)))
            } else {
                Err(refused())
            };
        }
        let bearer = session::bearer(&http.context, &token, caller).await?.ok_or_else(invalid_token)?;
        if bearer.roles.is_empty() {
            return Err(refused());
        }
        let call = admin_call(parts, http).await.ok_or_else(no_call)?;
        if !access::permits(&bearer.roles, call) {
            Err(refused())
        } else if !freshness::is_fresh(bearer.second_step_at, call.max_age_seconds, http.context.now()) {
            Err(freshness::required(call.max_age_seconds))
        } else {
            Ok(Self(Administering::Person(bearer)))
        }
    }
}

/// Which call a request is: by its route and, where the route takes an action behind a colon, by that.
async fn admin_call(parts: &mut Parts, http: &Http) -> Option<&'static AdminCall> {
    let route = MatchedPath::from_request_parts(parts, http).await.ok()?;
    let route = route.as_str();
    let method = parts.method.as_str().to_owned();
    if let Some(call) = access::call_of(&method, route, None) {
        return Some(call);
    }
    let names = RawPathParams::from_request_parts(parts, http).await.ok()?;
    let (_, last) = names.iter().last()?;
    let (_, action) = last.rsplit_once(':')?;
    access::call_of(&method, route, Some(action))
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
        let device = push::of_bearer(&http.context, &bearer).await?;
        Ok(Self { device, bearer })
    }
}

async fn bearer(parts: &mut Parts, http: &Http) -> Result<Bearer, ServiceError> {
    let (token, caller) = token(parts, http).await?;
    session::bearer(&http.context, &token, caller).await?.ok_or_else(invalid_token)
}

/// The bearer token of a request, and where it comes from.
async fn token(parts: &mut Parts, http: &Http) -> Result<(SecretText, Caller), ServiceError> {
    let Ok(caller) = Caller::from_request_parts(parts, http).await;
    let header = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).ok_or_else(invalid_token)?;
    let (scheme, token) = header.split_once(' ').ok_or_else(invalid_token)?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(invalid_token());
    }
    Ok((SecretText::new(token.trim()), caller))
}

fn invalid_token() -> ServiceError {
    ServiceError::refused(ErrorCode::InvalidToken)
}
