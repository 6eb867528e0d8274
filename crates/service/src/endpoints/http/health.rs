//! Whether the process lives, and whether it can do its work.

use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use proofup_api::{ErrorCode, Problem};
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::Http;
use crate::ServiceError;
use crate::context::Context;

/// How long an answer is reused, so that frequent requests cause no more writes.
const HOLDS: Duration = Duration::from_secs(1);

/// What the last try to write to the database came to. Those who ask meanwhile wait for the same one.
#[derive(Default)]
pub(crate) struct Readiness(Mutex<Option<(Instant, bool)>>);

impl Readiness {
    pub(in crate::endpoints) async fn is_ready(&self, context: &Context) -> bool {
        let mut last = self.0.lock().await;
        if let Some((_, ready)) = last.filter(|(at, _)| at.elapsed() < HOLDS) {
            return ready;
        }
        let before = last.map(|(_, ready)| ready);
        let tried = context.store.probe().await;
        match &tried {
            Err(error) if before != Some(false) => tracing::error!(%error, "not ready: the database takes no change"),
            Ok(()) if before == Some(false) => tracing::info!("ready again"),
            _ => {}
        }
        *last = Some((Instant::now(), tried.is_ok()));
        tried.is_ok()
    }
}

/// The process answers.
#[utoipa::path(get, path = "/healthz", tag = "operations", responses((status = 204)), security(()))]
pub(super) async fn alive() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// The database takes a change, durably, and the service is not about to stop.
#[utoipa::path(
    get, path = "/readyz", tag = "operations", responses((status = 204), (status = 503, body = Problem)), security(()),
)]
pub(super) async fn ready(State(http): State<Http>) -> Result<StatusCode, ServiceError> {
    if !*http.stopping.borrow() && http.readiness.is_ready(&http.context).await {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(ServiceError::refused(ErrorCode::ServiceUnavailable))
    }
}
