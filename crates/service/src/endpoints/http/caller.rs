//! Where a request comes from: address, language, correlation id.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;

use super::Http;
use super::client_address::client_address;
use crate::context::Caller;
use crate::telephony::Language;

/// The other end of the connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PeerAddress(pub(crate) SocketAddr);

/// The id of this request in log lines, in the sign-in log and in its answer.
#[derive(Debug, Clone)]
pub(super) struct CorrelationId(pub(super) String);

/// The peer of a request, if it came over a socket.
pub(super) fn peer(parts: &Parts) -> Option<SocketAddr> {
    parts.extensions.get::<ConnectInfo<PeerAddress>>().map(|info| info.0.0)
}

impl FromRequestParts<Http> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, Infallible> {
        let address = peer(parts).and_then(|peer| client_address(peer.ip(), &parts.headers, &http.trusted_proxies));
        let language = parts
            .headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .and_then(Language::preferred)
            .unwrap_or_default();
        let correlation_id = parts.extensions.get::<CorrelationId>().map(|id| id.0.clone()).unwrap_or_default();
        Ok(Self { address: address.map(|ip| ip.to_string()), correlation_id, language })
    }
}
