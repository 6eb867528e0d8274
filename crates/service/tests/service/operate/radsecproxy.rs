//! radsecproxy: equipment asks it over UDP, and it asks over TLS.

use std::path::Path;
use std::process::Command;

use proofup_service::{FrontEnd, FrontEndKind, Networks, Running};
use serde_json::json;

use super::program::{Port, Program, are_there, folder, shipped};
use super::{BEN, row_of};
use crate::legacy::new_app_password;
use crate::radius::radclient;
use crate::support::{TestDatabase, TestService, Tokens, person, until};
use crate::tls::Papers;

const RADSECPROXY: &str = "/usr/sbin/radsecproxy";
const RADCLIENT: &str = "/usr/bin/radclient";
const EQUIPMENT: &str = "8b41d0a6e7f35c92";

fn log(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("radsecproxy.log")).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn radsecproxy_asks_over_tls_for_equipment_that_speaks_udp() {
    if !are_there(&[RADSECPROXY, RADCLIENT]) {
        return;
    }
    let (folder, port) = (folder(), Port::claim());
    let papers = Papers::for_name(folder.path(), "verify.contoso.example");
    let authority = folder.path().join("ca.pem");
    std::fs::write(&authority, &papers.authority).unwrap();
    let (certificate, key) = papers.issue(folder.path(), "radsecproxy.contoso.example");
    let mut front_end = FrontEnd::new("radsecproxy", FrontEndKind::Radius, Networks::loopback());
    front_end.radius.certificate = Some("radsecproxy.contoso.example".to_owned());
    let service = TestService::start(TestDatabase::sqlite()).await;
    let mut config = service.config.clone();
    config.listen.set_port(0);
    config.tls = Some(papers.settings.clone());
    config.listen_radsec = Some(([127, 0, 0, 1], 0).into());
    config.radsec_client_ca = Some(authority.clone());
    config.front_ends.all = vec![front_end];
    let running = Running::start(config).await.unwrap();
    let home = running.radsec_address().unwrap().port().to_string();
    // The test claims a port of 127.0.0.1.
    let listen = format!("127.0.1.1:{port}");
    let log_file = folder.path().join("radsecproxy.log");
    let values = [
        ("192.0.2.20:1812", listen.as_str()),
        ("host 192.0.2.0/24", "host 127.0.0.0/8"),
        ("/etc/radsecproxy/ca.pem", authority.to_str().unwrap()),
        ("/etc/radsecproxy/client.pem", certificate.to_str().unwrap()),
        ("/etc/radsecproxy/client.key", key.to_str().unwrap()),
        ("host verify.contoso.example", "host 127.0.0.1"),
        ("port 2083", &format!("port {home}")),
        ("EQUIPMENT-KEY", EQUIPMENT),
    ];
    let file = shipped(folder.path(), "radsecproxy/radsecproxy.conf", &values);
    // In the foreground it logs to its standard error.
    let log_file = std::fs::File::create(log_file).unwrap();
    let _proxy = Program::start(Command::new(RADSECPROXY).args(["-f", "-c"]).arg(file).stderr(log_file));
    let is_up = |line: &str| line.contains("TLS connection to") && line.ends_with(" up");
    until("radsecproxy is connected", async || log(folder.path()).lines().any(is_up)).await;
    let ben = Tokens::of(&service, "ben").await;
    let (id, secret) = new_app_password(&service, &ben, json!({"displayName": "VPN", "protocols": ["radius"]})).await;
    let ask = async |password: &str| {
        let request = format!("User-Name=\"{BEN}\",User-Password=\"{password}\",Message-Authenticator=0x00\n");
        radclient(listen.parse().unwrap(), EQUIPMENT, request).await.1
    };
    let said = ask(&secret).await;
    assert!(said.contains("Received Access-Accept"), "{said}\n{}", log(folder.path()));
    assert_eq!(row_of(&service, "radsecproxy").await["protocol"], "radius");
    let said = ask("not it").await;
    assert!(said.contains("Received Access-Reject"), "{said}");
    let said = ask(person("ben").password).await;
    assert!(said.contains("Received Access-Challenge"), "the second step: {said}");
    ben.delete(&service, &format!("/v1/me/appPasswords/{id}")).await;
    let said = ask(&secret).await;
    assert!(said.contains("Received Access-Reject"), "deleted is deleted: {said}");
    running.stop().await;
    let said = ask(&secret).await;
    assert!(!said.contains("Received"), "a service that is away is silent: {said}");
}
