//! Connections: how many may be open, and how long each may take to send and to read.
//!
//! A client that connects and sends nothing, or one letter at a time, holds a file descriptor. So there is a limit on
//! connections in all and from one address, and a time limit for each step of the client: the TLS handshake, the head of a
//! request, its body, and reading the answer.

mod descriptors;
mod patience;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::Router;
use axum::extract::ConnectInfo;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::Instant;
use tower_service::Service as _;

use self::patience::Patient;
use crate::endpoints::http::PeerAddress;
use crate::runtime::accepting::{accept, told_to_stop};
use crate::runtime::admission::{Admission, Place};
use crate::runtime::connection_limits::ConnectionLimits;
use crate::runtime::metrics::{Metrics, TooSlow};
use crate::runtime::seldom::Seldom;
use crate::runtime::slow_connections::SlowConnections;
use crate::server::tls::Certificates;

pub(crate) use descriptors::{available as available_descriptors, raise_limit as raise_descriptor_limit};

/// What serves each connection.
pub(crate) struct Server {
    router: Router,
    certificates: Option<Arc<Certificates>>,
    limits: ConnectionLimits,
    admission: Arc<Admission>,
    metrics: Arc<Metrics>,
    refusals: Seldom,
    slow_ones: Arc<SlowConnections>,
}

impl Server {
    pub(crate) fn new(
        router: Router,
        certificates: Option<Arc<Certificates>>,
        limits: ConnectionLimits,
        admission: Arc<Admission>,
        metrics: Arc<Metrics>,
        slow_ones: Arc<SlowConnections>,
    ) -> Self {
        Self { router, certificates, limits, admission, metrics, refusals: Seldom::default(), slow_ones }
    }

    /// Accepts until the service stops, then waits for the requests that are open.
    pub(crate) async fn serve(self: Arc<Self>, listener: TcpListener, stopping: watch::Receiver<bool>) {
        let attend = |stream, peer: SocketAddr| match self.admission.admit(peer.ip()) {
            Ok(place) => Some(Arc::clone(&self).attend(stream, peer, place, stopping.clone())),
            Err(reason) => {
                self.metrics.connection_refused(reason.as_str());
                if let Some(times) = self.refusals.count(Instant::now()) {
                    tracing::warn!(%peer, reason = reason.as_str(), times, "a connection was refused");
                }
                None
            }
        };
        accept(listener, stopping.clone(), &self.metrics, attend).await;
    }

    async fn attend(
        self: Arc<Self>,
        stream: TcpStream,
        peer: SocketAddr,
        _place: Place,
        stopping: watch::Receiver<bool>,
    ) {
        // An answer goes out as it is written. Where that cannot be set it comes a moment later.
        let _ = stream.set_nodelay(true);
        let Some(certificates) = &self.certificates else { return self.speak(stream, peer, stopping).await };
        match tokio::time::timeout(self.limits.head, certificates.acceptor().accept(stream)).await {
            Ok(Ok(stream)) => self.speak(stream, peer, stopping).await,
            Ok(Err(error)) => tracing::debug!(%peer, %error, "a TLS handshake failed"),
            Err(_) => self.too_slow(TooSlow::Handshake, peer),
        }
    }

    /// HTTP/1.1, one request after the other.
    async fn speak<S>(&self, stream: S, peer: SocketAddr, mut stopping: watch::Receiver<bool>)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let answered = Arc::new(AtomicBool::new(false));
        let (router, asked) = (self.router.clone(), Arc::clone(&answered));
        let service = hyper::service::service_fn(move |request: hyper::Request<Incoming>| {
            asked.store(true, Ordering::Relaxed);
            let mut request = request.map(axum::body::Body::new);
            request.extensions_mut().insert(ConnectInfo(PeerAddress(peer)));
            router.clone().call(request)
        });
        let io = TokioIo::new(Patient::new(stream, self.limits.answer));
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(self.limits.head);
        let mut connection = std::pin::pin!(http.serve_connection(io, service));
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = told_to_stop(&mut stopping) => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        match ended {
            Ok(()) => {}
            // Kept open for another request that did not come: no more than its time is over.
            Err(error) if error.is_timeout() && answered.load(Ordering::Relaxed) => {}
            Err(error) if error.is_timeout() => self.too_slow(TooSlow::Head, peer),
            Err(error) if patience::ran_out(&error) => self.too_slow(TooSlow::Answer, peer),
            Err(error) => tracing::debug!(%peer, %error, "a connection ended early"),
        }
    }

    fn too_slow(&self, what: TooSlow, peer: SocketAddr) {
        self.slow_ones.closed(what, Some(peer));
    }
}
