//! Signing in step by step, and out.

mod own_code;

use proofup_api::{DenialReason, MethodType, SecretText};
use proofup_client::{ClientError, Credentials, Pending, Progress, Service, Session};

use crate::{
    App, AppError,
    view::{Connection, Fault, SecondStep, SignInStep, SignedInPerson, StartedChallenge},
};

/// How often to ask whether a text was answered, or could not be delivered.
const TEXT_POLL_SECONDS: u32 = 2;

impl App {
    /// The first step. The preferred method is started at once, so that its code is on its way while the person reads.
    ///
    /// # Errors
    /// What the service denies, or that it cannot be reached.
    pub async fn sign_in(&self, user_name: &str, password: SecretText) -> Result<SignInStep, AppError> {
        let mut pending_slot = self.pending_sign_in().lock().await;
        *pending_slot = None;
        let service = self.link().service().await?;
        let user_name = proofup_text::user_name(user_name);
        let device_token = self.link().kept.device_token(&self.link().kept_as(), &user_name);
        let credentials = Credentials { user_name, password, device_token, language: Some(self.language_tag()) };
        match service.sign_in(credentials, self.link().store()).await? {
            Progress::SignedIn(session) => self.signed_in(session).await,
            Progress::SecondStep(mut pending) => {
                let not_started = self.start_preferred(&service, &mut pending).await;
                let step = SecondStep { not_started, ..second_step(&pending) };
                *pending_slot = Some(*pending);
                Ok(SignInStep::SecondStep(step))
            }
        }
    }

    /// Starts the preferred method. If it cannot be started, the page offers the others beside the reason, given here.
    pub(crate) async fn start_preferred(&self, service: &Service, pending: &mut Pending) -> Option<Box<Fault>> {
        let preferred = pending.preferred().or(pending.methods().first().map(|method| method.id.as_str()));
        let method_id = preferred.map(str::to_owned)?;
        let error = service.start_method(pending, &method_id).await.err()?;
        tracing::info!(%error, "the preferred method could not be started");
        Some(Box::new(self.fault(&error.into())))
    }

    /// Starts a method: another one, or the same again.
    ///
    /// # Errors
    /// [`AppError::SignInOver`], what the service denies, or that it cannot be reached.
    pub async fn start_method(&self, method_id: &str) -> Result<SignInStep, AppError> {
        let mut slot = self.pending_sign_in().lock().await;
        let pending = slot.as_mut().ok_or(AppError::SignInOver)?;
        let started = self.link().service().await?.start_method(pending, method_id).await;
        let step = second_step(pending);
        self.end_if_denied(&mut slot, started)?;
        Ok(SignInStep::SecondStep(step))
    }

    /// The second step.
    ///
    /// # Errors
    /// [`AppError::SignInOver`], what the service denies, or that it cannot be reached.
    pub async fn submit_code(&self, code: SecretText, remember_device: bool) -> Result<SignInStep, AppError> {
        let mut slot = self.pending_sign_in().lock().await;
        let pending = slot.as_ref().ok_or(AppError::SignInOver)?;
        let remember = remember_device.then(|| self.host().listed_name());
        let service = self.link().service().await?;
        let submitted = service.submit_code(pending, code, remember, self.link().store()).await;
        let stepped_up = pending.is_step_up();
        let session = self.end_if_denied(&mut slot, submitted)?;
        *slot = None;
        if stepped_up {
            self.settle_step_up(Ok(()));
            return Ok(SignInStep::SignedIn);
        }
        self.signed_in(session).await
    }

    /// Asks whether the phone said yes to the method that was started; nothing while it has yet to.
    ///
    /// # Errors
    /// [`AppError::SignInOver`], what the service denies, or that it cannot be reached.
    pub async fn poll_method(&self, remember_device: bool) -> Result<Option<SignInStep>, AppError> {
        let mut slot = self.pending_sign_in().lock().await;
        let pending = slot.as_ref().ok_or(AppError::SignInOver)?;
        let remember = remember_device.then(|| self.host().listed_name());
        let service = self.link().service().await?;
        let polled = service.poll_method(pending, remember, self.link().store()).await;
        let stepped_up = pending.is_step_up();
        let Some(session) = self.end_if_denied(&mut slot, polled)? else { return Ok(None) };
        *slot = None;
        if stepped_up {
            self.settle_step_up(Ok(()));
            return Ok(Some(SignInStep::SignedIn));
        }
        self.signed_in(session).await.map(Some)
    }

