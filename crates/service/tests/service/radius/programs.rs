//! The programs that administrators have: `radclient` of FreeRADIUS, and pyrad.

use std::io::Write as _;
use std::net::SocketAddr;
use std::process::{Command, Output, Stdio};

use proofup_radius::{Code, Packet, Request, attribute};
use proofup_service::RadiusFrontEnd;
use serde_json::json;

use super::{BEN, SECRET, with_radius, with_vpn};
use crate::legacy::new_app_password;
use crate::support::{TestDatabase, TestService, Tokens, left_out, person};

const BEN_SEED: &str = "MRSW23ZNMJSW4LLDMFZHIZLSFUYTEMZU";

/// Whether a program runs; without it, on a build server a failure and elsewhere a word.
fn is_there(program: &str, arguments: &[&str]) -> bool {
    let found = Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success());
    if !found {
        left_out(&format!("{program} {arguments:?} does not run"));
    }
    found
}

fn run(program: &str, arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// Whether somebody is let in, and what `radclient` says.
pub async fn radclient(address: SocketAddr, secret: &'static str, request: String) -> (bool, String) {
    let arguments = ["-x", "-r", "1", "-t", "20"].map(str::to_owned);
    let output = tokio::task::spawn_blocking(move || {
        let address = address.to_string();
        let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        arguments.extend([address.as_str(), "auth", secret]);
        run("radclient", &arguments, &request)
    })
    .await
    .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), text)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn radclient_signs_in_with_an_app_password_and_with_a_second_step() {
    if !is_there("radclient", &["-v"]) {
        return;
    }
    let service = with_vpn(TestService::start(TestDatabase::sqlite()).await).await;
    let ben = Tokens::of(&service, "ben").await;
    let (_, secret) = new_app_password(&service, &ben, json!({"displayName": "VPN"})).await;
    let address = service.running.as_ref().unwrap().radius_address().unwrap();
    let asks = |password: &str, more: &str| {
        format!("User-Name=\"{BEN}\",User-Password=\"{password}\",Message-Authenticator=0x00{more}\n")
    };
    let (accepted, text) = radclient(address, SECRET, asks(&secret, "")).await;
    assert!(accepted && text.contains("Received Access-Accept"), "{text}");
    let (accepted, text) = radclient(address, SECRET, asks("not it", "")).await;
    assert!(!accepted && text.contains("Received Access-Reject"), "{text}");
    let state = |text: &str| {
        // What was sent stands before what came back.
        let state = text.lines().filter_map(|line| line.trim().strip_prefix("State = ")).next_back().unwrap();
        format!(",State={state}")
    };
    let (_, text) = radclient(address, SECRET, asks(person("ben").password, "")).await;
    assert!(text.contains("Received Access-Challenge"), "{text}");
    let (_, choice) = radclient(address, SECRET, asks("0", &state(&text))).await;
    let part = choice.split("; ").find(|part| part.contains("Code from the app")).unwrap();
    let number =
        part.trim_start_matches(|c: char| c != '"').trim_start_matches('"').split(' ').next().unwrap_or_default();
    let number = if number.is_empty() { part.split(' ').next().unwrap() } else { number };
    let (_, question) = radclient(address, SECRET, asks(number, &state(&choice))).await;
    assert!(question.contains("Code from your app"), "{question}");
    let (accepted, text) = radclient(address, SECRET, asks(&service.app_code(BEN_SEED), &state(&question))).await;
    assert!(accepted && text.contains("Received Access-Accept"), "{text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn radclient_decrypts_the_keys_of_ms_chap() {
    if !is_there("radclient", &["-v"]) {
        return;
    }
    let takes_ms_chap = RadiusFrontEnd { takes_ms_chap: true, ..RadiusFrontEnd::default() };
    let service = with_radius(TestService::start(TestDatabase::sqlite()).await, takes_ms_chap).await;
    service.set("msChapAllowed", "true").await;
    let ben = Tokens::of(&service, "ben").await;
    let (_, secret) = new_app_password(&service, &ben, json!({"displayName": "VPN", "protocols": ["radius"]})).await;
    let address = service.running.as_ref().unwrap().radius_address().unwrap();
    let request = Request::new(Code::AccessRequest, 1, &[1; 16]);
    let request = request.with_ms_chap2(BEN.as_bytes(), &secret, &[2; 16], &[3; 16]).unsealed();
    let packet = Packet::parse(&request).unwrap();
    let [challenge, response] = [attribute::MS_CHAP_CHALLENGE, attribute::MS_CHAP2_RESPONSE].map(|number| {
        let value = packet.vendor(attribute::MICROSOFT, number).unwrap();
        data_encoding::HEXLOWER.encode(value)
    });
    let asks = format!(
        "User-Name=\"{BEN}\",MS-CHAP-Challenge=0x{challenge},MS-CHAP2-Response=0x{response},Message-Authenticator=0x00\n"
    );
    let (accepted, text) = radclient(address, SECRET, asks).await;
    assert!(accepted && text.contains("Received Access-Accept"), "{text}");
    for key in ["MS-MPPE-Send-Key", "MS-MPPE-Recv-Key"] {
        let begin = format!("{key} = 0x");
        let shown = text.lines().find_map(|line| line.trim().strip_prefix(&begin)).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(shown.len(), 32, "sixteen bytes: {text}");
    }
}

/// pyrad, whose authors know nothing of `Message-Authenticator`, proves the answer and says the code of its packet.
const PYRAD: &str = r#"
import sys
from pyrad import client, dictionary, packet
host, port, secret, name, password = sys.stdin.read().split("\n")[:5]
open(sys.argv[1] + "/dictionary", "w").write("ATTRIBUTE User-Name 1 string\nATTRIBUTE User-Password 2 string\n"
  "ATTRIBUTE Reply-Message 18 string\nATTRIBUTE State 24 octets\nATTRIBUTE Class 25 octets\n"
  "ATTRIBUTE Message-Authenticator 80 octets\n")
radius = client.Client(server=host, authport=int(port), secret=secret.encode(),
  dict=dictionary.Dictionary(sys.argv[1] + "/dictionary"))
radius.timeout = 20
request = radius.CreateAuthPacket(code=packet.AccessRequest, User_Name=name)
request["User-Password"] = request.PwCrypt(password)
print(radius.SendPacket(request).code)
"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pyrad_takes_every_answer_for_genuine() {
    // Debian's own Python has it; another one that comes first in PATH may not.
    const PYTHON: &str = "/usr/bin/python3";
    if !is_there(PYTHON, &["-c", "import pyrad"]) {
        return;
    }
    let unproven = RadiusFrontEnd { takes_unproven: true, ..RadiusFrontEnd::default() };
    let service = with_radius(TestService::start(TestDatabase::sqlite()).await, unproven).await;
    let ben = Tokens::of(&service, "ben").await;
    let (_, secret) = new_app_password(&service, &ben, json!({"displayName": "VPN"})).await;
    let address = service.running.as_ref().unwrap().radius_address().unwrap();
    let folder = tempfile::tempdir().unwrap();
    for (password, code) in [(secret.as_str(), 2), ("not it", 3), (person("ben").password, 11)] {
        let input = format!("{}\n{}\n{SECRET}\n{BEN}\n{password}\n", address.ip(), address.port());
        let place = folder.path().to_str().unwrap().to_owned();
        let output = tokio::task::spawn_blocking(move || run(PYTHON, &["-c", PYRAD, &place], &input)).await.unwrap();
        let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        assert_eq!(said, code.to_string(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}
