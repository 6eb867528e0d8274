//! A caller of the help desk is verified on the person's own phone before any help that an impostor could use.

use std::time::Duration;

use proofup_service::EventKind;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::on_both_databases;
use crate::support::{Device, TestService, Tokens, person};

const FINN: &str = "/v1/admin/users/finn@contoso.example";
const BEN: &str = "/v1/admin/users/ben@contoso.example";
const LONG_REASON: &str = "phone stolen, seen in person with a passport";

/// Gita of the help desk.
async fn gita(service: &TestService) -> Tokens {
    service.cli(&["user", "roles", person("gita").upn, "helpDesk"]).await;
    Tokens::of(service, "gita").await
}

/// Asks a phone of somebody, by the first way of this kind.
async fn asked(service: &TestService, agent: &Tokens, of: &str, way: &str, acts: Value) -> Value {
    let option = option(service, agent, of, way).await;
    let body = json!({"way": way, "methodId": option["methodId"], "acts": acts});
    let (status, asked) = agent.post(service, &format!("{of}/callerVerifications"), body).await;
    assert_eq!(status, StatusCode::CREATED, "{asked}");
    assert_eq!(asked["state"], "waiting");
    asked
}

async fn option(service: &TestService, agent: &Tokens, of: &str, way: &str) -> Value {
    let options = agent.get(service, of).await["caller"]["options"].clone();
    let found = options.as_array().unwrap().iter().find(|option| option["way"] == way);
    found.unwrap_or_else(|| panic!("no {way}: {options}")).clone()
}

async fn state(service: &TestService, agent: &Tokens, of: &str, asked: &Value) -> Value {
    agent.get(service, &format!("{of}/callerVerifications/{}", asked["id"].as_str().unwrap())).await["state"].clone()
}

async fn confirm(service: &TestService, agent: &Tokens, of: &str, asked: &Value, body: Value) -> (StatusCode, Value) {
    let path = format!("{of}/callerVerifications/{}:confirm", asked["id"].as_str().unwrap());
    agent.post(service, &path, body).await
}

async fn bypass(service: &TestService, agent: &Tokens, of: &str, more: Value) -> (StatusCode, Value) {
    let mut body = json!({"seconds": 300, "reason": "phone at home"});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    agent.post(service, &format!("{of}:oneTimeBypass"), body).await
}

/// The newest action of a kind in the list. The command line writes its own at the time of this computer.
async fn newest(service: &TestService, action: &str) -> Value {
    let eva = Tokens::of(service, "eva").await;
    let listed = eva.get(service, "/v1/admin/actions").await;
    let found = listed["value"].as_array().unwrap().iter().find(|row| row["action"] == action);
    found.unwrap_or_else(|| panic!("no {action}: {listed}")).clone()
}

async fn press(service: &TestService, number: &str, keys: &str) -> String {
    let call = service.phones.calls_to(number).pop().unwrap();
    let line = service.phones.act(&call.id, EventKind::Keys(keys.to_owned())).await;
    line.map(|line| line.text).unwrap_or_default()
}

/// The word in the newest text to a number.
fn word(service: &TestService, number: &str) -> String {
    let text = service.phones.texts_to(number).pop().unwrap().text.expose().to_owned();
    assert!(!text.chars().any(|c| c.is_ascii_digit()), "no digits, so that nobody learns to read codes aloud: {text}");
    text.split("the word: ").nth(1).unwrap().split('.').next().unwrap().to_owned()
}

