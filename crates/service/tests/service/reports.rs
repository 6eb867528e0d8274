//! What administrators and monitoring read.

use std::sync::Arc;

use proofup_api::SecretText;
use proofup_service::{NoTelephony, Running};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::on_both_databases;
use crate::support::{Intruder, SignIn, TestDatabase, TestService, Tokens};

const BEN: &str = "ben@contoso.example";
const LOG: &str = "/v1/admin/signIns";

async fn rows(service: &TestService, eva: &Tokens, query: &str) -> Vec<Value> {
    eva.get(service, &format!("{LOG}{query}")).await["value"].as_array().unwrap().clone()
}

async fn csv(service: &TestService, eva: &Tokens, query: &str) -> (String, Vec<Vec<String>>) {
    let request = service.http.get(service.url(&format!("{LOG}{query}"))).bearer_auth(&eva.access);
    let response = request.header("accept", "text/csv").send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/csv; charset=utf-8; header=present");
    let text = response.text().await.unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    (text, rows)
}

async fn metrics(url: &str, token: Option<&str>) -> (StatusCode, String) {
    let mut request = reqwest::Client::new().get(format!("{url}/metrics"));
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    let response = request.send().await.unwrap();
    (response.status(), response.text().await.unwrap())
}

/// The value of a line of the metrics.
fn counted(text: &str, line: &str) -> f64 {
    let found = text.lines().find_map(|found| found.strip_prefix(line));
    found.unwrap_or_else(|| panic!("no {line} in\n{text}")).trim().parse().unwrap()
}

