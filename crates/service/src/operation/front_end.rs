//! Asks the running service as a front end of its configuration would, from the computer of the service. It tries no password,
//! but address, secret and path.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use proofup_ldap::proto::{LdapMsg, LdapOp};
use proofup_ldap::{Base, Messages, Read, directory, write};
use proofup_radius::{Code, LONGEST_PACKET, Packet, Request};
use reqwest::StatusCode;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpStream, UdpSocket};
use tokio::time::timeout;

use crate::endpoints::front_ends::{FrontEnd, FrontEndKind};
use crate::operation::check::{Finding, State};
use crate::server::ServiceConfig;

/// The time limit of an answer.
const PATIENCE: Duration = Duration::from_secs(10);
const ANSWER: &str = "answer";

/// The findings about the front ends with this name, and about the answers of the service to them.
pub(crate) async fn test(config: &ServiceConfig, name: &str) -> Vec<Finding> {
    let all = &config.front_ends.all;
    let mut found = Vec::new();
    for front_end in all.iter().filter(|front_end| front_end.name == name) {
        found.extend(hidden_clients(front_end));
        found.push(match asked(config, front_end).await {
            Ok(detail) => Finding::new(ANSWER, State::Ok, detail),
            Err(why) => Finding::new(ANSWER, State::Failed, why),
        });
    }
    if found.is_empty() {
        let names: Vec<_> = all.iter().map(|front_end| front_end.name.as_str()).collect();
        let why = format!("there is no front end {name:?}; configured are: {}", names.join(", "));
        found.push(Finding::new("configuration", State::Failed, why));
    }
    found
}

/// The warning about a front end that does not send the addresses of its clients.
fn hidden_clients(front_end: &FrontEnd) -> Option<Finding> {
    let is_usual = front_end.client_address.is_some() || front_end.kind == FrontEndKind::Ldap;
    let why = "client_address is not set: no network is trusted, and wrong passwords are counted for all its clients together";
    (!is_usual).then(|| Finding::new("clientAddress", State::Warning, why))
}

async fn asked(config: &ServiceConfig, front_end: &FrontEnd) -> Result<String, String> {
    let listen = match front_end.kind {
        FrontEndKind::NginxMail | FrontEndKind::Basic => Some(config.listen),
        FrontEndKind::Radius if front_end.radius.certificate.is_some() => config.listen_radsec,
        FrontEndKind::Radius => config.listen_radius,
        FrontEndKind::Ldap => config.listen_ldap.or(config.listen_ldaps),
    };
    let address = near(listen.ok_or("nothing listens for it")?);
    if !front_end.from.contain(address.ip()) {
        return Err(format!(
            "from does not name {}, so this computer cannot ask for it: try from the front end",
            address.ip()
        ));
    }
    match front_end.kind {
        FrontEndKind::NginxMail | FrontEndKind::Basic => http(config, front_end, address).await,
        FrontEndKind::Radius if front_end.radius.certificate.is_some() => {
            listens(address, "only a client with its certificate can ask further").await
        }
        FrontEndKind::Radius => radius(config, front_end, address).await,
        FrontEndKind::Ldap if config.listen_ldap.is_some() => ldap(front_end, address).await,
        FrontEndKind::Ldap => listens(address, "try a bind with ldapwhoami").await,
    }
}

/// The address at which this computer reaches a socket that listens on every address.
fn near(listen: SocketAddr) -> SocketAddr {
    let ip = match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        named => named,
    };
    SocketAddr::new(ip, listen.port())
}

