//! Caddy before an application, and the headers of Traefik, which Debian does not have.

use std::path::Path;
use std::process::Command;

use axum::http::HeaderMap;
use proofup_service::FrontEndKind;
use reqwest::{Method, StatusCode};

use super::program::{Port, Program, are_there, folder, shipped};
use super::{Asked, BEN, KEY, row_of};
use crate::support::person;

const CADDY: &str = "/usr/bin/caddy";

/// An application that answers what it learns about its visitor.
async fn application() -> String {
    let seen = |headers: HeaderMap| async move {
        let of = |name: &str| headers.get(name).map_or("none", |value| value.to_str().unwrap()).to_owned();
        format!("{} {} {}", of("remote-user"), of("authorization"), of("x-auth-key"))
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(axum::serve(listener, axum::Router::new().fallback(seen)).into_future());
    address
}

/// A Caddy in a folder of its own with one site.
fn start(folder: &Path, port: &Port, site: &Path) -> Program {
    let configuration =
        format!("{{\nadmin off\nauto_https off\n}}\nhttp://127.0.0.1:{port} {{\nimport {}\n}}\n", site.display());
    let file = folder.join("Caddyfile");
    std::fs::write(&file, configuration).unwrap();
    let mut command = Command::new(CADDY);
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file);
    let program = Program::start(command.env("HOME", folder).stderr(std::process::Stdio::null()));
    port.wait_for_listener("caddy");
    program
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn caddy_asks_before_it_passes_a_request_on() {
    if !are_there(&[CADDY]) {
        return;
    }
    let mut asked = Asked::by("web", FrontEndKind::Basic, "X-Real-IP").await;
    let (folder, port, application) = (folder(), Port::claim(), application().await);
    let address = asked.address();
    let values = [("127.0.0.1:8440", address.as_str()), ("SHARED-KEY", KEY), ("127.0.0.1:8080", application.as_str())];
    let site = shipped(folder.path(), "caddy/proofup.caddy", &values);
    let _caddy = start(folder.path(), &port, &site);
    let url = format!("http://127.0.0.1:{port}/files/");
    let http = asked.service.http.clone();
    let ask = |password: &str| {
        let request = http.get(&url).basic_auth(BEN, Some(password));
        request.header("remote-user", "eva@contoso.example").header("x-real-ip", "192.0.2.9").send()
    };
    let shown = ask(&asked.secret).await.unwrap();
    assert_eq!(shown.status(), StatusCode::OK);
    assert_eq!(shown.text().await.unwrap(), format!("{BEN} none none"), "the name is the service's");
    let row = row_of(&asked.service, "web").await;
    assert_eq!((&row["protocol"], &row["clientAddress"]), (&"http".into(), &"127.0.0.1".into()));
    let refused = ask(person("ben").password).await.unwrap();
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED, "a second step is owed");
    assert!(refused.headers()["www-authenticate"].to_str().unwrap().starts_with("Basic"));
    let options = http.request(Method::OPTIONS, &url).send().await.unwrap();
    assert_eq!(options.status(), StatusCode::UNAUTHORIZED, "any method");
    asked.delete_app_password().await;
    assert_eq!(ask(&asked.secret).await.unwrap().status(), StatusCode::UNAUTHORIZED, "deleted is deleted");
    asked.service.running.take().unwrap().stop().await;
    assert_eq!(ask(&asked.secret).await.unwrap().status(), StatusCode::BAD_GATEWAY, "an outage is no wrong password");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_headers_that_traefik_sends_are_understood() {
    let asked = Asked::by("web", FrontEndKind::Basic, "X-Forwarded-For").await;
    let folder = folder();
    let file = shipped(folder.path(), "traefik/proofup.yml", &[("SHARED-KEY", KEY)]);
    let text = std::fs::read_to_string(file).unwrap();
    let value = |name: &str| text.lines().find_map(|line| line.trim().strip_prefix(name)).unwrap();
    let (path, key) = (value("address: http://127.0.0.1:8440"), value("X-Auth-Key: "));
    let ask = |password: &str| {
        let request = asked.service.http.get(asked.service.url(path)).basic_auth(BEN, Some(password));
        let request = request.header("x-auth-key", key).header("x-forwarded-for", "192.0.2.14");
        let request = request.header("x-forwarded-method", "PROPFIND").header("x-forwarded-proto", "https");
        let request = request.header("x-forwarded-host", "files.contoso.example");
        request.header("x-forwarded-uri", "/files/?a=b").send()
    };
    let allowed = ask(&asked.secret).await.unwrap();
    assert_eq!((allowed.status(), &allowed.headers()["remote-user"]), (StatusCode::NO_CONTENT, &BEN.parse().unwrap()));
    assert_eq!(row_of(&asked.service, "web").await["clientAddress"], "192.0.2.14");
    assert_eq!(ask("not it").await.unwrap().status(), StatusCode::UNAUTHORIZED);
}
