//! PAM with `pam_radius_auth`, as sshd and sudo use it. `pamtester` is the program that asks, and `pam_wrapper` gives it the files of
//! this test in the place of `/etc/pam.d`.

use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use proofup_api::SecretText;
use proofup_service::{FrontEnd, FrontEndKind, Networks, RadiusFrontEnd};
use serde_json::json;

use super::program::{are_there, folder, shipped};
use super::{KEY, row_of};
use crate::legacy::new_app_password;
use crate::support::{PATIENCE, TestDatabase, TestService, Tokens, other_than, person};

const PAMTESTER: &str = "/usr/bin/pamtester";
const MODULES: [&str; 2] = ["/usr/lib/x86_64-linux-gnu/security", "/usr/lib/aarch64-linux-gnu/security"];
const BEN_SEED: &str = "MRSW23ZNMJSW4LLDMFZHIZLSFUYTEMZU";
const ADMITTED: &str = "successfully authenticated";

/// The folder with PAM's modules, if all programs are installed.
fn modules() -> Option<&'static str> {
    let modules = MODULES.into_iter().find(|folder| Path::new(folder).exists()).unwrap_or(MODULES[0]);
    let radius = format!("{modules}/pam_radius_auth.so");
    are_there(&[PAMTESTER, &radius, &wrapper(modules)]).then_some(modules)
}

fn wrapper(modules: &str) -> String {
    format!("{}/libpam_wrapper.so", modules.trim_end_matches("/security"))
}

/// A service that PAM asks, with the shipped files.
struct Asked {
    service: TestService,
    folder: tempfile::TempDir,
    modules: &'static str,
}

impl Asked {
    async fn start(modules: &'static str) -> Self {
        let front_end = FrontEnd {
            secret: Some(SecretText::new(KEY)),
            domain: Some("contoso.example".to_owned()),
            radius: RadiusFrontEnd { takes_unproven: true, ..RadiusFrontEnd::default() },
            ..FrontEnd::new("ssh", FrontEndKind::Radius, Networks::loopback())
        };
        let service = TestService::start(TestDatabase::sqlite()).await;
        let service = service
            .restarted(|config| {
                config.listen_radius = Some(([127, 0, 0, 1], 0).into());
                config.front_ends.all = vec![front_end];
            })
            .await;
        let folder = folder();
        let address = service.running.as_ref().unwrap().radius_address().unwrap().to_string();
        let values = [("127.0.0.1:1812", address.as_str()), ("SHARED-KEY", KEY)];
        let server = shipped(folder.path(), "pam/pam_radius_auth.conf", &values);
        std::fs::set_permissions(&server, std::fs::Permissions::from_mode(0o600)).unwrap();
        let services = folder.path().join("pam.d");
        std::fs::create_dir(&services).unwrap();
        let server = server.display().to_string();
        let included = shipped(&services, "pam/proofup", &[("/etc/pam_radius_auth.conf", server.as_str())]);
        let included = std::fs::read_to_string(included).unwrap();
        for service in ["sshd", "sudo"] {
            // PAM itself would look for an `@include` in /etc/pam.d.
            let file = format!("{included}account required pam_permit.so\n");
            std::fs::write(services.join(service), file).unwrap();
        }
        std::fs::write(services.join("other"), "auth required pam_deny.so\n").unwrap();
        Self { service, folder, modules }
    }

    /// Types each text when PAM asks for one, and gives what was shown.
    async fn sign_in(&self, service: &str, name: &str, typed: &[&str]) -> String {
        let mut command = Command::new(PAMTESTER);
        command.args([service, name, "authenticate"]);
        command.env("LD_PRELOAD", wrapper(self.modules)).env("PAM_WRAPPER", "1");
        command.env("PAM_WRAPPER_SERVICE_DIR", self.folder.path().join("pam.d"));
        let typed: Vec<String> = typed.iter().map(|text| (*text).to_owned()).collect();
        tokio::task::spawn_blocking(move || Conversation::begin(command).type_each(&typed)).await.unwrap()
    }
}

/// A running `pamtester`, whose prompts and words go into one file.
struct Conversation {
    child: Child,
    said: PathBuf,
    _folder: tempfile::TempDir,
}

impl Conversation {
    fn begin(mut command: Command) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let said = folder.path().join("said");
        let file = std::fs::File::create(&said).unwrap();
        command.stdin(Stdio::piped()).stdout(file.try_clone().unwrap()).stderr(file);
        Self { child: command.spawn().unwrap(), said, _folder: folder }
    }

    fn said(&self) -> String {
        std::fs::read_to_string(&self.said).unwrap()
    }

    /// A prompt ends with a colon and a space.
    fn type_each(mut self, typed: &[String]) -> String {
        let begun = std::time::Instant::now();
        for (place, text) in typed.iter().enumerate() {
            while self.said().matches(": ").count() <= place {
                if self.child.try_wait().unwrap().is_some() {
                    return self.said();
                }
                assert!(begun.elapsed() < PATIENCE, "PAM asks for nothing: {}", self.said());
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            writeln!(self.child.stdin.as_mut().unwrap(), "{text}").unwrap();
        }
        // Nothing more is typed.
        drop(self.child.stdin.take());
        self.child.wait().unwrap();
        self.said()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pam_signs_in_with_an_app_password_or_with_a_code_from_the_app() {
    let Some(modules) = modules() else { return };
    let asked = Asked::start(modules).await;
    let ben = Tokens::of(&asked.service, "ben").await;
    let (id, secret) =
        new_app_password(&asked.service, &ben, json!({"displayName": "SSH", "protocols": ["radius"]})).await;
    for service in ["sshd", "sudo"] {
        let said = asked.sign_in(service, "ben", &[&secret]).await;
        assert!(said.contains(ADMITTED), "{said}");
    }
    row_of(&asked.service, "ssh").await;
    let said = asked.sign_in("sshd", "ben", &["not it"]).await;
    assert!(said.contains("Authentication failure"), "{said}");
    ben.delete(&asked.service, &format!("/v1/me/appPasswords/{id}")).await;
    let said = asked.sign_in("sshd", "ben", &[&secret]).await;
    assert!(said.contains("Authentication failure"), "deleted is deleted: {said}");

    let code = asked.service.app_code(BEN_SEED);
    let password = person("ben").password;
    let offered = asked.sign_in("sshd", "ben", &[password, "0"]).await;
    let (before, _) = offered.split_once("Code from the app").unwrap_or_else(|| panic!("{offered}"));
    let number = before.chars().rev().find(char::is_ascii_digit).unwrap().to_string();
    let said = asked.sign_in("sshd", "ben", &[password, "0", &number, &other_than(&code), &code]).await;
    assert!(said.contains("Code from your app") && said.contains("That code is wrong"), "{said}");
    assert!(said.contains(ADMITTED), "{said}");
    asked.service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pam_is_told_that_a_service_is_away_and_not_that_a_password_is_wrong() {
    let Some(modules) = modules() else { return };
    let mut asked = Asked::start(modules).await;
    let place = asked.folder.path().join("pam_radius_auth.conf");
    let hurried = std::fs::read_to_string(&place).unwrap().replace(&format!("{KEY} 30"), &format!("{KEY} 3"));
    std::fs::write(&place, hurried).unwrap();
    asked.service.running.take().unwrap().stop().await;
    let said = asked.sign_in("sshd", "ben", &["any password"]).await;
    assert!(said.contains("cannot retrieve authentication info"), "{said}");
}