async fn http(config: &ServiceConfig, front_end: &FrontEnd, address: SocketAddr) -> Result<String, String> {
    let path = if front_end.kind == FrontEndKind::Basic { "/legacy/basic" } else { "/legacy/nginx-mail" };
    let scheme = if config.tls.is_some() { "https" } else { "http" };
    let _ = rustls::crypto::ring::default_provider().install_default();
    // The certificate has the public name, and this is an address of the computer itself.
    let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).tls_danger_accept_invalid_certs(true).build();
    let mut request = client.map_err(|error| error.to_string())?.get(format!("{scheme}://{address}{path}"));
    if let Some(secret) = &front_end.secret {
        request = request.header("x-auth-key", secret.expose());
    }
    let answer = request.send().await.map_err(|_| format!("there is no answer at {address}: does the service run?"))?;
    match answer.status() {
        // The request has no name and no password.
        StatusCode::UNAUTHORIZED | StatusCode::OK => Ok(format!("{address}{path} knows this front end")),
        StatusCode::FORBIDDEN => {
            Err(format!("{address}{path} does not know this front end: was the service restarted after the change?"))
        }
        other => Err(format!("{address}{path} answers {other}")),
    }
}

/// Status-Server (RFC 5997), which proves the secret in both directions.
async fn radius(config: &ServiceConfig, front_end: &FrontEnd, address: SocketAddr) -> Result<String, String> {
    let secret = front_end.secret.as_ref().map_or(&[][..], |secret| secret.expose().as_bytes());
    let random = config.random.bytes::<16>().map_err(|error| error.to_string())?;
    let request = Request::new(Code::StatusServer, 0, &random);
    let bytes = request.sealed(secret);
    let authenticator = Packet::parse(&bytes).map_err(|error| error.to_string())?.authenticator();
    let silent =
        format!("no answer at {address}: the service does not run, has another secret, or its database is away");
    let exchange = async {
        let socket = UdpSocket::bind(SocketAddr::new(address.ip(), 0)).await?;
        socket.connect(address).await?;
        socket.send(&bytes).await?;
        let mut answer = vec![0; LONGEST_PACKET];
        let length = socket.recv(&mut answer).await?;
        answer.truncate(length);
        Ok::<_, std::io::Error>(answer)
    };
    let Ok(Ok(answer)) = timeout(PATIENCE, exchange).await else { return Err(silent) };
    let is_right = Packet::parse(&answer).is_ok_and(|packet| packet.answers(&authenticator, secret));
    if is_right { Ok(format!("{address} is alive, with the same secret")) } else { Err(silent) }
}

/// TLS from the start. The certificate has the public name, so only the connection is tried.
async fn listens(address: SocketAddr, next: &str) -> Result<String, String> {
    match timeout(PATIENCE, TcpStream::connect(address)).await {
        Ok(Ok(_)) => Ok(format!("{address} accepts connections; {next}")),
        _ => Err(format!("there is no answer at {address}: does the service run?")),
    }
}

/// The root DSE, which names the base.
async fn ldap(front_end: &FrontEnd, address: SocketAddr) -> Result<String, String> {
    let Ok(Ok(LdapOp::SearchResultEntry(root))) = timeout(PATIENCE, root_of(address)).await else {
        return Err(format!("{address} does not answer: does the service run, and was it restarted after the change?"));
    };
    let own = front_end.base.as_deref().and_then(Base::parse);
    let mut values = root.attributes.iter().flat_map(|attribute| &attribute.vals);
    if values.any(|value| std::str::from_utf8(value).ok().and_then(Base::parse) == own) {
        Ok(format!("{address} knows this front end and its base"))
    } else {
        Err(format!("{address} has another base: was the service restarted after the change?"))
    }
}

async fn root_of(address: SocketAddr) -> std::io::Result<LdapOp> {
    let mut stream = TcpStream::connect(address).await?;
    let search = LdapMsg::new(1, LdapOp::SearchRequest(directory::search_for_root()));
    stream.write_all(&write(vec![search])?).await?;
    let (mut messages, mut bytes) = (Messages::default(), [0; 4096]);
    loop {
        if let Some(Read::Message(message)) = messages.next_message().map_err(std::io::Error::other)? {
            return Ok(message.op);
        }
        match stream.read(&mut bytes).await? {
            0 => return Err(std::io::ErrorKind::UnexpectedEof.into()),
            length => messages.push(&bytes[..length]),
        }
    }
}
