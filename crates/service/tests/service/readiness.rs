//! Ready means that it can work: a database that takes no change is an outage, told as one everywhere.

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{SignIn, TestDatabase, TestService, Tokens, person, until};

const UNAVAILABLE: StatusCode = StatusCode::SERVICE_UNAVAILABLE;

/// Asks until it is ready, or is not. An answer of `/readyz` holds for a second.
async fn until_ready_is(http: &reqwest::Client, url: &str, wanted: StatusCode) {
    let ready = async || http.get(format!("{url}/readyz")).send().await.unwrap().status() == wanted;
    until(&format!("/readyz answers {wanted}"), ready).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_can_only_be_read_is_an_outage_until_it_is_over() {
    let Some(database) = TestDatabase::postgres() else { return };
    let service = TestService::start(database).await;
    let ben = Tokens::of(&service, "ben").await;
    let TestDatabase::Postgres(database) = &service.database else { unreachable!() };
    until_ready_is(&service.http, &service.url(""), StatusCode::NO_CONTENT).await;
    database.read_only(true);
    until_ready_is(&service.http, &service.url(""), UNAVAILABLE).await;
    let answer = service.http.get(service.url("/readyz")).send().await.unwrap();
    assert_eq!(answer.headers()["retry-after"], "5");
    let step = SignIn::password(&service, "ben@contoso.example", person("ben").password, &[]).await;
    assert_eq!((step.status, &step.body["code"]), (UNAVAILABLE, &json!("service_unavailable")));
    let (status, _) = ben.post(&service, "/v1/me/appPasswords", json!({"displayName": "Tablet"})).await;
    assert_eq!(status, UNAVAILABLE);
    let old_client = service.http.get(service.url("/legacy/basic")).basic_auth("ben@contoso.example", Some("x"));
    assert_eq!(old_client.send().await.unwrap().status(), UNAVAILABLE);
    let mail = service.http.get(service.url("/legacy/nginx-mail"));
    let mail = mail.header("auth-user", "ben@contoso.example").header("auth-pass", "x").header("auth-protocol", "imap");
    assert_eq!(mail.send().await.unwrap().status(), UNAVAILABLE);
    assert_eq!(service.send(Method::GET, "/healthz", None, None).await.0, StatusCode::NO_CONTENT, "the process lives");
    database.read_only(false);
    until_ready_is(&service.http, &service.url(""), StatusCode::NO_CONTENT).await;
    Tokens::of(&service, "ben").await;
    service.stop().await;
}

/// A file cannot grow any more, as on a full disk.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_cannot_grow_is_an_outage() {
    use std::process::Command;

    use crate::support::{CHALLENGE, Process, form};

    let folder = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_proofup-service");
    let made = Command::new(program).arg("init").env("PROOFUP_DATA_DIR", folder.path()).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    // Nobody is killed for writing too much; the write fails.
    let limited = r#"trap "" XFSZ; ulimit -f 256; exec "$0" serve --listen 127.0.0.1:0"#;
    let mut command = Command::new("sh");
    command
        .args(["-c", limited, program])
        .env("PROOFUP_DATA_DIR", folder.path())
        .env("PROOFUP_PASSWORD_COST", "m=7168,t=5");
    let process = Process::serve(&mut command);
    let http = reqwest::Client::new();
    let fields = [
        ("client_id", "proofup-desktop"),
        ("username", "nobody@contoso.example"),
        ("password", "not it"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    let sign_in = async || {
        let request = http.post(format!("{}/oauth2/challenge", process.url));
        let request = request.header("content-type", "application/x-www-form-urlencoded").body(form(&fields));
        request.send().await.unwrap()
    };
    let mut answer = sign_in().await;
    // Each writes its row, until the file is full.
    for _ in 0..200 {
        if answer.status() != StatusCode::BAD_REQUEST {
            break;
        }
        answer = sign_in().await;
    }
    assert_eq!(answer.status(), UNAVAILABLE, "never a fault of the service");
    assert_eq!(answer.headers()["retry-after"], "5");
    until_ready_is(&http, &process.url, UNAVAILABLE).await;
    let health = http.get(format!("{}/healthz", process.url)).send().await.unwrap();
    assert_eq!(health.status(), StatusCode::NO_CONTENT);
}
