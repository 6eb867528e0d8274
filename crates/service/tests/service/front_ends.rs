//! Front ends ask for old clients: only those that are configured, and every name is answered alike.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use data_encoding::BASE64;
use proofup_service::{FrontEndKind, PasswordCost, Running};
use reqwest::{RequestBuilder, StatusCode};
use serde_json::{Value, json};

use crate::legacy::{basic, mail, new_app_password};
use crate::on_both_databases;
use crate::support::{FRONT_END_KEY, Intruder, Process, SignIn, TestService, Tokens, front_end, person};

const BEN: &str = "ben@contoso.example";

fn asked(service: &TestService, user: &str, secret: &str) -> RequestBuilder {
    let credentials = BASE64.encode(format!("{user}:{secret}").as_bytes());
    service.http.get(service.url("/legacy/basic")).header("authorization", format!("Basic {credentials}"))
}

async fn status(request: RequestBuilder) -> StatusCode {
    request.send().await.unwrap().status()
}

/// The newest rows of everybody's log.
async fn log(service: &TestService, query: &str) -> Vec<Value> {
    let eva = Tokens::of(service, "eva").await;
    let page = eva.get(service, &format!("/v1/admin/signIns?{query}")).await;
    page["value"].as_array().unwrap().clone()
}

/// How many hashes of passwords were computed, by what they cost.
async fn hashes(service: &TestService) -> Vec<(String, u64)> {
    let text = service.http.get(service.url("/metrics")).send().await.unwrap().text().await.unwrap();
    let lines = text.lines().filter_map(|line| line.strip_prefix("proofup_password_hashes_total{cost=\""));
    let counted = lines.map(|line| {
        let (cost, count) = line.split_once("\"} ").unwrap();
        (cost.to_owned(), count.parse().unwrap())
    });
    let mut counted: Vec<_> = counted.collect();
    counted.sort();
    counted
}

async fn hash_count(service: &TestService) -> u64 {
    hashes(service).await.iter().map(|(_, count)| count).sum()
}

