//! Running it: health, headers, restarts, the binary, and what never stands in a log.

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::on_both_databases;
use crate::support::Tokens;

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
}
