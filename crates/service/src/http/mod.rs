//! HTTP: decodes a request, calls one use case, encodes its answer. It decides nothing.

mod caller;
mod envelope;
mod extract;
mod health;
mod oauth;
mod problem;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Router, middleware};
use tokio::sync::watch;

pub(crate) use caller::PeerAddress;

use crate::world::World;

/// No body of this interface is longer.
const BODY_BYTES: usize = 64 * 1024;

/// What handlers share.
#[derive(Clone)]
pub(crate) struct Http {
    pub(crate) world: Arc<World>,
    /// Becomes true when the service stops: event streams end then.
    pub(crate) stopping: watch::Receiver<bool>,
    /// A proxy stands in front: the last `X-Forwarded-For` entry is the client.
    pub(crate) behind_proxy: bool,
    /// `https://verify.contoso.example`, when it is known.
    pub(crate) public_url: Option<String>,
}

/// All routes.
pub(crate) fn router(http: Http) -> Router {
    Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/.well-known/oauth-authorization-server", get(oauth::metadata))
        .route("/oauth2/challenge", post(oauth::challenge))
        .route("/oauth2/token", post(oauth::token))
        .route("/oauth2/revoke", post(oauth::revoke))
        .fallback(problem::no_such_path)
        .method_not_allowed_fallback(problem::no_such_method)
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(middleware::from_fn_with_state(http.clone(), envelope::wrap))
        .with_state(http)
}
