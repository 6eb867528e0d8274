//! Passwords wait in lanes until they are hashed. A flood from one network holds up that network alone, whichever way in it
//! takes.

use std::num::NonZero;

use data_encoding::BASE64;
use proofup_service::FrontEndKind;
use reqwest::{RequestBuilder, Response, StatusCode};
use serde_json::Value;
use tokio::task::JoinSet;

use crate::on_both_databases;
use crate::support::{CHALLENGE, FRONT_END_KEY, Intruder, TestService, answer, form, front_end, person};

/// More than one thread and the longest lane take together.
const FLOOD: usize = 160;
/// No password fits it, and to find that out takes some tenths of a second: a flood is not over soon.
const SLOW_HASH: &str =
    "$argon2id$v=19$m=19456,t=20,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const FLOODED: &str = "carla@contoso.example";

/// Where a password is given.
#[derive(Debug, Clone, Copy)]
enum WayIn {
    SignIn,
    Basic,
    Mail,
}

impl WayIn {
    fn password(self, service: &TestService, address: &str, upn: &str, password: &str) -> RequestBuilder {
        let get = |path: &str| service.http.get(service.url(path)).header("x-auth-key", FRONT_END_KEY);
        match self {
            Self::SignIn => {
                let fields = [
                    ("client_id", "proofup-desktop"),
                    ("username", upn),
                    ("password", password),
                    ("code_challenge", CHALLENGE),
                    ("code_challenge_method", "S256"),
                ];
                let request = service.http.post(service.url("/oauth2/challenge")).header("x-forwarded-for", address);
                request.header("content-type", "application/x-www-form-urlencoded").body(form(&fields))
            }
            Self::Basic => {
                let credentials = BASE64.encode(format!("{upn}:{password}").as_bytes());
                let request = get("/legacy/basic").header("authorization", format!("Basic {credentials}"));
                request.header("x-real-ip", address)
            }
            Self::Mail => {
                let request = get("/legacy/nginx-mail").header("auth-user", upn).header("auth-pass", password);
                request.header("auth-protocol", "imap").header("client-ip", address)
            }
        }
    }

    /// Whether it was not looked at because the lane is full. A client must not take that for a wrong password.
    fn is_told_to_come_again(self, response: &Response) -> bool {
        let headers = response.headers();
        let says_when = headers.get("retry-after").is_some_and(|seconds| seconds == "5");
        let is_refusal = headers.contains_key("www-authenticate") || headers.contains_key("auth-status");
        let status = match self {
            Self::SignIn => StatusCode::TOO_MANY_REQUESTS,
            Self::Basic | Self::Mail => StatusCode::SERVICE_UNAVAILABLE,
        };
        response.status() == status && says_when && !is_refusal
    }
}

/// Passwords that are given all at once from one address.
struct Flood {
    answers: JoinSet<(bool, StatusCode)>,
    /// So many were looked at.
    hashed: usize,
}

impl Flood {
    fn begin(service: &TestService, way_in: WayIn, address: &str) -> Self {
        let mut answers = JoinSet::new();
        for number in 0..FLOOD {
            let request = way_in.password(service, address, FLOODED, &format!("guess {number}"));
            answers.spawn(async move {
                let response = request.send().await.unwrap();
                (way_in.is_told_to_come_again(&response), response.status())
            });
        }
        Self { answers, hashed: 0 }
    }

    /// Waits until one is turned away. All those before it wait in the lane then.
    async fn until_the_lane_is_full(&mut self) {
        loop {
            let Some(answered) = self.answers.join_next().await else {
                panic!("all {} were looked at: the lane has no end", self.hashed);
            };
            let (is_turned_away, status) = answered.unwrap();
            if is_turned_away {
                return;
            }
            assert!(
                !status.is_server_error() && status != StatusCode::TOO_MANY_REQUESTS,
                "{status}, and not told when to come again"
            );
            self.hashed += 1;
        }
    }

    /// How many have been looked at by now.
    fn hashed_by_now(&mut self) -> usize {
        while let Some(answered) = self.answers.try_join_next() {
            let (is_turned_away, _) = answered.unwrap();
            self.hashed += usize::from(!is_turned_away);
        }
        self.hashed
    }
}

/// A service that hashes one password at a time, and whose front ends tell where their clients are.
async fn with_one_thread(service: TestService) -> TestService {
    let service = service
        .restarted(|config| {
            config.hash_threads = NonZero::<usize>::MIN;
            config.front_ends.all = vec![
                front_end("mail", FrontEndKind::NginxMail, Some("client-ip")),
                front_end("web", FrontEndKind::Basic, Some("x-real-ip")),
            ];
        })
        .await
        .behind_a_proxy()
        .await;
    let slow = format!("UPDATE users SET password_hash = '{SLOW_HASH}' WHERE upn = '{FLOODED}'");
    Intruder::at(&service).await.run(&slow).await;
    service
}

/// Floods one way in from one network. Ben's password is looked at, given there and at sign-in, from other networks.
async fn holds_up_its_network_alone(service: TestService, way_in: WayIn) {
    let service = with_one_thread(service).await;
    let ben = person("ben");
    let mut flood = Flood::begin(&service, way_in, "203.0.113.9");
    flood.until_the_lane_is_full().await;
    let elsewhere = way_in.password(&service, "192.0.2.1", ben.upn, ben.password).send().await.unwrap();
    let looked_at = match way_in {
        WayIn::SignIn => StatusCode::BAD_REQUEST,
        // An app password would be right.
        WayIn::Basic => StatusCode::UNAUTHORIZED,
        WayIn::Mail => StatusCode::OK,
    };
    assert_eq!(elsewhere.status(), looked_at);
    let request = WayIn::SignIn.password(&service, "198.51.100.7", ben.upn, ben.password);
    let (status, body): (StatusCode, Value) = answer(request.send().await.unwrap()).await;
    let told = (status, body["error"].as_str());
    assert_eq!(told, (StatusCode::BAD_REQUEST, Some("insufficient_authorization")), "{body}");
    let hashed = flood.hashed_by_now();
    assert!(hashed < FLOOD / 2, "ben waited behind {hashed} of the flood");
}

on_both_databases! {
    async fn a_flood_of_sign_ins_holds_up_its_network_alone(service) {
        holds_up_its_network_alone(service, WayIn::SignIn).await;
    }

    async fn a_flood_at_the_endpoint_for_http_basic_holds_up_its_network_alone(service) {
        holds_up_its_network_alone(service, WayIn::Basic).await;
    }

    async fn a_flood_at_the_endpoint_for_mail_holds_up_its_network_alone(service) {
        holds_up_its_network_alone(service, WayIn::Mail).await;
    }
}
