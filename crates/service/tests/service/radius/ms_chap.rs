//! MS-CHAPv2 with app passwords, where front end and organisation allow it.

use proofup_radius::{Code, attribute};
use proofup_service::RadiusFrontEnd;
use serde_json::{Value, json};

use super::{Answer, BEN, Vpn, log, with_radius, with_vpn};
use crate::legacy::new_app_password;
use crate::on_both_databases;
use crate::support::{Intruder, TestService, Tokens, person, until};

const FOR_VPN: &str = "radius";

/// A service whose VPN may send MS-CHAPv2, and an organisation that allows it.
async fn allowed(service: TestService) -> TestService {
    let service = with_radius(service, RadiusFrontEnd { takes_ms_chap: true, ..RadiusFrontEnd::default() }).await;
    service.set("msChapAllowed", "true").await;
    service
}

async fn vpn_password(service: &TestService, ben: &Tokens) -> (String, String) {
    new_app_password(service, ben, json!({"displayName": "Wi-Fi", "protocols": [FOR_VPN]})).await
}

fn of_microsoft(answer: &Answer, number: u8) -> Vec<u8> {
    let packet = proofup_radius::Packet::parse(&answer.bytes).unwrap();
    packet.vendor(attribute::MICROSOFT, number).unwrap_or_default().to_vec()
}

fn assert_refused(answer: &Answer, what: &str) {
    assert_eq!(answer.code, Code::AccessReject, "{what}");
    let error = of_microsoft(answer, attribute::MS_CHAP_ERROR);
    assert!(error[1..].starts_with(b"E=691 R=0 C="), "{what}: {error:?}");
    assert!(of_microsoft(answer, attribute::MS_MPPE_SEND_KEY).is_empty(), "{what}");
}

async fn newest(service: &TestService) -> Value {
    log(service, "user=ben%40contoso.example").await[0].clone()
}

