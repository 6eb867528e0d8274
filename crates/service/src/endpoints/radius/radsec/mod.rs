//! RADIUS over TLS (RadSec, RFC 6614). The certificate of a client says which front end it is; packets follow each other on its
//! connection.

mod certificate_names;
mod stream;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, timeout, timeout_at};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use zeroize::Zeroizing;

use self::certificate_names::names_of;
use self::stream::Packets;
use super::answering::{Answering, Back};
use crate::runtime::accepting::accept;
use crate::runtime::admission::Admission;
use crate::runtime::connection_limits::ConnectionLimits;
use crate::runtime::metrics::TooSlow;
use crate::runtime::seldom::Seldom;
use crate::runtime::slow_connections::SlowConnections;

/// The time between two packets. Proxies keep a connection open, and ask every half minute whether the service is alive.
const IDLE: Duration = Duration::from_mins(15);
/// Answers that wait to be written: as many as a connection can have requests under way.
const WAITING: usize = 256;
const READ: usize = 4096;

/// Makes an acceptor with the certificate that is in use, which demands one of the client.
pub(crate) type Acceptor = Arc<dyn Fn() -> TlsAcceptor + Send + Sync>;

/// RADIUS over TLS.
pub(crate) struct RadSecServer {
    pub(crate) answering: Arc<Answering>,
    pub(crate) tls: Acceptor,
    pub(crate) limits: ConnectionLimits,
    /// Shared with HTTP and LDAP.
    pub(crate) admission: Arc<Admission>,
    pub(crate) slow_ones: Arc<SlowConnections>,
    pub(crate) refusals: Seldom,
}

impl RadSecServer {
    /// Accepts until the service stops, then waits for the requests that are being answered.
    pub(crate) async fn serve(self: Arc<Self>, listener: TcpListener, stopping: watch::Receiver<bool>) {
        let attend = |stream, peer| Some(Arc::clone(&self).attend(stream, peer, stopping.clone()));
        accept(listener, stopping.clone(), &self.answering.context.metrics, attend).await;
    }

    async fn attend(self: Arc<Self>, stream: TcpStream, peer: SocketAddr, stop: watch::Receiver<bool>) {
        let _place = match self.admission.admit(peer.ip().to_canonical()) {
            Ok(place) => place,
            Err(full) => {
                self.answering.context.metrics.connection_refused(full.as_str());
                return self.refused(peer, full.as_str());
            }
        };
        let _ = stream.set_nodelay(true);
        match timeout(self.limits.head, (self.tls)().accept(stream)).await {
            Ok(Ok(stream)) => self.know(stream, peer, stop).await,
            Ok(Err(error)) => self.refused(peer, &error.to_string()),
            Err(_) => self.slow_ones.closed(TooSlow::Handshake, Some(peer)),
        }
    }

    /// Finds the front end with the certificate of the client.
    async fn know(&self, stream: TlsStream<TcpStream>, peer: SocketAddr, stop: watch::Receiver<bool>) {
        let certificate = stream.get_ref().1.peer_certificates().and_then(|chain| chain.first());
        let names = certificate.map(|certificate| names_of(certificate)).unwrap_or_default();
        let Some(front_end) = self.answering.front_ends.radsec(peer.ip().to_canonical(), &names) else {
            return self.refused(peer, "no front end has its certificate and address");
        };
        self.converse(stream, front_end, peer, stop).await;
    }

    /// Reads packets; another task writes the answers.
    async fn converse(
        &self,
        stream: TlsStream<TcpStream>,
        front_end: usize,
        peer: SocketAddr,
        stop: watch::Receiver<bool>,
    ) {
        let (reader, writer) = tokio::io::split(stream);
        let (answers, waiting) = mpsc::channel(WAITING);
        let mut writing = tokio::spawn(write_all(writer, waiting, self.limits.answer));
        tokio::select! {
            read = self.read_all(reader, front_end, peer, Back::Connection(answers), stop) => {
                self.ended(read, TooSlow::Body, peer);
                // The requests under way hold the channel open.
                if let Ok(written) = writing.await {
                    self.ended(written, TooSlow::Answer, peer);
                }
            }
            // The front end takes no more answers.
            Ok(written) = &mut writing => self.ended(written, TooSlow::Answer, peer),
        }
    }

    fn ended(&self, how: io::Result<()>, slow: TooSlow, peer: SocketAddr) {
        match how {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::TimedOut => self.slow_ones.closed(slow, Some(peer)),
            Err(error) => tracing::debug!(%peer, %error, "a RadSec connection ended early"),
        }
    }

    async fn read_all(
        &self,
        mut reader: impl AsyncRead + Unpin,
        front_end: usize,
        peer: SocketAddr,
        back: Back,
        mut stop: watch::Receiver<bool>,
    ) -> io::Result<()> {
        let mut packets = Packets::default();
        let mut bytes = Zeroizing::new([0; READ]);
        let mut began = None;
        loop {
            while let Some(packet) = packets.next_packet().map_err(io::Error::other)? {
                began = None;
                self.answering.take(front_end, &packet, peer, &back);
            }
            // A packet has one time limit, so that a front end that sends byte after byte holds no connection.
            let until = match packets.is_in_between() {
                true => *began.get_or_insert_with(Instant::now) + self.limits.head,
                false => Instant::now() + IDLE,
            };
            let received = tokio::select! {
                received = timeout_at(until, reader.read(&mut bytes[..])) => received,
                _ = stop.wait_for(|stop| *stop) => return Ok(()),
            };
            match received {
                Ok(length) => match length? {
                    0 => return Ok(()),
                    length => packets.push(&bytes[..length]),
                },
                Err(_) if packets.is_in_between() => return Err(io::ErrorKind::TimedOut.into()),
                Err(_) => return Ok(()),
            }
        }
    }

    fn refused(&self, peer: SocketAddr, reason: &str) {
        if let Some(times) = self.refusals.count(Instant::now()) {
            tracing::warn!(%peer, reason, times, "a RadSec connection was refused");
        }
    }
}

/// Writes answers until nobody makes more of them.
async fn write_all(
    mut writer: impl AsyncWrite + Unpin,
    mut answers: mpsc::Receiver<Arc<[u8]>>,
    patience: Duration,
) -> io::Result<()> {
    while let Some(answer) = answers.recv().await {
        let sent = async {
            writer.write_all(&answer).await?;
            writer.flush().await
        };
        timeout(patience, sent).await??;
    }
    timeout(patience, writer.shutdown()).await?
}
