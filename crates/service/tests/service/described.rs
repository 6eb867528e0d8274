//! The interface as `/openapi.json` describes it, held against a service that serves: by a stock fuzzer of such
//! descriptions, on both databases, always with the same seed.

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use proofup_api::SecretText;
use proofup_service::Webhook;
use reqwest::Method;
use serde_json::Value;

use crate::on_both_databases;
use crate::support::{Device, TestService, Tokens};

/// What narrows or ends the session that asks: a session of its own makes these calls.
const OF_REGISTRATION: &str = "^/v1/me/registration:(begin|complete)$";
/// A stream does not end where it may be read, so without a token alone.
const STREAMS: &str = "^/v1/.*/events$";
/// All other calls of a session, of a device, and of nobody.
const OF_PEOPLE: &str = "^/v1/(me|admin)(?!.*(:begin|:complete|/events)$)";
const OF_DEVICES: &str = "^/v1/authenticator(?!.*/events$)";
const OF_ANYBODY: &str = "^/(healthz|readyz|metrics|oauth2|legacy|[.]well-known|profiles|autodiscover)";
/// Exists only where a gateway is configured.
const OF_GATEWAYS: &str = "^/telephony/events$";
/// What every answer is held against.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,\
                      response_headers_conformance,negative_data_rejection,missing_required_header,ignored_auth";

/// `scripts/setup` installs it; never missing on a build server.
#[expect(
    clippy::disallowed_methods,
    reason = "the place of tools, and that this is a build server, is said by the environment"
)]
fn fuzzer() -> Option<PathBuf> {
    let tools = std::env::var_os("PROOFUP_TOOLS").map(PathBuf::from);
    let program = tools.map(|tools| tools.join("schemathesis/bin/schemathesis")).filter(|program| program.exists());
    assert!(program.is_some() || std::env::var_os("CI").is_none(), "schemathesis is not installed");
    if program.is_none() {
        eprintln!("skipped: schemathesis is not installed (make setup-test)");
    }
    program
}

/// Makes every described call with the token.
async fn hold_against(program: &PathBuf, service: &TestService, token: Option<&str>, included: &str) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(program);
    command
        .args(["run", &service.url("/openapi.json"), "--checks", CHECKS, "--seed", "20261130", "--max-examples", "12"])
        .args([
            "--phases",
            "examples,coverage,fuzzing",
            "--generation-database",
            "none",
            "--suppress-health-check",
            "all",
        ])
        .args(["--generation-allow-x00", "true", "--include-path-regex", included])
        .args(["--request-timeout", "60", "--no-color", "--warnings", "off", "--continue-on-failure", "--no-shrink"])
        .current_dir(folder.path());
    if let Some(token) = token {
        command.args(["-H", &format!("Authorization: Bearer {token}")]);
    }
    let output = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{included}\n{told}\n{}", String::from_utf8_lossy(&output.stderr));
}

on_both_databases! {
    async fn nothing_is_answered_that_is_not_described(service) {
        let Some(program) = fuzzer() else { return };
        let eva = Tokens::of(&service, "eva").await;
        let device = Device::demo_phone(&service).await;
        hold_against(&program, &service, Some(&eva.access), OF_PEOPLE).await;
        hold_against(&program, &service, Some(&device.access), OF_DEVICES).await;
        hold_against(&program, &service, None, OF_ANYBODY).await;
        hold_against(&program, &service, None, STREAMS).await;
        let ben = Tokens::of(&service, "ben").await;
        hold_against(&program, &service, Some(&ben.access), OF_REGISTRATION).await;
        let service = service
            .restarted(|config| {
                let secret = SecretText::new("shared with the gateway");
                let webhook = Webhook::new("http://127.0.0.1:9/", secret, config.clock.clone()).unwrap();
                config.telephony = Arc::new(webhook);
            })
            .await;
        hold_against(&program, &service, None, OF_GATEWAYS).await;
    }

    async fn enumerations_are_told_by_the_words_of_the_wire(service) {
        let (_, description) = service.send(Method::GET, "/openapi.json", None, None).await;
        let schemas = description["components"]["schemas"].as_object().unwrap();
        let words = |name: &str| schemas[name]["enum"].as_array().unwrap_or_else(|| panic!("{name}")).clone();
        assert!(words("ErrorCode").contains(&Value::from("app_password_limit_reached")));
        assert!(words("Event").contains(&Value::from("securityInfoChanged")));
        let odd: Vec<_> = schemas
            .iter()
            .filter_map(|(name, schema)| Some((name, schema["enum"].as_array()?)))
            .flat_map(|(name, words)| words.iter().map(move |word| (name, word.as_str().unwrap())))
            // The wire begins no word with a capital letter, but for the two kinds of HMAC.
            .filter(|(_, word)| word.starts_with(char::is_uppercase))
            .collect();
        assert!(odd.is_empty(), "{odd:?}");
    }
}
