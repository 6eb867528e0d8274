//! The second step by question and answer: every method, choosing another one, and what ends it.

use std::time::Duration;

use proofup_radius::{Code, attribute};
use proofup_service::{EventKind, Patience, RadiusFrontEnd};
use reqwest::StatusCode;
use serde_json::json;

use super::{Answer, BEN, SECRET, Vpn, log, until_counted, with_radius, with_vpn};
use crate::on_both_databases;
use crate::support::{Device, Intruder, SOON, TestDatabase, TestService, Tokens, other_than, person};

const BEN_SEED: &str = "MRSW23ZNMJSW4LLDMFZHIZLSFUYTEMZU";

/// Somebody's right password leads to a question.
async fn asked(vpn: &Vpn, name: &str) -> Answer {
    let person = person(name);
    let question = vpn.password(person.upn, person.password).await;
    assert_eq!(question.code, Code::AccessChallenge, "{}", question.text);
    question
}

async fn newest(service: &TestService) -> serde_json::Value {
    log(service, "user=ben%40contoso.example").await[0].clone()
}

on_both_databases! {
    async fn a_code_from_the_app_is_typed(service) {
        let service = with_vpn(service).await;
        let vpn = Vpn::of(&service).await;
        let question = vpn.choose(BEN, &asked(&vpn, "ben").await, "Code from the app").await;
        assert_eq!(question.text, "Code from your app (0: another way): ");
        let code = service.app_code(BEN_SEED);
        let again = vpn.answer(BEN, &question, &other_than(&code)).await;
        assert_eq!((again.code, again.text.as_str()), (Code::AccessChallenge, "That code is wrong. Code from your app (0: another way): "));
        let nothing = vpn.answer(BEN, &again, "").await;
        assert_eq!(nothing.text, "Code from your app (0: another way): ", "Enter alone is no wrong code");
        assert_eq!(vpn.answer(BEN, &nothing, &code).await.code, Code::AccessAccept);
        let row = newest(&service).await;
        assert_eq!((&row["result"], &row["frontEnd"], &row["protocol"]), (&json!("completed"), &json!("vpn"), &json!("radius")));
        assert_eq!(row["application"], "RADIUS");
    }

    async fn five_wrong_codes_end_the_sign_in(service) {
        let service = with_vpn(service).await;
        let vpn = Vpn::of(&service).await;
        let mut question = vpn.choose(BEN, &asked(&vpn, "ben").await, "Code from the app").await;
        let wrong = other_than(&service.app_code(BEN_SEED));
        for _ in 0..4 {
            question = vpn.answer(BEN, &question, &wrong).await;
            assert_eq!(question.code, Code::AccessChallenge);
        }
        let over = vpn.answer(BEN, &question, &wrong).await;
        assert_eq!((over.code, over.text.as_str()), (Code::AccessReject, "Too many wrong codes."));
    }

    async fn a_code_comes_by_text(service) {
        let service = with_vpn(service).await;
        let vpn = Vpn::of(&service).await;
        let question = asked(&vpn, "ben").await;
        assert_eq!(question.text, "Code sent to +1 XXXXXXXX02 (0: another way): ", "the preferred method starts by itself");
        let question = vpn.choose(BEN, &question, "Text").await;
        let soon = "Not now: too many were asked for. Code sent to +1 XXXXXXXX02 (0: another way): ";
        assert_eq!(question.text, soon, "the text that was sent counts still");
        let code = service.text_code(person("ben").mobile);
        assert_eq!(vpn.answer(BEN, &question, &code).await.code, Code::AccessAccept);
    }

    async fn a_call_is_answered_and_enter_is_pressed(service) {
        let service = with_vpn(service).await;
        let vpn = Vpn::of(&service).await;
        let question = vpn.choose(BEN, &asked(&vpn, "ben").await, "Call +1 XXXXXXXX02").await;
        assert!(question.text.starts_with("Answer the call to +1 XXXXXXXX02, press #"), "{}", question.text);
        let pending = vpn.answer(BEN, &question, "").await;
        assert_eq!(pending.text, question.text, "not yet");
        let call = service.phones.calls_to(person("ben").mobile).pop().unwrap();
        service.phones.act(&call.id, EventKind::Answered).await;
        service.phones.act(&call.id, EventKind::Keys("#".to_owned())).await;
        assert_eq!(vpn.answer(BEN, &pending, "").await.code, Code::AccessAccept);
    }

    async fn the_number_of_a_notification_stands_in_the_question(service) {
        let service = with_vpn(service).await;
        let (vpn, phone, finn) = (Vpn::of(&service).await, Device::demo_phone(&service).await, person("finn").upn);
        let question = asked(&vpn, "finn").await;
        let number = question.text.strip_prefix("Type ").unwrap()[..2].to_owned();
        assert!(question.text.contains("in the app on Demo phone, then press Enter here"), "{}", question.text);
        let (_, waiting) = phone.requests(&service).await;
        assert_eq!(waiting["value"][0]["application"], "vpn", "the device says what asks");
        let id = phone.one_request(&service).await;
        assert_eq!(phone.approve(&service, &id, &number).await.0, StatusCode::NO_CONTENT);
        assert_eq!(vpn.answer(finn, &question, "").await.code, Code::AccessAccept);
    }

    async fn a_notification_that_is_denied_ends_the_sign_in(service) {
        let service = with_vpn(service).await;
        let (vpn, phone, finn) = (Vpn::of(&service).await, Device::demo_phone(&service).await, person("finn").upn);
        let question = asked(&vpn, "finn").await;
        let id = phone.one_request(&service).await;
        phone.deny(&service, &id, "user_declined").await;
        let refused = vpn.answer(finn, &question, "").await;
        assert_eq!((refused.code, refused.text.as_str()), (Code::AccessReject, "Denied on the device."));
        let row = &log(&service, "denialReason=user_declined").await[0];
        assert_eq!(row["frontEnd"], "vpn");
    }

    async fn while_the_front_end_waits_the_phone_is_looked_at(service) {
        let patient = RadiusFrontEnd { patience: Duration::from_secs(20), ..RadiusFrontEnd::default() };
        let service = with_radius(service, patient).await;
        let (vpn, phone, finn) = (Vpn::of(&service).await, Device::demo_phone(&service).await, person("finn").upn);
        let question = asked(&vpn, "finn").await;
        let number = question.text.strip_prefix("Type ").unwrap()[..2].to_owned();
        let id = phone.one_request(&service).await;
        let (answer, approved) =
            tokio::join!(vpn.answer(finn, &question, ""), phone.approve(&service, &id, &number));
        assert_eq!((answer.code, approved.0), (Code::AccessAccept, StatusCode::NO_CONTENT));
    }

    async fn a_question_is_answered_once_by_its_front_end_and_its_person(service) {
        let service = with_vpn(service).await;
        let vpn = Vpn::of(&service).await;
        let question = vpn.choose(BEN, &asked(&vpn, "ben").await, "Code from the app").await;
        let code = service.app_code(BEN_SEED);
        let others = vpn.answer(person("finn").upn, &question, &code).await;
        assert_eq!(others.code, Code::AccessReject, "somebody else's name");
        let state = question.state.clone().unwrap();
        let token = String::from_utf8(state).unwrap().split('.').next().unwrap().to_owned();
        let (status, body) = service.post_form("/oauth2/challenge", &[("auth_session", &token), ("method", "oath")]).await;
        assert_eq!((status, &body["code"]), (StatusCode::BAD_REQUEST, &json!("invalid_authentication")), "no way into the app");
        let (_, body) = service.post_form("/oauth2/challenge", &[("auth_session", &token), ("otp", &code)]).await;
        assert_eq!(body["code"], "invalid_authentication");
        assert_eq!(vpn.answer(BEN, &question, &code).await.code, Code::AccessAccept);
        let late = vpn.answer(BEN, &question, &code).await;
        assert_eq!(late.code, Code::AccessReject, "it is over");
        for made_up in [&b"x"[..], b"", b"x.0", b"\xff.0", b"x.99999999999999999999"] {
            let request = vpn.access(BEN, &code).with(attribute::STATE, made_up);
            assert_eq!(vpn.ask(request).await.code, Code::AccessReject, "{made_up:?}");
        }
    }

    async fn an_answer_that_could_not_be_looked_at_counts_when_it_comes_again(service) {
        let soon = Patience { row: SOON, file: SOON, ..service.config.patience };
        let service = with_vpn(service.restarted(|config| config.patience = soon).await).await;
        let vpn = Vpn::of(&service).await;
        let question = vpn.choose(BEN, &asked(&vpn, "ben").await, "Code from the app").await;
        let code = service.app_code(BEN_SEED);
        let mut other = Intruder::at(&service).await;
        other
            .run(match service.database {
                TestDatabase::Sqlite(_) => "BEGIN IMMEDIATE",
                TestDatabase::Postgres(_) => "BEGIN; UPDATE users SET changes = changes WHERE upn = 'ben@contoso.example'",
            })
            .await;
        let request = vpn.access(BEN, &code).with(attribute::STATE, question.state.as_ref().unwrap());
        vpn.send(&request.sealed(SECRET.as_bytes())).await;
        until_counted(&service, "dropped_unavailable", 1).await;
        other.run("ROLLBACK").await;
        assert_eq!(vpn.answer(BEN, &question, &code).await.code, Code::AccessAccept);
    }

    async fn a_blocked_person_and_one_without_a_method_are_refused(service) {
        let service = with_vpn(service).await;
        let vpn = Vpn::of(&service).await;
        let dan = person("dan");
        let refused = vpn.password(dan.upn, dan.password).await;
        assert_eq!(refused.code, Code::AccessReject, "nothing is registered");
        assert!(refused.text.starts_with("No verification method is registered"), "{}", refused.text);
        let question = vpn.choose(BEN, &asked(&vpn, "ben").await, "Code from the app").await;
        service.cli(&["user", "block", BEN, "--reason", "lost"]).await;
        let blocked = vpn.answer(BEN, &question, &service.app_code(BEN_SEED)).await;
        assert_eq!(blocked.code, Code::AccessReject, "{}", blocked.text);
        assert_eq!(vpn.password(BEN, person("ben").password).await.text, "This account is blocked.");
    }

    async fn a_bypass_takes_the_place_of_the_second_step_once(service) {
        let service = with_vpn(service).await;
        let eva = Tokens::of(&service, "eva").await;
        let bypass = json!({"seconds": 300, "reason": "phone lost"});
        let (status, body) = eva.post(&service, &format!("/v1/admin/users/{BEN}:oneTimeBypass"), bypass).await;
        assert!(status.is_success(), "{body}");
        let vpn = Vpn::of(&service).await;
        assert_eq!(vpn.password(BEN, person("ben").password).await.code, Code::AccessAccept);
        assert_eq!(newest(&service).await["result"], "skipped_one_time_bypass");
        asked(&vpn, "ben").await;
    }
}
