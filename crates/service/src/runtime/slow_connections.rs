//! Connections that were closed because the other side took too long.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::time::Instant;
use tracing::field::display;

use crate::runtime::metrics::{Metrics, TooSlow};
use crate::runtime::seldom::Seldom;

/// Counts them all, and logs some.
pub(crate) struct SlowConnections {
    metrics: Arc<Metrics>,
    lines: Seldom,
}

impl SlowConnections {
    pub(crate) fn new(metrics: Arc<Metrics>) -> Self {
        Self { metrics, lines: Seldom::default() }
    }

    /// One more was closed.
    pub(crate) fn closed(&self, what: TooSlow, peer: Option<SocketAddr>) {
        self.metrics.connection_too_slow(what);
        if let Some(times) = self.lines.count(Instant::now()) {
            let peer = peer.map(display);
            tracing::warn!(peer, what = what.as_str(), times, "a connection was closed: the other side took too long");
        }
    }
}
