//! One connection: it reads operations one after the other, and changes to TLS at the start or after StartTLS.

use std::io;
use std::time::Duration;

use proofup_ldap::proto::LdapMsg;
use proofup_ldap::{Messages, Read, write};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_rustls::TlsAcceptor;
use zeroize::Zeroizing;

use super::session::{Next, Session};
use crate::runtime::connection_limits::ConnectionLimits;

/// The time between two operations. Front ends keep a connection open for the next person.
const IDLE: Duration = Duration::from_mins(15);
/// The number of bytes that are read at once.
const READ: usize = 4096;

pub(super) struct Connection<'a> {
    pub(super) session: Session<'a>,
    pub(super) limits: ConnectionLimits,
    /// True when the service stops.
    pub(super) stop: watch::Receiver<bool>,
}

/// The end of the plain or of the encrypted part.
#[derive(PartialEq, Eq)]
enum Ended {
    Closed,
    /// The connection continues under TLS.
    StartTls,
}

impl Connection<'_> {
    /// Answers until the front end closes the connection or the service stops.
    pub(super) async fn converse(
        mut self,
        mut stream: TcpStream,
        tls: Option<TlsAcceptor>,
        tls_first: bool,
    ) -> io::Result<()> {
        stream.set_nodelay(true)?;
        if !tls_first && self.speak(&mut stream).await? == Ended::Closed {
            return Ok(());
        }
        let Some(tls) = tls else { return Ok(()) };
        let mut stream = timeout(self.limits.head, tls.accept(stream)).await??;
        self.session.now_encrypted();
        self.speak(&mut stream).await?;
        // Some clients report a truncated connection when `close_notify` is missing.
        timeout(self.limits.answer, stream.shutdown()).await?
    }

    /// Bytes that arrived behind StartTLS are dropped with `messages`: they were not encrypted.
    async fn speak<S: AsyncRead + AsyncWrite + Unpin>(&mut self, stream: &mut S) -> io::Result<Ended> {
        let mut messages = Messages::default();
        let mut bytes = Zeroizing::new([0; READ]);
        // The arrival of the first bytes of the next message.
        let mut began = None;
        loop {
            while let Some(read) = messages.next_message().map_err(io::Error::other)? {
                began = None;
                let next = match read {
                    Read::Message(message) => self.session.take(message).await,
                    Read::Refused(answer) => self.session.refused(answer),
                };
                match next {
                    Next::Answers(answers) => self.send(stream, answers).await?,
                    Next::StartTls(answer) => {
                        self.send(stream, vec![answer]).await?;
                        return Ok(Ended::StartTls);
                    }
                    Next::Close => return Ok(Ended::Closed),
                }
            }
            // A message has one time limit, so that a front end that sends byte after byte holds no connection.
            let until = match messages.is_in_between() {
                true => *began.get_or_insert_with(Instant::now) + self.limits.head,
                false => Instant::now() + IDLE,
            };
            let received = tokio::select! {
                received = timeout_at(until, stream.read(&mut bytes[..])) => received??,
                _ = self.stop.wait_for(|stop| *stop) => 0,
            };
            if received == 0 {
                return Ok(Ended::Closed);
            }
            messages.push(&bytes[..received]);
        }
    }

    async fn send<S: AsyncWrite + Unpin>(&self, stream: &mut S, answers: Vec<LdapMsg>) -> io::Result<()> {
        let bytes = write(answers)?;
        let sent = async {
            stream.write_all(&bytes).await?;
            stream.flush().await
        };
        timeout(self.limits.answer, sent).await?
    }
}
