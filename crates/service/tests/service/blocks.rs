//! Blocked people, and the one-time bypass.

use std::time::Duration;

use proofup_service::EventKind;
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::administration::act;
use crate::at_once::all_at_once;
use crate::on_both_databases;
use crate::support::{CHALLENGE, Intruder, SignIn, Step, TestService, Tokens, command_line, person};

const DAY: u64 = 86_400;

on_both_databases! {
    async fn a_blocked_person_is_denied_everywhere_until_the_block_is_taken_back(service) {
        let eva = Tokens::of(&service, "eva").await;
        let ben = Tokens::of(&service, "ben").await;
        let (_, made) = ben.post(&service, "/v1/me/appPasswords", json!({"displayName": "Mail"})).await;
        act(&service, &eva, "block", json!({"reason": "left his laptop on a train"})).await;

        assert_eq!(by_password(&service).await.code(), "user_blocked");
        assert_eq!(service.send(Method::GET, "/v1/me", Some(&ben.access), None).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(ben.refreshed(&service).await.0, StatusCode::BAD_REQUEST);
        let mail = service.http.get(service.url("/legacy/basic")).basic_auth(person("ben").upn, made["password"].as_str());
        assert_eq!(mail.send().await.unwrap().status(), StatusCode::FORBIDDEN, "old clients too");
        let shown = eva.get(&service, "/v1/admin/users/ben@contoso.example").await;
        assert!(shown["blockedUntilDateTime"].is_string());
        assert_eq!((&shown["blocks"][0]["reason"], &shown["blocks"][0]["blockedBy"]), (&json!("left his laptop on a train"), &json!("eva@contoso.example")));

        act(&service, &eva, "unblock", json!({"reason": "it was found"})).await;
        SignIn::begin(&service, "ben").await;
        assert_eq!(ben.refreshed(&service).await.0, StatusCode::BAD_REQUEST, "sessions stay ended");
        let shown = eva.get(&service, "/v1/admin/users/ben@contoso.example").await;
        assert_eq!((&shown["blockedUntilDateTime"], &shown["blocks"][0]["liftReason"]), (&json!(null), &json!("it was found")));
    }

    async fn a_block_ends_by_itself_after_ninety_days(service) {
        let eva = Tokens::of(&service, "eva").await;
        act(&service, &eva, "block", json!({"reason": "on leave"})).await;
        service.clock.advance(Duration::from_secs(90 * DAY - 1));
        assert_eq!(by_password(&service).await.code(), "user_blocked");
        service.clock.advance(Duration::from_secs(1));
        assert_eq!(by_password(&service).await.error(), "insufficient_authorization");
    }

    async fn a_block_works_during_a_sign_in(service) {
        let eva = Tokens::of(&service, "eva").await;
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let code = service.text_code(person("ben").mobile);
        act(&service, &eva, "block", json!({"reason": "stolen phone"})).await;
        assert_eq!(sign_in.answer(&code).await.code(), "user_blocked", "the right code");
        assert_eq!(sign_in.start("oath").await.code(), "user_blocked");
        let texts = service.phones.texts_to(person("ben").mobile).len();
        assert_eq!(sign_in.start("sms").await.code(), "user_blocked");
        assert_eq!(service.phones.texts_to(person("ben").mobile).len(), texts, "and no text is sent");
    }

    async fn a_block_works_between_the_code_and_its_tokens(service) {
        let eva = Tokens::of(&service, "eva").await;
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let granted = sign_in.answer(&service.text_code(person("ben").mobile)).await;
        act(&service, &eva, "block", json!({"reason": "stolen phone"})).await;
        let code = granted.body["authorization_code"].as_str().unwrap();
        let (status, _) = Tokens::exchange_code(&service, code, crate::support::VERIFIER).await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
    }

    async fn only_the_right_password_hears_of_a_block_and_the_log_names_every_attempt(service) {
        let eva = Tokens::of(&service, "eva").await;
        act(&service, &eva, "block", json!({"reason": "x"})).await;
        let wrong = SignIn::password(&service, person("ben").upn, "wrong", &[]).await;
        let nobody = SignIn::password(&service, "nobody@contoso.example", "wrong", &[]).await;
        assert_eq!(wrong.body, nobody.body, "a guesser learns nothing");
        act(&service, &eva, "unblock", json!({"reason": "x"})).await;
        let ben = Tokens::of(&service, "ben").await;
        let log = ben.get(&service, "/v1/me/signIns").await;
        assert_eq!(log["value"][1]["denialReason"], "user_blocked", "{log}");
    }

    async fn a_person_who_is_not_blocked_cannot_be_unblocked(service) {
        let eva = Tokens::of(&service, "eva").await;
        let path = "/v1/admin/users/ben@contoso.example:unblock";
        let (status, problem) = eva.post(&service, path, json!({"reason": "by mistake"})).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("not_blocked")));
        let actions = eva.get(&service, "/v1/admin/actions?user=ben@contoso.example").await;
        assert_eq!(actions["value"], json!([]), "nothing was done, so nothing is written down");
    }

    async fn the_last_administrator_stays(service) {
        let eva = Tokens::of(&service, "eva").await;
        let path = "/v1/admin/users/eva@contoso.example";
        let block = || eva.post(&service, "/v1/admin/users/eva@contoso.example:block", json!({"reason": "leaving"}));
        let (status, problem) = block().await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("last_administrator")));
        let (status, problem) = eva.patch(&service, path, json!({"mfaState": "disabled"})).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("last_administrator")));

        service.set("blockUsersWhoReportFraud", "true").await;
        SignIn::begin(&service, "eva").await.start("voiceMobile").await;
        let call = service.phones.calls_to(person("eva").mobile).pop().unwrap();
        service.phones.act(&call.id, EventKind::Keys("0#1".to_owned())).await;
        eva.get(&service, "/v1/admin/users").await;

        let new = json!({"userPrincipalName": "hal@contoso.example", "displayName": "Hal", "administrator": true, "mfaState": "enabled"});
        assert_eq!(eva.post(&service, "/v1/admin/users", new).await.0, StatusCode::CREATED);
        assert_eq!(block().await.0, StatusCode::NO_CONTENT, "there is another one");
    }

    async fn when_two_administrators_block_each_other_at_once_one_remains(service) {
        let eva = Tokens::of(&service, "eva").await;
        let hal = "hal@contoso.example";
        let new = json!({"userPrincipalName": hal, "displayName": "Hal", "password": "hidden-hill", "administrator": true, "mfaState": "enabled"});
        assert_eq!(eva.post(&service, "/v1/admin/users", new).await.0, StatusCode::CREATED);
        let hal = Tokens::exchange(&service, &SignIn::password(&service, hal, "hidden-hill", &[]).await).await;
        let (_, started) = hal.add_mobile(&service, "+1 4255550171").await;
        hal.verify(&service, &started, &service.text_code("+1 4255550171")).await;
        assert_eq!(hal.post(&service, "/v1/me/registration:complete", json!({})).await.0, StatusCode::NO_CONTENT);
        let hal = hal.refresh(&service).await;
        let block = |by: &Tokens, whom: &str| {
            let url = service.url(&format!("/v1/admin/users/{whom}@contoso.example:block"));
            service.http.post(url).bearer_auth(&by.access).json(&json!({"reason": "not trusted"})).send()
        };
        let (one, other) = tokio::join!(block(&eva, "hal"), block(&hal, "eva"));
        let statuses = [one.unwrap().status(), other.unwrap().status()];
        let done = statuses.iter().filter(|status| **status == StatusCode::NO_CONTENT).count();
        assert_eq!(done, 1, "{statuses:?}");
    }

    async fn the_command_line_blocks_and_lets_in_too(service) {
        service.cli(&["user", "block", "ben@contoso.example", "--reason", "reported by phone", "--fraud"]).await;
        assert_eq!(by_password(&service).await.code(), "user_blocked");
        let shown = String::from_utf8(service.cli(&["user", "show", "ben@contoso.example"]).await.stdout).unwrap();
        assert!(shown.contains("reported by phone (fraud_report)"), "{shown}");
        assert!(shown.contains("remembered devices: 0"), "a fraud report ends them: {shown}");
        service.cli(&["user", "unblock", "ben@contoso.example", "--reason", "talked to him"]).await;
        service.cli(&["user", "bypass", "ben@contoso.example", "--reason", "phone at home"]).await;
        let shown = String::from_utf8(service.cli(&["user", "show", "ben@contoso.example"]).await.stdout).unwrap();
        assert!(shown.contains(&format!("one-time bypass by {}", command_line())), "{shown}");
        // The command line goes by the computer's own clock, and the service by the test's.
        Intruder::at(&service).await.run("UPDATE bypasses SET created_at = 1772442000000").await;
        assert!(by_password(&service).await.is_granted());
    }

    async fn a_bypass_lets_one_of_sixty_four_in(service) {
        service.set("lockoutDenials", "100").await;
        let eva = Tokens::of(&service, "eva").await;
        act(&service, &eva, "oneTimeBypass", json!({"seconds": 300, "reason": "phone at home"})).await;
        let ben = person("ben");
        let fields = [
            ("client_id", "proofup-desktop"),
            ("username", ben.upn),
            ("password", ben.password),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
        ];
        let steps = all_at_once(&service, "/oauth2/challenge", &fields, 64).await;
        assert_eq!(steps.iter().filter(|step| step.is_granted()).count(), 1);
        assert_eq!(steps.iter().filter(|step| step.error() == "insufficient_authorization").count(), 63);
        let granted = steps.iter().find(|step| step.is_granted()).unwrap();
        let ben = Tokens::exchange(&service, granted).await;
        let log = ben.get(&service, "/v1/me/signIns").await;
        assert_eq!(log["value"][0]["result"], "skipped_one_time_bypass");
        let (_, problem) = ben.post(&service, "/v1/me/appPasswords", json!({"displayName": "Tablet"})).await;
        assert_eq!(problem["code"], "step_up_required", "a bypass is no second step");
    }

    async fn a_bypass_ends_at_its_time(service) {
        let eva = Tokens::of(&service, "eva").await;
        act(&service, &eva, "oneTimeBypass", json!({"seconds": 300, "reason": "phone at home"})).await;
        let shown = eva.get(&service, "/v1/admin/users/ben@contoso.example").await;
        assert!(shown["oneTimeBypassUntilDateTime"].is_string());
        service.clock.advance(Duration::from_secs(300));
        assert_eq!(by_password(&service).await.error(), "insufficient_authorization");
    }

    async fn a_bypass_ends_with_a_sign_in_that_did_not_need_it(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let eva = Tokens::of(&service, "eva").await;
        act(&service, &eva, "oneTimeBypass", json!({"seconds": 300, "reason": "phone at home"})).await;
        assert!(sign_in.answer(&service.text_code(person("ben").mobile)).await.is_granted());
        assert_eq!(by_password(&service).await.error(), "insufficient_authorization");
    }
}

async fn by_password(service: &TestService) -> Step {
    let ben = person("ben");
    SignIn::password(service, ben.upn, ben.password, &[]).await
}
