//! A service of its own for every test: in this process, on a port that the system picks, at a time that stands still.

mod contoso;
mod device;
mod intruder;
mod person;
#[path = "../../../../../tests/support/port.rs"]
mod port;
#[path = "../../../../../tests/support/postgres.rs"]
#[expect(dead_code, reason = "only a measurement waits for the disk")]
mod postgres;
mod process;
#[path = "../../../../../tests/support/wait.rs"]
mod wait;

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use proofup_api::SecretText;
use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use proofup_service::{
    Clock, ConnectionLimits, Database, DemoPhones, FixedClock, FrontEnd, FrontEndKind, Networks, PasswordCost,
    Patience, Random, Running, ServerKeys, ServiceConfig,
};
use reqwest::{Method, StatusCode};
use serde_json::Value;

pub use device::{Device, JWT_BEARER, proofup_jti};
pub use intruder::Intruder;
pub use person::{CHALLENGE, SignIn, Step, Tokens, VERIFIER, form, person};
pub use port::Port;
pub use postgres::PostgresDatabase;
pub use process::{Process, left_out};
pub use wait::{PATIENCE, until};

/// Which database a test runs on.
pub enum TestDatabase {
    Sqlite(tempfile::TempDir),
    Postgres(PostgresDatabase),
}

impl TestDatabase {
    pub fn sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().unwrap())
    }

    /// `None`, with a word about it, where PostgreSQL is not installed; never on a build server.
    pub fn postgres() -> Option<Self> {
        PostgresDatabase::create().map(Self::Postgres)
    }

    pub fn database(&self) -> Database {
        self.text().parse().unwrap()
    }

    pub fn text(&self) -> String {
        match self {
            Self::Sqlite(folder) => format!("sqlite:{}", folder.path().join("proofup.db").display()),
            Self::Postgres(database) => database.url(),
        }
    }
}

/// A running service with Contoso in it.
pub struct TestService {
    pub running: Option<Running>,
    pub clock: FixedClock,
    pub phones: DemoPhones,
    pub config: ServiceConfig,
    pub database: TestDatabase,
    pub http: reqwest::Client,
    /// Of a service that may be stopped and started again: no other test takes it meanwhile.
    #[expect(dead_code, reason = "it is held for as long as the service lives")]
    pub port: Option<Port>,
}

pub const PEPPER: &str = "0101010101010101010101010101010101010101010101010101010101010101";
pub const SEED_KEY: &str = "0202020202020202020202020202020202020202020202020202020202020202";

/// How long a service waits for what is held for ever, where a test wants to see it give up.
pub const SOON: Duration = Duration::from_secs(1);

/// What front ends send as `X-Auth-Key` where one is wanted.
pub const FRONT_END_KEY: &str = "the key of a front end";

/// A front end on this computer, without a key.
pub fn front_end(name: &str, kind: FrontEndKind, client_address: Option<&str>) -> FrontEnd {
    FrontEnd { client_address: client_address.map(str::to_owned), ..FrontEnd::new(name, kind, Networks::loopback()) }
}

