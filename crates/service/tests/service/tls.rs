//! TLS of the service itself, with certificates made here.

use std::path::{Path, PathBuf};

use proofup_service::{Running, ServiceError, TlsSettings};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use reqwest::{Certificate, Client, StatusCode};

use crate::support::{TestDatabase, TestService};

/// An authority, and a server's certificate and key that it signed, as files.
pub struct Papers {
    pub authority: String,
    pub settings: TlsSettings,
    issuer: CertifiedIssuer<'static, KeyPair>,
}

impl Papers {
    pub fn for_name(folder: &Path, name: &str) -> Self {
        let mut authority = CertificateParams::new(Vec::new()).unwrap();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        // With the name of the certificate itself, OpenSSL takes that one for self-signed.
        authority.distinguished_name.push(DnType::CommonName, "Authority of the tests");
        let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
        let key = KeyPair::generate().unwrap();
        let server = CertificateParams::new(vec![name.to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
        let settings = TlsSettings { certificate: folder.join("chain.pem"), key: folder.join("key.pem") };
        std::fs::write(&settings.certificate, server.pem()).unwrap();
        std::fs::write(&settings.key, key.serialize_pem()).unwrap();
        Self { authority: authority.pem(), settings, issuer: authority }
    }

    /// Another certificate that the authority signed, and its key, as files named for `name`.
    pub fn issue(&self, folder: &Path, name: &str) -> (PathBuf, PathBuf) {
        let key = KeyPair::generate().unwrap();
        let certificate = CertificateParams::new(vec![name.to_owned()]).unwrap().signed_by(&key, &self.issuer).unwrap();
        let places = (folder.join(format!("{name}.pem")), folder.join(format!("{name}.key")));
        std::fs::write(&places.0, certificate.pem()).unwrap();
        std::fs::write(&places.1, key.serialize_pem()).unwrap();
        places
    }

    /// A client that trusts this authority alone.
    pub fn client(&self) -> Client {
        let authority = Certificate::from_pem(self.authority.as_bytes()).unwrap();
        Client::builder().tls_certs_only([authority]).no_proxy().build().unwrap()
    }
}

async fn with_tls(papers: &Papers) -> (TestService, Running) {
    let service = TestService::start(TestDatabase::sqlite()).await;
    let mut config = service.config.clone();
    config.listen.set_port(0);
    config.tls = Some(papers.settings.clone());
    let running = Running::start(config).await.unwrap();
    (service, running)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tls_works_for_a_client_that_trusts_the_certificate() {
    let folder = tempfile::tempdir().unwrap();
    let papers = Papers::for_name(folder.path(), "127.0.0.1");
    let (service, running) = with_tls(&papers).await;
    assert!(running.url().starts_with("https://"), "{}", running.url());
    let answer = papers.client().get(format!("{}/healthz", running.url())).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    let metadata = format!("{}/.well-known/oauth-authorization-server", running.url());
    let metadata: serde_json::Value = papers.client().get(metadata).send().await.unwrap().json().await.unwrap();
    assert!(metadata["token_endpoint"].as_str().unwrap().starts_with("https://"), "{metadata}");
    running.stop().await;
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_tls_with_the_right_certificate_gets_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    let papers = Papers::for_name(folder.path(), "127.0.0.1");
    let (service, running) = with_tls(&papers).await;
    let url = format!("{}/healthz", running.url());
    let strangers = tempfile::tempdir().unwrap();
    let stranger = Papers::for_name(strangers.path(), "127.0.0.1");
    assert!(stranger.client().get(&url).send().await.is_err(), "another authority");
    assert!(service.http.get(url.replace("https", "http")).send().await.is_err(), "no TLS");
    let half_open = tokio::net::TcpStream::connect(running.address()).await.unwrap();
    let answer = papers.client().get(&url).send().await;
    assert_eq!(answer.unwrap().status(), StatusCode::NO_CONTENT, "who never says a word holds nobody up");
    drop(half_open);
    running.stop().await;
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_certificate_of_another_name_is_not_trusted() {
    let folder = tempfile::tempdir().unwrap();
    let papers = Papers::for_name(folder.path(), "verify.contoso.example");
    let (service, running) = with_tls(&papers).await;
    assert!(papers.client().get(format!("{}/healthz", running.url())).send().await.is_err());
    running.stop().await;
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn papers_that_cannot_be_used_are_named_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let papers = Papers::for_name(folder.path(), "127.0.0.1");
    let service = TestService::start(TestDatabase::sqlite()).await;
    let mut config = service.config.clone();
    config.listen.set_port(0);
    config.tls = Some(papers.settings.clone());
    std::fs::write(&papers.settings.key, "no key").unwrap();
    let error = Running::start(config).await.err().unwrap();
    assert!(matches!(&error, ServiceError::Configuration(why) if why.contains("key.pem")), "{error}");
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_renewed_certificate_is_read_while_it_runs_and_a_broken_one_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let papers = Papers::for_name(folder.path(), "127.0.0.1");
    let (service, running) = with_tls(&papers).await;
    let url = format!("{}/healthz", running.url());
    let renewed = Papers::for_name(folder.path(), "127.0.0.1");
    assert!(renewed.client().get(&url).send().await.is_err(), "not read yet");
    running.read_certificate_again().unwrap();
    assert_eq!(renewed.client().get(&url).send().await.unwrap().status(), StatusCode::NO_CONTENT);
    std::fs::write(&papers.settings.certificate, "half of a file").unwrap();
    assert!(running.read_certificate_again().is_err());
    assert_eq!(renewed.client().get(&url).send().await.unwrap().status(), StatusCode::NO_CONTENT, "the old one stays");
    running.stop().await;
    service.stop().await;
}
