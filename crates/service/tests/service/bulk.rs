//! One action on many people: dry run, transactions of a hundred, failures by name, and undoing.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::on_both_databases;
use crate::support::{Intruder, SignIn, TestService, Tokens, person};

const BULK: &str = "/v1/admin/users:bulk";
const ANN: &str = "ann@contoso.example";
const BEN: &str = "ben@contoso.example";
const CARLA: &str = "carla@contoso.example";
const EVA: &str = "eva@contoso.example";

async fn bulk(service: &TestService, who: &Tokens, action: &str, users: &[&str], id: &str) -> Value {
    let body = json!({"action": action, "users": users, "bulkId": id, "reason": "a change of many"});
    let (status, result) = who.post(service, BULK, body).await;
    assert_eq!(status, StatusCode::OK, "{result}");
    result
}

async fn dry_run(service: &TestService, who: &Tokens, action: &str, users: &[&str]) -> Value {
    let body = json!({"action": action, "users": users, "bulkId": "a-dry-run"});
    let (status, result) = who.post(service, &format!("{BULK}?dryRun=true"), body).await;
    assert_eq!(status, StatusCode::OK, "{result}");
    result
}

/// Takes a change back, and gives how many were changed, how many were not, and why not.
async fn undo(service: &TestService, who: &Tokens, id: &str) -> (u64, u64, Vec<(String, String)>) {
    let (status, result) = who.post(service, BULK, json!({"action": "undo", "bulkId": id})).await;
    assert_eq!(status, StatusCode::OK, "{result}");
    told(&result)
}

fn told(result: &Value) -> (u64, u64, Vec<(String, String)>) {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let failures = result["failures"].as_array().unwrap().iter();
    let failures = failures.map(|row| (text(&row["userPrincipalName"]), text(&row["code"]))).collect();
    (result["changed"].as_u64().unwrap(), result["unchanged"].as_u64().unwrap(), failures)
}

async fn state(service: &TestService, who: &Tokens, upn: &str) -> String {
    who.get(service, &format!("/v1/admin/users/{upn}")).await["mfaState"].as_str().unwrap().to_owned()
}

fn failed(upn: &str, code: &str) -> (String, String) {
    (upn.to_owned(), code.to_owned())
}

/// People whom nobody has enabled.
async fn add_people(service: &TestService, number: u32) -> Vec<String> {
    let mut rows = Vec::new();
    let mut names = Vec::new();
    for at in 0..number {
        let upn = format!("p{at:04}@contoso.example");
        rows.push(format!(
            "('id-{at:04}', '{upn}', 'Person {at:04}', 0, 0, 'disabled', 0, 0, 0, 0, 'person {at:04} {upn}')"
        ));
        names.push(upn);
    }
    let insert = "INSERT INTO users (id, upn, display_name, administrator, blocked_until, mfa_state,
        reregistration_required, changes, created_at, mfa_state_at, listed_as) VALUES ";
    Intruder::at(service).await.run(&format!("{insert}{}", rows.join(", "))).await;
    names
}

