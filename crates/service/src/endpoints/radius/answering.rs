//! What is genuine is answered, what is not is dropped and counted, and nothing that waits holds up the next: for every transport.

use std::net::SocketAddr;
use std::sync::Arc;

use proofup_radius::{Code, Packet, Reply, attribute};
use tokio::net::UdpSocket;
use tokio::sync::{Semaphore, mpsc};
use tokio::time::Instant;

use super::exchange::Exchange;
use super::memory::{Asked, Memory, Seen};
use crate::ServiceError;
use crate::context::Context;
use crate::endpoints::front_ends::{FrontEnd, FrontEnds};
use crate::endpoints::http::Readiness;

/// So many requests are answered at a time. Those beyond are dropped, and come again by themselves.
const AT_ONCE: usize = 1024;

/// The requests of this node.
pub(crate) struct Answering {
    pub(super) context: Arc<Context>,
    pub(super) front_ends: Arc<FrontEnds>,
    /// Whether the database takes a change.
    readiness: Arc<Readiness>,
    memory: Memory,
    places: Arc<Semaphore>,
}

/// The way back to a front end.
#[derive(Clone)]
pub(super) enum Back {
    Socket(Arc<UdpSocket>),
    /// The task that writes to its connection.
    Connection(mpsc::Sender<Arc<[u8]>>),
}

/// Why a packet gets no answer.
#[derive(Debug, Clone, Copy)]
pub(super) enum Dropped {
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

impl Answering {
    pub(crate) fn new(context: Arc<Context>, front_ends: Arc<FrontEnds>, readiness: Arc<Readiness>) -> Self {
        let places = Arc::new(Semaphore::new(AT_ONCE));
        Self { context, front_ends, readiness, memory: Memory::default(), places }
    }

    /// Answers a packet of this front end, if it is to be answered. Another task does the work.
    pub(super) fn take(self: &Arc<Self>, front_end: usize, bytes: &[u8], from: SocketAddr, back: &Back) {
        if let Err(dropped) = self.try_take(front_end, bytes, from, back) {
            self.drop_packet(dropped, from);
        }
    }

    pub(super) fn drop_packet(&self, dropped: Dropped, from: SocketAddr) {
        self.context.metrics.radius(dropped.as_str());
        tracing::debug!(reason = dropped.as_str(), %from, "a RADIUS packet got no answer");
    }

    /// Returns when nothing is being answered any more.
    pub(super) async fn finished(&self) {
        let _ = self.places.acquire_many(u32::try_from(AT_ONCE).unwrap_or(u32::MAX)).await;
    }

    fn try_take(
        self: &Arc<Self>,
        front_end: usize,
        bytes: &[u8],
        from: SocketAddr,
        back: &Back,
    ) -> Result<(), Dropped> {
        let packet = Packet::parse(bytes).map_err(|_| Dropped::Malformed)?;
        prove(self.front_ends.at(front_end).ok_or(Dropped::UnknownAddress)?, &packet)?;
        if !matches!(packet.code(), Code::AccessRequest | Code::StatusServer) {
            return Err(Dropped::NoRequest);
        }
        let asked = Asked { from, identifier: packet.identifier(), authenticator: packet.authenticator() };
        match self.memory.see(asked, Instant::now()) {
            Seen::Running => self.context.metrics.radius("repeated"),
            Seen::Answered(answer) => {
                self.context.metrics.radius("repeated");
                back.try_send(answer, from);
            }
            Seen::Never => {
                let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
                    self.memory.forget(asked);
                    return Err(Dropped::Full);
                };
                let (answering, bytes, back) = (Arc::clone(self), bytes.to_owned(), back.clone());
                tokio::spawn(async move {
                    answering.answer(front_end, &bytes, asked, &back).await;
                    drop(place);
                });
            }
        }
        Ok(())
    }

    async fn answer(&self, front_end: usize, bytes: &[u8], asked: Asked, back: &Back) {
        let from = asked.from;
        let Ok(packet) = Packet::parse(bytes) else { return };
        let Some(front_end) = self.front_ends.at(front_end) else { return };
        let secret = front_end.radius_secret();
        let reply = match packet.code() {
            Code::StatusServer => self.alive(&packet).await,
            _ => Exchange { context: &self.context, front_end, packet, peer: from.ip(), secret }.reply().await,
        };
        match reply {
            Ok(Some(reply)) => {
                self.context.metrics.radius(outcome(&reply));
                let answer: Arc<[u8]> = reply.sealed(secret).into();
                self.memory.answered(asked, Arc::clone(&answer));
                back.send(answer, from).await;
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
        let ready = self.readiness.is_ready(&self.context).await;
        Ok(ready.then(|| Reply::to(packet, Code::AccessAccept)))
    }
}

impl Back {
    async fn send(&self, answer: Arc<[u8]>, to: SocketAddr) {
        match self {
            Self::Socket(socket) => {
                if let Err(error) = socket.send_to(&answer, to).await {
                    tracing::debug!(%error, "a RADIUS answer could not be sent");
                }
            }
            // A connection that has ended takes none.
            Self::Connection(writer) => drop(writer.send(answer).await),
        }
    }

    /// A socket or connection that is full loses it, as networks do; the front end asks again.
    fn try_send(&self, answer: Arc<[u8]>, to: SocketAddr) {
        match self {
            Self::Socket(socket) => drop(socket.try_send_to(&answer, to)),
            Self::Connection(writer) => drop(writer.try_send(answer)),
        }
    }
}

/// Whether a packet comes from the front end. Without a proof it may have been made by anybody at its address, and an answer
/// to it be turned into another one (Blast-RADIUS), for which `Proxy-State` is needed. TLS proves it all the same.
fn prove(front_end: &FrontEnd, packet: &Packet<'_>) -> Result<(), Dropped> {
    let is_request = packet.code() == Code::AccessRequest;
    match packet.is_genuine(front_end.radius_secret()) {
        Some(true) => Ok(()),
        Some(false) => Err(Dropped::False),
        None if is_request && front_end.radius.certificate.is_some() => Ok(()),
        None if is_request
            && front_end.radius.takes_unproven
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
