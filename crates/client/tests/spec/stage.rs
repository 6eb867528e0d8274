//! A stub of the service: one loopback port, answers written by the test, and a record of all requests.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, AtomicU8, Ordering},
    },
};

use jiff::Timestamp;
use proofup_client::{Environment, Keeping, Service, SessionStore, StoredSession};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// The stub's time; this computer's clock is seven seconds behind.
pub const SERVICE_TIME: i64 = 1_767_225_607_000;

/// A request that the stub received.
#[derive(Debug, Clone)]
pub struct Asked {
    pub line: String,
    pub authorization: Option<String>,
    pub language: Option<String>,
    pub device: Option<String>,
    pub body: String,
}

impl Asked {
    /// A field of a form, decoded as far as the tests need it.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.body.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }
}

/// A whole answer.
#[derive(Clone)]
pub struct Reply(pub u16, pub &'static str, pub String);

/// JSON with a status.
pub fn json(status: u16, body: serde_json::Value) -> Reply {
    Reply(status, "application/json", body.to_string())
}

/// A problem as the service writes it.
pub fn problem(status: u16, code: &str, params: serde_json::Value) -> Reply {
    let body = serde_json::json!({ "type": format!("urn:proofup:problem:{code}"), "title": "for operators", "status": status,
        "code": code, "params": params });
    Reply(status, "application/problem+json", body.to_string())
}

/// Tokens with numbers in them, so that a test sees which one is used.
pub fn tokens(number: u32) -> Reply {
    json(
        200,
        serde_json::json!({ "access_token": format!("access-{number}"), "token_type": "Bearer", "expires_in": 600,
            "refresh_token": format!("refresh-{number}"), "scope": "security_info" }),
    )
}

/// The stub.
pub struct Stage {
    pub service: Service,
    pub asked: Arc<Mutex<Vec<Asked>>>,
    pub environment: Arc<StillWorld>,
    pub store: Arc<Notebook>,
}

impl Stage {
    /// A service that gives these answers in order, and then 500.
    pub async fn with(replies: impl IntoIterator<Item = Reply>) -> Self {
        let replies = Mutex::new(replies.into_iter().collect::<VecDeque<_>>());
        Self::playing(move |_| replies.lock().unwrap().pop_front()).await
    }

    /// A service that computes each answer; `None` closes the connection without an answer.
    pub async fn playing(answer: impl Fn(&Asked) -> Option<Reply> + Send + Sync + 'static) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (log, answer) = (asked.clone(), Arc::new(answer));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, log.clone(), answer.clone()));
            }
        });
        let environment = Arc::new(StillWorld::default());
        let service = Service::new(address.parse().unwrap(), environment.clone()).unwrap();
        Self { service, asked, environment, store: Arc::default() }
    }

    /// All requests so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

async fn serve(
    mut stream: TcpStream,
    log: Arc<Mutex<Vec<Asked>>>,
    answer: Arc<impl Fn(&Asked) -> Option<Reply> + Send + Sync>,
) {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    let (head, length) = loop {
        let read = stream.read(&mut buffer).await.unwrap_or(0);
        if read == 0 {
            return;
        }
        bytes.extend_from_slice(&buffer[..read]);
        let text = String::from_utf8_lossy(&bytes);
        if let Some(end) = text.find("\r\n\r\n") {
            let length = header(&text[..end], "content-length").map_or(0, |length| length.parse().unwrap());
            if bytes.len() >= end + 4 + length {
                break (text[..end].to_owned(), end + 4);
            }
        }
    };
    let asked = Asked {
        line: head.lines().next().unwrap_or_default().trim_end_matches(" HTTP/1.1").to_owned(),
        authorization: header(&head, "authorization").map(str::to_owned),
        language: header(&head, "accept-language").map(str::to_owned),
        device: header(&head, "proofup-device-token").map(str::to_owned),
        body: String::from_utf8_lossy(&bytes[length..]).into_owned(),
    };
    log.lock().unwrap().push(asked.clone());
    let Some(Reply(status, kind, body)) = answer(&asked) else { return };
    let length =
        if kind == "text/event-stream" { String::new() } else { format!("content-length: {}\r\n", body.len()) };
    let wants_step_up = if body.contains("step_up_required") {
        "www-authenticate: Bearer error=\"insufficient_user_authentication\", max_age=\"600\"\r\n"
    } else {
        ""
    };
    let head = format!(
        "HTTP/1.1 {status} Reply\r\ncontent-type: {kind}\r\n{length}{wants_step_up}connection: close\r\nproofup-time: {SERVICE_TIME}\r\n\
         proofup-correlation-id: 0198-seen\r\n\r\n"
    );
    let _ = stream.write_all(format!("{head}{body}").as_bytes()).await;
    let _ = stream.shutdown().await;
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

/// An environment whose clock moves only when the test moves it, and whose random bytes count up.
#[derive(Default)]
pub struct StillWorld {
    seconds: AtomicI64,
    chance: AtomicU8,
}

impl StillWorld {
    /// Lets time pass.
    pub fn pass(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Environment for StillWorld {
    fn now(&self) -> Timestamp {
        let passed = self.seconds.load(Ordering::SeqCst) * 1000;
        Timestamp::from_millisecond(SERVICE_TIME - 7_000 + passed).unwrap()
    }

    fn fill_random(&self, buffer: &mut [u8]) {
        buffer.fill(self.chance.fetch_add(1, Ordering::SeqCst));
    }
}

/// All sessions that were ever stored.
#[derive(Default)]
pub struct Notebook(pub Mutex<Vec<StoredSession>>);

impl Notebook {
    /// The refresh tokens, in the order in which they were stored.
    pub fn refresh_tokens(&self) -> Vec<Option<String>> {
        let kept = self.0.lock().unwrap();
        kept.iter().map(|kept| kept.refresh_token.as_ref().map(|token| token.expose().to_owned())).collect()
    }
}

impl SessionStore for Notebook {
    fn keep(&self, session: StoredSession) -> Keeping<'_> {
        Box::pin(async move { self.0.lock().unwrap().push(session) })
    }
}
