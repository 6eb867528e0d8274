//! The servers of a directory, and how a connection to one is opened.
//!
//! `ldap3` sets neither `TCP_NODELAY` nor a limit of time for every step, so the socket is opened here and each step has its limit.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ldap3::{Ldap, LdapConnAsync, LdapConnSettings, StdStream};
use proofup_api::SecretText;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};

use super::fault::Fault;
use super::settings::{DirectorySettings, wrong};
use crate::ServiceError;

/// A server that did not answer is asked last for so long.
const ASKED_LAST: Duration = Duration::from_secs(30);
/// And for so long not at all to check a password.
const NOT_ASKED: Duration = Duration::from_secs(1);

/// All of them, in the order of the configuration.
pub(super) struct Servers {
    all: Vec<Arc<Server>>,
    tls: Option<Arc<ClientConfig>>,
    bind_dn: String,
    password: SecretText,
    /// How long a server has for each step.
    pub(super) patience: Duration,
}

/// One server.
pub(super) struct Server {
    /// As it is configured.
    pub(super) url: String,
    host: String,
    port: u16,
    begins_with_tls: bool,
    /// When it last did not answer.
    failed_at: Mutex<Option<Instant>>,
}

impl Servers {
    pub(super) fn new(settings: &DirectorySettings) -> Result<Self, ServiceError> {
        let _ = rustls::crypto::ring::default_provider().install_default();
        Ok(Self {
            all: settings.servers.iter().map(|url| Server::parse(url).map(Arc::new)).collect::<Result<_, _>>()?,
            tls: settings.ca_file.as_deref().map(trusting).transpose()?,
            bind_dn: settings.bind_dn.clone(),
            password: settings.password()?,
            patience: Duration::from_secs(u64::from(settings.timeout_seconds)),
        })
    }

    /// Those that answered last, and behind them those that did not, each in the order of the configuration.
    pub(super) fn in_turn(&self) -> Vec<Arc<Server>> {
        let (failed, fine): (Vec<_>, Vec<_>) =
            self.all.iter().cloned().partition(|server| server.failed_within(ASKED_LAST));
        fine.into_iter().chain(failed).collect()
    }

    /// Whether every server failed a moment ago. Then nobody else waits for the same.
    pub(super) fn have_just_failed(&self) -> bool {
        self.all.iter().all(|server| server.failed_within(NOT_ASKED))
    }

    /// A connection under the service's own account.
    pub(super) async fn connect(&self, server: &Server) -> Result<Ldap, Fault> {
        let opened = self.open(server).await;
        server.note(opened.is_ok());
        let mut ldap = opened?;
        let bound = self.step(server, ldap.simple_bind(&self.bind_dn, self.password.expose())).await?;
        match bound.rc {
            0 => Ok(ldap),
            _ => Err(Fault::of_result(&server.url, &format!("bind as {}", self.bind_dn), &bound)),
        }
    }

    /// A connection under no account yet, behind TLS.
    pub(super) async fn open(&self, server: &Server) -> Result<Ldap, Fault> {
        let stream = self.step(server, server.reach()).await?;
        let mut settings = LdapConnSettings::new()
            .set_conn_timeout(self.patience)
            .set_starttls(!server.begins_with_tls)
            .set_std_stream(StdStream::Tcp(stream));
        if let Some(tls) = &self.tls {
            settings = settings.set_config(Arc::clone(tls));
        }
        let scheme = if server.begins_with_tls { "ldaps" } else { "ldap" };
        let url = format!("{scheme}://{}:{}", server.host, server.port);
        let (connection, ldap) = self.step(server, LdapConnAsync::with_settings(settings, &url)).await?;
        tokio::spawn(async move {
            if let Err(error) = connection.drive().await {
                tracing::debug!(%error, "a connection to the directory ended");
            }
        });
        Ok(ldap)
    }

    /// One step with a server, within its time.
    pub(super) async fn step<T, E: std::fmt::Display>(
        &self,
        server: &Server,
        step: impl Future<Output = Result<T, E>>,
    ) -> Result<T, Fault> {
        match timeout(self.patience, step).await {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(error)) => Err(Fault::away(&server.url, error)),
            Err(_) => Err(Fault::away(&server.url, format_args!("no answer in {} s", self.patience.as_secs()))),
        }
    }
}

impl Server {
    fn parse(url: &str) -> Result<Self, ServiceError> {
        let (begins_with_tls, rest) = match url.split_once("://") {
            Some(("ldaps", rest)) => (true, rest),
            Some(("ldap", rest)) => (false, rest),
            _ => return Err(wrong(&format!("a server is ldaps://NAME or ldap://NAME, not {url:?}"))),
        };
        let rest = rest.trim_end_matches('/');
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) => (host, port.parse().ok()),
            None => (rest, Some(if begins_with_tls { 636 } else { 389 })),
        };
        let is_name = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
        let Some(port) = port.filter(|_| is_name) else {
            return Err(wrong(&format!(
                "a server is named by a host name or an IPv4 address, and perhaps a port: {url:?}"
            )));
        };
        Ok(Self { url: url.to_owned(), host: host.to_owned(), port, begins_with_tls, failed_at: Mutex::default() })
    }

    /// The first of its addresses that can be reached.
    async fn reach(&self) -> std::io::Result<std::net::TcpStream> {
        let mut last = std::io::Error::from(std::io::ErrorKind::AddrNotAvailable);
        for address in tokio::net::lookup_host((self.host.as_str(), self.port)).await? {
            match TcpStream::connect(address).await {
                Ok(stream) => {
                    stream.set_nodelay(true)?;
                    return stream.into_std();
                }
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    fn failed_within(&self, time: Duration) -> bool {
        let failed_at = *self.failed_at.lock().unwrap_or_else(PoisonError::into_inner);
        failed_at.is_some_and(|at| at.elapsed() < time)
    }

    /// Whether it answered.
    pub(super) fn note(&self, answers: bool) {
        *self.failed_at.lock().unwrap_or_else(PoisonError::into_inner) = (!answers).then(Instant::now);
    }
}

/// TLS that trusts the authorities of a file, and no other.
fn trusting(file: &std::path::Path) -> Result<Arc<ClientConfig>, ServiceError> {
    let unreadable = |why: String| wrong(&format!("ca_file {}: {why}", file.display()));
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(file).map_err(|error| unreadable(error.to_string()))? {
        let certificate = certificate.map_err(|error| unreadable(error.to_string()))?;
        roots.add(certificate).map_err(|error| unreadable(error.to_string()))?;
    }
    if roots.is_empty() {
        return Err(unreadable("it holds no certificate".to_owned()));
    }
    let config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| unreadable(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}

#[cfg(test)]
mod tests {
    use super::Server;

    #[test]
    fn a_server_is_reached_behind_tls_or_not_at_all() {
        let parsed =
            |url: &str| Server::parse(url).ok().map(|server| (server.begins_with_tls, server.host, server.port));
        assert_eq!(parsed("ldaps://a.example"), Some((true, "a.example".to_owned(), 636)));
        assert_eq!(parsed("ldap://a.example/"), Some((false, "a.example".to_owned(), 389)));
        assert_eq!(parsed("ldaps://127.0.0.1:3636"), Some((true, "127.0.0.1".to_owned(), 3636)));
        for url in [
            "a.example",
            "http://a.example",
            "ldapi:///x",
            "ldaps://",
            "ldaps://a:b",
            "ldaps://[::1]:636",
            "ldaps://u@a",
        ] {
            assert_eq!(parsed(url), None, "{url}");
        }
    }
}
