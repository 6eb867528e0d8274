//! What people are told: by mail, by text and through the organisation's own systems.

mod channels;
mod mail;
mod sink;

use reqwest::StatusCode;
use serde_json::{Value, json};

use self::sink::{Letter, Sink};
use crate::support::{Intruder, TestService, Tokens, until};

const BEN: &str = "/v1/admin/users/ben@contoso.example";
const BENS_MAIL: &str = "ben.carter@mail.example";

/// A service with this mail server, and Ben's address. Gives an administrator's session too.
async fn with_mail(service: TestService, sink: &Sink) -> (TestService, Tokens) {
    let server = sink.server();
    let service = service.restarted(|config| config.mail = Some(server)).await;
    let eva = Tokens::of(&service, "eva").await;
    let (status, body) = eva.patch(&service, BEN, json!({"mail": BENS_MAIL, "preferredLanguage": "en"})).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    until("Ben hears of his own address", async || !sink.letters_to(BENS_MAIL).is_empty()).await;
    // A letter has arrived a moment before its row is done.
    until("nothing waits", async || waiting(&service).await == 0).await;
    (service, eva)
}

/// How many notices are not done.
async fn waiting(service: &TestService) -> i64 {
    let waiting = "SELECT CAST(count(*) AS bigint) FROM notices WHERE done_at IS NULL";
    Intruder::at(service).await.number(waiting).await
}

/// Something that Ben is told of.
async fn bypass(service: &TestService, eva: &Tokens, upn: &str) {
    let path = format!("/v1/admin/users/{upn}:oneTimeBypass");
    let (status, body) = eva.post(service, &path, json!({"reason": "his phone is at home", "seconds": 300})).await;
    assert_eq!(status, StatusCode::NO_CONTENT, "{body}");
}

async fn bypass_for_ben(service: &TestService, eva: &Tokens) {
    bypass(service, eva, "ben@contoso.example").await;
}

/// The letters about bypasses to Ben.
fn of_bypasses(sink: &Sink) -> Vec<Letter> {
    sink.letters_to(BENS_MAIL).into_iter().filter(|letter| letter.head("Subject").contains("second step")).collect()
}

async fn details(service: &TestService, eva: &Tokens) -> Value {
    eva.get(service, BEN).await
}