    /// Leaves a sign-in or a step-up.
    pub async fn cancel_sign_in(&self) {
        *self.pending_sign_in().lock().await = None;
        self.leave_step_up();
    }

    /// Ends the session here, and at the service if it can be told. What was known of the person is removed, and what a
    /// registration in progress left on this computer.
    pub async fn sign_out(&self) {
        let registers = self.status().person.is_some_and(|person| person.registration.required);
        if registers && let Err(error) = self.discard_registration().await {
            tracing::info!(%error, "what was verified so far is left to the service");
        }
        let session = self.link().set_session(None);
        self.link().set_watcher(None);
        self.signed_out().await;
        if let Some(session) = session
            && let Err(error) = session.sign_out().await
        {
            tracing::info!(%error, "the service could not be told about the sign-out");
        }
    }

    /// The service ended the session.
    pub(crate) async fn session_ended(&self) {
        if self.link().set_session(None).is_some() {
            tracing::info!("the session has ended");
            self.signed_out().await;
            // Last, for the watcher itself may be what runs here.
            self.link().set_watcher(None);
        }
    }

    /// Forgets the sign-in when the service will not go on with it. Whoever waits for a step-up hears why.
    fn end_if_denied<T>(&self, slot: &mut Option<Pending>, result: Result<T, ClientError>) -> Result<T, AppError> {
        if let Err(error) = &result
            && let ClientError::Denied { reason, .. } = error
            && ends_sign_in(*reason)
        {
            self.settle_step_up(Err(AppError::Service(error.clone())));
            *slot = None;
        }
        Ok(result?)
    }

    async fn signed_out(&self) {
        self.forget_person_things();
        self.publisher().update(|status| {
            status.connection = Connection::SignedOut;
            status.person = None;
            status.last_synced = None;
        });
        let known = self.snapshots();
        let _ = tokio::task::spawn_blocking(move || known.forget()).await;
    }

    async fn signed_in(&self, session: Session) -> Result<SignInStep, AppError> {
        let known = self.snapshots();
        let _ = tokio::task::spawn_blocking(move || known.forget()).await;
        self.link().set_session(Some(session.clone()));
        let me = self.call(async |session| session.me().await).await?;
        self.publisher().update(|status| {
            status.connection = Connection::Online;
            status.person = Some(SignedInPerson::from(&me));
        });
        self.watch_over(session);
        Ok(SignInStep::SignedIn)
    }
}

impl From<&proofup_api::Me> for SignedInPerson {
    fn from(me: &proofup_api::Me) -> Self {
        Self {
            user_principal_name: me.user_principal_name.clone(),
            display_name: me.display_name.clone(),
            organization: me.organization.clone(),
            roles: me.roles.clone(),
            registration: me.registration.clone(),
        }
    }
}

pub(crate) fn second_step(pending: &Pending) -> SecondStep {
    let kind_of = |id: &str| pending.methods().iter().find(|method| method.id == id).map(|method| method.kind);
    let is_text = |id: &str| kind_of(id) == Some(MethodType::Sms);
    SecondStep {
        methods: pending.methods().to_vec(),
        challenge: pending.challenge().map(|challenge| StartedChallenge {
            method_id: challenge.method.clone(),
            expires_in_seconds: challenge.expires_in,
            // A code from an app is not sent, so there is nothing to send again; a call that failed is started anew.
            resend_in_seconds: is_text(&challenge.method).then_some(challenge.interval),
            poll_in_seconds: match kind_of(&challenge.method) {
                Some(MethodType::Oath) | None => None,
                Some(MethodType::Sms) => Some(TEXT_POLL_SECONDS),
                Some(_) => Some(challenge.interval),
            },
            number: challenge.number.clone(),
            reply: challenge.reply,
        }),
        remember_days: pending.remember_days(),
        not_started: None,
    }
}

/// Whether another try needs the password again.
fn ends_sign_in(reason: DenialReason) -> bool {
    matches!(
        reason,
        DenialReason::InvalidAuthentication
            | DenialReason::DuplicateAttempt
            | DenialReason::TooManyIncorrectCodes
            | DenialReason::LockedOut
            | DenialReason::UserBlocked
            | DenialReason::FraudReported
            | DenialReason::NoMethodsRegistered
    )
}
