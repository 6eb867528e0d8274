//! What ends with a person's sessions: sign-ins that wait, codes that wait to be exchanged, set-ups that wait for a device.

use std::time::Duration;

use proofup_service::EventKind;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::administration::act;
use crate::on_both_databases;
use crate::support::{Device, Intruder, SignIn, Step, TestService, Tokens, VERIFIER, person};

/// Ben's sign-ins under way: one waits for the code of a text, one wants to be exchanged.
struct UnderWay<'a> {
    waiting: SignIn<'a>,
    code: String,
    granted: Step,
}

impl<'a> UnderWay<'a> {
    async fn of_ben(service: &'a TestService) -> Self {
        let through = SignIn::begin(service, "ben").await;
        through.start("sms").await;
        let granted = through.answer(&service.text_code(person("ben").mobile)).await;
        assert!(granted.is_granted(), "{}", granted.body);
        let waiting = SignIn::begin(service, "ben").await;
        waiting.start("sms").await;
        let code = service.text_code(person("ben").mobile);
        Self { waiting, code, granted }
    }

    /// Both have ended.
    async fn are_over(&self, what: &str) {
        let late = self.waiting.answer(&self.code).await;
        assert!(!late.is_granted(), "{what}: the sign-in that waited: {}", late.body);
        let code = self.granted.body["authorization_code"].as_str().unwrap();
        let (status, body) = Tokens::exchange_code(self.waiting.service, code, VERIFIER).await;
        assert_eq!((status, &body["error"]), (StatusCode::BAD_REQUEST, &json!("invalid_grant")), "{what}");
    }
}

/// Signs in after texts and second steps of before have aged.
async fn later(service: &TestService, name: &str) -> Tokens {
    service.clock.advance(Duration::from_secs(3600));
    Tokens::of(service, name).await
}

