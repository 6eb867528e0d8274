//! A code from an authenticator app or a hardware token: one box serves all of a person's.

use proofup_api::{AuthenticationMode, DenialReason, Params, SecretText};
use proofup_store::auth_sessions;

use super::super::ChallengeAnswer;
use super::Step;
use crate::ServiceError;
use crate::methods::oath::{self, Accepted, FarOff, OathDevice, Tolerance, TypedOathCode};
use crate::runtime::error::param;
use crate::throttle::{Attempt, CodeKind, Outcome};

/// Wrong codes that one sign-in bears.
const TRIES: i64 = 5;

impl Step<'_> {
    pub(super) async fn check_app_code(&self, typed: &SecretText) -> Result<ChallengeAnswer, ServiceError> {
        let context = self.context;
        let devices = self.enrollment.oath_devices();
        // Nobody knows which device a wrong code was meant for; a person with tokens alone meant a token.
        let mode = devices.first().map_or(AuthenticationMode::SoftwareOath, OathDevice::mode);
        let attempt = match self.open_attempt(CodeKind::App).await? {
            Ok(attempt) => attempt,
            Err(wait) => return self.throttled(mode, wait).await,
        };
        let mut explained = None;
        let mut used = None;
        for device in &devices {
            match oath::check(context, &device.key()?, typed, Tolerance::SignIn)? {
                TypedOathCode::Fresh(accepted) if device.is_valid_at(context.now()) => {
                    return self.accept_app_code(device, accepted, attempt).await;
                }
                TypedOathCode::Fresh(_) => {
                    let detail = Some(device.name().to_owned());
                    return self.deny(device.mode(), detail, DenialReason::TokenNotValid, Params::new()).await;
                }
                TypedOathCode::AlreadyUsed => used = used.or(Some(device)),
                TypedOathCode::Wrong(Some(far)) => explained = explained.or(Some((device, far))),
                TypedOathCode::Wrong(None) => {}
            }
        }
        if let Some(device) = used {
            let detail = Some(device.name().to_owned());
            return self.deny(device.mode(), detail, DenialReason::CodeAlreadyUsed, Params::new()).await;
        }
        self.count_wrong_app_code(attempt, mode, explained).await
    }

    async fn count_wrong_app_code(
        &self,
        attempt: Attempt,
        mode: AuthenticationMode,
        explained: Option<(&OathDevice<'_>, FarOff)>,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let context = self.context;
        let mut transaction = context.store.begin_for(&self.enrollment.user.id).await?;
        if let Some((device, far)) = explained {
            device.note_far(&mut transaction, far).await?;
        }
        let Some(taken) = auth_sessions::take_try(&mut transaction, &self.session.hash, TRIES).await? else {
            drop(transaction);
            return self.no_try_left(mode).await;
        };
        let is_last = taken >= TRIES;
        if is_last {
            auth_sessions::finish(&mut transaction, &self.session.hash, context.now()).await?;
        }
        if let Err(wait) = attempt.close(context, &mut transaction, Outcome::Wrong).await? {
            drop(transaction);
            return self.throttled(mode, wait).await;
        }
        if is_last {
            let reason = DenialReason::TooManyIncorrectCodes;
            return self.deny_in(transaction, mode, None, reason, Params::new()).await;
        }
        let mut params = param("triesLeft", TRIES - taken);
        let (mode, detail) = match explained {
            None => (mode, None),
            Some((device, far)) => {
                explain(&mut params, device, far);
                (device.mode(), Some(device.name().to_owned()))
            }
        };
        self.deny_in(transaction, mode, detail, DenialReason::InvalidAppCode, params).await
    }

    async fn accept_app_code(
        &self,
        device: &OathDevice<'_>,
        accepted: Accepted,
        attempt: Attempt,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let detail = Some(device.name().to_owned());
        let mut transaction = self.context.store.begin_change(&self.enrollment.user.id).await?;
        if !device.accept(&mut transaction, accepted, self.context.now()).await? {
            drop(transaction);
            return self.deny(device.mode(), detail, DenialReason::CodeAlreadyUsed, Params::new()).await;
        }
        self.grant_to(Some(device.id()), transaction, device.mode(), detail, Some(attempt)).await
    }

    /// No try was left: the sign-in ended meanwhile, or its tries are used up.
    async fn no_try_left(&self, mode: AuthenticationMode) -> Result<ChallengeAnswer, ServiceError> {
        let session = auth_sessions::find(&mut self.context.store.read().await?, &self.session.hash).await?;
        let reason = match session {
            Some(session) if session.wrong_codes >= TRIES => DenialReason::TooManyIncorrectCodes,
            Some(session) => session.why_over(),
            None => DenialReason::InvalidAuthentication,
        };
        self.deny(mode, None, reason, Params::new()).await
    }
}

/// What would have made the code right: the clock, or a counter that ran ahead. With a token, the next code heals it.
fn explain(params: &mut Params, device: &OathDevice<'_>, far: FarOff) {
    if let Some(seconds) = far.clock_offset_seconds {
        params.insert("clockOffsetSeconds".to_owned(), seconds.into());
    }
    if let OathDevice::Token(_) = device {
        params.insert("nextCodeResynchronizes".to_owned(), true.into());
    }
}
