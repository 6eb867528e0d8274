//! Passwords of people from the directory: it is asked, for every way in.

use proofup_api::SecretText;
use proofup_ldap::proto::LdapResultCode;
use proofup_radius::Code;
use proofup_service::{DirectorySettings, FrontEnd, FrontEndKind, Networks, RadiusFrontEnd};
use reqwest::StatusCode;
use serde_json::json;

use super::slapd::{Slapd, dn, password, upn};
use super::sync;
use crate::ldap::Asker;
use crate::legacy::{basic, mail};
use crate::on_both_databases;
use crate::radius::{SECRET, Vpn, until_counted};
use crate::support::{Intruder, SignIn, TestService, Tokens, front_end};

const UNAVAILABLE: StatusCode = StatusCode::SERVICE_UNAVAILABLE;

/// A service that everybody of the tree can sign in to, in every way.
async fn with_directory(service: TestService, slapd: &Slapd, settings: DirectorySettings) -> TestService {
    sync(&service, slapd, "").await;
    service
        .restarted(|config| {
            config.directory = Some(settings);
            config.listen_radius = Some(([127, 0, 0, 1], 0).into());
            config.listen_ldap = Some(([127, 0, 0, 1], 0).into());
            let mut vpn = FrontEnd::new("vpn", FrontEndKind::Radius, Networks::loopback());
            vpn.secret = Some(SecretText::new(SECRET));
            vpn.radius = RadiusFrontEnd::default();
            config.front_ends.all = vec![
                front_end("mail", FrontEndKind::NginxMail, Some("client-ip")),
                front_end("web", FrontEndKind::Basic, None),
                vpn,
                crate::ldap::front_end(),
            ];
        })
        .await
}

fn ldap_dn(number: usize) -> String {
    format!("uid=u{number:05},ou=people,dc=contoso,dc=example")
}

