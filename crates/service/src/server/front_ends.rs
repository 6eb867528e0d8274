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
use crate::endpoints::radius::RadiusServer;

/// Refuses a socket without a front end, a front end without a socket, and passwords over a network without TLS.
pub(super) fn check(config: &ServiceConfig) -> Result<(), ServiceError> {
    let has = |kind| config.front_ends.has(kind);
    let wrong = |why: &str| Err(ServiceError::Configuration(why.to_owned()));
    if has(FrontEndKind::Radius) != config.listen_radius.is_some() {
        return wrong("RADIUS needs both a front end of the kind \"radius\" and listen.radius, such as 0.0.0.0:1812");
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
    /// The third value: TLS from the start.
    ldap: Vec<(SocketAddr, TcpListener, bool)>,
}

impl FrontEndListeners {
    pub(super) async fn bind(config: &ServiceConfig) -> Result<Self, ServiceError> {
        let mut listeners = Self { radius: None, ldap: Vec::new() };
        if let Some(address) = config.listen_radius {
            let io = |source| ServiceError::Io { what: format!("listen for RADIUS on {address}"), source };
            let socket = UdpSocket::bind(address).await.map_err(io)?;
            listeners.radius = Some((socket.local_addr().map_err(io)?, socket));
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
        radius: RadiusServer,
        ldap: LdapServer,
        stopping: &watch::Receiver<bool>,
    ) -> FrontEndServers {
        let radius =
            self.radius.map(|(address, socket)| (address, tokio::spawn(radius.serve(socket, stopping.clone()))));
        let server = Arc::new(ldap);
        let serve = |(address, listener, tls_first)| {
            (address, tokio::spawn(Arc::clone(&server).serve(listener, tls_first, stopping.clone())))
        };
        FrontEndServers { radius, ldap: self.ldap.into_iter().map(serve).collect() }
    }
}

/// The tasks that serve the sockets, with their addresses.
pub(super) struct FrontEndServers {
    radius: Option<(SocketAddr, JoinHandle<()>)>,
    ldap: Vec<(SocketAddr, JoinHandle<()>)>,
}

impl FrontEndServers {
    pub(super) fn radius_address(&self) -> Option<SocketAddr> {
        self.radius.as_ref().map(|(address, _)| *address)
    }

    pub(super) fn ldap_addresses(&self) -> Vec<SocketAddr> {
        self.ldap.iter().map(|(address, _)| *address).collect()
    }

    /// Waits until open requests are answered, and cuts off those that are open after `grace`.
    pub(super) async fn stopped(&mut self, grace: Duration) {
        let until = tokio::time::Instant::now() + grace;
        for (address, server) in self.radius.iter_mut().chain(&mut self.ldap) {
            if timeout_at(until, &mut *server).await.is_err() {
                tracing::warn!(%address, "some requests of front ends were cut off");
                server.abort();
            }
        }
    }

    pub(super) fn abort(&self) {
        for (_, server) in self.radius.iter().chain(&self.ldap) {
            server.abort();
        }
    }
}
