//! Apache with `mod_authnz_ldap` before a page.

use std::path::Path;
use std::process::Command;

use reqwest::StatusCode;

use super::ldap::LdapNode;
use super::program::{Port, Program, are_there, folder, shipped};
use super::{BEN, KEY, row_of};
use crate::support::person;

const APACHE: &str = "/usr/sbin/apache2";
const MODULES: &str = "/usr/lib/apache2/modules";

/// An Apache in a folder of its own that includes this file.
fn start(folder: &Path, port: &Port, included: &Path) -> Program {
    let modules: String = ["mpm_event", "authn_core", "authz_core", "authz_user", "auth_basic", "ldap", "authnz_ldap"]
        .map(|name| format!("LoadModule {name}_module {MODULES}/mod_{name}.so\n"))
        .concat();
    let at = folder.display();
    let configuration = format!(
        "ServerName localhost\nServerRoot {at}\nDefaultRuntimeDir {at}\nListen 127.0.0.1:{port}\nPidFile {at}/pid\n\
         ErrorLog {at}/apache.log\nLogLevel warn\n{modules}\
         <IfModule unixd_module>\nUser nobody\nGroup nogroup\n</IfModule>\n\
         DocumentRoot {at}/pages\nInclude {}\n",
        included.display()
    );
    let file = folder.join("apache.conf");
    std::fs::write(&file, configuration).unwrap();
    let program = Program::start(Command::new(APACHE).arg("-DFOREGROUND").arg("-f").arg(file));
    port.wait_for_listener("apache2");
    program
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn apache_looks_a_name_up_and_binds_before_it_shows_a_page() {
    let module = format!("{MODULES}/mod_authnz_ldap.so");
    if !are_there(&[APACHE, &module]) {
        return;
    }
    let mut node = LdapNode::start().await;
    let (folder, port) = (folder(), Port::claim());
    std::fs::create_dir(folder.path().join("pages")).unwrap();
    std::fs::write(folder.path().join("pages/index.html"), "the page").unwrap();
    let (address, authority) = (node.plain.to_string(), node.authority.display().to_string());
    let values = [
        ("127.0.0.1:389", address.as_str()),
        ("SHARED-KEY", KEY),
        ("/etc/ssl/certs/ca-certificates.crt", authority.as_str()),
    ];
    let file = shipped(folder.path(), "apache/proofup-ldap.conf", &values);
    let _apache = start(folder.path(), &port, &file);
    let log = || std::fs::read_to_string(folder.path().join("apache.log")).unwrap_or_default();
    let url = format!("http://127.0.0.1:{port}/index.html");
    let ask = async |name: &str, password: &str| {
        let answer = node.service.http.get(&url).basic_auth(name, Some(password)).send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    };
    for name in ["ben", BEN] {
        let (status, page) = ask(name, &node.secret).await;
        assert_eq!((status, page.as_str()), (StatusCode::OK, "the page"), "{}", log());
    }
    row_of(&node.service, "directory").await;
    let (refused, _) = ask("ben", person("ben").password).await;
    assert_eq!(refused, StatusCode::UNAUTHORIZED, "a second step is owed");
    assert_eq!(ask("nobody", "guess").await.0, StatusCode::UNAUTHORIZED);
    node.delete_app_password().await;
    assert_eq!(ask("ben", &node.secret).await.0, StatusCode::UNAUTHORIZED, "deleted is deleted");
    node.stop().await;
    let away = node.service.http.get(&url).basic_auth("ben", Some(&node.secret)).send().await.unwrap();
    assert_eq!(away.status(), StatusCode::INTERNAL_SERVER_ERROR, "a service that is away is no wrong password");
}
