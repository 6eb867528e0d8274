//! `login`, `call`, `logout`: a person makes calls of a running service in a terminal, with the second step.

use std::io::{Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Child, ChildStderr, Command, Output, Stdio};

use proofup_service::Running;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::on_both_databases;
use crate::support::{Device, TestService, other_than, person};
use crate::tls::Papers;

const BEN: &str = "/v1/admin/users/ben@contoso.example";

/// Somebody's account on a computer: their state folder.
struct Account(tempfile::TempDir);

/// A command under way, which asks on standard error.
struct Asking {
    child: Child,
    asks: ChildStderr,
}

impl Account {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn start(&self, arguments: &[&str]) -> Asking {
        let mut child = Command::new(env!("CARGO_BIN_EXE_proofup-service"))
            .args(arguments)
            .env("XDG_STATE_HOME", self.0.path())
            .env_remove("PROOFUP_LOG")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let asks = child.stderr.take().unwrap();
        Asking { child, asks }
    }

    /// A command that asks nothing.
    fn run(&self, arguments: &[&str]) -> Output {
        tokio::task::block_in_place(|| self.start(arguments).end())
    }

    /// A call that passes; gives its answer.
    fn call(&self, arguments: &[&str]) -> Value {
        let output = self.run(&[&["call"], arguments].concat());
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
    }

    /// Signs somebody in by text.
    fn log_in(&self, service: &TestService, url: &str, name: &str, more: &[&str]) -> Output {
        let person = person(name);
        tokio::task::block_in_place(|| {
            let mut login = self.start(&[&["login", person.upn, "--service", url], more].concat());
            login.asked("Password: ");
            login.answers(person.password);
            login.asked_for_a_text();
            login.answers(&service.text_code(person.mobile));
            login.end()
        })
    }

    fn session(&self) -> std::path::PathBuf {
        self.0.path().join("proofup-service/session.json")
    }
}

impl Asking {
    /// Reads what is asked, until it holds these words and a question.
    fn asked(&mut self, words: &str) -> String {
        let (mut asked, mut byte) = (Vec::new(), [0]);
        while self.asks.read(&mut byte).unwrap() == 1 {
            asked.push(byte[0]);
            let ends = asked.ends_with(b": ") || (byte[0] == b'\n' && !words.is_empty());
            if ends && text(&asked).contains(words) {
                return text(&asked);
            }
        }
        panic!("{words:?} was never asked: {:?}", text(&asked));
    }

    /// Chooses a text, if there is a choice, and reads up to the question for its code.
    fn asked_for_a_text(&mut self) {
        let asked = self.asked("");
        if asked.contains("Second step by") {
            self.chooses(&asked, "text to");
            self.asked("Code (text to ");
        }
    }

