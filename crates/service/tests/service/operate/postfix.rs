//! Postfix: Dovecot checks the password of every client that sends mail.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use proofup_service::FrontEndKind;
use serde_json::json;

use super::dovecot::{DOVECOT, LUA, log, start};
use super::program::{Port, Program, folder, shipped};
use super::{Asked, BEN, KEY, imap_sign_in, row_of};
use crate::legacy::new_app_password;
use crate::tls::Papers;

const POSTFIX: &str = "/usr/sbin/postfix";

/// The services of Postfix that a submission needs.
const SERVICES: &str = "postlog unix-dgram n - n - 1 postlogd\ntlsmgr unix - - n 1000? 1 tlsmgr\n\
    anvil unix - - n - 1 anvil\nrewrite unix - - n - - trivial-rewrite\nproxymap unix - - n - - proxymap\n";

/// Postfix starts only as root, and Debian removes other mail servers when it installs it, so `scripts/setup` does not.
fn can_start(folder: &Path) -> bool {
    let missing: Vec<_> = [POSTFIX, DOVECOT, LUA].into_iter().filter(|file| !Path::new(file).exists()).collect();
    if !missing.is_empty() {
        eprintln!("skipped: missing: {missing:?}");
    } else if std::fs::metadata(folder).unwrap().uid() != 0 {
        eprintln!("skipped: Postfix starts only as root");
    } else {
        return true;
    }
    false
}

/// A running Postfix. Its processes are not children of the command that starts them.
struct Postfix {
    folder: PathBuf,
    _command: Program,
}

impl Drop for Postfix {
    fn drop(&mut self) {
        let mut stop = Command::new(POSTFIX);
        stop.arg("-c").arg(&self.folder).arg("stop").stdout(Stdio::null()).stderr(Stdio::null());
        assert!(stop.status().is_ok_and(|status| status.success()), "Postfix runs on");
    }
}

/// A Postfix with the shipped service `submission` on this port; it has no other one.
fn start_postfix(folder: &Path, port: &Port, papers: &Papers) -> Postfix {
    let at = folder.join("postfix");
    for name in ["conf", "queue", "data"] {
        std::fs::create_dir_all(at.join(name)).unwrap();
    }
    let owned = Command::new("chown").arg("postfix").arg(at.join("data")).status();
    assert!(owned.is_ok_and(|status| status.success()), "the user postfix");
    let main = format!(
        "compatibility_level = 3.6\nconfig_directory = {at}/conf\nqueue_directory = {at}/queue\n\
         data_directory = {at}/data\nmaillog_file = {at}/log\nmaillog_file_prefixes = {at}\n\
         inet_interfaces = 127.0.0.1\ninet_protocols = ipv4\nmyhostname = mail.contoso.example\nmydestination =\n",
        at = at.display(),
    );
    std::fs::write(at.join("conf/main.cf"), main).unwrap();
    let address = format!("127.0.0.1:{port} inet n - n");
    let (certificate, key) = (&papers.settings.certificate, &papers.settings.key);
    let (certificate, key) = (certificate.display().to_string(), key.display().to_string());
    let values = [
        ("submission inet n - y", address.as_str()),
        ("/etc/ssl/certs/mail.pem", certificate.as_str()),
        ("/etc/ssl/private/mail.key", key.as_str()),
    ];
    let master = shipped(&at.join("conf"), "postfix/master.cf", &values);
    let text = std::fs::read_to_string(&master).unwrap();
    std::fs::write(&master, format!("{text}{SERVICES}")).unwrap();
    let configuration = at.join("conf");
    let command = Program::start(Command::new(POSTFIX).arg("-c").arg(&configuration).arg("start-fg"));
    port.wait_for_listener("postfix");
    Postfix { folder: configuration, _command: command }
}

/// Signs in over StartTLS and says one harmless command: whether the server let the client in, and what it said.
fn signed_in(port: &Port, authority: &Path, password: &str) -> (bool, String) {
    let output = Command::new("curl")
        .args(["--silent", "--verbose", "--ssl-reqd", "--request", "NOOP", "--cacert"])
        .arg(authority)
        .args(["--user", &format!("{BEN}:{password}"), &format!("smtp://127.0.0.1:{port}")])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postfix_sends_mail_of_people_whose_password_dovecot_checks() {
    let folder = folder();
    if !can_start(folder.path()) {
        return;
    }
    let asked = Asked::by("dovecot", FrontEndKind::NginxMail, "Client-IP").await;
    let only_sends = json!({"displayName": "Scanner", "protocols": ["smtp"]});
    let (_, scanner) = new_app_password(&asked.service, &asked.ben, only_sends).await;
    let papers = Papers::for_name(folder.path(), "127.0.0.1");
    let authority = folder.path().join("authority.pem");
    std::fs::write(&authority, &papers.authority).unwrap();
    let (smtp, imap, address) = (Port::claim(), Port::claim(), asked.address());
    let _postfix = start_postfix(folder.path(), &smtp, &papers);

    let values = [("127.0.0.1:8440", address.as_str()), ("SHARED-KEY", KEY)];
    let lua = shipped(folder.path(), "dovecot/proofup.lua", &values).display().to_string();
    shipped(folder.path(), "dovecot/proofup.conf", &[("/etc/dovecot/proofup.lua", &lua)]);
    let socket = folder.path().join("postfix/queue/private/auth").display().to_string();
    shipped(folder.path(), "dovecot/postfix.conf", &[("/var/spool/postfix/private/auth", &socket)]);
    let both = folder.path().join("both.conf");
    std::fs::write(&both, "!include proofup.conf\n!include postfix.conf\n").unwrap();
    let _dovecot = start(folder.path(), &imap, &both);

    for secret in [&asked.secret, &scanner] {
        let (works, said) = signed_in(&smtp, &authority, secret);
        assert!(works && said.contains("235 2.7.0"), "{said}: {}", log(folder.path()));
    }
    assert_eq!(row_of(&asked.service, "dovecot").await["protocol"], "smtp");
    let said = imap_sign_in(&imap, BEN, &scanner).await;
    assert!(said.starts_with("a NO [AUTHENTICATIONFAILED]"), "one that only sends mail reads none: {said}");
    asked.delete_app_password().await;
    let (works, said) = signed_in(&smtp, &authority, &asked.secret);
    assert!(!works && said.contains("535 5.7.8"), "deleted is deleted: {said}");
    asked.service.stop().await;
    let (works, said) = signed_in(&smtp, &authority, &scanner);
    assert!(!works && said.contains("535 5.7.8"), "nobody is let in while the service is away: {said}");
}
