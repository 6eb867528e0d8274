//! Several servers: processes of the real binary on one PostgreSQL, and a gateway that all of them hand texts and calls to.
//! They go by the computer's own clock.

mod front_ends;
mod methods;
mod rules;

use std::ops::Deref;
use std::process::Command;

use axum::extract::State;
use axum::http::StatusCode as Answer;
use axum::routing::post;
use axum::{Json, Router};
use jiff::Timestamp;
use proofup_service::{
    Clock, DemoPhones, Language, OutgoingCall, OutgoingText, PasswordCost, Patience, ServerKeys, ServiceConfig,
    Telephony as _, demo,
};
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::{FRONT_END_KEY, PATIENCE, PEPPER, PostgresDatabase, Process, SEED_KEY, TestDatabase, TestService};
use crate::telephony::{sign, tell_signed};

/// What stands before all nodes.
const PUBLIC: &str = "https://verify.contoso.example";
const SECRET: &str = "shared";

/// What the nodes have in common.
struct Nodes {
    database: PostgresDatabase,
    phones: DemoPhones,
    gateway: String,
}

/// One of them, to be asked like any other service. It is killed when it goes out of scope.
struct Node {
    service: TestService,
    process: Process,
}

impl Deref for Node {
    type Target = TestService;

    fn deref(&self) -> &TestService {
        &self.service
    }
}

impl Node {
    /// SIGKILL: it has no time to finish anything.
    fn kill(self) {
        drop(self.process);
    }
}

impl Nodes {
    /// A database without tables. `None` where PostgreSQL is not installed.
    async fn on_nothing() -> Option<Self> {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let database = PostgresDatabase::create()?;
        let phones = DemoPhones::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let gateway = format!("http://{}/send", listener.local_addr().unwrap());
        let router = Router::new().route("/send", post(ring)).with_state(phones.clone());
        tokio::spawn(axum::serve(listener, router).into_future());
        Some(Self { database, phones, gateway })
    }

    /// Contoso, with nobody serving it yet.
    async fn of_contoso() -> Option<Self> {
        let nodes = Self::on_nothing().await?;
        assert!(demo::seed(&nodes.config()).await.unwrap(), "the database was empty");
        Some(nodes)
    }

    fn config(&self) -> ServiceConfig {
        let keys = ServerKeys::from_hex(PEPPER, SEED_KEY).unwrap();
        let mut config = ServiceConfig::on_loopback(self.database.url().parse().unwrap(), keys);
        config.password_cost = PasswordCost::of(8, 1);
        config.patience = Patience { connection: PATIENCE, row: PATIENCE, file: PATIENCE, statement: PATIENCE };
        config.public_url = Some(PUBLIC.to_owned());
        config
    }

    /// Runs `init` with the keys of all nodes.
    fn make_tables(&self) {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_proofup-service"));
        command
            .args(["init", "--database", &self.database.url()])
            .env_remove("PROOFUP_CONFIG")
            .env("PROOFUP_DATA_DIR", folder.path())
            .env("PROOFUP_PEPPER", PEPPER)
            .env("PROOFUP_SEED_KEY", SEED_KEY);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// Starts another node.
    fn start(&self) -> Node {
        self.start_with(|command| {
            command.env("PROOFUP_LEGACY_SHARED_KEY", FRONT_END_KEY);
        })
    }

    /// Starts another node, with front ends.
    fn start_with(&self, front_ends: impl FnOnce(&mut Command)) -> Node {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_proofup-service"));
        command
            .args(["serve", "--listen", "127.0.0.1:0", "--database", &self.database.url()])
            .env_remove("PROOFUP_CONFIG")
            .env("PROOFUP_DATA_DIR", folder.path())
            .env("PROOFUP_PEPPER", PEPPER)
            .env("PROOFUP_SEED_KEY", SEED_KEY)
            .env("PROOFUP_PUBLIC_URL", PUBLIC)
            // The cheapest that an organisation may choose.
            .env("PROOFUP_PASSWORD_COST", "m=7168,t=5")
            .env("PROOFUP_TELEPHONY", "webhook")
            .env("PROOFUP_TELEPHONY_WEBHOOK_URL", &self.gateway)
            .env("PROOFUP_TELEPHONY_WEBHOOK_SECRET", SECRET);
        front_ends(&mut command);
        let process = Process::serve(&mut command);
        let mut config = self.config();
        config.listen = process.url.strip_prefix("http://").unwrap().parse().unwrap();
        let service = TestService {
            running: None,
            clock: Clock::fixed(now()).1,
            phones: self.phones.clone(),
            config,
            database: TestDatabase::Postgres(self.database.clone()),
            http: reqwest::Client::builder().timeout(PATIENCE).build().unwrap(),
            port: None,
        };
        Node { service, process }
    }

    /// The newest call to a number.
    fn call(&self, number: &str) -> String {
        self.phones.calls_to(number).pop().unwrap_or_else(|| panic!("no call to {number}")).id
    }
}

/// The gateway: what it is handed arrives at once.
async fn ring(State(phones): State<DemoPhones>, Json(body): Json<Value>) -> Answer {
    let text = |key: &str| body[key].as_str().unwrap().to_owned();
    let (id, to, language) = (text("id"), text("to"), Language::English);
    let expires = text("expiresDateTime").parse().unwrap();
    let taken = if body["kind"] == "text" {
        phones.send_text(OutgoingText { id, to, language, text: text("text").into(), expires }).await
    } else {
        phones.place_call(OutgoingCall { id, to, caller_id: None, language, text: text("text"), expires }).await
    };
    assert_eq!(taken, Ok(()));
    Answer::ACCEPTED
}

/// Something that the gateway tells, signed once.
struct Told {
    body: String,
    signature: String,
}

impl Told {
    fn of(id: &str, event: &str, more: Value) -> Self {
        let mut body = json!({"id": id, "event": event});
        body.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
        let body = body.to_string();
        let signature = sign(unix_seconds(), &body, SECRET.as_bytes());
        Self { body, signature }
    }

    async fn to(&self, node: &Node) -> (StatusCode, Value) {
        tell_signed(node, &self.body, &self.signature).await
    }
}

#[expect(clippy::disallowed_methods, reason = "the binary goes by the computer's own clock")]
fn now() -> Timestamp {
    Timestamp::now()
}

fn unix_seconds() -> u64 {
    u64::try_from(now().as_second()).unwrap()
}
