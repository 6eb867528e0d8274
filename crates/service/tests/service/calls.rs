//! Calls: at sign-in and for new numbers, with everything that can happen on a phone.

use std::time::Duration;

use proofup_service::{DemoCall, EventKind, Line};
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::on_both_databases;
use crate::support::{SignIn, Step, TestService, Tokens, person};

const PHONES: &str = "/v1/me/authentication/phoneMethods";
const OFFICE: &str = "+1 4255550199x42";

/// The newest call to a number.
fn call(service: &TestService, number: &str) -> DemoCall {
    service.phones.calls_to(number).pop().unwrap_or_else(|| panic!("no call to {number}"))
}

/// Something happens on the phone that rings.
async fn on_the_phone(service: &TestService, number: &str, kind: EventKind) -> Option<Line> {
    let id = call(service, number).id;
    service.phones.act(&id, kind).await
}

async fn press(service: &TestService, number: &str, keys: &str) -> Option<Line> {
    on_the_phone(service, number, EventKind::Keys(keys.to_owned())).await
}

/// Ben signs in and is called.
async fn called<'a>(service: &'a TestService, kind: &str) -> SignIn<'a> {
    let sign_in = SignIn::begin(service, "ben").await;
    let started = sign_in.start(kind).await;
    assert_eq!(started.error(), "insufficient_authorization", "{}", started.body);
    assert_eq!(started.body["challenge"]["method"], sign_in.first.method(kind).as_str());
    assert_eq!(started.body["challenge"]["expiresIn"], 180);
    assert_eq!(started.body["challenge"]["interval"], 2);
    sign_in
}

/// Asks how it stands, at the pace that the service wants.
async fn poll(sign_in: &SignIn<'_>) -> Step {
    sign_in.service.clock.advance(Duration::from_secs(2));
    sign_in.send(&[]).await
}

/// The newest row of Ben's part of the sign-in log.
async fn newest_row(service: &TestService) -> Value {
    service.clock.advance(Duration::from_secs(600));
    let ben = Tokens::of(service, "ben").await;
    // The newest is this very sign-in.
    ben.get(service, "/v1/me/signIns").await["value"][1].clone()
}