on_both_databases! {
    async fn an_app_password_for_vpn_opens_with_ms_chap_in_every_spelling(service) {
        let service = allowed(service).await;
        let ben = Tokens::of(&service, "ben").await;
        let (id, secret) = vpn_password(&service, &ben).await;
        let vpn = Vpn::of(&service).await;
        let groups: Vec<&str> = (0..5).map(|group| &secret[group * 4..group * 4 + 4]).collect();
        for typed in [secret.clone(), groups.join(" "), groups.join("-"), secret.to_uppercase()] {
            let accepted = vpn.ms_chap(BEN, &typed).await;
            assert_eq!(accepted.code, Code::AccessAccept, "{typed}");
            let success = of_microsoft(&accepted, attribute::MS_CHAP2_SUCCESS);
            assert!(success.len() == 43 && success[1..].starts_with(b"S="), "{success:?}");
            for key in [attribute::MS_MPPE_SEND_KEY, attribute::MS_MPPE_RECV_KEY] {
                assert_eq!(of_microsoft(&accepted, key).len(), 34, "a salt and two blocks");
            }
            let row = newest(&service).await;
            assert_eq!((&row["result"], &row["protocol"], &row["frontEnd"]), (&json!("skipped_app_password"), &json!("radius"), &json!("vpn")));
            assert_eq!(row["detail"], "Wi-Fi");
        }
        assert_eq!(vpn.password(BEN, &secret).await.code, Code::AccessAccept, "and by PAP");
        let list = ben.get(&service, "/v1/me/appPasswords").await;
        assert_eq!((&list["value"][0]["lastUsedProtocol"], &list["value"][0]["lastUsedFrontEnd"]), (&json!("radius"), &json!("vpn")));
        ben.delete(&service, &format!("/v1/me/appPasswords/{id}")).await;
        assert_refused(&vpn.ms_chap(BEN, &secret).await, "deleted is deleted");
    }

    async fn another_secret_or_name_is_refused_and_logged(service) {
        let service = allowed(service).await;
        let ben = Tokens::of(&service, "ben").await;
        let (_, secret) = vpn_password(&service, &ben).await;
        let vpn = Vpn::of(&service).await;
        let other: String = secret.chars().rev().collect();
        for (name, typed) in [(BEN, other.as_str()), (person("finn").upn, secret.as_str()), ("nobody@contoso.example", secret.as_str()), (BEN, "")] {
            assert_refused(&vpn.ms_chap(name, typed).await, name);
        }
        assert_refused(&vpn.ms_chap(BEN, person("ben").password).await, "the normal password");
        let row = newest(&service).await;
        assert_eq!((&row["denialReason"], &row["frontEnd"]), (&json!("app_password_invalid"), &json!("vpn")));
        let unknown = &log(&service, "denialReason=user_not_found").await[0];
        assert_eq!(unknown["userPrincipalName"], "nobody@contoso.example");
    }

    async fn a_device_that_repeats_a_deleted_app_password_by_ms_chap_keeps_nobody_waiting(service) {
        let service = allowed(service).await;
        let ben = Tokens::of(&service, "ben").await;
        let (id, secret) = vpn_password(&service, &ben).await;
        let (_, present) = new_app_password(&service, &ben, json!({"displayName": "New", "protocols": [FOR_VPN]})).await;
        ben.delete(&service, &format!("/v1/me/appPasswords/{id}")).await;
        let vpn = Vpn::of(&service).await;
        for _ in 0..120 {
            assert_refused(&vpn.ms_chap(BEN, &secret).await, "deleted");
        }
        let row = newest(&service).await;
        assert_eq!((&row["denialReason"], &row["count"]), (&json!("app_password_invalid"), &json!(120)), "one row");
        assert_eq!(vpn.ms_chap(BEN, &present).await.code, Code::AccessAccept);
        assert_eq!(vpn.password(BEN, person("ben").password).await.code, Code::AccessChallenge, "not counted as guesses of the password");
    }

    async fn only_an_app_password_for_vpn_that_was_made_while_it_is_allowed_works_with_ms_chap(service) {
        let service = with_radius(service, RadiusFrontEnd { takes_ms_chap: true, ..RadiusFrontEnd::default() }).await;
        let ben = Tokens::of(&service, "ben").await;
        let vpn = Vpn::of(&service).await;
        let (_, before) = new_app_password(&service, &ben, json!({"displayName": "Before", "protocols": [FOR_VPN]})).await;
        assert_refused(&vpn.ms_chap(BEN, &before).await, "the organisation does not allow it");
        assert_eq!(newest(&service).await["denialReason"], "method_disabled");
        service.set("msChapAllowed", "true").await;
        let (_, mail) = new_app_password(&service, &ben, json!({"displayName": "Mail", "protocols": ["imap"]})).await;
        let (_, everything) = new_app_password(&service, &ben, json!({"displayName": "Everything"})).await;
        for secret in [&before, &mail, &everything] {
            assert_refused(&vpn.ms_chap(BEN, secret).await, secret);
        }
        assert_eq!(Intruder::at(&service).await.number("SELECT count(*) FROM app_passwords WHERE nt_hashes IS NOT NULL").await, 0);
        assert_eq!(vpn.password(BEN, &everything).await.code, Code::AccessAccept, "it works with PAP");
    }

    async fn a_front_end_that_is_not_configured_for_ms_chap_is_refused(service) {
        let service = with_vpn(service).await;
        service.set("msChapAllowed", "true").await;
        let ben = Tokens::of(&service, "ben").await;
        let (_, secret) = vpn_password(&service, &ben).await;
        assert_refused(&Vpn::of(&service).await.ms_chap(BEN, &secret).await, "this front end ends no TLS");
        assert_eq!(newest(&service).await["denialReason"], "method_disabled");
    }

    async fn limits_and_blocks_hold_with_ms_chap(service) {
        let service = allowed(service).await;
        let ben = Tokens::of(&service, "ben").await;
        let office = json!({"displayName": "VPN", "protocols": [FOR_VPN], "addressRanges": ["192.0.2.0/24"], "unusedDays": 2});
        let (_, secret) = new_app_password(&service, &ben, office).await;
        let vpn = Vpn::of(&service).await;
        let from = |address: &str| vpn.ms_chap_request(BEN, &secret).with(attribute::CALLING_STATION_ID, address.as_bytes());
        assert_eq!(vpn.ask(from("192.0.2.14")).await.code, Code::AccessAccept);
        assert_refused(&vpn.ask(from("198.51.100.1")).await, "another network");
        let row = newest(&service).await;
        assert_eq!((&row["denialReason"], &row["detail"]), (&json!("app_password_invalid"), &json!("VPN")), "its owner learns which");
        service.clock.advance(std::time::Duration::from_secs(2 * 86_400));
        assert_refused(&vpn.ask(from("192.0.2.14")).await, "two days without a use");
        let ben = Tokens::of(&service, "ben").await;
        let (_, secret) = new_app_password(&service, &ben, json!({"displayName": "Wi-Fi", "protocols": [FOR_VPN]})).await;
        service.cli(&["user", "block", BEN, "--reason", "lost"]).await;
        let blocked = vpn.ms_chap(BEN, &secret).await;
        assert_refused(&blocked, "blocked");
        assert_eq!(blocked.text, "This account is blocked.");
        assert_eq!(vpn.ms_chap(BEN, "guess").await.text, "Wrong name or password.", "only the right secret hears of it");
    }

    async fn nt_hashes_are_encrypted_for_their_row_and_deleted_with_the_setting(service) {
        let service = allowed(service).await;
        let ben = Tokens::of(&service, "ben").await;
        let (_, secret) = vpn_password(&service, &ben).await;
        let mut database = Intruder::at(&service).await;
        let sealed = database.text("SELECT nt_hashes FROM app_passwords WHERE nt_hashes IS NOT NULL").await;
        let sealed = data_encoding::BASE64.decode(sealed.as_bytes()).unwrap();
        let hash = proofup_radius::NtHash::of(&secret);
        assert!(!sealed.windows(16).any(|window| window == hash.as_bytes()), "in clear");
        let vpn = Vpn::of(&service).await;
        service.set("msChapAllowed", "false").await;
        assert_refused(&vpn.ms_chap(BEN, &secret).await, "at once");
        // Housekeeping begins with the service.
        let service = service.restarted(|_| {}).await;
        let left = "SELECT count(*) FROM app_passwords WHERE nt_hashes IS NOT NULL";
        until("the hashes are deleted", async || Intruder::at(&service).await.number(left).await == 0).await;
        service.set("msChapAllowed", "true").await;
        let vpn = Vpn::of(&service).await;
        assert_refused(&vpn.ms_chap(BEN, &secret).await, "its hash is gone");
        assert_eq!(vpn.password(BEN, &secret).await.code, Code::AccessAccept, "PAP needs none");
    }
}
