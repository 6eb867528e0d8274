//! A line for each sign-in, in a file and at a syslog server, and the filter of fail2ban that reads such a file.

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{TcpListener, UdpSocket};
use std::path::Path;
use std::process::Command;

use proofup_service::SignInLinesTarget;
use reqwest::StatusCode;
use serde_json::Value;

use crate::legacy::basic;
use crate::support::{PATIENCE, Port, TestDatabase, TestService, Tokens, left_out, person, until};

/// Has no second step here.
const BEN: &str = "ben@contoso.example";
const FAIL2BAN: &str = "/usr/bin/fail2ban-regex";
const FILTER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/operate/fail2ban/filter.conf");

async fn start(target: SignInLinesTarget) -> TestService {
    let service = TestService::start(TestDatabase::sqlite()).await;
    service.cli(&["user", "mfa", BEN, "disabled"]).await;
    service.restarted(|config| config.sign_in_lines = Some(target)).await
}

fn lines(file: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_sign_in_is_a_line_of_the_file_and_a_row_of_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sign-ins.log");
    let service = start(SignInLinesTarget::File(file.clone())).await;
    assert_eq!(basic(&service, BEN, person("ben").password).await, StatusCode::NO_CONTENT);
    assert_eq!(basic(&service, BEN, "guess").await, StatusCode::UNAUTHORIZED);
    until("both lines", async || lines(&file).len() == 2).await;
    let [granted, denied] = lines(&file).try_into().unwrap();
    assert_eq!((&granted["result"], granted.get("denialReason")), (&"not_required".into(), None));
    assert_eq!(denied["denialReason"], "invalid_credentials");
    assert_eq!((&denied["userPrincipalName"], &denied["clientAddress"]), (&BEN.into(), &"127.0.0.1".into()));
    let eva = Tokens::of(&service, "eva").await;
    let rows = eva.get(&service, "/v1/admin/signIns?user=ben%40contoso.example").await;
    let of_log: Vec<_> = rows["value"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
    assert_eq!(of_log[..2], [denied["id"].clone(), granted["id"].clone()], "the newest first");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_was_moved_is_opened_anew() {
    let folder = tempfile::tempdir().unwrap();
    let (file, moved) = (folder.path().join("sign-ins.log"), folder.path().join("sign-ins.log.1"));
    let service = start(SignInLinesTarget::File(file.clone())).await;
    basic(&service, BEN, "first").await;
    until("the first line", async || lines(&file).len() == 1).await;
    std::fs::rename(&file, &moved).unwrap();
    service.running.as_ref().unwrap().open_sign_in_lines_again();
    basic(&service, BEN, "second").await;
    until("the second line", async || lines(&file).len() == 1).await;
    assert_eq!(lines(&moved).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_lines_are_written_before_the_service_ends() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sign-ins.log");
    let mut service = start(SignInLinesTarget::File(file.clone())).await;
    basic(&service, BEN, "guess").await;
    service.running.take().unwrap().stop().await;
    assert_eq!(lines(&file).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_syslog_server_gets_datagrams() {
    let server = UdpSocket::bind("127.0.0.1:0").unwrap();
    server.set_read_timeout(Some(PATIENCE)).unwrap();
    let service = start(SignInLinesTarget::SyslogUdp(server.local_addr().unwrap().to_string())).await;
    basic(&service, BEN, "guess").await;
    let mut datagram = [0; 4096];
    let length =
        tokio::task::spawn_blocking(move || server.recv(&mut datagram).map(|length| datagram[..length].to_vec()));
    let frame = String::from_utf8(length.await.unwrap().unwrap()).unwrap();
    let (header, json) = frame.split_once(" - SIGNIN - ").unwrap_or_else(|| panic!("{frame}"));
    assert!(header.starts_with("<84>1 2026-03-02T09:00:00.000Z "), "{header}");
    assert_eq!(serde_json::from_str::<Value>(json).unwrap()["userPrincipalName"], BEN);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_syslog_server_that_was_away_gets_the_lines_with_their_lengths_when_it_is_back() {
    let port = Port::claim();
    let service = start(SignInLinesTarget::SyslogTcp(port.to_address().to_string())).await;
    assert_eq!(basic(&service, BEN, "first").await, StatusCode::UNAUTHORIZED, "no sign-in waits for its line");
    basic(&service, BEN, "second").await;
    let server = TcpListener::bind(port.to_address()).unwrap();
    let read = tokio::task::spawn_blocking(move || {
        let (stream, _) = server.accept().unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let mut reader = BufReader::new(stream);
        [(); 2].map(|()| {
            let (mut length, mut frame) = (Vec::new(), Vec::new());
            reader.read_until(b' ', &mut length).unwrap();
            let length: u64 = String::from_utf8(length).unwrap().trim_end().parse().unwrap();
            reader.by_ref().take(length).read_to_end(&mut frame).unwrap();
            String::from_utf8(frame).unwrap()
        })
    });
    for frame in read.await.unwrap() {
        let (_, json) = frame.split_once(" - SIGNIN - ").unwrap();
        assert_eq!(serde_json::from_str::<Value>(json).unwrap()["denialReason"], "invalid_credentials");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fail2ban_finds_those_who_guess_and_nobody_whom_they_name() {
    if !Path::new(FAIL2BAN).exists() {
        return left_out("fail2ban is not installed");
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sign-ins.log");
    let service = start(SignInLinesTarget::File(file.clone())).await;
    basic(&service, BEN, person("ben").password).await;
    basic(&service, BEN, "guess").await;
    basic(&service, "x\",\"clientAddress\":\"198.51.100.1", "guess").await;
    until("the lines", async || lines(&file).len() == 3).await;
    let found = Command::new(FAIL2BAN).args(["-o", "ip"]).arg(&file).arg(FILTER).output().unwrap();
    let found = String::from_utf8(found.stdout).unwrap();
    assert_eq!(found.split_whitespace().collect::<Vec<_>>(), ["127.0.0.1", "127.0.0.1"]);
}
