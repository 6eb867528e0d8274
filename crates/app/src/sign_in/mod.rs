//! Signing in, step by step, and signing out.

mod own_code;
mod registration;
mod session_watch;
mod sync;

use std::sync::Arc;

use proofup_api::{DenialReason, SecretText};
use proofup_client::{ClientError, Credentials, Environment, Pending, Progress, Session};

use crate::{
    AppError,
    activity::Activity,
    app_passwords::AppPasswords,
    approvals::Approvals,
    authenticator::Authenticator,
    profile::Settings,
    security_info::SecurityInfo,
    service::{ServiceConnection, second_step},
    status::{SnapshotStore, StatusPublisher, WindowVisibility},
    vault::VaultSession,
    view::{Connection, SecondStep, SignInStep, SignedInPerson},
};

/// Sign-in and sign-out, the registration, and the watch over the session.
pub struct SignIn {
    service: Arc<ServiceConnection>,
    settings: Arc<Settings>,
    publisher: Arc<StatusPublisher>,
    visibility: Arc<WindowVisibility>,
    snapshots: Arc<SnapshotStore>,
    vault: Arc<VaultSession>,
    authenticator: Arc<Authenticator>,
    approvals: Arc<Approvals>,
    security_info: Arc<SecurityInfo>,
    app_passwords: Arc<AppPasswords>,
    activity: Arc<Activity>,
    environment: Arc<dyn Environment>,
}

/// The parts that it uses.
pub(crate) struct SignInParts {
    pub(crate) service: Arc<ServiceConnection>,
    pub(crate) settings: Arc<Settings>,
    pub(crate) publisher: Arc<StatusPublisher>,
    pub(crate) visibility: Arc<WindowVisibility>,
    pub(crate) snapshots: Arc<SnapshotStore>,
    pub(crate) vault: Arc<VaultSession>,
    pub(crate) authenticator: Arc<Authenticator>,
    pub(crate) approvals: Arc<Approvals>,
    pub(crate) security_info: Arc<SecurityInfo>,
    pub(crate) app_passwords: Arc<AppPasswords>,
    pub(crate) activity: Arc<Activity>,
    pub(crate) environment: Arc<dyn Environment>,
}

impl SignIn {
    pub(crate) fn new(parts: SignInParts) -> Self {
        let SignInParts {
            service,
            settings,
            publisher,
            visibility,
            snapshots,
            vault,
            authenticator,
            approvals,
            security_info,
            app_passwords,
            activity,
            environment,
        } = parts;
        Self {
            service,
            settings,
            publisher,
            visibility,
            snapshots,
            vault,
            authenticator,
            approvals,
            security_info,
            app_passwords,
            activity,
            environment,
        }
    }

    /// The first step. Starts the preferred method at once, so that its code arrives early.
    ///
    /// # Errors
    /// The service denies it, or cannot be reached.
    pub async fn sign_in(self: &Arc<Self>, user_name: &str, password: SecretText) -> Result<SignInStep, AppError> {
        let mut pending_slot = self.service.pending.lock().await;
        *pending_slot = None;
        let service = self.service.link.service().await?;
        let user_name = proofup_text::user_name(user_name);
        let device_token = self.service.link.kept.device_token(&self.service.link.kept_as(), &user_name);
        let credentials =
            Credentials { user_name, password, device_token, language: Some(self.settings.language_tag()) };
        match service.sign_in(credentials, self.service.link.store()).await? {
            Progress::SignedIn(session) => self.signed_in(session).await,
            Progress::SecondStep(mut pending) => {
                let not_started = self.service.start_preferred(&service, &mut pending).await;
                let step = SecondStep { not_started, ..second_step(&pending) };
                *pending_slot = Some(*pending);
                Ok(SignInStep::SecondStep(step))
            }
        }
    }

