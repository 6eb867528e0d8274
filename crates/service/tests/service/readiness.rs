//! Ready means that it can work: a database that takes no change is an outage, told as one everywhere.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::at_once::all_at_once;
use crate::support::{CHALLENGE, Intruder, SOON, SignIn, TestDatabase, TestService, Tokens, person, until};

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

/// Another transaction that never ends, such as what a node leaves behind that lost its power, holds ben's row.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_row_that_is_held_for_ever_holds_up_its_person_alone() {
    let Some(database) = TestDatabase::postgres() else { return };
    let service = TestService::start(database).await.restarted(|config| config.patience.row = SOON).await;
    let carla = Tokens::of(&service, "carla").await;
    let mut stuck = Intruder::at(&service).await;
    stuck.run("BEGIN; UPDATE users SET changes = changes WHERE upn = 'ben@contoso.example'").await;
    let ben = person("ben");
    let fields = [
        ("client_id", "proofup-desktop"),
        ("username", ben.upn),
        ("password", ben.password),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    let (steps, ()) = tokio::join!(all_at_once(&service, "/oauth2/challenge", &fields, 24), async {
        for _ in 0..3 {
            carla.get(&service, "/v1/me").await;
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
    });
    assert!(
        steps.iter().all(|step| step.status == UNAVAILABLE),
        "{:?}",
        steps.iter().map(|step| step.status).collect::<Vec<_>>()
    );
    stuck.run("ROLLBACK").await;
    Tokens::of(&service, "ben").await;
    service.stop().await;
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_another_program_keeps_or_moves_away_is_an_outage() {
    let service = TestService::start(TestDatabase::sqlite()).await;
    let service = service.restarted(|config| config.patience.file = SOON).await;
    until_ready_is(&service.http, &service.url(""), StatusCode::NO_CONTENT).await;
    let mut other = Intruder::at(&service).await;
    other.run("BEGIN IMMEDIATE").await;
    let step = SignIn::password(&service, "ben@contoso.example", "not it", &[]).await;
    assert_eq!((step.status, &step.body["code"]), (UNAVAILABLE, &json!("service_unavailable")));
    other.run("ROLLBACK").await;
    until_ready_is(&service.http, &service.url(""), StatusCode::NO_CONTENT).await;
    let TestDatabase::Sqlite(folder) = &service.database else { unreachable!() };
    let (path, elsewhere) = (folder.path().join("proofup.db"), folder.path().join("moved.db"));
    std::fs::rename(&path, &elsewhere).unwrap();
    until_ready_is(&service.http, &service.url(""), UNAVAILABLE).await;
    std::fs::rename(&elsewhere, &path).unwrap();
    until_ready_is(&service.http, &service.url(""), StatusCode::NO_CONTENT).await;
    service.stop().await;
}

/// SQLite only reads a file that names a later format for writing: it refuses each change with error 8, as it does for a file
/// that it has no right to write to. Rights alone would not stop root.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_can_only_be_read_is_an_outage() {
    let service = TestService::start(TestDatabase::sqlite()).await;
    until_ready_is(&service.http, &service.url(""), StatusCode::NO_CONTENT).await;
    let TestDatabase::Sqlite(folder) = &service.database else { unreachable!() };
    let path = folder.path().join("proofup.db");
    let mut other = Intruder::at(&service).await;
    let not_ready = async || {
        // Everything stands in the file then, and connections read its first page anew.
        other.run("PRAGMA wal_checkpoint(TRUNCATE)").await;
        name_format_for_writing(&path, 3);
        service.http.get(service.url("/readyz")).send().await.unwrap().status() == UNAVAILABLE
    };
    until("/readyz answers 503", not_ready).await;
    let step = SignIn::password(&service, "ben@contoso.example", person("ben").password, &[]).await;
    assert_eq!((step.status, &step.body["code"]), (UNAVAILABLE, &json!("service_unavailable")));
    let old_client = service.http.get(service.url("/legacy/basic")).basic_auth("ben@contoso.example", Some("x"));
    assert_eq!(old_client.send().await.unwrap().status(), UNAVAILABLE);
    assert_eq!(service.send(Method::GET, "/healthz", None, None).await.0, StatusCode::NO_CONTENT, "the process lives");
    let refused = Intruder::at(&service).await.refusal("UPDATE users SET changes = changes");
    assert_eq!(refused, Some(8), "and error 8 is what it is about");
}

/// Byte 18 of the file (<https://sqlite.org/fileformat.html#file_format_version_numbers>). Another process writes it: when this
/// one closes the file, it gives up all locks that it has on it.
#[cfg(unix)]
fn name_format_for_writing(path: &std::path::Path, version: u8) {
    let write = format!("printf '\\{version:03o}' | dd of=\"$1\" bs=1 seek=18 conv=notrunc status=none");
    let written = std::process::Command::new("sh").args(["-c", &write, "sh"]).arg(path).status().unwrap();
    assert!(written.success());
}

/// A file cannot grow any more, as on a full disk.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_cannot_grow_is_an_outage() {
    use std::process::Command;

    use crate::support::{Process, form};

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
