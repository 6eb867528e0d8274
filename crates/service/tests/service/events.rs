//! `/v1/me/events`: tells of changes made anywhere.

use std::time::Duration;

use proofup_service::Running;
use serde_json::json;

use crate::on_both_databases;
use crate::support::{TestService, Tokens};

/// Reads an event stream until a word comes.
async fn read_until(response: &mut reqwest::Response, word: &str) -> String {
    let mut text = String::new();
    let reading = async {
        while !text.contains(word) {
            match response.chunk().await.unwrap() {
                Some(chunk) => text.push_str(&String::from_utf8_lossy(&chunk)),
                None => break,
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(100), reading).await.expect(word);
    text
}

async fn listen(service: &TestService, tokens: &Tokens) -> reqwest::Response {
    let response = service.http.get(service.url("/v1/me/events")).bearer_auth(&tokens.access).send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    response
}

on_both_databases! {
    async fn changes_made_on_another_node_arrive(service) {
        let ben = Tokens::of(&service, "ben").await;
        let mut events = listen(&service, &ben).await;
        let mut other = service.config.clone();
        other.listen.set_port(0);
        let other = Running::start(other).await.unwrap();
        let created = service
            .http
            .post(format!("{}/v1/me/appPasswords", other.url()))
            .bearer_auth(&ben.access)
            .json(&json!({"displayName": "Tablet"}));
        assert!(created.send().await.unwrap().status().is_success());
        let text = read_until(&mut events, "securityInfoChanged").await;
        assert!(text.contains("event: securityInfoChanged\ndata"), "{text}");
        other.stop().await;
    }

    async fn sign_ins_and_sign_outs_elsewhere_send_events(service) {
        let ben = Tokens::of(&service, "ben").await;
        let mut events = listen(&service, &ben).await;
        Tokens::of(&service, "ben").await;
        read_until(&mut events, "signInLogged").await;
        service.post_form("/oauth2/revoke", &[("token", &ben.refresh)]).await;
        read_until(&mut events, "signedOut").await;
        assert_eq!(events.chunk().await.unwrap(), None, "and the stream ends");
    }

    async fn an_open_stream_does_not_keep_the_service_from_stopping(service) {
        let ben = Tokens::of(&service, "ben").await;
        let mut events = listen(&service, &ben).await;
        service.stop().await;
        // The service ends the stream; a stream that it waits for in vain would be cut off.
        while events.chunk().await.expect("the stream ends in order").is_some() {}
    }
}