    /// Starts a method, another one or the same again.
    ///
    /// # Errors
    /// [`AppError::SignInOver`], the service denies it, or cannot be reached.
    pub async fn start_method(&self, method_id: &str) -> Result<SignInStep, AppError> {
        let mut slot = self.service.pending.lock().await;
        let pending = slot.as_mut().ok_or(AppError::SignInOver)?;
        let started = self.service.link.service().await?.start_method(pending, method_id).await;
        let step = second_step(pending);
        self.end_if_denied(&mut slot, started)?;
        Ok(SignInStep::SecondStep(step))
    }

    /// The second step.
    ///
    /// # Errors
    /// [`AppError::SignInOver`], the service denies it, or cannot be reached.
    pub async fn submit_code(
        self: &Arc<Self>,
        code: SecretText,
        remember_device: bool,
    ) -> Result<SignInStep, AppError> {
        let mut slot = self.service.pending.lock().await;
        let pending = slot.as_ref().ok_or(AppError::SignInOver)?;
        let remember = remember_device.then(|| self.settings.host().listed_name());
        let service = self.service.link.service().await?;
        let submitted = service.submit_code(pending, code, remember, self.service.link.store()).await;
        let stepped_up = pending.is_step_up();
        let session = self.end_if_denied(&mut slot, submitted)?;
        *slot = None;
        if stepped_up {
            self.service.settle_step_up(Ok(()));
            return Ok(SignInStep::SignedIn);
        }
        self.signed_in(session).await
    }

    /// Asks whether the person has confirmed on the phone; `None` while there is no decision.
    ///
    /// # Errors
    /// [`AppError::SignInOver`], the service denies it, or cannot be reached.
    pub async fn poll_method(self: &Arc<Self>, remember_device: bool) -> Result<Option<SignInStep>, AppError> {
        let mut slot = self.service.pending.lock().await;
        let pending = slot.as_ref().ok_or(AppError::SignInOver)?;
        let remember = remember_device.then(|| self.settings.host().listed_name());
        let service = self.service.link.service().await?;
        let polled = service.poll_method(pending, remember, self.service.link.store()).await;
        let stepped_up = pending.is_step_up();
        let Some(session) = self.end_if_denied(&mut slot, polled)? else { return Ok(None) };
        *slot = None;
        if stepped_up {
            self.service.settle_step_up(Ok(()));
            return Ok(Some(SignInStep::SignedIn));
        }
        self.signed_in(session).await.map(Some)
    }

    /// Cancels a sign-in or a step-up.
    pub async fn cancel_sign_in(&self) {
        *self.service.pending.lock().await = None;
        self.service.leave_step_up();
    }

    /// Ends the session here, and at the service if it can be reached. Removes the person's snapshot, and what an
    /// unfinished registration left on this computer.
    pub async fn sign_out(&self) {
        let registers = self.publisher.status().person.is_some_and(|person| person.registration.required);
        if registers && let Err(error) = self.discard_registration().await {
            tracing::info!(%error, "the unfinished registration could not be cancelled at the service");
        }
        if let Some(session) = self.service.leave_session().await
            && let Err(error) = session.sign_out().await
        {
            tracing::info!(%error, "the session could not be ended at the service");
        }
    }

    /// Drops the sign-in when the service will not continue it. A call that waits for the step-up gets the reason.
    fn end_if_denied<T>(&self, slot: &mut Option<Pending>, result: Result<T, ClientError>) -> Result<T, AppError> {
        if let Err(error) = &result
            && let ClientError::Denied { reason, .. } = error
            && ends_sign_in(*reason)
        {
            self.service.settle_step_up(Err(AppError::Service(error.clone())));
            *slot = None;
        }
        Ok(result?)
    }

    async fn signed_in(self: &Arc<Self>, session: Session) -> Result<SignInStep, AppError> {
        let snapshots = self.snapshots.clone();
        let _ = tokio::task::spawn_blocking(move || snapshots.forget()).await;
        self.service.set_session(&session);
        let me = self.service.call(async |session| session.me().await).await?;
        self.publisher.update(|status| {
            status.connection = Connection::Online;
            status.person = Some(SignedInPerson::from(&me));
        });
        self.watch_over(session);
        Ok(SignInStep::SignedIn)
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
