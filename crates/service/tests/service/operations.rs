//! Running it: health, headers, restarts, the binary, and what never stands in a log.

use reqwest::{Method, StatusCode};
use serde_json::json;

use proofup_service::Running;

use crate::on_both_databases;
use crate::support::{SignIn, TestDatabase, TestService, Tokens, person};

on_both_databases! {
    async fn health_is_answered_without_a_token(service) {
        for path in ["/healthz", "/readyz"] {
            assert_eq!(service.send(Method::GET, path, None, None).await.0, StatusCode::NO_CONTENT, "{path}");
        }
    }

    async fn every_answer_carries_its_headers(service) {
        let ben = Tokens::of(&service, "ben").await;
        let response = service.http.get(service.url("/v1/me")).bearer_auth(&ben.access).send().await.unwrap();
        let headers = response.headers();
        assert!(headers.contains_key("date"));
        assert_eq!(headers["proofup-time"], (service.clock.unix_seconds() * 1000).to_string());
        assert_eq!(headers["proofup-correlation-id"].len(), 32);
        let response = service.http.get(service.url("/v1/me")).send().await.unwrap();
        assert_eq!(response.headers()["content-type"], "application/problem+json");
        assert!(!response.headers().contains_key("proofup-time"), "on successes alone");
        assert!(response.headers().contains_key("proofup-correlation-id"));
    }

    async fn unknown_paths_and_methods_are_problems(service) {
        let (status, problem) = service.send(Method::GET, "/v1/nothing", None, None).await;
        assert_eq!((status, &problem["code"]), (StatusCode::NOT_FOUND, &json!("not_found")));
        let (status, problem) = service.send(Method::PATCH, "/v1/me", None, None).await;
        assert_eq!((status, &problem["code"]), (StatusCode::METHOD_NOT_ALLOWED, &json!("invalid_request")));
    }

    async fn bodies_beyond_64_kib_are_refused(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (status, problem) =
            ben.post(&service, "/v1/me/appPasswords", json!({"displayName": "x".repeat(70_000)})).await;
        assert_eq!((status, &problem["code"]), (StatusCode::BAD_REQUEST, &json!("invalid_request")));
    }

    async fn it_starts_again_on_the_same_port_with_everything_still_there(service) {
        let ben = Tokens::of(&service, "ben").await;
        let TestService { running, config, http, .. } = &mut { service };
        running.take().unwrap().stop().await;
        let url = format!("http://{}/v1/me", config.listen);
        assert!(http.get(&url).bearer_auth(&ben.access).send().await.is_err(), "it is gone");
        let again = Running::start(config.clone()).await.unwrap();
        assert_eq!(again.address(), config.listen);
        assert_eq!(http.get(&url).bearer_auth(&ben.access).send().await.unwrap().status(), StatusCode::OK);
        again.stop().await;
    }

    async fn any_node_finishes_what_another_began(service) {
        let mut other = service.config.clone();
        other.listen.set_port(0);
        let running = Running::start(other.clone()).await.unwrap();
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let fields = [("auth_session", sign_in.auth_session.as_str()), ("otp", &service.text_code(person("ben").mobile))];
        let request = service.http.post(format!("{}/oauth2/challenge", running.url()));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let response = request.body(crate::support::form(&fields)).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        running.stop().await;
    }

    async fn the_interface_describes_itself(service) {
        let (status, description) = service.send(Method::GET, "/openapi.json", None, None).await;
        assert_eq!(status, StatusCode::OK);
        for (path, method) in [
            ("/v1/me", "get"),
            ("/v1/me/appPasswords", "post"),
            ("/oauth2/challenge", "post"),
            ("/v1/me/authentication/phoneMethods/{id}", "patch"),
            ("/v1/me/authentication/softwareOathMethods/{id}/activate", "post"),
            ("/legacy/basic", "get"),
        ] {
            assert!(description["paths"][path][method].is_object(), "{method} {path}");
        }
        let text = description.to_string();
        for reference in text.split("#/components/schemas/").skip(1) {
            let name = reference.split('"').next().unwrap();
            assert!(description["components"]["schemas"][name].is_object(), "{name} is described");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_its_database_it_says_so_and_recovers() {
    let Some(database) = TestDatabase::postgres() else { return };
    let service = TestService::start(database).await;
    let ben = Tokens::of(&service, "ben").await;
    let TestDatabase::Postgres(database) = &service.database else { unreachable!() };
    database.take_away();
    let (status, problem) = service.send(Method::GET, "/v1/me", Some(&ben.access), None).await;
    assert_eq!((status, &problem["code"]), (StatusCode::SERVICE_UNAVAILABLE, &json!("service_unavailable")));
    let step = SignIn::password(&service, "ben@contoso.example", person("ben").password, &[]).await;
    assert_eq!(step.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(service.send(Method::GET, "/readyz", None, None).await.0, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(service.send(Method::GET, "/healthz", None, None).await.0, StatusCode::NO_CONTENT);
    let old_client = service.http.get(service.url("/legacy/basic")).basic_auth("ben@contoso.example", Some("x"));
    let status = old_client.send().await.unwrap().status();
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "an outage is never told as a wrong password");
    database.give_back();
    assert_eq!(service.send(Method::GET, "/v1/me", Some(&ben.access), None).await.0, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_next_start_removes_expired_rows_only() {
    for database in [Some(TestDatabase::sqlite()), TestDatabase::postgres()].into_iter().flatten() {
        let mut service = TestService::start(database).await;
        let ann = Tokens::of(&service, "ann").await;
        ann.add_mobile(&service, person("ann").mobile).await;
        let ben = Tokens::of(&service, "ben").await;
        service.clock.advance(std::time::Duration::from_secs(2 * 86_400));
        service.running.take().unwrap().stop().await;
        service.running = Some(Running::start(service.config.clone()).await.unwrap());
        let fresh = ben.refresh(&service).await;
        assert_eq!(fresh.get(&service, "/v1/me").await["userPrincipalName"], "ben@contoso.example");
        assert_eq!(fresh.get(&service, "/v1/me/trustedDevices").await["value"].as_array().unwrap().len(), 1);
        assert_eq!(ann.refreshed(&service).await.0, StatusCode::BAD_REQUEST);
        service.stop().await;
    }
}
