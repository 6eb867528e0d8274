//! Authenticator devices: set up under `/v1/me`, then at work under `/v1/authenticator`.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{self, KeepAlive, KeepAliveStream, Sse};
use proofup_api::{
    ActivateAuthenticator, ActivatedAuthenticator, ApprovalRequest, AuthenticationMethod, AuthenticatorMethod,
    AuthenticatorSetUp, CreateAuthenticator, CreatedAuthenticator, Decision, Event, Listing, Problem, Rename,
    TestStarted,
};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use super::Http;
use super::event_streams::OpenStream;
use super::extract::{Body, Device, Registering};
use super::oauth::issuer;
use crate::ServiceError;
use crate::context::Caller;
use crate::methods::push;
use crate::methods::{self, authenticators, renaming};
use crate::session::Bearer;

const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// The devices with push.
#[utoipa::path(
    get, path = "/v1/me/authentication/authenticatorMethods", tag = "methods",
    responses((status = 200, body = Listing<AuthenticatorMethod>)),
)]
pub(super) async fn list(
    State(http): State<Http>,
    Registering(bearer): Registering,
) -> Result<Json<Listing<AuthenticatorMethod>>, ServiceError> {
    let methods = methods::methods(&http.context, &bearer).await?;
    let value = methods.into_iter().filter_map(|method| match method {
        AuthenticationMethod::Authenticator(device) => Some(device),
        _ => None,
    });
    Ok(Json(Listing { value: value.collect() }))
}

/// Begins the set-up of a device: an activation code, this once, for ten minutes and one device.
#[utoipa::path(
    post, path = "/v1/me/authentication/authenticatorMethods", tag = "methods", request_body = Option<CreateAuthenticator>,
    responses(
        (status = 201, body = CreatedAuthenticator), (status = 403, body = Problem), (status = 409, body = Problem),
    ),
)]
pub(super) async fn create(
    State(http): State<Http>,
    Registering(bearer): Registering,
    headers: HeaderMap,
    body: Option<Body<CreateAuthenticator>>,
) -> Result<(StatusCode, Json<CreatedAuthenticator>), ServiceError> {
    let body = body.map(|Body(body)| body).unwrap_or_default();
    let created = authenticators::create(&http.context, &bearer, &issuer(&http, &headers), &body).await?;
    Ok((StatusCode::CREATED, Json(created)))
}

/// How far a set-up has come.
#[utoipa::path(
    get, path = "/v1/me/authentication/authenticatorMethods/{id}", tag = "methods", params(("id" = String, Path)),
    responses((status = 200, body = AuthenticatorSetUp), (status = 404, body = Problem)),
)]
pub(super) async fn state(
    State(http): State<Http>,
    Registering(bearer): Registering,
    Path(id): Path<String>,
) -> Result<Json<AuthenticatorSetUp>, ServiceError> {
    authenticators::state(&http.context, &bearer, &id).await.map(Json)
}

/// Sends a test request to a device. The first one that is approved there lets the device count.
#[utoipa::path(
    post, path = "/v1/me/authentication/authenticatorMethods/{id}/test", tag = "methods", params(("id" = String, Path)),
    responses(
        (status = 202, body = TestStarted), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 429, body = Problem),
    ),
)]
pub(super) async fn test(
    State(http): State<Http>,
    Registering(bearer): Registering,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<(StatusCode, Json<TestStarted>), ServiceError> {
    let started = authenticators::test(&http.context, &caller, &bearer, &id).await?;
    Ok((StatusCode::ACCEPTED, Json(started)))
}

/// Gives one another name.
#[utoipa::path(
    patch, path = "/v1/me/authentication/authenticatorMethods/{id}", tag = "methods", request_body = Rename, params(("id" = String, Path)),
    responses(
        (status = 200, body = AuthenticatorMethod), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem),
    ),
)]
pub(super) async fn rename(
    State(http): State<Http>,
    Registering(bearer): Registering,
    Path(id): Path<String>,
    Body(body): Body<Rename>,
) -> Result<Json<AuthenticatorMethod>, ServiceError> {
    renaming::device(&http.context, &bearer, &id, &body).await.map(Json)
}

