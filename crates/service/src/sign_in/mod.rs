//! Signing in, step by step: password, second step, and the end in which both meet. A step-up is the second step alone.

pub(crate) mod front_end;
mod grant;
mod password;
mod second_step;
mod step_up;

use proofup_api::{
    AuthenticationMode, ChallengeError, ChallengeGranted, ChallengeOutcome, ChallengeRequest, DenialReason, Params,
};
use proofup_store::auth_sessions::{self, AuthSession};
use proofup_store::users::User;

use crate::ServiceError;
use crate::audit::record::{LogEntry, record};
use crate::context::{Caller, Context};
use crate::runtime::keys::Domain;
use crate::session::Bearer;
use crate::settings::Settings;
use crate::telephony::Language;

/// The one client there is: public, so it has no secret (RFC 6749, section 2.1).
pub(crate) const CLIENT_ID: &str = "proofup-desktop";

/// The answer to a step.
pub(crate) enum ChallengeAnswer {
    /// The sign-in is through.
    Granted(ChallengeGranted),
    /// More is owed, or it was denied.
    Owed(Box<ChallengeError>),
}

/// The front end that a sign-in comes through.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Via<'a> {
    /// Its name.
    pub(crate) front_end: &'a str,
    /// What its client speaks.
    pub(crate) protocol: &'a str,
    /// What the client calls itself, as far as known.
    pub(crate) device: Option<&'a str>,
}

/// Does whichever step the request holds.
pub(crate) async fn challenge(
    context: &Context,
    caller: &Caller,
    bearer: Option<Bearer>,
    request: ChallengeRequest,
) -> Result<ChallengeAnswer, ServiceError> {
    let mut caller = caller.clone();
    if let Some(language) = request.ui_locales.as_deref().and_then(Language::preferred) {
        caller.language = language;
    }
    match (request.auth_session.clone(), request.max_age) {
        (None, None) => password::check(context, &caller, request).await,
        (None, Some(max_age)) => step_up::begin(context, &caller, bearer, request.client_id.as_deref(), max_age).await,
        (Some(token), _) => {
            let hash = context.keys.mac(Domain::Token, token.expose().as_bytes())?;
            let found = auth_sessions::find_with_user(&mut context.store.read().await?, &hash).await?;
            // What came through a front end goes on there alone.
            match found.filter(|(session, _)| session.front_end.is_none()) {
                Some((session, user)) if session.finished_at.is_none() && session.expires_at > context.now() => {
                    second_step::go_on(context, &caller, (session, user), &token, request, None).await
                }
                over => too_late(context, &caller, over, request.otp.is_some()).await,
            }
        }
    }
}

/// The sign-in is over. The log hears of a code that comes after its end, and of nothing that nobody typed.
async fn too_late(
    context: &Context,
    caller: &Caller,
    over: Option<(AuthSession, User)>,
    typed: bool,
) -> Result<ChallengeAnswer, ServiceError> {
    let reason = over.as_ref().map_or(DenialReason::InvalidAuthentication, |(session, _)| session.why_over());
    if let Some((session, user)) = over.filter(|_| typed) {
        let kept = Settings::load(&mut context.store.read().await?).await?.log;
        let entry = LogEntry::denied(context.now(), AuthenticationMode::Password, reason).of(&user.id, &user.upn);
        let entry = LogEntry { protocol: second_step::protocol(&session), ..entry };
        record(context, &kept, caller, entry).await?;
    }
    Ok(denied(reason, Params::new()))
}

fn owed(error: ChallengeOutcome) -> ChallengeError {
    ChallengeError {
        error,
        error_description: None,
        auth_session: None,
        methods: Vec::new(),
        preferred: None,
        remember_device: None,
        challenge: None,
        code: None,
        correlation_id: None,
        params: Params::new(),
    }
}

fn denied(code: DenialReason, params: Params) -> ChallengeAnswer {
    ChallengeAnswer::Owed(Box::new(ChallengeError { code: Some(code), params, ..owed(ChallengeOutcome::AccessDenied) }))
}

fn refused(error: ChallengeOutcome, description: &str) -> ChallengeAnswer {
    ChallengeAnswer::Owed(Box::new(ChallengeError { error_description: Some(description.to_owned()), ..owed(error) }))
}
