//! The second step: a method is started, then a code is checked and used up in the transaction that lets the person in.
//!
//! Here is what all methods share; each has a file of its own beside this one.

mod app_code;
mod text;

use proofup_api::{
    AuthenticationMode, Challenge, ChallengeError, ChallengeOutcome, ChallengeRequest, DenialReason, Params, Scope,
    SecretText, SignInResult,
};

use super::grant::{authorization_code, remember_device};
use super::guesses::{seconds_until, take_place};
use super::log::{LogEntry, log};
use super::{ChallengeAnswer, denied, owed, refused};
use crate::ServiceError;
use crate::error::param;
use crate::standing::{SignInMethod, Standing};
use crate::store::auth_sessions::{self, AuthSession};
use crate::store::{attempt_counters, users};
use crate::world::{Caller, World};

/// Seconds after which another text is welcome.
const TEXT_AGAIN_SECONDS: u32 = 30;

/// One request of the second step and what it stands on.
struct Step<'a> {
    world: &'a World,
    caller: &'a Caller,
    began_at: i64,
    session: &'a AuthSession,
    standing: &'a Standing,
    request: &'a ChallengeRequest,
}

/// Starts a method or checks a code.
pub(super) async fn go_on(
    world: &World,
    caller: &Caller,
    session: AuthSession,
    token: &SecretText,
    request: ChallengeRequest,
) -> Result<ChallengeAnswer, ServiceError> {
    let mut db = world.store.acquire().await?;
    let Some(user) = users::by_id(&mut db, &session.user_id).await? else {
        return Ok(denied(DenialReason::InvalidAuthentication, Params::new()));
    };
    let standing = Standing::load(&mut db, user).await?;
    drop(db);
    let step = Step { world, caller, began_at: world.now(), session: &session, standing: &standing, request: &request };
    if standing.user.blocked {
        return step.deny(AuthenticationMode::Password, None, DenialReason::UserBlocked, Params::new()).await;
    }
    let method_id = request.method.as_deref().or(session.started_method.as_deref().filter(|_| request.otp.is_some()));
    let Some(method_id) = method_id else {
        return Ok(refused(ChallengeOutcome::InvalidRequest, "method starts one, otp answers it"));
    };
    let Some(method) = standing.method(method_id) else {
        return step.deny(AuthenticationMode::Password, None, DenialReason::MethodDisabled, Params::new()).await;
    };
    match (&request.otp, method) {
        (None, SignInMethod::Oath) => step.started(token, method_id, None).await,
        (None, SignInMethod::Sms(phone)) => step.send_text(token, method_id, phone).await,
        (Some(code), SignInMethod::Oath) => step.check_app_code(code).await,
        (Some(code), SignInMethod::Sms(phone)) => step.check_text_code(code, phone).await,
    }
}

impl Step<'_> {
    async fn started(
        &self,
        token: &SecretText,
        method_id: &str,
        code_lifetime_seconds: Option<u32>,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let mut db = self.world.store.acquire().await?;
        auth_sessions::start_method(&mut db, &self.session.hash, method_id).await?;
        let rest = u32::try_from(seconds_until(self.session.expires_at, self.world.now())).unwrap_or(0);
        let methods = self.standing.hints();
        Ok(ChallengeAnswer::Owed(Box::new(ChallengeError {
            auth_session: Some(token.clone()),
            preferred: methods.first().map(|method| method.id.clone()),
            methods,
            challenge: Some(Challenge {
                method: method_id.to_owned(),
                expires_in: code_lifetime_seconds.unwrap_or(rest),
                interval: if code_lifetime_seconds.is_some() { TEXT_AGAIN_SECONDS } else { 0 },
                number: None,
            }),
            ..owed(ChallengeOutcome::InsufficientAuthorization)
        })))
    }

    /// Everything that belongs to the end of a sign-in, in the transaction that used the code up.
    async fn grant(
        &self,
        mut transaction: sqlx::Transaction<'static, sqlx::Any>,
        mode: AuthenticationMode,
        detail: Option<String>,
        guess_key: &str,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let (world, user) = (self.world, &self.standing.user);
        if !auth_sessions::finish(&mut transaction, &self.session.hash, world.now()).await? {
            drop(transaction);
            self.give_back(guess_key).await?;
            return self.deny(mode, detail, DenialReason::InvalidAuthentication, Params::new()).await;
        }
        let challenge = &self.session.code_challenge;
        let mut granted = authorization_code(world, &mut transaction, &user.id, Scope::SecurityInfo, challenge).await?;
        if self.request.remember_device == Some(true) {
            let name = self.request.device_name.as_deref();
            granted.device_token =
                remember_device(world, &mut transaction, &user.id, &self.standing.settings, name).await?;
        }
        attempt_counters::clear(&mut transaction, guess_key).await?;
        let entry = LogEntry::own(self.began_at, mode, SignInResult::Completed);
        log(world, &mut transaction, self.caller, entry.of(&user.id, &user.upn).with_detail(detail)).await?;
        transaction.commit().await?;
        Ok(ChallengeAnswer::Granted(granted))
    }

    /// Takes a place for a guess; the answer if there is none.
    async fn take_place(&self, key: &str, mode: AuthenticationMode) -> Result<Option<ChallengeAnswer>, ServiceError> {
        let limit = self.standing.settings.lockout();
        let place = take_place(&mut *self.world.store.acquire().await?, key, limit, self.world.now()).await?;
        match place {
            Ok(()) => Ok(None),
            Err(seconds) => {
                let params = param("retryAfterSeconds", seconds);
                self.deny(mode, None, DenialReason::LockedOut, params).await.map(Some)
            }
        }
    }

    async fn give_back(&self, key: &str) -> Result<(), ServiceError> {
        attempt_counters::give_back(&mut *self.world.store.acquire().await?, key).await
    }

    async fn count_wrong_code(&self, key: &str) -> Result<(), ServiceError> {
        let limit = self.standing.settings.lockout();
        let mut db = self.world.store.acquire().await?;
        attempt_counters::lock_if_used_up(&mut db, key, limit, self.world.now()).await.map(drop)
    }

    async fn deny(
        &self,
        mode: AuthenticationMode,
        detail: Option<String>,
        reason: DenialReason,
        params: Params,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let user = &self.standing.user;
        let entry = LogEntry::denied(self.began_at, mode, reason).of(&user.id, &user.upn).with_detail(detail);
        log(self.world, &mut *self.world.store.acquire().await?, self.caller, entry).await?;
        Ok(denied(reason, params))
    }
}