/// Unregisters a device, or forgets a set-up.
#[utoipa::path(
    delete, path = "/v1/me/authentication/authenticatorMethods/{id}", tag = "methods", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)),
)]
pub(super) async fn delete(
    State(http): State<Http>,
    Registering(bearer): Registering,
    Path(id): Path<String>,
) -> Result<StatusCode, ServiceError> {
    authenticators::delete(&http.context, &bearer, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A device trades the activation code for its place. The code is the credential; no token is needed.
#[utoipa::path(
    post, path = "/v1/authenticator/activate", tag = "authenticator", request_body = ActivateAuthenticator,
    security(()),
    responses(
        (status = 200, body = ActivatedAuthenticator), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 410, body = Problem),
    ),
)]
pub(super) async fn activate(
    State(http): State<Http>,
    Body(body): Body<ActivateAuthenticator>,
) -> Result<Json<ActivatedAuthenticator>, ServiceError> {
    push::activate(&http.context, &body).await.map(Json)
}

/// What waits for a decision of this device.
#[utoipa::path(
    get, path = "/v1/authenticator/requests", tag = "authenticator",
    responses(
        (status = 200, body = Listing<ApprovalRequest>),
        (status = 403, body = Problem, description = "`not_an_activated_account`: the device is no longer registered"),
    ),
)]
pub(super) async fn requests(
    State(http): State<Http>,
    caller: Device,
) -> Result<Json<Listing<ApprovalRequest>>, ServiceError> {
    Ok(Json(Listing { value: push::open(&http.context, &caller.device).await? }))
}

/// Decides a request, once. The decision is a JWS (EdDSA) of the device with the claims `requestId`, `approve`, and
/// `number` to approve or `reason` (`user_declined`, `fraud_reported`) not to.
#[utoipa::path(
    post, path = "/v1/authenticator/requests/{id}/decision", tag = "authenticator", request_body = Decision,
    params(("id" = String, Path)),
    responses(
        (status = 204), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem, description = "`number_mismatch`, `request_decided`"),
        (status = 410, body = Problem),
    ),
)]
pub(super) async fn decide(
    State(http): State<Http>,
    caller: Device,
    Path(id): Path<String>,
    Body(body): Body<Decision>,
) -> Result<StatusCode, ServiceError> {
    push::decide(&http.context, &caller.bearer.caller, &caller.device, &id, &body).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Server-Sent Events: `approvalRequested` whenever what waits has changed, `signedOut` when the device is gone. The data
/// says nothing. Like all streams here it looks into the database, so a request made on any node arrives.
#[utoipa::path(
    get, path = "/v1/authenticator/events", tag = "authenticator",
    responses((status = 200, content_type = "text/event-stream", body = Event), (status = 403, body = Problem)),
)]
pub(super) async fn events(
    State(http): State<Http>,
    caller: Device,
) -> Sse<KeepAliveStream<ReceiverStream<Result<sse::Event, Infallible>>>> {
    let (tell, told) = mpsc::channel(8);
    let open = http.event_streams.open(&caller.device.id, &http.context.metrics);
    tokio::spawn(watch(http, caller.bearer, tell, open));
    Sse::new(ReceiverStream::new(told)).keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
}

async fn watch(
    mut http: Http,
    bearer: Bearer,
    tell: mpsc::Sender<Result<sse::Event, Infallible>>,
    mut open: OpenStream,
) {
    let mut seen = http.event_hub.watch_device(&bearer.session_id, Some(Arc::default()));
    // The first look tells of what waits already.
    let mut last = Some(Arc::default());
    loop {
        let now = seen.borrow_and_update().clone();
        if now != last {
            let event = if now.is_some() { Event::ApprovalRequested } else { Event::SignedOut };
            let told = tell.send(Ok(sse::Event::default().event(event.as_str()).data("{}"))).await;
            if told.is_err() || now.is_none() {
                return;
            }
            last = now;
        }
        tokio::select! {
            moved = seen.changed() => if moved.is_err() { return },
            () = tell.closed() => return,
            () = open.superseded() => return,
            _ = http.stopping.wait_for(|stop| *stop) => return,
        }
    }
}
