//! The real binary: its commands, its ready line, and what a kill leaves behind.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::{Port, Process, VERIFIER, answer, form, until};

const ZOE: &str = "zoe@contoso.example";
const PASSWORD: &str = "zebra-crossing";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_proofup-service"));
    command.args(arguments).env("PROOFUP_DATA_DIR", folder).env_remove("PROOFUP_CONFIG").stderr(Stdio::piped());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

fn run_with_input(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = command(folder, arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn text(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A service that runs.
pub struct Serving(Process);

impl Serving {
    fn start(folder: &Path) -> Self {
        Self::of(&mut command(folder, &["serve", "--listen", "127.0.0.1:0"]))
    }

    /// Runs this command, which serves.
    pub fn of(command: &mut Command) -> Self {
        Self(Process::serve(command))
    }

    /// How `/v1/me` answers this access token.
    pub async fn status_of_me(&self, token: &str) -> StatusCode {
        client().get(format!("{}/v1/me", self.url())).bearer_auth(token).send().await.unwrap().status()
    }

    fn url(&self) -> &str {
        &self.0.url
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> (StatusCode, Value) {
        let request = client().post(format!("{}{path}", self.url()));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        answer(request.body(form(fields)).send().await.unwrap()).await
    }

    /// Signs Zoe in, who has a password and nothing else.
    pub async fn access_token(&self) -> String {
        let (_, step) = self
            .post(
                "/oauth2/challenge",
                &[
                    ("client_id", "proofup-desktop"),
                    ("username", ZOE),
                    ("password", PASSWORD),
                    ("code_challenge", CHALLENGE),
                    ("code_challenge_method", "S256"),
                ],
            )
            .await;
        let code = step["authorization_code"].as_str().unwrap_or_else(|| panic!("{step}"));
        let (_, tokens) = self
            .post(
                "/oauth2/token",
                &[
                    ("grant_type", "authorization_code"),
                    ("client_id", "proofup-desktop"),
                    ("code", code),
                    ("code_verifier", VERIFIER),
                ],
            )
            .await;
        tokens["access_token"].as_str().unwrap().to_owned()
    }
}

fn client() -> reqwest::Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::new()
}

fn add_zoe(folder: &Path, mfa: &str) {
    text(&run(folder, &["init"]));
    let arguments = ["user", "add", ZOE, "--name", "Zoe Zebra", "--password-stdin", "--mfa", mfa];
    assert_eq!(text(&run_with_input(folder, &arguments, &format!("{PASSWORD}\n"))), "added zoe@contoso.example\n");
}

#[test]
fn people_are_added_listed_and_shown() {
    let folder = tempfile::tempdir().unwrap();
    add_zoe(folder.path(), "enabled");
    let list = text(&run(folder.path(), &["user", "list"]));
    assert_eq!(list, "zoe@contoso.example\tZoe Zebra\tenabled\n");
    let shown = text(&run(folder.path(), &["user", "show", "ZOE@contoso.example"]));
    assert!(shown.contains("state: enabled\n"), "{shown}");
    assert!(shown.contains("registration owed: admin_enabled\n"), "{shown}");
    assert!(!shown.contains("roles"), "{shown}");
    text(&run(folder.path(), &["user", "roles", ZOE, "helpDesk"]));
    assert!(text(&run(folder.path(), &["user", "show", ZOE])).contains("roles: helpDesk\n"));
    let twice = run_with_input(folder.path(), &["user", "add", ZOE, "--name", "Zoe"], "");
    assert!(!twice.status.success());
    assert!(String::from_utf8_lossy(&twice.stderr).contains("zoe@contoso.example is there already"));
    assert!(!run(folder.path(), &["user", "show", "nobody@contoso.example"]).status.success());
}

#[test]
fn settings_are_shown_changed_and_checked() {
    let folder = tempfile::tempdir().unwrap();
    text(&run(folder.path(), &["init"]));
    assert_eq!(text(&run(folder.path(), &["settings", "get", "smsCodeLifetimeSeconds"])), "180\n");
    text(&run(folder.path(), &["settings", "set", "smsCodeLifetimeSeconds", "300"]));
    assert_eq!(text(&run(folder.path(), &["settings", "get", "smsCodeLifetimeSeconds"])), "300\n");
    let wrong = run(folder.path(), &["settings", "set", "smsCodeLifetimeSeconds", "5"]);
    assert!(!wrong.status.success());
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("from 30 to 900"));
    assert!(!run(folder.path(), &["settings", "set", "nonsense", "1"]).status.success());
}

#[test]
fn the_key_file_is_made_once_for_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    text(&run(folder.path(), &["init"]));
    let path = folder.path().join("proofup.keys.toml");
    let keys = std::fs::read_to_string(&path).unwrap();
    text(&run(folder.path(), &["init"]));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), keys);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn it_does_not_listen_to_a_network_without_tls() {
    let folder = tempfile::tempdir().unwrap();
    let refused = run(folder.path(), &["serve", "--listen", "0.0.0.0:0"]);
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--behind-proxy"));
}

