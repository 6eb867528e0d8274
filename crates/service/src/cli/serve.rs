//! `proofup-service serve`

use std::path::PathBuf;

use clap::Args;
#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::configuration::{Configuration, Start};
use super::{Common, say};
use crate::server::connections::raise_descriptor_limit;
use crate::{Running, ServiceError};

#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Address and port; port 0 picks one
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Certificate chain, PEM
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// Key of the certificate, PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// A proxy with TLS stands in front; whose X-Forwarded-For is believed says trusted_proxies
    #[arg(long)]
    behind_proxy: bool,
}

impl Serve {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let mut configuration = Configuration::read(common)?;
        configuration.listen.http = self.listen.or(configuration.listen.http);
        configuration.tls_cert = self.tls_cert.or(configuration.tls_cert);
        configuration.tls_key = self.tls_key.or(configuration.tls_key);
        if self.behind_proxy {
            configuration.behind_proxy = Some(true);
        }
        raise_descriptor_limit();
        // Before anybody hears that it listens.
        let signals = Signals::listen()?;
        let running = Running::start(configuration.service(Start::Serve).await?).await?;
        say(&format!("listening on {}", running.url()));
        if let Some(address) = running.radius_address() {
            say(&format!("listening for RADIUS on {address} (UDP)"));
        }
        if let Some(address) = running.radsec_address() {
            say(&format!("listening for RADIUS on {address} (TLS)"));
        }
        signals.until_told_to_stop(&running).await?;
        running.stop().await;
        Ok(())
    }
}

/// Ctrl-C, the signal that service managers send, and SIGHUP, which is sent by many programs that renew certificates or rotate logs.
#[cfg(unix)]
struct Signals {
    terminate: Signal,
    hang_up: Signal,
}

#[cfg(unix)]
impl Signals {
    fn listen() -> Result<Self, ServiceError> {
        let signal = |kind| signal(kind).map_err(not_heard);
        Ok(Self { terminate: signal(SignalKind::terminate())?, hang_up: signal(SignalKind::hangup())? })
    }

    /// SIGHUP reads the certificate anew, and opens the file of sign-in lines anew.
    async fn until_told_to_stop(mut self, running: &Running) -> Result<(), ServiceError> {
        loop {
            tokio::select! {
                interrupted = tokio::signal::ctrl_c() => return interrupted.map_err(not_heard),
                _ = self.terminate.recv() => return Ok(()),
                _ = self.hang_up.recv() => {
                    running.open_sign_in_lines_again();
                    match running.read_certificate_again() {
                        Ok(()) => tracing::info!("the certificate was read anew"),
                        Err(error) => tracing::error!(%error, "the certificate in use stays"),
                    }
                }
            }
        }
    }
}

/// Ctrl-C.
#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn listen() -> Result<Self, ServiceError> {
        Ok(Self)
    }

    async fn until_told_to_stop(self, _: &Running) -> Result<(), ServiceError> {
        tokio::signal::ctrl_c().await.map_err(not_heard)
    }
}

fn not_heard(source: std::io::Error) -> ServiceError {
    ServiceError::Io { what: "wait for signals".to_owned(), source }
}
