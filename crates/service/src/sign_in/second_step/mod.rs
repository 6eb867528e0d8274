//! The second step: a method is started, then a code is checked and used up in the transaction that lets the person in.
//!
//! Here is what all methods share; each has a file of its own beside this one.

mod app_code;
mod call;
mod push;
mod text;

use proofup_api::{
    AuthenticationMode, Challenge, ChallengeError, ChallengeGranted, ChallengeOutcome, ChallengeRequest, DenialReason,
    Params, Scope, SecretText, SignInResult,
};
use proofup_store::auth_sessions::{self, AuthSession};
use proofup_store::sign_ins::OWN_APPLICATION;
use proofup_store::users::{self, User};
use proofup_store::{Connection, Transaction, approvals, bypasses, sessions};

use super::grant::{authorization_code, remember_device};
use super::{ChallengeAnswer, Via, denied, owed, refused, step_up};
use crate::ServiceError;
use crate::app_passwords::check::application;
use crate::audit::record::{LogEntry, log, record_refusal};
use crate::context::{Caller, Context};
use crate::methods::enrollment::{Enrollment, OATH_METHOD_ID, SignInMethod};
use crate::runtime::wait::{Wait, seconds_until};
use crate::throttle::{Attempt, CodeKind, Outcome, Subject};

/// One request of the second step with its session and person.
struct Step<'a> {
    context: &'a Context,
    caller: &'a Caller,
    began_at: i64,
    session: &'a AuthSession,
    enrollment: &'a Enrollment,
    request: &'a ChallengeRequest,
    /// The front end that asks in the person's name, if one does.
    via: Option<Via<'a>>,
    /// How the log names what asks.
    application: String,
}

/// Starts a method, checks a code, or reports the state on the phone.
pub(super) async fn go_on(
    context: &Context,
    caller: &Caller,
    (session, user): (AuthSession, User),
    token: &SecretText,
    request: ChallengeRequest,
    via: Option<Via<'_>>,
) -> Result<ChallengeAnswer, ServiceError> {
    let Some(method_id) = request.method.as_deref().or(session.started_method.as_deref()) else {
        return Ok(refused(ChallengeOutcome::InvalidRequest, "method starts one, otp or a poll answers it"));
    };
    let mut db = context.store.read().await?;
    let enrollment = match (&request.otp, method_id) {
        (Some(_), OATH_METHOD_ID) => Enrollment::load_codes(&mut db, user).await?,
        _ => Enrollment::load(&mut db, user).await?,
    };
    drop(db);
    let step = Step {
        context,
        caller,
        began_at: context.now(),
        session: &session,
        enrollment: &enrollment,
        request: &request,
        via,
        application: via.map_or_else(|| OWN_APPLICATION.to_owned(), |via| application(via.protocol)),
    };
    if enrollment.user.is_blocked(step.began_at) {
        return step.deny(AuthenticationMode::Password, None, DenialReason::UserBlocked, Params::new()).await;
    }
    let starts = request.method.is_some();
    let Some(method) = enrollment.method(method_id) else {
        let reason = enrollment.why_unusable(method_id);
        return step.deny(AuthenticationMode::Password, None, reason, Params::new()).await;
    };
    match (&request.otp, method) {
        (None, SignInMethod::Oath) if starts => step.started(token, method_id, None, 0).await,
        (None, SignInMethod::Sms(phone)) if starts => step.send_text(token, method_id, phone).await,
        (None, SignInMethod::Voice(phone)) if starts => step.place_call(token, method_id, phone).await,
        (None, SignInMethod::Sms(phone)) => context.store.again_if_crossed(|| step.poll_reply(phone)).await,
        (None, SignInMethod::Voice(phone)) => context.store.again_if_crossed(|| step.poll_call(phone)).await,
        (None, SignInMethod::Push) if starts => step.send_notification(token, method_id).await,
        (None, SignInMethod::Push) => context.store.again_if_crossed(|| step.poll_notification()).await,
        (Some(_), SignInMethod::Push) => {
            Ok(refused(ChallengeOutcome::InvalidRequest, "a notification is answered on the device"))
        }
        (Some(code), SignInMethod::Oath) => context.store.again_if_crossed(|| step.check_app_code(code)).await,
        (Some(code), SignInMethod::Sms(phone)) => {
            context.store.again_if_crossed(|| step.check_text_code(code, phone)).await
        }
        (None, SignInMethod::Oath) => Ok(refused(ChallengeOutcome::InvalidRequest, "otp answers it")),
        (Some(_), SignInMethod::Voice(_)) => Ok(refused(ChallengeOutcome::InvalidRequest, "the phone answers it")),
    }
}

