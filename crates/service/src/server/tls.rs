//! TLS in front of the service, with rustls and ring.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::TlsAcceptor;

use crate::ServiceError;

/// Where the certificate and its key stand, both PEM.
#[derive(Debug, Clone)]
pub struct TlsSettings {
    /// The chain, the server's own certificate first.
    pub certificate: PathBuf,
    /// PKCS #8, PKCS #1 or SEC 1.
    pub key: PathBuf,
}

impl TlsSettings {
    /// When the server's own certificate ends, in milliseconds since 1970.
    pub(crate) fn valid_until_ms(&self) -> Result<i64, ServiceError> {
        let wrong = |why: String| ServiceError::Configuration(format!("{}: {why}", self.certificate.display()));
        let first = CertificateDer::from_pem_file(&self.certificate).map_err(|error| wrong(error.to_string()))?;
        let (_, certificate) = x509_parser::parse_x509_certificate(&first).map_err(|error| wrong(error.to_string()))?;
        Ok(certificate.validity().not_after.timestamp() * 1000)
    }

    fn server_config(&self) -> Result<Arc<ServerConfig>, ServiceError> {
        let wrong = |path: &PathBuf, why: String| ServiceError::Configuration(format!("{}: {why}", path.display()));
        let chain = CertificateDer::pem_file_iter(&self.certificate)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|error| wrong(&self.certificate, error.to_string()))?;
        let key = PrivateKeyDer::from_pem_file(&self.key).map_err(|error| wrong(&self.key, error.to_string()))?;
        let mut config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| wrong(&self.certificate, error.to_string()))?
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .map_err(|error| wrong(&self.certificate, error.to_string()))?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Arc::new(config))
    }
}

/// The certificate in use. It can be read anew while the service runs.
pub(crate) struct Certificates {
    settings: TlsSettings,
    current: RwLock<Arc<ServerConfig>>,
}

impl Certificates {
    pub(crate) fn load(settings: TlsSettings) -> Result<Self, ServiceError> {
        let current = RwLock::new(settings.server_config()?);
        Ok(Self { settings, current })
    }

    /// Takes what stands in the files now for every connection from now on. If they cannot be used, the certificate that
    /// is in use stays.
    pub(crate) fn read_again(&self) -> Result<(), ServiceError> {
        let next = self.settings.server_config()?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = next;
        Ok(())
    }

    /// When the certificate ends that stands in the file.
    pub(crate) fn valid_until_ms(&self) -> Result<i64, ServiceError> {
        self.settings.valid_until_ms()
    }

    pub(crate) fn acceptor(&self) -> TlsAcceptor {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner)).into()
    }
}