#[test]
fn a_wrong_configuration_file_is_named_with_its_line_and_without_its_content() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("proofup.toml");
    std::fs::write(&path, "listen = \"127.0.0.1:0\"\npepper_typo = \"hunter2hunter2\"\n").unwrap();
    let refused = run(folder.path(), &["user", "list", "--config", path.to_str().unwrap()]);
    let complaint = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success());
    assert!(complaint.contains("line 2") && complaint.contains("pepper_typo"), "{complaint}");
    assert!(!complaint.contains("hunter2hunter2"), "{complaint}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_hang_up_does_not_end_it() {
    let folder = tempfile::tempdir().unwrap();
    let serving = Serving::start(folder.path());
    for _ in 0..3 {
        serving.0.signal("HUP");
        let answer = client().get(format!("{}/healthz", serving.url())).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn it_goes_on_where_nobody_reads_its_output_or_its_log() {
    let folder = tempfile::tempdir().unwrap();
    let port = Port::claim();
    let address = format!("127.0.0.1:{port}");
    // The log tells of each statement then.
    let mut command = command(folder.path(), &["serve", "--listen", &address]);
    let mut process = Process::unheard(command.env("PROOFUP_LOG", "debug"), format!("http://{address}"));
    let answers = async |process: &mut Process| {
        assert!(process.runs(), "it ended");
        let answer = client().get(format!("{}/readyz", process.url)).send().await;
        answer.is_ok_and(|answer| answer.status() == StatusCode::NO_CONTENT)
    };
    until("it is ready", async || answers(&mut process).await).await;
    for _ in 0..3 {
        process.signal("HUP");
        assert!(answers(&mut process).await);
    }
}

#[test]
fn a_database_that_cannot_be_reached_is_named_without_its_password() {
    let folder = tempfile::tempdir().unwrap();
    let refused =
        command(folder.path(), &["user", "list", "--database", "postgres://proofup:hunter2@127.0.0.1:1/verify"])
            .env("PROOFUP_PEPPER", "01".repeat(32))
            .env("PROOFUP_SEED_KEY", "02".repeat(32))
            .output()
            .unwrap();
    let complaint = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success());
    assert!(complaint.contains("127.0.0.1:1/verify"), "{complaint}");
    assert!(!complaint.contains("hunter2"), "{complaint}");
}

/// Makes a database and asks for a setting, twice: the answer is all that is said.
fn answers_without_a_notice(run: impl Fn(&[&str]) -> Output) {
    assert!(run(&["init"]).status.success());
    for _ in 0..2 {
        let output = run(&["settings", "get", "blockDays"]);
        assert_eq!((text(&output).as_str(), String::from_utf8_lossy(&output.stderr).as_ref()), ("90\n", ""));
    }
}

#[test]
fn a_command_does_not_mention_existing_tables_of_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    answers_without_a_notice(|arguments| run(folder.path(), arguments));
}

#[test]
fn a_command_does_not_mention_existing_tables_of_postgres() {
    let Some(database) = crate::support::PostgresDatabase::create() else { return };
    let folder = tempfile::tempdir().unwrap();
    answers_without_a_notice(|arguments| {
        let mut command = command(folder.path(), &[arguments, &["--database", &database.url()]].concat());
        command.env("PROOFUP_PEPPER", "01".repeat(32)).env("PROOFUP_SEED_KEY", "02".repeat(32)).output().unwrap()
    });
}

