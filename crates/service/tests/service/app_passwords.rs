//! App passwords: made by the service, shown once, forty at most.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::legacy::{basic, mail, new_app_password};
use crate::on_both_databases;
use crate::support::Tokens;

const APP_PASSWORDS: &str = "/v1/me/appPasswords";
const BEN: &str = "ben@contoso.example";

on_both_databases! {
    async fn an_app_password_is_shown_once_and_listed_without_its_secret(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (status, created) = ben.post(&service, APP_PASSWORDS, json!({"displayName": "  Tablet "})).await;
        assert_eq!(status, StatusCode::CREATED);
        assert_eq!(created["displayName"], "Tablet");
        let secret = created["password"].as_str().unwrap();
        assert_eq!(secret.len(), 20);
        assert!(secret.bytes().all(|b| b"0123456789abcdefghjkmnpqrstvwxyz".contains(&b)));
        let list = ben.get(&service, APP_PASSWORDS).await;
        assert_eq!(list["limit"], 40);
        assert_eq!(list["value"][0]["id"], created["id"], "the newest comes first");
        assert_eq!(list["value"][0]["lastUsedDateTime"], json!(null));
        assert!(!list.to_string().contains(secret));
    }

    async fn names_are_checked(service) {
        let ben = Tokens::of(&service, "ben").await;
        for (name, reason) in
            [("", "empty"), ("   ", "empty"), (&*"x".repeat(65), "too_long"), ("a\u{7}b", "control_characters")]
        {
            let (status, problem) = ben.post(&service, APP_PASSWORDS, json!({"displayName": name})).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{name:?}");
            assert_eq!(problem["code"], "app_password_name_invalid");
            assert_eq!(problem["params"]["reason"], reason, "{name:?}");
        }
        let (status, problem) = ben.post(&service, APP_PASSWORDS, json!({"displayName": "LAPTOP"})).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("app_password_name_taken")));
    }

    async fn at_forty_one_has_to_go_first(service) {
        let carla = Tokens::of(&service, "carla").await;
        let me = carla.get(&service, "/v1/me").await;
        assert_eq!(me["policy"]["appPasswords"], json!({"available": false, "reason": "limit_reached", "limit": 40}));
        let (status, problem) = carla.post(&service, APP_PASSWORDS, json!({"displayName": "One more"})).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("app_password_limit_reached")));
        assert_eq!(problem["params"]["limit"], 40);
        let list = carla.get(&service, APP_PASSWORDS).await;
        let id = list["value"][39]["id"].as_str().unwrap();
        assert_eq!(carla.delete(&service, &format!("{APP_PASSWORDS}/{id}")).await.0, StatusCode::NO_CONTENT);
        let (status, _) = carla.post(&service, APP_PASSWORDS, json!({"displayName": "One more"})).await;
        assert_eq!(status, StatusCode::CREATED);
    }

    async fn if_they_are_not_allowed_existing_ones_can_be_listed_and_deleted(service) {
        service.set("appPasswordsAllowed", "false").await;
        let ben = Tokens::of(&service, "ben").await;
        let me = ben.get(&service, "/v1/me").await;
        assert_eq!(me["policy"]["appPasswords"]["reason"], "disabled_by_organization");
        let (status, problem) = ben.post(&service, APP_PASSWORDS, json!({"displayName": "Tablet"})).await;
        assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!("app_passwords_not_allowed")));
        assert_eq!(problem["params"]["reason"], "disabled_by_organization");
        assert_eq!(ben.get(&service, APP_PASSWORDS).await["value"].as_array().unwrap().len(), 3);
        assert_eq!(ben.delete(&service, APP_PASSWORDS).await.0, StatusCode::NO_CONTENT);
        assert_eq!(ben.get(&service, APP_PASSWORDS).await["value"], json!([]));
    }

    async fn the_organisation_sets_the_usual_and_the_longest_lifetime(service) {
        service.set("appPasswordDays", "30").await;
        service.set("appPasswordLongestDays", "90").await;
        let ben = Tokens::of(&service, "ben").await;
        let (_, usual) = ben.post(&service, APP_PASSWORDS, json!({"displayName": "Usual"})).await;
        assert_eq!(usual["expiresDateTime"], "2026-04-01T09:00:00Z");
        // Counted by a clock that is a little ahead.
        let asked = json!({"displayName": "Asked", "expiresDateTime": "2026-05-31T09:05:00Z"});
        let (_, asked) = ben.post(&service, APP_PASSWORDS, asked).await;
        assert_eq!(asked["expiresDateTime"], "2026-05-31T09:00:00Z", "ninety days, and no more");
        let long = json!({"displayName": "Long", "expiresDateTime": "2026-05-31T09:05:01Z"});
        let (status, problem) = ben.post(&service, APP_PASSWORDS, long).await;
        assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("app_password_lifetime_too_long")));
        assert_eq!(problem["params"]["days"], 90);
    }

    async fn an_unused_app_password_ends_after_its_days(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (_, secret) = new_app_password(&service, &ben, json!({"displayName": "Tablet", "unusedDays": 2})).await;
        for _ in 0..3 {
            service.clock.advance(Duration::from_secs(86_400 + 3_600));
            assert_eq!(basic(&service, BEN, &secret).await, StatusCode::NO_CONTENT, "each use counts anew");
        }
        service.clock.advance(Duration::from_secs(2 * 86_400));
        assert_eq!(basic(&service, BEN, &secret).await, StatusCode::UNAUTHORIZED);
    }

    async fn an_app_password_works_only_from_its_networks(service) {
        let ben = Tokens::of(&service, "ben").await;
        let there = json!({"displayName": "There", "addressRanges": ["192.0.2.0/28", "2001:db8::/32"]});
        let elsewhere = json!({"displayName": "Elsewhere", "addressRanges": ["198.51.100.1"]});
        let (id, there) = new_app_password(&service, &ben, there).await;
        let (_, elsewhere) = new_app_password(&service, &ben, elsewhere).await;
        assert_eq!(mail(&service, BEN, &there, 1).await.1["auth-status"], "OK");
        assert_ne!(mail(&service, BEN, &elsewhere, 1).await.1["auth-status"], "OK");
        assert_eq!(basic(&service, BEN, &there).await, StatusCode::UNAUTHORIZED, "the front end does not send the address of its client");
        let list = ben.get(&service, APP_PASSWORDS).await;
        let row = list["value"].as_array().unwrap().iter().find(|row| row["id"] == id.as_str()).unwrap();
        assert_eq!(row["addressRanges"], json!(["192.0.2.0/28", "2001:db8::/32"]));
        assert_eq!((&row["lastUsedFrontEnd"], &row["lastUsedProtocol"]), (&json!("mail"), &json!("imap")));
        for wrong in [json!(["192.0.2.0/33"]), json!(["anywhere"]), json!([""]), json!([" , "])] {
            let (status, problem) = ben.post(&service, APP_PASSWORDS, json!({"displayName": "X", "addressRanges": wrong})).await;
            assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("app_password_networks_invalid")));
        }
        for days in [0, 3651] {
            let (_, problem) = ben.post(&service, APP_PASSWORDS, json!({"displayName": "X", "unusedDays": days})).await;
            assert_eq!(problem["params"], json!({"field": "unusedDays"}));
        }
    }

    async fn a_person_can_delete_only_their_own(service) {
        let (ben, carla) = (Tokens::of(&service, "ben").await, Tokens::of(&service, "carla").await);
        let list = ben.get(&service, APP_PASSWORDS).await;
        let path = format!("{APP_PASSWORDS}/{}", list["value"][0]["id"].as_str().unwrap());
        let (status, problem) = carla.delete(&service, &path).await;
        assert_eq!((status, &problem["code"]), (StatusCode::NOT_FOUND, &json!("not_found")));
        assert_eq!(ben.get(&service, APP_PASSWORDS).await, list);
    }

    async fn an_app_password_opens_nothing_of_the_service_itself(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (_, created) = ben.post(&service, APP_PASSWORDS, json!({"displayName": "Tablet"})).await;
        let secret = created["password"].as_str().unwrap();
        let step = crate::support::SignIn::password(&service, "ben@contoso.example", secret, &[]).await;
        assert_eq!(step.code(), "invalid_credentials");
        assert_eq!(service.send(Method::GET, "/v1/me", Some(secret), None).await.0, StatusCode::UNAUTHORIZED);
    }
}
