//! Only the device itself decides, once, for its own person.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::json;
use tokio::task::JoinSet;

use super::asked;
use crate::on_both_databases;
use crate::support::{Device, Step, Tokens, answer};

on_both_databases! {
    async fn of_64_decisions_at_once_exactly_one_counts(service) {
        let phone = Device::demo_phone(&service).await;
        let (sign_in, number) = asked(&service).await;
        let id = phone.one_request(&service).await;
        let jws = phone.sign(&json!({"requestId": id, "approve": true, "number": number}));
        let mut decisions = JoinSet::new();
        for _ in 0..64 {
            let url = service.url(&format!("/v1/authenticator/requests/{id}/decision"));
            let request = service.http.post(url).bearer_auth(&phone.access).json(&json!({"decision": jws}));
            decisions.spawn(async move { answer(request.send().await.unwrap()).await });
        }
        let answers = decisions.join_all().await;
        assert_eq!(answers.iter().filter(|(status, _)| *status == StatusCode::NO_CONTENT).count(), 1);
        assert_eq!(answers.iter().filter(|(_, body)| body["code"] == "request_decided").count(), 63);
        let mut polls = JoinSet::new();
        for _ in 0..16 {
            let url = service.url("/oauth2/challenge");
            let body = crate::support::form(&[("auth_session", &sign_in.auth_session)]);
            let request = service.http.post(url).header("content-type", "application/x-www-form-urlencoded").body(body);
            polls.spawn(async move {
                let (status, body) = answer(request.send().await.unwrap()).await;
                Step { status, body }
            });
        }
        let polls = polls.join_all().await;
        assert_eq!(polls.iter().filter(|step| step.is_granted()).count(), 1, "one approval is one sign-in");
        let told = |step: &&Step| matches!(step.code(), "duplicate_attempt" | "invalid_authentication");
        assert_eq!(polls.iter().filter(told).count(), 15, "who came second or too late is told so");
    }

    async fn only_the_device_itself_can_sign(service) {
        let phone = Device::demo_phone(&service).await;
        let (sign_in, number) = asked(&service).await;
        let id = phone.one_request(&service).await;
        let claims = json!({"requestId": id, "approve": true, "number": number});
        let thief = Device { key: Device::new(&[9; 32], "").key, ..phone.clone() };
        let another = json!({"requestId": "another", "approve": true, "number": number});
        let unsigned = {
            let signed = phone.sign(&claims);
            let (head, rest) = signed.split_once('.').unwrap();
            let none = data_encoding::BASE64URL_NOPAD.encode(br#"{"alg":"none"}"#);
            assert_ne!(head, none);
            format!("{none}.{rest}")
        };
        for (what, jws) in [
            ("another key", thief.sign(&claims)),
            ("another request", phone.sign(&another)),
            ("no algorithm", unsigned),
            ("no JWS", "a.b.c".to_owned()),
        ] {
            let (status, body) = phone.send(&service, &id, &jws).await;
            assert_eq!((status, body["code"].as_str()), (StatusCode::FORBIDDEN, Some("decision_not_signed")), "{what}");
        }
        let (_, body) = phone.send(&service, &id, &phone.sign(&json!({"requestId": id, "approve": true}))).await;
        assert_eq!((body["code"].as_str(), &body["params"]), (Some("invalid_request"), &json!({"field": "number"})));
        let more = json!({"requestId": id, "approve": true, "number": number, "iss": "x"});
        assert_eq!(phone.send(&service, &id, &phone.sign(&more)).await.1["code"], "invalid_request");
        assert_eq!(sign_in.send(&[]).await.error(), "authorization_pending", "nothing of it decided anything");
    }

    async fn a_device_decides_for_its_own_person_alone(service) {
        let ben = Tokens::of(&service, "ben").await;
        let bens = ben.register_device(&service, 7, json!({})).await;
        let phone = Device::demo_phone(&service).await;
        let (_, number) = asked(&service).await;
        let id = phone.one_request(&service).await;
        assert_eq!(bens.requests(&service).await.1["value"], json!([]));
        assert_eq!(bens.approve(&service, &id, &number).await.0, StatusCode::NOT_FOUND);
    }

    async fn a_deleted_device_gets_an_error_and_cannot_decide(service) {
        let finn = Tokens::of(&service, "finn").await;
        let phone = Device::demo_phone(&service).await;
        let (sign_in, number) = asked(&service).await;
        let id = phone.one_request(&service).await;
        assert_eq!(phone.approve(&service, &id, &number).await.0, StatusCode::NO_CONTENT);
        let path = format!("/v1/me/authentication/authenticatorMethods/{}", phone.id);
        assert_eq!(finn.delete(&service, &path).await.0, StatusCode::NO_CONTENT);
        let step = sign_in.send(&[]).await;
        assert_eq!(step.code(), "app_not_activated", "what it said before counts no more");
        let (status, body) = phone.requests(&service).await;
        assert_eq!((status, body["code"].as_str()), (StatusCode::FORBIDDEN, Some("not_an_activated_account")));
        let (status, body) = Device::grant(&service, &phone.sign(&phone.claims(&service, "late"))).await;
        assert_eq!((status, body["code"].as_str()), (StatusCode::FORBIDDEN, Some("not_an_activated_account")));
        assert_eq!(finn.get(&service, "/v1/me/authentication/signInPreferences").await
            ["userPreferredMethodForSecondaryAuthentication"], "sms", "the preferred option moves on");
    }

    async fn an_assertion_opens_one_session(service) {
        let phone = Device::demo_phone(&service).await;
        let assertion = phone.sign(&phone.claims(&service, "once"));
        assert_eq!(Device::grant(&service, &assertion).await.0, StatusCode::OK);
        let (status, body) = Device::grant(&service, &assertion).await;
        assert_eq!((status, body["error"].as_str()), (StatusCode::BAD_REQUEST, Some("invalid_grant")), "replayed");
        let thief = Device { key: Device::new(&[9; 32], "").key, ..phone.clone() };
        let mut elsewhere = phone.claims(&service, "b");
        elsewhere["aud"] = json!("https://verify.contoso.example");
        let mut old = phone.claims(&service, "c");
        old["exp"] = json!(service.clock.unix_seconds() - 61);
        for (what, assertion) in [
            ("another key", thief.sign(&phone.claims(&service, "a"))),
            ("another service", phone.sign(&elsewhere)),
            ("too old", phone.sign(&old)),
        ] {
            let (status, body) = Device::grant(&service, &assertion).await;
            assert_eq!((status, body["error"].as_str()), (StatusCode::BAD_REQUEST, Some("invalid_grant")), "{what}");
        }
        let mut sessions = JoinSet::new();
        let fields = [
            ("grant_type", crate::support::JWT_BEARER), ("client_id", "proofup-desktop"),
            ("assertion", &phone.sign(&phone.claims(&service, "many"))),
        ];
        for _ in 0..32 {
            let request = service
                .http
                .post(service.url("/oauth2/token"))
                .header("content-type", "application/x-www-form-urlencoded")
                .body(crate::support::form(&fields));
            sessions.spawn(async move { request.send().await.unwrap().status() });
        }
        let passed = sessions.join_all().await.iter().filter(|status| **status == StatusCode::OK).count();
        assert_eq!(passed, 1, "of 32 at once as well");
    }

    async fn a_device_reaches_its_own_calls_and_no_others(service) {
        let phone = Device::demo_phone(&service).await;
        for path in ["/v1/me", "/v1/me/appPasswords", "/v1/me/authentication/methods"] {
            let (status, body) = service.send(Method::GET, path, Some(&phone.access), None).await;
            assert_eq!((status, body["code"].as_str()), (StatusCode::FORBIDDEN, Some("insufficient_scope")), "{path}");
        }
        let finn = Tokens::of(&service, "finn").await;
        let (status, _) = service.send(Method::GET, "/v1/authenticator/requests", Some(&finn.access), None).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
        service.clock.advance(Duration::from_secs(601));
        assert_eq!(phone.requests(&service).await.0, StatusCode::UNAUTHORIZED, "for ten minutes");
    }

    async fn signing_out_everywhere_leaves_this_session_and_the_key_of_the_device(service) {
        let (finn, other) = (Tokens::of(&service, "finn").await, Tokens::of(&service, "finn").await);
        let mut phone = Device::demo_phone(&service).await;
        let (status, _) = finn.post(&service, "/v1/me/revokeSignInSessions", json!({})).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
        finn.get(&service, "/v1/me").await;
        let (status, _) = service.send(Method::GET, "/v1/me", Some(&other.access), None).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
        assert_eq!(phone.requests(&service).await.0, StatusCode::UNAUTHORIZED);
        phone.sign_in(&service).await;
        assert_eq!(phone.requests(&service).await.0, StatusCode::OK);
    }
}
