//! Where lines go: standard error, a file, or a syslog server.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::net::{TcpStream, ToSocketAddrs as _, UdpSocket};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use super::Framing;

/// How long a server may take to accept a connection, or a line.
const PATIENCE: Duration = Duration::from_secs(5);
/// The pause before a server that is away is tried again.
const PAUSE: Duration = Duration::from_secs(1);
/// How often it is tried for one line. More than [`super::MOST_WAITING`] lines that come meanwhile are dropped.
const TRIES: u32 = 60;

/// Where the lines of sign-ins go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignInLinesTarget {
    /// Beside the service's own log, where a service manager collects it.
    StandardError,
    /// At the end of a file, which is made with mode 0600.
    File(PathBuf),
    /// A syslog server over UDP, one datagram for each line (RFC 5426): `HOST:PORT`.
    SyslogUdp(String),
    /// A syslog server over TCP, each line with its length before it (RFC 6587, section 3.4.1): `HOST:PORT`.
    SyslogTcp(String),
}

impl SignInLinesTarget {
    pub(super) fn framing(&self) -> Framing {
        match self {
            Self::StandardError | Self::File(_) => Framing::Lines,
            Self::SyslogUdp(_) | Self::SyslogTcp(_) => Framing::Syslog,
        }
    }
}

impl FromStr for SignInLinesTarget {
    type Err = String;

    /// `stderr`, an absolute path, `udp://HOST:PORT` or `tcp://HOST:PORT`.
    fn from_str(text: &str) -> Result<Self, String> {
        let server = |address: &str| match address.rsplit_once(':') {
            Some((host, port)) if !host.is_empty() && port.parse::<u16>().is_ok() => Ok(address.to_owned()),
            _ => Err(format!("{text:?} has no HOST:PORT")),
        };
        if text == "stderr" {
            Ok(Self::StandardError)
        } else if let Some(address) = text.strip_prefix("udp://") {
            server(address).map(Self::SyslogUdp)
        } else if let Some(address) = text.strip_prefix("tcp://") {
            server(address).map(Self::SyslogTcp)
        } else if PathBuf::from(text).is_absolute() {
            Ok(Self::File(text.into()))
        } else {
            Err(format!("{text:?} is not stderr, an absolute path, udp://HOST:PORT or tcp://HOST:PORT"))
        }
    }
}

impl fmt::Display for SignInLinesTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StandardError => f.write_str("stderr"),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::SyslogUdp(address) => write!(f, "udp://{address}"),
            Self::SyslogTcp(address) => write!(f, "tcp://{address}"),
        }
    }
}

/// What is open for writing.
pub(super) struct Sink {
    target: SignInLinesTarget,
    open: Open,
}

enum Open {
    StandardError,
    File(File),
    Udp(UdpSocket),
    Tcp(TcpStream),
    /// A server that is to be tried.
    Away,
}

impl Sink {
    /// A file must be there to be written. A server may come later.
    pub(super) fn open(target: SignInLinesTarget) -> io::Result<Self> {
        let open = match &target {
            SignInLinesTarget::StandardError => Open::StandardError,
            SignInLinesTarget::File(path) => Open::File(appended(path)?),
            SignInLinesTarget::SyslogUdp(_) | SignInLinesTarget::SyslogTcp(_) => Open::Away,
        };
        Ok(Self { target, open })
    }

    /// Opens the file under its name, which may be a new one now.
    pub(super) fn open_again(&mut self) -> io::Result<()> {
        if let SignInLinesTarget::File(path) = &self.target {
            self.open = Open::File(appended(path)?);
        }
        Ok(())
    }

    /// Writes a line. A server that is away is tried for a minute.
    pub(super) fn write(&mut self, line: &[u8]) -> io::Result<()> {
        let is_server = self.target.framing() == Framing::Syslog;
        let tries = if is_server { TRIES } else { 1 };
        let mut outcome = Ok(());
        for number in 0..tries {
            if number > 0 {
                std::thread::sleep(PAUSE);
            }
            outcome = self.connect().and_then(|()| self.send(line));
            match outcome {
                Ok(()) => break,
                Err(_) if is_server => self.open = Open::Away,
                Err(_) => {}
            }
        }
        outcome
    }

    fn connect(&mut self) -> io::Result<()> {
        if !matches!(self.open, Open::Away) {
            return Ok(());
        }
        self.open = match &self.target {
            SignInLinesTarget::SyslogUdp(address) => Open::Udp(datagrams(address)?),
            SignInLinesTarget::SyslogTcp(address) => Open::Tcp(stream(address)?),
            SignInLinesTarget::StandardError | SignInLinesTarget::File(_) => return Ok(()),
        };
        Ok(())
    }

    fn send(&mut self, line: &[u8]) -> io::Result<()> {
        match &mut self.open {
            Open::StandardError => io::stderr().lock().write_all(line),
            Open::File(file) => file.write_all(line),
            Open::Udp(socket) => socket.send(line).map(drop),
            Open::Tcp(stream) => stream.write_all(&[format!("{} ", line.len()).as_bytes(), line].concat()),
            Open::Away => Err(io::ErrorKind::NotConnected.into()),
        }
    }
}

fn appended(path: &PathBuf) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn datagrams(address: &str) -> io::Result<UdpSocket> {
    let server = resolved(address)?;
    let own = if server.is_ipv4() { "0.0.0.0:0" } else { "[::]:0" };
    let socket = UdpSocket::bind(own)?;
    socket.connect(server)?;
    Ok(socket)
}

fn stream(address: &str) -> io::Result<TcpStream> {
    let stream = TcpStream::connect_timeout(&resolved(address)?, PATIENCE)?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

fn resolved(address: &str) -> io::Result<std::net::SocketAddr> {
    address.to_socket_addrs()?.next().ok_or_else(|| io::ErrorKind::NotFound.into())
}

#[cfg(test)]
mod tests {
    use super::SignInLinesTarget::{self, File, StandardError, SyslogTcp, SyslogUdp};

    #[test]
    fn a_target_is_read_from_its_text_and_written_as_it_was() {
        let all = [
            ("stderr", StandardError),
            ("/var/log/proofup/sign-ins.log", File("/var/log/proofup/sign-ins.log".into())),
            ("udp://log.contoso.example:514", SyslogUdp("log.contoso.example:514".to_owned())),
            ("tcp://[2001:db8::1]:601", SyslogTcp("[2001:db8::1]:601".to_owned())),
        ];
        for (text, target) in all {
            assert_eq!(text.parse(), Ok(target.clone()));
            assert_eq!(target.to_string(), text);
        }
        for wrong in ["", "sign-ins.log", "udp://log", "tcp://:601", "tls://log:6514", "udp://log:port"] {
            assert!(wrong.parse::<SignInLinesTarget>().is_err(), "{wrong}");
        }
    }
}
