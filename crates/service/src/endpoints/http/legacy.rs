//! Where front ends ask for old clients: HTTP Basic for `auth_request`, and nginx's mail `auth_http` header protocol.

use std::net::SocketAddr;

use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::header::{AUTHORIZATION, RETRY_AFTER, USER_AGENT, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use proofup_api::{ErrorCode, SecretText};

use super::Http;
use super::caller::peer;
use super::client_address::{client_address, told_address};
use super::problem::UNAVAILABLE_SECONDS;
use crate::ServiceError;
use crate::app_passwords::check::{Login, Verdict, check};
use crate::context::Caller;
use crate::endpoints::front_ends::{Asker, FrontEnd, FrontEndKind};
use crate::runtime::wait::Wait;

/// A request of a front end.
struct Asked<'a> {
    front_end: &'a FrontEnd,
    caller: Caller,
    /// Whether the front end said where its client is.
    address_is_told: bool,
}

impl<'a> Asked<'a> {
    /// `None` for everybody but a front end of this kind.
    async fn by(http: &'a Http, kind: FrontEndKind, parts: &mut Parts) -> Option<Self> {
        let Ok(caller) = Caller::from_request_parts(parts, http).await;
        let peer = peer(parts)?.ip().to_canonical();
        let client = client_address(peer, &parts.headers, &http.trusted_proxies);
        let key = parts.headers.get("x-auth-key").map(HeaderValue::as_bytes);
        let front_end = http.front_ends.find(kind, &Asker { peer, client, key })?;
        let told = front_end.client_address.as_deref().and_then(|name| told_address(&parts.headers, name));
        if told.is_none() && front_end.client_address.is_some() {
            tracing::warn!(front_end = front_end.name, "a front end did not say where its client is, or not readably");
        }
        let address = front_end.address_of_client(told, peer);
        Some(Self { front_end, caller: Caller { address, ..caller }, address_is_told: told.is_some() })
    }

    async fn check(
        &self,
        http: &Http,
        (user_name, secret): (&str, &SecretText),
        protocol: &str,
        device: Option<&str>,
    ) -> Result<Verdict, ServiceError> {
        let (front_end, address_is_told) = (self.front_end.name.as_str(), self.address_is_told);
        let user_name = self.front_end.name_of(user_name);
        let login =
            Login { user_name: &user_name, secret, protocol, device, front_end, address_is_told, second_step: None };
        check(&http.context, &self.caller, login).await
    }
}

/// HTTP Basic (RFC 7617), of any method, asked by a configured front end.
#[utoipa::path(
    get, path = "/legacy/basic", tag = "old clients", security(("basic" = [])),
    responses(
        (status = 204, description = "Come in; `Remote-User` is the person's name"),
        (status = 401, description = "Refused"),
        (status = 403, description = "Blocked, or too many attempts (`Retry-After`), or not asked by a front end"),
        (status = 503, description = "Ask again later"),
    ),
)]
pub(super) async fn basic(State(http): State<Http>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let Some(asked) = Asked::by(&http, FrontEndKind::Basic, &mut parts).await else {
        return StatusCode::FORBIDDEN.into_response();
    };
    let header = parts.headers.get(AUTHORIZATION).and_then(|header| header.to_str().ok());
    let Some((user_name, secret)) = header.and_then(proofup_text::basic_credentials) else {
        return unauthorized();
    };
    let secret = SecretText::new(secret.as_str());
    let device = parts.headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok());
    let protocol = asked.front_end.protocol.as_deref().unwrap_or("http");
    match asked.check(&http, (&user_name, &secret), protocol, device).await {
        Ok(Verdict::Allowed(upn)) => come_in_as(&upn),
        Ok(Verdict::Refused | Verdict::OwesSecondStep(_)) => unauthorized(),
        Ok(Verdict::Blocked) => StatusCode::FORBIDDEN.into_response(),
        Ok(Verdict::Throttled(wait)) => {
            (StatusCode::FORBIDDEN, [(RETRY_AFTER, HeaderValue::from(wait.seconds))]).into_response()
        }
        Err(error) => unavailable(&error),
    }
}

