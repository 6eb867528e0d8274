//! What stands in `User-Password` alone: an app password, the normal password, a code behind it.

use proofup_radius::{Code, attribute};
use proofup_service::{RadiusFrontEnd, ReplyAttributes};
use serde_json::json;

use super::{BEN, SECRET, Vpn, log, with_radius, with_vpn};
use crate::legacy::new_app_password;
use crate::on_both_databases;
use crate::support::{Tokens, person};

const BEN_SEED: &str = "MRSW23ZNMJSW4LLDMFZHIZLSFUYTEMZU";

on_both_databases! {
    async fn an_app_password_opens_over_radius(service) {
        let service = with_vpn(service).await;
        let ben = Tokens::of(&service, "ben").await;
        let (id, secret) = new_app_password(&service, &ben, json!({"displayName": "VPN", "protocols": ["radius"]})).await;
        let vpn = Vpn::of(&service).await;
        let request = vpn.access("Ben@Contoso.Example", &secret).with(attribute::CALLING_STATION_ID, b"192.0.2.14");
        let accepted = vpn.ask(request).await;
        assert_eq!(accepted.code, Code::AccessAccept, "{accepted:?}");
        assert_eq!(accepted.first(attribute::USER_NAME), BEN.as_bytes());
        let row = &log(&service, "user=ben%40contoso.example").await[0];
        assert_eq!((&row["result"], &row["protocol"], &row["frontEnd"]), (&json!("skipped_app_password"), &json!("radius"), &json!("vpn")));
        assert_eq!((&row["application"], &row["clientAddress"]), (&json!("RADIUS"), &json!("192.0.2.14")));
        assert_eq!(row["correlationId"].as_str().unwrap().as_bytes(), accepted.first(attribute::CLASS), "accounting finds the row");
        let list = ben.get(&service, "/v1/me/appPasswords").await;
        assert_eq!((&list["value"][0]["id"], &list["value"][0]["lastUsedFrom"]), (&json!(id), &json!("RADIUS, 192.0.2.14")));
        ben.delete(&service, &format!("/v1/me/appPasswords/{id}")).await;
        assert_eq!(vpn.password(BEN, &secret).await.code, Code::AccessReject, "deleted is deleted");
    }

    async fn an_app_password_for_mail_opens_no_vpn(service) {
        let service = with_vpn(service).await;
        let ben = Tokens::of(&service, "ben").await;
        let (_, secret) = new_app_password(&service, &ben, json!({"displayName": "Mail", "protocols": ["imap"]})).await;
        let refused = Vpn::of(&service).await.password(BEN, &secret).await;
        assert_eq!((refused.code, refused.text.as_str()), (Code::AccessReject, "Wrong name or password."));
    }

    async fn an_app_password_for_other_networks_opens_no_vpn(service) {
        let service = with_vpn(service).await;
        let ben = Tokens::of(&service, "ben").await;
        let office = json!({"displayName": "VPN", "addressRanges": ["192.0.2.0/24"]});
        let (_, secret) = new_app_password(&service, &ben, office).await;
        let vpn = Vpn::of(&service).await;
        for (address, answer) in [("198.51.100.1", Code::AccessReject), ("192.0.2.14", Code::AccessAccept)] {
            let request = vpn.access(BEN, &secret).with(attribute::CALLING_STATION_ID, address.as_bytes());
            assert_eq!(vpn.ask(request).await.code, answer, "{address}");
        }
        assert_eq!(vpn.password(BEN, &secret).await.code, Code::AccessReject, "the VPN does not send an address");
    }

    async fn a_code_behind_the_password_is_the_second_step(service) {
        let service = with_vpn(service).await;
        let (vpn, password) = (Vpn::of(&service).await, person("ben").password);
        let code = service.app_code(BEN_SEED);
        let wrong = crate::support::other_than(&code);
        let refused = vpn.password(BEN, &format!("{password}{wrong}")).await;
        assert_eq!((refused.code, refused.text.as_str()), (Code::AccessReject, "That code is wrong."));
        let accepted = vpn.password(BEN, &format!("{password}{code}")).await;
        assert_eq!(accepted.code, Code::AccessAccept, "{accepted:?}");
        let again = vpn.password(BEN, &format!("{password},{code}")).await;
        assert_eq!(again.code, Code::AccessReject, "a code counts once, on every way in");
        service.clock.advance(std::time::Duration::from_secs(30));
        let encode = |text: &str| data_encoding::BASE64.encode(text.as_bytes());
        let static_challenge = format!("SCRV1:{}:{}", encode(password), encode(&service.app_code(BEN_SEED)));
        assert_eq!(vpn.password(BEN, &static_challenge).await.code, Code::AccessAccept, "OpenVPN's static challenge");
        let row = &log(&service, "user=ben%40contoso.example").await[0];
        assert_eq!((&row["authenticationMode"], &row["result"], &row["frontEnd"]), (&json!("software_oath"), &json!("completed"), &json!("vpn")));
    }

    async fn a_person_without_a_second_step_signs_in_with_the_normal_password(service) {
        let service = with_vpn(service).await;
        service.cli(&["user", "mfa", BEN, "disabled"]).await;
        let accepted = Vpn::of(&service).await.password(BEN, person("ben").password).await;
        assert_eq!(accepted.code, Code::AccessAccept);
        service.set("applicationPolicy", "true").await;
        let asked = Vpn::of(&service).await.password(BEN, person("ben").password).await;
        assert_eq!(asked.code, Code::AccessChallenge, "by policy it is owed here as everywhere");
    }

    async fn where_nothing_can_be_shown_the_normal_password_needs_a_code_behind_it(service) {
        let service = with_radius(service, RadiusFrontEnd { prompts: false, ..RadiusFrontEnd::default() }).await;
        let (vpn, password) = (Vpn::of(&service).await, person("ben").password);
        assert_eq!(vpn.password(BEN, password).await.code, Code::AccessReject);
        assert_eq!(log(&service, "kind=denied").await[0]["denialReason"], "app_password_required");
        let code = service.app_code(BEN_SEED);
        assert_eq!(vpn.password(BEN, &format!("{password},{code}")).await.code, Code::AccessAccept);
    }

    async fn a_trusted_network_is_known_by_the_station_that_calls(service) {
        let service = with_vpn(service).await;
        service.set("trustedNetworks", "192.0.2.0/24").await;
        let (vpn, finn) = (Vpn::of(&service).await, person("finn"));
        let inside = vpn.access(finn.upn, finn.password).with(attribute::CALLING_STATION_ID, b"192.0.2.77");
        assert_eq!(vpn.ask(inside).await.code, Code::AccessAccept);
        let outside = vpn.access(finn.upn, finn.password).with(attribute::CALLING_STATION_ID, b"02-00-00-00-00-01");
        assert_eq!(vpn.ask(outside).await.code, Code::AccessChallenge, "a hardware address is no network");
    }

    async fn failed_attempts_over_radius_have_to_wait_and_do_not_lock_the_app(service) {
        let service = with_vpn(service).await;
        let vpn = Vpn::of(&service).await;
        for number in 0..10 {
            assert_eq!(vpn.password(BEN, &format!("guess {number}")).await.text, "Wrong name or password.");
        }
        let waits = vpn.password(BEN, person("ben").password).await;
        assert_eq!((waits.code, waits.text.as_str()), (Code::AccessReject, "Too many attempts. Try again in 1 min."));
        Tokens::of(&service, "ben").await;
    }

    async fn an_accepted_person_has_the_configured_attributes(service) {
        let reply = |people: &[&str], attributes: &[(&str, &str)]| {
            let people = people.iter().map(|name| (*name).to_owned()).collect();
            ReplyAttributes::new(people, attributes.iter().copied()).unwrap()
        };
        let replies = vec![
            reply(&[BEN], &[("Filter-Id", "staff"), ("VLAN", "20"), ("Class", "staff")]),
            reply(&["*@contoso.example"], &[("Filter-Id", "everybody")]),
        ];
        let service = with_radius(service, RadiusFrontEnd { replies, ..RadiusFrontEnd::default() }).await;
        let vpn = Vpn::of(&service).await;
        for name in ["ben", "finn"] {
            service.cli(&["user", "mfa", person(name).upn, "disabled"]).await;
        }
        let ben = vpn.password(BEN, person("ben").password).await;
        assert_eq!((ben.first(11), ben.first(81), ben.first(25)), (&b"staff"[..], &b"20"[..], &b"staff"[..]));
        let finn = vpn.password(person("finn").upn, person("finn").password).await;
        assert_eq!((finn.first(11), finn.first(81)), (&b"everybody"[..], &b""[..]));
        assert!(!finn.first(25).is_empty(), "a reference of its own");
    }

    async fn chap_and_eap_are_refused_and_logged(service) {
        let service = with_vpn(service).await;
        let vpn = Vpn::of(&service).await;
        let request = || vpn.request(Code::AccessRequest).with(attribute::USER_NAME, BEN.as_bytes());
        let mut response = proofup_radius::attribute::MICROSOFT.to_be_bytes().to_vec();
        response.extend([attribute::MS_CHAP2_RESPONSE, 52]);
        response.extend([1; 50]);
        for (count, request) in [
            request().with(attribute::CHAP_PASSWORD, &[1; 17]),
            request().with(attribute::EAP_MESSAGE, &[2, 0, 0, 4]),
            request().with(attribute::VENDOR_SPECIFIC, &response),
        ]
        .into_iter()
        .enumerate()
        {
            assert_eq!(vpn.ask(request).await.code, Code::AccessReject);
            let row = &log(&service, "denialReason=method_disabled").await[0];
            assert_eq!((&row["userPrincipalName"], &row["count"]), (&json!(BEN), &json!(count + 1)));
        }
    }

    async fn an_impossible_input_is_refused_without_a_server_error(service) {
        let service = with_vpn(service).await;
        let vpn = Vpn::of(&service).await;
        let long = "x".repeat(128);
        for (name, password) in [(BEN, ""), ("", "x"), (BEN, "a\0b"), ("b\0n@contoso.example", "x"), (BEN, long.as_str()), ("a\r\nb@c", "x\r\n")] {
            assert_eq!(vpn.password(name, password).await.code, Code::AccessReject, "{name:?} {password:?}");
        }
        let latin = vpn.request(Code::AccessRequest).with(attribute::USER_NAME, b"b\xfcn@contoso.example");
        assert_eq!(vpn.ask(latin.with_password(b"gr\xfcn", SECRET.as_bytes())).await.code, Code::AccessReject);
        let none = vpn.request(Code::AccessRequest).with(attribute::USER_NAME, BEN.as_bytes());
        assert_eq!(vpn.ask(none).await.code, Code::AccessReject, "no password at all");
    }
}
