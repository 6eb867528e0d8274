//! nginx: the mail proxy before a Dovecot, and a page behind `auth_request`.

use std::path::Path;
use std::process::Command;

use proofup_service::FrontEndKind;
use reqwest::{Method, StatusCode};

use super::dovecot;
use super::program::{Port, Program, are_there, folder, shipped};
use super::{Asked, BEN, KEY, imap_sign_in, row_of};
use crate::support::person;

const NGINX: &str = "/usr/sbin/nginx";
const MAIL_MODULE: &str = "/usr/lib/nginx/modules/ngx_mail_module.so";

/// An nginx in a folder of its own, with what stands at the top of its configuration and in `http`.
fn start(folder: &Path, port: &Port, top: &str, http: &str) -> Program {
    let at = folder.display();
    let places: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {at}/{kind};\n"))
        .concat();
    let configuration = format!(
        "user root;\nworker_processes 1;\npid {at}/nginx.pid;\nerror_log {at}/nginx.log info;\n{top}\n\
         events {{ worker_connections 64; }}\nhttp {{\naccess_log off;\n{places}{http}\n}}\n"
    );
    let file = folder.join("nginx.conf");
    std::fs::write(&file, configuration).unwrap();
    let mut command = Command::new(NGINX);
    command.arg("-c").arg(file).arg("-e").arg(folder.join("nginx.log")).args(["-g", "daemon off;"]);
    let program = Program::start(&mut command);
    port.wait_for_listener("nginx");
    program
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nginx_passes_on_who_may_come_in_to_a_dovecot_behind_it() {
    if !are_there(&[NGINX, MAIL_MODULE, dovecot::DOVECOT]) {
        return;
    }
    let asked = Asked::by("mail", FrontEndKind::NginxMail, "Client-IP").await;
    let (behind, before) = (Port::claim(), Port::claim());
    let backend = format!("127.0.0.1:{behind}").parse().unwrap();
    let service = asked.service.restarted(|config| config.front_ends.imap = Some(backend)).await;
    let asked = Asked { service, ..asked };
    let dovecot_folder = folder();
    let passdb = shipped(dovecot_folder.path(), "dovecot/behind-nginx.conf", &[]);
    let _dovecot = dovecot::start(dovecot_folder.path(), &behind, &passdb);
    let nginx_folder = folder();
    let (address, listen) = (asked.address(), format!("listen 127.0.0.1:{before}"));
    let values = [("127.0.0.1:8440", address.as_str()), ("SHARED-KEY", KEY), ("listen 127.0.0.1:143", listen.as_str())];
    let mail = shipped(nginx_folder.path(), "nginx/mail.conf", &values);
    let top = format!("load_module {MAIL_MODULE};\ninclude {};", mail.display());
    let _nginx = start(nginx_folder.path(), &before, &top, "");
    let said = imap_sign_in(&before, BEN, &asked.secret).await;
    assert!(said.starts_with("a OK"), "{said}: {}", dovecot::log(dovecot_folder.path()));
    let row = row_of(&asked.service, "mail").await;
    assert_eq!(row["protocol"], "imap");
    assert_eq!(row["clientAddress"], "127.0.0.1");
    asked.delete_app_password().await;
    let said = imap_sign_in(&before, BEN, &asked.secret).await;
    assert!(said.starts_with("a NO Invalid login or password"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nginx_asks_before_it_shows_a_page() {
    if !are_there(&[NGINX]) {
        return;
    }
    let asked = Asked::by("web", FrontEndKind::Basic, "X-Real-IP").await;
    let (folder, port) = (folder(), Port::claim());
    std::fs::write(folder.path().join("index.html"), "the page").unwrap();
    let (address, root) = (asked.address(), folder.path().display().to_string());
    let values = [("127.0.0.1:8440", address.as_str()), ("SHARED-KEY", KEY), ("/srv/www", root.as_str())];
    let web = shipped(folder.path(), "nginx/web.conf", &values);
    let http = format!("server {{ listen 127.0.0.1:{port};\ninclude {}; }}", web.display());
    let _nginx = start(folder.path(), &port, "", &http);
    let url = format!("http://127.0.0.1:{port}/index.html");
    let ask = |password: &str| asked.service.http.get(&url).basic_auth(BEN, Some(password)).send();
    let shown = ask(&asked.secret).await.unwrap();
    assert_eq!((shown.status(), &shown.headers()["remote-user"]), (StatusCode::OK, &BEN.parse().unwrap()));
    assert_eq!(shown.text().await.unwrap(), "the page");
    let refused = ask(person("ben").password).await.unwrap();
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED, "a second step is owed");
    assert!(refused.headers()["www-authenticate"].to_str().unwrap().starts_with("Basic"));
    let options = asked.service.http.request(Method::OPTIONS, &url).send().await.unwrap();
    assert_eq!(options.status(), StatusCode::UNAUTHORIZED, "any method");
    for number in 0..10 {
        ask(&format!("guess {number}")).await.unwrap();
    }
    let waits = ask("one more").await.unwrap();
    assert_eq!(waits.status(), StatusCode::FORBIDDEN, "whoever waits is no outage");
}
