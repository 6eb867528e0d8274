//! Connections that are held open without a word, and too many of them.

use std::time::Duration;

use proofup_service::{ConnectionLimits, Running, TlsSettings};
use reqwest::StatusCode;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tracing::Level;

use crate::logs::Lines;
use crate::support::{PATIENCE, TestDatabase, TestService, Tokens, until};
use crate::tls::Papers;

/// Long enough for anybody who means it, on a busy computer too; and no longer, so that the tests are short.
const SHORT: Duration = Duration::from_secs(2);

fn limits() -> ConnectionLimits {
    ConnectionLimits { head: SHORT, body: SHORT, answer: SHORT, ..ConnectionLimits::default() }
}

/// A node beside the one of the test, with these limits.
async fn node(service: &TestService, limits: ConnectionLimits, tls: Option<TlsSettings>) -> Running {
    let mut config = service.config.clone();
    config.listen.set_port(0);
    config.connections = limits;
    config.tls = tls;
    Running::start(config).await.unwrap()
}

/// Sends this and nothing more; gives what is answered until the other side hangs up.
async fn say_and_wait(node: &Running, text: &str) -> String {
    let mut stream = TcpStream::connect(node.address()).await.unwrap();
    // Who is refused may be so before a word is out.
    let _ = stream.write_all(text.as_bytes()).await;
    let mut answer = Vec::new();
    let closed = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut answer)).await;
    // Closed with bytes unread is a reset.
    let _ = closed.expect("the connection is closed");
    String::from_utf8_lossy(&answer).into_owned()
}

