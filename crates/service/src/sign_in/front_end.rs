//! Signing in through a front end whose client shows a question and sends what is typed: password first, then the second
//! step, one question after the other.
//!
//! Each question is answered once, on whichever node, and the front end that was given it alone may answer it.

use std::time::Duration;

use proofup_api::{
    AuthenticationMode, ChallengeError, ChallengeOutcome, ChallengeRequest, DenialReason, MethodHint, MethodType,
    SecretText, SignInResult,
};
use proofup_store::auth_sessions::{self, AuthSession};
use proofup_store::bypasses;
use proofup_store::users::{self, User};
use tokio::time::Instant;

use super::{ChallengeAnswer, Via, second_step};
use crate::ServiceError;
use crate::app_passwords::check::{Login, RightPassword, Verdict, application, check};
use crate::audit::record::{LogEntry, log, record};
use crate::context::{Caller, Context};
use crate::methods::enrollment::{Enrollment, OATH_METHOD_ID};
use crate::methods::push;
use crate::people::names::{UserPrincipalName, kept_name};
use crate::runtime::keys::Domain;
use crate::runtime::wait::Wait;
use crate::settings::Settings;

/// How long a person has for the second step.
const SIGN_IN_LIVES_MS: i64 = 600_000;
/// So many questions has one sign-in.
const QUESTIONS: i64 = 20;
/// Started instead of a method while the person chooses one. No method has this id.
const CHOICE: &str = "choice";
/// What is typed for another method. No code is that short.
const ANOTHER_WAY: &str = "0";
/// Between two looks at a phone.
const LOOKS_EVERY: Duration = Duration::from_secs(1);

/// What the front end is told.
#[derive(Debug)]
pub(crate) enum Answer {
    /// Come in, under this name.
    ComeIn(String),
    Refused(Refusal),
    /// The client is asked.
    Asks(Question),
    /// Another request answered this question; its answer is on the way.
    Elsewhere,
}

/// Why the client may not come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The answer is wrong.
    Wrong,
    Blocked,
    Throttled(Wait),
    /// The second step was denied.
    Denied(DenialReason),
}

/// A question to the person.
#[derive(Debug)]
pub(crate) struct Question {
    /// Names the sign-in; a secret.
    pub(crate) token: SecretText,
    /// Which of its questions this is.
    pub(crate) number: i64,
    pub(crate) asks: Asks,
    /// Whether there is another method to choose.
    pub(crate) has_another_way: bool,
    /// What became of the answer before.
    pub(crate) after: Option<DenialReason>,
}

/// What is asked.
#[derive(Debug, Clone)]
pub(crate) enum Asks {
    /// One of these, by its number from 1 on.
    Method(Vec<MethodHint>),
    /// A code of an app or token.
    AppCode,
    /// The code that was sent to this phone.
    TextCode(String),
    /// To answer the call to this phone.
    Call(String),
    /// To type this number on one of these devices.
    Approval { number: String, devices: String },
}

/// An answer to a question.
pub(crate) struct Typed<'a> {
    /// Must be the person's.
    pub(crate) user_name: &'a str,
    pub(crate) token: &'a SecretText,
    pub(crate) number: i64,
    pub(crate) text: &'a SecretText,
    /// How long the answer may wait for a phone.
    pub(crate) patience: Duration,
}

/// Checks name and secret. Where the person's own password is right and not enough, the second step begins.
pub(crate) async fn begin(context: &Context, caller: &Caller, login: Login<'_>) -> Result<Answer, ServiceError> {
    let via = Via { front_end: login.front_end, protocol: login.protocol, device: login.device };
    Ok(match check(context, caller, login).await? {
        Verdict::Allowed(upn) => Answer::ComeIn(upn),
        Verdict::Refused => Answer::Refused(Refusal::Wrong),
        Verdict::Blocked => Answer::Refused(Refusal::Blocked),
        Verdict::Throttled(wait) => Answer::Refused(Refusal::Throttled(wait)),
        Verdict::OwesSecondStep(right) => {
            Front { context, caller, via, began_at: context.now() }.go_on_from(*right).await?
        }
    })
}