on_both_databases! {
    async fn help_that_harms_is_refused_until_the_caller_is_verified(service) {
        let gita = gita(&service).await;
        assert_eq!(gita.get(&service, FINN).await["caller"]["required"], true);
        for action in ["oneTimeBypass", "requireReregistration", "deleteAppPasswords"] {
            let mut body = json!({"reason": LONG_REASON});
            if action == "oneTimeBypass" {
                body["seconds"] = json!(60);
            }
            let (status, problem) = gita.post(&service, &format!("{FINN}:{action}"), body).await;
            assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!("caller_not_verified")), "{action}");
        }
        let (status, _) = gita.post(&service, &format!("{FINN}:unlock"), json!({})).await;
        assert_eq!(status, StatusCode::NO_CONTENT, "unlocking harms nobody");
    }

    async fn a_number_typed_on_the_own_phone_verifies_the_caller_for_what_it_named_and_for_this_agent(service) {
        let gita = gita(&service).await;
        let phone = Device::demo_phone(&service).await;
        let asked = asked(&service, &gita, FINN, "notification", json!(["oneTimeBypass"])).await;
        let number = asked["number"].as_str().unwrap();
        let (_, waiting) = phone.requests(&service).await;
        let request = &waiting["value"][0];
        assert_eq!(request["purpose"], "caller");
        assert_eq!(request["caller"], json!({"agentName": person("gita").display_name, "agent": person("gita").upn, "acts": ["oneTimeBypass"]}));
        assert!(!waiting.to_string().contains(&format!("\"{number}\"")), "the device is not told the number");
        let id = request["id"].as_str().unwrap().to_owned();
        assert_eq!(state(&service, &gita, FINN, &asked).await, "waiting");
        assert_eq!(phone.approve(&service, &id, number).await.0, StatusCode::NO_CONTENT);
        assert_eq!(state(&service, &gita, FINN, &asked).await, "verified");

        let standing = gita.get(&service, FINN).await["caller"].clone();
        assert_eq!(standing["verified"], json!([{"act": "oneTimeBypass", "untilDateTime": "2026-03-02T09:15:00Z"}]));
        assert_eq!(bypass(&service, &gita, FINN, json!({"seconds": 900})).await.0, StatusCode::NO_CONTENT);
        assert_eq!(newest(&service, "bypass_granted").await["callerCheck"], "verified");
        let (_, problem) = gita.post(&service, &format!("{FINN}:deleteAppPasswords"), json!({"reason": LONG_REASON})).await;
        assert_eq!(problem["code"], "caller_not_verified", "the phone did not name that");
        let (_, problem) = bypass(&service, &gita, BEN, json!({})).await;
        assert_eq!(problem["code"], "caller_not_verified", "Ben was not asked");
        service.cli(&["user", "roles", person("carla").upn, "helpDesk"]).await;
        let carla = Tokens::of(&service, "carla").await;
        assert_eq!(bypass(&service, &carla, FINN, json!({})).await.1["code"], "caller_not_verified", "Carla did not ask");
        let path = format!("{FINN}/callerVerifications/{}", asked["id"].as_str().unwrap());
        let (status, _) = service.send(Method::GET, &path, Some(&carla.access), None).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "nobody reads another's question");

        service.clock.advance(Duration::from_secs(901));
        let gita = Tokens::of(&service, "gita").await;
        assert_eq!(bypass(&service, &gita, FINN, json!({})).await.1["code"], "caller_not_verified", "a quarter of an hour later");
    }

    async fn nobody_is_calling_me_stops_the_agent_for_an_hour(service) {
        let gita = gita(&service).await;
        let phone = Device::demo_phone(&service).await;
        let question = asked(&service, &gita, FINN, "notification", json!(["requireReregistration"])).await;
        let id = phone.one_request(&service).await;
        assert_eq!(phone.deny(&service, &id, "fraud_reported").await.0, StatusCode::NO_CONTENT);
        assert_eq!(state(&service, &gita, FINN, &question).await, "nobody_calls");
        let row = newest(&service, "nobody_called").await;
        assert_eq!((&row["actor"], &row["detail"]), (&json!("finn@contoso.example"), &json!(person("gita").upn)));
        for of in [FINN, BEN] {
            let forced = json!({"withoutVerification": true, "reason": LONG_REASON});
            let (status, problem) = bypass(&service, &gita, of, forced).await;
            assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!("agent_stopped")), "{of}");
            assert_eq!(problem["params"]["untilDateTime"], "2026-03-02T10:00:00Z");
        }
        let way = option(&service, &gita, BEN, "call").await;
        let body = json!({"way": "call", "methodId": way["methodId"], "acts": ["oneTimeBypass"]});
        let (_, problem) = gita.post(&service, &format!("{BEN}/callerVerifications"), body).await;
        assert_eq!(problem["code"], "agent_stopped", "and asks nobody else");
        let finn = person("finn");
        let signs_in = crate::support::SignIn::password(&service, finn.upn, finn.password, &[]).await;
        assert_ne!(signs_in.code(), "user_blocked", "the report is about the agent, not about a password");
        service.clock.advance(Duration::from_secs(3601));
        let gita = Tokens::of(&service, "gita").await;
        assert_eq!(gita.get(&service, FINN).await["caller"]["stoppedUntilDateTime"], Value::Null);
        assert_eq!(bypass(&service, &gita, FINN, json!({})).await.1["code"], "caller_not_verified");
    }

    async fn another_number_and_no_answer_verify_nobody(service) {
        let gita = gita(&service).await;
        let phone = Device::demo_phone(&service).await;
        let question = asked(&service, &gita, FINN, "notification", json!(["oneTimeBypass"])).await;
        let id = phone.one_request(&service).await;
        let wrong = if question["number"] == "47" { "48" } else { "47" };
        assert_eq!(phone.approve(&service, &id, wrong).await.0, StatusCode::CONFLICT);
        assert_eq!(state(&service, &gita, FINN, &question).await, "wrong_answer");
        let question = asked(&service, &gita, FINN, "notification", json!(["oneTimeBypass"])).await;
        service.clock.advance(Duration::from_secs(61));
        assert_eq!(state(&service, &gita, FINN, &question).await, "unanswered");
        assert_eq!(bypass(&service, &gita, FINN, json!({})).await.1["code"], "caller_not_verified");
    }

    async fn a_call_names_what_will_be_done_and_takes_the_number_or_a_report(service) {
        service.set("callToPhone", "true").await;
        let gita = gita(&service).await;
        let ben = person("ben");
        let question = asked(&service, &gita, BEN, "call", json!(["oneTimeBypass", "deleteAppPasswords"])).await;
        let call = service.phones.calls_to(ben.mobile).pop().unwrap();
        let said = service.phones.act(&call.id, EventKind::Answered).await.unwrap().text;
        for part in [person("gita").display_name, "sign in once without a second step", "delete your app passwords", "press 0"] {
            assert!(said.contains(part), "{part:?} in {said:?}");
        }
        assert!(press(&service, ben.mobile, "#").await.contains("another key"), "nothing pressed passes nothing");
        press(&service, ben.mobile, &format!("{}#", question["number"].as_str().unwrap())).await;
        assert_eq!(state(&service, &gita, BEN, &question).await, "verified");
        assert_eq!(bypass(&service, &gita, BEN, json!({})).await.0, StatusCode::NO_CONTENT);
        let (status, _) = gita.post(&service, &format!("{BEN}:deleteAppPasswords"), json!({"reason": "all are lost"})).await;
        assert_eq!(status, StatusCode::NO_CONTENT);

        service.clock.advance(Duration::from_secs(60));
        let question = asked(&service, &gita, BEN, "call", json!(["oneTimeBypass"])).await;
        let wrong = if question["number"] == "47" { "48#" } else { "47#" };
        assert!(press(&service, ben.mobile, wrong).await.contains("another number"));
        assert_eq!(state(&service, &gita, BEN, &question).await, "wrong_answer");
        service.clock.advance(Duration::from_secs(60));
        let question = asked(&service, &gita, BEN, "call", json!(["oneTimeBypass"])).await;
        assert!(press(&service, ben.mobile, "0#").await.contains("nobody is calling"));
        press(&service, ben.mobile, "1").await;
        assert_eq!(state(&service, &gita, BEN, &question).await, "nobody_calls");
        assert_eq!(gita.get(&service, BEN).await["blockedUntilDateTime"], Value::Null, "Ben is not blocked for it");
    }

    async fn a_text_brings_a_word_that_is_read_back_once(service) {
        let gita = gita(&service).await;
        let ben = person("ben");
        let question = asked(&service, &gita, BEN, "text", json!(["oneTimeBypass"])).await;
        assert_eq!(question["number"], Value::Null, "who asks is not told the word");
        let right = word(&service, ben.mobile);
        let (_, told) = confirm(&service, &gita, BEN, &question, json!({"word": "nonsense"})).await;
        assert_eq!(told["state"], "wrong_answer");
        let (_, told) = confirm(&service, &gita, BEN, &question, json!({"word": right})).await;
        assert_eq!(told["state"], "wrong_answer", "there is no second guess");
        service.clock.advance(Duration::from_secs(60));
        let question = asked(&service, &gita, BEN, "text", json!(["oneTimeBypass"])).await;
        let typed = format!(" {} ", word(&service, ben.mobile).to_uppercase());
        let (_, told) = confirm(&service, &gita, BEN, &question, json!({"word": typed})).await;
        assert_eq!(told["state"], "verified", "however it is typed");
        assert_eq!(bypass(&service, &gita, BEN, json!({})).await.0, StatusCode::NO_CONTENT);
    }

    async fn a_call_back_to_the_office_phone_is_the_word_of_the_agent_and_is_written_down(service) {
        let gita = gita(&service).await;
        let question = asked(&service, &gita, BEN, "callBack", json!(["oneTimeBypass"])).await;
        assert_eq!(state(&service, &gita, BEN, &question).await, "waiting");
        let (status, told) = confirm(&service, &gita, BEN, &question, json!({})).await;
        assert_eq!((status, &told["state"]), (StatusCode::OK, &json!("verified")));
        let row = newest(&service, "caller_verified").await;
        assert_eq!(row["actor"], person("gita").upn);
        assert!(row["detail"].as_str().unwrap().starts_with("callBack +1 "), "{row}");
        let option = option(&service, &gita, BEN, "text").await;
        let body = json!({"way": "callBack", "methodId": option["methodId"], "acts": ["oneTimeBypass"]});
        let (_, problem) = gita.post(&service, &format!("{BEN}/callerVerifications"), body).await;
        assert_eq!(problem["code"], "not_found", "a mobile phone is no office phone");
    }

    async fn without_verification_wants_a_long_reason_and_a_short_bypass_and_is_marked(service) {
        let gita = gita(&service).await;
        let short = json!({"withoutVerification": true, "reason": "it is urgent, believe me"});
        let (status, problem) = bypass(&service, &gita, FINN, short).await;
        assert_eq!((status, &problem["params"]["field"]), (StatusCode::BAD_REQUEST, &json!("reason")));
        let long = json!({"withoutVerification": true, "reason": LONG_REASON, "seconds": 301});
        let (status, problem) = bypass(&service, &gita, FINN, long).await;
        assert_eq!((status, &problem["params"]["field"]), (StatusCode::BAD_REQUEST, &json!("seconds")));
        let forced = json!({"withoutVerification": true, "reason": LONG_REASON});
        assert_eq!(bypass(&service, &gita, FINN, forced).await.0, StatusCode::NO_CONTENT);
        assert_eq!(newest(&service, "bypass_granted").await["callerCheck"], "unverified");
    }

    async fn the_rule_is_the_same_on_the_command_line_and_for_many_people(service) {
        service.set("callerVerificationByAdministrators", "true").await;
        let upn = person("ben").upn;
        for command in [&["user", "bypass", upn, "--reason", "on the phone"] as &[&str], &["user", "require-reregistration", upn], &["user", "reset", upn, "--app-passwords"]] {
            let said = service.cli_fails(command).await;
            assert!(said.contains("--without-verification"), "{command:?}: {said}");
        }
        let said = service.cli_fails(&["user", "reset", upn, "--without-verification", "--reason", "short"]).await;
        assert!(said.contains("30 characters"), "{said}");
        let said = service.cli_fails_with_input(&["user", "reset", upn, "--password-stdin"], "a new strong pass phrase").await;
        assert!(said.contains("--without-verification"), "{said}");
        service.cli(&["user", "bypass", upn, "--without-verification", "--reason", LONG_REASON]).await;
        assert_eq!(newest(&service, "bypass_granted").await["callerCheck"], "unverified");

        let eva = Tokens::of(&service, "eva").await;
        let bulk = async |reason: &str| {
            let body = json!({"action": "deleteAppPasswords", "users": [upn], "bulkId": format!("bulk-change-{}", reason.len()), "reason": reason});
            eva.post(&service, "/v1/admin/users:bulk", body).await.1
        };
        assert_eq!(bulk("all lost on the train").await["failures"][0]["code"], "invalid_request");
        assert_eq!(bulk(LONG_REASON).await["changed"], 1);
    }

    async fn administrators_are_advised_and_a_changed_setting_asks_nobody(service) {
        let eva = Tokens::of(&service, "eva").await;
        assert_eq!(eva.get(&service, FINN).await["caller"]["required"], false);
        assert_eq!(bypass(&service, &eva, FINN, json!({})).await.0, StatusCode::NO_CONTENT);
        assert_eq!(newest(&service, "bypass_granted").await["callerCheck"], Value::Null);
        service.set("callerVerification", "false").await;
        let gita = gita(&service).await;
        assert_eq!(bypass(&service, &gita, FINN, json!({})).await.0, StatusCode::NO_CONTENT);
    }

    async fn a_method_added_yesterday_or_later_is_marked(service) {
        service.clock.advance(Duration::from_secs(20 * 86_400));
        let ben = Tokens::of(&service, "ben").await;
        let device = ben.register_device(&service, 9, json!({})).await;
        let gita = gita(&service).await;
        assert_eq!(option(&service, &gita, BEN, "text").await["addedLately"], false);
        let own = option(&service, &gita, BEN, "notification").await;
        assert_eq!((&own["methodId"], &own["addedLately"]), (&json!(device.id), &json!(true)));
    }

    async fn no_question_is_asked_about_an_administrator_or_with_a_program(service) {
        let gita = gita(&service).await;
        let path = "/v1/admin/users/eva@contoso.example/callerVerifications";
        let body = json!({"way": "text", "methodId": "x", "acts": ["oneTimeBypass"]});
        let (status, problem) = service.send(Method::POST, path, Some(&gita.access), Some(body)).await;
        assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!("administrator_protected")));
        let way = option(&service, &gita, BEN, "text").await;
        let body = json!({"way": "text", "methodId": way["methodId"], "acts": []});
        let (status, problem) = gita.post(&service, &format!("{BEN}/callerVerifications"), body).await;
        assert_eq!((status, &problem["params"]["field"]), (StatusCode::BAD_REQUEST, &json!("acts")));
    }
}
