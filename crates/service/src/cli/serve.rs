//! `proofup-service serve`

use std::path::PathBuf;

use clap::Args;

use super::configuration::Configuration;
use super::{Common, say};
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
        configuration.listen = self.listen.or(configuration.listen);
        configuration.tls_cert = self.tls_cert.or(configuration.tls_cert);
        configuration.tls_key = self.tls_key.or(configuration.tls_key);
        if self.behind_proxy {
            configuration.behind_proxy = Some(true);
        }
        let running = Running::start(configuration.service()?).await?;
        say(&format!("listening on {}", running.url()));
        until_told().await?;
        running.stop().await;
        Ok(())
    }
}

/// Waits for Ctrl-C, and on Unix for the signal that service managers send.
async fn until_told() -> Result<(), ServiceError> {
    let io = |source| ServiceError::Io { what: "wait for signals".to_owned(), source };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate()).map_err(io)?;
        tokio::select! {
            interrupted = tokio::signal::ctrl_c() => interrupted.map_err(io),
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await.map_err(io)
}
