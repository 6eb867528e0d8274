//! Dovecot: every password of IMAP is asked about.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;
use std::process::Command;

use proofup_service::FrontEndKind;

use super::ldap::LdapNode;
use super::program::{Port, Program, are_there, folder, shipped};
use super::{Asked, BEN, KEY, imap_sign_in, row_of};

pub const DOVECOT: &str = "/usr/sbin/dovecot";
pub const LUA: &str = "/usr/lib/dovecot/modules/auth/libauthdb_lua.so";
const LDAP: &str = "/usr/lib/dovecot/modules/auth/libauthdb_ldap.so";

/// A Dovecot on a port of its own that takes its passdb from this file.
pub fn start(folder: &Path, port: &Port, passdb: &Path) -> Program {
    let mail = folder.join("mail");
    std::fs::create_dir_all(&mail).unwrap();
    std::fs::set_permissions(&mail, std::fs::Permissions::from_mode(0o777)).unwrap();
    let configuration = format!(
        "base_dir = {at}/run\nstate_dir = {at}/state\ninstance_name = proofup-{port}\nlog_path = {at}/dovecot.log\n\
         protocols = imap\nlisten = 127.0.0.1\nssl = no\ndisable_plaintext_auth = no\n\
         mail_location = maildir:{at}/mail/%u\nfirst_valid_uid = 1\n\
         # Wrong passwords wait seconds otherwise, and longer each time.\n\
         auth_failure_delay = 0\nservice anvil {{\n unix_listener anvil-auth-penalty {{\n mode = 0\n }}\n}}\n\
         userdb {{\n driver = static\n args = uid=65534 gid=65534 home={at}/mail/%u\n}}\n\
         service imap-login {{\n inet_listener imap {{\n port = {port}\n }}\n inet_listener imaps {{\n port = 0\n }}\n}}\n\
         {own_user}!include {passdb}\n",
        at = folder.display(),
        passdb = passdb.display(),
        own_user = own_user(folder),
    );
    let file = folder.join("dovecot.conf");
    std::fs::write(&file, configuration).unwrap();
    let program = Program::start(Command::new(DOVECOT).arg("-F").arg("-c").arg(file));
    port.wait_for_listener("dovecot");
    program
}

/// Who is not root runs everything as themselves, and nothing in a root of its own.
fn own_user(folder: &Path) -> String {
    let own = std::fs::metadata(folder).unwrap();
    if own.uid() == 0 {
        return String::new();
    }
    let name = |option: &str| {
        let output = Command::new("id").args([option, "-n"]).output().unwrap();
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    let services: String = ["imap-login", "anvil", "stats", "ipc"]
        .map(|service| format!("service {service} {{\n chroot =\n}}\n"))
        .concat();
    format!(
        "default_internal_user = {user}\ndefault_login_user = {user}\ndefault_internal_group = {group}\n\
         userdb {{\n driver = static\n args = uid={} gid={} home={}/mail/%u\n}}\n{services}",
        own.uid(),
        own.gid(),
        folder.display(),
        user = name("-u"),
        group = name("-g"),
    )
}

pub fn log(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("dovecot.log")).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dovecot_binds_with_every_password() {
    if !are_there(&[DOVECOT, LDAP]) {
        return;
    }
    let mut node = LdapNode::start().await;
    let (folder, port) = (folder(), Port::claim());
    let (address, authority) = (node.plain.to_string(), node.authority.display().to_string());
    let values = [("127.0.0.1:389", address.as_str()), ("/etc/ssl/certs/ca-certificates.crt", authority.as_str())];
    let binds = shipped(folder.path(), "dovecot/proofup-ldap.conf.ext", &values).display().to_string();
    let values = [("/etc/dovecot/proofup-ldap.conf.ext", binds.as_str())];
    let passdb = shipped(folder.path(), "dovecot/proofup-ldap.conf", &values);
    let _dovecot = start(folder.path(), &port, &passdb);
    for name in ["ben", BEN] {
        let said = imap_sign_in(&port, name, &node.secret).await;
        assert!(said.starts_with("a OK"), "{said}: {}", log(folder.path()));
    }
    row_of(&node.service, "directory").await;
    let said = imap_sign_in(&port, BEN, "not it").await;
    assert!(said.starts_with("a NO [AUTHENTICATIONFAILED]"), "{said}");
    node.delete_app_password().await;
    let said = imap_sign_in(&port, BEN, &node.secret).await;
    assert!(said.starts_with("a NO [AUTHENTICATIONFAILED]"), "deleted is deleted: {said}");
    node.stop().await;
    let said = imap_sign_in(&port, BEN, &node.secret).await;
    assert!(said.starts_with("a NO [UNAVAILABLE]"), "a service that is away is no wrong password: {said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dovecot_asks_over_http_for_every_password() {
    if !are_there(&[DOVECOT, LUA]) {
        return;
    }
    let asked = Asked::by("dovecot", FrontEndKind::NginxMail, "Client-IP").await;
    let (folder, port, address) = (folder(), Port::claim(), asked.address());
    let lua = shipped(folder.path(), "dovecot/proofup.lua", &[("127.0.0.1:8440", &address), ("SHARED-KEY", KEY)]);
    let place = lua.display().to_string();
    let passdb = shipped(folder.path(), "dovecot/proofup.conf", &[("/etc/dovecot/proofup.lua", &place)]);
    let _dovecot = start(folder.path(), &port, &passdb);
    let said = imap_sign_in(&port, BEN, &asked.secret).await;
    assert!(said.starts_with("a OK"), "{said}: {}", log(folder.path()));
    let row = row_of(&asked.service, "dovecot").await;
    assert_eq!(row["protocol"], "imap");
    assert_eq!(row["clientAddress"], "127.0.0.1");
    for wrong in ["100% wrong", "w\u{fc}rde nicht gehen"] {
        let said = imap_sign_in(&port, BEN, wrong).await;
        assert!(said.starts_with("a NO [AUTHENTICATIONFAILED]"), "{said}: {}", log(folder.path()));
    }
    asked.delete_app_password().await;
    let said = imap_sign_in(&port, BEN, &asked.secret).await;
    assert!(said.starts_with("a NO [AUTHENTICATIONFAILED]"), "deleted is deleted: {said}");
    for number in 0..10 {
        imap_sign_in(&port, BEN, &format!("guess {number}")).await;
    }
    let said = imap_sign_in(&port, BEN, "one more").await;
    assert!(said.starts_with("a NO [UNAVAILABLE]"), "whoever waits keeps the password: {said}");
    asked.service.stop().await;
    let said = imap_sign_in(&port, BEN, &asked.secret).await;
    assert!(said.starts_with("a NO [UNAVAILABLE]"), "a service that is away is no wrong password: {said}");
}
