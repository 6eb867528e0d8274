//! Recent activity: what changed on an account stands beside the sign-ins, in one list.

use std::time::Duration;

use proofup_service::Running;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::administration::act;
use crate::hardware_tokens::counted;
use crate::on_both_databases;
use crate::support::{Intruder, SignIn, TestService, Tokens, person, until};

const APPS: &str = "/v1/me/authentication/softwareOathMethods";
const PHONES: &str = "/v1/me/authentication/phoneMethods";
const APP_PASSWORDS: &str = "/v1/me/appPasswords";
const TRUSTED: &str = "/v1/me/trustedDevices";
const HARDWARE: &str = "/v1/me/authentication/hardwareOathMethods";

/// The rows of a kind, the newest first.
async fn rows(service: &TestService, tokens: &Tokens, kind: &str) -> Vec<Value> {
    let page = tokens.get(service, &format!("/v1/me/activity?kind={kind}&top=200")).await;
    page["value"].as_array().unwrap().clone()
}

/// Without what the demo's people did before the test began.
fn today(rows: &[Value]) -> Vec<Value> {
    rows.iter().filter(|row| row["createdDateTime"].as_str().unwrap() >= "2026-03-02").cloned().collect()
}

/// Today's changes, the oldest first: what, and its name.
pub async fn changes(service: &TestService, tokens: &Tokens) -> Vec<(String, Option<String>)> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let rows = today(&rows(service, tokens, "changes").await);
    rows.iter().rev().map(|row| (text(&row["change"]).unwrap(), text(&row["name"]))).collect()
}

fn told(rows: &[(String, Option<String>)]) -> Vec<(&str, Option<&str>)> {
    rows.iter().map(|(change, name)| (change.as_str(), name.as_deref())).collect()
}

/// The id of the first thing of a list.
async fn first_id(service: &TestService, tokens: &Tokens, path: &str) -> String {
    tokens.get(service, path).await["value"][0]["id"].as_str().unwrap().to_owned()
}

async fn rename(service: &TestService, tokens: &Tokens, path: &str, name: &str) -> (StatusCode, Value) {
    tokens.patch(service, path, json!({"displayName": name})).await
}