/// nginx's mail `auth_http` protocol. Whether somebody may come in stands in `Auth-Status` alone.
#[utoipa::path(
    get, path = "/legacy/nginx-mail", tag = "old clients",
    responses(
        (status = 200, description = "`Auth-Status: OK`, or the text for the client"),
        (status = 403, description = "Not asked by a front end"),
        (status = 503, description = "Ask again later"),
    ),
)]
pub(super) async fn nginx_mail(State(http): State<Http>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let Some(asked) = Asked::by(&http, FrontEndKind::NginxMail, &mut parts).await else {
        return StatusCode::FORBIDDEN.into_response();
    };
    let headers = &parts.headers;
    let text = |name: &str| headers.get(name).and_then(|value| proofup_text::from_nginx(value.as_bytes()));
    let told = text("auth-protocol").map(|protocol| protocol.to_string());
    let protocol = told.or_else(|| asked.front_end.protocol.clone());
    let (Some(user_name), Some(secret), Some(protocol)) = (text("auth-user"), text("auth-pass"), protocol) else {
        return mail_refusal("Invalid login or password", headers);
    };
    let secret = SecretText::new(secret.as_str());
    match asked.check(&http, (&user_name, &secret), &protocol, None).await {
        Ok(Verdict::Allowed(_)) => come_in(http.front_ends.backend(&protocol)),
        Ok(Verdict::Refused | Verdict::OwesSecondStep(_)) => mail_refusal("Invalid login or password", headers),
        Ok(Verdict::Blocked) => mail_refusal("This account is blocked", headers),
        Ok(Verdict::Throttled(wait)) => mail_wait(wait),
        // Without Auth-Status: the client hears of an outage and keeps its password.
        Err(error) => unavailable(&error),
    }
}

/// The one place that says `OK`.
fn come_in(backend: Option<SocketAddr>) -> Response {
    let mut response = (StatusCode::OK, [("auth-status", "OK")]).into_response();
    if let Some(backend) = backend
        && let Ok(address) = HeaderValue::from_str(&backend.ip().to_string())
    {
        response.headers_mut().insert("auth-server", address);
        response.headers_mut().insert("auth-port", HeaderValue::from(backend.port()));
    }
    response
}

/// 204 with the name under which the person is known.
fn come_in_as(upn: &str) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Ok(name) = HeaderValue::from_str(upn) {
        response.headers_mut().insert("remote-user", name);
    }
    response
}

/// Too many were wrong: how long to wait, in words for the person. Mail servers hear that it is no refusal for good.
fn mail_wait(wait: Wait) -> Response {
    let minutes = (wait.seconds + 59) / 60;
    let text = format!("Too many attempts. Try again in {minutes} min");
    let mut response = (StatusCode::OK, [("auth-error-code", "454 4.7.0")]).into_response();
    if let Ok(text) = HeaderValue::from_str(&text) {
        response.headers_mut().insert("auth-status", text);
    }
    response
}

/// The first attempts of a connection may be repeated after a pause; nginx holds memory for each, so not for ever.
fn mail_refusal(text: &'static str, headers: &HeaderMap) -> Response {
    let attempt = headers
        .get("auth-login-attempt")
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse::<u32>().ok())
        .unwrap_or(1);
    let mut response = (StatusCode::OK, [("auth-status", text)]).into_response();
    if attempt < 10 {
        response.headers_mut().insert("auth-wait", HeaderValue::from_static("3"));
    }
    response
}

fn unauthorized() -> Response {
    let challenge = [(WWW_AUTHENTICATE, "Basic realm=\"Proofup\", charset=\"UTF-8\"")];
    (StatusCode::UNAUTHORIZED, challenge).into_response()
}

fn unavailable(error: &ServiceError) -> Response {
    if error.code() == ErrorCode::RateLimited {
        // A flood is not to fill the log of the process as well.
        tracing::debug!("an old client came while too many waited from its network");
    } else {
        tracing::error!(%error, "an old client could not be checked");
    }
    (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, UNAVAILABLE_SECONDS.to_string())]).into_response()
}
