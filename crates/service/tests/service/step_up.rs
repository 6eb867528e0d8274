//! The second step that ages: what wants a fresh one, and the exchange that makes it fresh.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::on_both_databases;
use crate::support::{SignIn, Step, TestService, Tokens, answer, form, other_than, person};

const TEN_MINUTES: Duration = Duration::from_secs(600);

on_both_databases! {
    async fn ten_minutes_old_is_fresh_and_a_second_more_is_not(service) {
        let ben = Tokens::of(&service, "ben").await;
        service.clock.advance(TEN_MINUTES);
        let ben = ben.refresh(&service).await;
        assert_eq!(new_password(&service, &ben, "At the border").await.0, StatusCode::CREATED);
        service.clock.advance(Duration::from_secs(1));
        let (status, problem) = new_password(&service, &ben, "Too late").await;
        assert_eq!((status, &problem["code"]), (StatusCode::UNAUTHORIZED, &json!("step_up_required")));
        assert_eq!(problem["params"]["maxAgeSeconds"], 600);
    }

    async fn the_refusal_speaks_rfc_9470(service) {
        let ben = stale(&service, "ben").await;
        let request = service.http.post(service.url("/v1/me/appPasswords")).bearer_auth(&ben.access);
        let response = request.json(&json!({"displayName": "Laptop 2"})).send().await.unwrap();
        assert_eq!(
            response.headers()["www-authenticate"],
            "Bearer error=\"insufficient_user_authentication\", max_age=\"600\""
        );
    }

    async fn every_change_of_methods_wants_a_fresh_one_and_reading_and_taking_away_do_not(service) {
        let ben = stale(&service, "ben").await;
        let methods = ben.methods(&service).await;
        let id_of = |kind: &str| {
            let method = methods.iter().find(|method| method["@type"].as_str().unwrap().contains(kind)).unwrap();
            method["id"].as_str().unwrap().to_owned()
        };
        let mobile = methods.iter().find(|method| method["phoneType"] == "mobile").unwrap()["id"].as_str().unwrap();
        const METHODS: &str = "/v1/me/authentication";
        let app = format!("{METHODS}/softwareOathMethods/{}", id_of("softwareOath"));
        let phone = format!("{METHODS}/phoneMethods/{mobile}");
        let number = json!({"phoneType": "mobile", "phoneNumber": "+1 4255550177", "verifyBy": "sms"});
        for (method, path, body) in [
            (Method::POST, "/v1/me/appPasswords", Some(json!({"displayName": "New"}))),
            (Method::POST, &format!("{METHODS}/softwareOathMethods"), Some(json!({}))),
            (Method::DELETE, &app, None),
            (Method::PATCH, &phone, Some(number)),
            (Method::DELETE, &phone, None),
            (Method::PATCH, &format!("{METHODS}/signInPreferences"), Some(json!({"userPreferredMethodForSecondaryAuthentication": "oath"}))),
        ] {
            let (status, problem) = service.send(method.clone(), path, Some(&ben.access), body).await;
            assert_eq!((status, &problem["code"]), (StatusCode::UNAUTHORIZED, &json!("step_up_required")), "{method} {path}");
        }
        assert!(service.phones.texts_to("+1 4255550177").is_empty(), "nothing is sent before");
        for path in ["/v1/me", "/v1/me/appPasswords", "/v1/me/trustedDevices", "/v1/me/signIns"] {
            ben.get(&service, path).await;
        }
        assert_eq!(ben.delete(&service, "/v1/me/appPasswords").await.0, StatusCode::NO_CONTENT);
        assert_eq!(ben.delete(&service, "/v1/me/trustedDevices").await.0, StatusCode::NO_CONTENT);
    }

    async fn an_invalid_request_is_refused_before_a_step_up(service) {
        let ben = stale(&service, "ben").await;
        assert_eq!(new_password(&service, &ben, "").await.1["code"], "app_password_name_invalid");
        let carla = stale(&service, "carla").await;
        assert_eq!(new_password(&service, &carla, "One more").await.1["code"], "app_password_limit_reached");
    }

    async fn a_second_step_in_the_session_makes_it_fresh_and_its_tokens_stay(service) {
        let ben = stale(&service, "ben").await;
        let begun = begin(&service, &ben.access, 600).await;
        assert_eq!((begun.status, begun.error()), (StatusCode::BAD_REQUEST, "insufficient_authorization"));
        assert!(begun.body.get("rememberDevice").is_none(), "a device is remembered at sign-in alone");
        let step_up = on_from(&service, begun);
        assert_eq!(step_up.start("sms").await.error(), "insufficient_authorization");
        let code = service.text_code(person("ben").mobile);
        assert_eq!(step_up.answer(&other_than(&code)).await.code(), "incorrect_code");
        let done = step_up.answer(&code).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        assert!(done.body.get("authorization_code").is_none(), "there is nothing to exchange");
        assert_eq!(done.body["auth_time"], service.clock.unix_seconds());
        assert_eq!(new_password(&service, &ben, "Tablet").await.0, StatusCode::CREATED);
        assert_eq!(step_up.answer(&code).await.code(), "invalid_authentication", "it is over");
        let signed = ben.get(&service, "/v1/me/signIns").await;
        assert_eq!(signed["value"][0]["denialReason"], "invalid_authentication", "the code that came after the end: {signed}");
        assert_eq!(signed["value"][1]["result"], "completed", "{signed}");
    }

    async fn an_app_code_does_as_well(service) {
        let ben = stale(&service, "ben").await;
        let step_up = on_from(&service, begin(&service, &ben.access, 600).await);
        step_up.start("oath").await;
        let code = service.app_code(person("ben").authenticator_seed.unwrap());
        assert_eq!(step_up.answer(&code).await.status, StatusCode::OK);
        assert_eq!(new_password(&service, &ben, "Tablet").await.0, StatusCode::CREATED);
    }

    async fn a_recent_second_step_is_not_asked_again(service) {
        let ben = Tokens::of(&service, "ben").await;
        let at_once = begin(&service, &ben.access, 600).await;
        assert_eq!((at_once.status, &at_once.body["auth_time"]), (StatusCode::OK, &json!(service.clock.unix_seconds())));
        service.clock.advance(Duration::from_secs(5));
        let shorter = begin(&service, &ben.access, 4).await;
        assert_eq!(shorter.error(), "insufficient_authorization", "unless the client wants it fresher");
    }

    async fn a_person_who_just_registered_is_not_asked(service) {
        let ann = Tokens::of(&service, "ann").await;
        let (_, started) = ann.add_mobile(&service, person("ann").mobile).await;
        ann.verify(&service, &started, &service.text_code(person("ann").mobile)).await;
        ann.post(&service, "/v1/me/registration:complete", json!(null)).await;
        assert_eq!(new_password(&service, &ann, "Laptop").await.0, StatusCode::CREATED);
        service.clock.advance(Duration::from_secs(601));
        let ann = ann.refresh(&service).await;
        assert_eq!(new_password(&service, &ann, "Phone").await.1["code"], "step_up_required");
    }

    async fn a_person_without_a_second_step_is_not_asked(service) {
        let fay = fay(&service).await;
        let (status, started) = fay.add_mobile(&service, "+1 4255550188").await;
        assert_eq!(status, StatusCode::ACCEPTED, "{started}");
        assert_eq!(begin(&service, &fay.access, 600).await.status, StatusCode::OK);
    }

    async fn a_remembered_device_is_no_second_step(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let code = service.text_code(person("ben").mobile);
        let granted = sign_in.send(&[("otp", &code), ("remember_device", "true")]).await;
        let device = granted.body["device_token"].as_str().unwrap();
        let ben = person("ben");
        let again = SignIn::password(&service, ben.upn, ben.password, &[("device_token", device)]).await;
        let ben = Tokens::exchange(&service, &again).await;
        assert_eq!(new_password(&service, &ben, "Tablet").await.1["code"], "step_up_required");
    }

    async fn it_is_for_whole_sessions_alone(service) {
        assert_eq!(begin(&service, "no-token", 600).await.body["code"], "invalid_token");
        let (status, problem) =
            service.post_form("/oauth2/challenge", &[("client_id", "proofup-desktop"), ("max_age", "600")]).await;
        assert_eq!((status, &problem["code"]), (StatusCode::UNAUTHORIZED, &json!("invalid_token")));
        let ann = Tokens::of(&service, "ann").await;
        assert_eq!(begin(&service, &ann.access, 600).await.body["code"], "insufficient_scope", "registering");
    }

    async fn it_is_refused_for_a_session_that_ended_meanwhile(service) {
        let ben = stale(&service, "ben").await;
        let step_up = on_from(&service, begin(&service, &ben.access, 600).await);
        step_up.start("sms").await;
        service.post_form("/oauth2/revoke", &[("token", &ben.refresh)]).await;
        let step = step_up.answer(&service.text_code(person("ben").mobile)).await;
        assert_eq!(step.code(), "invalid_authentication");
    }
}

