//! Packets: what is not genuine is dropped, what comes again is answered from memory, an outage is silence.

use std::time::Duration;

use proofup_radius::{Code, attribute};
use proofup_service::RadiusFrontEnd;
use serde_json::json;

use super::{BEN, SECRET, Vpn, counted, log, until_counted, with_radius, with_vpn};
use crate::on_both_databases;
use crate::support::{TestDatabase, TestService, other_than, person};

const BEN_SEED: &str = "MRSW23ZNMJSW4LLDMFZHIZLSFUYTEMZU";

on_both_databases! {
    async fn a_request_that_comes_again_is_answered_from_memory_and_counted_once(service) {
        let service = with_vpn(service).await;
        let vpn = Vpn::of(&service).await;
        let wrong = vpn.access(BEN, "not it").sealed(SECRET.as_bytes());
        let mut answers = Vec::new();
        for _ in 0..3 {
            vpn.send(&wrong).await;
            answers.push(vpn.hear(&wrong).await.bytes);
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]), "the same bytes");
        assert_eq!(counted(&service, "repeated").await, 2);
        let rows = log(&service, "denialReason=invalid_credentials").await;
        assert_eq!((rows.len(), &rows[0]["count"]), (1, &json!(1)));
        // A code is not burnt by its own retransmission.
        let question = vpn.password(BEN, person("ben").password).await;
        let question = vpn.choose(BEN, &question, "Code from the app").await;
        let code = vpn.access(BEN, &service.app_code(BEN_SEED)).with(attribute::STATE, question.state.as_ref().unwrap());
        let code = code.sealed(SECRET.as_bytes());
        vpn.send(&code).await;
        vpn.send(&code).await;
        assert_eq!(vpn.hear(&code).await.code, Code::AccessAccept);
        until_counted(&service, "repeated", 3).await;
        vpn.send(&code).await;
        assert_eq!(vpn.hear(&code).await.code, Code::AccessAccept, "still the same answer");
    }

    async fn many_at_once_over_one_socket_are_all_answered(service) {
        let service = with_vpn(service).await;
        let vpn = Vpn::of(&service).await;
        let requests: Vec<_> = (0..64).map(|number| vpn.access(BEN, &format!("k7mf2c9wqp4t0r1x{number:04}"))).collect();
        let requests: Vec<_> = requests.into_iter().map(|request| request.sealed(SECRET.as_bytes())).collect();
        for request in &requests {
            vpn.send(request).await;
        }
        until_counted(&service, "rejected", 64).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_packet_that_is_not_genuine_gets_no_answer() {
    let service = with_vpn(TestService::start(TestDatabase::sqlite()).await).await;
    let vpn = Vpn::of(&service).await;
    let proved = || vpn.access(BEN, "x").sealed(SECRET.as_bytes());
    let cut = proved()[..30].to_vec();
    let changed = {
        let mut bytes = proved();
        let last = bytes.len() - 20;
        bytes[last] ^= 1;
        bytes
    };
    let accounting = vpn.request(Code::Other(4)).sealed(SECRET.as_bytes());
    let unproven_status = vpn.request(Code::StatusServer).unsealed();
    for (reason, bytes) in [
        ("dropped_unproven", vpn.access(BEN, person("ben").password).unsealed()),
        ("dropped_wrong_secret", vpn.access(BEN, "x").sealed(b"another secret")),
        ("dropped_malformed", cut),
        ("dropped_no_request", accounting),
    ] {
        vpn.send(&bytes).await;
        until_counted(&service, reason, 1).await;
    }
    vpn.send(&changed).await;
    vpn.send(&unproven_status).await;
    until_counted(&service, "dropped_unproven", 2).await;
    // The first thing that is heard is the answer to the first genuine packet.
    assert_eq!(vpn.ask(vpn.request(Code::StatusServer)).await.code, Code::AccessAccept);
    assert!(log(&service, "denialReason=invalid_credentials").await.is_empty(), "nothing was checked");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_that_is_not_configured_hears_nothing() {
    let service = TestService::start(TestDatabase::sqlite()).await;
    let service =
        with_vpn(service).await.restarted(|config| config.front_ends.all[0].from = "192.0.2.1".parse().unwrap()).await;
    let vpn = Vpn::of(&service).await;
    vpn.send(&vpn.request(Code::StatusServer).sealed(SECRET.as_bytes())).await;
    until_counted(&service, "dropped_unknown_address", 1).await;
    assert_eq!(counted(&service, "status").await + counted(&service, "accepted").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn packets_without_a_proof_are_accepted_only_if_configured_and_never_behind_a_proxy() {
    let unproven = RadiusFrontEnd { takes_unproven: true, ..RadiusFrontEnd::default() };
    let service = with_radius(TestService::start(TestDatabase::sqlite()).await, unproven).await;
    let vpn = Vpn::of(&service).await;
    let behind_a_proxy = vpn.access(BEN, "x").with(attribute::PROXY_STATE, b"1").unsealed();
    vpn.send(&behind_a_proxy).await;
    until_counted(&service, "dropped_unproven", 1).await;
    let request = vpn.access(BEN, person("ben").password).unsealed();
    vpn.send(&request).await;
    let question = vpn.hear(&request).await;
    assert_eq!(question.code, Code::AccessChallenge, "its answer is proved all the same");
    let wrong = other_than(&service.app_code(BEN_SEED));
    let request = vpn.access(BEN, &wrong).with(attribute::STATE, question.state.as_ref().unwrap()).unsealed();
    vpn.send(&request).await;
    vpn.hear(&request).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_away_is_silence_and_never_a_refusal() {
    let Some(database) = TestDatabase::postgres() else { return };
    let service = with_vpn(TestService::start(database).await).await;
    let TestDatabase::Postgres(database) = &service.database else { unreachable!() };
    let vpn = Vpn::of(&service).await;
    assert_eq!(vpn.ask(vpn.request(Code::StatusServer)).await.code, Code::AccessAccept);
    database.read_only(true);
    let right = vpn.access(BEN, person("ben").password).sealed(SECRET.as_bytes());
    vpn.send(&right).await;
    until_counted(&service, "dropped_unavailable", 1).await;
    assert_eq!(counted(&service, "rejected").await, 0);
    database.read_only(false);
    // The front end asks again with the same packet, and is answered now.
    for _ in 0..100 {
        vpn.send(&right).await;
        let answer = tokio::time::timeout(Duration::from_millis(500), vpn.hear(&right)).await;
        if let Ok(answer) = answer {
            assert_eq!(answer.code, Code::AccessChallenge);
            return;
        }
    }
    panic!("the same packet is never answered");
}
