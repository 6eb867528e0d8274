//! Administration: who reaches it, what each action does, and the list of what was done.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use proofup_api::Role;
use proofup_service::{ADMIN_CALLS, AdminCall};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::hardware_tokens::counted;
use crate::on_both_databases;
use crate::support::{Intruder, SignIn, TestService, Tokens, VERIFIER, command_line, form, person};

const SETTINGS: &str = "/v1/admin/settings";
const BEN: &str = "ben@contoso.example";
/// Enough to act without verifying a caller.
const LONG_REASON: &str = "asked at the counter with a passport";

/// Every call of the table, with a body that it takes.
fn routes() -> Vec<(Method, String, Option<Value>)> {
    ADMIN_CALLS.iter().map(|call| request(call, BEN)).collect()
}

/// A call about a person, with a body that it takes.
pub fn request(call: &AdminCall, upn: &str) -> (Method, String, Option<Value>) {
    let because = || json!({"reason": LONG_REASON, "withoutVerification": true});
    let body = match (call.method, call.path) {
        ("GET" | "DELETE", _) => None,
        (_, "/v1/admin/users") => Some(json!({"userPrincipalName": "gus@contoso.example", "displayName": "Gus"})),
        ("PATCH", "/v1/admin/users/{upn}") => Some(json!({"mfaState": "enabled"})),
        ("PATCH", SETTINGS) => Some(json!({"lockoutDenials": 9})),
        ("PUT", "/v1/admin/users/{upn}/roles") => Some(json!({"roles": ["auditor"]})),
        (_, "/v1/admin/users/{upn}:oneTimeBypass") => {
            Some(json!({"seconds": 60, "reason": LONG_REASON, "withoutVerification": true}))
        }
        (_, "/v1/admin/users:bulk") => Some(json!({"action": "restoreMfa", "users": [upn], "bulkId": "a-bulk-change"})),
        (_, "/v1/admin/accessTokens") => {
            Some(json!({"displayName": upn, "scopes": ["reports.read"], "expiresInDays": 30}))
        }
        (_, "/v1/admin/signIns:verify") => Some(json!({})),
        (_, "/v1/admin/settings:preview") => Some(json!({"lockoutDenials": 9})),
        (_, "/v1/admin/hardwareOathDevices:import") => None,
        ("POST", path) if path.starts_with("/v1/admin/hardwareOathDevices/{id}:") => {
            Some(json!({"userPrincipalName": upn, "code": "123456", "nextCode": "234567"}))
        }
        (_, "/v1/admin/users/{upn}/callerVerifications") => {
            Some(json!({"way": "callBack", "methodId": "none", "acts": ["oneTimeBypass"]}))
        }
        (_, "/v1/admin/users/{upn}/callerVerifications/{id}:confirm") => Some(json!({})),
        ("POST", path) if path.starts_with("/v1/admin/users/{upn}:") => Some(because()),
        (method, path) => panic!("no body is known for {method} {path}"),
    };
    (Method::from_bytes(call.method.as_bytes()).unwrap(), call.path.replace("{upn}", upn).replace("{id}", "none"), body)
}

/// Adds a method of a kind, up to the step that makes it usable.
async fn add_method(service: &TestService, gus: &Tokens, kind: &str) {
    match kind {
        "phone" => {
            let (_, started) = gus.add_mobile(service, "+1 4255550166").await;
            gus.verify(service, &started, &service.text_code("+1 4255550166")).await;
        }
        "app" => {
            let (id, seed) = gus.new_app(service).await;
            let (status, _) = gus.activate(service, &id, json!({"code": service.app_code(&seed)})).await;
            assert_eq!(status, StatusCode::OK);
        }
        "device" => {
            gus.register_device(service, 9, json!({})).await;
        }
        _ => {
            service.import_counting().await;
            let (status, told) = gus.add_token(service, "H-1", &counted(3)).await;
            assert!(status.is_success(), "{told}");
        }
    }
}

/// The import takes a file, and an id is of something that is not there: both are answered only after the role was looked at.
pub fn reached(status: StatusCode) -> bool {
    status.is_success() || matches!(status, StatusCode::UNPROCESSABLE_ENTITY | StatusCode::NOT_FOUND)
}

/// The paths of every route, as the sources of the endpoints have them.
fn routes_of_the_source() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/endpoints/http");
    let mut routes = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let names = text
            .split("const ")
            .filter_map(|rest| rest.split_once(": &str = \"")?.1.split_once('"').map(|(value, _)| (rest, value)));
        let names: Vec<(&str, &str)> =
            names.filter_map(|(rest, value)| Some((rest.split_once(':')?.0, value))).collect();
        for route in text.split(".route(").skip(1) {
            let route = route.trim_start().trim_start_matches('&').trim_start_matches("format!(");
            let mut path = match route.strip_prefix('"') {
                Some(literal) => literal.split('"').next().unwrap().to_owned(),
                None => format!("{{{}}}", route.split(',').next().unwrap()),
            };
            for (name, value) in &names {
                path = path.replace(&format!("{{{name}}}"), value);
            }
            routes.insert(path.replace("{{", "{").replace("}}", "}"));
        }
    }
    routes
}