/// How the log tells a step-up from a sign-in.
pub(super) fn protocol(session: &AuthSession) -> &'static str {
    if session.stepped_up_session.is_some() { step_up::PROTOCOL } else { "web" }
}

impl Step<'_> {
    async fn started(
        &self,
        token: &SecretText,
        method_id: &str,
        expires_in: Option<u32>,
        interval: u32,
    ) -> Result<ChallengeAnswer, ServiceError> {
        self.start_method(method_id).await?;
        let rest = u32::try_from(seconds_until(self.session.expires_at, self.context.now())).unwrap_or(0);
        let methods = self.enrollment.hints();
        Ok(ChallengeAnswer::Owed(Box::new(ChallengeError {
            auth_session: Some(token.clone()),
            preferred: methods.first().map(|method| method.id.clone()),
            methods,
            challenge: Some(Challenge {
                method: method_id.to_owned(),
                expires_in: expires_in.unwrap_or(rest),
                interval,
                number: None,
                reply: self.enrollment.settings.two_way_texts && self.enrollment.is_text(method_id),
            }),
            ..owed(ChallengeOutcome::InsufficientAuthorization)
        })))
    }

    async fn start_method(&self, method_id: &str) -> Result<(), ServiceError> {
        let mut transaction = self.context.store.begin().await?;
        auth_sessions::start_method(&mut transaction, &self.session.hash, method_id).await?;
        Ok(transaction.commit().await?)
    }

    /// Everything that belongs to the end of a sign-in, in the transaction that used the code up.
    async fn grant(
        &self,
        transaction: Transaction,
        mode: AuthenticationMode,
        detail: Option<String>,
        attempt: Option<Attempt>,
    ) -> Result<ChallengeAnswer, ServiceError> {
        self.grant_to(None, transaction, mode, detail, attempt).await
    }

    /// The same, where an app or a token answered: the log names it.
    async fn grant_to(
        &self,
        device: Option<&str>,
        mut transaction: Transaction,
        mode: AuthenticationMode,
        detail: Option<String>,
        attempt: Option<Attempt>,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let (context, user) = (self.context, &self.enrollment.user);
        if !auth_sessions::finish(&mut transaction, &self.session.hash, context.now()).await? {
            drop(transaction);
            return self.deny(mode, detail, self.why_over().await?, Params::new()).await;
        }
        // The person's row is locked now: a block came either before this or waits for its end.
        let present = users::by_id(&mut transaction, &user.id).await?;
        if present.is_none_or(|user| user.is_blocked(context.now())) {
            drop(transaction);
            return self.deny(mode, detail, DenialReason::UserBlocked, Params::new()).await;
        }
        let Some(granted) = self.outcome(&mut transaction).await? else {
            drop(transaction);
            return self.deny(mode, detail, DenialReason::InvalidAuthentication, Params::new()).await;
        };
        if let Some(attempt) = attempt
            && let Err(wait) = attempt.close(context, &mut transaction, Outcome::Right).await?
        {
            drop(transaction);
            return self.throttled(mode, wait).await;
        }
        bypasses::end(&mut transaction, &user.id, context.now()).await?;
        // A device that was asked too has nothing left to decide.
        approvals::supersede(&mut transaction, &self.session.hash, context.now()).await?;
        let entry = self.entry(mode, SignInResult::Completed);
        let entry = entry.of(&user.id, &user.upn).with_device(device).with_detail(detail);
        log(context, &mut transaction, &self.enrollment.settings.log, self.caller, entry).await?;
        transaction.commit().await?;
        Ok(ChallengeAnswer::Granted(granted))
    }

    /// Why this sign-in ended while its answer was on the way: by another answer, or by what revoked it.
    async fn why_over(&self) -> Result<DenialReason, ServiceError> {
        let session = auth_sessions::find(&mut self.context.store.read().await?, &self.session.hash).await?;
        Ok(session.map_or(DenialReason::InvalidAuthentication, |session| match session.why_over() {
            DenialReason::InvalidAuthentication => DenialReason::DuplicateAttempt,
            reason => reason,
        }))
    }

    /// What the second step leads to: a code for tokens, or the session made fresh; `None` if that session is over.
    async fn outcome(&self, db: &mut Connection) -> Result<Option<ChallengeGranted>, ServiceError> {
        let (context, user) = (self.context, &self.enrollment.user);
        let now = context.now();
        if let Some(session) = &self.session.stepped_up_session {
            let fresh = sessions::note_second_step(db, session, now).await?;
            let granted =
                ChallengeGranted { authorization_code: None, auth_time: Some(now / 1000), device_token: None };
            return Ok(fresh.then_some(granted));
        }
        if self.via.is_some() {
            // The front end lets the person in; there is nothing to exchange for tokens.
            return Ok(Some(ChallengeGranted { authorization_code: None, auth_time: None, device_token: None }));
        }
        let challenge = &self.session.code_challenge;
        let mut granted = authorization_code(context, db, &user.id, Scope::SecurityInfo, challenge, Some(now)).await?;
        if self.request.remember_device == Some(true) {
            let name = self.request.device_name.as_deref();
            granted.device_token =
                remember_device(context, db, self.caller, &user.id, &self.enrollment.settings, name).await?;
        }
        Ok(Some(granted))
    }

    /// Opens an attempt at a code of this person. In a session that had its second step it is counted with the session, so
    /// that nobody else uses it up.
    async fn open_attempt(&self, kind: CodeKind) -> Result<Result<Attempt, Wait>, ServiceError> {
        let (user, network) = (&self.enrollment.user.id, self.caller.network());
        let subjects = match &self.session.stepped_up_session {
            Some(session) => vec![Subject::CodeInSession { user, session }],
            None => Subject::of_code(kind, user, network.as_deref().or(self.via.map(|via| via.front_end))),
        };
        let mut db = self.context.store.read().await?;
        Attempt::open(self.context, &mut db, &self.enrollment.settings, &subjects).await
    }

    /// Too many were wrong before this one: nothing is said of it.
    async fn throttled(&self, mode: AuthenticationMode, wait: Wait) -> Result<ChallengeAnswer, ServiceError> {
        let entry = self.denied_entry(mode, DenialReason::LockedOut);
        record_refusal(self.context, &self.enrollment.settings.log, self.caller, entry).await?;
        Ok(denied(DenialReason::LockedOut, wait.params()))
    }

    fn entry(&self, mode: AuthenticationMode, result: SignInResult) -> LogEntry<'_> {
        LogEntry {
            protocol: self.via.map_or_else(|| protocol(self.session), |via| via.protocol),
            application: &self.application,
            front_end: self.via.map(|via| via.front_end),
            client_device: self.via.and_then(|via| via.device),
            ..LogEntry::own(self.began_at, mode, result)
        }
    }

    fn denied_entry(&self, mode: AuthenticationMode, reason: DenialReason) -> LogEntry<'_> {
        let user = &self.enrollment.user;
        let entry = self.entry(mode, SignInResult::Denied).of(&user.id, &user.upn);
        LogEntry { denial_reason: Some(reason), ..entry }
    }

    async fn deny(
        &self,
        mode: AuthenticationMode,
        detail: Option<String>,
        reason: DenialReason,
        params: Params,
    ) -> Result<ChallengeAnswer, ServiceError> {
        self.deny_in(self.context.store.begin().await?, mode, detail, reason, params).await
    }

    /// Denies, in the transaction of the attempt that it is about.
    async fn deny_in(
        &self,
        mut transaction: Transaction,
        mode: AuthenticationMode,
        detail: Option<String>,
        reason: DenialReason,
        params: Params,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let entry = self.denied_entry(mode, reason).with_detail(detail);
        log(self.context, &mut transaction, &self.enrollment.settings.log, self.caller, entry).await?;
        transaction.commit().await?;
        Ok(denied(reason, params))
    }
}