on_both_databases! {
    async fn every_revocation_by_an_administrator_ends_unfinished_sign_ins(service) {
        for (action, body) in [
            ("revokeSessions", json!({})),
            ("block", json!({"reason": "laptop stolen"})),
            ("requireReregistration", json!({})),
        ] {
            let eva = later(&service, "eva").await;
            let under_way = UnderWay::of_ben(&service).await;
            act(&service, &eva, action, body).await;
            under_way.are_over(action).await;
            if action == "block" {
                act(&service, &eva, "unblock", json!({"reason": "found"})).await;
            }
        }
    }

    async fn a_request_of_a_sign_in_that_was_ended_leaves_the_device(service) {
        let mut phone = Device::demo_phone(&service).await;
        let sign_in = SignIn::begin(&service, "finn").await;
        let step = sign_in.start("push").await;
        let number = step.body["challenge"]["number"].as_str().unwrap().to_owned();
        let request = phone.one_request(&service).await;
        let eva = Tokens::of(&service, "eva").await;
        let path = format!("/v1/admin/users/{}:revokeSessions", person("finn").upn);
        assert_eq!(eva.post(&service, &path, json!({})).await.0, StatusCode::NO_CONTENT);
        phone.sign_in(&service).await;
        assert_eq!(phone.requests(&service).await.1["value"], json!([]), "nothing is left to decide");
        let (status, body) = phone.approve(&service, &request, &number).await;
        assert!(!status.is_success(), "{body}");
        assert!(!sign_in.send(&[]).await.is_granted());
    }

    async fn a_block_that_cannot_end_the_sign_ins_blocks_nobody(service) {
        let eva = Tokens::of(&service, "eva").await;
        let mut db = Intruder::at(&service).await;
        db.run("ALTER TABLE auth_sessions RENAME TO auth_sessions_away").await;
        let body = json!({"reason": "laptop stolen"});
        let (status, _) = eva.post(&service, "/v1/admin/users/ben@contoso.example:block", body).await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        db.run("ALTER TABLE auth_sessions_away RENAME TO auth_sessions").await;
        assert_eq!(db.number("SELECT count(*) FROM blocks WHERE user_id = (SELECT id FROM users WHERE upn = 'ben@contoso.example')").await, 0);
        Tokens::of(&service, "ben").await;
    }

    async fn a_new_password_ends_the_sign_ins_that_the_old_one_began(service) {
        let ben = person("ben");
        let under_way = UnderWay::of_ben(&service).await;
        service.cli_with_input(&["user", "reset", ben.upn, "--password-stdin"], &format!("{}\n", ben.password)).await;
        under_way.are_over("reset").await;
        let tokens = later(&service, "ben").await;
        let under_way = UnderWay::of_ben(&service).await;
        let body = json!({"currentPassword": ben.password, "newPassword": "another-brook-again"});
        let (status, problem) = tokens.post(&service, "/v1/me/changePassword", body).await;
        assert_eq!(status, StatusCode::NO_CONTENT, "{problem}");
        under_way.are_over("changePassword").await;
        tokens.get(&service, "/v1/me").await;
    }

    async fn signing_out_everywhere_else_ends_the_sign_ins_under_way(service) {
        let ben = later(&service, "ben").await;
        let under_way = UnderWay::of_ben(&service).await;
        let (status, _) = service.send(Method::POST, "/v1/me/revokeSignInSessions", Some(&ben.access), None).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
        under_way.are_over("revokeSignInSessions").await;
        ben.get(&service, "/v1/me").await;
    }

    async fn a_device_that_a_session_was_setting_up_ends_with_it(service) {
        let owner = later(&service, "ben").await;
        let (one, other) = (Tokens::of(&service, "ben").await, Tokens::of(&service, "ben").await);
        let unused = one.new_device(&service, json!({})).await;
        let created = other.new_device(&service, json!({})).await;
        let device = Device::activated(&service, &created, 9).await;
        let number = other.test_device(&service, &device.id).await;
        let request = device.one_request(&service).await;
        service.send(Method::POST, "/v1/me/revokeSignInSessions", Some(&owner.access), None).await;
        let (status, body) = device.approve(&service, &request, &number).await;
        assert!(!status.is_success(), "nobody tries it out any more: {body}");
        let (_, body) = Device::new(&[5; 32], "").activate(&service, unused["activationCode"].as_str().unwrap()).await;
        assert_eq!(body["code"], "activation_code_expired", "{body}");
        let kinds: Vec<Value> = owner.methods(&service).await.iter().map(|method| method["@type"].clone()).collect();
        assert!(!kinds.iter().any(|kind| kind == "authenticatorAuthenticationMethod"), "{kinds:?}");
    }

    async fn what_a_password_alone_began_ends_when_its_owner_registers(service) {
        let ann = person("ann");
        service.cli(&["user", "mfa", ann.upn, "disabled"]).await;
        let thief = Tokens::of(&service, "ann").await;
        assert_eq!(thief.scope, "security_info", "no second step is owed");
        let (app, seed) = thief.new_app(&service).await;
        let created = thief.new_device(&service, json!({})).await;
        let device = Device::activated(&service, &created, 9).await;
        let (_, phone) = thief.add_mobile(&service, "+1 4255550166").await;
        let texted = service.text_code("+1 4255550166");
        let unused = Tokens::of(&service, "ann").await.new_device(&service, json!({})).await;
        let granted = SignIn::password(&service, ann.upn, ann.password, &[]).await;
        service.cli(&["user", "mfa", ann.upn, "enabled"]).await;
        let owner = Tokens::of(&service, "ann").await;
        let (_, started) = owner.add_mobile(&service, ann.mobile).await;
        owner.verify(&service, &started, &service.text_code(ann.mobile)).await;
        assert_eq!(owner.post(&service, "/v1/me/registration:complete", json!(null)).await.0, StatusCode::NO_CONTENT);
        let code = json!({"code": service.app_code(&seed)});
        assert_eq!(thief.activate(&service, &app, code).await.0, StatusCode::UNAUTHORIZED);
        let test = format!("/v1/me/authentication/authenticatorMethods/{}/test", device.id);
        assert_eq!(thief.post(&service, &test, json!({})).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(thief.verify(&service, &phone, &texted).await.0, StatusCode::UNAUTHORIZED);
        let (_, body) = Device::new(&[5; 32], "").activate(&service, unused["activationCode"].as_str().unwrap()).await;
        assert_eq!(body["code"], "activation_code_expired", "{body}");
        assert_eq!(thief.refreshed(&service).await.0, StatusCode::BAD_REQUEST, "the session is over");
        let code = granted.body["authorization_code"].as_str().unwrap();
        let (_, body) = Tokens::exchange_code(&service, code, VERIFIER).await;
        assert_eq!(body["error"], "invalid_grant", "and so is what was to become one");
        assert_eq!(owner.methods(&service).await.len(), 1);
        let owner = owner.refresh(&service).await;
        assert_eq!(owner.scope, "security_info", "whoever registered goes on");
    }

    async fn what_a_password_alone_began_ends_when_the_second_step_is_enforced(service) {
        let ben = person("ben");
        service.cli(&["user", "mfa", ben.upn, "disabled"]).await;
        let thief = Tokens::of(&service, "ben").await;
        let (app, seed) = thief.new_app(&service).await;
        service.cli(&["user", "mfa", ben.upn, "enabled"]).await;
        let code = json!({"code": service.app_code(&seed)});
        assert_eq!(thief.activate(&service, &app, code).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(thief.refreshed(&service).await.0, StatusCode::BAD_REQUEST);
        SignIn::begin(&service, "ben").await;
    }

    async fn the_first_method_under_a_policy_ends_what_a_password_alone_began_elsewhere(service) {
        let ann = person("ann");
        service.cli(&["user", "mfa", ann.upn, "disabled"]).await;
        let (owner, thief) = (Tokens::of(&service, "ann").await, Tokens::of(&service, "ann").await);
        let (app, seed) = thief.new_app(&service).await;
        service.set("applicationPolicy", "true").await;
        let (_, started) = owner.add_mobile(&service, ann.mobile).await;
        assert_eq!(owner.verify(&service, &started, &service.text_code(ann.mobile)).await.0, StatusCode::OK);
        let code = json!({"code": service.app_code(&seed)});
        assert_eq!(thief.activate(&service, &app, code).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(thief.refreshed(&service).await.0, StatusCode::BAD_REQUEST);
        assert_eq!(owner.methods(&service).await.len(), 1, "the session that added it goes on");
    }

    async fn the_end_of_a_set_up_wants_a_second_step_as_its_beginning_does(service) {
        let ben = person("ben");
        service.cli(&["user", "mfa", ben.upn, "disabled"]).await;
        let thief = Tokens::of(&service, "ben").await;
        let (app, seed) = thief.new_app(&service).await;
        let created = thief.new_device(&service, json!({})).await;
        let device = Device::activated(&service, &created, 9).await;
        let methods = thief.methods(&service).await;
        let mobile = methods.iter().find(|method| method["phoneType"] == "mobile").unwrap()["id"].as_str().unwrap();
        let number = json!({"phoneType": "mobile", "phoneNumber": "+1 4255550166", "verifyBy": "sms"});
        let path = format!("/v1/me/authentication/phoneMethods/{mobile}");
        let (_, phone) = thief.patch(&service, &path, number).await;
        service.set("applicationPolicy", "true").await;
        let (status, body) = thief.activate(&service, &app, json!({"code": service.app_code(&seed)})).await;
        assert_eq!((status, &body["code"]), (StatusCode::UNAUTHORIZED, &json!("step_up_required")));
        let test = format!("/v1/me/authentication/authenticatorMethods/{}/test", device.id);
        assert_eq!(thief.post(&service, &test, json!({})).await.1["code"], "step_up_required");
        let (_, body) = thief.verify(&service, &phone, &service.text_code("+1 4255550166")).await;
        assert_eq!(body["code"], "step_up_required", "{body}");
        assert_eq!(thief.methods(&service).await.len(), methods.len());
    }

    async fn a_set_up_that_began_with_a_fresh_second_step_may_take_its_time(service) {
        let ben = Tokens::of(&service, "ben").await;
        service.clock.advance(Duration::from_secs(599));
        let ben = ben.refresh(&service).await;
        let (app, seed) = ben.new_app(&service).await;
        service.clock.advance(Duration::from_secs(300));
        let (status, body) = ben.activate(&service, &app, json!({"code": service.app_code(&seed)})).await;
        assert_eq!(status, StatusCode::OK, "{body}");
    }

    async fn fraud_reported_by_phone_ends_every_sign_in_without_a_poll(service) {
        let under_way = UnderWay::of_ben(&service).await;
        service.clock.advance(Duration::from_secs(5));
        let called = SignIn::begin(&service, "ben").await;
        called.start("voiceMobile").await;
        let call = service.phones.calls_to(person("ben").mobile).pop().unwrap();
        for keys in ["0#", "1"] {
            service.phones.act(&call.id, EventKind::Keys(keys.to_owned())).await;
        }
        let app_code = service.app_code(person("ben").authenticator_seed.unwrap());
        let other_method = called.send(&[("method", "oath"), ("otp", &app_code)]).await;
        assert_eq!(other_method.code(), "fraud_reported", "no other method either: {}", other_method.body);
        under_way.are_over("fraud").await;
    }
}
