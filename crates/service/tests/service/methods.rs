//! Looking after verification methods: phones, apps, the preferred option.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::on_both_databases;
use crate::support::{Intruder, SignIn, TestService, Tokens, other_than, person};

const PHONES: &str = "/v1/me/authentication/phoneMethods";
const APPS: &str = "/v1/me/authentication/softwareOathMethods";
const PREFERENCES: &str = "/v1/me/authentication/signInPreferences";

/// The id of a person's method: a phone type, or `app`.
async fn id_of(tokens: &Tokens, service: &TestService, what: &str) -> String {
    let methods = tokens.methods(service).await;
    let method = methods
        .iter()
        .find(|method| method["phoneType"] == what || (what == "app" && method["phoneType"].is_null()))
        .unwrap();
    method["id"].as_str().unwrap().to_owned()
}

fn code(answer: &(StatusCode, Value)) -> &str {
    answer.1["code"].as_str().unwrap_or_else(|| panic!("{answer:?}"))
}

on_both_databases! {
    async fn an_hour_has_only_so_many_new_names_and_a_refused_number_leaves_nothing(service) {
        let ben = Tokens::of(&service, "ben").await;
        let methods = ben.methods(&service).await;
        let app = methods.iter().find(|method| method["@type"] == "softwareOathAuthenticationMethod").unwrap();
        let path = format!("/v1/me/authentication/softwareOathMethods/{}", app["id"].as_str().unwrap());
        for number in 0..60 {
            let (status, body) = ben.patch(&service, &path, json!({"displayName": format!("App {number}")})).await;
            assert_eq!(status, StatusCode::OK, "{body}");
        }
        let (status, body) = ben.patch(&service, &path, json!({"displayName": "One more"})).await;
        assert_eq!((status, &body["code"]), (StatusCode::TOO_MANY_REQUESTS, &json!("rate_limited")));
        let ann = Tokens::of(&service, "ann").await;
        assert_eq!(ann.add_mobile(&service, "+1 4255550101").await.0, StatusCode::ACCEPTED);
        for _ in 0..3 {
            assert_eq!(ann.add_mobile(&service, "+1 4255550101").await.0, StatusCode::TOO_MANY_REQUESTS);
        }
        let mut intruder = Intruder::at(&service).await;
        assert_eq!(intruder.number("SELECT CAST(count(*) AS bigint) FROM verifications").await, 1);
    }

    async fn methods_are_listed_masked_and_without_secrets(service) {
        let ben = Tokens::of(&service, "ben").await;
        let methods = ben.methods(&service).await;
        let types: Vec<_> = methods.iter().map(|method| method["@type"].as_str().unwrap()).collect();
        assert_eq!(
            types,
            ["phoneAuthenticationMethod", "phoneAuthenticationMethod", "softwareOathAuthenticationMethod"]
        );
        let mobile = methods.iter().find(|method| method["phoneType"] == "mobile").unwrap();
        assert_eq!(mobile["phoneNumber"], "+1 XXXXXXXX02");
        let app = methods.last().unwrap();
        assert_eq!(app["displayName"], "Pixel 9");
        assert!(app["secretKey"].is_null() && app.as_object().unwrap().contains_key("secretKey"));
        assert_eq!(ben.get(&service, PHONES).await["value"].as_array().unwrap().len(), 2);
        assert_eq!(ben.get(&service, APPS).await["value"].as_array().unwrap().len(), 1);
    }

    async fn a_changed_number_is_saved_only_after_its_code(service) {
        let ben = Tokens::of(&service, "ben").await;
        let id = id_of(&ben, &service, "mobile").await;
        let body = json!({"phoneType": "mobile", "phoneNumber": "+1 4255550142", "verifyBy": "sms"});
        let (status, started) = ben.patch(&service, &format!("{PHONES}/{id}"), body).await;
        assert_eq!(status, StatusCode::ACCEPTED);
        assert_eq!(ben.methods(&service).await[0]["phoneNumber"].as_str().unwrap().len(), 13);
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        assert_eq!(service.phones.texts_to("+1 4255550142").len(), 1, "sign-in still goes to the old number");
        let (status, saved) = ben.verify(&service, &started, &service.text_code("+1 4255550142")).await;
        assert_eq!((status, saved["id"].as_str().unwrap()), (StatusCode::OK, id.as_str()));
        assert_eq!(saved["phoneNumber"], "+1 XXXXXXXX42");
        let old_code = service.text_code(person("ben").mobile);
        let late = sign_in.answer(&old_code).await;
        assert_eq!(late.code(), "code_superseded", "it was sent to a phone that is this person's no more");
        let next = SignIn::begin(&service, "ben").await;
        next.start("sms").await;
        assert_eq!(service.phones.texts_to("+1 4255550142").len(), 2);
    }

    async fn explains_what_is_wrong_with_a_number(service) {
        let ann = Tokens::of(&service, "ann").await;
        for (number, reason) in [
            ("4255550101", "country_code_missing"),
            ("+999 1234567", "country_code_unknown"),
            ("+1 42555", "too_short"),
            ("+1 425555010123", "too_long"),
            ("hello", "not_a_number"),
            ("+1 4255550101x5", "extension_not_allowed"),
        ] {
            let answer = ann.add_mobile(&service, number).await;
            assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY, "{number}");
            assert_eq!(code(&answer), "phone_number_invalid");
            assert_eq!(answer.1["params"]["reason"], reason, "{number}");
        }
    }

    async fn methods_that_the_organisation_does_not_allow_are_refused(service) {
        service.set("callToPhone", "false").await;
        let ben = Tokens::of(&service, "ben").await;
        for (phone_type, verify_by) in [("mobile", "voice"), ("alternateMobile", "voice"), ("office", "voice")] {
            let body = json!({"phoneType": phone_type, "phoneNumber": "+1 4255550142", "verifyBy": verify_by});
            let answer = ben.post(&service, PHONES, body).await;
            assert_eq!((answer.0, code(&answer)), (StatusCode::FORBIDDEN, "method_not_allowed"), "{phone_type}");
        }
        service.set("codeFromMobileApp", "false").await;
        let answer = ben.post(&service, APPS, json!({})).await;
        assert_eq!(code(&answer), "method_not_allowed");
        service.set("textMessageToPhone", "false").await;
        assert_eq!(code(&ben.add_mobile(&service, "+1 4255550142").await), "method_not_allowed");
    }

    async fn there_is_one_phone_of_each_type(service) {
        let ben = Tokens::of(&service, "ben").await;
        let answer = ben.add_mobile(&service, "+1 4255550142").await;
        assert_eq!((answer.0, code(&answer)), (StatusCode::CONFLICT, "phone_type_exists"));
    }

    async fn the_organisations_number_cannot_be_changed(service) {
        let ben = Tokens::of(&service, "ben").await;
        let path = format!("{PHONES}/{}", id_of(&ben, &service, "office").await);
        assert_eq!(code(&ben.delete(&service, &path).await), "method_not_allowed");
        let body = json!({"phoneType": "office", "phoneNumber": "+1 4255550142", "verifyBy": "voice"});
        assert_eq!(code(&ben.patch(&service, &path, body).await), "method_not_allowed");
    }

    async fn verification_codes_expire_are_superseded_and_run_out_of_tries(service) {
        let ann = Tokens::of(&service, "ann").await;
        let number = person("ann").mobile;
        let (_, first) = ann.add_mobile(&service, number).await;
        let first_code = service.text_code(number);
        service.clock.advance(Duration::from_secs(30));
        let (_, second) = ann.add_mobile(&service, number).await;
        let second_code = service.text_code(number);
        assert_eq!(code(&ann.verify(&service, &first, &first_code).await), "code_superseded");
        assert_eq!(code(&ann.verify(&service, &second, &first_code).await), "code_superseded", "typed the older text");
        for _ in 0..3 {
            assert_eq!(code(&ann.verify(&service, &second, &other_than(&second_code)).await), "incorrect_code");
        }
        let last = ann.verify(&service, &second, &other_than(&second_code)).await;
        assert_eq!(code(&last), "too_many_incorrect_codes");
        assert_eq!(code(&ann.verify(&service, &second, &second_code).await), "too_many_incorrect_codes");
        service.clock.advance(Duration::from_secs(60));
        let (_, third) = ann.add_mobile(&service, number).await;
        service.clock.advance(Duration::from_secs(180));
        assert_eq!(code(&ann.verify(&service, &third, &service.text_code(number)).await), "code_expired");
        let (_, fourth) = ann.add_mobile(&service, number).await;
        let fourth_code = service.text_code(number);
        assert_eq!(ann.verify(&service, &fourth, &fourth_code).await.0, StatusCode::OK);
        assert_eq!(code(&ann.verify(&service, &fourth, &fourth_code).await), "code_already_used");
    }

    async fn the_sixth_text_of_a_person_has_to_wait_whichever_number_it_goes_to(service) {
        let ann = Tokens::of(&service, "ann").await;
        for last in 1..=5 {
            assert_eq!(ann.add_mobile(&service, &format!("+1 425555012{last}")).await.0, StatusCode::ACCEPTED);
        }
        let sixth = ann.add_mobile(&service, "+1 4255550126").await;
        assert_eq!((sixth.0, code(&sixth)), (StatusCode::TOO_MANY_REQUESTS, "rate_limited"));
        assert_eq!(sixth.1["params"]["retryAfterSeconds"], 300);
    }

    async fn the_limit_of_one_person_does_not_affect_another(service) {
        let number = person("ben").mobile;
        let ann = Tokens::of(&service, "ann").await;
        let mut sent = 0;
        for _ in 0..15 {
            sent += usize::from(ann.add_mobile(&service, number).await.0 == StatusCode::ACCEPTED);
            service.clock.advance(Duration::from_secs(235));
        }
        assert!(sent <= 8, "{sent} in an hour: the share of one account");
        let dan = Tokens::of(&service, "dan").await;
        assert_eq!(dan.add_mobile(&service, number).await.0, StatusCode::ACCEPTED, "others have room");
        let before = service.phones.texts_to(number).len();
        let sign_in = SignIn::begin(&service, "ben").await;
        assert_eq!(sign_in.start("sms").await.error(), "insufficient_authorization", "and its owner is not concerned");
        assert_eq!(service.phones.texts_to(number).len(), before + 1);
    }

    async fn a_verification_belongs_to_the_session_that_began_it(service) {
        let ann = Tokens::of(&service, "ann").await;
        let (_, started) = ann.add_mobile(&service, person("ann").mobile).await;
        let dan = Tokens::of(&service, "dan").await;
        let answer = dan.verify(&service, &started, &service.text_code(person("ann").mobile)).await;
        assert_eq!((answer.0, code(&answer)), (StatusCode::NOT_FOUND, "not_found"));
    }

    async fn an_app_is_active_after_its_first_right_code(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (status, created) = ben.post(&service, APPS, json!({})).await;
        assert_eq!(status, StatusCode::CREATED);
        let seed = created["secretKey"].as_str().unwrap();
        assert_eq!(seed.len(), 32, "20 bytes in base32");
        assert_eq!(
            created["otpauthUri"],
            format!(
                "otpauth://totp/Contoso:ben@contoso.example?secret={seed}&issuer=Contoso&algorithm=SHA1&digits=6&period=30"
            )
        );
        let id = created["id"].as_str().unwrap();
        assert_eq!(ben.methods(&service).await.len(), 3, "a set-up is no method");
        let right = service.app_code(seed);
        let wrong = ben.activate(&service, id, json!({"code": other_than(&right)})).await;
        assert_eq!((code(&wrong), &wrong.1["params"]["triesLeft"]), ("incorrect_code", &json!(4)));
        let (status, activated) =
            ben.activate(&service, id, json!({"code": right, "displayName": "This computer"})).await;
        assert_eq!((status, activated["displayName"].as_str().unwrap()), (StatusCode::OK, "This computer"));
        assert!(activated["secretKey"].is_null());
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("oath").await;
        assert_eq!(sign_in.answer(&right).await.code(), "code_already_used", "activation used the code up");
        service.clock.advance(Duration::from_secs(30));
        assert!(sign_in.answer(&service.app_code(seed)).await.is_granted());
    }

    async fn a_set_up_is_forgotten_after_ten_minutes_or_by_the_next_one(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (first, first_seed) = ben.new_app(&service).await;
        let (second, second_seed) = ben.new_app(&service).await;
        let old = ben.activate(&service, &first, json!({"code": service.app_code(&first_seed)})).await;
        assert_eq!(code(&old), "not_found");
        service.clock.advance(Duration::from_secs(600));
        let ben = ben.refresh(&service).await;
        let late = ben.activate(&service, &second, json!({"code": service.app_code(&second_seed)})).await;
        assert_eq!(code(&late), "code_expired");
    }

    async fn a_clock_that_is_off_at_activation_is_remembered(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (id, seed) = ben.new_app(&service).await;
        let two_minutes_ahead = service.clock.unix_seconds() + 120;
        let code_now = service.app_code_at(&seed, two_minutes_ahead);
        assert_eq!(ben.activate(&service, &id, json!({"code": code_now})).await.0, StatusCode::OK);
        service.clock.advance(Duration::from_secs(300));
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("oath").await;
        let code = service.app_code_at(&seed, service.clock.unix_seconds() + 120);
        assert!(sign_in.answer(&code).await.is_granted());
    }

    async fn re_registration_swaps_the_secret_in_one_instant(service) {
        let ben = Tokens::of(&service, "ben").await;
        let old_id = id_of(&ben, &service, "app").await;
        let old_seed = person("ben").authenticator_seed.unwrap();
        let (id, seed) = ben.new_app(&service).await;
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("oath").await;
        assert!(sign_in.answer(&service.app_code(old_seed)).await.is_granted(), "the old one works until then");
        let body = json!({"code": service.app_code(&seed), "replaces": old_id});
        assert_eq!(ben.activate(&service, &id, body).await.0, StatusCode::OK);
        service.clock.advance(Duration::from_secs(60));
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("oath").await;
        assert_eq!(sign_in.answer(&service.app_code(old_seed)).await.code(), "invalid_app_code");
        assert!(sign_in.answer(&service.app_code(&seed)).await.is_granted());
        let apps = ben.get(&service, APPS).await;
        assert_eq!(apps["value"].as_array().unwrap().len(), 1);
        assert_eq!(apps["value"][0]["displayName"], "Pixel 9", "it keeps the name");
    }

    async fn a_wrong_code_leaves_the_old_secret_alone(service) {
        let ben = Tokens::of(&service, "ben").await;
        let old_id = id_of(&ben, &service, "app").await;
        let (id, seed) = ben.new_app(&service).await;
        let wrong = other_than(&service.app_code(&seed));
        ben.activate(&service, &id, json!({"code": wrong, "replaces": old_id})).await;
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("oath").await;
        assert!(sign_in.answer(&service.app_code(person("ben").authenticator_seed.unwrap())).await.is_granted());
    }

    async fn the_sixth_app_is_refused(service) {
        let ben = Tokens::of(&service, "ben").await;
        for number in 2..=5 {
            let (id, seed) = ben.new_app(&service).await;
            let body = json!({"code": service.app_code(&seed), "displayName": format!("App {number}")});
            assert_eq!(ben.activate(&service, &id, body).await.0, StatusCode::OK);
        }
        let (id, seed) = ben.new_app(&service).await;
        let sixth = ben.activate(&service, &id, json!({"code": service.app_code(&seed)})).await;
        assert_eq!((sixth.0, code(&sixth), &sixth.1["params"]["limit"]), (StatusCode::CONFLICT, "oath_limit_reached", &json!(5)));
        let replaces = id_of(&ben, &service, "app").await;
        let swapped = ben.activate(&service, &id, json!({"code": service.app_code(&seed), "replaces": replaces})).await;
        assert_eq!(swapped.0, StatusCode::OK, "one may still take another's place");
    }

    async fn the_last_usable_method_stays(service) {
        service.set("callToPhone", "false").await;
        let ben = Tokens::of(&service, "ben").await;
        let mobile = format!("{PHONES}/{}", id_of(&ben, &service, "mobile").await);
        let app = format!("{APPS}/{}", id_of(&ben, &service, "app").await);
        assert_eq!(ben.delete(&service, &app).await.0, StatusCode::NO_CONTENT);
        let last = ben.delete(&service, &mobile).await;
        assert_eq!((last.0, code(&last)), (StatusCode::CONFLICT, "last_method"));
        assert_eq!(ben.methods(&service).await.len(), 2, "it is still there");
    }

    async fn of_two_last_methods_deleted_at_once_one_stays(service) {
        service.set("callToPhone", "false").await;
        let ben = Tokens::of(&service, "ben").await;
        let mobile = format!("{PHONES}/{}", id_of(&ben, &service, "mobile").await);
        let app = format!("{APPS}/{}", id_of(&ben, &service, "app").await);
        let (one, other) = tokio::join!(ben.delete(&service, &mobile), ben.delete(&service, &app));
        let mut statuses = [one.0, other.0];
        statuses.sort_by_key(StatusCode::as_u16);
        assert_eq!(statuses, [StatusCode::NO_CONTENT, StatusCode::CONFLICT]);
    }

    async fn deleting_the_preferred_method_moves_the_preference(service) {
        let ben = Tokens::of(&service, "ben").await;
        let mobile = format!("{PHONES}/{}", id_of(&ben, &service, "mobile").await);
        assert_eq!(ben.delete(&service, &mobile).await.0, StatusCode::NO_CONTENT);
        let preferences = ben.get(&service, PREFERENCES).await;
        assert_eq!(preferences["userPreferredMethodForSecondaryAuthentication"], "oath");
    }

    async fn only_a_usable_option_can_be_preferred(service) {
        service.set("callToPhone", "false").await;
        let ben = Tokens::of(&service, "ben").await;
        let prefer = |option: Value| json!({"userPreferredMethodForSecondaryAuthentication": option});
        assert_eq!(ben.patch(&service, PREFERENCES, prefer(json!("oath"))).await.0, StatusCode::OK);
        let sign_in = SignIn::begin(&service, "ben").await;
        assert_eq!(sign_in.first.body["methods"][0]["type"], "oath");
        for option in [json!("voiceOffice"), json!("push"), json!(null)] {
            let answer = ben.patch(&service, PREFERENCES, prefer(option)).await;
            assert_eq!((answer.0, code(&answer)), (StatusCode::CONFLICT, "preferred_method_not_usable"));
        }
    }

    async fn unknown_fields_are_refused_by_name(service) {
        let ben = Tokens::of(&service, "ben").await;
        let body = json!({"phoneType": "mobile", "phoneNumber": "+1 4255550142", "verifyBy": "sms", "surprise": 1});
        let answer = ben.post(&service, PHONES, body).await;
        assert_eq!((answer.0, code(&answer)), (StatusCode::BAD_REQUEST, "invalid_request"));
        assert_eq!(answer.1["params"]["field"], "surprise");
    }
}
