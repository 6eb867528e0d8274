//! Confirming it is you: where the service wants a fresh second step first, the person is asked for it, and the call is
//! repeated by itself. Whoever called waits, so that a form keeps what was typed into it.
//!
//! Nobody signs in while somebody is signed in, so the second step goes through the same door as the one of a sign-in.

use std::future::Future;

use proofup_api::ErrorCode;
use proofup_client::{ClientError, Session};
use tokio::sync::oneshot;

use super::{ServiceConnection, second_step};
use crate::{AppError, view::SecondStep};

/// What the person answered: the step was done, or why it was not.
type Outcome = Result<(), AppError>;

/// Somebody who waits for a fresh second step.
pub(crate) type Waiting = oneshot::Sender<Outcome>;

impl ServiceConnection {
    /// Calls the service; where it wants a fresh second step, asks the person for it and calls again.
    ///
    /// The refusal itself comes back if the person leaves the question.
    pub(crate) async fn confirmed_call<T, F>(&self, call: impl Fn(Session) -> F) -> Result<T, AppError>
    where
        F: Future<Output = Result<T, ClientError>>,
    {
        let refusal = match self.call(&call).await {
            Err(AppError::Service(error)) if max_age(&error).is_some() => error,
            other => return other,
        };
        // One question at a time. Whoever waited for its turn may find that the answer to the one before is enough.
        let _turn = self.step_up_turn.lock().await;
        let seconds = max_age(&refusal).unwrap_or_default();
        self.step_up(seconds, AppError::Service(refusal)).await?;
        self.call(call).await
    }

    async fn step_up(&self, max_age_seconds: u32, refusal: AppError) -> Outcome {
        let language = Some(self.settings.language_tag());
        let Some(mut pending) = self.call(async |session| session.step_up(max_age_seconds, language).await).await?
        else {
            return Ok(());
        };
        let service = self.link.service().await?;
        let not_started = self.start_preferred(&service, &mut pending).await;
        let (answer, answered) = oneshot::channel();
        let step = SecondStep { not_started, ..second_step(&pending) };
        *self.pending.lock().await = Some(pending);
        *self.waiting.lock() = Some(answer);
        self.publisher.update(|status| status.step_up = Some(step));
        let outcome = answered.await;
        self.publisher.update(|status| status.step_up = None);
        *self.pending.lock().await = None;
        // Left, or signed out: what the service wanted stays unsaid.
        outcome.unwrap_or(Err(refusal))
    }

    /// Tells whoever waits what came of it.
    pub(crate) fn settle_step_up(&self, outcome: Outcome) {
        if let Some(waiting) = self.waiting.lock().take() {
            // Whoever waited may be gone with its window.
            let _ = waiting.send(outcome);
        }
    }

    /// Leaves the question.
    pub(crate) fn leave_step_up(&self) {
        drop(self.waiting.lock().take());
    }
}

/// How fresh the second step must be, if this is what was wanted.
fn max_age(error: &ClientError) -> Option<u32> {
    match error {
        ClientError::Problem { code: ErrorCode::StepUpRequired, params, .. } => {
            let seconds = params.get("maxAgeSeconds").and_then(serde_json::Value::as_u64);
            Some(seconds.and_then(|seconds| u32::try_from(seconds).ok()).unwrap_or_default())
        }
        _ => None,
    }
}
