//! A code from an authenticator app: one box serves all of a person's apps.

use proofup_api::{AuthenticationMode, DenialReason, Params, SecretText};

use super::super::ChallengeAnswer;
use super::super::guesses::Subject;
use super::Step;
use crate::ServiceError;
use crate::error::param;
use crate::oath::{self, Tolerance, TypedAppCode};
use crate::store::auth_sessions;
use crate::store::software_oaths::{self, SoftwareOath};

/// Wrong app codes that one sign-in bears.
const TRIES: i64 = 5;

impl Step<'_> {
    pub(super) async fn check_app_code(&self, typed: &SecretText) -> Result<ChallengeAnswer, ServiceError> {
        let (world, user) = (self.world, &self.standing.user);
        let mode = AuthenticationMode::SoftwareOath;
        let key = Subject::OathOf(&user.id).key(world)?;
        if let Some(answer) = self.take_place(&key, mode).await? {
            return Ok(answer);
        }
        let taken = {
            let mut db = world.store.acquire().await?;
            auth_sessions::take_try(&mut db, &self.session.hash, TRIES).await?
        };
        let Some(taken) = taken else {
            self.give_back(&key).await?;
            return self.no_try_left(mode).await;
        };
        let mut explained = None;
        let mut used = false;
        for app in &self.standing.oaths {
            match oath::check(world, app, typed, Tolerance::SignIn)? {
                TypedAppCode::Fresh { step, drift } => return self.accept_app_code(app, step, drift, &key).await,
                TypedAppCode::AlreadyUsed => used = true,
                TypedAppCode::Wrong { clock_offset_seconds } => explained = explained.or(clock_offset_seconds),
            }
        }
        if used {
            self.give_back(&key).await?;
            return self.deny(mode, None, DenialReason::CodeAlreadyUsed, Params::new()).await;
        }
        self.count_wrong_code(&key).await?;
        if taken >= TRIES {
            auth_sessions::finish(&mut *world.store.acquire().await?, &self.session.hash, world.now()).await?;
            return self.deny(mode, None, DenialReason::TooManyIncorrectCodes, Params::new()).await;
        }
        let mut params = param("triesLeft", TRIES - taken);
        if let Some(seconds) = explained {
            params.insert("clockOffsetSeconds".to_owned(), seconds.into());
        }
        self.deny(mode, None, DenialReason::InvalidAppCode, params).await
    }

    async fn accept_app_code(
        &self,
        app: &SoftwareOath,
        step: i64,
        drift: i64,
        guess_key: &str,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let mode = AuthenticationMode::SoftwareOath;
        let mut transaction = self.world.store.begin_change(&self.standing.user.id).await?;
        if !software_oaths::accept_step(&mut transaction, &app.id, step, drift, self.world.now()).await? {
            drop(transaction);
            self.give_back(guess_key).await?;
            let detail = Some(app.display_name.clone());
            return self.deny(mode, detail, DenialReason::CodeAlreadyUsed, Params::new()).await;
        }
        self.grant_to(Some(&app.id), transaction, mode, Some(app.display_name.clone()), guess_key).await
    }

    /// No try was left: the sign-in ended meanwhile, or its tries are used up.
    async fn no_try_left(&self, mode: AuthenticationMode) -> Result<ChallengeAnswer, ServiceError> {
        let session = auth_sessions::find(&mut *self.world.store.acquire().await?, &self.session.hash).await?;
        let over = session.is_none_or(|session| session.finished_at.is_some() && session.wrong_codes < TRIES);
        let reason = if over { DenialReason::InvalidAuthentication } else { DenialReason::TooManyIncorrectCodes };
        self.deny(mode, None, reason, Params::new()).await
    }
}