on_both_databases! {
    async fn without_front_ends_nobody_is_answered(service) {
        let tokens = Tokens::of(&service, "ben").await;
        let (_, secret) = new_app_password(&service, &tokens, json!({"displayName": "Tablet"})).await;
        assert_eq!(basic(&service, BEN, &secret).await, StatusCode::NO_CONTENT);
        let service = service.restarted(|config| config.front_ends.all.clear()).await;
        assert_eq!(basic(&service, BEN, &secret).await, StatusCode::FORBIDDEN);
        assert_eq!(mail(&service, BEN, &secret, 1).await.0, StatusCode::FORBIDDEN);
    }

    async fn behind_a_proxy_a_request_without_the_key_is_refused(service) {
        let tokens = Tokens::of(&service, "ben").await;
        let (_, secret) = new_app_password(&service, &tokens, json!({"displayName": "Tablet"})).await;
        let mut config = service.config.clone();
        config.behind_proxy = true;
        config.listen.set_port(0);
        let refused = Running::start(config).await.unwrap_err().to_string();
        assert!(refused.contains("give it a secret"), "{refused}");
        let service = service.behind_a_proxy().await;
        let world = asked(&service, BEN, &secret).header("x-forwarded-for", "203.0.113.9");
        assert_eq!(status(world).await, StatusCode::FORBIDDEN);
        assert_eq!(status(asked(&service, BEN, &secret)).await, StatusCode::FORBIDDEN);
        let wrong = asked(&service, BEN, &secret).header("x-auth-key", "another key");
        assert_eq!(status(wrong).await, StatusCode::FORBIDDEN);
        let right = asked(&service, BEN, &secret).header("x-auth-key", FRONT_END_KEY);
        assert_eq!(status(right).await, StatusCode::NO_CONTENT);
    }

    async fn only_the_configured_header_gives_the_address_of_a_client(service) {
        let service = service
            .restarted(|config| {
                config.front_ends.all = vec![front_end("web", FrontEndKind::Basic, Some("X-Real-IP"))];
            })
            .await;
        let made_up = asked(&service, BEN, "not it").header("client-ip", "203.0.113.9").header("x-forwarded-for", "203.0.113.9");
        assert_eq!(status(made_up.header("x-real-ip", "[::ffff:192.0.2.1]:49152")).await, StatusCode::UNAUTHORIZED);
        let row = &log(&service, "kind=denied").await[0];
        assert_eq!((&row["clientAddress"], &row["frontEnd"], &row["protocol"]), (&json!("192.0.2.1"), &json!("web"), &json!("http")));
        assert_eq!(mail(&service, BEN, "not%20it", 1).await.0, StatusCode::FORBIDDEN, "no front end of that kind");
        let service = service
            .restarted(|config| {
                config.front_ends.all = vec![front_end("web", FrontEndKind::Basic, None)];
                config.front_ends.all[0].protocol = Some("webdav".to_owned());
            })
            .await;
        service.clock.advance(Duration::from_secs(1));
        asked(&service, BEN, "not it either").header("x-real-ip", "203.0.113.9").send().await.unwrap();
        let row = &log(&service, "kind=denied").await[0];
        assert_eq!((&row["clientAddress"], &row["protocol"]), (&json!("127.0.0.1"), &json!("webdav")), "the front end's own");
    }

    async fn addresses_that_are_made_up_are_no_way_around_the_limit(service) {
        for number in 0..10 {
            let guess = asked(&service, BEN, &format!("guess {number}")).header("client-ip", format!("203.0.113.{number}"));
            assert_eq!(status(guess).await, StatusCode::UNAUTHORIZED);
        }
        let guess = asked(&service, BEN, "one more").header("client-ip", "203.0.113.77").send().await.unwrap();
        assert_eq!((guess.status(), &guess.headers()["retry-after"]), (StatusCode::FORBIDDEN, &"60".parse().unwrap()));
        let (_, headers) = mail(&service, BEN, "one%20more", 1).await;
        assert_eq!(headers["auth-status"], "Invalid login or password", "another place is looked at");
    }

    async fn a_wait_is_reported_as_a_wait_and_not_as_a_block(service) {
        for number in 0..10 {
            mail(&service, BEN, &format!("guess%20{number}"), 1).await;
        }
        let (status, headers) = mail(&service, BEN, "one%20more", 1).await;
        assert_eq!((status, &headers["auth-error-code"]), (StatusCode::OK, &"454 4.7.0".parse().unwrap()));
        assert_eq!(headers["auth-status"], "Too many attempts. Try again in 1 min");
    }

    async fn every_name_is_answered_counted_and_worked_for_alike(service) {
        service.set("lockoutDenials", "3").await;
        for shape in ["k7mf2c9wqp4t0r1xhn8", "not the password "] {
            let mut all = Vec::new();
            // Enforced, enabled, an administrator, and nobody.
            for name in [BEN, "ann@contoso.example", "eva@contoso.example", "zoe@contoso.example"] {
                let before = hash_count(&service).await;
                let mut answers = Vec::new();
                for number in 1..=5 {
                    let answer = asked(&service, name, &format!("{shape}{number}")).send().await.unwrap();
                    answers.push((answer.status(), answer.headers().get("retry-after").cloned()));
                }
                all.push((answers, hash_count(&service).await - before));
            }
            assert!(all.iter().all(|seen| *seen == all[0]), "{shape}: {all:#?}");
            assert_eq!(all[0].1, 3, "{shape}: a hash for each that was looked at");
            service.clock.advance(Duration::from_secs(3600));
        }
    }

    async fn after_a_change_of_the_cost_an_unknown_name_costs_as_much_as_a_known_one(service) {
        let service = service.restarted(|config| config.password_cost = PasswordCost::of(16, 1)).await;
        for name in [BEN, "zoe@contoso.example", "nobody@contoso.example"] {
            SignIn::password(&service, name, "not it", &[]).await;
            basic(&service, name, "not it").await;
        }
        assert_eq!(hashes(&service).await, [("m=8,t=1,p=1".to_owned(), 6)]);
    }

    async fn the_same_wrong_secret_is_looked_at_once(service) {
        let before = hash_count(&service).await;
        for _ in 0..30 {
            assert_eq!(basic(&service, BEN, "k7mf2c9wqp4t0r1xhn8d").await, StatusCode::UNAUTHORIZED);
        }
        assert_eq!(hash_count(&service).await - before, 1);
        let rows = log(&service, "denialReason=app_password_invalid").await;
        let times: u64 = rows.iter().map(|row| row["count"].as_u64().unwrap()).sum();
        assert_eq!((times, rows.len() <= 2), (30, true), "and each time stands in the log: {rows:?}");
    }

    async fn attempts_that_have_to_wait_are_one_row(service) {
        for number in 0..10 {
            basic(&service, BEN, &format!("guess {number}")).await;
        }
        let mut written_later = false;
        for refused in 1..=200 {
            assert_eq!(basic(&service, BEN, "one more").await, StatusCode::FORBIDDEN);
            if refused % 20 == 0 {
                let written = Intruder::at(&service).await.number("SELECT CAST(sum(repeats) AS bigint) FROM sign_ins WHERE denial_reason = 'account_locked'").await;
                written_later |= written < refused;
            }
        }
        assert!(written_later, "they are counted first and not written one by one");
        let rows = log(&service, "denialReason=account_locked").await;
        assert_eq!((rows.len(), &rows[0]["count"], &rows[0]["userPrincipalName"]), (1, &json!(200), &json!(BEN)));
    }

    async fn another_device_or_address_each_time_makes_no_further_rows(service) {
        for number in 0..10 {
            basic(&service, BEN, &format!("guess {number}")).await;
        }
        for number in 0..60 {
            let named = asked(&service, BEN, "one more").header("user-agent", format!("Mail/{number}"));
            assert_eq!(status(named).await, StatusCode::FORBIDDEN);
        }
        let rows = log(&service, "denialReason=account_locked").await;
        assert_eq!((rows.len(), &rows[0]["count"], &rows[0]["clientDevice"]), (1, &json!(60), &json!("Mail/0")));
        let service = service
            .restarted(|config| {
                config.front_ends.all = vec![front_end("web", FrontEndKind::Basic, Some("X-Real-IP"))];
            })
            .await;
        let from = |number: u32| format!("2001:db8:0:1::{number:x}");
        for number in 0..10 {
            status(asked(&service, BEN, &format!("guess {number}")).header("x-real-ip", from(number))).await;
        }
        for number in 10..70 {
            let moved = asked(&service, BEN, "one more").header("x-real-ip", from(number));
            assert_eq!(status(moved).await, StatusCode::FORBIDDEN);
        }
        let rows = log(&service, "denialReason=account_locked").await;
        assert_eq!(rows.len(), 2, "{rows:?}");
        let web = rows.iter().find(|row| row["clientAddress"] != "127.0.0.1").unwrap();
        assert_eq!((&web["count"], &web["clientAddress"]), (&json!(60), &json!(from(10))), "a /64 is one place");
    }

    async fn unknown_names_become_one_row_while_a_network_has_to_wait(service) {
        service.set("lockoutDenials", "1").await;
        for number in 0..10 {
            mail(&service, &format!("name-{number}@contoso.example"), "not%20it", 1).await;
        }
        for number in 10..30 {
            mail(&service, &format!("name-{number}@contoso.example"), "not%20it", 1).await;
        }
        mail(&service, BEN, "not%20it", 1).await;
        let rows = log(&service, "denialReason=account_locked").await;
        assert_eq!(rows.len(), 2, "{rows:?}");
        assert_eq!((&rows[0]["userPrincipalName"], &rows[0]["count"]), (&json!(BEN), &json!(1)), "people keep their name");
        assert_eq!((&rows[1]["userPrincipalName"], &rows[1]["count"]), (&json!(null), &json!(20)));
        assert_eq!(rows[1]["clientAddress"], "192.0.2.14");
    }

    async fn a_second_step_by_policy_is_needed_here_too(service) {
        service.cli(&["user", "mfa", BEN, "disabled"]).await;
        assert_eq!(basic(&service, BEN, person("ben").password).await, StatusCode::NO_CONTENT);
        service.set("applicationPolicy", "true").await;
        assert_eq!(basic(&service, BEN, person("ben").password).await, StatusCode::UNAUTHORIZED, "disabled");
        assert_eq!(log(&service, "kind=denied").await[0]["denialReason"], "app_password_required");
        let ann = person("ann");
        assert_eq!(basic(&service, ann.upn, ann.password).await, StatusCode::UNAUTHORIZED, "enabled, nothing registered");
        service.set("applicationPolicy", "false").await;
        assert_eq!(basic(&service, ann.upn, ann.password).await, StatusCode::NO_CONTENT);
    }

    async fn in_a_trusted_network_no_second_step_is_asked_for(service) {
        let eva = Tokens::of(&service, "eva").await;
        service.set("trustedNetworks", "192.0.2.0/24").await;
        let dan = person("dan");
        let (_, headers) = mail(&service, dan.upn, dan.password, 1).await;
        assert_eq!(headers["auth-status"], "OK", "without an app password the normal one is enough");
        let (_, headers) = mail(&service, BEN, person("ben").password, 1).await;
        assert_eq!(headers["auth-status"], "Invalid login or password", "who has one needs it");
        assert_eq!(basic(&service, dan.upn, dan.password).await, StatusCode::UNAUTHORIZED, "the front end's own address is not the client's");
        let elsewhere = SignIn::password(&service, BEN, person("ben").password, &[]).await;
        assert_eq!(elsewhere.error(), "insufficient_authorization");
        service.set("trustedNetworks", "192.0.2.0/24, 127.0.0.1").await;
        let here = SignIn::password(&service, BEN, person("ben").password, &[]).await;
        let session = Tokens::exchange(&service, &here).await;
        let rows = eva.get(&service, "/v1/admin/signIns?user=ben%40contoso.example").await;
        assert_eq!(rows["value"][0]["result"], "skipped_location");
        let change = session.post(&service, "/v1/me/appPasswords", json!({"displayName": "Tablet"})).await;
        assert_eq!(change.1["code"], "step_up_required", "it is no second step");
    }
}

