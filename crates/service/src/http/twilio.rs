//! What Twilio tells: how a call goes, what was pressed, what became of a text, who answered one. Each word is signed,
//! and counts once.

use axum::extract::{Form, OriginalUri, Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use proofup_api::ErrorCode;

use super::Http;
use crate::telephony::{GatewayEvent, Twilio};
use crate::{ServiceError, gateway};

type Fields = Form<Vec<(String, String)>>;

/// A call was answered, a key was pressed, or none was.
#[utoipa::path(
    post, path = "/telephony/twilio/calls/{id}", tag = "telephony", params(("id" = String, Path)),
    responses((status = 200, content_type = "text/xml", body = String, description = "TwiML"), (status = 401)),
)]
pub(super) async fn call(
    State(http): State<Http>,
    Path(id): Path<String>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    Form(form): Fields,
) -> Result<Response, ServiceError> {
    let twilio = match accept(&http, &uri, &headers, &form).await? {
        Ok(twilio) => twilio,
        Err(refused) => return Ok(refused),
    };
    let line = gateway::go_on(&http.world, &id, Twilio::call_event(&form)).await?;
    let line = line.ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    Ok(([(CONTENT_TYPE, "text/xml")], twilio.say(&id, line.as_ref(), &http.world.random.id())).into_response())
}

/// A call is over.
#[utoipa::path(
    post, path = "/telephony/twilio/calls/{id}/status", tag = "telephony", params(("id" = String, Path)),
    responses((status = 204), (status = 401)),
)]
pub(super) async fn call_status(
    State(http): State<Http>,
    Path(id): Path<String>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    Form(form): Fields,
) -> Result<Response, ServiceError> {
    if let Err(refused) = accept(&http, &uri, &headers, &form).await? {
        return Ok(refused);
    }
    gateway::take(&http.world, GatewayEvent { id, kind: Twilio::call_ended(&form) }).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What became of a text.
#[utoipa::path(
    post, path = "/telephony/twilio/texts/{id}", tag = "telephony", params(("id" = String, Path)),
    responses((status = 204), (status = 401)),
)]
pub(super) async fn text_status(
    State(http): State<Http>,
    Path(id): Path<String>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    Form(form): Fields,
) -> Result<Response, ServiceError> {
    if let Err(refused) = accept(&http, &uri, &headers, &form).await? {
        return Ok(refused);
    }
    gateway::take(&http.world, GatewayEvent { id, kind: Twilio::text_event(&form) }).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Somebody answered a text.
#[utoipa::path(
    post, path = "/telephony/twilio/replies", tag = "telephony",
    responses((status = 200, content_type = "text/xml", body = String, description = "TwiML"), (status = 401)),
)]
pub(super) async fn reply(
    State(http): State<Http>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    Form(form): Fields,
) -> Result<Response, ServiceError> {
    if let Err(refused) = accept(&http, &uri, &headers, &form).await? {
        return Ok(refused);
    }
    if let Some((from, text)) = Twilio::reply(&form) {
        gateway::take_reply_from(&http.world, from, text).await?;
    }
    Ok(([(CONTENT_TYPE, "text/xml")], "<Response/>").into_response())
}

/// The end that this request belongs to, if Twilio signed it and it comes for the first time.
async fn accept<'a>(
    http: &'a Http,
    uri: &axum::http::Uri,
    headers: &HeaderMap,
    form: &[(String, String)],
) -> Result<Result<&'a Twilio, Response>, ServiceError> {
    let twilio = http.world.telephony.twilio().ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    let signature = headers.get("x-twilio-signature").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let path = uri.path_and_query().map_or("", |path| path.as_str());
    let fresh =
        twilio.signed(signature, path, form) && gateway::is_new(&http.world, &format!("twilio:{signature}")).await?;
    Ok(if fresh { Ok(twilio) } else { Err(super::telephony::unsigned("x-twilio-signature")) })
}