/// Goes on with what was typed to a question.
pub(crate) async fn go_on(
    context: &Context,
    caller: &Caller,
    via: Via<'_>,
    typed: Typed<'_>,
) -> Result<Answer, ServiceError> {
    Front { context, caller, via, began_at: context.now() }.answer(typed).await
}

/// Refuses a client that proves its password in a way that needs the password itself to be kept.
pub(crate) async fn refuse_proof(
    context: &Context,
    caller: &Caller,
    via: Via<'_>,
    user_name: &str,
) -> Result<Answer, ServiceError> {
    let upn = UserPrincipalName::parse(user_name);
    let mut db = context.store.read().await?;
    let kept = Settings::load(&mut db).await?.log;
    let user = users::by_upn(&mut db, upn.as_ref().map_or("", UserPrincipalName::as_str)).await?;
    drop(db);
    let front = Front { context, caller, via, began_at: context.now() };
    let application = application(via.protocol);
    let entry = LogEntry {
        denial_reason: Some(DenialReason::MethodDisabled),
        user_id: user.as_ref().map(|user| user.id.as_str()),
        user_name: kept_name(upn.as_ref(), user.as_ref()),
        repeats: true,
        ..front.entry(&application, SignInResult::Denied)
    };
    record(context, &kept, caller, entry).await?;
    Ok(Answer::Refused(Refusal::Denied(DenialReason::MethodDisabled)))
}

/// A request of a front end and what it stands on.
struct Front<'a> {
    context: &'a Context,
    caller: &'a Caller,
    via: Via<'a>,
    began_at: i64,
}

/// A sign-in that goes on.
struct Going<'a> {
    user: &'a User,
    token: &'a SecretText,
    hash: &'a str,
    /// Of the next question.
    number: i64,
    patience: Duration,
}