/// A service of the binary, configured by this file.
fn serve(folder: &Path, configuration: &str) -> Command {
    let file = folder.join("proofup.toml");
    std::fs::write(&file, configuration).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_proofup-service"));
    command.arg("--config").arg(file).args(["serve", "--listen", "127.0.0.1:0"]);
    command.env("PROOFUP_DATA_DIR", folder).env_remove("PROOFUP_LEGACY_SHARED_KEY");
    command
}

async fn status_at(url: &str, path: &str, key: Option<&str>) -> StatusCode {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let request = reqwest::Client::new().get(format!("{url}{path}"));
    let request = if let Some(key) = key { request.header("x-auth-key", key) } else { request };
    request.send().await.unwrap().status()
}

#[tokio::test]
async fn front_ends_are_read_from_the_configuration_file() {
    let folder = tempfile::tempdir().unwrap();
    let configuration = r#"
        trusted_proxies = ["127.0.0.1/32", "2001:db8::/32"]
        [[front_ends]]
        name = "web"
        kind = "basic"
        from = "127.0.0.0/8"
        secret = "the key of that server"
        client_address = "X-Real-IP"
    "#;
    let process = Process::serve(&mut serve(folder.path(), configuration));
    assert_eq!(
        status_at(&process.url, "/legacy/basic", Some("the key of that server")).await,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(status_at(&process.url, "/legacy/basic", None).await, StatusCode::FORBIDDEN);
    assert_eq!(
        status_at(&process.url, "/legacy/nginx-mail", Some("the key of that server")).await,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn a_shared_key_alone_makes_one_front_end_on_this_computer() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = serve(folder.path(), "");
    let process = Process::serve(command.env("PROOFUP_LEGACY_SHARED_KEY", "the key of that server"));
    assert_eq!(
        status_at(&process.url, "/legacy/basic", Some("the key of that server")).await,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(status_at(&process.url, "/legacy/nginx-mail", Some("the key of that server")).await, StatusCode::OK);
    assert_eq!(status_at(&process.url, "/legacy/basic", None).await, StatusCode::FORBIDDEN);
}

#[test]
fn a_front_end_that_cannot_be_meant_is_refused_by_name_and_its_secret_is_not_printed() {
    for (front_end, told) in [
        ("kind = \"diameter\"\nfrom = \"127.0.0.1\"", "kind is"),
        ("kind = \"basic\"\nfrom = \"127.0.0.1\"\nprompts = true", "RADIUS alone"),
        ("kind = \"radius\"\nfrom = \"127.0.0.1\"", "listen.radius"),
        ("kind = \"radius\"\nfrom = \"127.0.0.1\"\nreply = [{attributes = {State = \"x\"}}]", "State"),
        ("kind = \"basic\"\nfrom = \"127.0.0.1/33\"", "127.0.0.1/33"),
        ("kind = \"basic\"\nfrom = []", "from names its addresses"),
        ("kind = \"basic\"\nfrom = \"127.0.0.1\"\nclient_address = \"not a header\"", "name of a header"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let configuration = format!("[[front_ends]]\nname = \"mail\"\nsecret = \"hush-hush-hush-hush\"\n{front_end}\n");
        let output = serve(folder.path(), &configuration).output().unwrap();
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            !output.status.success() && error.contains(told) && !error.contains("hush-hush-hush-hush"),
            "{front_end}: {error}"
        );
    }
}
