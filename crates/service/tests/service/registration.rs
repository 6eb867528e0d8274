//! Registration: whole or not at all.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::on_both_databases;
use crate::step_up::{begin, on_from};
use crate::support::{SignIn, TestService, Tokens, other_than, person};

async fn complete(service: &TestService, tokens: &Tokens) -> (StatusCode, serde_json::Value) {
    service.send(Method::POST, "/v1/me/registration:complete", Some(&tokens.access), None).await
}

async fn register_mobile(service: &TestService, tokens: &Tokens, number: &str) {
    let (status, started) = tokens.add_mobile(service, number).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{started}");
    let (status, body) = tokens.verify(service, &started, &service.text_code(number)).await;
    assert_eq!(status, StatusCode::OK, "{body}");
}

on_both_databases! {
    async fn ann_registers_her_phone_and_gets_her_first_app_password(service) {
        let ann = Tokens::of(&service, "ann").await;
        assert_eq!(ann.scope, "registration");
        let me = ann.get(&service, "/v1/me").await;
        assert_eq!(me["mfaState"], "enabled");
        assert_eq!(me["registration"], json!({"required": true, "reasons": ["admin_enabled"]}));
        assert_eq!(me["policy"]["appPasswords"]["reason"], "second_step_not_registered");
        let (status, started) = ann.add_mobile(&service, "+1 (425) 555-0101").await;
        assert_eq!(status, StatusCode::ACCEPTED);
        assert_eq!(started["phoneNumber"], "+1 4255550101", "shown as it will be stored");
        assert_eq!(started["expiresInSeconds"], 180);
        let code = service.text_code(person("ann").mobile);
        let (status, wrong) = ann.verify(&service, &started, &other_than(&code)).await;
        assert_eq!((status, &wrong["params"]["triesLeft"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(4)));
        assert_eq!(ann.verify(&service, &started, &code).await.0, StatusCode::OK);
        assert_eq!(complete(&service, &ann).await.0, StatusCode::NO_CONTENT);
        // The same access token reaches further now, and so does the next one.
        let me = ann.get(&service, "/v1/me").await;
        assert_eq!(me["mfaState"], "enforced");
        assert_eq!(me["registration"], json!({"required": false, "reasons": []}));
        let (status, created) = ann.post(&service, "/v1/me/appPasswords", json!({"displayName": "Laptop"})).await;
        assert_eq!(status, StatusCode::CREATED, "{created}");
        let ann = ann.refresh(&service).await;
        assert_eq!(ann.scope, "security_info");
        let preferences = ann.get(&service, "/v1/me/authentication/signInPreferences").await;
        assert_eq!(preferences["userPreferredMethodForSecondaryAuthentication"], "sms");
        let next = SignIn::begin(&service, "ann").await;
        assert_eq!(next.first.body["methods"][0]["type"], "sms", "from now on the second step is owed");
    }

    async fn an_app_code_is_preferred_to_a_text(service) {
        let ann = Tokens::of(&service, "ann").await;
        let (id, seed) = ann.new_app(&service).await;
        let body = json!({"code": service.app_code(&seed), "displayName": "Pixel 9"});
        assert_eq!(ann.activate(&service, &id, body).await.0, StatusCode::OK);
        register_mobile(&service, &ann, "+1 4255550101").await;
        assert_eq!(complete(&service, &ann).await.0, StatusCode::NO_CONTENT);
        let preferences = ann.get(&service, "/v1/me/authentication/signInPreferences").await;
        assert_eq!(preferences["userPreferredMethodForSecondaryAuthentication"], "oath");
        assert_eq!(ann.methods(&service).await.len(), 2);
    }

    async fn nothing_half_registered_survives_a_cancelled_wizard(service) {
        let ann = Tokens::of(&service, "ann").await;
        register_mobile(&service, &ann, "+1 4255550101").await;
        assert_eq!(ann.methods(&service).await.len(), 1, "the wizard sees what it verified");
        assert_eq!(ann.delete(&service, "/v1/me/registration").await.0, StatusCode::NO_CONTENT);
        assert_eq!(ann.methods(&service).await.len(), 0);
        let (status, problem) = complete(&service, &ann).await;
        assert_eq!((status, problem["code"].as_str().unwrap()), (StatusCode::CONFLICT, "registration_incomplete"));
        assert_eq!(ann.get(&service, "/v1/me").await["mfaState"], "enabled");
    }

    async fn nothing_half_registered_survives_a_lost_session(service) {
        let lost = Tokens::of(&service, "ann").await;
        register_mobile(&service, &lost, "+1 4255550101").await;
        let next = Tokens::of(&service, "ann").await;
        assert_eq!(next.scope, "registration", "a phone that is not registered asks for no second step");
        assert_eq!(next.methods(&service).await.len(), 0, "and nobody else sees it");
        service.clock.advance(Duration::from_secs(3601));
        assert_eq!(complete(&service, &lost).await.0, StatusCode::UNAUTHORIZED);
        let (status, _) = lost.refreshed(&service).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "a registration lives an hour");
    }

    async fn signing_out_removes_verified_methods_of_a_registration(service) {
        let ann = Tokens::of(&service, "ann").await;
        register_mobile(&service, &ann, "+1 4255550101").await;
        service.post_form("/oauth2/revoke", &[("token", &ann.refresh)]).await;
        let again = Tokens::of(&service, "ann").await;
        register_mobile(&service, &again, "+1 4255550131").await;
        assert_eq!(complete(&service, &again).await.0, StatusCode::NO_CONTENT);
        assert_eq!(again.methods(&service).await[0]["phoneNumber"], "+1 XXXXXXXX31");
    }

    async fn completing_one_registration_ends_the_others(service) {
        let other = Tokens::of(&service, "ann").await;
        register_mobile(&service, &other, "+1 4255550131").await;
        let ann = Tokens::of(&service, "ann").await;
        register_mobile(&service, &ann, "+1 4255550101").await;
        assert_eq!(complete(&service, &ann).await.0, StatusCode::NO_CONTENT);
        // It knew the password alone: it must not end up behind the second step.
        assert_eq!(complete(&service, &other).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(other.refreshed(&service).await.0, StatusCode::BAD_REQUEST);
        assert_eq!(ann.methods(&service).await.len(), 1);
    }

    async fn a_wrong_number_can_be_corrected_inside_the_wizard(service) {
        let ann = Tokens::of(&service, "ann").await;
        register_mobile(&service, &ann, "+1 4255550131").await;
        register_mobile(&service, &ann, "+1 4255550101").await;
        assert_eq!(complete(&service, &ann).await.0, StatusCode::NO_CONTENT);
        let methods = ann.methods(&service).await;
        assert_eq!((methods.len(), &methods[0]["phoneNumber"]), (1, &json!("+1 XXXXXXXX01")));
    }

    async fn a_registration_reaches_nothing_else(service) {
        let ann = Tokens::of(&service, "ann").await;
        for path in ["/v1/me/appPasswords", "/v1/me/signIns", "/v1/me/trustedDevices", "/v1/me/events"] {
            let (status, problem) = service.send(Method::GET, path, Some(&ann.access), None).await;
            assert_eq!((status, problem["code"].as_str().unwrap()), (StatusCode::FORBIDDEN, "insufficient_scope"), "{path}");
        }
    }

    async fn dan_registers_again_because_an_administrator_asked_for_it(service) {
        let dan = Tokens::of(&service, "dan").await;
        assert_eq!(dan.scope, "registration");
        let me = dan.get(&service, "/v1/me").await;
        assert_eq!(me["mfaState"], "enforced");
        assert_eq!(me["registration"]["reasons"], json!(["reregistration_required"]));
        let methods = dan.methods(&service).await;
        assert_eq!((&methods[0]["phoneType"], &methods[0]["readOnly"]), (&json!("office"), &json!(true)));
        register_mobile(&service, &dan, "+886 912345604").await;
        assert_eq!(complete(&service, &dan).await.0, StatusCode::NO_CONTENT);
        assert_eq!(dan.methods(&service).await.len(), 2, "the office phone is the organisation's and stays");
        let next = SignIn::begin(&service, "dan").await;
        assert_eq!(next.first.body["methods"].as_array().unwrap().len(), 3, "a text, and a call to either phone");
    }

    async fn a_person_with_only_switched_off_methods_registers_again(service) {
        service.set("callToPhone", "false").await;
        service.set("textMessageToPhone", "false").await;
        let gita = Tokens::of(&service, "gita").await;
        assert_eq!(gita.scope, "registration");
        assert_eq!(gita.get(&service, "/v1/me").await["registration"]["reasons"], json!(["method_disabled"]));
    }

    async fn after_a_reset_everything_is_registered_again(service) {
        let before = Tokens::of(&service, "ben").await;
        service.cli(&["user", "reset", "ben@contoso.example"]).await;
        let (status, _) = service.send(Method::GET, "/v1/me", Some(&before.access), None).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "open sessions end");
        let ben = Tokens::of(&service, "ben").await;
        let me = ben.get(&service, "/v1/me").await;
        assert_eq!(me["registration"]["reasons"], json!(["reregistration_required"]));
        register_mobile(&service, &ben, "+1 4255550102").await;
        assert_eq!(complete(&service, &ben).await.0, StatusCode::NO_CONTENT);
        assert_eq!(ben.get(&service, "/v1/me/trustedDevices").await["value"], json!([]));
        let passwords = ben.get(&service, "/v1/me/appPasswords").await;
        assert_eq!(passwords["value"].as_array().unwrap().len(), 3, "app passwords stay unless they are asked for");
    }

    async fn each_demand_of_the_organisation_is_named_and_the_state_stays(service) {
        add_gus(&service).await;
        let step = SignIn::password(&service, GUS, "green-gate", &[]).await;
        assert_eq!(Tokens::exchange(&service, &step).await.scope, "security_info", "nothing is demanded yet");
        for (key, reason) in [
            ("passwordResetEnabled", "password_reset_enabled"),
            ("registrationPolicy", "registration_policy"),
            ("deviceRegistrationPolicy", "device_registration"),
            ("applicationPolicy", "application_policy"),
        ] {
            service.set(key, "true").await;
            let step = SignIn::password(&service, GUS, "green-gate", &[]).await;
            let gus = Tokens::exchange(&service, &step).await;
            let me = gus.get(&service, "/v1/me").await;
            assert_eq!((&gus.scope[..], &me["registration"]["reasons"]), ("registration", &json!([reason])), "{key}");
            service.set(key, "false").await;
        }
        service.set("passwordResetEnabled", "true").await;
        let step = SignIn::password(&service, GUS, "green-gate", &[]).await;
        let gus = Tokens::exchange(&service, &step).await;
        register_mobile(&service, &gus, "+1 4255550155").await;
        assert_eq!(complete(&service, &gus).await.0, StatusCode::NO_CONTENT);
        let me = gus.get(&service, "/v1/me").await;
        assert_eq!((&me["mfaState"], &me["registration"]["required"]), (&json!("disabled"), &json!(false)));
        let next = SignIn::password(&service, GUS, "green-gate", &[]).await;
        assert!(next.is_granted(), "no second step is owed for that: {}", next.body);
    }

    async fn an_application_policy_asks_everybody_for_the_second_step(service) {
        add_gus(&service).await;
        service.set("applicationPolicy", "true").await;
        let step = SignIn::password(&service, GUS, "green-gate", &[]).await;
        let gus = Tokens::exchange(&service, &step).await;
        register_mobile(&service, &gus, "+1 4255550155").await;
        assert_eq!(complete(&service, &gus).await.0, StatusCode::NO_CONTENT);
        let me = gus.get(&service, "/v1/me").await;
        assert_eq!(me["policy"]["appPasswords"]["reason"], "managed_by_policy");
        let next = SignIn::password(&service, GUS, "green-gate", &[]).await;
        assert_eq!(next.error(), "insufficient_authorization");
    }

    async fn a_registration_that_is_not_required_cannot_be_completed(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (status, problem) = complete(&service, &ben).await;
        assert_eq!((status, problem["code"].as_str().unwrap()), (StatusCode::CONFLICT, "registration_not_required"));
    }

    async fn a_person_may_register_again_and_the_old_methods_work_until_the_end(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (before, begin) = (ben.methods(&service).await, "/v1/me/registration:begin");
        assert_eq!(service.send(Method::POST, begin, Some(&ben.access), None).await.0, StatusCode::NO_CONTENT);
        let me = ben.get(&service, "/v1/me").await;
        assert_eq!(me["registration"], json!({"required": true, "reasons": ["registers_anew"]}));
        let (status, _) = service.send(Method::GET, "/v1/me/appPasswords", Some(&ben.access), None).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "this session is in the wizard");
        let step = SignIn::begin(&service, "ben").await.first;
        assert_eq!(step.body["methods"].as_array().unwrap().len(), 4, "the password alone still opens nothing");

        // Given up: everything is as it was.
        assert_eq!(ben.delete(&service, "/v1/me/registration").await.0, StatusCode::NO_CONTENT);
        assert_eq!(ben.methods(&service).await, before);
        assert_eq!(ben.get(&service, "/v1/me").await["registration"]["required"], false);

        service.send(Method::POST, begin, Some(&ben.access), None).await;
        register_mobile(&service, &ben, "+1 4255550144").await;
        assert_eq!(complete(&service, &ben).await.0, StatusCode::NO_CONTENT);
        let numbers: Vec<_> = ben.methods(&service).await.iter().map(|method| method["phoneNumber"].clone()).collect();
        assert_eq!(numbers.len(), 2, "the new mobile and the organisation's office phone: {numbers:?}");
        let ann = Tokens::of(&service, "ann").await;
        let (_, problem) = service.send(Method::POST, begin, Some(&ann.access), None).await;
        assert_eq!(problem["code"], "insufficient_scope", "who registers already cannot begin again");
    }

    async fn registering_anew_lasts_an_hour_and_given_up_the_session_lives_on(service) {
        let anew = "/v1/me/registration:begin";
        let given_up = Tokens::of(&service, "ben").await;
        let left_open = Tokens::of(&service, "ben").await;
        for tokens in [&given_up, &left_open] {
            assert_eq!(service.send(Method::POST, anew, Some(&tokens.access), None).await.0, StatusCode::NO_CONTENT);
        }
        service.clock.advance(Duration::from_secs(3599));
        let given_up = given_up.refresh(&service).await;
        assert_eq!(given_up.delete(&service, "/v1/me/registration").await.0, StatusCode::NO_CONTENT);
        let left_open = left_open.refresh(&service).await;
        service.clock.advance(Duration::from_secs(1));
        assert_eq!(service.send(Method::GET, "/v1/me", Some(&left_open.access), None).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(left_open.refreshed(&service).await.0, StatusCode::BAD_REQUEST, "an hour is an hour");
        service.clock.advance(Duration::from_secs(30 * 86_400));
        given_up.refresh(&service).await.get(&service, "/v1/me/trustedDevices").await;
    }

    async fn a_second_registration_needs_a_fresh_second_step_for_each_change_and_its_end(service) {
        let ben = Tokens::of(&service, "ben").await;
        service.send(Method::POST, "/v1/me/registration:begin", Some(&ben.access), None).await;
        register_mobile(&service, &ben, "+1 4255550144").await;
        service.clock.advance(Duration::from_secs(601));
        let ben = ben.refresh(&service).await;
        let (status, problem) = ben.post(&service, "/v1/me/authentication/softwareOathMethods", json!({})).await;
        assert_eq!((status, &problem["code"]), (StatusCode::UNAUTHORIZED, &json!("step_up_required")));
        assert_eq!(complete(&service, &ben).await.1["code"], "step_up_required", "the old methods stay until then");
        let step_up = on_from(&service, begin(&service, &ben.access, 600).await);
        step_up.start("oath").await;
        let code = service.app_code(person("ben").authenticator_seed.unwrap());
        assert_eq!(step_up.answer(&code).await.status, StatusCode::OK);
        ben.new_app(&service).await;
        assert_eq!(complete(&service, &ben).await.0, StatusCode::NO_CONTENT);
    }

    async fn a_wish_to_register_anew_ends_with_its_session(service) {
        let ben = Tokens::of(&service, "ben").await;
        service.send(Method::POST, "/v1/me/registration:begin", Some(&ben.access), None).await;
        let other = Tokens::of(&service, "ben").await;
        assert_eq!(other.scope, "security_info", "another sign-in is not in the wizard");
        service.send(Method::POST, "/v1/me/revokeSignInSessions", Some(&other.access), None).await;
        let (status, _) = service.send(Method::GET, "/v1/me", Some(&ben.access), None).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
        assert_eq!(other.get(&service, "/v1/me/trustedDevices").await["value"], json!([]), "no device is remembered");
    }
}

const GUS: &str = "gus@contoso.example";

/// Somebody in state *disabled*.
async fn add_gus(service: &TestService) {
    let arguments = ["user", "add", GUS, "--name", "Gus Green", "--password-stdin"];
    service.cli_with_input(&arguments, "green-gate\n").await;
}
