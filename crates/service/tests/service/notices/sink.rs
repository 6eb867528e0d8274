//! A mail server of the tests: it speaks SMTP, with TLS that it offers or not, answers as it is told to, and keeps what it takes.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex};

use proofup_api::SecretText;
use proofup_service::{MailServer, MailSettings, MailTls};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use crate::tls::Papers;

pub const USER: &str = "proofup";
pub const PASSWORD: &str = "mail-password-of-the-tests";

/// A letter that was taken.
#[derive(Debug, Clone)]
pub struct Letter {
    pub to: String,
    pub encrypted: bool,
    pub signed_in: bool,
    /// Head and body, with dots unstuffed.
    pub data: String,
}

impl Letter {
    /// A line of the head.
    pub fn head(&self, name: &str) -> &str {
        let begin = format!("{name}: ");
        self.data
            .lines()
            .find_map(|line| line.strip_prefix(&begin))
            .unwrap_or_else(|| panic!("no {name} in {}", self.data))
    }

    /// The parts, decoded: plain text, then HTML.
    pub fn parts(&self) -> Vec<String> {
        let boundary = format!("--{}", self.data.split("boundary=\"").nth(1).unwrap().split('"').next().unwrap());
        let parts = self.data.split(&boundary).skip(1).filter(|part| !part.starts_with("--"));
        parts.map(|part| decoded(part.split_once("\r\n\r\n").unwrap())).collect()
    }
}

fn decoded((head, body): (&str, &str)) -> String {
    if head.contains("base64") {
        let digits: String = body.split_whitespace().collect();
        String::from_utf8(data_encoding::BASE64.decode(digits.as_bytes()).unwrap()).unwrap()
    } else if head.contains("quoted-printable") {
        let joined = body.replace("=\r\n", "");
        let mut bytes = Vec::new();
        let mut rest = joined.as_bytes();
        while let [first, tail @ ..] = rest {
            if *first == b'=' {
                bytes.push(u8::from_str_radix(std::str::from_utf8(&tail[..2]).unwrap(), 16).unwrap());
                rest = &tail[2..];
            } else {
                bytes.push(*first);
                rest = tail;
            }
        }
        String::from_utf8(bytes).unwrap()
    } else {
        body.to_owned()
    }
}

#[derive(Default)]
struct Told {
    letters: Vec<Letter>,
    /// What RCPT is answered with, before everything is taken.
    answers: VecDeque<&'static str>,
    /// How often somebody connected.
    connections: usize,
    without_tls: bool,
    password: Option<&'static str>,
}

/// The server. It goes on while the test does.
#[derive(Clone)]
pub struct Sink {
    told: Arc<Mutex<Told>>,
    acceptor: TlsAcceptor,
    address: SocketAddr,
    authority: String,
}

impl Sink {
    /// Listens at a port that the system picks.
    pub async fn start(folder: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let sink = Self::at(folder, listener.local_addr().unwrap());
        sink.serve(listener);
        sink
    }

