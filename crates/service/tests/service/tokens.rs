//! Tokens: exchanged once, rotated at every use, ended as a family.

use std::time::Duration;

use reqwest::{Method, StatusCode};

use crate::on_both_databases;
use crate::support::{SignIn, TestService, Tokens, VERIFIER, person};

async fn me(service: &TestService, token: Option<&str>) -> (StatusCode, serde_json::Value) {
    service.send(Method::GET, "/v1/me", token, None).await
}

on_both_databases! {
    async fn an_access_token_lives_ten_minutes_and_the_next_one_after_it(service) {
        let ben = Tokens::of(&service, "ben").await;
        service.clock.advance(Duration::from_secs(599));
        assert_eq!(me(&service, Some(&ben.access)).await.0, StatusCode::OK);
        service.clock.advance(Duration::from_secs(1));
        let (status, problem) = me(&service, Some(&ben.access)).await;
        assert_eq!((status, problem["code"].as_str().unwrap()), (StatusCode::UNAUTHORIZED, "invalid_token"));
        let next = ben.refresh(&service).await;
        assert_eq!(me(&service, Some(&next.access)).await.0, StatusCode::OK);
        assert_eq!(next.scope, "security_info");
    }

    async fn a_refresh_token_that_comes_back_ends_the_whole_family(service) {
        let first = Tokens::of(&service, "ben").await;
        let second = first.refresh(&service).await;
        let third = second.refresh(&service).await;
        let (status, body) = first.refreshed(&service).await;
        assert_eq!((status, body["error"].as_str().unwrap()), (StatusCode::BAD_REQUEST, "invalid_grant"));
        assert_eq!(me(&service, Some(&third.access)).await.0, StatusCode::UNAUTHORIZED, "the thief's and the owner's");
        assert_eq!(third.refreshed(&service).await.0, StatusCode::BAD_REQUEST);
    }

    async fn a_lost_answer_to_a_refresh_is_given_again_for_half_a_minute(service) {
        let first = Tokens::of(&service, "ben").await;
        let second = first.refresh(&service).await;
        service.clock.advance(Duration::from_secs(30));
        let again = first.refresh(&service).await;
        assert_eq!(again.refresh, second.refresh, "the same successor");
        assert_eq!(me(&service, Some(&again.access)).await.0, StatusCode::OK);
        service.clock.advance(Duration::from_millis(1));
        assert_eq!(first.refreshed(&service).await.0, StatusCode::BAD_REQUEST, "a later use is not a repeated request");
        assert_eq!(me(&service, Some(&again.access)).await.0, StatusCode::UNAUTHORIZED, "and ends the family");
        assert_eq!(second.refreshed(&service).await.0, StatusCode::BAD_REQUEST);
    }

    async fn another_session_of_the_same_person_goes_on(service) {
        let one = Tokens::of(&service, "ben").await;
        let other = Tokens::of(&service, "ben").await;
        one.refresh(&service).await.refresh(&service).await;
        one.refreshed(&service).await;
        assert_eq!(me(&service, Some(&other.access)).await.0, StatusCode::OK);
    }

    async fn a_second_use_of_an_authorization_code_ends_its_session(service) {
        let ann = person("ann");
        let step = SignIn::password(&service, ann.upn, ann.password, &[]).await;
        let code = step.body["authorization_code"].as_str().unwrap();
        let tokens = Tokens::exchange(&service, &step).await;
        assert_eq!(me(&service, Some(&tokens.access)).await.0, StatusCode::OK);
        let (status, body) = Tokens::exchange_code(&service, code, VERIFIER).await;
        assert_eq!((status, body["error"].as_str().unwrap()), (StatusCode::BAD_REQUEST, "invalid_grant"));
        assert_eq!(me(&service, Some(&tokens.access)).await.0, StatusCode::UNAUTHORIZED);
    }

    async fn an_authorization_code_needs_its_verifier_and_lives_a_minute(service) {
        let ann = person("ann");
        let step = SignIn::password(&service, ann.upn, ann.password, &[]).await;
        let code = step.body["authorization_code"].as_str().unwrap();
        let wrong = Tokens::exchange_code(&service, code, "another-verifier-that-is-long-enough-for-the-rules").await;
        assert_eq!(wrong.1["error"], "invalid_grant");
        assert_eq!(Tokens::exchange_code(&service, code, VERIFIER).await.1["error"], "invalid_grant", "used up by it");
        let step = SignIn::password(&service, ann.upn, ann.password, &[]).await;
        let code = step.body["authorization_code"].as_str().unwrap();
        service.clock.advance(Duration::from_secs(60));
        assert_eq!(Tokens::exchange_code(&service, code, VERIFIER).await.1["error"], "invalid_grant", "too late");
    }

    async fn revoking_either_token_ends_the_session(service) {
        for revoke_access in [true, false] {
            let ben = Tokens::of(&service, "ben").await;
            let token = if revoke_access { &ben.access } else { &ben.refresh };
            let fields = [("token", token.as_str()), ("client_id", "proofup-desktop")];
            assert_eq!(service.post_form("/oauth2/revoke", &fields).await.0, StatusCode::OK);
            assert_eq!(me(&service, Some(&ben.access)).await.0, StatusCode::UNAUTHORIZED);
            assert_eq!(ben.refreshed(&service).await.0, StatusCode::BAD_REQUEST);
        }
        let unknown = service.post_form("/oauth2/revoke", &[("token", "nothing")]).await;
        assert_eq!(unknown.0, StatusCode::OK, "RFC 7009: an unknown token is no error");
    }

    async fn a_request_without_a_valid_token_is_refused(service) {
        for token in [None, Some("nothing")] {
            let (status, problem) = me(&service, token).await;
            assert_eq!(status, StatusCode::UNAUTHORIZED);
            assert_eq!(problem["type"], "urn:proofup:problem:invalid_token");
        }
    }
}
