//! Signing in: password, second step, and everything that can be wrong with either.

use std::time::Duration;

use proofup_service::demo;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::on_both_databases;
use crate::support::{SignIn, Tokens, other_than, person};

on_both_databases! {
    async fn a_person_signs_in_with_a_code_by_text(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        assert_eq!(sign_in.first.body["preferred"], sign_in.first.method("sms"), "the preferred option comes first");
        assert_eq!(sign_in.first.body["methods"][0]["hint"], "+1 XXXXXXXX02");
        assert_eq!(sign_in.first.body["rememberDevice"], json!({"allowed": true, "days": 14}));
        let started = sign_in.start("sms").await;
        assert_eq!(started.body["challenge"]["expiresIn"], 180);
        let texts = service.phones.texts_to(person("ben").mobile);
        assert_eq!(texts.len(), 1);
        let code = service.text_code(person("ben").mobile);
        assert_eq!(texts[0].text.expose(), format!("Use verification code {code} for Contoso authentication."));
        let tokens = Tokens::exchange(&service, &sign_in.answer(&code).await).await;
        assert_eq!(tokens.scope, "security_info");
        let me = tokens.get(&service, "/v1/me").await;
        assert_eq!(me["userPrincipalName"], "ben@contoso.example");
        assert_eq!(me["organization"], "Contoso");
        assert_eq!(me["mfaState"], "enforced");
        assert_eq!(me["registration"], json!({"required": false, "reasons": []}));
        let log = tokens.get(&service, "/v1/me/signIns").await;
        assert_eq!(log["value"][0]["result"], "completed");
        assert_eq!(log["value"][0]["authenticationMode"], "text_message");
        assert_eq!(log["value"][0]["detail"], "+1 XXXXXXXX02");
        assert_eq!(log["value"][0]["clientAddress"], "127.0.0.1");
    }

    async fn a_person_signs_in_with_a_code_from_an_app(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        assert_eq!(sign_in.start("oath").await.body["challenge"]["method"], "oath");
        let code = service.app_code(person("ben").authenticator_seed.unwrap());
        assert!(sign_in.answer(&code).await.is_granted());
    }

    async fn the_drift_of_an_app_is_corrected_step_by_step(service) {
        let seed = person("ben").authenticator_seed.unwrap();
        let now = service.clock.unix_seconds();
        for (ahead, taken) in [(60, false), (150, false), (30, true), (60, true)] {
            let sign_in = SignIn::begin(&service, "ben").await;
            sign_in.start("oath").await;
            let step = sign_in.answer(&service.app_code_at(seed, now + ahead)).await;
            assert_eq!(step.is_granted(), taken, "{ahead} s: {}", step.body);
            if !taken {
                assert_eq!(step.code(), "invalid_app_code");
                assert_eq!(step.body["params"]["clockOffsetSeconds"], ahead, "says that it is the clock");
            }
        }
    }

    async fn a_code_of_the_step_before_is_taken_and_an_older_one_is_not(service) {
        let seed = person("ben").authenticator_seed.unwrap();
        let now = service.clock.unix_seconds();
        for (ago, taken) in [(60, false), (30, true)] {
            let sign_in = SignIn::begin(&service, "ben").await;
            sign_in.start("oath").await;
            let step = sign_in.answer(&service.app_code_at(seed, now - ago)).await;
            assert_eq!(step.is_granted(), taken, "{ago} s ago: {}", step.body);
        }
    }

    async fn administrators_get_the_admin_scope_as_well(service) {
        assert_eq!(Tokens::of(&service, "eva").await.scope, "security_info admin");
    }

    async fn answers_do_not_reveal_which_names_exist(service) {
        let wrong = SignIn::password(&service, "ben@contoso.example", "not it", &[]).await;
        let unknown = SignIn::password(&service, "zoe@contoso.example", "not it", &[]).await;
        let no_name = SignIn::password(&service, "k7mf 2c9w", "not it", &[]).await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
        assert_eq!(wrong.body, json!({"error": "access_denied", "code": "invalid_credentials"}));
        assert_eq!((unknown.status, &unknown.body), (wrong.status, &wrong.body));
        assert_eq!((no_name.status, &no_name.body), (wrong.status, &wrong.body));
        // The same lock as well: after ten guesses, whether or not there is anybody to lock.
        for name in ["ben@contoso.example", "zoe@contoso.example"] {
            for _ in 0..9 {
                SignIn::password(&service, name, "not it", &[]).await;
            }
            let locked = SignIn::password(&service, name, "not it", &[]).await;
            assert_eq!(locked.code(), "account_locked", "{name}");
            assert_eq!(locked.body["params"]["retryAfterSeconds"], 60, "{name}");
        }
    }

    async fn after_ten_wrong_passwords_each_further_one_waits_longer(service) {
        let ben = person("ben");
        for _ in 0..9 {
            SignIn::password(&service, ben.upn, "not it", &[]).await;
        }
        for minutes in [1, 2, 4, 8, 15, 15] {
            let wrong = SignIn::password(&service, ben.upn, "not it", &[]).await;
            assert_eq!(wrong.code(), "invalid_credentials", "it is looked at");
            let waiting = SignIn::password(&service, ben.upn, ben.password, &[]).await;
            assert_eq!((waiting.code(), &waiting.body["params"]["retryAfterSeconds"]), ("account_locked", &json!(minutes * 60)));
            service.clock.advance(Duration::from_secs(minutes * 60));
        }
        let eva = person("eva");
        let other = SignIn::password(&service, eva.upn, eva.password, &[]).await;
        assert_eq!(other.error(), "insufficient_authorization", "others do not wait");
        let open = SignIn::password(&service, ben.upn, ben.password, &[]).await;
        assert_eq!(open.error(), "insufficient_authorization", "the wait ends by itself");
        let wrong = SignIn::password(&service, ben.upn, "not it", &[]).await;
        assert_eq!(wrong.code(), "invalid_credentials");
        let open = SignIn::password(&service, ben.upn, ben.password, &[]).await;
        assert_eq!(open.error(), "insufficient_authorization", "and a right one forgets the wrong ones");
    }

    async fn a_right_password_forgets_the_wrong_ones(service) {
        let ben = person("ben");
        for _ in 0..3 {
            for _ in 0..9 {
                SignIn::password(&service, ben.upn, "not it", &[]).await;
            }
            let right = SignIn::password(&service, ben.upn, ben.password, &[]).await;
            assert_eq!(right.error(), "insufficient_authorization");
        }
    }

    async fn a_wrong_code_says_how_many_tries_are_left(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let code = service.text_code(person("ben").mobile);
        for left in [4, 3, 2, 1] {
            let step = sign_in.answer(&other_than(&code)).await;
            assert_eq!((step.code(), &step.body["params"]["triesLeft"]), ("incorrect_code", &json!(left)));
        }
        assert_eq!(sign_in.answer(&other_than(&code)).await.code(), "too_many_incorrect_codes");
        assert_eq!(sign_in.answer(&code).await.code(), "too_many_incorrect_codes", "the right one comes too late");
        service.clock.advance(Duration::from_secs(30));
        sign_in.start("sms").await;
        assert!(sign_in.answer(&service.text_code(person("ben").mobile)).await.is_granted(), "a new code is a new try");
    }

    async fn five_wrong_app_codes_end_the_sign_in(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("oath").await;
        let code = service.app_code(person("ben").authenticator_seed.unwrap());
        for left in [4, 3, 2, 1] {
            let step = sign_in.answer(&other_than(&code)).await;
            assert_eq!((step.code(), &step.body["params"]["triesLeft"]), ("invalid_app_code", &json!(left)));
        }
        assert_eq!(sign_in.answer(&other_than(&code)).await.code(), "too_many_incorrect_codes");
        assert_eq!(sign_in.answer(&code).await.code(), "invalid_authentication");
    }

    async fn ten_wrong_codes_lock_that_method_and_no_other(service) {
        let seed = person("ben").authenticator_seed.unwrap();
        for _ in 0..2 {
            let sign_in = SignIn::begin(&service, "ben").await;
            sign_in.start("oath").await;
            for _ in 0..5 {
                sign_in.answer(&other_than(&service.app_code(seed))).await;
            }
        }
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("oath").await;
        let locked = sign_in.answer(&service.app_code(seed)).await;
        assert_eq!((locked.code(), &locked.body["params"]["retryAfterSeconds"]), ("account_locked", &json!(60)));
        sign_in.start("sms").await;
        assert!(sign_in.answer(&service.text_code(person("ben").mobile)).await.is_granted());
        service.clock.advance(Duration::from_secs(901));
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("oath").await;
        assert!(sign_in.answer(&service.app_code(seed)).await.is_granted(), "it opens by itself");
    }

    async fn refuses_a_code_that_was_used_before(service) {
        for kind in ["sms", "oath"] {
            let code_of = || match kind {
                "sms" => service.text_code(person("ben").mobile),
                _ => service.app_code(person("ben").authenticator_seed.unwrap()),
            };
            let sign_in = SignIn::begin(&service, "ben").await;
            sign_in.start(kind).await;
            let code = code_of();
            assert!(sign_in.answer(&code).await.is_granted());
            let again = SignIn::begin(&service, "ben").await;
            again.start(kind).await;
            if kind == "sms" {
                // The text of the second sign-in superseded it, and it was used before that.
                assert_ne!(code_of(), code);
            }
            assert_eq!(again.answer(&code).await.code(), "code_already_used", "{kind}");
        }
    }

    async fn refuses_a_code_after_its_time(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let code = service.text_code(person("ben").mobile);
        service.clock.advance(Duration::from_secs(180));
        assert_eq!(sign_in.answer(&code).await.code(), "code_expired");
    }

    async fn the_lifetime_of_codes_is_a_setting(service) {
        service.set("smsCodeLifetimeSeconds", "300").await;
        let sign_in = SignIn::begin(&service, "ben").await;
        assert_eq!(sign_in.start("sms").await.body["challenge"]["expiresIn"], 300);
        let code = service.text_code(person("ben").mobile);
        service.clock.advance(Duration::from_secs(299));
        assert!(sign_in.answer(&code).await.is_granted());
    }

    async fn of_several_texts_only_the_newest_works(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let first = service.text_code(person("ben").mobile);
        service.clock.advance(Duration::from_secs(30));
        sign_in.start("sms").await;
        let second = service.text_code(person("ben").mobile);
        assert_eq!(sign_in.answer(&first).await.code(), "code_superseded");
        assert!(sign_in.answer(&second).await.is_granted());
    }

    async fn the_next_text_waits_for_the_pause_also_in_another_sign_in(service) {
        let mobile = person("ben").mobile;
        let sign_in = SignIn::begin(&service, "ben").await;
        assert_eq!(sign_in.start("sms").await.error(), "insufficient_authorization");
        for sign_in in [sign_in, SignIn::begin(&service, "ben").await] {
            let early = sign_in.start("sms").await;
            assert_eq!((early.error(), &early.body["params"]["retryAfterSeconds"]), ("slow_down", &json!(30)));
        }
        assert_eq!(service.phones.texts_to(mobile).len(), 1);
        service.clock.advance(Duration::from_secs(30));
        let sign_in = SignIn::begin(&service, "ben").await;
        assert_eq!(sign_in.start("sms").await.error(), "insufficient_authorization");
        assert!(sign_in.answer(&service.text_code(mobile)).await.is_granted());
        let sign_in = SignIn::begin(&service, "ben").await;
        assert_eq!(sign_in.start("sms").await.error(), "insufficient_authorization", "an answered text ends the pause");
    }

    async fn another_method_can_be_chosen_at_any_time(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        sign_in.start("oath").await;
        let code = service.app_code(person("ben").authenticator_seed.unwrap());
        assert!(sign_in.answer(&code).await.is_granted());
    }

    async fn a_sign_in_lives_ten_minutes_and_ends_once(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        service.clock.advance(Duration::from_secs(600));
        assert_eq!(sign_in.start("sms").await.code(), "invalid_authentication");
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        assert!(sign_in.answer(&service.text_code(person("ben").mobile)).await.is_granted());
        assert_eq!(sign_in.start("sms").await.code(), "invalid_authentication");
    }

    async fn a_remembered_device_is_not_asked_again_for_fourteen_days(service) {
        let ben = person("ben");
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let code = service.text_code(ben.mobile);
        let granted =
            sign_in.send(&[("otp", &code), ("remember_device", "true"), ("device_name", "Ben's tablet")]).await;
        let device_token = granted.body["device_token"].as_str().unwrap().to_owned();
        let tokens = Tokens::exchange(&service, &granted).await;
        let devices = tokens.get(&service, "/v1/me/trustedDevices").await;
        assert_eq!(devices["value"][0]["displayName"], "Ben's tablet");
        let remembered = [("device_token", device_token.as_str())];
        assert!(SignIn::password(&service, ben.upn, ben.password, &remembered).await.is_granted());
        let eva = person("eva");
        let other = SignIn::password(&service, eva.upn, eva.password, &remembered).await;
        assert_eq!(other.error(), "insufficient_authorization", "it is no other person's device");
        service.set("rememberDeviceDays", "3").await;
        service.clock.advance(Duration::from_secs(3 * 86_400));
        let later = SignIn::password(&service, ben.upn, ben.password, &remembered).await;
        assert_eq!(later.error(), "insufficient_authorization", "today's day count is the one that holds");
        service.set("rememberDeviceDays", "14").await;
        assert!(SignIn::password(&service, ben.upn, ben.password, &remembered).await.is_granted());
        service.clock.advance(Duration::from_secs(11 * 86_400));
        let over = SignIn::password(&service, ben.upn, ben.password, &remembered).await;
        assert_eq!(over.error(), "insufficient_authorization");
    }

    async fn the_remembered_device_that_asks_is_marked_as_the_one_in_use(service) {
        let ben = person("ben");
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let code = service.text_code(ben.mobile);
        let granted = sign_in.send(&[("otp", &code), ("remember_device", "true"), ("device_name", "Tablet")]).await;
        let device = granted.body["device_token"].as_str().unwrap().to_owned();
        let tokens = Tokens::exchange(&service, &granted).await;
        let marked = async |tokens: &Tokens, device: Option<&str>| -> Vec<(String, bool)> {
            let mut request = service.http.get(service.url("/v1/me/trustedDevices")).bearer_auth(&tokens.access);
            if let Some(device) = device {
                request = request.header("proofup-device-token", device);
            }
            let devices: Value = request.send().await.unwrap().json().await.unwrap();
            let of = |row: &Value| (row["displayName"].as_str().unwrap().to_owned(), row["current"].as_bool().unwrap());
            devices["value"].as_array().unwrap().iter().map(of).collect()
        };
        let (tablet, laptop) = ("Tablet".to_owned(), "BEN-LAPTOP".to_owned());
        assert_eq!(marked(&tokens, Some(&device)).await, [(tablet.clone(), true), (laptop.clone(), false)]);
        for nothing in [None, Some("made-up"), Some("")] {
            assert_eq!(marked(&tokens, nothing).await, [(tablet.clone(), false), (laptop.clone(), false)]);
        }
        let eva = Tokens::of(&service, "eva").await;
        assert!(marked(&eva, Some(&device)).await.iter().all(|(_, current)| !current), "it is no other person's device");
    }

    async fn forgotten_devices_are_asked_again(service) {
        let ben = person("ben");
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let granted = sign_in.send(&[("otp", &service.text_code(ben.mobile)), ("remember_device", "true")]).await;
        let device_token = granted.body["device_token"].as_str().unwrap().to_owned();
        let tokens = Tokens::exchange(&service, &granted).await;
        assert_eq!(tokens.delete(&service, "/v1/me/trustedDevices").await.0, StatusCode::NO_CONTENT);
        let step = SignIn::password(&service, ben.upn, ben.password, &[("device_token", &device_token)]).await;
        assert_eq!(step.error(), "insufficient_authorization");
    }

    async fn no_device_is_remembered_where_it_is_not_allowed(service) {
        service.set("rememberDeviceAllowed", "false").await;
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let code = service.text_code(person("ben").mobile);
        let granted = sign_in.send(&[("otp", &code), ("remember_device", "true")]).await;
        assert!(granted.is_granted());
        assert!(granted.body.get("device_token").is_none());
    }

    async fn texts_come_in_the_language_of_the_person(service) {
        for (locales, words) in [("nl", "Gebruik verificatiecode"), ("zh-TW", "請使用驗證碼"), ("zh-CN", "请使用验证码")] {
            let sign_in = SignIn::begin(&service, "carla").await;
            sign_in.send(&[("method", &sign_in.first.method("sms")), ("ui_locales", locales)]).await;
            let texts = service.phones.texts_to(person("carla").mobile);
            assert!(texts.last().unwrap().text.expose().starts_with(words), "{locales}");
            service.clock.advance(Duration::from_secs(240));
        }
    }

    async fn a_request_that_is_none_is_refused(service) {
        for (fields, error) in [
            (vec![("client_id", "somebody-else"), ("username", "a"), ("password", "b")], "invalid_client"),
            (vec![("client_id", "proofup-desktop"), ("username", "a"), ("password", "b")], "invalid_request"),
            (vec![("client_id", "proofup-desktop"), ("surprise", "1")], "invalid_request"),
            (vec![], "invalid_client"),
        ] {
            let (status, body) = service.post_form("/oauth2/challenge", &fields).await;
            assert_eq!((status, body["error"].as_str().unwrap()), (StatusCode::BAD_REQUEST, error), "{fields:?}");
        }
    }

    async fn every_person_of_the_demo_has_the_described_state(service) {
        for person in demo::people() {
            let first = SignIn::password(&service, person.upn, person.password, &[]).await;
            let owed = first.error() == "insufficient_authorization";
            let registers = matches!(
                person.story,
                demo::DemoStory::NotRegistered | demo::DemoStory::ReregistrationRequired
            );
            assert_eq!(owed, !registers, "{}: {}", person.upn, first.body);
            assert_eq!(first.is_granted(), registers, "{}", person.upn);
        }
    }
}
