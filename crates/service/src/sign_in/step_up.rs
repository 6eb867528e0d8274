//! A second step without a sign-in: a signed-in person does it again, and their session is fresh.

use proofup_api::{
    AuthenticationMode, ChallengeError, ChallengeGranted, ChallengeOutcome, DenialReason, ErrorCode, Params, Scope,
};
use proofup_store::auth_sessions::{self, AuthSession};

use super::{CLIENT_ID, ChallengeAnswer, denied, owed, refused};
use crate::ServiceError;
use crate::audit::record::{LogEntry, record};
use crate::context::{Caller, Context};
use crate::methods::enrollment::Enrollment;
use crate::methods::freshness::is_fresh;
use crate::runtime::keys::Domain;
use crate::session::{Bearer, person};

/// How long a person has for it.
const STEP_UP_LIVES_MS: i64 = 600_000;

/// How the log tells it from a sign-in.
pub(super) const PROTOCOL: &str = "stepUp";

/// Says which methods there are, or that nothing is owed.
pub(super) async fn begin(
    context: &Context,
    caller: &Caller,
    bearer: Option<Bearer>,
    client_id: Option<&str>,
    max_age: u32,
) -> Result<ChallengeAnswer, ServiceError> {
    if client_id != Some(CLIENT_ID) {
        return Ok(refused(ChallengeOutcome::InvalidClient, "unknown client_id"));
    }
    let bearer = bearer.ok_or_else(|| ServiceError::refused(ErrorCode::InvalidToken))?;
    if bearer.scope != Scope::SecurityInfo && !bearer.registers_anew {
        return Err(ServiceError::refused(ErrorCode::InsufficientScope));
    }
    let now = context.now();
    let mut db = context.store.read().await?;
    let user = person(&mut db, &bearer).await?;
    let enrollment = Enrollment::load(&mut db, user).await?;
    if is_fresh(bearer.second_step_at, max_age, now) || !enrollment.steps_up() {
        let auth_time = bearer.second_step_at.map(|time| time / 1000);
        return Ok(ChallengeAnswer::Granted(ChallengeGranted {
            authorization_code: None,
            auth_time,
            device_token: None,
        }));
    }
    let methods = enrollment.hints();
    if methods.is_empty() {
        let entry = LogEntry::denied(now, AuthenticationMode::Password, DenialReason::NoMethodsRegistered);
        let entry = LogEntry { protocol: PROTOCOL, ..entry.of(&enrollment.user.id, &enrollment.user.upn) };
        record(context, &enrollment.settings.log, caller, entry).await?;
        return Ok(denied(DenialReason::NoMethodsRegistered, Params::new()));
    }
    let token = context.random.token()?;
    let session = AuthSession {
        hash: context.keys.mac(Domain::Token, token.expose().as_bytes())?,
        user_id: bearer.user_id,
        code_challenge: String::new(),
        stepped_up_session: Some(bearer.session_id),
        started_method: None,
        wrong_codes: 0,
        created_at: now,
        expires_at: now + STEP_UP_LIVES_MS,
        finished_at: None,
        denial_reason: None,
        front_end: None,
        answered: 0,
    };
    drop(db);
    let mut transaction = context.store.begin().await?;
    auth_sessions::insert(&mut transaction, &session).await?;
    transaction.commit().await?;
    Ok(ChallengeAnswer::Owed(Box::new(ChallengeError {
        auth_session: Some(token),
        preferred: methods.first().map(|method| method.id.clone()),
        methods,
        ..owed(ChallengeOutcome::InsufficientAuthorization)
    })))
}
