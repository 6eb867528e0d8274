//! Errors as RFC 9457 problems.

use axum::Json;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use proofup_api::{ErrorCode, Params, Problem};

use crate::ServiceError;
use crate::administration::token_import::file_fault;
use crate::methods::freshness::MAX_AGE_SECONDS;
use crate::runtime::error::param;

/// How long a client should wait after the answer that the service is unavailable.
pub(super) const UNAVAILABLE_SECONDS: i64 = 5;

impl IntoResponse for ServiceError {
    fn into_response(self) -> Response {
        let code = self.code();
        match &self {
            Self::Refused { .. } | Self::TokenFile(_) | Self::Setting { .. } => {}
            error if code == ErrorCode::InvalidRequest => tracing::debug!(%error, "a request was refused"),
            error if code == ErrorCode::ServiceUnavailable => tracing::error!(%error, "unavailable"),
            error => tracing::error!(%error, "a request failed"),
        }
        let params = match self {
            Self::Refused { params, .. } => params,
            Self::TokenFile(error) => file_fault(&error),
            Self::Setting { key, .. } => param("field", key),
            // What was not refused by name: a text holds NUL.
            _ if code == ErrorCode::InvalidRequest => param("reason", "nul_character"),
            _ => Params::new(),
        };
        problem(code, params)
    }
}

/// The answer of a code.
pub(super) fn problem(code: ErrorCode, params: Params) -> Response {
    let (status, title) = status_and_title(code);
    problem_with(code, status, title, params)
}

