//! Notifications: a device is set up, activated, asked, and decides; and everything that must not work.

use std::time::Duration;

use proofup_service::Running;
use reqwest::{Method, StatusCode};
use serde_json::json;
use tokio::task::JoinSet;

use crate::on_both_databases;
use crate::support::{Device, SignIn, Step, TestService, Tokens, answer, person};

/// Finn signs in and is asked for the number on his screen.
async fn asked<'a>(service: &'a TestService) -> (SignIn<'a>, String) {
    let sign_in = SignIn::begin(service, "finn").await;
    let step = sign_in.start("push").await;
    assert_eq!(step.error(), "insufficient_authorization", "{}", step.body);
    let number = step.body["challenge"]["number"].as_str().unwrap().to_owned();
    assert!(number.len() == 2 && number.parse::<u8>().unwrap() >= 10, "{number}");
    assert_eq!(step.body["challenge"]["interval"], 2);
    (sign_in, number)
}

fn another(number: &str) -> &'static str {
    if number == "42" { "43" } else { "42" }
}

/// The reasons of Finn's denied sign-ins, the newest first.
async fn denials(service: &TestService, finn: &Tokens) -> Vec<String> {
    let log = finn.get(service, "/v1/me/signIns").await;
    let rows = log["value"].as_array().unwrap();
    rows.iter().filter_map(|row| row["denialReason"].as_str()).map(str::to_owned).collect()
}

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
        assert_eq!(theirs.send(&[]).await.code(), "invalid_authentication");
        assert_eq!(other.start("sms").await.code(), "invalid_authentication", "nothing under way goes on");
        let finn = Tokens::of(&service, "finn").await;
        assert_eq!(denials(&service, &finn).await[0], "fraud_reported");
    }

    async fn who_reports_fraud_is_blocked_if_the_organisation_says_so(service) {
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

    async fn a_request_that_no_device_fetched_is_told_apart(service) {
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

    async fn of_64_decisions_at_once_exactly_one_counts(service) {
        let phone = Device::demo_phone(&service).await;
        let (sign_in, number) = asked(&service).await;
        let id = phone.one_request(&service).await;
        let jws = phone.sign(&json!({"requestId": id, "approve": true, "number": number}));
        let mut decisions = JoinSet::new();
        for _ in 0..64 {
            let url = service.url(&format!("/v1/authenticator/requests/{id}/decision"));
            let request = service.http.post(url).bearer_auth(&phone.access).json(&json!({"decision": jws}));
            decisions.spawn(async move { answer(request.send().await.unwrap()).await });
        }
        let answers = decisions.join_all().await;
        assert_eq!(answers.iter().filter(|(status, _)| *status == StatusCode::NO_CONTENT).count(), 1);
        assert_eq!(answers.iter().filter(|(_, body)| body["code"] == "request_decided").count(), 63);
        let mut polls = JoinSet::new();
        for _ in 0..16 {
            let url = service.url("/oauth2/challenge");
            let body = crate::support::form(&[("auth_session", &sign_in.auth_session)]);
            let request = service.http.post(url).header("content-type", "application/x-www-form-urlencoded").body(body);
            polls.spawn(async move {
                let (status, body) = answer(request.send().await.unwrap()).await;
                Step { status, body }
            });
        }
        let polls = polls.join_all().await;
        assert_eq!(polls.iter().filter(|step| step.is_granted()).count(), 1, "one approval is one sign-in");
        let told = |step: &&Step| matches!(step.code(), "duplicate_attempt" | "invalid_authentication");
        assert_eq!(polls.iter().filter(told).count(), 15, "who came second or too late is told so");
    }

    async fn only_the_device_itself_can_sign(service) {
        let phone = Device::demo_phone(&service).await;
        let (sign_in, number) = asked(&service).await;
        let id = phone.one_request(&service).await;
        let claims = json!({"requestId": id, "approve": true, "number": number});
        let thief = Device { key: Device::new(&[9; 32], "").key, ..phone.clone() };
        let another = json!({"requestId": "another", "approve": true, "number": number});
        let unsigned = {
            let signed = phone.sign(&claims);
            let (head, rest) = signed.split_once('.').unwrap();
            let none = data_encoding::BASE64URL_NOPAD.encode(br#"{"alg":"none"}"#);
            assert_ne!(head, none);
            format!("{none}.{rest}")
        };
        for (what, jws) in [
            ("another key", thief.sign(&claims)),
            ("another request", phone.sign(&another)),
            ("no algorithm", unsigned),
            ("no JWS", "a.b.c".to_owned()),
        ] {
            let (status, body) = phone.send(&service, &id, &jws).await;
            assert_eq!((status, body["code"].as_str()), (StatusCode::FORBIDDEN, Some("decision_not_signed")), "{what}");
        }
        let (_, body) = phone.send(&service, &id, &phone.sign(&json!({"requestId": id, "approve": true}))).await;
        assert_eq!((body["code"].as_str(), &body["params"]), (Some("invalid_request"), &json!({"field": "number"})));
        let more = json!({"requestId": id, "approve": true, "number": number, "iss": "x"});
        assert_eq!(phone.send(&service, &id, &phone.sign(&more)).await.1["code"], "invalid_request");
        assert_eq!(sign_in.send(&[]).await.error(), "authorization_pending", "nothing of it decided anything");
    }

    async fn a_device_decides_for_its_own_person_alone(service) {
        let ben = Tokens::of(&service, "ben").await;
        let bens = ben.register_device(&service, 7, json!({})).await;
        let phone = Device::demo_phone(&service).await;
        let (_, number) = asked(&service).await;
        let id = phone.one_request(&service).await;
        assert_eq!(bens.requests(&service).await.1["value"], json!([]));
        assert_eq!(bens.approve(&service, &id, &number).await.0, StatusCode::NOT_FOUND);
    }

    async fn a_deleted_device_is_told_and_decides_nothing(service) {
        let finn = Tokens::of(&service, "finn").await;
        let phone = Device::demo_phone(&service).await;
        let (sign_in, number) = asked(&service).await;
        let id = phone.one_request(&service).await;
        assert_eq!(phone.approve(&service, &id, &number).await.0, StatusCode::NO_CONTENT);
        let path = format!("/v1/me/authentication/authenticatorMethods/{}", phone.id);
        assert_eq!(finn.delete(&service, &path).await.0, StatusCode::NO_CONTENT);
        let step = sign_in.send(&[]).await;
        assert_eq!(step.code(), "app_not_activated", "what it said before counts no more");
        let (status, body) = phone.requests(&service).await;
        assert_eq!((status, body["code"].as_str()), (StatusCode::FORBIDDEN, Some("not_an_activated_account")));
        let (status, body) = Device::grant(&service, &phone.sign(&phone.claims(&service, "late"))).await;
        assert_eq!((status, body["code"].as_str()), (StatusCode::FORBIDDEN, Some("not_an_activated_account")));
        assert_eq!(finn.get(&service, "/v1/me/authentication/signInPreferences").await
            ["userPreferredMethodForSecondaryAuthentication"], "sms", "the preferred option moves on");
    }

    async fn an_assertion_opens_one_session(service) {
        let phone = Device::demo_phone(&service).await;
        let assertion = phone.sign(&phone.claims(&service, "once"));
        assert_eq!(Device::grant(&service, &assertion).await.0, StatusCode::OK);
        let (status, body) = Device::grant(&service, &assertion).await;
        assert_eq!((status, body["error"].as_str()), (StatusCode::BAD_REQUEST, Some("invalid_grant")), "replayed");
        let thief = Device { key: Device::new(&[9; 32], "").key, ..phone.clone() };
        let mut elsewhere = phone.claims(&service, "b");
        elsewhere["aud"] = json!("https://verify.contoso.example");
        let mut old = phone.claims(&service, "c");
        old["exp"] = json!(service.clock.unix_seconds() - 61);
        for (what, assertion) in [
            ("another key", thief.sign(&phone.claims(&service, "a"))),
            ("another service", phone.sign(&elsewhere)),
            ("too old", phone.sign(&old)),
        ] {
            let (status, body) = Device::grant(&service, &assertion).await;
            assert_eq!((status, body["error"].as_str()), (StatusCode::BAD_REQUEST, Some("invalid_grant")), "{what}");
        }
        let mut sessions = JoinSet::new();
        let fields = [
            ("grant_type", crate::support::JWT_BEARER), ("client_id", "proofup-desktop"),
            ("assertion", &phone.sign(&phone.claims(&service, "many"))),
        ];
        for _ in 0..32 {
            let request = service
                .http
                .post(service.url("/oauth2/token"))
                .header("content-type", "application/x-www-form-urlencoded")
                .body(crate::support::form(&fields));
            sessions.spawn(async move { request.send().await.unwrap().status() });
        }
        let passed = sessions.join_all().await.iter().filter(|status| **status == StatusCode::OK).count();
        assert_eq!(passed, 1, "of 32 at once as well");
    }

    async fn a_device_reaches_its_own_calls_and_no_others(service) {
        let phone = Device::demo_phone(&service).await;
        for path in ["/v1/me", "/v1/me/appPasswords", "/v1/me/authentication/methods"] {
            let (status, body) = service.send(Method::GET, path, Some(&phone.access), None).await;
            assert_eq!((status, body["code"].as_str()), (StatusCode::FORBIDDEN, Some("insufficient_scope")), "{path}");
        }
        let finn = Tokens::of(&service, "finn").await;
        let (status, _) = service.send(Method::GET, "/v1/authenticator/requests", Some(&finn.access), None).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
        service.clock.advance(Duration::from_secs(601));
        assert_eq!(phone.requests(&service).await.0, StatusCode::UNAUTHORIZED, "for ten minutes");
    }

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

    async fn a_device_counts_once_its_test_is_approved(service) {
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

    async fn where_notifications_are_switched_off_nobody_sets_them_up(service) {
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

    async fn signing_out_everywhere_leaves_this_session_and_the_key_of_the_device(service) {
        let (finn, other) = (Tokens::of(&service, "finn").await, Tokens::of(&service, "finn").await);
        let mut phone = Device::demo_phone(&service).await;
        let (status, _) = finn.post(&service, "/v1/me/revokeSignInSessions", json!({})).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
        finn.get(&service, "/v1/me").await;
        let (status, _) = service.send(Method::GET, "/v1/me", Some(&other.access), None).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
        assert_eq!(phone.requests(&service).await.0, StatusCode::UNAUTHORIZED);
        phone.sign_in(&service).await;
        assert_eq!(phone.requests(&service).await.0, StatusCode::OK);
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
        tokio::time::timeout(Duration::from_secs(20), reading).await.unwrap();
        other.stop().await;
    }
}