impl Front<'_> {
    fn entry<'a>(&'a self, application: &'a str, result: SignInResult) -> LogEntry<'a> {
        LogEntry {
            application,
            protocol: self.via.protocol,
            front_end: Some(self.via.front_end),
            client_device: self.via.device,
            ..LogEntry::own(self.began_at, AuthenticationMode::Password, result)
        }
    }

    /// Opens the second step, if the password is still the one that was checked.
    async fn go_on_from(&self, right: RightPassword) -> Result<Answer, ServiceError> {
        let (context, id) = (self.context, &right.user.id);
        let application = application(self.via.protocol);
        let (mut transaction, present) = context.store.hold(id).await?;
        let unchanged = match present {
            Some(present) if present.changes == right.user.changes => Some(present),
            Some(present) if users::password_check(&mut transaction, id).await?.as_deref() == Some(&right.verified) => {
                Some(present)
            }
            _ => None,
        };
        let enrollment = match unchanged {
            Some(user) => Ok(Enrollment::load(&mut transaction, user).await?),
            None => Err(Settings::load(&mut transaction).await?),
        };
        let (kept, refused) = match &enrollment {
            Err(settings) => (&settings.log, Some(DenialReason::InvalidCredentials)),
            Ok(standing) if standing.user.is_blocked(context.now()) => {
                (&standing.settings.log, Some(DenialReason::UserBlocked))
            }
            Ok(standing) if bypasses::end(&mut transaction, id, context.now()).await? => {
                let entry = self.entry(&application, SignInResult::SkippedOneTimeBypass).of(id, &right.user.upn);
                log(context, &mut transaction, &standing.settings.log, self.caller, entry).await?;
                transaction.commit().await?;
                return Ok(Answer::ComeIn(right.user.upn));
            }
            Ok(standing) if standing.hints().is_empty() || standing.registration().required => {
                (&standing.settings.log, Some(DenialReason::NoMethodsRegistered))
            }
            Ok(standing) => (&standing.settings.log, None),
        };
        if let Some(reason) = refused {
            let entry = self.entry(&application, SignInResult::Denied).of(id, &right.user.upn);
            let entry = LogEntry { denial_reason: Some(reason), ..entry };
            log(context, &mut transaction, kept, self.caller, entry).await?;
            transaction.commit().await?;
            return Ok(Answer::Refused(refusal(reason)));
        }
        let token = context.random.token()?;
        let session = self.session(id, context.keys.mac(Domain::Token, token.expose().as_bytes())?);
        auth_sessions::insert(&mut transaction, &session).await?;
        transaction.commit().await?;
        let methods = enrollment.as_ref().map(Enrollment::hints).unwrap_or_default();
        let going =
            Going { user: &right.user, token: &token, hash: &session.hash, number: 0, patience: Duration::ZERO };
        match (&right.code, methods.first()) {
            (Some(code), _) => match self.step(&going, Some(OATH_METHOD_ID), Some(code)).await? {
                ChallengeAnswer::Granted(_) => Ok(Answer::ComeIn(right.user.upn.clone())),
                ChallengeAnswer::Owed(error) => Ok(Answer::Refused(denial(&error))),
            },
            (None, Some(preferred)) => self.start(&going, preferred).await,
            (None, None) => Ok(Answer::Refused(Refusal::Wrong)),
        }
    }

    fn session(&self, user_id: &str, hash: String) -> AuthSession {
        AuthSession {
            hash,
            user_id: user_id.to_owned(),
            code_challenge: String::new(),
            stepped_up_session: None,
            started_method: None,
            wrong_codes: 0,
            created_at: self.began_at,
            expires_at: self.began_at + SIGN_IN_LIVES_MS,
            finished_at: None,
            denial_reason: None,
            front_end: Some(self.via.front_end.to_owned()),
            answered: 0,
        }
    }

    async fn answer(&self, typed: Typed<'_>) -> Result<Answer, ServiceError> {
        let context = self.context;
        let hash = context.keys.mac(Domain::Token, typed.token.expose().as_bytes())?;
        let found = auth_sessions::find_with_user(&mut context.store.read().await?, &hash).await?;
        let name = UserPrincipalName::parse(typed.user_name);
        let is_ours = |session: &AuthSession, user: &User| {
            session.front_end.as_deref() == Some(self.via.front_end)
                && name.as_ref().is_some_and(|name| name.as_str() == user.upn)
        };
        let Some((session, user)) = found.filter(|(session, user)| is_ours(session, user)) else {
            return Ok(Answer::Refused(Refusal::Denied(DenialReason::InvalidAuthentication)));
        };
        if session.finished_at.is_some() || session.expires_at <= context.now() || session.answered >= QUESTIONS {
            return self.too_late(&session, &user).await;
        }
        let mut transaction = context.store.begin().await?;
        if !auth_sessions::answer(&mut transaction, &hash, typed.number).await? {
            return Ok(Answer::Elsewhere);
        }
        transaction.commit().await?;
        let going =
            Going { user: &user, token: typed.token, hash: &hash, number: typed.number + 1, patience: typed.patience };
        let answer = self.answer_to(&going, &session, typed.text).await;
        if answer.is_err() {
            // The front end hears nothing and sends the same again: then it is to be looked at.
            let mut transaction = context.store.begin().await?;
            auth_sessions::take_answer_back(&mut transaction, &hash, typed.number).await?;
            transaction.commit().await?;
        }
        answer
    }

    /// The answer to what was typed to the open question of a sign-in.
    async fn answer_to(
        &self,
        going: &Going<'_>,
        session: &AuthSession,
        typed: &SecretText,
    ) -> Result<Answer, ServiceError> {
        let methods = self.methods(going).await?;
        let text = typed.expose().trim();
        if session.started_method.as_deref() == Some(CHOICE) {
            let chosen = text.parse::<usize>().ok().and_then(|number| methods.get(number.checked_sub(1)?));
            return match chosen {
                Some(method) => self.start(going, method).await,
                None => self.offer(going, methods, None).await,
            };
        }
        if text == ANOTHER_WAY && methods.len() > 1 {
            return self.offer(going, methods, None).await;
        }
        let Some(method) = methods.iter().find(|method| Some(&method.id) == session.started_method.as_ref()) else {
            return self.offer(going, methods, Some(DenialReason::MethodDisabled)).await;
        };
        self.check(going, method, typed).await
    }

    /// The sign-in is over.
    async fn too_late(&self, session: &AuthSession, user: &User) -> Result<Answer, ServiceError> {
        let reason = session.why_over();
        let kept = Settings::load(&mut self.context.store.read().await?).await?.log;
        let application = application(self.via.protocol);
        let entry = self.entry(&application, SignInResult::Denied).of(&user.id, &user.upn);
        record(self.context, &kept, self.caller, LogEntry { denial_reason: Some(reason), ..entry }).await?;
        Ok(Answer::Refused(refusal(reason)))
    }

    async fn methods(&self, going: &Going<'_>) -> Result<Vec<MethodHint>, ServiceError> {
        Ok(Enrollment::load(&mut self.context.store.read().await?, going.user.clone()).await?.hints())
    }

    /// One request of the second step, as the app makes it.
    async fn step(
        &self,
        going: &Going<'_>,
        method: Option<&str>,
        code: Option<&SecretText>,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let mut db = self.context.store.read().await?;
        let Some((session, user)) = auth_sessions::find_with_user(&mut db, going.hash).await? else {
            return Ok(super::denied(DenialReason::InvalidAuthentication, proofup_api::Params::new()));
        };
        drop(db);
        let request =
            ChallengeRequest { method: method.map(str::to_owned), otp: code.cloned(), ..ChallengeRequest::default() };
        second_step::go_on(self.context, self.caller, (session, user), going.token, request, Some(self.via)).await
    }

    /// Starts a method and asks for what it needs.
    async fn start(&self, going: &Going<'_>, method: &MethodHint) -> Result<Answer, ServiceError> {
        match self.step(going, Some(&method.id), None).await? {
            ChallengeAnswer::Granted(_) => Ok(Answer::ComeIn(going.user.upn.clone())),
            ChallengeAnswer::Owed(error) if error.error == ChallengeOutcome::InsufficientAuthorization => {
                self.ask(going, method, None).await
            }
            // Too soon for another text: the one that was sent counts still.
            ChallengeAnswer::Owed(error)
                if error.error == ChallengeOutcome::SlowDown && method.kind == MethodType::Sms =>
            {
                self.remember_method(going, &method.id).await?;
                self.ask(going, method, Some(DenialReason::InProgress)).await
            }
            ChallengeAnswer::Owed(error) => self.after(going, method, &error).await,
        }
    }

    async fn remember_method(&self, going: &Going<'_>, method: &str) -> Result<(), ServiceError> {
        let mut transaction = self.context.store.begin().await?;
        auth_sessions::start_method(&mut transaction, going.hash, method).await?;
        Ok(transaction.commit().await?)
    }

    /// Checks what was typed, or looks what became of it at the phone.
    async fn check(&self, going: &Going<'_>, method: &MethodHint, typed: &SecretText) -> Result<Answer, ServiceError> {
        let takes_codes = matches!(method.kind, MethodType::Oath | MethodType::Sms);
        let is_empty = typed.expose().trim().is_empty();
        if is_empty && method.kind == MethodType::Oath {
            return self.ask(going, method, None).await;
        }
        let code = Some(typed).filter(|_| takes_codes && !is_empty);
        let until = Instant::now() + going.patience;
        loop {
            match self.step(going, None, code).await? {
                ChallengeAnswer::Granted(_) => return Ok(Answer::ComeIn(going.user.upn.clone())),
                ChallengeAnswer::Owed(error) if is_pending(&error) => {
                    if takes_codes || Instant::now() >= until {
                        return self.ask(going, method, None).await;
                    }
                    tokio::time::sleep(LOOKS_EVERY).await;
                }
                ChallengeAnswer::Owed(error) => return self.after(going, method, &error).await,
            }
        }
    }

    /// What follows a denial: the end, or another try.
    async fn after(
        &self,
        going: &Going<'_>,
        method: &MethodHint,
        error: &ChallengeError,
    ) -> Result<Answer, ServiceError> {
        let session = auth_sessions::find(&mut self.context.store.read().await?, going.hash).await?;
        let is_open = session.is_some_and(|session| session.finished_at.is_none());
        let reason = error.code.unwrap_or(DenialReason::InProgress);
        if !is_open || ends(reason) {
            return Ok(Answer::Refused(denial(error)));
        }
        if is_about_a_code(reason) {
            return self.ask(going, method, Some(reason)).await;
        }
        let methods = self.methods(going).await?;
        self.offer(going, methods, Some(reason)).await
    }

    /// Asks which method it is to be.
    async fn offer(
        &self,
        going: &Going<'_>,
        methods: Vec<MethodHint>,
        after: Option<DenialReason>,
    ) -> Result<Answer, ServiceError> {
        if methods.is_empty() {
            return Ok(Answer::Refused(Refusal::Denied(DenialReason::NoMethodsRegistered)));
        }
        self.remember_method(going, CHOICE).await?;
        Ok(question(going, Asks::Method(methods), false, after))
    }

    /// Asks for what a method needs that was started.
    async fn ask(
        &self,
        going: &Going<'_>,
        method: &MethodHint,
        after: Option<DenialReason>,
    ) -> Result<Answer, ServiceError> {
        let hint = method.hint.clone();
        let asks = match method.kind {
            MethodType::Oath => Asks::AppCode,
            MethodType::Sms => Asks::TextCode(hint),
            MethodType::Push => match push::outcome(self.context, going.hash).await? {
                Some(approval) => Asks::Approval { number: approval.number, devices: hint },
                None => return Ok(Answer::Refused(Refusal::Denied(DenialReason::PushNoResponse))),
            },
            MethodType::VoiceMobile | MethodType::VoiceAlternateMobile | MethodType::VoiceOffice => Asks::Call(hint),
        };
        let has_another_way = self.methods(going).await?.len() > 1;
        Ok(question(going, asks, has_another_way, after))
    }
}

