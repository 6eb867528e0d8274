//! Signing in: OAuth 2.0 for First-Party Applications. The client calls the challenge endpoint until it grants a code.
//! A step-up works the same way, but begins with a session instead of a password.

use std::sync::Arc;

use proofup_api::{
    Challenge, ChallengeError, ChallengeGranted, ChallengeOutcome, ChallengeRequest, DenialReason, ErrorCode,
    GrantType, MethodHint, Params, RememberDevice, SecretText,
};

use crate::{
    ClientError, Service, Session, SessionStore, StoredSession,
    answer::Answer,
    pkce::Verifier,
    service::{CLIENT_ID, grant},
};

pub(crate) const CHALLENGE: &str = "/oauth2/challenge";

/// The first step of a sign-in.
pub struct Credentials {
    /// `ann@contoso.example`.
    pub user_name: String,
    /// The password.
    pub password: SecretText,
    /// From an earlier sign-in with *Don't ask again for X days* on this computer.
    pub device_token: Option<SecretText>,
    /// The language of texts, a BCP 47 tag.
    pub language: Option<String>,
}

/// The name of this computer in the list of remembered devices.
pub type RememberAs = String;

/// The state of a sign-in.
pub enum Progress {
    /// The person is signed in.
    SignedIn(Session),
    /// A second step is needed.
    SecondStep(Box<Pending>),
}

/// A second step that is needed after a right password, or for a step-up. Dropping it cancels it.
#[derive(Clone)]
pub struct Pending {
    auth_session: SecretText,
    end: End,
    language: Option<String>,
    methods: Vec<MethodHint>,
    preferred: Option<String>,
    remember: Option<RememberDevice>,
    challenge: Option<Challenge>,
}

/// What the second step is for.
#[derive(Clone)]
enum End {
    /// A new session.
    SignedIn(Arrival),
    /// A step-up of this session.
    SteppedUp(Session),
}

/// The parts of a new session, besides its tokens.
#[derive(Clone)]
struct Arrival {
    verifier: Verifier,
    user_name: String,
    device_token: Option<SecretText>,
}

impl Pending {
    /// A step-up of a session.
    pub(crate) fn step_up(session: Session, language: Option<String>, answer: &Answer) -> Result<Self, ClientError> {
        Self::read(End::SteppedUp(session), language, answer)
    }

    fn read(end: End, language: Option<String>, answer: &Answer) -> Result<Self, ClientError> {
        let owed = owed_step(answer)?;
        let auth_session = owed
            .auth_session
            .ok_or_else(|| ClientError::invalid("a second step without its session", answer.correlation_id.clone()))?;
        Ok(Self {
            auth_session,
            end,
            language,
            methods: owed.methods,
            preferred: owed.preferred,
            remember: owed.remember_device,
            challenge: owed.challenge,
        })
    }

    /// Whether this is a step-up of a session, not a sign-in.
    pub fn is_step_up(&self) -> bool {
        matches!(self.end, End::SteppedUp(_))
    }

    /// The name of the person who signs in; `None` for a step-up, whose session has the name.
    pub fn user_name(&self) -> Option<&str> {
        match &self.end {
            End::SignedIn(arrival) => Some(&arrival.user_name),
            End::SteppedUp(_) => None,
        }
    }

    /// The methods on offer, the preferred one first.
    pub fn methods(&self) -> &[MethodHint] {
        &self.methods
    }

    /// The id of the preferred one.
    pub fn preferred(&self) -> Option<&str> {
        self.preferred.as_deref()
    }

    /// For how many days this computer can be remembered.
    pub fn remember_days(&self) -> Option<u16> {
        self.remember.filter(|remember| remember.allowed).map(|remember| remember.days)
    }

    /// The method that was started last.
    pub fn challenge(&self) -> Option<&Challenge> {
        self.challenge.as_ref()
    }
}

impl Service {
    /// The first step: user name and password.
    ///
    /// # Errors
    /// [`ClientError::Denied`], or any fault of a call.
    pub async fn sign_in(
        &self,
        credentials: Credentials,
        store: Arc<dyn SessionStore>,
    ) -> Result<Progress, ClientError> {
        let verifier = Verifier::new(self.environment());
        let Credentials { user_name, password, device_token, language } = credentials;
        let form = ChallengeRequest {
            client_id: Some(CLIENT_ID.to_owned()),
            username: Some(user_name.clone()),
            password: Some(password),
            code_challenge: Some(verifier.challenge()),
            code_challenge_method: Some("S256".to_owned()),
            device_token: device_token.clone(),
            ui_locales: language.clone(),
            ..ChallengeRequest::default()
        };
        let answer = self.post_form(CHALLENGE, &form).await?;
        let end = End::SignedIn(Arrival { verifier, user_name, device_token });
        if answer.status.is_success() {
            return self.finish(&end, &answer, store).await.map(Progress::SignedIn);
        }
        Pending::read(end, language, &answer).map(|pending| Progress::SecondStep(Box::new(pending)))
    }

    /// Starts a method, the same one again or another.
    ///
    /// # Errors
    /// [`ClientError::Denied`], or any fault of a call. The sign-in can continue unless the reason says otherwise.
    pub async fn start_method(&self, pending: &mut Pending, method_id: &str) -> Result<(), ClientError> {
        let form = ChallengeRequest {
            auth_session: Some(pending.auth_session.clone()),
            method: Some(method_id.to_owned()),
            ui_locales: pending.language.clone(),
            ..ChallengeRequest::default()
        };
        let answer = self.post_form(CHALLENGE, &form).await?;
        let owed = owed_step(&answer)?;
        pending.renew(owed);
        Ok(())
    }