async fn metrics(service: &TestService, node: &Running) -> String {
    // While every place is taken this is refused too. No connection is kept, which would be one more.
    loop {
        let request = service.http.get(format!("{}/metrics", node.url())).header("connection", "close");
        if let Ok(answer) = request.send().await {
            return answer.text().await.unwrap();
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Waits until the metrics have this with a number that fits.
async fn until_counted(service: &TestService, node: &Running, name: &str, fits: impl Fn(u64) -> bool) {
    let counted = async || {
        let told = metrics(service, node).await;
        let found = told.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok());
        found.is_some_and(&fits)
    };
    until(name, counted).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_incomplete_request_is_closed_after_a_time_limit() {
    let service = TestService::start(TestDatabase::sqlite()).await;
    let node = node(&service, limits(), None).await;
    let body = "POST /v1/authenticator/activate HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n\
                content-length: 50\r\n\r\n{\"code\":";
    let (silent, half, slow_body) = tokio::join!(
        say_and_wait(&node, ""),
        say_and_wait(&node, "GET /healthz HTTP/1.1\r\nhost: "),
        say_and_wait(&node, body)
    );
    assert_eq!((silent.as_str(), half.as_str()), ("", ""));
    assert!(slow_body.starts_with("HTTP/1.1 408 ") && slow_body.contains("\"field\":\"body\""), "{slow_body}");
    let told = metrics(&service, &node).await;
    assert!(told.contains("proofup_connections_too_slow_total{what=\"head\"} 2"), "{told}");
    assert!(told.contains("proofup_connections_too_slow_total{what=\"body\"} 1"), "{told}");
    node.stop().await;
    service.stop().await;
}

/// On one thread, so that the lines of this test alone are collected.
#[tokio::test]
async fn connections_that_are_too_slow_share_a_log_line() {
    let lines = Lines::default();
    // While there is one subscriber, a thread without it that logs a line first turns this line off for all threads.
    let _second = tracing::Dispatch::new(lines.subscriber(Level::WARN));
    let _collecting = tracing::subscriber::set_default(lines.subscriber(Level::WARN));
    let service = TestService::start(TestDatabase::sqlite()).await;
    let body = "POST /v1/authenticator/activate HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n\
                    content-length: 50\r\n\r\n{";
    for (what, text) in [("head", "GET /healthz HTTP/1.1\r\n"), ("body", body)] {
        let node = node(&service, limits(), None).await;
        tokio::join!(say_and_wait(&node, text), say_and_wait(&node, text), say_and_wait(&node, text));
        let counter = format!("proofup_connections_too_slow_total{{what=\"{what}\"}} ");
        until_counted(&service, &node, &counter, |count| count == 3).await;
        let (logged, what) = (lines.text(), format!("what=\"{what}\""));
        let told: Vec<&str> = logged.lines().filter(|line| line.contains(&what)).collect();
        let [line] = told.as_slice() else { panic!("{what} has not one line: {logged}") };
        for part in ["WARN", "the other side took too long", "peer=127.0.0.1:", "times=1"] {
            assert!(line.contains(part), "{part} is not in {line}");
        }
        node.stop().await;
    }
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_that_was_used_is_closed_after_its_time_and_is_no_slow_one() {
    let service = TestService::start(TestDatabase::sqlite()).await;
    let node = node(&service, limits(), None).await;
    let answer = say_and_wait(&node, "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 204 "), "{answer}");
    assert!(!metrics(&service, &node).await.contains("connections_too_slow_total{"));
    node.stop().await;
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_service_does_not_wait_for_an_unread_answer() {
    let service = TestService::start(TestDatabase::sqlite()).await;
    let node = node(&service, ConnectionLimits { head: PATIENCE, ..limits() }, None).await;
    let mut deaf = TcpStream::connect(node.address()).await.unwrap();
    let request = "GET /openapi.json HTTP/1.1\r\nhost: x\r\n\r\n".repeat(40);
    // Writing stops when the other side reads no more, because it cannot write.
    let asking = async { while deaf.write_all(request.as_bytes()).await.is_ok() {} };
    tokio::time::timeout(PATIENCE, asking).await.expect("the connection is closed");
    until_counted(&service, &node, "proofup_connections_too_slow_total{what=\"answer\"} ", |count| count == 1).await;
    node.stop().await;
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_handshake_that_does_not_come_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let papers = Papers::for_name(folder.path(), "127.0.0.1");
    let service = TestService::start(TestDatabase::sqlite()).await;
    let node = node(&service, limits(), Some(papers.settings.clone())).await;
    assert_eq!(say_and_wait(&node, "").await, "");
    let answer = papers.client().get(format!("{}/metrics", node.url())).send().await.unwrap();
    let told = answer.text().await.unwrap();
    assert!(told.contains("proofup_connections_too_slow_total{what=\"handshake\"} 1"), "{told}");
    node.stop().await;
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_address_has_its_share_of_connections_and_behind_a_proxy_there_is_one_address() {
    let service = TestService::start(TestDatabase::sqlite()).await;
    let few = ConnectionLimits { per_address: 3, ..ConnectionLimits::default() };
    let direct = node(&service, few, None).await;
    let mut held = Vec::new();
    for _ in 0..3 {
        held.push(TcpStream::connect(direct.address()).await.unwrap());
    }
    assert_eq!(say_and_wait(&direct, "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").await, "", "the fourth is refused");
    held.clear();
    until_counted(&service, &direct, "proofup_connections_refused_total{reason=\"address\"} ", |count| count > 0).await;
    let mut config = service.config.clone();
    (config.connections, config.behind_proxy) = (few, true);
    config.front_ends.all.clear();
    config.listen.set_port(0);
    let proxied = Running::start(config).await.unwrap();
    for _ in 0..6 {
        held.push(TcpStream::connect(proxied.address()).await.unwrap());
    }
    let answer = service.http.get(format!("{}/healthz", proxied.url())).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    direct.stop().await;
    proxied.stop().await;
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn more_than_all_are_refused_and_counted() {
    let service = TestService::start(TestDatabase::sqlite()).await;
    let node = node(&service, ConnectionLimits { all: 2, ..ConnectionLimits::default() }, None).await;
    let held = [TcpStream::connect(node.address()).await.unwrap(), TcpStream::connect(node.address()).await.unwrap()];
    assert_eq!(say_and_wait(&node, "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").await, "");
    drop(held);
    until_counted(&service, &node, "proofup_connections_refused_total{reason=\"all\"} ", |count| count > 0).await;
    until_counted(&service, &node, "proofup_connections ", |count| count == 1).await;
    node.stop().await;
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_has_a_few_event_streams_and_the_oldest_ends() {
    let service = TestService::start(TestDatabase::sqlite()).await;
    let node = node(&service, ConnectionLimits { event_streams: 2, ..ConnectionLimits::default() }, None).await;
    let (ben, carla) = (Tokens::of(&service, "ben").await, Tokens::of(&service, "carla").await);
    let listen = async |tokens: &Tokens| {
        let request = service.http.get(format!("{}/v1/me/events", node.url())).bearer_auth(&tokens.access);
        request.send().await.unwrap()
    };
    let mut first = listen(&ben).await;
    let _second = listen(&ben).await;
    let _others = listen(&carla).await;
    until_counted(&service, &node, "proofup_event_streams ", |count| count == 3).await;
    let _third = listen(&ben).await;
    let ended = tokio::time::timeout(PATIENCE, async { while let Ok(Some(_)) = first.chunk().await {} });
    ended.await.expect("the oldest stream ends");
    until_counted(&service, &node, "proofup_event_streams ", |count| count == 3).await;
    node.stop().await;
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upload_that_is_large_and_steady_is_taken() {
    let service = TestService::start(TestDatabase::sqlite()).await;
    let node = node(&service, limits(), None).await;
    let eva = Tokens::of(&service, "eva").await;
    let pieces = tokio_stream::iter((0..8).map(|_| Ok::<_, std::io::Error>(vec![b'#'; 64 * 1024])));
    let pieces = tokio_stream::StreamExt::throttle(pieces, Duration::from_millis(400));
    let request = service.http.post(format!("{}/v1/admin/hardwareOathDevices:import?dryRun=true", node.url()));
    let request = request.bearer_auth(&eva.access).body(reqwest::Body::wrap_stream(pieces));
    // 2.8 s at least: more than the time, and as fast as wanted.
    assert_eq!(request.send().await.unwrap().status(), StatusCode::UNPROCESSABLE_ENTITY, "it is no list, and was read");
    node.stop().await;
    service.stop().await;
}

/// The process has so few file descriptors that its default limits would be too many.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_with_few_descriptors_logs_what_it_refuses_and_goes_on() {
    use std::process::Command;

    use crate::support::Process;

    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let program = env!("CARGO_BIN_EXE_proofup-service");
    let made = Command::new(program).arg("init").env("PROOFUP_DATA_DIR", folder.path()).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let limited = r#"ulimit -n 256; exec "$0" serve --listen 127.0.0.1:0 2>"$1""#;
    let mut command = Command::new("sh");
    command.args(["-c", limited, program]).arg(&log).env("PROOFUP_DATA_DIR", folder.path());
    let process = Process::serve(&mut command);
    let address = process.url.trim_start_matches("http://").to_owned();
    let mut held = Vec::new();
    for _ in 0..300 {
        held.push(TcpStream::connect(&address).await.unwrap());
    }
    let refusals = || std::fs::read_to_string(&log).unwrap_or_default().matches("a connection was refused").count();
    until("the log names a refused connection", async || refusals() > 0).await;
    assert!(refusals() < 20, "a flood is no line each");
    drop(held);
    let http = reqwest::Client::new();
    let healthy = async || {
        let answer = http.get(format!("{}/healthz", process.url)).send().await;
        answer.is_ok_and(|answer| answer.status() == StatusCode::NO_CONTENT)
    };
    until("the service answers again", healthy).await;
}
