//! OAuth 2.0: metadata, the challenge endpoint, tokens, revocation.

use axum::Json;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, HOST};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use proofup_api::{
    AuthorizationServer, ChallengeError, ChallengeGranted, ChallengeOutcome, ChallengeRequest, Params, Problem, Scope,
    SecretText, TokenAnswer, TokenError, TokenRequest,
};
use serde::Deserialize;

use super::Http;
use super::extract::{AnyBearer, OauthForm};
use crate::ServiceError;
use crate::context::Caller;
use crate::endpoints::grants;
use crate::session::TokenRefusal;
use crate::sign_in::{self, ChallengeAnswer};

const NEVER_STORED: [(axum::http::HeaderName, &str); 1] = [(CACHE_CONTROL, "no-store")];

/// Authorization server metadata, RFC 8414.
#[utoipa::path(
    get, path = "/.well-known/oauth-authorization-server", tag = "sign-in",
    responses((status = 200, body = AuthorizationServer)),
)]
pub(super) async fn metadata(State(http): State<Http>, headers: HeaderMap) -> Json<AuthorizationServer> {
    let issuer = issuer(&http, &headers);
    Json(AuthorizationServer {
        authorization_challenge_endpoint: format!("{issuer}/oauth2/challenge"),
        token_endpoint: format!("{issuer}/oauth2/token"),
        revocation_endpoint: format!("{issuer}/oauth2/revoke"),
        issuer,
        grant_types_supported: vec![
            "authorization_code".to_owned(),
            "refresh_token".to_owned(),
            "urn:ietf:params:oauth:grant-type:jwt-bearer".to_owned(),
        ],
        response_types_supported: vec!["code".to_owned()],
        scopes_supported: [Scope::SecurityInfo, Scope::Registration, Scope::Authenticator, Scope::Admin]
            .map(|scope| scope.to_string())
            .to_vec(),
        code_challenge_methods_supported: vec!["S256".to_owned()],
        token_endpoint_auth_methods_supported: vec!["none".to_owned()],
    })
}

/// The address that clients know this service by. Without `public_url` it is the one that they sent, which is good enough
/// to tell them where to go on, and for nothing else.
pub(super) fn issuer(http: &Http, headers: &HeaderMap) -> String {
    http.public_url.clone().unwrap_or_else(|| {
        let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        // A proxy is there for TLS.
        let scheme = if http.tls || http.behind_proxy { "https" } else { "http" };
        format!("{scheme}://{host}")
    })
}

/// One step of signing in, or of a step-up; called until it answers 200.
///
/// A step-up begins with `client_id` and `max_age` under the session's access token, and goes on by `auth_session` as a
/// sign-in does. At its end the session's own tokens reach again what had answered `step_up_required`.
#[utoipa::path(
    post, path = "/oauth2/challenge", tag = "sign-in",
    request_body(content = ChallengeRequest, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, body = ChallengeGranted, description = "The sign-in is through"),
        (status = 400, body = ChallengeError, description = "More is owed, or it was denied"),
        (status = 401, body = Problem, description = "The access token of a step-up is missing or unknown"),
        (status = 429, body = Problem, description = "Too many passwords from this network wait to be looked at"),
        (status = 503, body = Problem),
    ),
)]
pub(super) async fn challenge(
    State(http): State<Http>,
    caller: Caller,
    AnyBearer(bearer): AnyBearer,
    OauthForm(form): OauthForm<ChallengeRequest>,
) -> Result<Response, ServiceError> {
    let Some(request) = form else {
        return Ok(bad_request(unreadable_step()));
    };
    Ok(match sign_in::challenge(&http.context, &caller, bearer, request).await? {
        ChallengeAnswer::Granted(granted) => (NEVER_STORED, Json(granted)).into_response(),
        ChallengeAnswer::Owed(error) => bad_request(*error),
    })
}

/// Tokens for an authorization code, a refresh token, or the signed assertion of a device.
#[utoipa::path(
    post, path = "/oauth2/token", tag = "sign-in",
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, body = TokenAnswer), (status = 400, body = TokenError),
        (status = 403, body = Problem, description = "The device is no longer registered"),
        (status = 503, body = Problem),
    ),
)]
pub(super) async fn token(
    State(http): State<Http>,
    OauthForm(form): OauthForm<TokenRequest>,
) -> Result<Response, ServiceError> {
    let Some(request) = form else {
        return Ok(bad_request(token_error(TokenRefusal::Request("the form cannot be read"))));
    };
    Ok(match grants::grant(&http.context, &http.audiences, request).await? {
        Ok(answer) => (NEVER_STORED, Json(answer)).into_response(),
        Err(refusal) => bad_request(token_error(refusal)),
    })
}

/// `POST /oauth2/revoke`
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RevokeRequest {
    #[schema(value_type = String)]
    token: SecretText,
    #[expect(dead_code, reason = "RFC 7009 lets clients send it, and every token is found without it")]
    token_type_hint: Option<String>,
    #[expect(dead_code, reason = "the client is public, so its name proves nothing")]
    client_id: Option<String>,
}

/// Ends the session that a token belongs to, RFC 7009.
#[utoipa::path(
    post, path = "/oauth2/revoke", tag = "sign-in",
    request_body(content = RevokeRequest, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200), (status = 400, body = TokenError)),
)]
pub(super) async fn revoke(
    State(http): State<Http>,
    OauthForm(form): OauthForm<RevokeRequest>,
) -> Result<Response, ServiceError> {
    let Some(request) = form else {
        return Ok(bad_request(token_error(TokenRefusal::Request("token is needed"))));
    };
    grants::revoke(&http.context, &request.token).await?;
    Ok(StatusCode::OK.into_response())
}

fn bad_request(body: impl serde::Serialize) -> Response {
    (StatusCode::BAD_REQUEST, NEVER_STORED, Json(body)).into_response()
}

fn unreadable_step() -> ChallengeError {
    ChallengeError {
        error: ChallengeOutcome::InvalidRequest,
        error_description: Some("the form cannot be read, or holds an unknown field".to_owned()),
        auth_session: None,
        methods: Vec::new(),
        preferred: None,
        remember_device: None,
        challenge: None,
        correlation_id: None,
        code: None,
        params: Params::new(),
    }
}

fn token_error(refusal: TokenRefusal) -> TokenError {
    let (error, description) = match refusal {
        TokenRefusal::Request(why) => ("invalid_request", Some(why)),
        TokenRefusal::Client => ("invalid_client", None),
        TokenRefusal::Grant => ("invalid_grant", None),
    };
    TokenError { error: error.to_owned(), error_description: description.map(str::to_owned) }
}