pub async fn new_password(service: &TestService, tokens: &Tokens, name: &str) -> (StatusCode, serde_json::Value) {
    tokens.post(service, "/v1/me/appPasswords", json!({"displayName": name})).await
}

/// Somebody whose second step was eleven minutes ago.
async fn stale(service: &TestService, name: &str) -> Tokens {
    let tokens = Tokens::of(service, name).await;
    service.clock.advance(Duration::from_secs(660));
    tokens.refresh(service).await
}

/// Somebody without a second step.
async fn fay(service: &TestService) -> Tokens {
    let eva = Tokens::of(service, "eva").await;
    let body = json!({"userPrincipalName": "fay@contoso.example", "displayName": "Fay", "password": "fresh-fig"});
    assert_eq!(eva.post(service, "/v1/admin/users", body).await.0, StatusCode::CREATED);
    let step = SignIn::password(service, "fay@contoso.example", "fresh-fig", &[]).await;
    Tokens::exchange(service, &step).await
}

pub async fn begin(service: &TestService, access: &str, max_age: u32) -> Step {
    let body = form(&[("client_id", "proofup-desktop"), ("max_age", &max_age.to_string())]);
    let request = service.http.post(service.url("/oauth2/challenge")).bearer_auth(access);
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(body);
    let (status, body) = answer(request.send().await.unwrap()).await;
    Step { status, body }
}

pub fn on_from(service: &TestService, first: Step) -> SignIn<'_> {
    let auth_session = first.body["auth_session"].as_str().unwrap_or_else(|| panic!("{}", first.body)).to_owned();
    SignIn { service, auth_session, first }
}
