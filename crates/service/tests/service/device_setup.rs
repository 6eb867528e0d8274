//! Devices are set up with an app password: servers, Apple profiles, and what mail apps ask for by themselves.

use std::process::Command;
use std::time::Duration;

use proofup_service::Running;
use reqwest::StatusCode;
use serde_json::json;

use crate::legacy::{mail, new_app_password};
use crate::on_both_databases;
use crate::support::{TestDatabase, TestService, Tokens};
use crate::tls::Papers;

const BEN: &str = "ben@contoso.example";

async fn fetch(service: &TestService, path: &str) -> (StatusCode, String, String) {
    let answer = service.http.get(service.url(path)).send().await.unwrap();
    let kind = answer.headers().get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
    (answer.status(), kind.unwrap_or_default(), answer.text().await.unwrap())
}

async fn link(service: &TestService, tokens: &Tokens, id: &str, secret: &str) -> (StatusCode, String) {
    let path = format!("/v1/me/appPasswords/{id}/profile");
    let (status, link) = tokens.post(service, &path, json!({"password": secret})).await;
    (status, link["path"].as_str().unwrap_or_default().to_owned())
}

on_both_databases! {
    async fn the_servers_of_the_settings_are_told_to_people(service) {
        let ben = Tokens::of(&service, "ben").await;
        service.set("mailOutgoingServer", "smtp.contoso.example:587").await;
        service.set("vpnServer", "vpn.contoso.example").await;
        let setup = ben.get(&service, "/v1/me/deviceSetup").await;
        assert_eq!(setup["userName"], BEN);
        assert_eq!(setup["incoming"], json!({"protocol": "imap", "host": "imap.contoso.example", "port": 993, "security": "tls"}));
        assert_eq!(setup["outgoing"], json!({"protocol": "smtp", "host": "smtp.contoso.example", "port": 587, "security": "startTls"}));
        assert_eq!((&setup["vpnServer"], &setup["wifiNetwork"]), (&json!("vpn.contoso.example"), &json!(null)));
    }

    async fn a_profile_is_fetched_once_and_holds_the_app_password(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (id, secret) = new_app_password(&service, &ben, json!({"displayName": "iPhone"})).await;
        let (status, path) = link(&service, &ben, &id, &secret).await;
        assert_eq!(status, StatusCode::CREATED);
        assert!(!path.contains(&secret));
        let (status, kind, profile) = fetch(&service, &path).await;
        assert_eq!((status, kind.as_str()), (StatusCode::OK, "application/x-apple-aspen-config"));
        for part in [
            "<key>PayloadType</key><string>com.apple.mail.managed</string>",
            "<key>IncomingMailServerHostName</key><string>imap.contoso.example</string>",
            "<key>OutgoingMailServerPortNumber</key><integer>465</integer>",
            "<key>CalDAVHostName</key><string>dav.contoso.example</string>",
            &format!("<key>IncomingPassword</key><string>{secret}</string>"),
        ] {
            assert!(profile.contains(part), "{part}: {profile}");
        }
        let (status, _, words) = fetch(&service, &path).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "it works once");
        assert!(words.starts_with("This link was used already"), "{words}");
    }

    async fn a_link_ends_after_ten_minutes_and_with_its_app_password(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (id, secret) = new_app_password(&service, &ben, json!({"displayName": "iPhone"})).await;
        let (_, late) = link(&service, &ben, &id, &secret).await;
        service.clock.advance(Duration::from_secs(600));
        assert_eq!(fetch(&service, &late).await.0, StatusCode::NOT_FOUND);
        let ben = Tokens::of(&service, "ben").await;
        let (_, deleted) = link(&service, &ben, &id, &secret).await;
        ben.delete(&service, &format!("/v1/me/appPasswords/{id}")).await;
        assert_eq!(fetch(&service, &deleted).await.0, StatusCode::NOT_FOUND);
        assert_eq!(fetch(&service, "/profiles/AAAA").await.0, StatusCode::NOT_FOUND);
    }

    async fn a_profile_is_made_for_ones_own_app_password_alone(service) {
        let (ben, carla) = (Tokens::of(&service, "ben").await, Tokens::of(&service, "carla").await);
        let (id, secret) = new_app_password(&service, &ben, json!({"displayName": "iPhone"})).await;
        assert_eq!(link(&service, &carla, &id, &secret).await.0, StatusCode::NOT_FOUND);
        assert_eq!(link(&service, &ben, &id, "k7mf2wqxp9cahd4tnr6e").await.0, StatusCode::NOT_FOUND);
    }

    async fn a_profile_has_only_what_the_app_password_works_in(service) {
        let ben = Tokens::of(&service, "ben").await;
        let body = json!({"displayName": "Calendar", "protocols": ["http"]});
        let (id, secret) = new_app_password(&service, &ben, body).await;
        let (_, path) = link(&service, &ben, &id, &secret).await;
        let answer = service.http.get(service.url(&path)).send().await.unwrap();
        assert_eq!(answer.headers()["cache-control"], "no-store", "it holds the app password");
        let profile = answer.text().await.unwrap();
        assert!(profile.contains("com.apple.caldav.account") && !profile.contains("com.apple.mail.managed"), "{profile}");
    }

    async fn mail_apps_find_the_servers_and_learn_of_nobody(service) {
        let path = "/.well-known/autoconfig/mail/config-v1.1.xml?emailaddress=";
        let (status, kind, known) = fetch(&service, &format!("{path}ben@contoso.example")).await;
        assert_eq!((status, kind.as_str()), (StatusCode::OK, "text/xml; charset=utf-8"));
        assert!(known.contains("<incomingServer type=\"imap\"><hostname>imap.contoso.example</hostname><port>993</port><socketType>SSL</socketType>"), "{known}");
        assert_eq!(fetch(&service, &format!("{path}nobody@contoso.example")).await.2, known);
        let (_, _, odd) = fetch(&service, &format!("{path}a@%3Cb%3E")).await;
        assert!(odd.contains("<domain>&lt;b&gt;</domain>"), "{odd}");
        let request = "<Autodiscover><Request><EMailAddress>ben@contoso.example</EMailAddress></Request></Autodiscover>";
        let outlook = service.http.post(service.url("/autodiscover/autodiscover.xml")).body(request).send().await.unwrap();
        let outlook = outlook.text().await.unwrap();
        assert!(outlook.contains("<Type>IMAP</Type><Server>imap.contoso.example</Server><Port>993</Port><LoginName>ben@contoso.example</LoginName>"), "{outlook}");
        service.set("mailIncomingServer", "").await;
        assert_eq!(fetch(&service, &format!("{path}ben@contoso.example")).await.0, StatusCode::NOT_FOUND);
    }

    async fn a_refusal_by_limits_names_the_app_password(service) {
        let ben = Tokens::of(&service, "ben").await;
        let body = json!({"displayName": "Printer", "protocols": ["smtp"]});
        let (_, secret) = new_app_password(&service, &ben, body).await;
        assert_ne!(mail(&service, BEN, &secret, 1).await.1["auth-status"], "OK");
        let row = ben.get(&service, "/v1/me/signIns").await["value"][0].clone();
        assert_eq!((&row["denialReason"], &row["detail"]), (&json!("app_password_invalid"), &json!("Printer")));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_profile_is_signed_by_the_certificate_of_the_service() {
    let folder = tempfile::tempdir().unwrap();
    let papers = Papers::for_name(folder.path(), "127.0.0.1");
    let service = TestService::start(TestDatabase::sqlite()).await;
    let ben = Tokens::of(&service, "ben").await;
    let (id, secret) = new_app_password(&service, &ben, json!({"displayName": "iPhone"})).await;
    let (_, path) = link(&service, &ben, &id, &secret).await;
    let mut config = service.config.clone();
    config.listen.set_port(0);
    config.tls = Some(papers.settings.clone());
    let running = Running::start(config).await.unwrap();
    let signed = papers.client().get(format!("{}{path}", running.url())).send().await.unwrap().bytes().await.unwrap();
    let (profile, authority) = (folder.path().join("profile.der"), folder.path().join("authority.pem"));
    std::fs::write(&profile, &signed).unwrap();
    std::fs::write(&authority, &papers.authority).unwrap();
    let verified = Command::new("openssl")
        .args(["cms", "-verify", "-inform", "DER", "-purpose", "any", "-CAfile"])
        .arg(&authority)
        .arg("-in")
        .arg(&profile)
        .output();
    match verified {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => eprintln!("skipped: openssl is not installed"),
        verified => {
            let verified = verified.unwrap();
            assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
            assert!(String::from_utf8_lossy(&verified.stdout).contains(&secret));
        }
    }
    running.stop().await;
    service.stop().await;
}
