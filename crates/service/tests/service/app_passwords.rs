//! App passwords: made by the service, shown once, forty at most.

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::on_both_databases;
use crate::support::Tokens;

const APP_PASSWORDS: &str = "/v1/me/appPasswords";

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
