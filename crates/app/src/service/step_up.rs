//! Step-up: when the service needs a fresh second step, the app asks the person and repeats the call. The caller waits,
//! so that a form keeps its content.
//!
//! A sign-in and a step-up never happen at the same time, so both share one pending second step.

use std::future::Future;

use proofup_api::ErrorCode;
use proofup_client::{ClientError, Session};
use tokio::sync::oneshot;

use super::{ServiceConnection, second_step};
use crate::{AppError, view::SecondStep};

/// The result: the step was done, or the reason why not.
type Outcome = Result<(), AppError>;

/// The sender of the result to a waiting call.
pub(crate) type Waiting = oneshot::Sender<Outcome>;

impl ServiceConnection {
    /// Calls the service. If it needs a fresh second step, asks the person for it and calls again.
    ///
    /// If the person cancels, the service's refusal is the result.
    pub(crate) async fn confirmed_call<T, F>(&self, call: impl Fn(Session) -> F) -> Result<T, AppError>
    where
        F: Future<Output = Result<T, ClientError>>,
    {
        let refusal = match self.call(&call).await {
            Err(AppError::Service(error)) if max_age(&error).is_some() => error,
            other => return other,
        };
        // One question at a time. After waiting, the second step of the call before may be fresh enough.
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
        // Cancelled, or signed out: the service's refusal is the result.
        outcome.unwrap_or(Err(refusal))
    }

    /// Sends the result to the waiting call.
    pub(crate) fn settle_step_up(&self, outcome: Outcome) {
        if let Some(waiting) = self.waiting.lock().take() {
            // The waiting call may have been dropped with its window.
            let _ = waiting.send(outcome);
        }
    }

    /// Cancels the question.
    pub(crate) fn leave_step_up(&self) {
        drop(self.waiting.lock().take());
    }
}

/// How fresh the second step must be, if the error asks for one.
fn max_age(error: &ClientError) -> Option<u32> {
    match error {
        ClientError::Problem { code: ErrorCode::StepUpRequired, params, .. } => {
            let seconds = params.get("maxAgeSeconds").and_then(serde_json::Value::as_u64);
            Some(seconds.and_then(|seconds| u32::try_from(seconds).ok()).unwrap_or_default())
        }
        _ => None,
    }
}
