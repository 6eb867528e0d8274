//! RADIUS over TLS: the certificate says who asks.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use proofup_radius::{Code, Packet, Request, attribute};
use proofup_service::{ConnectionLimits, FrontEnd, FrontEndKind, Networks, Running};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::{BEN, log};
use crate::legacy::new_app_password;
use crate::support::{PATIENCE, SOON, TestDatabase, TestService, Tokens};
use crate::tls::Papers;

const SECRET: &[u8] = b"radsec";

/// A service that a proxy with a certificate for `proxy.contoso.example` asks.
struct Asked {
    service: TestService,
    _running: Running,
    address: SocketAddr,
    papers: Papers,
    folder: tempfile::TempDir,
}

impl Asked {
    async fn with(limits: ConnectionLimits) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let papers = Papers::for_name(folder.path(), "127.0.0.1");
        let authority = folder.path().join("authority.pem");
        std::fs::write(&authority, &papers.authority).unwrap();
        let mut front_end = FrontEnd::new("proxy", FrontEndKind::Radius, Networks::loopback());
        front_end.radius.certificate = Some("proxy.contoso.example".to_owned());
        front_end.radius.patience = Duration::ZERO;
        let service = TestService::start(TestDatabase::sqlite()).await;
        // RADIUS alone has TLS: the tests speak HTTP with another node.
        let mut config = service.config.clone();
        config.listen.set_port(0);
        config.tls = Some(papers.settings.clone());
        config.listen_radsec = Some(([127, 0, 0, 1], 0).into());
        config.radsec_client_ca = Some(authority);
        config.front_ends.all = vec![front_end];
        config.connections = limits;
        let running = Running::start(config).await.unwrap();
        let address = running.radsec_address().unwrap();
        Self { service, _running: running, address, papers, folder }
    }

    async fn start() -> Self {
        Self::with(ConnectionLimits::default()).await
    }

    /// Connects with the certificate in these files, until the service has looked at it.
    async fn connect(&self, client: Option<(PathBuf, PathBuf)>) -> std::io::Result<TlsStream<TcpStream>> {
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_slice(self.papers.authority.as_bytes()).unwrap()).unwrap();
        let config = ClientConfig::builder().with_root_certificates(roots);
        let config = match client {
            None => config.with_no_client_auth(),
            Some((certificate, key)) => {
                let chain = vec![CertificateDer::from_pem_file(certificate).unwrap()];
                config.with_client_auth_cert(chain, PrivateKeyDer::from_pem_file(key).unwrap()).unwrap()
            }
        };
        let stream = TcpStream::connect(self.address).await?;
        let name = ServerName::try_from("127.0.0.1").unwrap();
        TlsConnector::from(Arc::new(config)).connect(name, stream).await
    }

    async fn proxy(&self) -> TlsStream<TcpStream> {
        self.connect(Some(self.papers.issue(self.folder.path(), "proxy.contoso.example"))).await.unwrap()
    }
}

fn request(identifier: u8, password: &str) -> Request {
    Request::new(Code::AccessRequest, identifier, &uuid::Uuid::new_v4().into_bytes())
        .with(attribute::USER_NAME, BEN.as_bytes())
        .with_password(password.as_bytes(), SECRET)
}

/// The next answer on a connection: its identifier, code and bytes.
async fn hear(stream: &mut TlsStream<TcpStream>) -> (u8, Code, Vec<u8>) {
    let hearing = async {
        let mut bytes = vec![0; 20];
        stream.read_exact(&mut bytes).await.unwrap();
        bytes.resize(Packet::length_in_stream(&bytes).unwrap().unwrap(), 0);
        stream.read_exact(&mut bytes[20..]).await.unwrap();
        let packet = Packet::parse(&bytes).unwrap();
        (packet.identifier(), packet.code(), bytes.clone())
    };
    tokio::time::timeout(PATIENCE, hearing).await.expect("the service answers")
}

