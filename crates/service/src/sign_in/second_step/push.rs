//! A notification: all of the person's devices are asked for the number on the sign-in screen, and one answer counts.

use proofup_api::{
    ApprovalOutcome, ApprovalPurpose, AuthenticationMode, Challenge, ChallengeError, ChallengeOutcome, DenialReason,
    Params, SecretText,
};
use proofup_store::approvals::{self, Approval};
use proofup_store::authenticators;
use proofup_store::sign_ins::OWN_APPLICATION;

use super::super::{ChallengeAnswer, denied, owed, refused};
use super::Step;
use crate::ServiceError;
use crate::methods::push::{self, Asked, LIVES_SECONDS, Order, POLL_SECONDS, denial};
use crate::runtime::error::param;
use crate::runtime::wait::seconds_until;
use crate::throttle::forget_pushes;

const MODE: AuthenticationMode = AuthenticationMode::PushNotification;

impl Step<'_> {
    pub(super) async fn send_notification(
        &self,
        token: &SecretText,
        method_id: &str,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let order = Order {
            user_id: &self.enrollment.user.id,
            device_id: None,
            purpose: ApprovalPurpose::SignIn,
            context: &self.session.hash,
            application: self.session.front_end.as_deref().unwrap_or(OWN_APPLICATION),
            number: None,
        };
        let held_up = {
            let mut db = self.context.store.read().await?;
            order.held_up(&mut db, &self.enrollment.settings, self.context.now()).await?
        };
        if let Some(seconds) = held_up {
            return self.deny(MODE, None, DenialReason::InProgress, param("retryAfterSeconds", seconds)).await;
        }
        match push::ask(self.context, self.caller, &self.enrollment.settings, order).await? {
            Asked::Sent(number) => {
                self.start_method(method_id).await?;
                let methods = self.enrollment.hints();
                let rest = seconds_until(self.session.expires_at, self.context.now());
                Ok(ChallengeAnswer::Owed(Box::new(ChallengeError {
                    auth_session: Some(token.clone()),
                    preferred: methods.first().map(|method| method.id.clone()),
                    methods,
                    challenge: Some(Challenge {
                        method: method_id.to_owned(),
                        expires_in: LIVES_SECONDS.min(u32::try_from(rest).unwrap_or(0)),
                        interval: POLL_SECONDS,
                        number: Some(number),
                        reply: false,
                    }),
                    ..owed(ChallengeOutcome::InsufficientAuthorization)
                })))
            }
            Asked::Paused(seconds) => {
                self.deny(MODE, None, DenialReason::PushPaused, param("retryAfterSeconds", seconds)).await
            }
        }
    }

    /// Looks whether a device has answered. Refusals are in the sign-in log since they came in.
    pub(super) async fn poll_notification(&self) -> Result<ChallengeAnswer, ServiceError> {
        let Some(approval) = push::outcome(self.context, &self.session.hash).await? else {
            return Ok(refused(ChallengeOutcome::InvalidRequest, "start the method first"));
        };
        match approval.outcome {
            None => Ok(ChallengeAnswer::Owed(Box::new(owed(ChallengeOutcome::AuthorizationPending)))),
            Some(ApprovalOutcome::Approved) => self.accept_approval(&approval).await,
            Some(outcome @ (ApprovalOutcome::PushNoResponse | ApprovalOutcome::PushNotDelivered)) => {
                Ok(ChallengeAnswer::Owed(Box::new(ChallengeError {
                    code: denial(outcome),
                    correlation_id: Some(approval.correlation_id),
                    ..owed(ChallengeOutcome::ExpiredToken)
                })))
            }
            Some(outcome) => Ok(match denial(outcome) {
                Some(reason) => ChallengeAnswer::Owed(Box::new(ChallengeError {
                    code: Some(reason),
                    correlation_id: Some(approval.correlation_id),
                    ..owed(ChallengeOutcome::AccessDenied)
                })),
                None => denied(DenialReason::InvalidAuthentication, Params::new()),
            }),
        }
    }

    async fn accept_approval(&self, approval: &Approval) -> Result<ChallengeAnswer, ServiceError> {
        let (context, user) = (self.context, &self.enrollment.user);
        // The device was deleted after it approved: its decision does not count.
        let device = self.enrollment.devices.iter().find(|device| approval.decided_by.as_deref() == Some(&device.id));
        let Some(device) = device else {
            return self.deny(MODE, None, DenialReason::AppNotActivated, Params::new()).await;
        };
        let detail = Some(device.display_name.clone());
        let mut transaction = context.store.begin_change(&user.id).await?;
        if !approvals::take(&mut transaction, &approval.id, context.now()).await? {
            drop(transaction);
            return self.deny(MODE, detail, DenialReason::DuplicateAttempt, Params::new()).await;
        }
        authenticators::note_use(&mut transaction, &device.id, context.now()).await?;
        forget_pushes(context, &mut transaction, &user.id).await?;
        self.grant(transaction, MODE, detail, None).await
    }
}
