//! A call to one of the person's phones: placed, then asked for until something was decided there.

use proofup_api::{ChallengeError, ChallengeOutcome, DenialReason, Params, SecretText};

use super::super::{ChallengeAnswer, denied, owed, refused};
use super::Step;
use crate::ServiceError;
use crate::calls::{self, CallOrder, LIVES_SECONDS, Standing};
use crate::error::param;
use crate::phone_numbers::masked;
use crate::store::calls as stored_calls;
use crate::store::phones::{self, Phone};
use crate::store::text_codes::Purpose;
use crate::text_codes::Sent;
use crate::throttle::{Medium, note_answer};

/// Seconds between two polls.
pub(super) const POLL_SECONDS: u32 = 2;
/// Whoever asks again sooner is asked to slow down; a little less than the interval, for networks are not exact.
const POLL_PAUSE_MS: i64 = 1000;

impl Step<'_> {
    pub(super) async fn place_call(
        &self,
        token: &SecretText,
        method_id: &str,
        phone: &Phone,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let order = CallOrder {
            user_id: &self.standing.user.id,
            purpose: Purpose::SignIn,
            context: &self.session.hash,
            phone_id: Some(&phone.id),
            phone_type: phone.phone_type,
            number: &phone.number,
        };
        match calls::place(self.world, self.caller, &self.standing.settings, order).await? {
            Sent::Taken { .. } => self.started(token, method_id, Some(LIVES_SECONDS), POLL_SECONDS).await,
            Sent::NotTaken(fault) => {
                // The method counts as started all the same: the call is tried again and may come yet.
                self.start_method(method_id).await?;
                let detail = Some(masked(&phone.number));
                let (reason, params) = fault.denial();
                self.deny(calls::mode(phone.phone_type), detail, reason, params).await
            }
            Sent::TooMany(seconds) => Ok(slow_down(seconds)),
        }
    }

    pub(super) async fn poll_call(&self, phone: &Phone) -> Result<ChallengeAnswer, ServiceError> {
        let world = self.world;
        Ok(match calls::standing(world, &self.session.hash).await? {
            Standing::Passed(call) if call.phone_id.as_deref() == Some(&phone.id) && call.number == phone.number => {
                let mode = calls::mode(phone.phone_type);
                let mut transaction = world.store.begin_change(&self.standing.user.id).await?;
                if !stored_calls::use_up(&mut transaction, &call.id, world.now()).await? {
                    drop(transaction);
                    return self.deny(mode, None, DenialReason::DuplicateAttempt, Params::new()).await;
                }
                phones::note_use(&mut transaction, &phone.id, world.now()).await?;
                note_answer(world, &mut transaction, Medium::Call, &self.standing.user.id, &phone.number).await?;
                return self.grant(transaction, mode, Some(masked(&phone.number)), None).await;
            }
            Standing::Pending(call) => {
                let mut transaction = world.store.begin().await?;
                let in_time = stored_calls::note_poll(&mut transaction, &call.id, world.now(), POLL_PAUSE_MS).await?;
                transaction.commit().await?;
                if in_time {
                    ChallengeAnswer::Owed(Box::new(owed(ChallengeOutcome::AuthorizationPending)))
                } else {
                    ChallengeAnswer::Owed(Box::new(owed(ChallengeOutcome::SlowDown)))
                }
            }
            // It went to a phone that is no longer this one.
            Standing::Passed(_) => denied(DenialReason::CodeSuperseded, Params::new()),
            Standing::Used => denied(DenialReason::InvalidAuthentication, Params::new()),
            Standing::Denied { reason, params, correlation_id } => ChallengeAnswer::Owed(Box::new(ChallengeError {
                code: Some(reason),
                params,
                correlation_id: Some(correlation_id),
                ..owed(ChallengeOutcome::AccessDenied)
            })),
            Standing::Expired(correlation_id) => ChallengeAnswer::Owed(Box::new(ChallengeError {
                code: Some(DenialReason::CodeNotEntered),
                correlation_id: Some(correlation_id),
                ..owed(ChallengeOutcome::ExpiredToken)
            })),
            Standing::NoCall => refused(ChallengeOutcome::InvalidRequest, "method starts one"),
        })
    }
}

/// Too many were asked for.
pub(super) fn slow_down(seconds: i64) -> ChallengeAnswer {
    ChallengeAnswer::Owed(Box::new(ChallengeError {
        params: param("retryAfterSeconds", seconds),
        ..owed(ChallengeOutcome::SlowDown)
    }))
}