on_both_databases! {
    async fn only_the_log_tells_that_a_name_is_unknown(service) {
        let eva = Tokens::of(&service, "eva").await;
        let wrong = SignIn::password(&service, BEN, "not it", &[]).await;
        let nobody = SignIn::password(&service, "nobody@contoso.example", "not it", &[]).await;
        assert_eq!((nobody.code(), &nobody.body), ("invalid_credentials", &wrong.body));
        let mail = service.http.get(service.url("/legacy/basic")).basic_auth("nobody@contoso.example", Some("not it"));
        assert_eq!(mail.send().await.unwrap().status(), StatusCode::UNAUTHORIZED);
        let found = rows(&service, &eva, "?denialReason=user_not_found").await;
        let told: Vec<_> = found.iter().map(|row| (&row["userPrincipalName"], &row["protocol"])).collect();
        let nobody = json!("nobody@contoso.example");
        assert_eq!(told, [(&nobody, &json!("http")), (&nobody, &json!("web"))]);
        assert_eq!(rows(&service, &eva, "?denialReason=invalid_credentials").await.len(), 1);
    }

    async fn only_an_administrator_reads_all_sign_ins(service) {
        let (ben, eva) = (Tokens::of(&service, "ben").await, Tokens::of(&service, "eva").await);
        SignIn::password(&service, BEN, "not it", &[]).await;
        for path in [LOG, "/v1/admin/reports/usage"] {
            let (status, problem) = service.send(Method::GET, path, Some(&ben.access), None).await;
            assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!("insufficient_scope")), "{path}");
            assert_eq!(service.send(Method::GET, path, None, None).await.0, StatusCode::UNAUTHORIZED, "{path}");
        }
        let all = rows(&service, &eva, "").await;
        assert_eq!(all[0]["userPrincipalName"], BEN);
        assert!(all.iter().any(|row| row["userPrincipalName"] == "eva@contoso.example"));
        assert_eq!(rows(&service, &eva, "?user=BEN%40contoso.example&kind=denied").await.len(), 2);
        assert_eq!(rows(&service, &eva, "?denialReason=invalid_credentials").await.len(), 1);
        assert_eq!(rows(&service, &eva, "?result=skipped_app_password").await.len(), 1);
        let today = rows(&service, &eva, "?from=2026-03-02T09:00:00Z").await;
        assert_eq!(today.len(), 3, "{today:?}");
        assert_eq!(rows(&service, &eva, "?until=2026-03-02T09:00:00Z").await.len(), all.len() - 3);
        assert!(rows(&service, &eva, "?user=nobody%40contoso.example").await.is_empty());
        for query in ["?from=yesterday", "?result=some", "?person=ben"] {
            let (status, _) = service.send(Method::GET, &format!("{LOG}{query}"), Some(&eva.access), None).await;
            assert_eq!(status, StatusCode::BAD_REQUEST, "{query}");
        }
        let (mut read, mut query) = (Vec::new(), "?top=2".to_owned());
        loop {
            let page = eva.get(&service, &format!("{LOG}{query}")).await;
            read.extend(page["value"].as_array().unwrap().clone());
            let Some(next) = page["next"].as_str() else { break };
            query = format!("?top=2&after={next}");
        }
        assert_eq!(read.len(), all.len());
    }

    async fn lists_have_their_first_row_where_the_database_sorts_by_a_language(service) {
        if let TestDatabase::Postgres(_) = &service.database {
            for table in ["sign_ins", "admin_actions", "account_changes"] {
                let change = format!("ALTER TABLE {table} ALTER COLUMN id TYPE text COLLATE \"en-x-icu\"");
                Intruder::at(&service).await.run(&change).await;
            }
        }
        // Statements that were prepared before do not fit any more.
        let service = service.restarted(|_| {}).await;
        let (eva, ben) = (Tokens::of(&service, "eva").await, Tokens::of(&service, "ben").await);
        eva.post(&service, &format!("/v1/admin/users/{BEN}:unlock"), json!({"reason": "asked by phone"})).await;
        for (who, path) in [(&eva, LOG), (&eva, "/v1/admin/actions"), (&ben, "/v1/me/signIns")] {
            let page = who.get(&service, path).await;
            assert!(!page["value"].as_array().unwrap().is_empty(), "{path}");
        }
        let activity = ben.get(&service, "/v1/me/activity").await.to_string();
        assert!(activity.contains("account_unlocked"), "{activity}");
    }

    async fn the_log_comes_as_csv_that_runs_nothing(service) {
        let eva = Tokens::of(&service, "eva").await;
        let request = service.http.get(service.url("/legacy/basic")).basic_auth(BEN, Some("not it"));
        let agent = "=HYPERLINK(\"http://203.0.113.9\",\"a, b\")";
        request.header("user-agent", agent).send().await.unwrap();
        let (text, rows) = csv(&service, &eva, "").await;
        assert!(text.starts_with("id,createdDateTime,") && text.lines().all(|line| !line.contains(",=")), "{text}");
        assert!(text.contains("\r\n") && rows.iter().all(|row| row.len() == 26));
        let place = rows[0].iter().position(|name| name == "clientDevice").unwrap();
        assert_eq!(rows[1][place], format!("'{agent}"));
        let phone = rows[0].iter().position(|name| name == "phoneNumber").unwrap();
        assert!(rows.iter().any(|row| row[phone].starts_with("'+31 XXX")), "{text}");
        let (text, rows) = csv(&service, &eva, "?user=nobody%40contoso.example").await;
        assert_eq!(rows.len(), 1, "an empty file has its header: {text}");
        let (_, denied) = csv(&service, &eva, "?kind=denied").await;
        assert_eq!(denied.len(), 3, "the filters hold");
    }

    async fn the_usage_report_counts_texts_people_and_forgotten_app_passwords(service) {
        Tokens::of(&service, "ben").await;
        Tokens::of(&service, "ben").await;
        let eva = Tokens::of(&service, "eva").await;
        let report = eva.get(&service, "/v1/admin/reports/usage").await;
        assert_eq!(report["month"], "2026-03");
        let people = json!({"disabled": 0, "enabled": 1, "enforced": 6, "verifiedThisMonth": 2});
        assert_eq!(report["people"], people);
        let phones = json!([
            {"month": "2026-03", "kind": "text", "country": "NL", "sent": 1, "failed": 0},
            {"month": "2026-03", "kind": "text", "country": "US", "sent": 2, "failed": 0},
        ]);
        assert_eq!(report["phones"], phones);
        let unused = report["unusedAppPasswords"].as_array().unwrap();
        assert!(unused.iter().any(|row| row["displayName"] == "Old desktop" && row["userPrincipalName"] == BEN));
        assert!(unused.iter().all(|row| row["displayName"] != "Laptop"), "that was used today");
        let last = |row: &Value| row["lastUsedDateTime"].as_str().or(row["createdDateTime"].as_str()).unwrap().to_owned();
        assert!(unused.is_sorted_by_key(last), "the longest unused first");
    }

    async fn metrics_contain_no_names(service) {
        let ben = Tokens::of(&service, "ben").await;
        SignIn::password(&service, BEN, "not it", &[]).await;
        let stream = service.http.get(service.url("/v1/me/events")).bearer_auth(&ben.access).send().await.unwrap();
        let url = service.url("");
        let (status, text) = metrics(&url, None).await;
        assert_eq!(status, StatusCode::OK);
        let completed = "proofup_sign_ins_total{mode=\"text_message\",result=\"completed\",reason=\"\"}";
        assert_eq!(counted(&text, completed), 1.0);
        let denied = "proofup_sign_ins_total{mode=\"password\",result=\"denied\",reason=\"invalid_credentials\"}";
        assert_eq!(counted(&text, denied), 1.0);
        assert_eq!(counted(&text, "proofup_second_step_checks_total{mode=\"text_message\",outcome=\"passed\"}"), 1.0);
        assert_eq!(counted(&text, "proofup_texts_total{outcome=\"sent\"}"), 1.0);
        assert_eq!(counted(&text, "proofup_event_streams"), 1.0);
        assert_eq!(counted(&text, "proofup_hashes_waiting"), 0.0);
        assert!(counted(&text, "proofup_database_connections") >= 1.0);
        let requests = "proofup_request_duration_seconds_count{method=\"POST\",route=\"/oauth2/challenge\",status=\"2xx\"}";
        assert_eq!(counted(&text, requests), 1.0);
        assert!(text.ends_with("# EOF\n"));
        for name in ["ben", "contoso", "127.0.0.1", "4255550102"] {
            assert!(!text.contains(name), "{name} stands in the metrics");
        }
        drop(stream);
    }

    async fn metrics_are_for_this_computer_or_for_those_with_the_token(service) {
        let mut config = service.config.clone();
        config.listen.set_port(0);
        config.metrics_token = Some(SecretText::new("a-token-for-monitoring"));
        let with_token = Running::start(config.clone()).await.unwrap();
        assert_eq!(metrics(&with_token.url(), None).await.0, StatusCode::FORBIDDEN);
        assert_eq!(metrics(&with_token.url(), Some("another")).await.0, StatusCode::FORBIDDEN);
        assert_eq!(metrics(&with_token.url(), Some("a-token-for-monitoring")).await.0, StatusCode::OK);
        config.metrics_token = None;
        config.behind_proxy = true;
        config.front_ends.all.clear();
        let behind_proxy = Running::start(config).await.unwrap();
        assert_eq!(metrics(&behind_proxy.url(), None).await.0, StatusCode::FORBIDDEN, "everybody comes from loopback");
        with_token.stop().await;
        behind_proxy.stop().await;
    }

    async fn a_text_that_is_not_taken_is_counted_as_failed(service) {
        let mut service = service;
        service.running.take().unwrap().stop().await;
        service.config.telephony = Arc::new(NoTelephony);
        service.running = Some(Running::start(service.config.clone()).await.unwrap());
        let sign_in = SignIn::begin(&service, "ben").await;
        assert_eq!(sign_in.start("sms").await.code(), "misconfiguration");
        let (_, text) = metrics(&service.url(""), None).await;
        assert_eq!(counted(&text, "proofup_texts_total{outcome=\"failed\"}"), 1.0);
        let denied = "proofup_second_step_checks_total{mode=\"text_message\",outcome=\"denied\"}";
        assert_eq!(counted(&text, denied), 1.0);
    }
}