    /// The second step: sends the code, and the name under which this computer is remembered.
    ///
    /// # Errors
    /// [`ClientError::Denied`], or any fault of a call. The sign-in can continue unless the reason says otherwise.
    pub async fn submit_code(
        &self,
        pending: &Pending,
        code: SecretText,
        remember: Option<RememberAs>,
        store: Arc<dyn SessionStore>,
    ) -> Result<Session, ClientError> {
        let form = ChallengeRequest {
            auth_session: Some(pending.auth_session.clone()),
            otp: Some(code),
            remember_device: remember.is_some().then_some(true),
            device_name: remember,
            ..ChallengeRequest::default()
        };
        let answer = self.post_form(CHALLENGE, &form).await?;
        if !answer.status.is_success() {
            owed_step(&answer)?;
            return Err(ClientError::invalid("a code that is neither right nor wrong", answer.correlation_id));
        }
        self.finish(&pending.end, &answer, store).await
    }

    /// Asks whether the person has confirmed on the phone; `None` while there is no decision.
    ///
    /// # Errors
    /// [`ClientError::Denied`], or any fault of a call. The sign-in can continue unless the reason says otherwise.
    pub async fn poll_method(
        &self,
        pending: &Pending,
        remember: Option<RememberAs>,
        store: Arc<dyn SessionStore>,
    ) -> Result<Option<Session>, ClientError> {
        let form = ChallengeRequest {
            auth_session: Some(pending.auth_session.clone()),
            remember_device: remember.is_some().then_some(true),
            device_name: remember,
            ..ChallengeRequest::default()
        };
        let answer = self.post_form(CHALLENGE, &form).await?;
        if !answer.status.is_success() {
            return if still_pending(&answer) { Ok(None) } else { Err(not_pending(&answer)) };
        }
        self.finish(&pending.end, &answer, store).await.map(Some)
    }

    async fn finish(&self, end: &End, answer: &Answer, store: Arc<dyn SessionStore>) -> Result<Session, ClientError> {
        let granted = answer.json::<ChallengeGranted>()?;
        let Arrival { verifier, user_name, device_token } = match end {
            End::SteppedUp(session) => return Ok(session.clone()),
            End::SignedIn(arrival) => arrival.clone(),
        };
        let code = granted.authorization_code;
        let code =
            code.ok_or_else(|| ClientError::invalid("a grant without its code", answer.correlation_id.clone()))?;
        let mut exchange = grant(GrantType::AuthorizationCode);
        exchange.code = Some(code);
        exchange.code_verifier = Some(verifier.reveal());
        let tokens = self.tokens(exchange).await?;
        let stored = StoredSession {
            user_principal_name: user_name,
            refresh_token: tokens.refresh_token.clone(),
            device_token: granted.device_token.or(device_token),
        };
        Ok(Session::begin(self.clone(), stored, tokens, store).await)
    }
}

impl Pending {
    /// The service may repeat the list of methods or leave it out. A list that it leaves out stays the same.
    fn renew(&mut self, owed: ChallengeError) {
        if let Some(auth_session) = owed.auth_session {
            self.auth_session = auth_session;
        }
        if !owed.methods.is_empty() {
            self.methods = owed.methods;
        }
        self.challenge = owed.challenge;
    }
}

/// Whether the person has not decided yet.
fn still_pending(answer: &Answer) -> bool {
    answer.json::<ChallengeError>().is_ok_and(|error| {
        let too_soon = error.error == ChallengeOutcome::SlowDown && error.params.is_empty();
        too_soon || error.error == ChallengeOutcome::AuthorizationPending
    })
}

/// Why a poll failed.
fn not_pending(answer: &Answer) -> ClientError {
    match owed_step(answer) {
        Ok(_) => ClientError::invalid("a poll that starts a method", answer.correlation_id.clone()),
        Err(error) => error,
    }
}

/// What a 400 of the challenge endpoint asks for; otherwise why it denies.
fn owed_step(answer: &Answer) -> Result<ChallengeError, ClientError> {
    let error = answer.json::<ChallengeError>().map_err(|_| answer.problem())?;
    let correlation_id = error.correlation_id.clone().or_else(|| answer.correlation_id.clone());
    let denied = |reason: DenialReason, params: Params| ClientError::Denied { reason, params, correlation_id };
    match (error.error, error.code) {
        (ChallengeOutcome::InsufficientAuthorization, _) => Ok(error),
        (ChallengeOutcome::AccessDenied | ChallengeOutcome::ExpiredToken, Some(reason)) => {
            Err(denied(reason, error.params))
        }
        // The person asked for too many texts or calls.
        (ChallengeOutcome::SlowDown, _) => {
            let correlation_id = answer.correlation_id.clone();
            Err(ClientError::Problem { code: ErrorCode::RateLimited, params: error.params, correlation_id })
        }
        (ChallengeOutcome::ExpiredToken, None) => Err(denied(DenialReason::CodeExpired, error.params)),
        (outcome, _) => {
            Err(ClientError::invalid(format!("challenge endpoint: {outcome:?}"), answer.correlation_id.clone()))
        }
    }
}
