//! What Twilio tells: how a call goes, what was pressed, what became of a text, who answered one. Each word is signed,
//! and counts once.

use axum::RequestExt as _;
use axum::extract::{Form, FromRequest, OriginalUri, Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use proofup_api::{ErrorCode, Problem};

use super::Http;
use super::telephony::unsigned;
use crate::ServiceError;
use crate::methods::gateway::{self, Heard};
use crate::telephony::{GatewayEvent, Twilio};

const SIGNATURE: &str = "x-twilio-signature";

/// A form that Twilio signed for this very address.
pub(super) struct Told {
    form: Vec<(String, String)>,
    /// What no other form's signature has: it is spent by what takes the form in.
    mark: String,
}

impl FromRequest<Http> for Told {
    type Rejection = Response;

    async fn from_request(mut request: Request, http: &Http) -> Result<Self, Response> {
        let twilio = twilio(http).map_err(IntoResponse::into_response)?;
        let Ok(OriginalUri(uri)) = request.extract_parts().await;
        let signature = request.headers().get(SIGNATURE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let signature = signature.to_owned();
        let Form::<Vec<_>>(form) = Form::from_request(request, http).await.map_err(IntoResponse::into_response)?;
        let path = uri.path_and_query().map_or("", |path| path.as_str());
        if twilio.signed(&signature, path, &form) {
            Ok(Self { form, mark: format!("twilio:{signature}") })
        } else {
            Err(unsigned(SIGNATURE))
        }
    }
}

/// The end that all of this belongs to, where there is one.
fn twilio(http: &Http) -> Result<&Twilio, ServiceError> {
    http.context.telephony.twilio().ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))
}

/// A call was answered, a key was pressed, or none was.
#[utoipa::path(
    post, path = "/telephony/twilio/calls/{id}", tag = "telephony", params(("id" = String, Path)),
    responses((status = 200, content_type = "text/xml", body = String, description = "TwiML"), (status = 401), (status = 404, body = Problem)),
)]
pub(super) async fn call(
    State(http): State<Http>,
    Path(id): Path<String>,
    Told { form, mark }: Told,
) -> Result<Response, ServiceError> {
    let line = match gateway::go_on(&http.context, &id, Twilio::call_event(&form), Some(&mark)).await? {
        Heard::Taken(line) => line,
        Heard::Unknown => return Err(ServiceError::refused(ErrorCode::NotFound)),
        Heard::SeenBefore => return Ok(unsigned(SIGNATURE)),
    };
    let twiml = twilio(&http)?.say(&id, line.as_ref(), &http.context.random.id());
    Ok(([(CONTENT_TYPE, "text/xml")], twiml).into_response())
}

/// A call is over.
#[utoipa::path(
    post, path = "/telephony/twilio/calls/{id}/status", tag = "telephony", params(("id" = String, Path)),
    responses((status = 204), (status = 401), (status = 404, body = Problem)),
)]
pub(super) async fn call_status(
    State(http): State<Http>,
    Path(id): Path<String>,
    Told { form, mark }: Told,
) -> Result<Response, ServiceError> {
    let event = GatewayEvent { id, kind: Twilio::call_ended(&form) };
    Ok(noted(&gateway::take(&http.context, &event, Some(&mark)).await?))
}

/// What became of a text.
#[utoipa::path(
    post, path = "/telephony/twilio/texts/{id}", tag = "telephony", params(("id" = String, Path)),
    responses((status = 204), (status = 401), (status = 404, body = Problem)),
)]
pub(super) async fn text_status(
    State(http): State<Http>,
    Path(id): Path<String>,
    Told { form, mark }: Told,
) -> Result<Response, ServiceError> {
    let event = GatewayEvent { id, kind: Twilio::text_event(&form) };
    Ok(noted(&gateway::take(&http.context, &event, Some(&mark)).await?))
}

/// Somebody answered a text.
#[utoipa::path(
    post, path = "/telephony/twilio/replies", tag = "telephony",
    responses((status = 200, content_type = "text/xml", body = String, description = "TwiML"), (status = 401), (status = 404, body = Problem)),
)]
pub(super) async fn reply(State(http): State<Http>, Told { form, mark }: Told) -> Result<Response, ServiceError> {
    if let Some((from, text)) = Twilio::reply(&form)
        && gateway::take_reply_from(&http.context, from, &text, Some(&mark)).await? == Heard::SeenBefore
    {
        return Ok(unsigned(SIGNATURE));
    }
    Ok(([(CONTENT_TYPE, "text/xml")], "<Response/>").into_response())
}

/// Twilio is told nothing of what it told, but that it was heard before.
fn noted(heard: &Heard) -> Response {
    match heard {
        Heard::SeenBefore => unsigned(SIGNATURE),
        Heard::Taken(_) | Heard::Unknown => StatusCode::NO_CONTENT.into_response(),
    }
}
