//! What Twilio tells: how a call goes, what was pressed, what became of a text, who answered one. Each word is signed,
//! and counts once.

use axum::RequestExt as _;
use axum::extract::{Form, FromRequest, OriginalUri, Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use proofup_api::ErrorCode;

use super::Http;
use crate::telephony::{GatewayEvent, Twilio};
use crate::{ServiceError, gateway};

const SIGNATURE: &str = "x-twilio-signature";

/// A form that Twilio signed for this very address, and that comes for the first time.
pub(super) struct Told(Vec<(String, String)>);

impl FromRequest<Http> for Told {
    type Rejection = Response;

    async fn from_request(mut request: Request, http: &Http) -> Result<Self, Response> {
        let twilio = twilio(http).map_err(IntoResponse::into_response)?;
        let Ok(OriginalUri(uri)) = request.extract_parts().await;
        let signature = request.headers().get(SIGNATURE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let signature = signature.to_owned();
        let Form::<Vec<_>>(form) = Form::from_request(request, http).await.map_err(IntoResponse::into_response)?;
        let path = uri.path_and_query().map_or("", |path| path.as_str());
        let mark = format!("twilio:{signature}");
        if twilio.signed(&signature, path, &form)
            && gateway::is_new(&http.world, &mark).await.map_err(IntoResponse::into_response)?
        {
            Ok(Self(form))
        } else {
            Err(super::telephony::unsigned(SIGNATURE))
        }
    }
}

/// The end that all of this belongs to, where there is one.
fn twilio(http: &Http) -> Result<&Twilio, ServiceError> {
    http.world.telephony.twilio().ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))
}

/// A call was answered, a key was pressed, or none was.
#[utoipa::path(
    post, path = "/telephony/twilio/calls/{id}", tag = "telephony", params(("id" = String, Path)),
    responses((status = 200, content_type = "text/xml", body = String, description = "TwiML"), (status = 401)),
)]
pub(super) async fn call(
    State(http): State<Http>,
    Path(id): Path<String>,
    Told(form): Told,
) -> Result<Response, ServiceError> {
    let line = gateway::go_on(&http.world, &id, Twilio::call_event(&form)).await?;
    let line = line.ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    let twiml = twilio(&http)?.say(&id, line.as_ref(), &http.world.random.id());
    Ok(([(CONTENT_TYPE, "text/xml")], twiml).into_response())
}

/// A call is over.
#[utoipa::path(
    post, path = "/telephony/twilio/calls/{id}/status", tag = "telephony", params(("id" = String, Path)),
    responses((status = 204), (status = 401)),
)]
pub(super) async fn call_status(
    State(http): State<Http>,
    Path(id): Path<String>,
    Told(form): Told,
) -> Result<StatusCode, ServiceError> {
    gateway::take(&http.world, GatewayEvent { id, kind: Twilio::call_ended(&form) }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What became of a text.
#[utoipa::path(
    post, path = "/telephony/twilio/texts/{id}", tag = "telephony", params(("id" = String, Path)),
    responses((status = 204), (status = 401)),
)]
pub(super) async fn text_status(
    State(http): State<Http>,
    Path(id): Path<String>,
    Told(form): Told,
) -> Result<StatusCode, ServiceError> {
    gateway::take(&http.world, GatewayEvent { id, kind: Twilio::text_event(&form) }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Somebody answered a text.
#[utoipa::path(
    post, path = "/telephony/twilio/replies", tag = "telephony",
    responses((status = 200, content_type = "text/xml", body = String, description = "TwiML"), (status = 401)),
)]
pub(super) async fn reply(State(http): State<Http>, Told(form): Told) -> Result<Response, ServiceError> {
    if let Some((from, text)) = Twilio::reply(&form) {
        gateway::take_reply_from(&http.world, from, text).await?;
    }
    Ok(([(CONTENT_TYPE, "text/xml")], "<Response/>").into_response())
}