    /// One that does not listen yet.
    pub fn at(folder: &Path, address: SocketAddr) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let papers = Papers::for_name(folder, "127.0.0.1");
        let chain = CertificateDer::pem_file_iter(&papers.settings.certificate).unwrap();
        let chain = chain.collect::<Result<_, _>>().unwrap();
        let key = PrivateKeyDer::from_pem_file(&papers.settings.key).unwrap();
        let config = rustls::ServerConfig::builder().with_no_client_auth().with_single_cert(chain, key).unwrap();
        Self {
            told: Arc::default(),
            acceptor: TlsAcceptor::from(Arc::new(config)),
            address,
            authority: papers.authority,
        }
    }

    pub async fn listen(&self) {
        self.serve(TcpListener::bind(self.address).await.unwrap());
    }

    fn serve(&self, listener: TcpListener) {
        let sink = self.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                sink.told.lock().unwrap().connections += 1;
                tokio::spawn(sink.clone().converse(stream));
            }
        });
    }

    /// A client of this server, as the operator configures it.
    pub fn settings(&self) -> MailSettings {
        MailSettings {
            server: "127.0.0.1".to_owned(),
            port: self.address.port(),
            tls: MailTls::StartTls,
            account: None,
            from: "Contoso security <security@contoso.example>".to_owned(),
            authorities: Some(self.authority.clone().into_bytes()),
        }
    }

    pub fn server(&self) -> MailServer {
        MailServer::new(self.settings()).unwrap()
    }

    pub fn server_with_password(&self, password: &str) -> MailServer {
        let account = Some((USER.to_owned(), SecretText::new(password)));
        MailServer::new(MailSettings { account, ..self.settings() }).unwrap()
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The next recipients get this answer.
    pub fn answer(&self, answers: &[&'static str]) {
        self.told.lock().unwrap().answers.extend(answers);
    }

    pub fn offer_tls(&self, offers: bool) {
        self.told.lock().unwrap().without_tls = !offers;
    }

    pub fn want_password(&self) {
        self.told.lock().unwrap().password = Some(PASSWORD);
    }

    pub fn letters(&self) -> Vec<Letter> {
        self.told.lock().unwrap().letters.clone()
    }

    pub fn letters_to(&self, address: &str) -> Vec<Letter> {
        self.letters().into_iter().filter(|letter| letter.to == address).collect()
    }

    pub fn connections(&self) -> usize {
        self.told.lock().unwrap().connections
    }

    async fn converse(self, stream: TcpStream) -> std::io::Result<()> {
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 sink\r\n").await?;
        if self.clone().talk(&mut stream, false).await? {
            let tls = self.acceptor.accept(stream.into_inner()).await?;
            self.talk(&mut BufReader::new(tls), true).await?;
        }
        Ok(())
    }

    /// Talks until the end, or until TLS is to begin.
    async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        stream: &mut BufReader<S>,
        encrypted: bool,
    ) -> std::io::Result<bool> {
        let (mut to, mut signed_in) = (String::new(), false);
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(false);
            }
            let line = line.trim_end();
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            let answer = match verb.as_str() {
                "EHLO" => {
                    let told = self.told.lock().unwrap();
                    let tls = if encrypted || told.without_tls { "" } else { "250-STARTTLS\r\n" };
                    let auth = if told.password.is_some() { "250-AUTH PLAIN LOGIN\r\n" } else { "" };
                    format!("250-sink\r\n{tls}{auth}250 8BITMIME")
                }
                "STARTTLS" => {
                    stream.write_all(b"220 go on\r\n").await?;
                    return Ok(true);
                }
                "AUTH" => {
                    let wanted = self.told.lock().unwrap().password.unwrap_or_default();
                    let wanted = data_encoding::BASE64.encode(format!("\0{USER}\0{wanted}").as_bytes());
                    signed_in = line.ends_with(&wanted);
                    if signed_in { "235 welcome" } else { "535 5.7.8 wrong" }.to_owned()
                }
                "MAIL" => {
                    let wants = self.told.lock().unwrap().password.is_some();
                    if wants && !signed_in { "530 5.7.0 sign in first" } else { "250 ok" }.to_owned()
                }
                "RCPT" => {
                    to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                    self.told.lock().unwrap().answers.pop_front().unwrap_or("250 ok").to_owned()
                }
                "DATA" => {
                    stream.write_all(b"354 go on\r\n").await?;
                    let data = read_data(stream).await?;
                    let letter = Letter { to: to.clone(), encrypted, signed_in, data };
                    self.told.lock().unwrap().letters.push(letter);
                    "250 taken".to_owned()
                }
                "QUIT" => {
                    stream.write_all(b"221 bye\r\n").await?;
                    return Ok(false);
                }
                _ => "250 ok".to_owned(),
            };
            stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
    }
}

async fn read_data<S: AsyncRead + Unpin>(stream: &mut BufReader<S>) -> std::io::Result<String> {
    let mut data = String::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 || line == ".\r\n" {
            return Ok(data);
        }
        data.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}
