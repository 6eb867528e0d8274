//! A gateway takes a call and hangs up without an answer. The phone may ring already, so the call is not placed once more.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use proofup_api::SecretText;
use proofup_service::{Clock, Telephony, Twilio, TwilioAccount, Webhook};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::support::{SignIn, TestDatabase, TestService, until};

/// Takes requests, on connections that stay open as long as it answers.
#[derive(Clone)]
struct Gateway {
    requests: Arc<Mutex<Vec<String>>>,
    answers: Arc<AtomicBool>,
    url: String,
}

impl Gateway {
    async fn listen() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let gateway = Self { requests: Arc::default(), answers: Arc::new(AtomicBool::new(true)), url };
        let listening = gateway.clone();
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                tokio::spawn(listening.clone().take_requests(connection));
            }
        });
        gateway
    }

    async fn take_requests(self, mut connection: TcpStream) {
        while let Some(request) = read_request(&mut connection).await {
            self.requests.lock().unwrap().push(request);
            if !self.answers.load(Ordering::Relaxed) {
                return;
            }
            connection.write_all(b"HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n").await.unwrap();
        }
    }

    /// How many of the requests are of this kind.
    fn count(&self, mark: &str) -> usize {
        self.requests.lock().unwrap().iter().filter(|request| request.contains(mark)).count()
    }
}

/// Head and body; `None` at the end of the connection.
async fn read_request(connection: &mut TcpStream) -> Option<String> {
    let mut request = String::new();
    loop {
        let mut piece = [0; 4096];
        let length = connection.read(&mut piece).await.ok().filter(|length| *length > 0)?;
        request.push_str(std::str::from_utf8(&piece[..length]).unwrap());
        let Some((head, body)) = request.split_once("\r\n\r\n") else { continue };
        let announced =
            head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
        if announced == Some(body.len()) {
            return Some(request);
        }
    }
}

/// Calls Ben and sends him a text, while the gateway answers nothing. The text shows that the time for another try has come.
async fn a_call_is_placed_once(sender: impl FnOnce(&str, Clock) -> Arc<dyn Telephony>, call: &str, text: &str) {
    let gateway = Gateway::listen().await;
    let service = TestService::start(TestDatabase::sqlite()).await;
    let service = service.restarted(|config| config.telephony = sender(&gateway.url, config.clock.clone())).await;
    let sign_in = SignIn::begin(&service, "ben").await;
    assert_eq!(sign_in.start("sms").await.error(), "insufficient_authorization", "an answered request");
    gateway.answers.store(false, Ordering::Relaxed);
    service.clock.advance(Duration::from_secs(60));
    for method in ["voiceMobile", "sms"] {
        let denied = sign_in.start(method).await;
        let told = (denied.code(), denied.body["params"]["reason"].as_str());
        assert_eq!(told, ("phone_unreachable", Some("gateway")), "{method}: {}", denied.body);
    }
    until("the text is handed over once more", async || gateway.count(text) == 3).await;
    assert_eq!(gateway.count(call), 1, "the call, which was there before the text, is not");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_a_gateway_may_have_taken_is_not_placed_again() {
    let sender = |url: &str, clock: Clock| -> Arc<dyn Telephony> {
        Arc::new(Webhook::new(url, SecretText::new("shared"), clock).unwrap())
    };
    a_call_is_placed_once(sender, "\"kind\":\"call\"", "\"kind\":\"text\"").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_twilio_may_have_taken_is_not_placed_again() {
    let sender = |url: &str, clock: Clock| -> Arc<dyn Telephony> {
        let account = TwilioAccount {
            account_sid: "AC123".to_owned(),
            auth_token: SecretText::new("the-accounts-secret"),
            from: "+14255550100".to_owned(),
            api_url: Some(url.to_owned()),
        };
        Arc::new(Twilio::new(account, "https://verify.contoso.example", clock).unwrap())
    };
    a_call_is_placed_once(sender, "/Calls.json", "/Messages.json").await;
}
