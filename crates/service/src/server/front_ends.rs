//! The sockets of RADIUS and LDAP, and the tasks that serve them.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, UdpSocket};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout_at;

use super::ServiceConfig;
use crate::ServiceError;
use crate::endpoints::front_ends::FrontEndKind;
use crate::endpoints::ldap::LdapServer;
use crate::endpoints::radius::radsec::RadSecServer;
use crate::endpoints::radius::{Answering, udp};

/// Refuses a socket without a front end, a front end without a socket, and passwords over a network without TLS.
pub(super) fn check(config: &ServiceConfig) -> Result<(), ServiceError> {
    let has = |kind| config.front_ends.has(kind);
    let wrong = |why: &str| Err(ServiceError::Configuration(why.to_owned()));
    if config.front_ends.speak_radius(false) != config.listen_radius.is_some() {
        return wrong("RADIUS needs both a front end of the kind \"radius\" and listen.radius, such as 0.0.0.0:1812");
    }
    if config.front_ends.speak_radius(true) != config.listen_radsec.is_some() {
        return wrong(
            "RADIUS over TLS needs both a front end with transport = \"tls\" and listen.radsec, such as 0.0.0.0:2083",
        );
    }
    if config.listen_radsec.is_some() && (config.tls.is_none() || config.radsec_client_ca.is_none()) {
        return wrong("listen.radsec needs tls_cert, tls_key and radsec_client_ca");
    }
    if has(FrontEndKind::Ldap) != (config.listen_ldap.is_some() || config.listen_ldaps.is_some()) {
        return wrong("LDAP needs both a front end of the kind \"ldap\" and listen.ldap or listen.ldaps");
    }
    if config.listen_ldaps.is_some() && config.tls.is_none() {
        return wrong("listen.ldaps needs tls_cert and tls_key");
    }
    if config.listen_ldap.is_some_and(|address| !address.ip().is_loopback()) && config.tls.is_none() {
        return wrong("listen.ldap is open to a network, where passwords need StartTLS: give tls_cert and tls_key");
    }
    Ok(())
}

/// Sockets that are bound and not served yet.
pub(super) struct FrontEndListeners {
    radius: Option<(SocketAddr, UdpSocket)>,
    radsec: Option<(SocketAddr, TcpListener)>,
    /// The third value: TLS from the start.
    ldap: Vec<(SocketAddr, TcpListener, bool)>,
}

impl FrontEndListeners {
    pub(super) async fn bind(config: &ServiceConfig) -> Result<Self, ServiceError> {
        let mut listeners = Self { radius: None, radsec: None, ldap: Vec::new() };
        if let Some(address) = config.listen_radius {
            let io = |source| ServiceError::Io { what: format!("listen for RADIUS on {address}"), source };
            let socket = UdpSocket::bind(address).await.map_err(io)?;
            listeners.radius = Some((socket.local_addr().map_err(io)?, socket));
        }
        if let Some(address) = config.listen_radsec {
            let io = |source| ServiceError::Io { what: format!("listen for RADIUS over TLS on {address}"), source };
            let listener = TcpListener::bind(address).await.map_err(io)?;
            listeners.radsec = Some((listener.local_addr().map_err(io)?, listener));
        }
        for (address, tls_first) in [(config.listen_ldap, false), (config.listen_ldaps, true)] {
            let Some(address) = address else { continue };
            let io = |source| ServiceError::Io { what: format!("listen for LDAP on {address}"), source };
            let listener = TcpListener::bind(address).await.map_err(io)?;
            listeners.ldap.push((listener.local_addr().map_err(io)?, listener, tls_first));
        }
        Ok(listeners)
    }

    pub(super) fn serve(
        self,
        radius: Arc<Answering>,
        radsec: Option<RadSecServer>,
        ldap: LdapServer,
        stopping: &watch::Receiver<bool>,
    ) -> FrontEndServers {
        let radius =
            self.radius.map(|(address, socket)| (address, tokio::spawn(udp::serve(radius, socket, stopping.clone()))));
        let radsec = self.radsec.zip(radsec).map(|((address, listener), server)| {
            (address, tokio::spawn(Arc::new(server).serve(listener, stopping.clone())))
        });
        let server = Arc::new(ldap);
        let serve = |(address, listener, tls_first)| {
            (address, tokio::spawn(Arc::clone(&server).serve(listener, tls_first, stopping.clone())))
        };
        FrontEndServers { radius, radsec, ldap: self.ldap.into_iter().map(serve).collect() }
    }
}

/// The tasks that serve the sockets, with their addresses.
pub(super) struct FrontEndServers {
    radius: Option<(SocketAddr, JoinHandle<()>)>,
    radsec: Option<(SocketAddr, JoinHandle<()>)>,
    ldap: Vec<(SocketAddr, JoinHandle<()>)>,
}

impl FrontEndServers {
    pub(super) fn radius_address(&self) -> Option<SocketAddr> {
        self.radius.as_ref().map(|(address, _)| *address)
    }

    pub(super) fn radsec_address(&self) -> Option<SocketAddr> {
        self.radsec.as_ref().map(|(address, _)| *address)
    }

    pub(super) fn ldap_addresses(&self) -> Vec<SocketAddr> {
        self.ldap.iter().map(|(address, _)| *address).collect()
    }

    /// Waits until open requests are answered, and cuts off those that are open after `grace`.
    pub(super) async fn stopped(&mut self, grace: Duration) {
        let until = tokio::time::Instant::now() + grace;
        for (address, server) in self.radius.iter_mut().chain(&mut self.radsec).chain(&mut self.ldap) {
            if timeout_at(until, &mut *server).await.is_err() {
                tracing::warn!(%address, "some requests of front ends were cut off");
                server.abort();
            }
        }
    }

    pub(super) fn abort(&self) {
        for (_, server) in self.radius.iter().chain(&self.radsec).chain(&self.ldap) {
            server.abort();
        }
    }
}
