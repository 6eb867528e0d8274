//! The overview of administration: its figures, and the health of what serves.

use std::sync::Arc;
use std::time::Duration;

use proofup_service::{NoTelephony, Running};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::on_both_databases;
use crate::support::{Intruder, SignIn, Tokens};

const OVERVIEW: &str = "/v1/admin/overview";
const BEN: &str = "ben@contoso.example";

fn last<'a>(overview: &'a Value, list: &str) -> &'a Value {
    overview[list].as_array().unwrap().last().unwrap()
}

on_both_databases! {
    async fn the_overview_counts_people_methods_and_hardware_tokens(service) {
        let eva = Tokens::of(&service, "eva").await;
        let shown = eva.get(&service, OVERVIEW).await;
        assert_eq!(shown["people"], json!({"disabled": 0, "enabled": 1, "enforced": 6}));
        assert_eq!((&shown["administrators"], &shown["blocked"], &shown["notRegistered14Days"]), (&json!(1), &json!(0), &json!(0)));
        let mut with_any = 0;
        for row in shown["methods"].as_array().unwrap() {
            let kind = row["kind"].as_str().unwrap();
            let listed = eva.get(&service, &format!("/v1/admin/users?method={kind}")).await;
            with_any += listed["found"].as_i64().unwrap();
            assert_eq!(row["people"], listed["found"], "the list of those with {kind} has as many");
        }
        assert!(with_any > 6, "{shown}");
        let devices = eva.get(&service, "/v1/admin/hardwareOathDevices").await;
        let in_state = |state: &str| devices["value"].as_array().unwrap().iter().filter(|device| device["status"] == state).count();
        for (state, count) in shown["hardwareTokens"].as_object().unwrap() {
            assert_eq!(count.as_u64().unwrap() as usize, in_state(state), "{state}");
        }
        assert!(in_state("available") + in_state("assigned") + in_state("activated") > 0);
        eva.post(&service, &format!("/v1/admin/users/{BEN}:block"), json!({"reason": "lost laptop"})).await;
        service.clock.advance(Duration::from_secs(14 * 86_400));
        let eva = Tokens::of(&service, "eva").await;
        let shown = eva.get(&service, OVERVIEW).await;
        assert_eq!((&shown["blocked"], &shown["notRegistered14Days"]), (&json!(1), &json!(1)), "Ben, and Ann");
    }

    async fn sign_ins_are_counted_by_day_and_a_day_without_one_is_there_too(service) {
        let eva = Tokens::of(&service, "eva").await;
        let before = eva.get(&service, OVERVIEW).await;
        SignIn::password(&service, BEN, "not it", &[]).await;
        let shown = eva.get(&service, OVERVIEW).await;
        let today = last(&shown, "signIns");
        assert_eq!(today["date"], "2026-03-02");
        let count = |overview: &Value, what: &str| last(overview, "signIns")[what].as_i64().unwrap();
        assert_eq!(count(&shown, "denied"), count(&before, "denied") + 1);
        assert_eq!(count(&shown, "passed"), count(&before, "passed"));
        let days: Vec<_> = shown["signIns"].as_array().unwrap().iter().map(|day| day["date"].as_str().unwrap().to_owned()).collect();
        assert_eq!((days.len(), days[0].as_str()), (30, "2026-02-01"));
        assert!(days.is_sorted());
        let log = eva.get(&service, "/v1/admin/signIns?from=2026-03-02T00:00:00Z&kind=denied").await;
        assert_eq!(log["value"].as_array().unwrap().len() as i64, count(&shown, "denied"), "the log has as many rows");
        service.clock.advance(Duration::from_secs(29 * 86_400));
        let eva = Tokens::of(&service, "eva").await;
        let later = eva.get(&service, OVERVIEW).await;
        assert_eq!(later["signIns"][0]["date"], "2026-03-02");
        assert_eq!(later["signIns"][0]["denied"], today["denied"], "a day counts for thirty days");
        assert_eq!(later["signIns"][1], json!({"date": "2026-03-03", "passed": 0, "denied": 0}));
        service.clock.advance(Duration::from_secs(86_400));
        let eva = Tokens::of(&service, "eva").await;
        assert_eq!(eva.get(&service, OVERVIEW).await["signIns"][0]["date"], "2026-03-03");
    }

    async fn the_curve_of_registration_ends_with_those_who_are_registered_today(service) {
        let mut intruder = Intruder::at(&service).await;
        // The last millisecond of 2026-02-24.
        let end = 1_771_977_599_999_i64;
        intruder.run("UPDATE users SET mfa_state_at = 0 WHERE mfa_state = 'enforced'").await;
        intruder.run(&format!("UPDATE users SET mfa_state_at = {end} - 86400000 WHERE upn = '{BEN}'")).await;
        intruder.run(&format!("UPDATE users SET mfa_state_at = {end} + 1 - 86400000 WHERE upn LIKE 'carla%'")).await;
        let eva = Tokens::of(&service, "eva").await;
        let shown = eva.get(&service, OVERVIEW).await;
        let curve = shown["registration"].as_array().unwrap();
        assert_eq!((curve.len(), &curve[0]["date"]), (13, &json!("2025-12-08")));
        assert_eq!(curve[12], json!({"date": "2026-03-02", "registered": 6}));
        assert_eq!(curve[11], json!({"date": "2026-02-23", "registered": 5}), "Carla registered today");
        assert_eq!(curve[10]["registered"], 4, "Ben a week ago");
        assert_eq!(curve[0]["registered"], 4);
    }

    async fn a_node_that_gives_no_sign_of_life_is_shown_as_lost_and_one_that_stopped_is_not_shown(service) {
        let eva = Tokens::of(&service, "eva").await;
        let shown = eva.get(&service, OVERVIEW).await;
        let node = &shown["nodes"][0];
        assert_eq!((&node["name"], &node["address"]), (&json!("proofup"), &json!(service.config.listen.to_string())));
        assert_eq!((&node["alive"], &node["certificateUntilDateTime"]), (&json!(true), &Value::Null));
        let mut other = service.config.clone();
        other.listen.set_port(0);
        other.server_name = "node-2".to_owned();
        let other = Running::start(other).await.unwrap();
        let names = async || -> Vec<Value> {
            let shown = eva.get(&service, OVERVIEW).await;
            shown["nodes"].as_array().unwrap().iter().map(|node| node["name"].clone()).collect()
        };
        assert_eq!(names().await, ["node-2", "proofup"]);
        other.stop().await;
        assert_eq!(names().await, ["proofup"]);
        Intruder::at(&service).await.run("INSERT INTO nodes (name, address, version, seen_at) VALUES ('node-3', '192.0.2.3:8443', '0', 1772442000000 - 180001)").await;
        let lost = &eva.get(&service, OVERVIEW).await["nodes"][0];
        assert_eq!((&lost["name"], &lost["alive"]), (&json!("node-3"), &json!(false)));
    }

    async fn the_health_of_database_and_gateway_is_shown(service) {
        let eva = Tokens::of(&service, "eva").await;
        let shown = eva.get(&service, OVERVIEW).await;
        assert_eq!((&shown["database"], &shown["clockJumpSeconds"]), (&json!({"takesChanges": true}), &json!(0)));
        let gateway = &shown["gateway"];
        assert_eq!((&gateway["configured"], &gateway["month"]), (&json!(true), &json!("2026-03")));
        let service = service.restarted(|config| config.telephony = Arc::new(NoTelephony)).await;
        SignIn::begin(&service, "ben").await.start("sms").await;
        let shown = eva.get(&service, OVERVIEW).await;
        assert_eq!(shown["gateway"]["configured"], false);
        assert_eq!(shown["gateway"]["failed"].as_i64().unwrap(), gateway["failed"].as_i64().unwrap() + 1);
    }

    async fn the_overview_names_nobody(service) {
        service.cli(&["user", "roles", "carla@contoso.example", "auditor"]).await;
        let carla = Tokens::of(&service, "carla").await;
        let (status, shown) = service.send(Method::GET, OVERVIEW, Some(&carla.access), None).await;
        assert_eq!(status, StatusCode::OK, "auditors read it");
        let text = shown.to_string();
        assert!(!text.contains("contoso") && !text.contains("Carla"), "{text}");
    }
}