on_both_databases! {
    async fn a_password_is_right_or_wrong_as_the_directory_says_in_every_way_in(service) {
        let Some(slapd) = Slapd::start(5) else { return };
        let service = with_directory(service, &slapd, slapd.settings("")).await;
        let step = SignIn::password(&service, &upn(1), &password(1), &[]).await;
        assert!(step.is_granted(), "{}", step.body);
        let tokens = Tokens::exchange(&service, &step).await;
        assert_eq!(tokens.get(&service, "/v1/me").await["userPrincipalName"], upn(1));
        for wrong in [password(2), String::new(), " ".to_owned()] {
            let step = SignIn::password(&service, &upn(1), &wrong, &[]).await;
            assert_eq!(step.code(), "invalid_credentials", "{wrong:?}");
        }
        assert_eq!(basic(&service, &upn(1), &password(1)).await, StatusCode::NO_CONTENT);
        assert_eq!(basic(&service, &upn(1), "not it").await, StatusCode::UNAUTHORIZED);
        assert_eq!(mail(&service, &upn(1), &password(1), 1).await.1["auth-status"], "OK");
        let vpn = Vpn::of(&service).await;
        assert_eq!(vpn.password(&upn(1), &password(1)).await.code, Code::AccessAccept);
        assert_eq!(vpn.password(&upn(1), "not it").await.code, Code::AccessReject);
        let mut asker = Asker::at(&service).await;
        assert_eq!(asker.bind(&ldap_dn(1), &password(1)).await, LdapResultCode::Success);
        assert_eq!(asker.bind(&ldap_dn(1), "not it").await, LdapResultCode::InvalidCredentials);
        slapd.modify(&format!("dn: {}\nchangetype: modify\nreplace: userPassword\nuserPassword: another one\n\n", dn(2)));
        assert_eq!(SignIn::password(&service, &upn(2), &password(2), &[]).await.code(), "invalid_credentials");
        assert!(SignIn::password(&service, &upn(2), "another one", &[]).await.is_granted(), "from its change on");
        slapd.modify(&format!("dn: {}\nchangetype: modrdn\nnewrdn: uid=moved\ndeleteoldrdn: 1\n\n", dn(3)));
        assert!(SignIn::password(&service, &upn(3), &password(3), &[]).await.is_granted(), "an entry is found by its id");
        slapd.modify(&format!("dn: {}\nchangetype: delete\n\n", dn(5)));
        assert_eq!(SignIn::password(&service, &upn(5), &password(5), &[]).await.code(), "invalid_credentials", "who is gone");
        assert!(SignIn::password(&service, "nobody@contoso.example", "x", &[]).await.code() == "invalid_credentials");
        service.stop().await;
    }

    async fn a_directory_that_is_away_is_an_outage_and_no_wrong_password(service) {
        let Some(mut slapd) = Slapd::start(3) else { return };
        let service = with_directory(service, &slapd, slapd.settings("")).await;
        assert!(SignIn::password(&service, &upn(1), &password(1), &[]).await.is_granted());
        let failures = "SELECT coalesce(sum(failures), 0) FROM throttles";
        let before = Intruder::at(&service).await.text(&format!("SELECT CAST(({failures}) AS text)")).await;
        slapd.signal("KILL");
        for password in [password(1), "not it".to_owned()] {
            let step = SignIn::password(&service, &upn(1), &password, &[]).await;
            assert_eq!((step.status, &step.body["code"]), (UNAVAILABLE, &json!("service_unavailable")));
        }
        assert_eq!(basic(&service, &upn(1), "not it").await, UNAVAILABLE);
        assert_eq!(mail(&service, &upn(1), "not it", 1).await.0, UNAVAILABLE);
        let mut asker = Asker::at(&service).await;
        assert_eq!(asker.bind(&ldap_dn(1), "not it").await, LdapResultCode::Busy, "as for every outage");
        let vpn = Vpn::of(&service).await;
        vpn.send(&vpn.access(&upn(1), "not it").sealed(SECRET.as_bytes())).await;
        until_counted(&service, "dropped_unavailable", 1).await;
        let after = Intruder::at(&service).await.text(&format!("SELECT CAST(({failures}) AS text)")).await;
        assert_eq!(after, before, "nobody guessed");
        Tokens::of(&service, "ben").await;
        slapd.restart();
        crate::support::until("the directory is asked again", async || {
            SignIn::password(&service, &upn(1), &password(1), &[]).await.is_granted()
        })
        .await;
        slapd.signal("STOP");
        let step = SignIn::password(&service, &upn(2), &password(2), &[]).await;
        assert_eq!(step.status, UNAVAILABLE, "a server that does not answer holds nobody up for ever");
        slapd.signal("CONT");
        service.stop().await;
    }

    async fn a_remembered_password_counts_while_nobody_answers_if_the_organisation_wants_that(service) {
        let Some(slapd) = Slapd::start(3) else { return };
        let service = with_directory(service, &slapd, slapd.settings("password_cache_hours = 12\n")).await;
        assert!(SignIn::password(&service, &upn(1), &password(1), &[]).await.is_granted());
        slapd.signal("KILL");
        assert!(SignIn::password(&service, &upn(1), &password(1), &[]).await.is_granted());
        assert_eq!(SignIn::password(&service, &upn(1), "not it", &[]).await.status, UNAVAILABLE, "nobody knows");
        assert_eq!(SignIn::password(&service, &upn(2), &password(2), &[]).await.status, UNAVAILABLE, "never checked");
        service.clock.advance(std::time::Duration::from_secs(12 * 3_600 + 1));
        assert_eq!(SignIn::password(&service, &upn(1), &password(1), &[]).await.status, UNAVAILABLE);
        service.stop().await;
    }

    async fn a_password_of_the_directory_is_neither_changed_nor_reset_here(service) {
        let Some(slapd) = Slapd::start(2) else { return };
        let service = with_directory(service, &slapd, slapd.settings("")).await;
        let step = SignIn::password(&service, &upn(1), &password(1), &[]).await;
        let tokens = Tokens::exchange(&service, &step).await;
        let body = json!({"currentPassword": password(1), "newPassword": "another one entirely"});
        let (status, problem) = tokens.post(&service, "/v1/me/changePassword", body).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("password_in_directory")));
        let why = service.cli_fails_with_input(&["user", "reset", &upn(1), "--password-stdin"], "another one entirely\n").await;
        assert!(why.contains("password_in_directory"), "{why}");
        service.stop().await;
    }
}