/// Whether the service closes a connection without an answer.
async fn is_closed(mut stream: TlsStream<TcpStream>) -> bool {
    let read = tokio::time::timeout(PATIENCE, stream.read(&mut [0; 64])).await.expect("the service closes it");
    matches!(read, Err(_) | Ok(0))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn packets_on_one_connection_are_answered_and_one_that_comes_again_from_memory() {
    let asked = Asked::start().await;
    let ben = Tokens::of(&asked.service, "ben").await;
    let (id, secret) =
        new_app_password(&asked.service, &ben, json!({"displayName": "VPN", "protocols": ["radius"]})).await;
    let mut stream = asked.proxy().await;
    let unproven = request(1, &secret).unsealed();
    let wrong = request(2, "not it").sealed(SECRET);
    let alive = Request::new(Code::StatusServer, 0, &[9; 16]).sealed(SECRET);
    stream.write_all(&[&unproven[..], &wrong, &alive].concat()).await.unwrap();
    let mut answers = [hear(&mut stream).await, hear(&mut stream).await, hear(&mut stream).await];
    answers.sort_by_key(|(identifier, ..)| *identifier);
    assert_eq!(
        answers.each_ref().map(|(_, code, _)| *code),
        [Code::AccessAccept, Code::AccessAccept, Code::AccessReject]
    );
    let accepted = Packet::parse(&answers[1].2).unwrap();
    assert!(accepted.answers(&Packet::parse(&unproven).unwrap().authenticator(), SECRET));
    stream.write_all(&unproven).await.unwrap();
    assert_eq!(hear(&mut stream).await.2, answers[1].2, "the same answer");
    let rows = log(&asked.service, "user=ben%40contoso.example").await;
    let ours: Vec<_> = rows.iter().filter(|row| row["frontEnd"] == "proxy").collect();
    assert_eq!(ours.len(), 2, "{ours:?}");
    let row = ours.iter().find(|row| row["result"] == "skipped_app_password").unwrap();
    assert_eq!((&row["protocol"], &row["count"]), (&json!("radius"), &json!(1)));
    ben.delete(&asked.service, &format!("/v1/me/appPasswords/{id}")).await;
    let mut changed = request(3, &secret).sealed(SECRET);
    stream.write_all(&changed).await.unwrap();
    assert_eq!(hear(&mut stream).await.1, Code::AccessReject, "deleted is deleted");
    changed[1] = 4;
    stream.write_all(&[changed, request(5, "not it").sealed(SECRET)].concat()).await.unwrap();
    assert_eq!(hear(&mut stream).await.0, 5, "a packet that is not genuine gets no answer");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_without_the_certificate_of_a_front_end_is_not_answered() {
    let asked = Asked::start().await;
    let other = tempfile::tempdir().unwrap();
    let stranger = Papers::for_name(other.path(), "127.0.0.1").issue(other.path(), "proxy.contoso.example");
    let another = asked.papers.issue(other.path(), "printer.contoso.example");
    for (client, what) in
        [(None, "no certificate"), (Some(stranger), "another authority"), (Some(another), "another name")]
    {
        // With TLS 1.3 a client hears only afterwards that its certificate is refused.
        let Ok(mut stream) = asked.connect(client).await else { continue };
        let _ = stream.write_all(&request(1, "guess").sealed(SECRET)).await;
        assert!(is_closed(stream).await, "{what}");
    }
    let denied = log(&asked.service, "kind=denied").await;
    assert!(denied.iter().all(|row| row["frontEnd"] != "proxy"), "nothing was checked: {denied:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stream_that_is_no_radius_or_stops_within_a_packet_is_closed() {
    let asked = Asked::with(ConnectionLimits { head: SOON, ..ConnectionLimits::default() }).await;
    for bytes in [&[1, 1, 0, 19][..], &[1, 1, 16, 1], &[1, 1, 0, 40, 9]] {
        let mut stream = asked.proxy().await;
        stream.write_all(bytes).await.unwrap();
        assert!(is_closed(stream).await, "{bytes:?}");
    }
    // Between packets it stays open.
    let mut stream = asked.proxy().await;
    tokio::time::sleep(2 * SOON).await;
    stream.write_all(&request(7, "not it").sealed(SECRET)).await.unwrap();
    assert_eq!(hear(&mut stream).await.0, 7);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_over_tls_count_with_all_others() {
    let asked = Asked::with(ConnectionLimits { per_address: 2, ..ConnectionLimits::default() }).await;
    let _held = (asked.proxy().await, asked.proxy().await);
    let refused = asked.connect(Some(asked.papers.issue(asked.folder.path(), "proxy.contoso.example"))).await;
    assert!(refused.is_err(), "the third from one address");
}