on_both_databases! {
    async fn the_made_up_past_is_in_the_order_of_its_times(service) {
        let ben = Tokens::of(&service, "ben").await;
        let rows = rows(&service, &ben, "all").await;
        let times: Vec<_> = rows.iter().map(|row| row["createdDateTime"].as_str().unwrap()).collect();
        assert!(times.len() > 3 && times.is_sorted_by(|newer, older| newer >= older), "{times:?}");
    }

    async fn every_change_to_methods_is_logged_in_order(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (id, seed) = ben.new_app(&service).await;
        let body = json!({"code": service.app_code(&seed), "displayName": "Tablet"});
        assert_eq!(ben.activate(&service, &id, body).await.0, StatusCode::OK);
        assert_eq!(rename(&service, &ben, &format!("{APPS}/{id}"), "Old tablet").await.0, StatusCode::OK);
        assert_eq!(ben.delete(&service, &format!("{APPS}/{id}")).await.0, StatusCode::NO_CONTENT);
        let mobile = ben.get(&service, PHONES).await["value"].as_array().unwrap().clone();
        let mobile = mobile.iter().find(|phone| phone["phoneType"] == "mobile").unwrap()["id"].as_str().unwrap().to_owned();
        let number = json!({"phoneType": "mobile", "phoneNumber": "+1 4255550142", "verifyBy": "sms"});
        let (_, started) = ben.patch(&service, &format!("{PHONES}/{mobile}"), number).await;
        ben.verify(&service, &started, &service.text_code("+1 4255550142")).await;
        assert_eq!(ben.delete(&service, &format!("{PHONES}/{mobile}")).await.0, StatusCode::NO_CONTENT);
        ben.register_device(&service, 7, json!({})).await;
        let preferred = json!({"userPreferredMethodForSecondaryAuthentication": "push"});
        ben.patch(&service, "/v1/me/authentication/signInPreferences", preferred).await;
        let rows = changes(&service, &ben).await;
        assert_eq!(
            told(&rows),
            [
                ("authenticator_app_added", Some("Tablet")),
                ("authenticator_app_renamed", Some("Old tablet")),
                ("authenticator_app_removed", Some("Old tablet")),
                ("authentication_phone_changed", Some("+1 XXXXXXXX42")),
                ("authentication_phone_removed", Some("+1 XXXXXXXX42")),
                ("authenticator_device_added", Some("Pixel 9")),
                ("preferred_option_changed", Some("push")),
            ]
        );
    }

    async fn changes_to_hardware_tokens_are_logged(service) {
        let ben = Tokens::of(&service, "ben").await;
        service.import_counting().await;
        let (status, added) = ben.add_token(&service, "H-1", &counted(3)).await;
        assert!(status.is_success(), "{added}");
        let path = format!("{HARDWARE}/{}", first_id(&service, &ben, HARDWARE).await);
        assert_eq!(rename(&service, &ben, &path, "Desk drawer").await.0, StatusCode::OK);
        assert_eq!(ben.delete(&service, &path).await.0, StatusCode::NO_CONTENT);
        assert_eq!(
            told(&changes(&service, &ben).await),
            [
                ("hardware_token_added", Some("Key ring")),
                ("hardware_token_renamed", Some("Desk drawer")),
                ("hardware_token_removed", Some("Desk drawer")),
            ]
        );
    }

    async fn changes_to_app_passwords_the_password_and_devices_are_logged(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (_, made) = ben.post(&service, APP_PASSWORDS, json!({"displayName": "Kiosk"})).await;
        let path = format!("{APP_PASSWORDS}/{}", made["id"].as_str().unwrap());
        rename(&service, &ben, &path, "Hall kiosk").await;
        ben.delete(&service, &path).await;
        ben.delete(&service, APP_PASSWORDS).await;
        let device = format!("{TRUSTED}/{}", first_id(&service, &ben, TRUSTED).await);
        rename(&service, &ben, &device, "Ben at home").await;
        assert_eq!(ben.delete(&service, &device).await.0, StatusCode::NO_CONTENT);
        assert_eq!(ben.delete(&service, &device).await.0, StatusCode::NOT_FOUND);
        ben.delete(&service, TRUSTED).await;
        service.send(Method::POST, "/v1/me/revokeSignInSessions", Some(&ben.access), None).await;
        let body = json!({"currentPassword": "blue-boat", "newPassword": "brown-bridge"});
        assert_eq!(ben.post(&service, "/v1/me/changePassword", body).await.0, StatusCode::NO_CONTENT);
        let all = rows(&service, &ben, "changes").await;
        let deleted = all.iter().find(|row| row["change"] == "app_passwords_deleted").unwrap();
        assert_eq!((&deleted["count"], &deleted["changedBy"]), (&json!(3), &json!("person")));
        assert_eq!(deleted["clientAddress"], "127.0.0.1");
        let renamed = all.iter().find(|row| row["change"] == "trusted_device_renamed").unwrap();
        assert_eq!(renamed["previousName"], "BEN-LAPTOP");
        let rows = changes(&service, &ben).await;
        assert_eq!(
            told(&rows),
            [
                ("app_password_created", Some("Kiosk")),
                ("app_password_renamed", Some("Hall kiosk")),
                ("app_password_deleted", Some("Hall kiosk")),
                ("app_passwords_deleted", None),
                ("trusted_device_renamed", Some("Ben at home")),
                ("trusted_device_removed", Some("Ben at home")),
                ("trusted_devices_removed", None),
                ("sessions_ended", None),
                ("password_changed", None),
            ]
        );
    }

    async fn a_change_without_effect_is_not_logged(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (id, _) = ben.new_app(&service).await;
        ben.activate(&service, &id, json!({"code": "000000"})).await;
        ben.delete(&service, &format!("{APPS}/{id}")).await;
        assert_eq!(ben.post(&service, APP_PASSWORDS, json!({"displayName": "laptop"})).await.0, StatusCode::CONFLICT);
        let (_, started) = ben.add_mobile(&service, "+1 4255550142").await;
        assert_eq!(started["code"], "phone_type_exists");
        let device = format!("{TRUSTED}/{}", first_id(&service, &ben, TRUSTED).await);
        assert_eq!(rename(&service, &ben, &device, "BEN-LAPTOP").await.0, StatusCode::OK, "the name that it has");
        assert_eq!(told(&changes(&service, &ben).await), []);
    }

    async fn completing_a_registration_is_logged(service) {
        let ann = Tokens::of(&service, "ann").await;
        let (_, started) = ann.add_mobile(&service, "+1 4255550101").await;
        ann.verify(&service, &started, &service.text_code("+1 4255550101")).await;
        let complete = service.send(Method::POST, "/v1/me/registration:complete", Some(&ann.access), None);
        assert_eq!(complete.await.0, StatusCode::NO_CONTENT);
        let rows = changes(&service, &ann).await;
        assert_eq!(
            told(&rows),
            [
                ("second_step_turned_on", None),
                ("authentication_phone_added", Some("+1 XXXXXXXX01")),
                ("registration_completed", None),
            ]
        );
    }

    async fn registering_again_logs_removed_and_added_methods(service) {
        let ben = Tokens::of(&service, "ben").await;
        service.send(Method::POST, "/v1/me/registration:begin", Some(&ben.access), None).await;
        let (id, seed) = ben.new_app(&service).await;
        let body = json!({"code": service.app_code(&seed), "displayName": "New phone"});
        assert_eq!(ben.activate(&service, &id, body).await.0, StatusCode::OK);
        service.send(Method::POST, "/v1/me/registration:complete", Some(&ben.access), None).await;
        let rows = changes(&service, &ben).await;
        assert_eq!(
            told(&rows),
            [
                ("registration_begun", None),
                ("authentication_phone_removed", Some("+1 XXXXXXXX02")),
                ("authenticator_app_removed", Some("Pixel 9")),
                ("authenticator_app_added", Some("New phone")),
                ("registration_completed", None),
            ]
        );
    }

    async fn actions_of_administrators_are_shown_without_their_names(service) {
        let eva = Tokens::of(&service, "eva").await;
        let because = json!({"reason": "lost the phone, says Kim"});
        act(&service, &eva, "block", because.clone()).await;
        act(&service, &eva, "unblock", because.clone()).await;
        act(&service, &eva, "deleteAppPasswords", json!({})).await;
        act(&service, &eva, "oneTimeBypass", json!({"seconds": 60, "reason": "phone at home"})).await;
        service.cli(&["user", "office-phone", "ben@contoso.example", "--none"]).await;
        service.cli_with_input(&["user", "reset", "ben@contoso.example", "--password-stdin", "--keep-app-passwords"], "brown-bridge\n").await;
        let step = SignIn::password(&service, person("ben").upn, "brown-bridge", &[]).await;
        let ben = Tokens::exchange(&service, &step).await;
        let all = today(&rows(&service, &ben, "changes").await);
        let by_administrators: Vec<_> = all.iter().filter(|row| row["changedBy"] == "administrator").collect();
        let kinds: Vec<_> = by_administrators.iter().rev().map(|row| row["change"].as_str().unwrap()).collect();
        assert_eq!(
            kinds,
            [
                "account_blocked", "account_unblocked", "app_passwords_deleted", "bypass_granted",
                "office_phone_removed", "password_reset",
            ]
        );
        let text = Value::from(all.clone()).to_string();
        for secret in ["eva", "Kim", "command line"] {
            assert!(!text.contains(secret), "{secret}");
        }
        assert!(by_administrators.iter().all(|row| row["clientAddress"].is_null()));
        let bypass = all.iter().find(|row| row["change"] == "bypass_granted").unwrap();
        assert_eq!(bypass["untilDateTime"], "2026-03-02T09:01:00Z");
    }

    async fn one_list_holds_sign_ins_and_changes_page_by_page(service) {
        let ben = Tokens::of(&service, "ben").await;
        for name in ["One", "Two", "Three"] {
            service.clock.advance(Duration::from_secs(1));
            ben.post(&service, APP_PASSWORDS, json!({"displayName": name})).await;
            SignIn::password(&service, person("ben").upn, "wrong", &[]).await;
        }
        let all = rows(&service, &ben, "all").await;
        assert!(all.windows(2).all(|pair| pair[0]["createdDateTime"].as_str() >= pair[1]["createdDateTime"].as_str()));
        let mut paged = Vec::new();
        let mut path = "/v1/me/activity?top=2".to_owned();
        loop {
            let page = ben.get(&service, &path).await;
            paged.extend(page["value"].as_array().unwrap().iter().cloned());
            match page["next"].as_str() {
                Some(next) => path = format!("/v1/me/activity?top=2&after={next}"),
                None => break,
            }
        }
        assert_eq!(paged, all, "no row is missed and none comes twice");
        for (kind, sort) in [("changes", "accountChange"), ("denied", "signIn"), ("signIns", "signIn"), ("oldApps", "signIn")] {
            let of_kind = rows(&service, &ben, kind).await;
            assert!(!of_kind.is_empty(), "{kind}");
            assert!(of_kind.iter().all(|row| row["@type"] == sort), "{kind}");
            assert!(of_kind.iter().all(|row| all.contains(row)), "{kind}");
        }
        let (status, problem) = service.send(Method::GET, "/v1/me/activity?kind=none", Some(&ben.access), None).await;
        assert_eq!((status, &problem["code"]), (StatusCode::BAD_REQUEST, &json!("invalid_request")));
        let carla = Tokens::of(&service, "carla").await;
        let others = rows(&service, &carla, "all").await;
        assert!(others.iter().all(|row| !all.contains(row)), "everybody has their own");
    }

    async fn changes_are_kept_as_long_as_the_sign_in_log(service) {
        let mut service = service;
        let ben = Tokens::of(&service, "ben").await;
        ben.post(&service, APP_PASSWORDS, json!({"displayName": "Kiosk"})).await;
        service.set("logRetentionDays", "30").await;
        service.clock.advance(Duration::from_secs(31 * 86_400));
        // The service was off for longer than a week: somebody says that its clock is right.
        service.cli(&["clock", "confirm"]).await;
        service.running.take().unwrap().stop().await;
        service.running = Some(Running::start(service.config.clone()).await.unwrap());
        let mut db = Intruder::at(&service).await;
        until("old changes are removed", async || db.number("SELECT count(*) FROM account_changes").await == 0).await;
        let ben = Tokens::of(&service, "ben").await;
        assert_eq!(rows(&service, &ben, "changes").await, Vec::<Value>::new());
    }

    async fn each_thing_with_a_name_can_be_renamed_by_its_owner_alone(service) {
        let ben = Tokens::of(&service, "ben").await;
        let carla = Tokens::of(&service, "carla").await;
        let device = ben.register_device(&service, 7, json!({})).await.id;
        let app = first_id(&service, &ben, APPS).await;
        let token = first_id(&service, &carla, "/v1/me/authentication/hardwareOathMethods").await;
        for (path, owner, other) in [
            (format!("{APPS}/{app}"), &ben, &carla),
            (format!("/v1/me/authentication/authenticatorMethods/{device}"), &ben, &carla),
            (format!("/v1/me/authentication/hardwareOathMethods/{token}"), &carla, &ben),
            (format!("{TRUSTED}/{}", first_id(&service, &ben, TRUSTED).await), &ben, &carla),
            (format!("{APP_PASSWORDS}/{}", first_id(&service, &ben, APP_PASSWORDS).await), &ben, &carla),
        ] {
            let code = if path.starts_with(APP_PASSWORDS) { "app_password_name_invalid" } else { "display_name_invalid" };
            let (status, renamed) = rename(&service, owner, &path, "  Zoe\u{308}s own ").await;
            assert_eq!((status, &renamed["displayName"]), (StatusCode::OK, &json!("Zo\u{eb}s own")), "{path}: {renamed}");
            for (name, reason) in [(" ", "empty"), (&"x".repeat(65), "too_long"), ("a\nb", "control_characters")] {
                let (status, problem) = rename(&service, owner, &path, name).await;
                assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(code)), "{path}");
                assert_eq!(problem["params"]["reason"], reason, "{path}");
            }
            let (status, _) = rename(&service, other, &path, "Mine").await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        }
        let names = ben.get(&service, "/v1/me/authentication/methods").await["value"].to_string();
        assert_eq!(names.matches("Zo\u{eb}s own").count(), 2, "the app and the device: {names}");
    }

    async fn two_app_passwords_never_share_a_name(service) {
        let ben = Tokens::of(&service, "ben").await;
        let all = ben.get(&service, APP_PASSWORDS).await["value"].as_array().unwrap().clone();
        let laptop = all.iter().find(|one| one["displayName"] == "Laptop").unwrap()["id"].as_str().unwrap().to_owned();
        let path = format!("{APP_PASSWORDS}/{laptop}");
        let (status, problem) = rename(&service, &ben, &path, "PHONE").await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("app_password_name_taken")));
        assert_eq!(rename(&service, &ben, &path, "LAPTOP").await.0, StatusCode::OK, "its own name in other letters");
        let (_, made) = ben.post(&service, APP_PASSWORDS, json!({"displayName": "Zoe\u{308}"})).await;
        assert_eq!(made["displayName"], "Zo\u{eb}");
        let (_, problem) = ben.post(&service, APP_PASSWORDS, json!({"displayName": "ZO\u{cb}"})).await;
        assert_eq!(problem["code"], "app_password_name_taken");
    }
}
