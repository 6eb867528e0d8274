//! Tokens of programs: the calls that they reach, when they end, and that nobody reads their secret.

use std::time::Duration;

use proofup_api::MachineScope;
use proofup_service::ADMIN_CALLS;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::administration::{reached, request};
use crate::on_both_databases;
use crate::support::{Intruder, SignIn, TestService, Tokens, command_line, person};

const TOKENS: &str = "/v1/admin/accessTokens";
const BEN: &str = "ben@contoso.example";
const EVA: &str = "eva@contoso.example";

/// Makes a token, and gives its id and its secret.
async fn make(service: &TestService, eva: &Tokens, name: &str, scopes: &[&str]) -> (String, String) {
    let body = json!({"displayName": name, "scopes": scopes, "expiresInDays": 90});
    let (status, made) = eva.post(service, TOKENS, body).await;
    assert_eq!(status, StatusCode::CREATED, "{made}");
    (made["id"].as_str().unwrap().to_owned(), made["secret"].as_str().unwrap().to_owned())
}

async fn read(service: &TestService, token: &str, path: &str) -> (StatusCode, String) {
    let (status, answer) = service.send(Method::GET, path, Some(token), None).await;
    (status, answer["code"].as_str().unwrap_or_default().to_owned())
}

/// The call of the table with this method and path, by a token.
async fn call(service: &TestService, token: &str, method: &str, path: &str, body: Value) -> (StatusCode, String) {
    let method = Method::from_bytes(method.as_bytes()).unwrap();
    let (status, answer) = service.send(method, path, Some(token), Some(body)).await;
    (status, answer["code"].as_str().unwrap_or_default().to_owned())
}

fn forbidden(code: &str) -> (StatusCode, String) {
    (StatusCode::FORBIDDEN, code.to_owned())
}

fn unknown() -> (StatusCode, String) {
    (StatusCode::UNAUTHORIZED, "invalid_token".to_owned())
}

