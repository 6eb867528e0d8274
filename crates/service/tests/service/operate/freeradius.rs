//! FreeRADIUS, which ends EAP of Wi-Fi and VPN clients. `eapol_test` of wpa_supplicant is the client.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use proofup_api::SecretText;
use proofup_service::{FrontEnd, FrontEndKind, Networks, RadiusFrontEnd};
use serde_json::json;

use super::program::{Port, Program, are_there, folder, shipped};
use super::{BEN, KEY, row_of};
use crate::legacy::new_app_password;
use crate::support::{TestDatabase, TestService, Tokens, person, until};
use crate::tls::Papers;

const FREERADIUS: &str = "/usr/sbin/freeradius";
const EAPOL_TEST: &str = "/usr/bin/eapol_test";
/// The secret of the equipment.
const EQUIPMENT: &str = "8b41d0a6e7f35c92";
/// The test claims a port of 127.0.0.1.
const ADDRESS: &str = "127.0.1.1";
const TTLS_PAP: &str = "freeradius/ttls-pap.conf";
const PEAP: &str = "freeradius/peap.conf";

/// FreeRADIUS with the shipped configuration before a service, on loopback.
struct Wifi {
    service: TestService,
    ben: Tokens,
    folder: tempfile::TempDir,
    port: Port,
    _freeradius: Program,
}

#[derive(Debug, PartialEq, Eq)]
enum Ended {
    Connected,
    Refused,
    /// Nobody answered in time.
    Silence,
}

impl Wifi {
    async fn start() -> Self {
        let front_end = FrontEnd {
            secret: Some(SecretText::new(KEY)),
            domain: Some("contoso.example".to_owned()),
            radius: RadiusFrontEnd { takes_ms_chap: true, prompts: false, ..RadiusFrontEnd::default() },
            ..FrontEnd::new("wifi", FrontEndKind::Radius, Networks::loopback())
        };
        let service = TestService::start(TestDatabase::sqlite()).await;
        let service = service
            .restarted(|config| {
                config.listen_radius = Some(([127, 0, 0, 1], 0).into());
                config.front_ends.all = vec![front_end];
            })
            .await;
        let (folder, port) = (folder(), Port::claim());
        let freeradius = freeradius(folder.path(), &port, &service).await;
        let ben = Tokens::of(&service, "ben").await;
        Self { service, ben, folder, port, _freeradius: freeradius }
    }

    async fn new_app_password(&self) -> (String, String) {
        let body = json!({"displayName": "Wi-Fi", "protocols": ["radius"]});
        new_app_password(&self.service, &self.ben, body).await
    }

    async fn delete(&self, id: &str) {
        self.ben.delete(&self.service, &format!("/v1/me/appPasswords/{id}")).await;
    }

    /// Connects as a device with this network does, for so many seconds at most.
    async fn connect_within(&self, seconds: u32, network: &str, name: &str, password: &str) -> (Ended, String) {
        let authority = self.folder.path().join("ca.pem").display().to_string();
        let values = [
            ("ann@contoso.example", name),
            ("APP-PASSWORD", password),
            ("/etc/freeradius/3.0/certs/ca.pem", authority.as_str()),
        ];
        let file = shipped(self.folder.path(), network, &values);
        let port = self.port.to_string();
        let run = move || run_eapol_test(&file, &port, seconds);
        tokio::task::spawn_blocking(run).await.unwrap()
    }

    async fn connect(&self, network: &str, name: &str, password: &str) -> (Ended, String) {
        self.connect_within(100, network, name, password).await
    }

    async fn assert_connects(&self, network: &str, name: &str, password: &str) {
        let (ended, said) = self.connect(network, name, password).await;
        assert_eq!(ended, Ended::Connected, "{name} {password}: {said}\n{}", log(self.folder.path()));
        assert!(said.contains("MPPE keys OK: 1  mismatch: 0"), "{said}");
    }

    async fn assert_refused(&self, network: &str, name: &str, password: &str) {
        let (ended, said) = self.connect(network, name, password).await;
        assert_eq!(ended, Ended::Refused, "{name} {password}: {said}\n{}", log(self.folder.path()));
    }
}

fn run_eapol_test(file: &Path, port: &str, seconds: u32) -> (Ended, String) {
    let output = Command::new(EAPOL_TEST)
        .arg("-c")
        .arg(file)
        .args(["-a", ADDRESS, "-p", port, "-s", EQUIPMENT, "-t", &seconds.to_string()])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let ended = match output.status.code() {
        Some(0) => Ended::Connected,
        _ if said.contains("Access-Reject") => Ended::Refused,
        _ if said.contains("EAPOL test timed out") => Ended::Silence,
        other => panic!("{other:?}: {said}"),
    };
    (ended, said)
}