impl TestService {
    pub async fn start(database: TestDatabase) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let (clock, moved) = Clock::fixed("2026-03-02T09:00:00Z".parse::<Timestamp>().unwrap());
        let phones = DemoPhones::default();
        let keys = ServerKeys::from_hex(PEPPER, SEED_KEY).unwrap();
        // The copy has to be there before anything asks for the address of the database.
        let unused = Database::Sqlite(std::path::PathBuf::new());
        let mut config = ServiceConfig::on_loopback(unused, keys);
        config.clock = clock;
        config.random = Random::system();
        config.telephony = Arc::new(phones.clone());
        // What hashing costs is tested where it is done; everywhere else it would only take time.
        config.password_cost = PasswordCost::of(8, 1);
        // A busy computer makes many requests wait for each other. Tests of the limits of time set their own.
        config.patience = Patience { connection: PATIENCE, row: PATIENCE, file: PATIENCE, statement: PATIENCE };
        config.connections =
            ConnectionLimits { head: PATIENCE, body: PATIENCE, answer: PATIENCE, ..ConnectionLimits::default() };
        config.front_ends.all = vec![
            front_end("mail", FrontEndKind::NginxMail, Some("client-ip")),
            front_end("web", FrontEndKind::Basic, None),
        ];
        contoso::fill(&database, config.clone()).await;
        config.database = database.database();
        let port = Port::claim();
        config.listen = port.to_address();
        let running = Running::start(config.clone()).await.unwrap();
        let http = reqwest::Client::builder().timeout(PATIENCE).build().unwrap();
        Self { running: Some(running), clock: moved, phones, config, database, http, port: Some(port) }
    }

    /// The same service, started anew with another configuration.
    pub async fn restarted(mut self, change: impl FnOnce(&mut ServiceConfig)) -> Self {
        self.running.take().unwrap().stop().await;
        change(&mut self.config);
        self.running = Some(Running::start(self.config.clone()).await.unwrap());
        self
    }

    /// The same, where this computer is a proxy that says where its clients are. Front ends have a key there.
    pub async fn behind_a_proxy(self) -> Self {
        self.restarted(|config| {
            config.behind_proxy = true;
            for front_end in &mut config.front_ends.all {
                front_end.secret = Some(SecretText::new(FRONT_END_KEY));
            }
        })
        .await
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.config.listen)
    }

    /// What a device names as the service that its assertions are for.
    pub fn issuer(&self) -> String {
        self.config.public_url.clone().unwrap_or_else(|| self.url(""))
    }

    pub async fn send(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<Value>,
    ) -> (StatusCode, Value) {
        let mut request = self.http.request(method, self.url(path));
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        answer(request.send().await.unwrap()).await
    }

    pub async fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> (StatusCode, Value) {
        let request = self.http.post(self.url(path)).header("content-type", "application/x-www-form-urlencoded");
        answer(request.body(form(fields)).send().await.unwrap()).await
    }

    /// The newest code that arrived at a number.
    pub fn text_code(&self, number: &str) -> String {
        let texts = self.phones.texts_to(number);
        let code_of =
            |text: &str| text.split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 6).map(str::to_owned);
        // A text that tells of something has none.
        texts.iter().rev().find_map(|text| code_of(text.text.expose())).unwrap_or_else(|| panic!("no code to {number}"))
    }

    /// The code that an app with this seed shows now.
    pub fn app_code(&self, base32: &str) -> String {
        self.app_code_at(base32, self.clock.unix_seconds())
    }

    pub fn app_code_at(&self, base32: &str, unix_seconds: u64) -> String {
        let secret = Secret::from_base32(base32).unwrap();
        let params = OtpParams::new(secret, Kind::Totp { period: 30 }, Algorithm::Sha1, 6).unwrap();
        params.code_at(unix_seconds).unwrap().code.as_str().to_owned()
    }

    /// Runs the real binary on this service's database.
    pub async fn cli(&self, arguments: &[&str]) -> std::process::Output {
        self.run_cli(arguments, std::process::Stdio::null()).await
    }

    /// The same where it is to fail; gives what it says.
    pub async fn cli_fails(&self, arguments: &[&str]) -> String {
        self.cli_fails_with_input(arguments, "").await
    }

    async fn run_cli(&self, arguments: &[&str], input: std::process::Stdio) -> std::process::Output {
        let output = self.finish_cli(arguments, input).await;
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output
    }

    /// The same, however it ends.
    pub async fn finish_cli(&self, arguments: &[&str], input: std::process::Stdio) -> std::process::Output {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_proofup-service"));
        command
            .args(arguments)
            .stdin(input)
            .env("PROOFUP_DATABASE", self.database.text())
            .env("PROOFUP_PEPPER", PEPPER)
            .env("PROOFUP_SEED_KEY", SEED_KEY)
            .env_remove("SUDO_USER");
        tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap()
    }

    /// The same with something on its standard input.
    pub async fn cli_with_input(&self, arguments: &[&str], input: &str) -> std::process::Output {
        self.run_cli(arguments, as_input(input)).await
    }

    /// The same where it is to fail; gives what it says.
    pub async fn cli_fails_with_input(&self, arguments: &[&str], input: &str) -> String {
        let output = self.finish_cli(arguments, as_input(input)).await;
        assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        String::from_utf8(output.stderr).unwrap()
    }

    /// As if the pauses between texts and calls were over, where the service goes by the computer's own clock.
    pub async fn let_pauses_pass(&self) {
        Intruder::at(self).await.run("UPDATE attempt_counters SET locked_until = 0").await;
    }

    pub async fn set(&self, key: &str, value: &str) {
        self.cli(&["settings", "set", key, value]).await;
    }

    pub async fn stop(mut self) {
        if let Some(running) = self.running.take() {
            running.stop().await;
        }
    }
}

fn as_input(text: &str) -> std::process::Stdio {
    use std::io::{Seek as _, Write as _};
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.rewind().unwrap();
    file.into()
}

/// How the list of actions names the commands of this test.
pub fn command_line() -> String {
    let name = std::process::Command::new("id").arg("-un").output().unwrap().stdout;
    format!("command line ({})", String::from_utf8(name).unwrap().trim())
}

pub async fn answer(response: reqwest::Response) -> (StatusCode, Value) {
    let status = response.status();
    let text = response.text().await.unwrap();
    (status, if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap_or(Value::String(text)) })
}

/// A code that is certainly another one.
pub fn other_than(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

/// Declares each test twice: `name::sqlite` and `name::postgres`.
#[macro_export]
macro_rules! on_both_databases {
    ($($(#[$doc:meta])* async fn $name:ident($service:ident) $body:block)+) => {
        $(mod $name {
            use super::*;

            $(#[$doc])*
            async fn test($service: $crate::support::TestService) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let database = $crate::support::TestDatabase::sqlite();
                test($crate::support::TestService::start(database).await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let Some(database) = $crate::support::TestDatabase::postgres() else { return };
                test($crate::support::TestService::start(database).await).await;
            }
        })+
    };
}
