//! A sign-in asks the device, which approves, denies, or says nothing in time.

use std::time::Duration;

use proofup_service::Running;
use reqwest::StatusCode;
use serde_json::json;

use super::{another, asked, denials};
use crate::on_both_databases;
use crate::support::{Device, SignIn, Tokens, person};

on_both_databases! {
    async fn a_sign_in_passes_with_the_number_of_its_screen(service) {
        let phone = Device::demo_phone(&service).await;
        let (sign_in, number) = asked(&service).await;
        assert_eq!(sign_in.first.body["preferred"], "push");
        assert_eq!(sign_in.send(&[]).await.error(), "authorization_pending");
        let (_, waiting) = phone.requests(&service).await;
        let request = &waiting["value"][0];
        assert_eq!(request["userPrincipalName"], "finn@contoso.example");
        assert_eq!(request["organization"], "Contoso");
        assert_eq!(request["application"], "Proofup");
        assert_eq!(request["clientAddress"], "127.0.0.1");
        assert_eq!(request["purpose"], "sign_in");
        assert!(!waiting.to_string().contains(&format!("\"{number}\"")), "the device is not told the number");
        let id = request["id"].as_str().unwrap();
        assert_eq!(phone.approve(&service, id, &number).await.0, StatusCode::NO_CONTENT);
        assert_eq!(phone.requests(&service).await.1["value"], json!([]));
        let granted = sign_in.send(&[("remember_device", "true"), ("device_name", "desk")]).await;
        assert!(granted.body["device_token"].is_string(), "{}", granted.body);
        let finn = Tokens::exchange(&service, &granted).await;
        assert_eq!(finn.scope, "security_info");
        assert_eq!(sign_in.send(&[]).await.code(), "invalid_authentication", "an approval lets one in, once");
        let log = finn.get(&service, "/v1/me/signIns").await;
        assert_eq!(log["value"][0]["authenticationMode"], "push_notification");
        assert_eq!(log["value"][0]["detail"], "Demo phone");
        let methods = finn.methods(&service).await;
        let device = methods.iter().find(|method| method["@type"] == "authenticatorMethod").unwrap();
        assert_eq!(device["displayName"], "Demo phone");
        assert!(device["lastUsedDateTime"].as_str().unwrap().starts_with("2026-03-02T09:00"), "{device}");
    }

    async fn another_node_takes_the_decision(service) {
        let phone = Device::demo_phone(&service).await;
        let (sign_in, number) = asked(&service).await;
        let mut other = service.config.clone();
        other.listen.set_port(0);
        let other = Running::start(other).await.unwrap();
        let id = phone.one_request(&service).await;
        let jws = phone.sign(&json!({"requestId": id, "approve": true, "number": number}));
        let decision = service
            .http
            .post(format!("{}/v1/authenticator/requests/{id}/decision", other.url()))
            .bearer_auth(&phone.access)
            .json(&json!({"decision": jws}));
        assert_eq!(decision.send().await.unwrap().status(), StatusCode::NO_CONTENT);
        assert!(sign_in.send(&[]).await.is_granted());
        other.stop().await;
    }

    async fn another_number_ends_the_request(service) {
        let phone = Device::demo_phone(&service).await;
        let (sign_in, number) = asked(&service).await;
        let id = phone.one_request(&service).await;
        let (status, body) = phone.approve(&service, &id, another(&number)).await;
        assert_eq!((status, body["code"].as_str()), (StatusCode::CONFLICT, Some("number_mismatch")));
        let (status, body) = phone.approve(&service, &id, &number).await;
        assert_eq!((status, body["code"].as_str()), (StatusCode::CONFLICT, Some("request_decided")), "no second guess");
        let step = sign_in.send(&[]).await;
        assert_eq!((step.error(), step.code()), ("access_denied", "number_mismatch"));
        let step = sign_in.start("push").await;
        let number = step.body["challenge"]["number"].as_str().unwrap().to_owned();
        let id = phone.one_request(&service).await;
        phone.approve(&service, &id, &number).await;
        let granted = sign_in.send(&[]).await;
        let finn = Tokens::exchange(&service, &granted).await;
        assert_eq!(denials(&service, &finn).await, ["number_mismatch"]);
    }

    async fn a_denied_request_denies_the_sign_in_and_leaves_the_other_methods(service) {
        let phone = Device::demo_phone(&service).await;
        let (sign_in, _) = asked(&service).await;
        let id = phone.one_request(&service).await;
        assert_eq!(phone.deny(&service, &id, "user_declined").await.0, StatusCode::NO_CONTENT);
        let step = sign_in.send(&[]).await;
        assert_eq!((step.error(), step.code()), ("access_denied", "user_declined"));
        let correlation_id = step.body["correlationId"].clone();
        sign_in.start("sms").await;
        let granted = sign_in.answer(&service.text_code(person("finn").mobile)).await;
        let finn = Tokens::exchange(&service, &granted).await;
        assert_eq!(denials(&service, &finn).await, ["user_declined"], "logged once, when it happened");
        let log = finn.get(&service, "/v1/me/signIns?kind=denied").await;
        assert_eq!(log["value"][0]["correlationId"], correlation_id, "a help desk finds the row");
    }

    async fn reported_fraud_ends_every_sign_in_under_way(service) {
        let phone = Device::demo_phone(&service).await;
        let (theirs, _) = asked(&service).await;
        let other = SignIn::begin(&service, "finn").await;
        let id = phone.one_request(&service).await;
        assert_eq!(phone.deny(&service, &id, "fraud_reported").await.0, StatusCode::NO_CONTENT);
        assert_eq!(theirs.send(&[]).await.code(), "fraud_reported");
        assert_eq!(other.start("sms").await.code(), "fraud_reported", "nothing under way goes on");
        let finn = Tokens::of(&service, "finn").await;
        assert_eq!(denials(&service, &finn).await[0], "fraud_reported");
    }

    async fn a_report_of_fraud_blocks_the_person_if_the_organisation_wants_that(service) {
        service.set("blockUsersWhoReportFraud", "true").await;
        let phone = Device::demo_phone(&service).await;
        asked(&service).await;
        let id = phone.one_request(&service).await;
        phone.deny(&service, &id, "fraud_reported").await;
        let finn = person("finn");
        let step = SignIn::password(&service, finn.upn, finn.password, &[]).await;
        assert_eq!(step.code(), "user_blocked");
        assert_eq!(phone.requests(&service).await.0, StatusCode::UNAUTHORIZED, "and so are the devices");
    }

    async fn a_request_lives_for_a_minute(service) {
        let mut phone = Device::demo_phone(&service).await;
        let (sign_in, number) = asked(&service).await;
        let id = phone.one_request(&service).await;
        service.clock.advance(Duration::from_secs(60));
        let (status, body) = phone.approve(&service, &id, &number).await;
        assert_eq!((status, body["code"].as_str()), (StatusCode::GONE, Some("request_expired")));
        let step = sign_in.send(&[]).await;
        assert_eq!((step.error(), step.code()), ("expired_token", "push_no_response"));
        assert_eq!(sign_in.send(&[]).await.code(), "push_no_response");
        phone.sign_in(&service).await;
        assert_eq!(phone.requests(&service).await.1["value"], json!([]));
        sign_in.start("sms").await;
        let granted = sign_in.answer(&service.text_code(person("finn").mobile)).await;
        let finn = Tokens::exchange(&service, &granted).await;
        assert_eq!(denials(&service, &finn).await, ["push_no_response"], "logged once, however often one asks");
    }

    async fn a_request_that_no_device_fetched_has_its_own_reason(service) {
        let (sign_in, _) = asked(&service).await;
        service.clock.advance(Duration::from_secs(60));
        let step = sign_in.send(&[]).await;
        assert_eq!((step.error(), step.code()), ("expired_token", "push_not_delivered"));
        sign_in.start("sms").await;
        let granted = sign_in.answer(&service.text_code(person("finn").mobile)).await;
        let finn = Tokens::exchange(&service, &granted).await;
        assert_eq!(denials(&service, &finn).await, ["push_not_delivered"], "logged once");
    }

    async fn a_device_deleted_while_another_stays_has_approved_nothing(service) {
        let finn = Tokens::of(&service, "finn").await;
        let other = finn.register_device(&service, 7, json!({})).await;
        let phone = Device::demo_phone(&service).await;
        let (sign_in, number) = asked(&service).await;
        let id = phone.one_request(&service).await;
        assert_eq!(phone.approve(&service, &id, &number).await.0, StatusCode::NO_CONTENT);
        let path = format!("/v1/me/authentication/authenticatorMethods/{}", phone.id);
        assert_eq!(finn.delete(&service, &path).await.0, StatusCode::NO_CONTENT);
        assert_eq!(sign_in.send(&[]).await.code(), "app_not_activated");
        assert_eq!(denials(&service, &finn).await, ["app_not_activated"]);
        let number = sign_in.start("push").await.body["challenge"]["number"].as_str().unwrap().to_owned();
        let id = other.one_request(&service).await;
        assert_eq!(other.approve(&service, &id, &number).await.0, StatusCode::NO_CONTENT);
        assert!(sign_in.send(&[]).await.is_granted(), "the other device still counts");
    }

    async fn a_newer_request_of_the_same_sign_in_takes_the_place_of_the_older(service) {
        let phone = Device::demo_phone(&service).await;
        let (sign_in, old_number) = asked(&service).await;
        let old = phone.one_request(&service).await;
        let step = sign_in.start("push").await;
        let number = step.body["challenge"]["number"].as_str().unwrap().to_owned();
        assert_ne!(phone.one_request(&service).await, old, "one request per sign-in");
        let (_, body) = phone.approve(&service, &old, &old_number).await;
        assert_eq!(body["code"], "request_decided");
        assert_eq!(sign_in.send(&[]).await.error(), "authorization_pending");
        let id = phone.one_request(&service).await;
        phone.approve(&service, &id, &number).await;
        assert!(sign_in.send(&[]).await.is_granted());
    }

    async fn a_sign_in_that_ended_by_another_method_leaves_no_request(service) {
        let phone = Device::demo_phone(&service).await;
        let (sign_in, number) = asked(&service).await;
        let id = phone.one_request(&service).await;
        sign_in.start("sms").await;
        assert!(sign_in.answer(&service.text_code(person("finn").mobile)).await.is_granted());
        assert_eq!(phone.requests(&service).await.1["value"], json!([]));
        assert_eq!(phone.approve(&service, &id, &number).await.1["code"], "request_decided");
    }

    async fn only_a_few_requests_wait_at_a_time(service) {
        let mut waiting = Vec::new();
        for _ in 0..3 {
            waiting.push(asked(&service).await.0);
        }
        let fourth = SignIn::begin(&service, "finn").await;
        let step = fourth.start("push").await;
        assert_eq!((step.error(), step.code()), ("access_denied", "in_progress"));
        assert_eq!(step.body["params"]["retryAfterSeconds"], 60);
        assert_eq!(fourth.start("sms").await.error(), "insufficient_authorization", "other ways stay open");
    }

    async fn notifications_pause_after_repeated_denials(service) {
        service.set("pushDenials", "2").await;
        service.set("pushPauseMinutes", "7").await;
        let phone = Device::demo_phone(&service).await;
        for _ in 0..2 {
            asked(&service).await;
            let id = phone.one_request(&service).await;
            phone.deny(&service, &id, "user_declined").await;
        }
        let sign_in = SignIn::begin(&service, "finn").await;
        let step = sign_in.start("push").await;
        assert_eq!(step.code(), "push_paused");
        assert_eq!(step.body["params"]["retryAfterSeconds"], 420);
        assert_eq!(phone.requests(&service).await.1["value"], json!([]), "nobody is asked");
        service.clock.advance(Duration::from_secs(421));
        asked(&service).await;
    }

    async fn a_request_made_on_another_node_reaches_the_device(service) {
        let phone = Device::demo_phone(&service).await;
        let mut other = service.config.clone();
        other.listen.set_port(0);
        let other = Running::start(other).await.unwrap();
        // The key is bound to an address, the token is not: any node takes it.
        let stream = service.http.get(format!("{}/v1/authenticator/events", other.url())).bearer_auth(&phone.access);
        let mut events = stream.send().await.unwrap();
        assert_eq!(events.headers()["content-type"], "text/event-stream");
        asked(&service).await;
        let mut text = String::new();
        let reading = async {
            while !text.contains("approvalRequested") {
                text.push_str(&String::from_utf8_lossy(&events.chunk().await.unwrap().unwrap()));
            }
        };
        tokio::time::timeout(Duration::from_secs(100), reading).await.unwrap();
        other.stop().await;
    }
}