on_both_databases! {
    async fn no_call_is_open_to_anybody_without_a_role_and_a_second_step(service) {
        let ben = Tokens::of(&service, "ben").await;
        let ann = Tokens::of(&service, "ann").await;
        let stale = Tokens::of(&service, "eva").await;
        service.clock.advance(Duration::from_secs(601));
        let (ben, ann, eleven) = (ben.refresh(&service).await, ann.refresh(&service).await, stale.refresh(&service).await);
        for (call, (method, path, body)) in ADMIN_CALLS.iter().zip(routes()) {
            for (who, token, status, code) in [
                ("nobody", None, StatusCode::UNAUTHORIZED, "invalid_token"),
                ("a made-up token", Some("made-up"), StatusCode::UNAUTHORIZED, "invalid_token"),
                ("a person", Some(ben.access.as_str()), StatusCode::FORBIDDEN, "insufficient_scope"),
                ("somebody registering", Some(&ann.access), StatusCode::FORBIDDEN, "insufficient_scope"),
            ] {
                let (answered, problem) = service.send(method.clone(), &path, token, body.clone()).await;
                assert_eq!((answered, problem["code"].as_str().unwrap()), (status, code), "{method} {path} by {who}");
            }
            let (status, problem) = service.send(method.clone(), &path, Some(&eleven.access), body).await;
            if call.max_age_seconds > 600 {
                assert!(reached(status), "{path}: reading goes on for an hour, {status}");
            } else {
                assert_eq!((status, &problem["code"]), (StatusCode::UNAUTHORIZED, &json!("step_up_required")), "{method} {path}");
                assert_eq!(problem["params"]["maxAgeSeconds"], 600);
            }
        }
        service.clock.advance(Duration::from_secs(3_000));
        let an_hour = eleven.refresh(&service).await;
        for (method, path, body) in routes() {
            let (status, problem) = service.send(method.clone(), &path, Some(&an_hour.access), body).await;
            assert_eq!((status, &problem["code"]), (StatusCode::UNAUTHORIZED, &json!("step_up_required")), "{method} {path}");
        }
        let eva = Tokens::of(&service, "eva").await;
        assert_eq!(eva.scope, "security_info admin");
        let listed = eva.get(&service, "/v1/admin/actions").await;
        assert_eq!(listed["value"], json!([]), "nothing was done");
    }

    async fn every_call_is_open_to_the_roles_of_the_table_and_to_no_other(service) {
        for (name, role) in [("eva", "administrator"), ("gita", "helpDesk"), ("carla", "auditor")] {
            let upn = person(name).upn;
            service.cli(&["user", "roles", upn, role]).await;
            let tokens = Tokens::of(&service, name).await;
            assert_eq!(tokens.get(&service, "/v1/me").await["roles"], json!([role]));
            for call in ADMIN_CALLS {
                let (method, path, body) = request(call, BEN);
                let (status, answer) = service.send(method.clone(), &path, Some(&tokens.access), body).await;
                if call.roles.iter().any(|may| may.as_str() == role) {
                    assert!(reached(status), "{method} {path} by {role}: {status} {answer}");
                } else {
                    assert_eq!((status, &answer["code"]), (StatusCode::FORBIDDEN, &json!("insufficient_scope")), "{method} {path} by {role}");
                }
            }
        }
    }

    async fn every_route_of_administration_stands_in_the_table(service) {
        let (_, description) = service.send(Method::GET, "/openapi.json", None, None).await;
        let mut described = Vec::new();
        for (path, item) in description["paths"].as_object().unwrap() {
            for method in item.as_object().unwrap().keys().filter(|_| path.starts_with("/v1/admin")) {
                described.push((method.to_uppercase(), path.clone()));
            }
        }
        let of_table = |method: &str, path: &str| match path.strip_suffix("{action}") {
            Some(stem) => ADMIN_CALLS.iter().any(|call| call.method == method && call.path.starts_with(stem)),
            None => ADMIN_CALLS.iter().any(|call| call.method == method && call.path == path),
        };
        let missing: Vec<_> = described.iter().filter(|(method, path)| !of_table(method, path)).collect();
        assert!(described.len() > 10 && missing.is_empty(), "{missing:?}");
    }

    async fn every_route_of_the_service_is_described(service) {
        let (_, description) = service.send(Method::GET, "/openapi.json", None, None).await;
        let described = description["paths"].as_object().unwrap();
        let routes = routes_of_the_source();
        assert!(routes.len() > 50, "the sources were not read: {routes:?}");
        let missing: Vec<_> = routes.iter().filter(|route| *route != "/openapi.json" && !described.contains_key(*route)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    async fn the_help_desk_does_nothing_to_administrators_nor_to_itself(service) {
        service.cli(&["user", "roles", person("gita").upn, "helpDesk"]).await;
        let gita = Tokens::of(&service, "gita").await;
        for (upn, code) in [(person("eva").upn, "administrator_protected"), (person("gita").upn, "own_account")] {
            for call in ADMIN_CALLS.iter().filter(|call| call.path.starts_with("/v1/admin/users/{upn}") && call.roles.contains(&Role::HelpDesk)) {
                let (method, path, body) = request(call, upn);
                let (status, problem) = service.send(method.clone(), &path, Some(&gita.access), body).await;
                assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!(code)), "{method} {path}");
            }
        }
        let eva = Tokens::of(&service, "eva").await;
        assert_eq!(eva.get(&service, &format!("/v1/admin/users/{}", person("eva").upn)).await["mfaState"], "enforced");
    }

    async fn the_help_desk_sees_people_after_two_characters_and_only_names_of_administrators(service) {
        service.cli(&["user", "roles", person("gita").upn, "helpDesk"]).await;
        let gita = Tokens::of(&service, "gita").await;
        for path in ["/v1/admin/users", "/v1/admin/users?search=e", "/v1/admin/users?search=%20%20e"] {
            assert_eq!(gita.get(&service, path).await["value"], json!([]), "{path}");
        }
        let found = gita.get(&service, "/v1/admin/users?search=ev").await;
        let eva = &found["value"][0];
        assert_eq!((&eva["displayName"], &eva["roles"], &eva["methodKinds"]), (&json!("Eva Admin"), &json!(["administrator"]), &json!([])));
        let ben = &gita.get(&service, "/v1/admin/users?search=ben").await["value"][0];
        assert!(!ben["methodKinds"].as_array().unwrap().is_empty(), "{ben}");
    }

    async fn the_help_desk_does_not_page_through_the_directory(service) {
        service.cli(&["user", "roles", person("gita").upn, "helpDesk"]).await;
        let (gita, eva) = (Tokens::of(&service, "gita").await, Tokens::of(&service, "eva").await);
        let next = "/v1/admin/users?search=contoso&top=2&after=ann%20a";
        assert!(!eva.get(&service, next).await["value"].as_array().unwrap().is_empty(), "administrators do");
        let (status, problem) = service.send(Method::GET, next, Some(&gita.access), None).await;
        assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!("insufficient_scope")));
    }

    async fn the_help_desk_reads_its_own_actions_alone(service) {
        service.cli(&["user", "roles", person("gita").upn, "helpDesk"]).await;
        let (gita, eva) = (Tokens::of(&service, "gita").await, Tokens::of(&service, "eva").await);
        eva.post(&service, &format!("/v1/admin/users/{BEN}:unlock"), json!({})).await;
        assert_eq!(gita.get(&service, "/v1/admin/actions").await["value"], json!([]));
        gita.post(&service, &format!("/v1/admin/users/{BEN}:unlock"), json!({"reason": "called from home"})).await;
        let own = gita.get(&service, "/v1/admin/actions").await;
        assert_eq!((own["value"].as_array().unwrap().len(), &own["value"][0]["actor"]), (1, &json!(person("gita").upn)));
    }

    async fn the_last_administrator_cannot_lose_the_role(service) {
        let eva = Tokens::of(&service, "eva").await;
        let roles = |upn: &str| format!("/v1/admin/users/{upn}/roles");
        let put = async |upn: &str, body: Value| service.send(Method::PUT, &roles(upn), Some(&eva.access), Some(body)).await;
        let (status, problem) = put(person("eva").upn, json!({"roles": ["auditor"]})).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("last_administrator")));
        assert!(service.cli_fails(&["user", "roles", person("eva").upn]).await.contains("the last administrator"));
        let (status, ben) = put(BEN, json!({"roles": ["administrator", "auditor"], "reason": "second one"})).await;
        assert_eq!((status, &ben["roles"]), (StatusCode::OK, &json!(["administrator", "auditor"])));
        let done = &eva.get(&service, "/v1/admin/actions").await["value"][0];
        assert_eq!((&done["action"], &done["detail"], &done["reason"]), (&json!("roles_changed"), &json!("administrator auditor"), &json!("second one")));
        let (status, answer) = put(person("eva").upn, json!({"roles": []})).await;
        assert_eq!((status, &answer["roles"]), (StatusCode::OK, &json!([])), "another one is there now");
        let (status, _) = service.send(Method::GET, "/v1/admin/actions", Some(&eva.access), None).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "taken away, it is gone with the next call");
    }

    async fn people_are_found_by_pieces_of_their_names_and_filtered(service) {
        let eva = Tokens::of(&service, "eva").await;
        let names = async |query: &str| -> Vec<String> {
            let found = eva.get(&service, &format!("/v1/admin/users?{query}")).await;
            assert_eq!(found["found"], found["value"].as_array().unwrap().len(), "{query}");
            found["value"].as_array().unwrap().iter().map(|row| row["displayName"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(names("search=BEN").await, ["Ben Carter"]);
        assert_eq!(names("search=vries%20carla").await, ["Carla de Vries"], "in any order");
        assert_eq!(names("search=%25").await, Vec::<String>::new(), "a sign of a pattern is looked for as it is");
        assert_eq!(names("search=contoso").await.len(), 7);
        assert_eq!(names("state=enabled").await, ["Ann Example"]);
        assert_eq!(names("method=notification").await, ["Finn Mulder"]);
        assert_eq!(names("role=administrator").await, ["Eva Admin"]);
        assert_eq!(names("notRegisteredDays=14").await, Vec::<String>::new());
        service.clock.advance(Duration::from_secs(14 * 86_400));
        let eva = Tokens::of(&service, "eva").await;
        let late = eva.get(&service, "/v1/admin/users?notRegisteredDays=14").await;
        assert_eq!((late["found"].as_i64(), &late["value"][0]["displayName"]), (Some(1), &json!("Ann Example")));
        eva.post(&service, &format!("/v1/admin/users/{BEN}:block"), json!({"reason": "lost laptop"})).await;
        let blocked = eva.get(&service, "/v1/admin/users?blocked=true").await;
        assert_eq!((blocked["found"].as_i64(), &blocked["value"][0]["userPrincipalName"]), (Some(1), &json!(BEN)));
        assert_eq!(eva.get(&service, "/v1/admin/users?locked=true").await["found"], 0);
        for _ in 0..11 {
            SignIn::password(&service, person("carla").upn, "wrong-word", &[]).await;
        }
        let locked = eva.get(&service, "/v1/admin/users?locked=true").await;
        assert_eq!((locked["found"].as_i64(), &locked["value"][0]["displayName"]), (Some(1), &json!("Carla de Vries")));
    }

    async fn everybodys_blocks_are_listed_with_cause_reason_and_end(service) {
        let eva = Tokens::of(&service, "eva").await;
        let act = async |who: &str, what: &str, why: &str| {
            let path = format!("/v1/admin/users/{}:{what}", person(who).upn);
            assert!(eva.post(&service, &path, json!({"reason": why})).await.0.is_success());
        };
        act("ben", "block", "lost laptop").await;
        act("carla", "block", "left in anger").await;
        act("carla", "unblock", "came back").await;
        let page = async |query: &str| eva.get(&service, &format!("/v1/admin/blocks?{query}")).await;
        let open = page("state=open").await;
        let ben = &open["value"][0];
        assert_eq!((open["value"].as_array().unwrap().len(), &ben["userPrincipalName"], &ben["state"]), (1, &json!(BEN), &json!("open")));
        assert_eq!((&ben["cause"], &ben["reason"], &ben["blockedBy"]), (&json!("administrator"), &json!("lost laptop"), &json!(person("eva").upn)));
        let newest = page("top=1").await;
        let carla = &newest["value"][0];
        assert_eq!((&carla["userPrincipalName"], &carla["state"], &carla["liftReason"]), (&json!(person("carla").upn), &json!("ended"), &json!("came back")));
        let older = page(&format!("top=1&after={}", newest["next"].as_str().unwrap())).await;
        assert_eq!((&older["value"][0]["userPrincipalName"], &older["next"]), (&json!(BEN), &Value::Null));
        assert_eq!(page("state=ended").await["value"].as_array().unwrap().len(), 1);
        service.clock.advance(Duration::from_secs(91 * 86_400));
        let eva = Tokens::of(&service, "eva").await;
        assert_eq!(eva.get(&service, "/v1/admin/blocks?state=open").await["value"], json!([]), "it ended by itself");
    }

    async fn a_withdrawn_bypass_does_not_work(service) {
        let eva = Tokens::of(&service, "eva").await;
        let path = format!("/v1/admin/users/{BEN}");
        let body = json!({"seconds": 300, "reason": "phone at home"});
        assert_eq!(eva.post(&service, &format!("{path}:oneTimeBypass"), body).await.0, StatusCode::NO_CONTENT);
        assert!(eva.get(&service, &path).await["oneTimeBypassUntilDateTime"].is_string());
        let open = eva.get(&service, "/v1/admin/oneTimeBypasses").await;
        let listed = &open["value"][0];
        assert_eq!((open["value"].as_array().unwrap().len(), &listed["userPrincipalName"], &listed["reason"]), (1, &json!(BEN), &json!("phone at home")));
        assert_eq!(&listed["grantedBy"], &json!(person("eva").upn));
        assert_eq!(eva.delete(&service, &format!("{path}/oneTimeBypass")).await.0, StatusCode::NO_CONTENT);
        assert!(eva.get(&service, &path).await["oneTimeBypassUntilDateTime"].is_null());
        assert_eq!(eva.get(&service, "/v1/admin/oneTimeBypasses").await["value"], json!([]));
        SignIn::begin(&service, "ben").await;
        let done = &eva.get(&service, "/v1/admin/actions").await["value"][0];
        assert_eq!((&done["action"], &done["subject"]), (&json!("bypass_withdrawn"), &json!(BEN)));
        eva.delete(&service, &format!("{path}/oneTimeBypass")).await;
        assert_eq!(eva.get(&service, "/v1/admin/actions").await["value"].as_array().unwrap().len(), 2, "nothing was open");
    }

    async fn pages_of_people_follow_each_other_without_a_gap(service) {
        let eva = Tokens::of(&service, "eva").await;
        let all = eva.get(&service, "/v1/admin/users").await;
        let mut seen = Vec::new();
        let mut path = "/v1/admin/users?top=2".to_owned();
        loop {
            let page = eva.get(&service, &path).await;
            seen.extend(page["value"].as_array().unwrap().clone());
            let Some(next) = page["next"].as_str() else { break };
            path = format!("/v1/admin/users?{}", form(&[("top", "2"), ("after", next)]));
        }
        assert_eq!(json!(seen), all["value"]);
        assert_eq!(all["found"], 7);
    }

    async fn an_app_password_reaches_no_administration(service) {
        let eva = Tokens::of(&service, "eva").await;
        let (_, made) = eva.post(&service, "/v1/me/appPasswords", json!({"displayName": "Mail"})).await;
        let secret = made["password"].as_str().unwrap();
        let step = SignIn::password(&service, person("eva").upn, secret, &[]).await;
        assert_eq!(step.code(), "invalid_credentials", "no sign-in");
        for (method, path, body) in routes() {
            let as_bearer = service.send(method.clone(), &path, Some(secret), body.clone()).await;
            assert_eq!(as_bearer.1["code"], "invalid_token", "{method} {path}");
            let mut request = service.http.request(method.clone(), service.url(&path));
            request = request.basic_auth(person("eva").upn, Some(secret));
            if let Some(body) = body {
                request = request.json(&body);
            }
            assert_eq!(request.send().await.unwrap().status(), StatusCode::UNAUTHORIZED, "{method} {path}");
        }
    }

    async fn an_administrator_without_a_second_step_administers_nothing(service) {
        let command = ["user", "add", "hal@contoso.example", "--name", "Hal", "--admin", "--password-stdin"];
        service.cli_with_input(&command, "hidden-hill\n").await;
        let step = SignIn::password(&service, "hal@contoso.example", "hidden-hill", &[]).await;
        let hal = Tokens::exchange(&service, &step).await;
        assert_eq!(hal.scope, "security_info");
        let (status, problem) = service.send(Method::GET, "/v1/admin/users", Some(&hal.access), None).await;
        assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!("insufficient_scope")));
    }

    async fn a_person_is_added_and_given_a_state(service) {
        let eva = Tokens::of(&service, "eva").await;
        let body = json!({"userPrincipalName": "Gus@Contoso.example", "displayName": "Gus", "password": "green-gate", "mfaState": "enabled"});
        let (status, gus) = eva.post(&service, "/v1/admin/users", body.clone()).await;
        assert_eq!((status, &gus["userPrincipalName"], &gus["mfaState"]), (StatusCode::CREATED, &json!("gus@contoso.example"), &json!("enabled")));
        assert_eq!(eva.post(&service, "/v1/admin/users", body).await.1["code"], "user_name_taken");
        let step = SignIn::password(&service, "gus@contoso.example", "green-gate", &[]).await;
        assert_eq!(Tokens::exchange(&service, &step).await.scope, "registration");
        let path = "/v1/admin/users/gus@contoso.example";
        let (_, gus) = eva.patch(&service, path, json!({"mfaState": "disabled"})).await;
        assert_eq!(gus["mfaState"], "disabled");
        assert_eq!(eva.patch(&service, path, json!({"mfaState": "enforced"})).await.0, StatusCode::BAD_REQUEST, "by registration alone");
        let (status, _) = eva.patch(&service, "/v1/admin/users/nobody@contoso.example", json!({"mfaState": "enabled"})).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
    }

    async fn enabling_does_not_require_registration_from_a_person_with_a_method(service) {
        let eva = Tokens::of(&service, "eva").await;
        let path = format!("/v1/admin/users/{BEN}");
        assert_eq!(eva.patch(&service, &path, json!({"mfaState": "enabled"})).await.1["mfaState"], "enforced");
        eva.patch(&service, &path, json!({"mfaState": "disabled"})).await;
        let ben = person("ben");
        assert!(SignIn::password(&service, ben.upn, ben.password, &[]).await.is_granted(), "no second step is owed");
        assert_eq!(eva.patch(&service, &path, json!({"mfaState": "enabled"})).await.1["mfaState"], "enforced");
        SignIn::begin(&service, "ben").await;
    }

    async fn adding_a_method_after_enabling_enforces_the_second_step(service) {
        let eva = Tokens::of(&service, "eva").await;
        for (number, kind) in ["phone", "app", "device", "token"].into_iter().enumerate() {
            let upn = format!("gus{number}@contoso.example");
            let body = json!({"userPrincipalName": upn, "displayName": "Gus", "password": "green-gate"});
            assert_eq!(eva.post(&service, "/v1/admin/users", body).await.0, StatusCode::CREATED);
            let by_password = || SignIn::password(&service, &upn, "green-gate", &[]);
            let gus = Tokens::exchange(&service, &by_password().await).await;
            let path = format!("/v1/admin/users/{upn}");
            assert_eq!(eva.patch(&service, &path, json!({"mfaState": "enabled"})).await.1["mfaState"], "enabled");
            let registering = Tokens::exchange(&service, &by_password().await).await;
            let not_exchanged = by_password().await;
            assert_eq!(registering.scope, "registration");

            add_method(&service, &gus, kind).await;

            assert_eq!(eva.get(&service, &path).await["mfaState"], "enforced", "by a {kind}");
            assert_eq!(by_password().await.error(), "insufficient_authorization", "the password alone opens nothing");
            let (status, _) = service.send(Method::GET, "/v1/me", Some(&registering.access), None).await;
            assert_eq!(status, StatusCode::UNAUTHORIZED, "nor what it had opened before");
            let code = not_exchanged.body["authorization_code"].as_str().unwrap();
            assert_eq!(Tokens::exchange_code(&service, code, VERIFIER).await.0, StatusCode::BAD_REQUEST);
            let told = eva.get(&service, &format!("/v1/admin/actions?user={upn}")).await;
            assert_eq!((&told["value"][0]["detail"], &told["value"][0]["actor"]), (&json!("enforced"), &json!(upn)), "{told}");
            gus.get(&service, "/v1/me").await;
        }
    }

    async fn a_person_whose_row_in_the_list_cannot_be_written_is_not_added(service) {
        let eva = Tokens::of(&service, "eva").await;
        let mut db = Intruder::at(&service).await;
        db.run("ALTER TABLE admin_actions RENAME TO admin_actions_away").await;
        let body = json!({"userPrincipalName": "gus@contoso.example", "displayName": "Gus"});
        assert_eq!(eva.post(&service, "/v1/admin/users", body.clone()).await.0, StatusCode::INTERNAL_SERVER_ERROR);
        db.run("ALTER TABLE admin_actions_away RENAME TO admin_actions").await;
        assert_eq!(eva.post(&service, "/v1/admin/users", body).await.0, StatusCode::CREATED, "nobody has the name");
    }

    async fn a_command_adds_nobody_whose_row_in_the_list_cannot_be_written(service) {
        let mut db = Intruder::at(&service).await;
        let command = ["user", "add", "gus@contoso.example", "--name", "Gus"];
        db.run("ALTER TABLE admin_actions RENAME TO admin_actions_away").await;
        let said = service.cli_fails(&command).await;
        assert!(said.contains("admin_actions"), "{said}");
        db.run("ALTER TABLE admin_actions_away RENAME TO admin_actions").await;
        assert_eq!(db.number("SELECT count(*) FROM users WHERE upn = 'gus@contoso.example'").await, 0);
        service.cli(&command).await;
        let listed = "SELECT count(*) FROM admin_actions WHERE action = 'user_created'";
        assert_eq!(db.number(listed).await, 1, "of the second command alone");
    }

    async fn a_person_is_shown_without_a_secret(service) {
        let eva = Tokens::of(&service, "eva").await;
        let ben = eva.get(&service, &format!("/v1/admin/users/{BEN}")).await;
        assert_eq!((&ben["appPasswords"], &ben["trustedDevices"]), (&json!(3), &json!(1)));
        assert!(ben["methods"].as_array().unwrap().len() >= 2);
        let text = ben.to_string();
        assert!(!text.contains("4255550102") && !text.contains(person("ben").authenticator_seed.unwrap()), "{text}");
    }

    async fn requiring_registration_deletes_methods_and_gives_the_reason(service) {
        let eva = Tokens::of(&service, "eva").await;
        let ben = Tokens::of(&service, "ben").await;
        act(&service, &eva, "requireReregistration", json!({"reason": "lost phone"})).await;
        assert_eq!(service.send(Method::GET, "/v1/me", Some(&ben.access), None).await.0, StatusCode::UNAUTHORIZED);
        let shown = eva.get(&service, &format!("/v1/admin/users/{BEN}")).await;
        assert_eq!(shown["trustedDevices"], 0);
        assert!(shown["methods"].as_array().unwrap().iter().all(|method| method["readOnly"] == true), "{shown}");
        assert_eq!(shown["appPasswords"], 3, "they are taken away by their own action");
        let ben = Tokens::of(&service, "ben").await;
        assert_eq!(ben.scope, "registration");
        let me = ben.get(&service, "/v1/me").await;
        assert_eq!(me["registration"]["reasons"], json!(["reregistration_required"]));
    }

    async fn the_other_policies_work_as_documented(service) {
        let eva = Tokens::of(&service, "eva").await;
        let ben = Tokens::of(&service, "ben").await;
        act(&service, &eva, "deleteAppPasswords", json!({})).await;
        act(&service, &eva, "restoreMfa", json!({})).await;
        assert_eq!(ben.get(&service, "/v1/me/appPasswords").await["value"], json!([]));
        assert_eq!(ben.get(&service, "/v1/me/trustedDevices").await["value"], json!([]));
        act(&service, &eva, "revokeSessions", json!({})).await;
        assert_eq!(service.send(Method::GET, "/v1/me", Some(&ben.access), None).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(ben.refreshed(&service).await.0, StatusCode::BAD_REQUEST);
    }

    async fn actions_require_their_own_parameters_only(service) {
        let eva = Tokens::of(&service, "eva").await;
        for (action, body, field) in [
            ("block", json!({}), "reason"),
            ("unblock", json!({}), "reason"),
            ("block", json!({"reason": "  "}), "reason"),
            ("block", json!({"reason": "two\nlines"}), "reason"),
            ("block", json!({"reason": "x".repeat(501)}), "reason"),
            ("block", json!({"reason": "x", "seconds": 5}), "seconds"),
            ("oneTimeBypass", json!({"reason": "x"}), "seconds"),
            ("oneTimeBypass", json!({"seconds": 60}), "reason"),
            ("oneTimeBypass", json!({"seconds": 0, "reason": "x"}), "seconds"),
            ("oneTimeBypass", json!({"seconds": 86_401, "reason": "x"}), "seconds"),
            ("restoreMfa", json!({"nonsense": 1}), "nonsense"),
        ] {
            let (status, problem) = eva.post(&service, &format!("/v1/admin/users/{BEN}:{action}"), body.clone()).await;
            assert_eq!((status, &problem["params"]["field"]), (StatusCode::BAD_REQUEST, &json!(field)), "{action} {body}");
        }
        let (status, _) = eva.post(&service, &format!("/v1/admin/users/{BEN}:delete"), json!({})).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        let (status, _) = eva.post(&service, "/v1/admin/users/nobody@contoso.example:restoreMfa", json!({})).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
    }

    async fn settings_change_all_at_once_or_not_at_all(service) {
        let eva = Tokens::of(&service, "eva").await;
        let settings = eva.get(&service, "/v1/admin/settings").await;
        assert_eq!((&settings["organization"], &settings["rememberDeviceDays"], &settings["callToPhone"]), (&json!("Contoso"), &json!(14), &json!(true)));
        let wrong = json!({"rememberDeviceDays": 30, "lockoutDenials": 0});
        let (status, problem) = eva.patch(&service, "/v1/admin/settings", wrong).await;
        assert_eq!((status, &problem["params"]["field"]), (StatusCode::BAD_REQUEST, &json!("lockoutDenials")));
        assert_eq!(eva.get(&service, "/v1/admin/settings").await, settings, "none was changed");
        let (_, changed) = eva.patch(&service, "/v1/admin/settings", json!({"rememberDeviceDays": 30, "blockDays": null})).await;
        assert_eq!((&changed["rememberDeviceDays"], &changed["blockDays"]), (&json!(30), &json!(90)));
        for wrong in [json!({"nonsense": true}), json!({"callToPhone": "true"}), json!({"blockDays": 1.5}), json!({"organization": 7})] {
            let (status, _) = eva.patch(&service, "/v1/admin/settings", wrong.clone()).await;
            assert_eq!(status, StatusCode::BAD_REQUEST, "{wrong}");
        }
    }

    async fn settings_are_told_with_their_default_bounds_and_version(service) {
        let eva = Tokens::of(&service, "eva").await;
        let details = eva.get(&service, "/v1/admin/settings/details").await;
        let plain = eva.get(&service, SETTINGS).await;
        let rows = details["value"].as_array().unwrap();
        assert_eq!(rows.len(), plain.as_object().unwrap().len());
        for row in rows {
            assert_eq!(row["value"], plain[row["key"].as_str().unwrap()], "{row}");
        }
        let days = rows.iter().find(|row| row["key"] == "rememberDeviceDays").unwrap();
        let told = json!({"key": "rememberDeviceDays", "kind": "number", "least": 1, "most": 365, "value": 14, "default": 14});
        assert_eq!(days, &told);
        let (status, _) = eva.patch(&service, SETTINGS, json!({"rememberDeviceDays": 30})).await;
        assert_eq!(status, StatusCode::OK);
        let later = eva.get(&service, "/v1/admin/settings/details").await;
        assert_eq!(later["version"].as_i64().unwrap(), details["version"].as_i64().unwrap() + 1);
    }

    async fn a_change_of_settings_is_counted_before_it_is_made(service) {
        let eva = Tokens::of(&service, "eva").await;
        let before = eva.get(&service, SETTINGS).await;
        let preview = async |changes: Value| {
            let (status, answer) = eva.post(&service, "/v1/admin/settings:preview", changes).await;
            assert_eq!(status, StatusCode::OK, "{answer}");
            answer["value"].as_array().unwrap().iter().map(|row| {
                let (people, things) = (row["people"].as_i64().unwrap(), row["things"].as_i64().unwrap());
                (row["key"].as_str().unwrap().to_owned(), row["effect"].as_str().unwrap().to_owned(), people, things)
            }).collect::<Vec<_>>()
        };
        let found = |rows: &[(String, String, i64, i64)], key: &str, effect: &str| {
            rows.iter().find(|row| row.0 == key && row.1 == effect).map(|row| (row.2, row.3))
        };
        let people = eva.get(&service, "/v1/admin/users?top=500").await["value"].as_array().unwrap().clone();
        let having = |kinds: &[&str]| {
            let has = |person: &&Value| person["methodKinds"].as_array().unwrap().iter().any(|kind| kinds.contains(&kind.as_str().unwrap()));
            i64::try_from(people.iter().filter(has).count()).unwrap()
        };
        let (phones, codes, any) = (having(&["phone"]), having(&["codeApp", "hardwareToken"]), having(&["phone", "codeApp", "hardwareToken", "notification"]));
        assert!(phones > 0 && codes > 0 && any < people.len() as i64, "{people:?}");

        let off = preview(json!({"callToPhone": false, "textMessageToPhone": false, "notificationThroughMobileApp": false, "codeFromMobileApp": false})).await;
        assert_eq!(found(&off, "callToPhone", "method_unusable"), Some((phones, 0)));
        assert_eq!(found(&off, "codeFromMobileApp", "method_unusable"), Some((codes, 0)));
        assert_eq!(found(&off, "codeFromMobileApp", "must_register"), Some((any, 0)), "nothing is left to anybody: {off:?}");
        let calls = preview(json!({"callToPhone": false})).await;
        assert_eq!(found(&calls, "callToPhone", "must_register").unwrap_or_default().1, 0);
        assert!(found(&calls, "callToPhone", "must_register").unwrap_or_default().0 < any, "others can be texted: {calls:?}");
        let asked = preview(json!({"registrationPolicy": true})).await;
        assert_eq!(found(&asked, "registrationPolicy", "asked_to_register"), Some((people.len() as i64 - any, 0)));

        let stay = preview(json!({"appPasswordsAllowed": false})).await;
        let (owners, passwords) = found(&stay, "appPasswordsAllowed", "app_passwords_stay").unwrap();
        assert!(0 < owners && owners < passwords, "{stay:?}");
        assert_eq!(preview(json!({"appPasswordsAllowed": true})).await, [], "it is allowed already");

        let rows = preview(json!({"logRetentionDays": 0})).await;
        assert_eq!(rows, [], "for ever deletes nothing");
        assert_eq!(preview(json!({"lockoutDenials": 9})).await, [], "nobody is touched now");
        let (status, problem) = eva.post(&service, "/v1/admin/settings:preview", json!({"lockoutDenials": 0})).await;
        assert_eq!((status, &problem["params"]["field"]), (StatusCode::BAD_REQUEST, &json!("lockoutDenials")));
        assert_eq!(eva.get(&service, SETTINGS).await, before, "nothing was changed");

        service.clock.advance(Duration::from_secs(3 * 86_400));
        let eva = Tokens::of(&service, "eva").await;
        let (_, answer) = eva.post(&service, "/v1/admin/settings:preview", json!({"logRetentionDays": 1})).await;
        let row = &answer["value"][0];
        assert_eq!((&row["key"], &row["effect"]), (&json!("logRetentionDays"), &json!("log_rows_deleted")), "{answer}");
        assert!(row["things"].as_i64().unwrap() > 0, "{answer}");
    }

    async fn parallel_changes_get_an_error_and_none_is_lost(service) {
        let eva = Tokens::of(&service, "eva").await;
        let read = async || {
            let response = service.http.get(service.url(SETTINGS)).bearer_auth(&eva.access).send().await.unwrap();
            response.headers()["etag"].to_str().unwrap().to_owned()
        };
        let change = async |etag: &str, body: Value| {
            let request = service.http.patch(service.url(SETTINGS)).bearer_auth(&eva.access).header("if-match", etag);
            let response = request.json(&body).send().await.unwrap();
            let etag = response.headers().get("etag").map(|etag| etag.to_str().unwrap().to_owned());
            (response.status(), etag, response.json::<Value>().await.unwrap())
        };
        let early = read().await;
        service.set("blockDays", "31").await;
        let (status, _, problem) = change(&early, json!({"rememberDeviceDays": 7})).await;
        assert_eq!((status, &problem["code"]), (StatusCode::PRECONDITION_FAILED, &json!("precondition_failed")));
        let now = read().await;
        assert_ne!(now, early);
        let (status, next, settings) = change(&now, json!({"rememberDeviceDays": 7})).await;
        assert_eq!((status, &settings["rememberDeviceDays"], &settings["blockDays"]), (StatusCode::OK, &json!(7), &json!(31)));
        assert_eq!(next.unwrap(), read().await, "and it goes on from there");
        assert_eq!(change("*", json!({"rememberDeviceDays": 8})).await.0, StatusCode::OK);
        assert_eq!(change("\"none of ours\"", json!({"rememberDeviceDays": 9})).await.0, StatusCode::PRECONDITION_FAILED);
        // Of several that were made from the same version one is kept.
        let version = read().await;
        let days = |days: u32| change(&version, json!({"rememberDeviceDays": days}));
        let (one, two, three) = tokio::join!(days(10), days(11), days(12));
        let mut statuses = [one.0, two.0, three.0];
        statuses.sort();
        assert_eq!(statuses, [StatusCode::OK, StatusCode::PRECONDITION_FAILED, StatusCode::PRECONDITION_FAILED]);
    }

    async fn changes_by_a_command_are_listed_with_the_system_user(service) {
        service.set("blockDays", "31").await;
        service.cli(&["user", "office-phone", BEN, "+1 4255550177"]).await;
        service.cli(&["user", "office-phone", BEN, "--none"]).await;
        let eva = Tokens::of(&service, "eva").await;
        let all = eva.get(&service, "/v1/admin/actions").await;
        let all = all["value"].as_array().unwrap();
        let rows: Vec<_> = all.iter().map(|row| (row["action"].as_str().unwrap(), row["actor"].as_str().unwrap(), row["detail"].as_str())).collect();
        let actor = command_line();
        assert_eq!(rows, [
            ("office_phone_set", &*actor, None),
            ("office_phone_set", &*actor, Some("+1 XXXXXXXX77")),
            ("settings_changed", &*actor, Some("blockDays = 31")),
        ]);
        assert_eq!((&all[2]["before"], &all[2]["after"]), (&json!("blockDays = 90"), &json!("blockDays = 31")));
    }

    async fn every_endpoint_refuses_an_invalid_password(service) {
        let eva = Tokens::of(&service, "eva").await;
        for (password, reason) in [("a", "too_short"), ("", "too_short"), ("password1", "too_common"), ("Contoso2026", "too_common")] {
            let body = json!({"userPrincipalName": "zoe@contoso.example", "displayName": "Zoe", "password": password});
            let (status, problem) = eva.post(&service, "/v1/admin/users", body).await;
            assert_eq!((status, &problem["params"]["reason"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(reason)), "{password}");
        }
        for command in [
            &["user", "add", "zoe@contoso.example", "--name", "Zoe", "--password-stdin"][..],
            &["user", "reset", BEN, "--password-stdin"],
        ] {
            let said = service.cli_fails_with_input(command, "a\n").await;
            assert!(said.contains("password_invalid") && said.contains("too_short"), "{said}");
        }
        let (status, _) = service.send(Method::GET, "/v1/admin/users/zoe@contoso.example", Some(&eva.access), None).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "nobody was added");
    }

    async fn every_action_is_listed_with_actor_subject_reason_and_time(service) {
        let eva = Tokens::of(&service, "eva").await;
        act(&service, &eva, "deleteAppPasswords", json!({"reason": "lost laptop"})).await;
        eva.patch(&service, "/v1/admin/settings", json!({"lockoutDenials": 7})).await;
        service.cli(&["user", "mfa", "dan@contoso.example", "disabled"]).await;
        let all = eva.get(&service, "/v1/admin/actions").await;
        let all = all["value"].as_array().unwrap();
        let rows: Vec<_> = all.iter().map(|row| (row["action"].as_str().unwrap(), row["actor"].as_str().unwrap(), row["subject"].as_str(), row["detail"].as_str(), row["reason"].as_str())).collect();
        assert!(rows.contains(&("mfa_state_changed", &*command_line(), Some("dan@contoso.example"), Some("disabled"), None)), "{rows:?}");
        assert!(rows.contains(&("settings_changed", "eva@contoso.example", None, Some("lockoutDenials = 7"), None)), "{rows:?}");
        assert!(rows.contains(&("app_passwords_deleted", "eva@contoso.example", Some(BEN), Some("3"), Some("lost laptop"))), "{rows:?}");
        let of_ben = eva.get(&service, &format!("/v1/admin/actions?user={BEN}")).await;
        assert_eq!(of_ben["value"].as_array().unwrap().len(), 1);
    }
}

/// Does something to Ben.
pub async fn act(service: &TestService, admin: &Tokens, action: &str, body: Value) {
    let (status, answer) = admin.post(service, &format!("/v1/admin/users/{BEN}:{action}"), body).await;
    assert_eq!(status, StatusCode::NO_CONTENT, "{action}: {answer}");
}
