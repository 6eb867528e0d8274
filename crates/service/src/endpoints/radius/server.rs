//! The socket: what is genuine is answered, what is not is dropped and counted, and nothing that waits holds up the next.

use std::net::SocketAddr;
use std::sync::Arc;

use proofup_radius::{Code, LONGEST_PACKET, Packet, Reply, attribute};
use tokio::net::UdpSocket;
use tokio::sync::{Semaphore, watch};
use tokio::time::Instant;

use super::exchange::Exchange;
use super::memory::{Asked, Memory, Seen};
use crate::ServiceError;
use crate::context::Context;
use crate::endpoints::front_ends::{FrontEnd, FrontEnds};
use crate::endpoints::http::Readiness;

/// So many requests are answered at a time. Those beyond are dropped, and come again by themselves.
const AT_ONCE: usize = 1024;

/// RADIUS over UDP.
pub(crate) struct RadiusServer {
    pub(crate) context: Arc<Context>,
    pub(crate) front_ends: Arc<FrontEnds>,
    /// Whether the database takes a change.
    pub(crate) readiness: Arc<Readiness>,
}

struct Serving {
    server: RadiusServer,
    socket: UdpSocket,
    memory: Memory,
    places: Arc<Semaphore>,
}

/// Why a packet gets no answer.
#[derive(Debug, Clone, Copy)]
enum Dropped {
    UnknownAddress,
    Malformed,
    /// No `Message-Authenticator` where one is demanded.
    Unproven,
    /// A wrong one: another secret, or somebody between.
    False,
    NoRequest,
    Full,
    /// A front end that asks again gets its answer when the database is back.
    Unavailable,
}

impl Dropped {
    const fn as_str(self) -> &'static str {
        match self {
            Self::UnknownAddress => "dropped_unknown_address",
            Self::Malformed => "dropped_malformed",
            Self::Unproven => "dropped_unproven",
            Self::False => "dropped_wrong_secret",
            Self::NoRequest => "dropped_no_request",
            Self::Full => "dropped_full",
            Self::Unavailable => "dropped_unavailable",
        }
    }
}

impl RadiusServer {
    /// Answers packets until the service stops; then those that are being answered have time to finish.
    pub(crate) async fn serve(self, socket: UdpSocket, mut stopping: watch::Receiver<bool>) {
        let serving = Arc::new(Serving {
            server: self,
            socket,
            memory: Memory::default(),
            places: Arc::new(Semaphore::new(AT_ONCE)),
        });
        let mut bytes = vec![0; LONGEST_PACKET];
        loop {
            tokio::select! {
                received = serving.socket.recv_from(&mut bytes) => match received {
                    Ok((length, from)) => serving.take(&bytes[..length], from),
                    // What another computer's refusal of an answer leaves behind; the socket goes on.
                    Err(error) => tracing::debug!(%error, "a packet could not be received"),
                },
                _ = stopping.wait_for(|stop| *stop) => break,
            }
        }
        // All places are free again when nothing is being answered any more.
        let _ = serving.places.acquire_many(u32::try_from(AT_ONCE).unwrap_or(u32::MAX)).await;
    }
}

impl Serving {
    fn take(self: &Arc<Self>, bytes: &[u8], from: SocketAddr) {
        if let Err(dropped) = self.try_take(bytes, from) {
            self.drop_packet(dropped, from);
        }
    }

    fn drop_packet(&self, dropped: Dropped, from: SocketAddr) {
        self.server.context.metrics.radius(dropped.as_str());
        tracing::debug!(reason = dropped.as_str(), %from, "a RADIUS packet got no answer");
    }

    fn try_take(self: &Arc<Self>, bytes: &[u8], from: SocketAddr) -> Result<(), Dropped> {
        let address = from.ip().to_canonical();
        let front_end = self.server.front_ends.radius(address).ok_or(Dropped::UnknownAddress)?;
        let packet = Packet::parse(bytes).map_err(|_| Dropped::Malformed)?;
        prove(front_end, &packet)?;
        if !matches!(packet.code(), Code::AccessRequest | Code::StatusServer) {
            return Err(Dropped::NoRequest);
        }
        let asked = Asked { from, identifier: packet.identifier(), authenticator: packet.authenticator() };
        match self.memory.see(asked, Instant::now()) {
            Seen::Running => self.server.context.metrics.radius("repeated"),
            Seen::Answered(answer) => {
                self.server.context.metrics.radius("repeated");
                // A socket that is full loses it, as networks do; the front end asks again.
                let _ = self.socket.try_send_to(&answer, from);
            }
            Seen::Never => {
                let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
                    self.memory.forget(asked);
                    return Err(Dropped::Full);
                };
                let (serving, bytes) = (Arc::clone(self), bytes.to_owned());
                tokio::spawn(async move {
                    serving.answer(&bytes, asked).await;
                    drop(place);
                });
            }
        }
        Ok(())
    }

    async fn answer(&self, bytes: &[u8], asked: Asked) {
        let (server, from) = (&self.server, asked.from);
        let Ok(packet) = Packet::parse(bytes) else { return };
        let Some(front_end) = server.front_ends.radius(from.ip().to_canonical()) else { return };
        let secret = front_end.secret.as_ref().map_or(&[][..], |secret| secret.expose().as_bytes());
        let reply = match packet.code() {
            Code::StatusServer => self.alive(&packet).await,
            _ => Exchange { context: &server.context, front_end, packet, peer: from.ip(), secret }.reply().await,
        };
        match reply {
            Ok(Some(reply)) => {
                server.context.metrics.radius(outcome(&reply));
                let answer: Arc<[u8]> = reply.sealed(secret).into();
                self.memory.answered(asked, Arc::clone(&answer));
                if let Err(error) = self.socket.send_to(&answer, from).await {
                    tracing::debug!(%error, "a RADIUS answer could not be sent");
                }
            }
            // Another node answers.
            Ok(None) => {}
            Err(error) => {
                // Silence, and never a refusal: a client that hears "wrong password" forgets a right one.
                tracing::error!(%error, front_end = front_end.name, "a RADIUS request could not be checked");
                self.memory.forget(asked);
                self.drop_packet(Dropped::Unavailable, from);
            }
        }
    }

    /// Status-Server (RFC 5997): alive only while a check could be served.
    async fn alive(&self, packet: &Packet<'_>) -> Result<Option<Reply>, ServiceError> {
        let ready = self.server.readiness.is_ready(&self.server.context).await;
        Ok(ready.then(|| Reply::to(packet, Code::AccessAccept)))
    }
}

/// Whether a packet comes from the front end. Without a proof it may have been made by anybody at its address, and an answer
/// to it be turned into another one (Blast-RADIUS), for which `Proxy-State` is needed.
fn prove(front_end: &FrontEnd, packet: &Packet<'_>) -> Result<(), Dropped> {
    let secret = front_end.secret.as_ref().map_or(&[][..], |secret| secret.expose().as_bytes());
    match packet.is_genuine(secret) {
        Some(true) => Ok(()),
        Some(false) => Err(Dropped::False),
        None if front_end.radius.takes_unproven
            && packet.code() == Code::AccessRequest
            && packet.first(attribute::PROXY_STATE).is_none()
            && packet.first(attribute::EAP_MESSAGE).is_none() =>
        {
            Ok(())
        }
        None => Err(Dropped::Unproven),
    }
}

fn outcome(reply: &Reply) -> &'static str {
    match reply.code() {
        Code::AccessAccept => "accepted",
        Code::AccessChallenge => "challenged",
        _ => "rejected",
    }
}
