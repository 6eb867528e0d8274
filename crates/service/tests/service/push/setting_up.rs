//! A device is set up, activated and tried out.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::json;
use tokio::task::JoinSet;

use super::{another, denials};
use crate::on_both_databases;
use crate::support::{Device, SignIn, Tokens};

on_both_databases! {
    async fn an_activation_code_is_for_one_device_and_ten_minutes(service) {
        let ben = Tokens::of(&service, "ben").await;
        let created = ben.new_device(&service, json!({})).await;
        let code = created["activationCode"].as_str().unwrap();
        assert_eq!(created["expiresInSeconds"], 600);
        let link = created["qrContent"].as_str().unwrap();
        assert!(link.starts_with(&format!("proofup://activate?code={code}&url=http%3A%2F%2F127.0.0.1")), "{link}");
        assert_eq!(created["activationUrl"], service.url(""));
        let device = Device::new(&[5; 32], "");
        let (_, body) = device.activate(&service, "k7mf-2c9w-qp4t-0r1x").await;
        assert_eq!(body["code"], "activation_code_unknown");
        let typed = code.replace('-', " ").to_uppercase();
        let (status, body) = device.activate(&service, &typed).await;
        assert_eq!(status, StatusCode::OK, "case and groups do not matter: {body}");
        assert_eq!((body["issuer"].as_str(), body["accountName"].as_str()), (Some("Contoso"), Some("ben@contoso.example")));
        assert!(body["secretKey"].is_string());
        let (status, body) = Device::new(&[6; 32], "").activate(&service, code).await;
        assert_eq!((status, body["code"].as_str()), (StatusCode::CONFLICT, Some("activation_code_used")));

        let created = ben.new_device(&service, json!({})).await;
        service.clock.advance(Duration::from_secs(600));
        assert_eq!(ben.refresh(&service).await.device_state(&service, &created).await["state"], "expired");
        let (status, body) = device.activate(&service, created["activationCode"].as_str().unwrap()).await;
        assert_eq!((status, body["code"].as_str()), (StatusCode::GONE, Some("activation_code_expired")));
    }

    async fn a_new_code_ends_the_one_before(service) {
        let ben = Tokens::of(&service, "ben").await;
        let first = ben.new_device(&service, json!({})).await;
        let second = ben.new_device(&service, json!({})).await;
        let device = Device::new(&[5; 32], "");
        let (_, body) = device.activate(&service, first["activationCode"].as_str().unwrap()).await;
        assert_eq!(body["code"], "activation_code_expired");
        let device = Device::activated(&service, &second, 5).await;
        ben.new_device(&service, json!({})).await;
        assert_eq!(device.requests(&service).await.1["code"], "not_an_activated_account", "it was never tried out");
    }

    async fn of_16_devices_with_one_code_exactly_one_is_activated(service) {
        let ben = Tokens::of(&service, "ben").await;
        let created = ben.new_device(&service, json!({})).await;
        let mut devices = JoinSet::new();
        for key in 1..=16 {
            let body = json!({
                "code": created["activationCode"], "deviceName": "Phone", "platform": "Android",
                "publicKey": data_encoding::BASE64URL_NOPAD.encode(Device::new(&[key; 32], "").key.verifying_key().as_bytes()),
            });
            let request = service.http.post(service.url("/v1/authenticator/activate")).json(&body);
            devices.spawn(async move { request.send().await.unwrap().status() });
        }
        let statuses = devices.join_all().await;
        assert_eq!(statuses.iter().filter(|status| **status == StatusCode::OK).count(), 1);
        assert_eq!(statuses.iter().filter(|status| **status == StatusCode::CONFLICT).count(), 15);
    }

    async fn a_device_is_active_after_its_test_is_approved(service) {
        let ben = Tokens::of(&service, "ben").await;
        let created = ben.new_device(&service, json!({})).await;
        assert_eq!(ben.device_state(&service, &created).await["state"], "waiting");
        let device = Device::activated(&service, &created, 3).await;
        assert_eq!(ben.device_state(&service, &created).await["state"], "activated");
        let before = SignIn::begin(&service, "ben").await;
        assert!(!before.first.body["methods"].to_string().contains("push"), "nothing changes for sign-in yet");
        let number = ben.test_device(&service, &device.id).await;
        let id = device.one_request(&service).await;
        device.approve(&service, &id, another(&number)).await;
        assert_eq!(ben.device_state(&service, &created).await["testOutcome"], "number_mismatch");
        let number = ben.test_device(&service, &device.id).await;
        let id = device.one_request(&service).await;
        assert_eq!(device.requests(&service).await.1["value"][0]["purpose"], "test");
        device.approve(&service, &id, &number).await;
        let state = ben.device_state(&service, &created).await;
        assert_eq!((state["state"].as_str(), state["testOutcome"].as_str()), (Some("verified"), Some("approved")));
        let after = SignIn::begin(&service, "ben").await;
        after.start("push").await;
        device.one_request(&service).await;
        assert!(denials(&service, &ben).await.iter().all(|reason| reason == "app_password_required"), "a test is no sign-in");
    }

    async fn a_device_makes_codes_as_well(service) {
        let finn = Tokens::of(&service, "finn").await;
        let created = finn.new_device(&service, json!({})).await;
        let (_, activated) = Device::new(&[3; 32], "").activate(&service, created["activationCode"].as_str().unwrap()).await;
        let seed = activated["secretKey"].as_str().unwrap();
        let mut device = Device::new(&[3; 32], activated["deviceId"].as_str().unwrap());
        device.sign_in(&service).await;
        let before = SignIn::begin(&service, "finn").await;
        assert!(!before.first.body["methods"].to_string().contains("oath"));
        let number = finn.test_device(&service, &device.id).await;
        let id = device.one_request(&service).await;
        device.approve(&service, &id, &number).await;
        let sign_in = SignIn::begin(&service, "finn").await;
        sign_in.start("oath").await;
        assert!(sign_in.answer(&service.app_code(seed)).await.is_granted());
        let methods = finn.methods(&service).await;
        assert!(methods.iter().all(|method| method["@type"] != "softwareOathAuthenticationMethod"), "one device, one line");
    }

    async fn a_new_phone_takes_the_place_of_the_old_one_when_it_is_tried_out(service) {
        let finn = Tokens::of(&service, "finn").await;
        let old = Device::demo_phone(&service).await;
        let created = finn.new_device(&service, json!({"replaces": old.id})).await;
        let new = Device::activated(&service, &created, 4).await;
        assert_eq!(old.requests(&service).await.0, StatusCode::OK, "the old one works until then");
        let number = finn.test_device(&service, &new.id).await;
        let id = new.one_request(&service).await;
        assert_eq!(new.approve(&service, &id, &number).await.0, StatusCode::NO_CONTENT);
        assert_eq!(old.requests(&service).await.1["code"], "not_an_activated_account");
        let devices = finn.get(&service, "/v1/me/authentication/authenticatorMethods").await;
        assert_eq!(devices["value"].as_array().unwrap().len(), 1);
        assert_eq!(devices["value"][0]["displayName"], "Pixel 9");
    }

    async fn the_wizard_registers_a_device_with_the_rest_or_not_at_all(service) {
        let ann = Tokens::of(&service, "ann").await;
        assert_eq!(ann.scope, "registration");
        let device = ann.register_device(&service, 8, json!({})).await;
        let (status, _) = ann.delete(&service, "/v1/me/registration").await;
        assert_eq!(status, StatusCode::NO_CONTENT);
        assert_eq!(device.requests(&service).await.1["code"], "not_an_activated_account");
        let device = ann.register_device(&service, 8, json!({})).await;
        let (status, body) = ann.post(&service, "/v1/me/registration:complete", json!({})).await;
        assert_eq!(status, StatusCode::NO_CONTENT, "{body}");
        let preferred = ann.get(&service, "/v1/me/authentication/signInPreferences").await;
        assert_eq!(preferred["userPreferredMethodForSecondaryAuthentication"], "push");
        let sign_in = SignIn::begin(&service, "ann").await;
        let step = sign_in.start("push").await;
        let id = device.one_request(&service).await;
        device.approve(&service, &id, step.body["challenge"]["number"].as_str().unwrap()).await;
        assert!(sign_in.send(&[]).await.is_granted());
    }

    async fn five_apps_and_devices_are_enough(service) {
        let finn = Tokens::of(&service, "finn").await;
        for key in 1..=4 {
            finn.register_device(&service, key, json!({})).await;
        }
        let (status, body) = finn.post(&service, "/v1/me/authentication/authenticatorMethods", json!({})).await;
        assert_eq!((status, body["code"].as_str()), (StatusCode::CONFLICT, Some("oath_limit_reached")));
        finn.register_device(&service, 5, json!({"replaces": "demo-phone-of-finn"})).await;
    }

    async fn notifications_that_are_switched_off_cannot_be_set_up(service) {
        let finn = Tokens::of(&service, "finn").await;
        let created = finn.new_device(&service, json!({})).await;
        service.set("notificationThroughMobileApp", "false").await;
        let (_, body) = finn.post(&service, "/v1/me/authentication/authenticatorMethods", json!({})).await;
        assert_eq!(body["code"], "method_not_allowed");
        let (_, body) = Device::new(&[5; 32], "").activate(&service, created["activationCode"].as_str().unwrap()).await;
        assert_eq!(body["code"], "method_not_allowed");
        let sign_in = SignIn::begin(&service, "finn").await;
        assert!(!sign_in.first.body["methods"].to_string().contains("push"));
        assert_eq!(sign_in.send(&[("method", "push")]).await.code(), "method_disabled");
    }
}
