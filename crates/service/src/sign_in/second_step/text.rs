//! A code by text message: sent to the person's phone, checked when it is typed.

use proofup_api::{AuthenticationMode, ChallengeError, ChallengeOutcome, DenialReason, Params, SecretText};
use proofup_store::phones::{self, Phone};
use proofup_store::text_codes::{self as stored_text_codes, Purpose};

use super::super::{ChallengeAnswer, denied, owed};
use super::Step;
use super::call::slow_down;
use crate::ServiceError;
use crate::methods::text_codes::{self, Content, Reply, Sent, TextOrder, TypedCode};
use crate::runtime::error::param;
use crate::telephony::numbers::masked;
use crate::throttle::{CodeKind, Medium, Outcome, note_answer};

impl Step<'_> {
    pub(super) async fn send_text(
        &self,
        token: &SecretText,
        method_id: &str,
        phone: &Phone,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let order = TextOrder {
            user_id: &self.enrollment.user.id,
            purpose: Purpose::SignIn,
            context: &self.session.hash,
            phone_id: Some(&phone.id),
            number: &phone.number,
            content: Content::Code,
        };
        match text_codes::send(self.context, self.caller, &self.enrollment.settings, order).await? {
            Sent::Taken { again_in_seconds } => {
                let lifetime = self.enrollment.settings.sms_code_lifetime_seconds;
                self.started(token, method_id, Some(lifetime), again_in_seconds).await
            }
            Sent::NotTaken(fault) => {
                // The method counts as started all the same: the text is repeated and may arrive yet.
                self.start_method(method_id).await?;
                let detail = Some(masked(&phone.number));
                let (reason, params) = fault.denial();
                self.deny(AuthenticationMode::TextMessage, detail, reason, params).await
            }
            Sent::TooMany(seconds) => Ok(slow_down(seconds)),
        }
    }

    /// Whether the text could not be delivered, or was answered with its code.
    pub(super) async fn poll_reply(&self, phone: &Phone) -> Result<ChallengeAnswer, ServiceError> {
        let (context, user) = (self.context, &self.enrollment.user);
        let waiting = |outcome| Ok(ChallengeAnswer::Owed(Box::new(owed(outcome))));
        let detail = Some(masked(&phone.number));
        match text_codes::reply(context, &user.id, Purpose::SignIn, &self.session.hash).await? {
            // Answered before that was switched off.
            Reply::Right { .. } if !self.enrollment.settings.two_way_texts => {
                waiting(ChallengeOutcome::AuthorizationPending)
            }
            Reply::Right { id, phone_id } if phone_id.as_deref() == Some(&phone.id) => {
                let mut transaction = context.store.begin_change(&user.id).await?;
                if stored_text_codes::use_up(&mut transaction, &id, context.now()).await? {
                    phones::note_use(&mut transaction, &phone.id, context.now()).await?;
                    note_answer(context, &mut transaction, Medium::Text, &user.id, &phone.number).await?;
                    return self.grant(transaction, AuthenticationMode::TextMessage, detail, None).await;
                }
                waiting(ChallengeOutcome::AuthorizationPending)
            }
            Reply::Awaited => waiting(ChallengeOutcome::AuthorizationPending),
            Reply::Used => Ok(denied(DenialReason::InvalidAuthentication, Params::new())),
            Reply::Right { .. } | Reply::Superseded => Ok(denied(DenialReason::CodeSuperseded, Params::new())),
            Reply::NoTriesLeft => Ok(denied(DenialReason::TooManyIncorrectCodes, Params::new())),
            // In the log since the gateway said so. The code counts all the same, should it arrive after all.
            Reply::NotDelivered(correlation_id) => Ok(ChallengeAnswer::Owed(Box::new(ChallengeError {
                code: Some(DenialReason::PhoneUnreachable),
                params: param("reason", "not_delivered"),
                correlation_id: Some(correlation_id),
                methods: self.enrollment.hints(),
                ..owed(ChallengeOutcome::AccessDenied)
            }))),
            Reply::TooLate => Ok(ChallengeAnswer::Owed(Box::new(ChallengeError {
                code: Some(DenialReason::CodeExpired),
                ..owed(ChallengeOutcome::ExpiredToken)
            }))),
        }
    }

    pub(super) async fn check_text_code(
        &self,
        typed: &SecretText,
        phone: &Phone,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let (context, user) = (self.context, &self.enrollment.user);
        let mode = AuthenticationMode::TextMessage;
        let detail = Some(masked(&phone.number));
        let attempt = match self.open_attempt(CodeKind::Text).await? {
            Ok(attempt) => attempt,
            Err(wait) => return self.throttled(mode, wait).await,
        };
        let of = &self.session.hash;
        let mut checking = context.store.begin_for(&user.id).await?;
        let verdict = text_codes::check(context, &mut checking, &user.id, Purpose::SignIn, of, typed).await?;
        let (reason, params) = match verdict {
            TypedCode::Right { id, phone_id } if phone_id.as_deref() == Some(&phone.id) => {
                drop(checking);
                let mut transaction = context.store.begin_change(&user.id).await?;
                if !stored_text_codes::use_up(&mut transaction, &id, context.now()).await? {
                    drop(transaction);
                    return self.deny(mode, detail, DenialReason::CodeAlreadyUsed, Params::new()).await;
                }
                phones::note_use(&mut transaction, &phone.id, context.now()).await?;
                note_answer(context, &mut transaction, Medium::Text, &user.id, &phone.number).await?;
                return self.grant(transaction, mode, detail, Some(attempt)).await;
            }
            // Sent to a phone that is no longer this one.
            TypedCode::Right { .. } | TypedCode::Superseded => (DenialReason::CodeSuperseded, Params::new()),
            TypedCode::Used => (DenialReason::CodeAlreadyUsed, Params::new()),
            TypedCode::Expired => (DenialReason::CodeExpired, Params::new()),
            TypedCode::NothingSent => (DenialReason::CodeNotEntered, Params::new()),
            TypedCode::NoTriesLeft => (DenialReason::TooManyIncorrectCodes, Params::new()),
            TypedCode::Wrong(left) => (DenialReason::IncorrectCode, param("triesLeft", left)),
        };
        if matches!(reason, DenialReason::IncorrectCode | DenialReason::TooManyIncorrectCodes)
            && let Err(wait) = attempt.close(context, &mut checking, Outcome::Wrong).await?
        {
            drop(checking);
            return self.throttled(mode, wait).await;
        }
        self.deny_in(checking, mode, detail, reason, params).await
    }
}