    fn chooses(&mut self, offered: &str, words: &str) {
        let line = offered.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("no {words}: {offered}"));
        self.answers(line.split(')').next().unwrap());
    }

    fn answers(&mut self, line: &str) {
        writeln!(self.child.stdin.as_mut().unwrap(), "{line}").unwrap();
    }

    fn end(mut self) -> Output {
        drop(self.child.stdin.take());
        let mut stderr = Vec::new();
        self.asks.read_to_end(&mut stderr).unwrap();
        Output { stderr, ..self.child.wait_with_output().unwrap() }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

on_both_databases! {
    async fn a_person_signs_in_with_a_code_makes_calls_and_signs_out(service) {
        let account = Account::new();
        let said = account.log_in(&service, &service.url(""), "eva", &[]);
        assert!(text(&said.stdout).starts_with("signed in at http://127.0.0.1"), "{}", text(&said.stderr));
        let file = account.session();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "nobody else reads the session");
        assert_eq!(file.parent().unwrap().metadata().unwrap().permissions().mode() & 0o777, 0o700);
        let kept = std::fs::read_to_string(&file).unwrap();
        assert!(!kept.contains(person("eva").password), "{kept}");

        assert_eq!(account.call(&["get", BEN])["displayName"], "Ben Carter");
        assert_ne!(std::fs::read_to_string(&file).unwrap(), kept, "each use replaces the token");
        let reason = r#"{"reason": "asked at the counter"}"#;
        assert_eq!(account.call(&["POST", &format!("{BEN}:unlock"), "--data", reason]), Value::Null);
        let rows = account.run(&["call", "GET", "/v1/admin/signIns", "--accept", "text/csv"]);
        assert!(text(&rows.stdout).contains(',') && rows.status.success(), "{}", text(&rows.stderr));
        let refused = account.run(&["call", "GET", "/v1/admin/users/nobody@contoso.example"]);
        assert!(!refused.status.success() && text(&refused.stderr).contains("the service answered 404"));
        let problem: Value = serde_json::from_slice(&refused.stdout).unwrap();
        assert_eq!(problem["code"], "not_found", "the answer is told all the same");

        let last: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        assert_eq!(text(&account.run(&["logout"]).stdout), "signed out\n");
        assert!(!file.exists());
        let said = account.run(&["call", "GET", BEN]);
        assert!(text(&said.stderr).contains("nobody is signed in"), "{}", text(&said.stderr));
        let token = last["session"]["refreshToken"].as_str().unwrap();
        let grant = [("grant_type", "refresh_token"), ("client_id", "proofup-desktop"), ("refresh_token", token)];
        assert_eq!(service.post_form("/oauth2/token", &grant).await.0, StatusCode::BAD_REQUEST, "it is ended at the service too");
    }

    async fn a_person_signs_in_with_the_number_on_the_phone(service) {
        let account = Account::new();
        let (finn, phone) = (person("finn"), Device::demo_phone(&service).await);
        let mut login = account.start(&["login", finn.upn, "--service", &service.url("")]);
        let number = tokio::task::block_in_place(|| {
            login.asked("Password: ");
            login.answers(finn.password);
            let offered = login.asked("Second step by");
            login.chooses(&offered, "notification to");
            let told = login.asked("type ");
            told.split("type ").nth(1).unwrap().chars().take(2).collect::<String>()
        });
        let request = phone.one_request(&service).await;
        assert_eq!(phone.approve(&service, &request, &number).await.0, StatusCode::NO_CONTENT);
        let said = tokio::task::block_in_place(|| login.end());
        assert!(said.status.success(), "{}", text(&said.stderr));
        assert_eq!(account.call(&["GET", "/v1/me"])["userPrincipalName"], finn.upn);
    }

    async fn a_wrong_code_is_asked_for_again_and_a_wrong_password_is_refused(service) {
        let account = Account::new();
        let eva = person("eva");
        let said = tokio::task::block_in_place(|| {
            let mut login = account.start(&["login", eva.upn, "--service", &service.url("")]);
            login.asked("Password: ");
            login.answers(eva.password);
            login.asked_for_a_text();
            let code = service.text_code(eva.mobile);
            login.answers(&other_than(&code));
            assert!(login.asked("Code (text to ").contains("incorrect_code"));
            login.answers(&code);
            login.end()
        });
        assert!(said.status.success(), "{}", text(&said.stderr));
        let other = Account::new();
        let said = tokio::task::block_in_place(|| {
            let mut login = other.start(&["login", eva.upn, "--service", &service.url("")]);
            login.asked("Password: ");
            login.answers("another password");
            login.end()
        });
        assert!(!said.status.success() && text(&said.stderr).contains("invalid_credentials"), "{}", text(&said.stderr));
        assert!(!other.session().exists());
    }

    async fn a_change_asks_for_a_fresh_second_step_and_then_goes_on(service) {
        let account = Account::new();
        account.log_in(&service, &service.url(""), "eva", &[]);
        service.clock.advance(std::time::Duration::from_secs(601));
        assert_eq!(account.call(&["GET", BEN])["displayName"], "Ben Carter", "reading goes on for an hour");
        let said = tokio::task::block_in_place(|| {
            let body = json!({"reason": "laptop was stolen"}).to_string();
            let mut call = account.start(&["call", "POST", &format!("{BEN}:block"), "--data", &body]);
            call.asked("a fresh second step is needed");
            call.asked_for_a_text();
            call.answers(&service.text_code(person("eva").mobile));
            call.end()
        });
        assert!(said.status.success(), "{}", text(&said.stderr));
        assert_ne!(account.call(&["GET", BEN])["blockedUntilDateTime"], Value::Null);
        service.clock.advance(std::time::Duration::from_secs(601));
        let said = account.run(&["call", "POST", &format!("{BEN}:unblock"), "--data", r#"{"reason": "found again"}"#]);
        assert!(!said.status.success() && text(&said.stderr).contains("there is nobody to ask"), "{}", text(&said.stderr));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_tls_the_given_authority_is_trusted_and_kept_and_no_other() {
    let service = TestService::start(crate::support::TestDatabase::sqlite()).await;
    let folder = tempfile::tempdir().unwrap();
    let papers = Papers::for_name(folder.path(), "127.0.0.1");
    let mut config = service.config.clone();
    config.listen.set_port(0);
    config.tls = Some(papers.settings.clone());
    let running = Running::start(config).await.unwrap();
    let ca = folder.path().join("ca.pem");
    std::fs::write(&ca, &papers.authority).unwrap();
    let account = Account::new();
    let login = |more: &[&str]| {
        let eva = person("eva");
        let mut login = account.start(&[&["login", eva.upn, "--service", &running.url()], more].concat());
        login.asked("Password: ");
        login.answers(eva.password);
        login.end()
    };
    let said = tokio::task::block_in_place(|| login(&[]));
    assert!(text(&said.stderr).contains("cannot be reached"), "{}", text(&said.stderr));
    let other = folder.path().join("other.pem");
    let stranger = tempfile::tempdir().unwrap();
    std::fs::write(&other, Papers::for_name(stranger.path(), "127.0.0.1").authority).unwrap();
    let said = tokio::task::block_in_place(|| login(&["--ca", other.to_str().unwrap()]));
    assert!(text(&said.stderr).contains("cannot be reached"), "{}", text(&said.stderr));

    let said = account.log_in(&service, &running.url(), "eva", &["--ca", ca.to_str().unwrap()]);
    assert!(said.status.success(), "{}", text(&said.stderr));
    std::fs::remove_file(&ca).unwrap();
    assert_eq!(account.call(&["GET", BEN])["displayName"], "Ben Carter", "the authority is kept with the session");
    running.stop().await;
    service.stop().await;
}

#[test]
fn passwords_go_to_no_other_computer_in_clear_and_calls_to_the_interface_alone() {
    let account = Account::new();
    let run = |arguments: &[&str]| text(&account.start(arguments).end().stderr);
    let said = run(&["login", "eva@contoso.example", "--service", "http://verify.contoso.example"]);
    assert!(said.contains("not https"), "{said}");
    assert!(run(&["login", "eva@contoso.example"]).contains("--service URL"));
    assert!(run(&["call", "GET", "/metrics"]).contains("begins with /v1/"));
}
