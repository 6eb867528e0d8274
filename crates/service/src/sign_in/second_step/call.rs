//! A call to one of the person's phones: placed, then asked for until something was decided there.

use proofup_api::{ChallengeError, ChallengeOutcome, DenialReason, Params, SecretText};
use proofup_store::calls as stored_calls;
use proofup_store::phones::{self, Phone};
use proofup_store::text_codes::Purpose;

use super::super::{ChallengeAnswer, denied, owed, refused};
use super::Step;
use crate::ServiceError;
use crate::methods::calls::{self, CallOrder, LIVES_SECONDS, Progress};
use crate::methods::text_codes::Sent;
use crate::runtime::error::param;
use crate::telephony::numbers::masked;
use crate::throttle::{Medium, note_answer};

/// Seconds between two polls.
pub(super) const POLL_SECONDS: u32 = 2;
/// A client that asks again sooner is told to slow down. It is a little less than the interval, because networks are not
/// exact.
const POLL_PAUSE_MS: i64 = 1000;

impl Step<'_> {
    pub(super) async fn place_call(
        &self,
        token: &SecretText,
        method_id: &str,
        phone: &Phone,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let order = CallOrder {
            user_id: &self.enrollment.user.id,
            purpose: Purpose::SignIn,
            context: &self.session.hash,
            phone_id: Some(&phone.id),
            phone_type: phone.phone_type,
            number: &phone.number,
            question: None,
        };
        match calls::place(self.context, self.caller, &self.enrollment.settings, order).await? {
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
        let context = self.context;
        Ok(match calls::progress(context, &self.session.hash).await? {
            Progress::Passed(call) if call.phone_id.as_deref() == Some(&phone.id) && call.number == phone.number => {
                let mode = calls::mode(phone.phone_type);
                let mut transaction = context.store.begin_change(&self.enrollment.user.id).await?;
                if !stored_calls::use_up(&mut transaction, &call.id, context.now()).await? {
                    drop(transaction);
                    return self.deny(mode, None, DenialReason::DuplicateAttempt, Params::new()).await;
                }
                phones::note_use(&mut transaction, &phone.id, context.now()).await?;
                note_answer(context, &mut transaction, Medium::Call, &self.enrollment.user.id, &phone.number).await?;
                return self.grant(transaction, mode, Some(masked(&phone.number)), None).await;
            }
            Progress::Pending(call) => {
                let mut transaction = context.store.begin().await?;
                let in_time = stored_calls::note_poll(&mut transaction, &call.id, context.now(), POLL_PAUSE_MS).await?;
                transaction.commit().await?;
                if in_time {
                    ChallengeAnswer::Owed(Box::new(owed(ChallengeOutcome::AuthorizationPending)))
                } else {
                    ChallengeAnswer::Owed(Box::new(owed(ChallengeOutcome::SlowDown)))
                }
            }
            // It went to a phone that is no longer this one.
            Progress::Passed(_) => denied(DenialReason::CodeSuperseded, Params::new()),
            Progress::Used => denied(DenialReason::InvalidAuthentication, Params::new()),
            Progress::Denied { reason, params, correlation_id } => ChallengeAnswer::Owed(Box::new(ChallengeError {
                code: Some(reason),
                params,
                correlation_id: Some(correlation_id),
                ..owed(ChallengeOutcome::AccessDenied)
            })),
            Progress::Expired(correlation_id) => ChallengeAnswer::Owed(Box::new(ChallengeError {
                code: Some(DenialReason::CodeNotEntered),
                correlation_id: Some(correlation_id),
                ..owed(ChallengeOutcome::ExpiredToken)
            })),
            Progress::NoCall => refused(ChallengeOutcome::InvalidRequest, "method starts one"),
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
