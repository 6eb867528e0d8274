//! Keeps a number of connections busy with ready requests for some seconds.

use std::time::{Duration, Instant};

use data_encoding::BASE64;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::{Failure, server::Server};

/// What is sent before counting begins.
const WARMING_UP: Duration = Duration::from_secs(1);
const MEASURED: Duration = Duration::from_secs(5);

/// The rate per second, and how long half and nearly all of the answers took, in ms.
pub struct Measured {
    pub rate: f64,
    pub p50: f64,
    pub p99: f64,
}

/// A client: it asks once and returns when the answer is there.
pub trait Asks: Send + 'static {
    fn ask(&mut self, number: usize) -> impl Future<Output = Result<(), Failure>> + Send;
}

/// Lets all clients ask again and again.
pub async fn run<C: Asks>(clients: Vec<C>) -> Result<Measured, Failure> {
    let (begun, number) = (Instant::now(), clients.len());
    let mut running = JoinSet::new();
    for (first, mut client) in clients.into_iter().enumerate() {
        running.spawn(async move {
            let mut took = Vec::new();
            for asked in 0.. {
                let asking = Instant::now();
                if begun.elapsed() >= WARMING_UP + MEASURED {
                    break;
                }
                client.ask(first + asked * number).await?;
                if asking.duration_since(begun) >= WARMING_UP {
                    took.push(asking.elapsed());
                }
            }
            Ok::<_, Failure>(took)
        });
    }
    let mut took = Vec::new();
    while let Some(one) = running.join_next().await {
        took.extend(one??);
    }
    took.sort_unstable();
    let at = |share: usize| took.get(took.len() * share / 100).map_or(f64::NAN, |time| 1000.0 * time.as_secs_f64());
    Ok(Measured { rate: took.len() as f64 / MEASURED.as_secs_f64(), p50: at(50), p99: at(99) })
}

/// A request that does nothing but go through the service's HTTP stack.
pub fn nothing() -> Vec<u8> {
    b"GET /healthz HTTP/1.1\r\nhost: service\r\n\r\n".to_vec()
}

/// The check of a name and an app password, as a front end sends it.
pub fn basic(name: &str, secret: &str, front_end_secret: &str) -> Vec<u8> {
    let credentials = BASE64.encode(format!("{name}:{secret}").as_bytes());
    format!(
        "GET /legacy/basic HTTP/1.1\r\nhost: service\r\nauthorization: Basic {credentials}\r\nx-auth-key: {front_end_secret}\r\nx-real-ip: 192.0.2.14\r\nuser-agent: Mail 1.0\r\n\r\n"
    )
    .into_bytes()
}

/// Sends one request.
pub async fn once(server: &Server, request: Vec<u8>, expected: u16) -> Result<(), Failure> {
    Client::connect(server, vec![request], expected).await?.ask(0).await
}

/// Sends these requests in turn over as many connections as there are clients.
pub async fn http(server: &Server, clients: usize, requests: Vec<Vec<u8>>, expected: u16) -> Result<Measured, Failure> {
    let mut all = Vec::new();
    for _ in 0..clients {
        all.push(Client::connect(server, requests.clone(), expected).await?);
    }
    run(all).await
}

struct Client {
    stream: TcpStream,
    requests: Vec<Vec<u8>>,
    start: Vec<u8>,
    answer: Vec<u8>,
}

impl Client {
    async fn connect(server: &Server, requests: Vec<Vec<u8>>, expected: u16) -> Result<Self, Failure> {
        let host = server.url().strip_prefix("http://").ok_or("the service of a measurement speaks plain HTTP")?;
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        let start = format!("HTTP/1.1 {expected} ").into_bytes();
        Ok(Self { stream, requests, start, answer: Vec::with_capacity(1024) })
    }
}

impl Asks for Client {
    /// The answers have no body, or none that is longer than a line: they end with what was read last.
    async fn ask(&mut self, number: usize) -> Result<(), Failure> {
        self.stream.write_all(&self.requests[number % self.requests.len()]).await?;
        self.answer.clear();
        while !self.answer.windows(4).any(|end| end == b"\r\n\r\n") {
            if self.stream.read_buf(&mut self.answer).await? == 0 {
                return Err("the service hung up".into());
            }
        }
        if self.answer.starts_with(&self.start) {
            return Ok(());
        }
        Err(String::from_utf8_lossy(&self.answer).into_owned().into())
    }
}
