//! TLS in front of the service, with rustls and ring.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{NoServerSessionStorage, WebPkiClientVerifier};
use rustls::{RootCertStore, ServerConfig};
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

    /// With an `authority`, clients must have a certificate of it, and speak another protocol than HTTP.
    fn server_config(&self, authority: Option<&Path>) -> Result<Arc<ServerConfig>, ServiceError> {
        let wrong = |path: &PathBuf, why: String| ServiceError::Configuration(format!("{}: {why}", path.display()));
        let chain = CertificateDer::pem_file_iter(&self.certificate)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|error| wrong(&self.certificate, error.to_string()))?;
        let key = PrivateKeyDer::from_pem_file(&self.key).map_err(|error| wrong(&self.key, error.to_string()))?;
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| wrong(&self.certificate, error.to_string()))?;
        let config = match authority {
            None => config.with_no_client_auth(),
            Some(authority) => {
                let provider = Arc::new(rustls::crypto::ring::default_provider());
                let roots = Arc::new(roots_of(authority)?);
                let verifier = WebPkiClientVerifier::builder_with_provider(roots, provider).build();
                config.with_client_cert_verifier(
                    verifier.map_err(|error| wrong(&authority.to_owned(), error.to_string()))?,
                )
            }
        };
        let mut config =
            config.with_single_cert(chain, key).map_err(|error| wrong(&self.certificate, error.to_string()))?;
        if authority.is_none() {
            config.alpn_protocols = vec![b"http/1.1".to_vec()];
        } else {
            // Every connection shows its certificate anew.
            config.session_storage = Arc::new(NoServerSessionStorage {});
            config.send_tls13_tickets = 0;
        }
        Ok(Arc::new(config))
    }
}

fn roots_of(authority: &Path) -> Result<RootCertStore, ServiceError> {
    let wrong = |why: String| ServiceError::Configuration(format!("{}: {why}", authority.display()));
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(authority).map_err(|error| wrong(error.to_string()))? {
        let certificate = certificate.map_err(|error| wrong(error.to_string()))?;
        roots.add(certificate).map_err(|error| wrong(error.to_string()))?;
    }
    Ok(roots)
}

/// The certificate in use. It can be read anew while the service runs.
pub(crate) struct Certificates {
    settings: TlsSettings,
    /// The authority of client certificates.
    authority: Option<PathBuf>,
    current: RwLock<Arc<ServerConfig>>,
}

impl Certificates {
    pub(crate) fn load(settings: TlsSettings) -> Result<Self, ServiceError> {
        let current = RwLock::new(settings.server_config(None)?);
        Ok(Self { settings, authority: None, current })
    }

    /// The same for clients with a certificate of this authority.
    pub(crate) fn load_for_clients_of(settings: TlsSettings, authority: PathBuf) -> Result<Self, ServiceError> {
        let current = RwLock::new(settings.server_config(Some(&authority))?);
        Ok(Self { settings, authority: Some(authority), current })
    }

    /// Takes what stands in the files now for every connection from now on. If they cannot be used, the certificate that
    /// is in use stays.
    pub(crate) fn read_again(&self) -> Result<(), ServiceError> {
        let next = self.settings.server_config(self.authority.as_deref())?;
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