on_both_databases! {
    async fn a_programs_token_reaches_exactly_the_calls_of_its_scope(service) {
        let eva = Tokens::of(&service, "eva").await;
        for scope in MachineScope::ALL {
            let (_, token) = make(&service, &eva, scope.as_str(), &[scope.as_str()]).await;
            let mut open = 0;
            for call in ADMIN_CALLS {
                let (method, path, body) = request(call, BEN);
                let (status, answer) = service.send(method.clone(), &path, Some(&token), body).await;
                if call.scope == Some(*scope) {
                    assert!(reached(status), "{method} {path} by {scope}: {status} {answer}");
                    open += 1;
                } else {
                    assert_eq!((status, &answer["code"]), (StatusCode::FORBIDDEN, &json!("insufficient_scope")), "{method} {path} by {scope}");
                }
            }
            assert!(open > 0, "{scope} opens nothing");
        }
    }

    async fn a_programs_token_opens_nothing_outside_of_administration(service) {
        let eva = Tokens::of(&service, "eva").await;
        let all: Vec<&str> = MachineScope::ALL.iter().map(|scope| scope.as_str()).collect();
        let (_, token) = make(&service, &eva, "everything", &all).await;
        let (_, description) = service.send(Method::GET, "/openapi.json", None, None).await;
        let mut tried = 0;
        for (path, item) in description["paths"].as_object().unwrap() {
            if !path.starts_with("/v1/") || path.starts_with("/v1/admin") {
                continue;
            }
            for (method, operation) in item.as_object().unwrap() {
                let open_to_all = operation["security"] == json!([{}]) || operation["security"] == json!([]);
                let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
                let path = path.replace("{id}", "none");
                for bearer in [None, Some(token.as_str())] {
                    let (status, answer) = service.send(method.clone(), &path, bearer, Some(json!({}))).await;
                    if open_to_all {
                        assert!(!status.is_success(), "{method} {path}");
                    } else {
                        assert_eq!((status, &answer["code"]), (StatusCode::UNAUTHORIZED, &json!("invalid_token")), "{method} {path}");
                    }
                }
                tried += 1;
            }
        }
        assert!(tried > 25, "{tried}");
    }

    async fn a_program_loosens_nothing_and_touches_no_administrator(service) {
        let eva = Tokens::of(&service, "eva").await;
        let (_, token) = make(&service, &eva, "script", &["users.read", "users.write"]).await;
        let ben = format!("/v1/admin/users/{BEN}");
        assert_eq!(call(&service, &token, "PATCH", &ben, json!({"mfaState": "disabled"})).await, forbidden("insufficient_scope"));
        for action in ["unlock", "oneTimeBypass", "requireReregistration", "unblock"] {
            let body = json!({"reason": "asked by a script"});
            assert_eq!(call(&service, &token, "POST", &format!("{ben}:{action}"), body).await, forbidden("insufficient_scope"), "{action}");
        }
        for action in ["disable", "requireReregistration", "undo"] {
            let users = if action == "undo" { json!([]) } else { json!([BEN]) };
            let body = json!({"action": action, "users": users, "bulkId": "bulk-of-a-script", "reason": "asked by a script"});
            assert_eq!(call(&service, &token, "POST", "/v1/admin/users:bulk", body).await, forbidden("insufficient_scope"), "{action}");
        }
        let zoe = json!({"userPrincipalName": "zoe@contoso.example", "displayName": "Zoe", "administrator": true});
        assert_eq!(call(&service, &token, "POST", "/v1/admin/users", zoe).await, forbidden("insufficient_scope"));
        for action in ["block", "revokeSessions", "deleteAppPasswords"] {
            let body = json!({"reason": "asked by a script"});
            let path = format!("/v1/admin/users/{EVA}:{action}");
            assert_eq!(call(&service, &token, "POST", &path, body).await, forbidden("administrator_protected"), "{action}");
        }
        let many = json!({"action": "revokeSessions", "users": [EVA, BEN], "bulkId": "bulk-of-a-script"});
        let (status, result) = service.send(Method::POST, "/v1/admin/users:bulk", Some(&token), Some(many)).await;
        assert_eq!((status, &result["changed"]), (StatusCode::OK, &json!(1)));
        assert_eq!(result["failures"][0]["code"], "administrator_protected");
        let rows = eva.get(&service, "/v1/admin/actions").await;
        assert_eq!((&rows["value"][0]["actor"], &rows["value"][0]["action"]), (&json!("token script"), &json!("sessions_revoked")));
        SignIn::begin(&service, "ben").await;
    }

    async fn a_token_ends_when_it_expires_when_it_is_revoked_and_with_the_role_of_its_maker(service) {
        service.cli(&["user", "roles", BEN, "administrator"]).await;
        let (eva, ben) = (Tokens::of(&service, "eva").await, Tokens::of(&service, "ben").await);
        let (id, revoked) = make(&service, &eva, "revoked", &["reports.read"]).await;
        let (_, of_ben) = make(&service, &ben, "of Ben", &["reports.read"]).await;
        let (_, of_eva) = make(&service, &eva, "of Eva", &["reports.read"]).await;
        let usage = "/v1/admin/reports/usage";
        for token in [&revoked, &of_ben, &of_eva] {
            assert_eq!(read(&service, token, usage).await.0, StatusCode::OK);
        }
        assert_eq!(eva.delete(&service, &format!("{TOKENS}/{id}")).await.0, StatusCode::NO_CONTENT);
        assert_eq!(read(&service, &revoked, usage).await, unknown());
        assert_eq!(eva.delete(&service, &format!("{TOKENS}/{id}")).await.0, StatusCode::NOT_FOUND);
        eva.post(&service, &format!("/v1/admin/users/{BEN}:block"), json!({"reason": "gone"})).await;
        assert_eq!(read(&service, &of_ben, usage).await, unknown(), "blocked");
        eva.post(&service, &format!("/v1/admin/users/{BEN}:unblock"), json!({"reason": "back"})).await;
        assert_eq!(read(&service, &of_ben, usage).await.0, StatusCode::OK, "and back");
        service.cli(&["user", "roles", BEN, "auditor"]).await;
        assert_eq!(read(&service, &of_ben, usage).await, unknown(), "no administrator any more");
        let listed = eva.get(&service, TOKENS).await;
        let usable: Vec<_> = listed["value"].as_array().unwrap().iter().map(|row| (row["displayName"].as_str().unwrap(), row["usable"].as_bool().unwrap())).collect();
        assert_eq!(usable, [("of Ben", false), ("of Eva", true)]);
        service.clock.advance(Duration::from_secs(90 * 86_400 - 1));
        assert_eq!(read(&service, &of_eva, usage).await.0, StatusCode::OK);
        service.clock.advance(Duration::from_secs(1));
        assert_eq!(read(&service, &of_eva, usage).await, unknown(), "it lived its time");
    }

    async fn the_secret_of_a_token_is_shown_once_and_only_its_keyed_hash_is_stored(service) {
        let eva = Tokens::of(&service, "eva").await;
        let (_, secret) = make(&service, &eva, "SIEM", &["signIns.read"]).await;
        assert!(secret.starts_with("pfm_") && secret.len() == 47, "{} characters", secret.len());
        let (_, other) = make(&service, &eva, "SIEM 2", &["signIns.read"]).await;
        assert_ne!(secret, other);
        for path in [TOKENS, "/v1/admin/actions"] {
            let text = eva.get(&service, path).await.to_string();
            assert!(text.contains("SIEM") && !text.contains(&secret), "{path}");
        }
        let mac = Intruder::at(&service).await.text("SELECT mac FROM machine_tokens WHERE display_name = 'SIEM'").await;
        assert_eq!(mac.len(), 64);
        for wrong in [mac.as_str(), &format!("pfm_{mac}"), "pfm_", &secret[..46], &secret[4..], &secret.to_uppercase()] {
            assert_eq!(read(&service, wrong, "/v1/admin/signIns").await, unknown());
        }
    }

    async fn the_list_tells_the_last_use_to_the_minute(service) {
        let eva = Tokens::of(&service, "eva").await;
        let (_, token) = make(&service, &eva, "SIEM", &["signIns.read"]).await;
        let used = async || eva.get(&service, TOKENS).await["value"][0].clone();
        assert_eq!((&used().await["lastUsedDateTime"], &used().await["createdBy"]), (&Value::Null, &json!(EVA)));
        for (seconds, shown) in [(5, "2026-03-02T09:00:05Z"), (59, "2026-03-02T09:00:05Z"), (1, "2026-03-02T09:01:05Z")] {
            service.clock.advance(Duration::from_secs(seconds));
            assert_eq!(read(&service, &token, "/v1/admin/signIns").await.0, StatusCode::OK);
            let row = used().await;
            assert_eq!((&row["lastUsedDateTime"], &row["lastUsedFrom"]), (&json!(shown), &json!("127.0.0.1")));
        }
    }

    async fn only_an_administrator_with_a_fresh_second_step_makes_a_token(service) {
        service.cli(&["user", "roles", person("gita").upn, "helpDesk", "auditor"]).await;
        let (eva, gita) = (Tokens::of(&service, "eva").await, Tokens::of(&service, "gita").await);
        let body = |name: &str| json!({"displayName": name, "scopes": ["users.read"], "expiresInDays": 90});
        let (status, problem) = gita.post(&service, TOKENS, body("of Gita")).await;
        assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!("insufficient_scope")));
        for (wrong, field) in [
            (json!({"displayName": "x", "scopes": [], "expiresInDays": 90}), "scopes"),
            (json!({"displayName": "x", "scopes": ["users.read"], "expiresInDays": 0}), "expiresInDays"),
            (json!({"displayName": "x", "scopes": ["users.read"], "expiresInDays": 366}), "expiresInDays"),
            (json!({"displayName": "x", "scopes": ["users.read"]}), "expiresInDays"),
        ] {
            let (status, problem) = eva.post(&service, TOKENS, wrong).await;
            assert_eq!((status, &problem["params"]["field"]), (StatusCode::BAD_REQUEST, &json!(field)));
        }
        let everything = json!({"displayName": "x", "scopes": ["settings.write"], "expiresInDays": 90});
        assert_eq!(eva.post(&service, TOKENS, everything).await.0, StatusCode::BAD_REQUEST, "there is no such scope");
        assert_eq!(eva.post(&service, TOKENS, body("SIEM")).await.0, StatusCode::CREATED);
        let (status, problem) = eva.post(&service, TOKENS, body("siem")).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("access_token_name_taken")));
        service.clock.advance(Duration::from_secs(601));
        let eva = eva.refresh(&service).await;
        let (status, problem) = eva.post(&service, TOKENS, body("late")).await;
        assert_eq!((status, &problem["code"]), (StatusCode::UNAUTHORIZED, &json!("step_up_required")));
    }

    async fn the_command_line_makes_lists_and_revokes_tokens(service) {
        let made = service.cli(&["access-token", "add", "backup script", "--scope", "reports.read,actions.read", "--days", "365"]).await;
        let token = String::from_utf8(made.stdout).unwrap().trim().to_owned();
        // It goes by the computer's own clock, which may be ahead of this service's.
        assert_eq!(read(&service, &token, "/v1/admin/overview").await.0, StatusCode::OK);
        let (status, rows) = service.send(Method::GET, "/v1/admin/actions", Some(&token), None).await;
        assert_eq!((status, &rows["value"][0]["action"]), (StatusCode::OK, &json!("access_token_created")));
        assert_eq!(rows["value"][0]["actor"], command_line());
        let listed = String::from_utf8(service.cli(&["access-token", "list"]).await.stdout).unwrap();
        assert!(listed.contains("backup script") && listed.contains("actions.read reports.read") && !listed.contains(&token), "{listed}");
        service.cli(&["access-token", "revoke", "Backup script"]).await;
        assert_eq!(read(&service, &token, "/v1/admin/overview").await, unknown());
        assert!(service.cli_fails(&["access-token", "revoke", "Backup script"]).await.contains("there is no access token"));
        assert!(service.cli_fails(&["access-token", "add", "x", "--scope", "settings.write"]).await.contains("users.read"));
    }
}