on_both_databases! {
    async fn a_person_signs_in_with_a_call(service) {
        let ben = person("ben");
        let sign_in = called(&service, "voiceMobile").await;
        assert_eq!(sign_in.first.body["methods"].as_array().unwrap().len(), 4, "an app, a text, and two phones to call");
        assert_eq!(poll(&sign_in).await.error(), "authorization_pending");
        let line = on_the_phone(&service, ben.mobile, EventKind::Answered).await.unwrap();
        assert!(line.text.contains("Contoso") && line.text.contains('#'), "{}", line.text);
        assert_eq!(poll(&sign_in).await.error(), "authorization_pending");
        let line = press(&service, ben.mobile, "#").await.unwrap();
        assert!(line.hang_up);
        let granted = poll(&sign_in).await;
        assert!(granted.is_granted(), "{}", granted.body);
        let tokens = Tokens::exchange(&service, &granted).await;
        let row = tokens.get(&service, "/v1/me/signIns").await["value"][0].clone();
        assert_eq!((row["authenticationMode"].as_str(), row["detail"].as_str()), (Some("call_mobile"), Some("+1 XXXXXXXX02")));
        assert_eq!(poll(&sign_in).await.code(), "invalid_authentication", "a call lets in once");
    }

    async fn too_many_polls_are_slowed_down(service) {
        let sign_in = called(&service, "voiceMobile").await;
        assert_eq!(sign_in.send(&[]).await.error(), "authorization_pending");
        assert_eq!(sign_in.send(&[]).await.error(), "slow_down");
        press(&service, person("ben").mobile, "#").await;
        assert!(sign_in.send(&[]).await.is_granted(), "a decision is never held back");
    }

    async fn the_office_phone_rings_with_its_extension(service) {
        service.set("callExtensionPrompt", "false").await;
        let sign_in = called(&service, "voiceOffice").await;
        assert_eq!(call(&service, OFFICE).to, OFFICE);
        press(&service, OFFICE, "#").await;
        let granted = poll(&sign_in).await;
        let tokens = Tokens::exchange(&service, &granted).await;
        assert_eq!(tokens.get(&service, "/v1/me/signIns").await["value"][0]["authenticationMode"], "call_office");
    }

    async fn a_switchboard_is_asked_for_the_extension_first(service) {
        let sign_in = called(&service, "voiceOffice").await;
        let line = on_the_phone(&service, OFFICE, EventKind::Answered).await.unwrap();
        assert!(line.text.contains("4 2"), "{}", line.text);
        let line = press(&service, OFFICE, "#").await.unwrap();
        assert!(!line.hang_up, "the switchboard does not pass");
        assert_eq!(poll(&sign_in).await.error(), "authorization_pending");
        press(&service, OFFICE, "#").await;
        assert!(poll(&sign_in).await.is_granted());
    }

    async fn busy_no_answer_voicemail_and_hanging_up_have_different_reasons(service) {
        for (kind, code, reason) in [
            (EventKind::Busy, "phone_unreachable", json!("busy")),
            (EventKind::NoAnswer, "phone_unreachable", json!("no_answer")),
            (EventKind::Failed, "phone_unreachable", Value::Null),
            (EventKind::Voicemail, "call_went_to_voicemail", Value::Null),
            (EventKind::HungUp, "call_hung_up", Value::Null),
        ] {
            let sign_in = called(&service, "voiceMobile").await;
            on_the_phone(&service, person("ben").mobile, EventKind::Answered).await;
            on_the_phone(&service, person("ben").mobile, kind.clone()).await;
            let denied = poll(&sign_in).await;
            assert_eq!((denied.error(), denied.code()), ("access_denied", code), "{kind:?}");
            assert_eq!(denied.body["params"]["reason"], reason, "{kind:?}");
            let late = press(&service, person("ben").mobile, "#").await.unwrap();
            assert!(late.hang_up, "it is over");
            assert_eq!(poll(&sign_in).await.code(), code, "and stays so");
            let row = newest_row(&service).await;
            assert_eq!((row["denialReason"].as_str(), row["authenticationMode"].as_str()), (Some(code), Some("call_mobile")));
            assert_eq!(row["correlationId"], denied.body["correlationId"], "a help desk finds the row");
        }
    }

    async fn an_unanswered_call_ends_by_itself(service) {
        let sign_in = called(&service, "voiceMobile").await;
        service.clock.advance(Duration::from_secs(180));
        let expired = sign_in.send(&[]).await;
        assert_eq!((expired.error(), expired.code()), ("expired_token", "code_not_entered"));
        assert!(press(&service, person("ben").mobile, "#").await.unwrap().hang_up);
        assert_eq!(poll(&sign_in).await.error(), "expired_token", "a key that comes late opens nothing");
        assert_eq!(newest_row(&service).await["denialReason"], "code_not_entered");
    }

    async fn a_passed_call_expires_if_it_is_not_used(service) {
        let sign_in = called(&service, "voiceMobile").await;
        press(&service, person("ben").mobile, "#").await;
        service.clock.advance(Duration::from_secs(180));
        assert_eq!(sign_in.send(&[]).await.error(), "expired_token");
    }

    async fn of_two_calls_the_newer_counts(service) {
        let first = called(&service, "voiceMobile").await;
        let old = call(&service, person("ben").mobile).id;
        service.clock.advance(Duration::from_secs(30));
        let second = called(&service, "voiceMobile").await;
        service.phones.act(&old, EventKind::Keys("#".to_owned())).await;
        assert_eq!(poll(&first).await.code(), "code_superseded");
        assert_eq!(poll(&second).await.error(), "authorization_pending");
        press(&service, person("ben").mobile, "#").await;
        assert_eq!(poll(&first).await.code(), "code_superseded", "one call opens one sign-in");
        assert!(poll(&second).await.is_granted());
    }

    async fn fraud_is_reported_with_two_keys_and_logged_at_once(service) {
        let sign_in = called(&service, "voiceMobile").await;
        let line = press(&service, person("ben").mobile, "0#").await.unwrap();
        assert!(line.text.contains('1') && !line.hang_up, "{}", line.text);
        assert_eq!(poll(&sign_in).await.error(), "authorization_pending", "not confirmed yet");
        assert!(press(&service, person("ben").mobile, "1").await.unwrap().hang_up);
        let row = newest_row(&service).await;
        assert_eq!((row["denialReason"].as_str(), row["result"].as_str()), (Some("fraud_reported"), Some("denied")));
        assert!(row["clientAddress"].is_string(), "from where the sign-in came");
    }

    async fn a_report_of_fraud_blocks_where_the_organisation_wants_it(service) {
        service.set("blockUsersWhoReportFraud", "true").await;
        let ben = person("ben");
        let sign_in = called(&service, "voiceMobile").await;
        for keys in ["0", "#", "1"] {
            press(&service, ben.mobile, keys).await;
        }
        assert_eq!(poll(&sign_in).await.code(), "fraud_reported", "reported to the sign-in");
        let next = SignIn::password(&service, ben.upn, ben.password, &[]).await;
        assert_eq!(next.code(), "user_blocked");
    }

    async fn no_fraud_can_be_reported_where_that_is_switched_off(service) {
        service.set("fraudReportsAllowed", "false").await;
        let sign_in = called(&service, "voiceMobile").await;
        let line = on_the_phone(&service, person("ben").mobile, EventKind::Answered).await.unwrap();
        assert!(!line.text.contains('0'), "{}", line.text);
        press(&service, person("ben").mobile, "0#1").await;
        assert_eq!(poll(&sign_in).await.error(), "authorization_pending");
    }

    async fn the_next_call_waits_for_the_pause(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        assert_eq!(sign_in.start("voiceMobile").await.error(), "insufficient_authorization");
        let early = sign_in.start("voiceMobile").await;
        assert_eq!((early.error(), &early.body["params"]["retryAfterSeconds"]), ("slow_down", &json!(30)));
        service.clock.advance(Duration::from_secs(30));
        assert_eq!(SignIn::begin(&service, "ben").await.start("voiceMobile").await.error(), "insufficient_authorization");
    }

    async fn an_hour_has_only_so_many_calls_and_texts(service) {
        service.set("callsPerHour", "2").await;
        service.set("textsPerHour", "3").await;
        for (kind, pauses) in [("voiceMobile", &[30, 60][..]), ("sms", &[30, 60, 120])] {
            let sign_in = SignIn::begin(&service, "ben").await;
            for pause in pauses {
                assert_eq!(sign_in.start(kind).await.error(), "insufficient_authorization", "{kind}");
                service.clock.advance(Duration::from_secs(*pause));
            }
            let rest = 3600 - pauses.iter().sum::<u64>();
            let more = sign_in.start(kind).await;
            assert_eq!((more.error(), &more.body["params"]["retryAfterSeconds"]), ("slow_down", &json!(rest)), "{kind}");
        }
    }

    async fn the_pause_before_another_text_grows(service) {
        for pause in [30, 60, 120, 240, 240] {
            let sign_in = SignIn::begin(&service, "ben").await;
            assert_eq!(sign_in.start("sms").await.body["challenge"]["interval"], pause);
            service.clock.advance(Duration::from_secs(pause - 1));
            assert_eq!(sign_in.start("sms").await.error(), "slow_down", "and it is kept");
            service.clock.advance(Duration::from_secs(1));
        }
    }

    async fn greeting_and_caller_id_are_the_organisations(service) {
        service.set("callGreeting", "Hello from the Contoso help desk.").await;
        service.set("callerId", "+1 425 555 0100").await;
        called(&service, "voiceMobile").await;
        let call = call(&service, person("ben").mobile);
        assert!(call.spoken.starts_with("Hello from the Contoso help desk. Please press the # key"), "{}", call.spoken);
        assert_eq!(call.caller_id.as_deref(), Some("+1 4255550100"));
    }

    async fn calls_speak_the_language_of_the_person(service) {
        for (locales, words) in [("nl", "Druk op #"), ("zh-TW", "請按 # 鍵"), ("zh-CN", "请按 # 键")] {
            let sign_in = SignIn::begin(&service, "ben").await;
            let method = sign_in.first.method("voiceMobile");
            sign_in.send(&[("method", &method), ("ui_locales", locales)]).await;
            assert!(call(&service, person("ben").mobile).spoken.contains(words), "{locales}");
            service.clock.advance(Duration::from_secs(120));
        }
    }

    async fn a_number_is_verified_by_a_call(service) {
        let ann = Tokens::of(&service, "ann").await;
        let body = json!({"phoneType": "mobile", "phoneNumber": person("ann").mobile, "verifyBy": "voice"});
        let (status, started) = ann.post(&service, PHONES, body).await;
        assert_eq!(status, StatusCode::ACCEPTED, "{started}");
        let path = format!("/v1/me/authentication/verifications/{}", started["verificationId"].as_str().unwrap());
        assert_eq!(ann.get(&service, &path).await["status"], "pending");
        assert!(ann.methods(&service).await.is_empty(), "nothing is saved before");
        on_the_phone(&service, person("ann").mobile, EventKind::Answered).await;
        press(&service, person("ann").mobile, "#").await;
        assert_eq!(ann.get(&service, &path).await["status"], "verified");
        assert_eq!(ann.get(&service, &path).await["status"], "verified", "asking again changes nothing");
        assert_eq!(ann.methods(&service).await[0]["phoneNumber"], "+1 XXXXXXXX01");
        let (status, _) = ann.post(&service, "/v1/me/registration:complete", json!({})).await;
        assert!(status.is_success());
        let preferred = ann.refresh(&service).await.get(&service, "/v1/me/authentication/signInPreferences").await;
        assert_eq!(preferred["userPreferredMethodForSecondaryAuthentication"], "voiceMobile", "as it was verified");
    }

    async fn a_verification_by_call_that_fails_saves_nothing(service) {
        let ann = Tokens::of(&service, "ann").await;
        let body = json!({"phoneType": "mobile", "phoneNumber": "+1 4255550142", "verifyBy": "voice"});
        let (_, started) = ann.post(&service, PHONES, body).await;
        let path = format!("/v1/me/authentication/verifications/{}", started["verificationId"].as_str().unwrap());
        press(&service, "+1 4255550142", "0#1").await;
        assert_eq!(ann.get(&service, &path).await["status"], "pending", "a stranger cannot report fraud");
        on_the_phone(&service, "+1 4255550142", EventKind::HungUp).await;
        let state = ann.get(&service, &path).await;
        assert_eq!((state["status"].as_str(), state["code"].as_str()), (Some("failed"), Some("call_hung_up")));
        assert!(ann.methods(&service).await.is_empty());
        let ben = Tokens::of(&service, "ben").await;
        let (status, _) = service.send(reqwest::Method::GET, &path, Some(&ben.access), None).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "it is another session's");
    }

    async fn the_alternate_phone_comes_second_and_goes_first(service) {
        let alternate = json!({"phoneType": "alternateMobile", "phoneNumber": "+1 4255550155", "verifyBy": "voice"});
        let ann = Tokens::of(&service, "ann").await;
        let (status, body) = ann.post(&service, PHONES, alternate.clone()).await;
        assert_eq!((status, body["code"].as_str()), (StatusCode::CONFLICT, Some("authentication_phone_needed")));
        let ben = Tokens::of(&service, "ben").await;
        let by_text = json!({"phoneType": "alternateMobile", "phoneNumber": "+1 4255550155", "verifyBy": "sms"});
        assert_eq!(ben.post(&service, PHONES, by_text).await.1["code"], "method_not_allowed", "it is called alone");
        let (_, started) = ben.post(&service, PHONES, alternate).await;
        press(&service, "+1 4255550155", "#").await;
        let id = started["verificationId"].as_str().unwrap();
        assert_eq!(ben.get(&service, &format!("/v1/me/authentication/verifications/{id}")).await["status"], "verified");
        let mobile = ben.methods(&service).await.into_iter().find(|method| method["phoneType"] == "mobile").unwrap();
        let (status, body) = ben.delete(&service, &format!("{PHONES}/{}", mobile["id"].as_str().unwrap())).await;
        assert_eq!((status, body["code"].as_str()), (StatusCode::CONFLICT, Some("alternate_phone_exists")));
        service.clock.advance(Duration::from_secs(600));
        let sign_in = called(&service, "voiceAlternateMobile").await;
        press(&service, "+1 4255550155", "#").await;
        let granted = poll(&sign_in).await;
        let tokens = Tokens::exchange(&service, &granted).await;
        let row = tokens.get(&service, "/v1/me/signIns").await["value"][0].clone();
        assert_eq!(row["authenticationMode"], "call_alternate_mobile");
    }

    async fn the_office_phone_is_the_persons_or_the_organisations_to_set(service) {
        let office = json!({"phoneType": "office", "phoneNumber": "+1 4255550142x7", "verifyBy": "voice"});
        let ann = Tokens::of(&service, "ann").await;
        let (status, started) = ann.post(&service, PHONES, office.clone()).await;
        assert_eq!(status, StatusCode::ACCEPTED, "{started}");
        assert_eq!(started["phoneNumber"], "+1 4255550142x7");
        service.set("officePhoneSetByPerson", "false").await;
        assert_eq!(ann.post(&service, PHONES, office).await.1["code"], "method_not_allowed");
        assert_eq!(ann.get(&service, "/v1/me").await["policy"]["officePhoneSetByPerson"], false);
    }

    async fn a_registration_can_use_a_call_to_the_number_that_the_organisation_set(service) {
        service.set("callExtensionPrompt", "false").await;
        service.cli(&["user", "office-phone", person("ann").upn, "+1 425 555 0160 x 9"]).await;
        let ann = Tokens::of(&service, "ann").await;
        let listed = ann.methods(&service).await;
        assert_eq!((listed[0]["phoneNumber"].as_str(), &listed[0]["readOnly"]), (Some("+1 XXXXXXXX60"), &json!(true)));
        let (status, started) = ann.post(&service, PHONES, json!({"phoneType": "office", "verifyBy": "voice"})).await;
        assert_eq!((status, started["phoneNumber"].as_str()), (StatusCode::ACCEPTED, Some("+1 XXXXXXXX60")));
        press(&service, "+1 4255550160x9", "#").await;
        let id = started["verificationId"].as_str().unwrap();
        assert_eq!(ann.get(&service, &format!("/v1/me/authentication/verifications/{id}")).await["status"], "verified");
        assert!(ann.post(&service, "/v1/me/registration:complete", json!({})).await.0.is_success());
        let ann = ann.refresh(&service).await;
        let phones = ann.methods(&service).await;
        assert_eq!((phones.len(), &phones[0]["readOnly"]), (1, &json!(true)), "still the organisation's");
        service.cli(&["user", "office-phone", person("ann").upn, "--none"]).await;
        assert!(ann.methods(&service).await.is_empty());
    }

    async fn a_text_is_answered_with_its_code_where_that_is_allowed(service) {
        service.set("twoWayTexts", "true").await;
        let ben = person("ben");
        let sign_in = SignIn::begin(&service, "ben").await;
        let started = sign_in.start("sms").await;
        assert_eq!(started.body["challenge"]["reply"], true);
        assert_eq!(poll(&sign_in).await.error(), "authorization_pending");
        let text = service.phones.texts_to(ben.mobile).pop().unwrap();
        assert!(text.text.expose().starts_with("Reply to this message with"));
        let reply = |words: &str| EventKind::Reply(words.to_owned().into());
        service.phones.act(&text.id, reply("000000")).await;
        assert_eq!(poll(&sign_in).await.error(), "authorization_pending", "wrong");
        service.phones.act(&text.id, reply(&format!("My code: {}", service.text_code(ben.mobile)))).await;
        assert!(poll(&sign_in).await.is_granted());
    }

    async fn five_wrong_replies_use_a_text_up(service) {
        service.set("twoWayTexts", "true").await;
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let text = service.phones.texts_to(person("ben").mobile).pop().unwrap();
        let right = service.text_code(person("ben").mobile);
        for _ in 0..5 {
            let wrong = crate::support::other_than(&right);
            service.phones.act(&text.id, EventKind::Reply(wrong.into())).await;
        }
        service.phones.act(&text.id, EventKind::Reply(right.into())).await;
        assert_eq!(poll(&sign_in).await.code(), "too_many_incorrect_codes");
        service.clock.advance(Duration::from_secs(600));
        let log = Tokens::of(&service, "ben").await.get(&service, "/v1/me/signIns?kind=denied&top=5").await;
        let reasons: Vec<_> = log["value"].as_array().unwrap().iter().map(|row| row["denialReason"].as_str().unwrap()).collect();
        let wrong = "incorrect_code";
        assert_eq!(reasons, ["too_many_incorrect_codes", wrong, wrong, wrong, wrong], "each wrong reply is in the log");
    }

    async fn texts_are_not_answered_otherwise(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        let started = sign_in.start("sms").await;
        assert!(started.body["challenge"]["reply"].is_null());
        let text = service.phones.texts_to(person("ben").mobile).pop().unwrap();
        let code = service.text_code(person("ben").mobile);
        service.phones.act(&text.id, EventKind::Reply(code.clone().into())).await;
        assert_eq!(sign_in.send(&[]).await.error(), "authorization_pending");
        assert!(sign_in.answer(&code).await.is_granted(), "and a reply uses nothing up");
    }
}
