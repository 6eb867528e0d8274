//! The listening sockets of LDAP. Only configured front ends are answered.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::Instant;
use tokio_rustls::TlsAcceptor;

use super::connection::Connection;
use super::session::Session;
use crate::context::Context;
use crate::endpoints::front_ends::FrontEnds;
use crate::runtime::accepting::accept;
use crate::runtime::admission::Admission;
use crate::runtime::connection_limits::ConnectionLimits;
use crate::runtime::seldom::Seldom;

/// Makes an acceptor with the certificate that is in use.
pub(crate) type Acceptor = Arc<dyn Fn() -> TlsAcceptor + Send + Sync>;

/// LDAP over TCP.
pub(crate) struct LdapServer {
    pub(crate) context: Arc<Context>,
    pub(crate) front_ends: Arc<FrontEnds>,
    pub(crate) tls: Option<Acceptor>,
    pub(crate) limits: ConnectionLimits,
    /// Shared with HTTP.
    pub(crate) admission: Arc<Admission>,
    pub(crate) refusals: Seldom,
}

impl LdapServer {
    /// Accepts until the service stops, then waits for operations that have begun. `tls_first`: LDAPS.
    pub(crate) async fn serve(
        self: Arc<Self>,
        listener: TcpListener,
        tls_first: bool,
        stopping: watch::Receiver<bool>,
    ) {
        let attend = |stream, peer| Some(Arc::clone(&self).attend(stream, peer, tls_first, stopping.clone()));
        accept(listener, stopping.clone(), &self.context.metrics, attend).await;
    }

    async fn attend(
        self: Arc<Self>,
        stream: TcpStream,
        peer: SocketAddr,
        tls_first: bool,
        stop: watch::Receiver<bool>,
    ) {
        let address = peer.ip().to_canonical();
        let Some((front_end, base)) = self.front_ends.ldap(address) else {
            return self.refused(peer, "no front end has its address");
        };
        let _place = match self.admission.admit(address) {
            Ok(place) => place,
            Err(full) => {
                self.context.metrics.connection_refused(full.as_str());
                return self.refused(peer, full.as_str());
            }
        };
        let session = Session::new(&self.context, front_end, &base, address, self.tls.is_some());
        let tls = self.tls.as_ref().map(|tls| tls());
        let connection = Connection { session, limits: self.limits, stop };
        if let Err(error) = connection.converse(stream, tls, tls_first).await {
            tracing::debug!(%peer, %error, "an LDAP connection ended early");
        }
    }

    fn refused(&self, peer: SocketAddr, reason: &str) {
        if let Some(times) = self.refusals.count(Instant::now()) {
            tracing::warn!(%peer, reason, times, "an LDAP connection was refused");
        }
    }
}