#[expect(clippy::disallowed_methods, reason = "the binary goes by the computer's own clock")]
#[tokio::test(flavor = "multi_thread")]
async fn a_kill_at_any_moment_loses_nothing_that_was_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    add_zoe(folder.path(), "disabled");
    let mut confirmed = Vec::new();
    for round in 0..4 {
        let serving = Serving::start(folder.path());
        let token = serving.access_token().await;
        let send = async |path: String, body: Value| {
            let request = client().post(format!("{}{path}", serving.url())).bearer_auth(&token).json(&body);
            answer(request.send().await.unwrap()).await
        };
        let (status, set_up) = send("/v1/me/authentication/softwareOathMethods".to_owned(), json!({})).await;
        assert_eq!(status, StatusCode::CREATED, "{set_up}");
        let secret = proofup_otp::Secret::from_base32(set_up["secretKey"].as_str().unwrap()).unwrap();
        let kind = proofup_otp::Kind::Totp { period: 30 };
        let params = proofup_otp::OtpParams::new(secret, kind, proofup_otp::Algorithm::Sha1, 6).unwrap();
        let now = u64::try_from(jiff::Timestamp::now().as_second()).unwrap();
        let code = params.code_at(now).unwrap().code.as_str().to_owned();
        let path = format!("/v1/me/authentication/softwareOathMethods/{}/activate", set_up["id"].as_str().unwrap());
        let (status, app) = send(path, json!({"code": code, "displayName": format!("App {round}")})).await;
        assert_eq!(status, StatusCode::OK, "{app}");
        confirmed.push(app["id"].clone());
        // Dropping sends SIGKILL in the moment after the answer.
        drop(serving);
    }
    let serving = Serving::start(folder.path());
    let token = serving.access_token().await;
    let request = client().get(format!("{}/v1/me/authentication/methods", serving.url())).bearer_auth(&token);
    let (_, list) = answer(request.send().await.unwrap()).await;
    let ids: Vec<Value> = list["value"].as_array().unwrap().iter().map(|app| app["id"].clone()).collect();
    assert_eq!(ids, confirmed);
    let request = client().get(format!("{}/v1/me/signIns", serving.url())).bearer_auth(&token);
    let (_, log) = answer(request.send().await.unwrap()).await;
    assert_eq!(log["value"].as_array().unwrap().len(), 5, "every sign-in that was answered is in the log");
}

#[test]
fn a_test_of_a_front_end_reports_what_is_wrong_with_it() {
    const SECRET: &str = "7K3F-9QWD-X2MP-4RTA";
    let folder = tempfile::tempdir().unwrap();
    let [http, ldap] = [(); 2].map(|()| Port::claim());
    let radius = std::net::UdpSocket::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let file = |name: &str, secret: &str, base: &str, from: &str| {
        let path = folder.path().join(name);
        let text = format!(
            "listen = {{http = \"127.0.0.1:{http}\", radius = \"127.0.0.1:{radius}\", ldap = \"127.0.0.1:{ldap}\"}}\n\
             [[front_ends]]\nname = \"mail\"\nkind = \"nginx-mail\"\nfrom = \"127.0.0.1\"\nsecret = \"{secret}\"\n\
             client_address = \"Client-IP\"\n\
             [[front_ends]]\nname = \"web\"\nkind = \"basic\"\nfrom = \"{from}\"\nsecret = \"{secret}\"\n\
             [[front_ends]]\nname = \"vpn\"\nkind = \"radius\"\nfrom = \"127.0.0.1\"\nsecret = \"{secret}\"\n\
             [[front_ends]]\nname = \"files\"\nkind = \"ldap\"\nfrom = \"127.0.0.1\"\nbase = \"{base}\"\n"
        );
        std::fs::write(&path, text).unwrap();
        path
    };
    let right = file("right.toml", SECRET, "dc=contoso,dc=example", "127.0.0.1");
    let other = file("other.toml", "another secret of ours", "dc=fabrikam", "192.0.2.1");
    let try_out = |config: &Path, name: &str| {
        let output = run(folder.path(), &["front-end", "test", name, "--config", config.to_str().unwrap()]);
        (output.status.success(), String::from_utf8(output.stdout).unwrap())
    };
    text(&run(folder.path(), &["init"]));
    let (works, said) = try_out(&right, "mail");
    assert!(!works && said.contains("does the service run?"), "{said}");
    let _serving = Serving::of(&mut command(folder.path(), &["serve", "--config", right.to_str().unwrap()]));
    for name in ["mail", "web", "vpn", "files"] {
        let (works, said) = try_out(&right, name);
        assert!(works && said.contains("ok ") && !said.contains(SECRET), "{name}: {said}");
        assert_eq!(said.contains("client_address is not set"), name == "web" || name == "vpn", "{said}");
        let (works, said) = try_out(&other, name);
        assert!(!works && said.contains("FAILED"), "{name}: {said}");
    }
    let (works, said) = try_out(&right, "fax");
    assert!(!works && said.contains("mail, web, vpn, files"), "{said}");
}
