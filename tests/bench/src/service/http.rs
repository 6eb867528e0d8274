//! A minimal HTTP/1.1 client on one persistent connection: a client library would take as much processor time as the
//! service.

use std::sync::Arc;

use serde_json::Value;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    sync::Mutex,
};

use crate::Failure;

/// No answer has more headers.
const MOST_HEADERS: usize = 32;

/// A connection to the service.
#[derive(Clone)]
pub struct Http {
    stream: Arc<Mutex<TcpStream>>,
    host: Arc<str>,
}

impl Http {
    /// Connects to `http://host:port`.
    pub async fn connect(url: &str) -> Result<Self, Failure> {
        let host = url.strip_prefix("http://").ok_or("the service of a measurement speaks plain HTTP")?;
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: Arc::new(Mutex::new(stream)), host: host.into() })
    }

    /// Sends a form; the measurement has no real secrets.
    pub async fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Result<Value, Failure> {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.post_body(path, "application/x-www-form-urlencoded", "", &form).await.map(|(_, answer)| answer)
    }

    /// Calls the API with a token.
    pub async fn post(&self, path: &str, token: &str, body: &Value) -> Result<Value, Failure> {
        let bearer = format!("authorization: Bearer {token}\r\n");
        let (status, answer) = self.post_body(path, "application/json", &bearer, &body.to_string()).await?;
        if status < 300 { Ok(answer) } else { Err(format!("{path}: {status} {answer}").into()) }
    }

    /// Reads from the API with a token.
    pub async fn get(&self, path: &str, token: &str) -> Result<Value, Failure> {
        let host = &self.host;
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: {host}\r\naccept: application/json\r\nauthorization: Bearer {token}\r\n\r\n"
        );
        let (status, answer) = self.exchange(&request).await?;
        if status < 300 { Ok(answer) } else { Err(format!("{path}: {status} {answer}").into()) }
    }

    /// Opens an event stream on this connection, which is used for nothing else any more.
    pub async fn listen(self, token: &str) -> Result<Self, Failure> {
        let host = &self.host;
        let request = format!(
            "GET /v1/me/events HTTP/1.1\r\nhost: {host}\r\naccept: text/event-stream\r\nauthorization: Bearer {token}\r\n\r\n"
        );
        let mut stream = self.stream.lock().await;
        stream.write_all(request.as_bytes()).await?;
        let mut answer = Vec::with_capacity(1024);
        while !answer.windows(4).any(|end| end == b"\r\n\r\n") {
            if stream.read_buf(&mut answer).await? == 0 {
                return Err("the service hung up".into());
            }
        }
        if !answer.starts_with(b"HTTP/1.1 200 ") {
            return Err(String::from_utf8_lossy(&answer).into_owned().into());
        }
        drop(stream);
        Ok(self)
    }

    async fn post_body(&self, path: &str, kind: &str, more: &str, body: &str) -> Result<(u16, Value), Failure> {
        let (host, length) = (&self.host, body.len());
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\naccept: */*\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n{more}\r\n{body}"
        );
        self.exchange(&request).await
    }

    async fn exchange(&self, request: &str) -> Result<(u16, Value), Failure> {
        let mut stream = self.stream.lock().await;
        stream.write_all(request.as_bytes()).await?;
        let mut answer = Vec::with_capacity(1024);
        loop {
            if stream.read_buf(&mut answer).await? == 0 {
                return Err("the service hung up".into());
            }
            if let Some(read) = read_answer(&answer)? {
                return Ok(read);
            }
        }
    }
}

/// The status and body of an answer; `None` while it is incomplete.
fn read_answer(bytes: &[u8]) -> Result<Option<(u16, Value)>, Failure> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut head = httparse::Response::new(&mut headers);
    let httparse::Status::Complete(at) = head.parse(bytes)? else { return Ok(None) };
    let status = head.code.ok_or("an answer has a status")?;
    let length = head.headers.iter().find(|header| header.name.eq_ignore_ascii_case("content-length"));
    let length: usize = length.map_or(Ok(0), |header| str::from_utf8(header.value).unwrap_or_default().parse())?;
    match bytes.get(at..at + length) {
        None => Ok(None),
        Some([]) => Ok(Some((status, Value::Null))),
        Some(body) => Ok(Some((status, serde_json::from_slice(body)?))),
    }
}