on_both_databases! {
    async fn a_bulk_change_names_everybody_whom_it_left_as_they_are(service) {
        let eva = Tokens::of(&service, "eva").await;
        let asked = [BEN, "Carla@Contoso.Example", ANN, EVA, "nobody@contoso.example", "no name", BEN];
        let result = bulk(&service, &eva, "disable", &asked, "bulk-one").await;
        let failures = vec![failed("no name", "not_found"), failed("nobody@contoso.example", "not_found"), failed(EVA, "own_account")];
        assert_eq!(told(&result), (3, 0, failures), "a name that comes twice counts once");
        for upn in [ANN, BEN, CARLA] {
            assert_eq!(state(&service, &eva, upn).await, "disabled", "{upn}");
        }
        assert_eq!(state(&service, &eva, EVA).await, "enforced");
        let rows = eva.get(&service, "/v1/admin/actions").await;
        let of_ben = rows["value"].as_array().unwrap().iter().find(|row| row["subject"] == BEN).unwrap();
        let (before, after, id) = (&of_ben["before"], &of_ben["after"], &of_ben["bulkId"]);
        assert_eq!((before, after, id), (&json!("enforced"), &json!("disabled"), &json!("bulk-one")));
        assert_eq!((&of_ben["actor"], &of_ben["reason"]), (&json!(EVA), &json!("a change of many")));
        assert_eq!(rows["value"].as_array().unwrap().len(), 3, "a row for each who was changed");
    }

    async fn a_dry_run_counts_what_the_change_then_does_and_changes_nothing(service) {
        let eva = Tokens::of(&service, "eva").await;
        let people = [ANN, BEN, CARLA, EVA, "nobody@contoso.example"];
        let ben = eva.get(&service, &format!("/v1/admin/users/{BEN}")).await;
        for action in ["disable", "enable", "deleteAppPasswords", "restoreMfa", "requireReregistration", "revokeSessions"] {
            let before = eva.get(&service, "/v1/admin/users").await;
            let looked = dry_run(&service, &eva, action, &people).await;
            assert_eq!((&looked["dryRun"], looked["counts"].is_object()), (&json!(true), true));
            assert_eq!(eva.get(&service, "/v1/admin/users").await, before, "{action} was only looked at");
            if action == "deleteAppPasswords" {
                assert!(looked["counts"]["appPasswords"].as_u64() >= ben["appPasswords"].as_u64(), "{looked}");
            }
            if action == "restoreMfa" {
                assert!(looked["counts"]["trustedDevices"].as_u64() >= ben["trustedDevices"].as_u64(), "{looked}");
            }
            if action == "enable" {
                assert_eq!((&looked["counts"]["registering"], &looked["counts"]["enforced"]), (&json!(1), &json!(2)), "all were disabled");
            }
            if action == "requireReregistration" {
                let counts = &looked["counts"];
                assert!(counts["phones"].as_u64().unwrap() > 0 && counts["apps"].as_u64().unwrap() > 0, "{counts}");
            }
            let result = bulk(&service, &eva, action, &people, &format!("bulk-{action}")).await;
            assert_eq!(told(&result), told(&looked), "{action}");
            assert_eq!(result["counts"], Value::Null);
        }
        assert_eq!(eva.get(&service, "/v1/admin/actions?user=nobody@contoso.example").await["value"], json!([]));
    }

    async fn undo_puts_back_what_it_changed_and_leaves_alone_what_was_changed_since(service) {
        let eva = Tokens::of(&service, "eva").await;
        let since = async |upn: &str| Intruder::at(&service).await.number(&format!("SELECT mfa_state_at FROM users WHERE upn = '{upn}'")).await;
        let ben_since = since(BEN).await;
        service.clock.advance(Duration::from_secs(5));
        assert_eq!(told(&bulk(&service, &eva, "disable", &[ANN, BEN, CARLA], "bulk-undone").await), (3, 0, Vec::new()));
        let ben = person("ben");
        let by_password = Tokens::exchange(&service, &SignIn::password(&service, BEN, ben.password, &[]).await).await;
        service.clock.advance(Duration::from_secs(5));
        // There and back: Carla stands as the change left her, by somebody else's hand.
        for wanted in ["enabled", "disabled"] {
            eva.patch(&service, &format!("/v1/admin/users/{CARLA}"), json!({"mfaState": wanted})).await;
        }
        assert_eq!(undo(&service, &eva, "bulk-undone").await, (2, 0, vec![failed(CARLA, "changed_since")]));
        let states = [state(&service, &eva, ANN).await, state(&service, &eva, BEN).await, state(&service, &eva, CARLA).await];
        assert_eq!(states, ["enabled", "enforced", "disabled"], "Ann owes her registration, as before");
        assert_eq!(since(BEN).await, ben_since, "since when, too");
        let (status, _) = service.send(Method::GET, "/v1/me", Some(&by_password.access), None).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "what the password alone opened meanwhile has ended");
        SignIn::begin(&service, "ben").await;
        let row = &eva.get(&service, &format!("/v1/admin/actions?user={BEN}")).await["value"][0];
        assert_eq!((&row["before"], &row["after"], &row["bulkId"]), (&json!("disabled"), &json!("enforced"), &json!("bulk-undone")));
        assert_eq!(undo(&service, &eva, "bulk-undone").await, (0, 2, vec![failed(CARLA, "changed_since")]), "once more changes nothing");
    }

    async fn undo_does_not_enforce_where_the_methods_are_gone_since(service) {
        let eva = Tokens::of(&service, "eva").await;
        bulk(&service, &eva, "disable", &[BEN], "bulk-methods").await;
        eva.post(&service, &format!("/v1/admin/users/{BEN}:requireReregistration"), json!({"reason": "lost phone"})).await;
        let owned = eva.get(&service, &format!("/v1/admin/users/{BEN}")).await;
        let own = owned["methods"].as_array().unwrap().iter().filter(|method| method["readOnly"] != true).count();
        assert_eq!(own, 0, "{owned}");
        Intruder::at(&service).await.run("DELETE FROM phones").await;
        assert_eq!(undo(&service, &eva, "bulk-methods").await, (0, 0, vec![failed(BEN, "changed_since")]));
        assert_eq!(state(&service, &eva, BEN).await, "disabled");
    }

    async fn only_changes_of_the_state_are_undone_and_within_a_day(service) {
        let eva = Tokens::of(&service, "eva").await;
        bulk(&service, &eva, "deleteAppPasswords", &[BEN], "bulk-passwords").await;
        bulk(&service, &eva, "disable", &[BEN], "bulk-too-old").await;
        let refused = async |eva: &Tokens, id: &str| {
            let (status, problem) = eva.post(&service, BULK, json!({"action": "undo", "bulkId": id})).await;
            (status, problem["code"].as_str().unwrap().to_owned())
        };
        assert_eq!(refused(&eva, "bulk-passwords").await, (StatusCode::CONFLICT, "undo_not_possible".to_owned()));
        assert_eq!(refused(&eva, "bulk-of-nobody").await, (StatusCode::NOT_FOUND, "not_found".to_owned()));
        service.clock.advance(Duration::from_secs(86_401));
        let eva = Tokens::of(&service, "eva").await;
        assert_eq!(refused(&eva, "bulk-too-old").await, (StatusCode::CONFLICT, "undo_not_possible".to_owned()));
        assert_eq!(state(&service, &eva, BEN).await, "disabled");
    }

    async fn a_part_that_is_sent_again_is_answered_and_not_done_again(service) {
        let eva = Tokens::of(&service, "eva").await;
        let first = bulk(&service, &eva, "disable", &[BEN], "bulk-again").await;
        eva.patch(&service, &format!("/v1/admin/users/{BEN}"), json!({"mfaState": "enabled"})).await;
        assert_eq!(bulk(&service, &eva, "disable", &[BEN], "bulk-again").await, first);
        assert_eq!(state(&service, &eva, BEN).await, "enforced", "what came after it stands");
        let more = bulk(&service, &eva, "disable", &[BEN, CARLA], "bulk-again").await;
        assert_eq!(told(&more), (2, 0, Vec::new()), "and it goes on with those who were not reached");
        assert_eq!(state(&service, &eva, CARLA).await, "disabled");
        let other = json!({"action": "restoreMfa", "users": [BEN], "bulkId": "bulk-again"});
        let (status, problem) = eva.post(&service, BULK, other).await;
        assert_eq!((status, &problem["params"]["field"]), (StatusCode::BAD_REQUEST, &json!("bulkId")), "an id is one change");
    }

    async fn bulk_changes_of_two_administrators_at_once_leave_an_administrator_and_count_each_person_once(service) {
        service.cli(&["user", "roles", BEN, "administrator"]).await;
        let (eva, ben) = (Tokens::of(&service, "eva").await, Tokens::of(&service, "ben").await);
        let names = add_people(&service, 250).await;
        let mut all: Vec<&str> = names.iter().map(String::as_str).collect();
        bulk(&service, &eva, "enable", &all, "bulk-before").await;
        all.extend([EVA, BEN]);
        let (one, other) = tokio::join!(
            bulk(&service, &eva, "disable", &all, "bulk-of-eva"),
            bulk(&service, &ben, "disable", &all, "bulk-of-ben"),
        );
        let changed = |result: &Value| result["changed"].as_u64().unwrap();
        let (by_eva, by_ben) = (told(&one), told(&other));
        assert!(by_eva.2.contains(&failed(EVA, "own_account")) && by_ben.2.contains(&failed(BEN, "own_account")));
        assert_eq!(changed(&one) + changed(&other), 251, "each of 250 once, and one of the two administrators");
        let last = by_eva.2.contains(&failed(BEN, "last_administrator")) || by_ben.2.contains(&failed(EVA, "last_administrator"));
        assert!(last, "{:?} {:?}", by_eva.2, by_ben.2);
        let mut intruder = Intruder::at(&service).await;
        assert_eq!(intruder.number("SELECT count(*) FROM users WHERE administrator = 1 AND mfa_state = 'enforced'").await, 1);
        assert_eq!(intruder.number("SELECT count(*) FROM admin_actions WHERE bulk_id IN ('bulk-of-eva', 'bulk-of-ben')").await, 251);
    }

    async fn a_thousand_people_are_enabled_and_that_is_undone(service) {
        let names = add_people(&service, 1_000).await;
        let all: Vec<&str> = names.iter().map(String::as_str).collect();
        let eva = Tokens::of(&service, "eva").await;
        assert_eq!(dry_run(&service, &eva, "enable", &all).await["counts"]["registering"], 1_000);
        let begun = std::time::Instant::now();
        assert_eq!(told(&bulk(&service, &eva, "enable", &all, "bulk-thousand").await), (1_000, 0, Vec::new()));
        eprintln!("1,000 people were enabled in {:?}", begun.elapsed());
        let found = eva.get(&service, "/v1/admin/users?state=enabled").await;
        assert_eq!(found["found"], 1_001, "and Ann");
        assert_eq!(undo(&service, &eva, "bulk-thousand").await, (1_000, 0, Vec::new()));
        assert_eq!(eva.get(&service, "/v1/admin/users?state=enabled").await["found"], 1);
    }

    async fn a_bulk_change_hides_no_earlier_action(service) {
        let eva = Tokens::of(&service, "eva").await;
        eva.post(&service, &format!("/v1/admin/users/{BEN}:unlock"), json!({"reason": "before the many"})).await;
        let names = add_people(&service, 120).await;
        let all: Vec<&str> = names.iter().map(String::as_str).collect();
        bulk(&service, &eva, "enable", &all, "bulk-of-rows").await;
        let (mut rows, mut path) = (Vec::new(), "/v1/admin/actions?top=50".to_owned());
        loop {
            let page = eva.get(&service, &path).await;
            let value = page["value"].as_array().unwrap();
            assert!(value.len() <= 50);
            rows.extend(value.iter().map(|row| row["subject"].as_str().unwrap().to_owned()));
            let Some(next) = page["next"].as_str() else { break };
            path = format!("/v1/admin/actions?top=50&after={next}");
        }
        assert_eq!((rows.len(), rows.last().unwrap().as_str()), (121, BEN));
        rows.sort();
        rows.dedup();
        assert_eq!(rows.len(), 121, "each once");
    }

    async fn the_help_desk_is_not_let_past_its_limits_by_a_bulk_change(service) {
        service.cli(&["user", "roles", person("gita").upn, "helpDesk"]).await;
        let (gita, eva) = (Tokens::of(&service, "gita").await, Tokens::of(&service, "eva").await);
        bulk(&service, &eva, "disable", &[BEN], "bulk-of-eva").await;
        for (path, body) in [
            (BULK.to_owned(), json!({"action": "deleteAppPasswords", "users": [CARLA], "bulkId": "bulk-of-gita", "reason": "asked"})),
            (BULK.to_owned(), json!({"action": "undo", "bulkId": "bulk-of-eva"})),
            (format!("{BULK}?dryRun=true"), json!({"action": "enable", "users": [EVA], "bulkId": "bulk-of-gita"})),
        ] {
            let (status, problem) = gita.post(&service, &path, body).await;
            assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!("insufficient_scope")), "{path}");
        }
        assert_eq!(state(&service, &eva, BEN).await, "disabled");
    }

    async fn what_a_bulk_change_cannot_take_is_refused_before_anything_is_done(service) {
        let eva = Tokens::of(&service, "eva").await;
        let many: Vec<String> = (0..5_001).map(|at| format!("p{at}@contoso.example")).collect();
        for (body, field) in [
            (json!({"action": "enable", "users": [], "bulkId": "bulk-wrong"}), "users"),
            (json!({"action": "enable", "users": many, "bulkId": "bulk-wrong"}), "users"),
            (json!({"action": "undo", "users": [BEN], "bulkId": "bulk-wrong"}), "users"),
            (json!({"action": "enable", "users": [BEN], "bulkId": "short"}), "bulkId"),
            (json!({"action": "enable", "users": [BEN], "bulkId": "not 'an' id"}), "bulkId"),
            (json!({"action": "disable", "users": [BEN], "bulkId": "bulk-wrong"}), "reason"),
            (json!({"action": "deleteAppPasswords", "users": [BEN], "bulkId": "bulk-wrong"}), "reason"),
            (json!({"action": "requireReregistration", "users": [BEN], "bulkId": "bulk-wrong", "reason": " "}), "reason"),
        ] {
            let (status, problem) = eva.post(&service, BULK, body).await;
            assert_eq!((status, &problem["params"]["field"]), (StatusCode::BAD_REQUEST, &json!(field)));
        }
        assert_eq!(eva.get(&service, "/v1/admin/actions").await["value"], json!([]));
    }
}
