//! RADIUS: a VPN asks in the name of its clients, by packets of our own and by the programs that people have.

mod front_end;
mod ms_chap;
mod packets;
mod passwords;
mod programs;
mod radsec;
mod second_step;

use std::time::Duration;

use proofup_api::SecretText;
use proofup_service::{FrontEnd, FrontEndKind, Networks, RadiusFrontEnd};
use serde_json::Value;

use crate::support::{TestService, Tokens, until};

pub use front_end::{Answer, Vpn};
pub use programs::radclient;

pub const SECRET: &str = "7K3F-9QWD-X2MP-4RTA-B8NH";
const BEN: &str = "ben@contoso.example";

/// A service that a VPN on this computer asks.
async fn with_vpn(service: TestService) -> TestService {
    with_radius(service, RadiusFrontEnd { patience: Duration::ZERO, ..RadiusFrontEnd::default() }).await
}

async fn with_radius(service: TestService, radius: RadiusFrontEnd) -> TestService {
    service
        .restarted(|config| {
            config.listen_radius = Some(([127, 0, 0, 1], 0).into());
            config.front_ends.all = vec![FrontEnd {
                secret: Some(SecretText::new(SECRET)),
                client_address: Some("Calling-Station-Id".to_owned()),
                radius,
                ..FrontEnd::new("vpn", FrontEndKind::Radius, Networks::loopback())
            }];
        })
        .await
}

/// The newest rows of everybody's log.
async fn log(service: &TestService, query: &str) -> Vec<Value> {
    let eva = Tokens::of(service, "eva").await;
    eva.get(service, &format!("/v1/admin/signIns?{query}")).await["value"].as_array().unwrap().clone()
}

/// How many packets this became of.
async fn counted(service: &TestService, outcome: &str) -> u64 {
    let text = service.http.get(service.url("/metrics")).send().await.unwrap().text().await.unwrap();
    let begin = format!("proofup_radius_packets_total{{outcome=\"{outcome}\"}} ");
    text.lines().find_map(|line| line.strip_prefix(&begin)).map_or(0, |count| count.parse().unwrap())
}

/// Waits until so many packets became of this.
pub async fn until_counted(service: &TestService, outcome: &str, count: u64) {
    until(outcome, async || counted(service, outcome).await == count).await;
}
