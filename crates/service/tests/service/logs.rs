//! No secret stands in any log line, at any level, from any crate.

use std::io::Write;
use std::sync::{Arc, Mutex, OnceLock};

use proofup_service::demo::tokens;
use serde_json::json;
use tracing::{Level, Subscriber};

use crate::support::{PEPPER, SEED_KEY, SignIn, TestDatabase, TestService, Tokens, VERIFIER, other_than, person};

/// Log lines that are collected.
#[derive(Clone, Default)]
pub struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    /// Collects lines of this level and of the graver ones.
    pub fn subscriber(&self, level: Level) -> impl Subscriber + Send + Sync + 'static {
        let writer = self.clone();
        let lines = tracing_subscriber::fmt().with_max_level(level).with_ansi(false);
        lines.with_writer(move || writer.clone()).finish()
    }

    /// What was logged so far.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Everything that any test of this run logs, from its first line on.
fn lines() -> &'static Lines {
    static LINES: OnceLock<Lines> = OnceLock::new();
    LINES.get_or_init(|| {
        let lines = Lines::default();
        tracing::subscriber::set_global_default(lines.subscriber(Level::TRACE)).unwrap();
        lines
    })
}

/// The whole job, and every secret that came up in it.
async fn journey(service: &TestService) -> Vec<(&'static str, String)> {
    let (ann, ben) = (person("ann"), person("ben"));
    let mut secrets = vec![
        ("pepper", PEPPER.to_owned()),
        ("seed key", SEED_KEY.to_owned()),
        ("password", ann.password.to_owned()),
        ("password", ben.password.to_owned()),
        ("wrong password", "a-wrong-password".to_owned()),
        ("verifier", VERIFIER.to_owned()),
        ("phone number", ann.mobile[4..].to_owned()),
        ("seed of ben's app", ben.authenticator_seed.unwrap().to_owned()),
    ];
    SignIn::password(service, ann.upn, "a-wrong-password", &[]).await;
    let tokens = Tokens::of(service, "ann").await;
    let (_, started) = tokens.add_mobile(service, ann.mobile).await;
    let code = service.text_code(ann.mobile);
    tokens.verify(service, &started, &other_than(&code)).await;
    tokens.verify(service, &started, &code).await;
    secrets.push(("text code", format!(" {code} ")));
    let (id, seed) = tokens.new_app(service).await;
    let app_code = service.app_code(&seed);
    tokens.activate(service, &id, json!({"code": app_code})).await;
    secrets.push(("seed", seed));
    service.send(reqwest::Method::POST, "/v1/me/registration:complete", Some(&tokens.access), None).await;
    let (_, created) = tokens.post(service, "/v1/me/appPasswords", json!({"displayName": "Laptop"})).await;
    let app_password = created["password"].as_str().unwrap().to_owned();
    let mail = service.http.get(service.url("/legacy/nginx-mail"));
    mail.header("auth-user", ann.upn)
        .header("auth-pass", &app_password)
        .header("auth-protocol", "imap")
        .send()
        .await
        .unwrap();
    secrets.push(("app password", app_password));
    let next = tokens.refresh(service).await;
    for token in [tokens.access, tokens.refresh, next.access, next.refresh] {
        secrets.push(("token", token));
    }
    let sign_in = SignIn::begin(service, "ben").await;
    sign_in.start("sms").await;
    let granted = sign_in.send(&[("otp", &service.text_code(ben.mobile)), ("remember_device", "true")]).await;
    secrets.push(("auth session", sign_in.auth_session));
    for key in ["authorization_code", "device_token"] {
        secrets.push((key, granted.body[key].as_str().unwrap().to_owned()));
    }
    hardware_tokens(service, &mut secrets).await;
    // Requests that cannot be read are answered, and logged, without what they hold.
    tokens_in_a_broken_body(service, &next_secret(&mut secrets)).await;
    secrets
}

/// A list is imported, and one token is added by its code.
async fn hardware_tokens(service: &TestService, secrets: &mut Vec<(&'static str, String)>) {
    let seed = "NBQXEZDXMFZGKLLUN5VWK3RNGAYTEMZU".to_owned();
    let file = format!("serial number,secret key,time interval\nL-1,{seed},30\nL-2,{seed},31\n");
    let eva = Tokens::of(service, "eva").await;
    let request = service.http.post(service.url("/v1/admin/hardwareOathDevices:import")).bearer_auth(&eva.access);
    let report: serde_json::Value = request.body(file).send().await.unwrap().json().await.unwrap();
    assert!(report["errorFile"].as_str().unwrap().contains(&seed), "only its sender gets it back");
    secrets.push(("seed of a hardware token", seed));
    let [token, ..] = tokens();
    let code = token.code_at(service.clock.unix_seconds(), token.ahead_after(0)).unwrap().code;
    let body = json!({"serialNumber": token.serial_number, "code": code});
    let (status, added) = eva.post(service, "/v1/me/authentication/hardwareOathMethods", body).await;
    assert_eq!(status, reqwest::StatusCode::CREATED, "{added}");
    secrets.push(("code of a hardware token", format!("\"{code}\"")));
}

fn next_secret(secrets: &mut Vec<(&'static str, String)>) -> String {
    let secret = "a-secret-in-a-broken-body".to_owned();
    secrets.push(("broken body", secret.clone()));
    secret
}

async fn tokens_in_a_broken_body(service: &TestService, secret: &str) {
    let ben = Tokens::of(service, "ben").await;
    for body in [json!({"displayName": {"oops": secret}}), json!({secret: 1})] {
        let (_, problem) = ben.post(service, "/v1/me/appPasswords", body).await;
        assert_eq!(problem["code"], "invalid_request");
    }
    service.post_form("/oauth2/challenge", &[("otp", secret), ("surprise", secret)]).await;
    service.send(reqwest::Method::GET, &format!("/v1/{secret}?code={secret}"), Some(secret), None).await;
}

async fn nothing_secret_is_logged(database: TestDatabase) {
    let lines = lines();
    let service = TestService::start(database).await;
    let secrets = journey(&service).await;
    service.stop().await;
    let logged = lines.text();
    assert!(logged.contains("TRACE") && logged.contains("answered"), "there is a log to look through");
    for (what, secret) in secrets {
        assert!(secret.len() >= 8, "{what} is too short to look for");
        let line = logged.lines().find(|line| line.contains(&secret));
        assert!(line.is_none(), "a {what} is in the log: {line:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_secret_is_logged_with_sqlite() {
    nothing_secret_is_logged(TestDatabase::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_secret_is_logged_with_postgres() {
    let Some(database) = TestDatabase::postgres() else { return };
    nothing_secret_is_logged(database).await;
}