fn problem_with(code: ErrorCode, status: StatusCode, title: &str, params: Params) -> Response {
    let waits = params.get("retryAfterSeconds").and_then(serde_json::Value::as_i64);
    let retry_after = waits.or((code == ErrorCode::ServiceUnavailable).then_some(UNAVAILABLE_SECONDS));
    let mut response = (status, Json(Problem::new(code, status.as_u16(), title, params))).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if let Some(seconds) = retry_after {
        headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    let challenge = match code {
        ErrorCode::InvalidToken => Some("Bearer error=\"invalid_token\"".to_owned()),
        // RFC 9470, section 3.
        ErrorCode::StepUpRequired => {
            Some(format!("Bearer error=\"insufficient_user_authentication\", max_age=\"{MAX_AGE_SECONDS}\""))
        }
        _ => None,
    };
    if let Some(challenge) = challenge.and_then(|text| HeaderValue::from_str(&text).ok()) {
        headers.insert(WWW_AUTHENTICATE, challenge);
    }
    response
}

/// No route has this path.
pub(super) async fn no_such_path() -> ServiceError {
    ServiceError::refused(ErrorCode::NotFound)
}

/// The route does not take this method.
pub(super) async fn no_such_method() -> Response {
    let (code, status) = (ErrorCode::InvalidRequest, StatusCode::METHOD_NOT_ALLOWED);
    problem_with(code, status, "The path does not take this method", param("field", "method"))
}

fn status_and_title(code: ErrorCode) -> (StatusCode, &'static str) {
    match code {
        ErrorCode::InvalidRequest => (StatusCode::BAD_REQUEST, "The request is not what this endpoint takes"),
        ErrorCode::InvalidToken => (StatusCode::UNAUTHORIZED, "The access token is missing, unknown or too old"),
        ErrorCode::InsufficientScope => (StatusCode::FORBIDDEN, "The token does not reach this far"),
        ErrorCode::WrongPassword => (StatusCode::UNPROCESSABLE_ENTITY, "The present password is another one"),
        ErrorCode::PasswordInDirectory => (StatusCode::CONFLICT, "The password belongs to the directory"),
        ErrorCode::PasswordInvalid => (StatusCode::UNPROCESSABLE_ENTITY, "The new password cannot be used"),
        ErrorCode::UserNameTaken => (StatusCode::CONFLICT, "Somebody has this user principal name"),
        ErrorCode::LastAdministrator => {
            (StatusCode::CONFLICT, "The organisation would be left without an administrator")
        }
        ErrorCode::AdministratorProtected => (StatusCode::FORBIDDEN, "The help desk does nothing to an administrator"),
        ErrorCode::OwnAccount => (StatusCode::FORBIDDEN, "This does nothing to the account of who asks"),
        ErrorCode::CallerNotVerified => (StatusCode::FORBIDDEN, "The caller is to be verified first"),
        ErrorCode::AgentStopped => (StatusCode::FORBIDDEN, "A person reported that nobody calls them"),
        ErrorCode::ChangedSince => (StatusCode::CONFLICT, "The person was changed since"),
        ErrorCode::UndoNotPossible => (StatusCode::CONFLICT, "The change cannot be undone"),
        ErrorCode::NotBlocked => (StatusCode::CONFLICT, "The person is not blocked"),
        ErrorCode::PreconditionFailed => (StatusCode::PRECONDITION_FAILED, "Somebody changed it since it was read"),
        ErrorCode::NotFound => (StatusCode::NOT_FOUND, "There is no such thing here"),
        ErrorCode::RateLimited => (StatusCode::TOO_MANY_REQUESTS, "Too many requests"),
        ErrorCode::StepUpRequired => (StatusCode::UNAUTHORIZED, "A fresh second step is needed"),
        ErrorCode::ServiceUnavailable => {
            (StatusCode::SERVICE_UNAVAILABLE, "The database or the directory cannot be reached")
        }
        ErrorCode::InternalError => (StatusCode::INTERNAL_SERVER_ERROR, "The service failed"),
        ErrorCode::PhoneNumberInvalid => (StatusCode::UNPROCESSABLE_ENTITY, "The phone number is none"),
        ErrorCode::PhoneTypeExists => (StatusCode::CONFLICT, "There is a phone of this type"),
        ErrorCode::CallNotPlaced => (StatusCode::BAD_GATEWAY, "The gateway did not take the call"),
        ErrorCode::AuthenticationPhoneNeeded => (StatusCode::CONFLICT, "The authentication phone comes first"),
        ErrorCode::AlternatePhoneExists => (StatusCode::CONFLICT, "The alternate authentication phone goes first"),
        ErrorCode::TextNotSent => (StatusCode::BAD_GATEWAY, "The gateway did not take the text"),
        ErrorCode::DisplayNameInvalid => (StatusCode::UNPROCESSABLE_ENTITY, "The name cannot be used"),
        ErrorCode::MethodNotAllowed => (StatusCode::FORBIDDEN, "The organisation does not allow this method"),
        ErrorCode::LastMethod => (StatusCode::CONFLICT, "The last usable method cannot be deleted"),
        ErrorCode::PreferredMethodNotUsable => (StatusCode::CONFLICT, "The preferred option is not usable"),
        ErrorCode::OathLimitReached => (StatusCode::CONFLICT, "There are as many authenticator apps as are allowed"),
        ErrorCode::HardwareTokenNotFound => (StatusCode::NOT_FOUND, "No token with this serial number can be added"),
        ErrorCode::HardwareTokenInUse => (StatusCode::CONFLICT, "The token is on somebody's account"),
        ErrorCode::HardwareTokenExists => (StatusCode::CONFLICT, "The person has this token already"),
        ErrorCode::HardwareTokenNotValid => (StatusCode::CONFLICT, "The token's dates do not allow it now"),
        ErrorCode::CodesNotConsecutive => (StatusCode::UNPROCESSABLE_ENTITY, "These are not two codes in a row"),
        ErrorCode::TokenFileInvalid => (StatusCode::UNPROCESSABLE_ENTITY, "The file cannot be read"),
        ErrorCode::IncorrectCode => (StatusCode::UNPROCESSABLE_ENTITY, "The code is wrong"),
        ErrorCode::CodeExpired => (StatusCode::GONE, "The code lived its time"),
        ErrorCode::CodeSuperseded => (StatusCode::CONFLICT, "A newer code was sent"),
        ErrorCode::CodeAlreadyUsed => (StatusCode::CONFLICT, "The code was used before"),
        ErrorCode::TooManyIncorrectCodes => (StatusCode::GONE, "Too many wrong codes"),
        ErrorCode::ActivationCodeUnknown => (StatusCode::NOT_FOUND, "No set-up has this activation code"),
        ErrorCode::ActivationCodeExpired => (StatusCode::GONE, "The activation code lived its time"),
        ErrorCode::ActivationCodeUsed => (StatusCode::CONFLICT, "A device has used the activation code"),
        ErrorCode::NotAnActivatedAccount => {
            (StatusCode::FORBIDDEN, "Authentication request is not for an activated account")
        }
        ErrorCode::DecisionNotSigned => (StatusCode::FORBIDDEN, "The decision is not signed by this device"),
        ErrorCode::NumberMismatch => (StatusCode::CONFLICT, "The number is not the one of the sign-in screen"),
        ErrorCode::RequestDecided => (StatusCode::CONFLICT, "The request was decided before"),
        ErrorCode::RequestExpired => (StatusCode::GONE, "The request waited too long"),
        ErrorCode::PushPaused => (StatusCode::TOO_MANY_REQUESTS, "Notifications are paused"),
        ErrorCode::RegistrationNotRequired => (StatusCode::CONFLICT, "No registration is owed"),
        ErrorCode::RegistrationIncomplete => (StatusCode::CONFLICT, "Nothing is verified yet"),
        ErrorCode::AppPasswordLifetimeTooLong => {
            (StatusCode::UNPROCESSABLE_ENTITY, "The end date of the app password is too late")
        }
        ErrorCode::AppPasswordNetworksInvalid => (StatusCode::UNPROCESSABLE_ENTITY, "These are no networks"),
        ErrorCode::AccessTokenNameTaken => (StatusCode::CONFLICT, "An access token has this name"),
        ErrorCode::AppPasswordLimitReached => (StatusCode::CONFLICT, "There are as many app passwords as are allowed"),
        ErrorCode::AppPasswordNameTaken => (StatusCode::CONFLICT, "An app password has this name"),
        ErrorCode::AppPasswordNameInvalid => (StatusCode::UNPROCESSABLE_ENTITY, "The name cannot be used"),
        ErrorCode::AppPasswordsNotAllowed => (StatusCode::FORBIDDEN, "App passwords cannot be created"),
    }
}