/// A secret of the same form.
fn another(secret: &str) -> String {
    secret.chars().rev().collect()
}

fn log(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("radius.log")).unwrap_or_default()
}

/// Runs it until it is ready.
async fn freeradius(folder: &Path, port: &Port, service: &TestService) -> Program {
    let papers = Papers::for_name(folder, "radius.contoso.example");
    std::fs::write(folder.join("ca.pem"), &papers.authority).unwrap();
    std::fs::rename(&papers.settings.certificate, folder.join("server.pem")).unwrap();
    std::fs::rename(&papers.settings.key, folder.join("server.key")).unwrap();
    std::fs::write(folder.join("dictionary"), "$INCLUDE /usr/share/freeradius/dictionary\n").unwrap();
    let at = folder.display().to_string();
    let ours = format!("port = {}", service.running.as_ref().unwrap().radius_address().unwrap().port());
    let (listen, place) = (format!("ipaddr = {ADDRESS}"), format!("port = {port}\n    }}"));
    let values = [
        ("/var/log/freeradius", at.as_str()),
        ("/run/freeradius", &at),
        ("/etc/freeradius/3.0/certs", &at),
        ("ipaddr = 192.0.2.0/24", "ipaddr = 127.0.0.0/8"),
        ("ipaddr = *", &listen),
        ("port = 1812\n    }", &place),
        ("port = 18120", &ours),
        ("EQUIPMENT-KEY", EQUIPMENT),
        ("SHARED-KEY", KEY),
    ];
    let file: PathBuf = shipped(folder, "freeradius/radiusd.conf", &values);
    let program = Program::start(Command::new(FREERADIUS).args(["-f", "-d"]).arg(file.parent().unwrap()));
    until("FreeRADIUS is ready", async || log(folder).contains("Ready to process requests")).await;
    program
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn freeradius_ends_eap_ttls_and_asks_about_the_password_inside() {
    if !are_there(&[FREERADIUS, EAPOL_TEST]) {
        return;
    }
    let mut wifi = Wifi::start().await;
    let (id, secret) = wifi.new_app_password().await;
    for name in [BEN, "Ben@Contoso.Example", "CONTOSO\\ben", "ben"] {
        wifi.assert_connects(TTLS_PAP, name, &secret).await;
    }
    assert_eq!(row_of(&wifi.service, "wifi").await["protocol"], "radius");
    wifi.assert_refused(TTLS_PAP, BEN, person("ben").password).await;
    wifi.assert_refused(PEAP, BEN, &secret).await;
    let eva = Tokens::of(&wifi.service, "eva").await;
    let rows = eva.get(&wifi.service, "/v1/admin/signIns?denialReason=method_disabled").await;
    assert_eq!(rows["value"][0]["frontEnd"], "wifi", "PEAP is refused until the organisation allows MS-CHAPv2: {rows}");
    wifi.delete(&id).await;
    wifi.assert_refused(TTLS_PAP, BEN, &secret).await;
    wifi.service.running.take().unwrap().stop().await;
    let (ended, said) = wifi.connect_within(8, TTLS_PAP, BEN, &secret).await;
    assert_eq!(ended, Ended::Silence, "a service that is away is no wrong password: {said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn freeradius_ends_peap_and_asks_about_the_ms_chap_inside() {
    if !are_there(&[FREERADIUS, EAPOL_TEST]) {
        return;
    }
    let wifi = Wifi::start().await;
    wifi.service.set("msChapAllowed", "true").await;
    let (id, secret) = wifi.new_app_password().await;
    for name in [BEN, "Ben@Contoso.Example", "CONTOSO\\ben", "ben"] {
        wifi.assert_connects(PEAP, name, &secret).await;
    }
    assert_eq!(row_of(&wifi.service, "wifi").await["detail"], "Wi-Fi");
    let groups: Vec<&str> = (0..5).map(|group| &secret[group * 4..group * 4 + 4]).collect();
    wifi.assert_connects(PEAP, BEN, &groups.join(" ")).await;
    wifi.assert_refused(PEAP, BEN, &another(&secret)).await;
    wifi.assert_refused(PEAP, BEN, person("ben").password).await;
    wifi.assert_connects(TTLS_PAP, BEN, &secret).await;
    wifi.delete(&id).await;
    wifi.assert_refused(PEAP, BEN, &secret).await;
}