fn question(going: &Going<'_>, asks: Asks, has_another_way: bool, after: Option<DenialReason>) -> Answer {
    Answer::Asks(Question { token: going.token.clone(), number: going.number, asks, has_another_way, after })
}

fn is_pending(error: &ChallengeError) -> bool {
    matches!(error.error, ChallengeOutcome::AuthorizationPending | ChallengeOutcome::SlowDown)
}

/// Whether a denial ends the sign-in, though its session may go on.
fn ends(reason: DenialReason) -> bool {
    matches!(
        reason,
        DenialReason::UserDeclined
            | DenialReason::FraudReported
            | DenialReason::NumberMismatch
            | DenialReason::UserBlocked
            | DenialReason::LockedOut
            | DenialReason::TooManyIncorrectCodes
            | DenialReason::InvalidAuthentication
            | DenialReason::DuplicateAttempt
    )
}

/// Whether another code may be typed right away.
fn is_about_a_code(reason: DenialReason) -> bool {
    matches!(
        reason,
        DenialReason::IncorrectCode
            | DenialReason::InvalidAppCode
            | DenialReason::CodeAlreadyUsed
            | DenialReason::CodeSuperseded
            | DenialReason::CodeNotEntered
            | DenialReason::TokenNotValid
    )
}

fn denial(error: &ChallengeError) -> Refusal {
    let seconds = error.params.get("retryAfterSeconds").and_then(serde_json::Value::as_i64);
    match (error.code, seconds) {
        (Some(DenialReason::LockedOut), Some(seconds)) => Refusal::Throttled(Wait { seconds, is_of_network: false }),
        (Some(reason), _) => refusal(reason),
        (None, _) => Refusal::Wrong,
    }
}

fn refusal(reason: DenialReason) -> Refusal {
    match reason {
        DenialReason::UserBlocked => Refusal::Blocked,
        DenialReason::InvalidCredentials => Refusal::Wrong,
        other => Refusal::Denied(other),
    }
}
