//! Hardware tokens: imported, added, used, out of step and back, refused.

use std::time::Duration;

use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::on_both_databases;
use crate::support::{SignIn, Step, TestService, Tokens, command_line, form, other_than, person};

const HEADER: &str = "upn,serial number,secret key,time interval,manufacturer,model";
const SEED: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const INVENTORY: &str = "/v1/admin/hardwareOathDevices";
const TOKENS: &str = "/v1/me/authentication/hardwareOathMethods";

/// A counting token, as its maker delivers it.
const COUNTING: &str = r#"<?xml version="1.0"?>
<KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"><KeyPackage>
  <DeviceInfo><Manufacturer>Acme</Manufacturer><SerialNo>H-1</SerialNo></DeviceInfo>
  <Key Id="1" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:hotp">
    <AlgorithmParameters><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters>
    <Data><Secret><PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue></Secret>
    <Counter><PlainValue>3</PlainValue></Counter></Data>EXTRA</Key></KeyPackage></KeyContainer>"#;

pub fn counted(counter: u64) -> String {
    made(Kind::Hotp { counter: 0 }, counter)
}

pub fn made(kind: Kind, step: u64) -> String {
    let params = OtpParams::new(Secret::from_base32(SEED).unwrap(), kind, Algorithm::Sha1, 6).unwrap();
    params.code_for_step(step).as_str().to_owned()
}

impl TestService {
    /// The step of a token whose code changes every 30 seconds.
    fn step(&self) -> u64 {
        self.clock.unix_seconds() / 30
    }

    fn timed(&self, ahead: i64) -> String {
        made(Kind::Totp { period: 30 }, self.step().checked_add_signed(ahead).unwrap())
    }

    async fn import(&self, text: &str, more: &[&str]) -> Value {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tokens");
        std::fs::write(&path, text).unwrap();
        let mut arguments = vec!["token", "import", path.to_str().unwrap(), "--json"];
        arguments.extend_from_slice(more);
        let output = self.finish_cli(&arguments, std::process::Stdio::null()).await;
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(output.status.success(), report["refused"] == 0, "a script hears of refused rows: {report}");
        report
    }

    pub async fn import_timed(&self, owner: &str) {
        let report = self.import(&format!("{HEADER}\n{owner},T-1,{SEED},30,Acme,OTP 1\n"), &[]).await;
        assert_eq!(report["accepted"], 1, "{report}");
    }

    pub async fn import_counting(&self) {
        let report = self.import(&COUNTING.replace("EXTRA", ""), &[]).await;
        assert_eq!((&report["accepted"], &report["format"]), (&json!(1), &json!("pskc")), "{report}");
    }

    /// A line of `token list`.
    async fn listed(&self, serial: &str) -> String {
        let output = self.cli(&["token", "list"]).await;
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().find(|line| line.starts_with(serial)).unwrap_or_default().to_owned()
    }
}

impl Tokens {
    pub async fn add_token(&self, service: &TestService, serial: &str, code: &str) -> (StatusCode, Value) {
        self.post(service, TOKENS, json!({"serialNumber": serial, "code": code, "displayName": "Key ring"})).await
    }

    async fn resync(&self, service: &TestService, id: &str, first: &str, second: &str) -> (StatusCode, Value) {
        let body = json!({"firstCode": first, "secondCode": second});
        self.post(service, &format!("{TOKENS}/{id}/resynchronize"), body).await
    }
}

/// A key whose owner is named as another directory names people.
const ANOTHER_DIRECTORY: &str = r#"<KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"><KeyPackage>
    <DeviceInfo><Manufacturer>Acme</Manufacturer><SerialNo>A100004</SerialNo></DeviceInfo>
    <Key Id="A100004" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:totp">
      <AlgorithmParameters><Suite>SUITE</Suite><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters>
      <Data><Secret><PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue></Secret></Data>
      <UserId>UID=ann,DC=contoso,DC=example</UserId>
    </Key></KeyPackage></KeyContainer>"#;

/// The imports among what administrators did, the newest first.
async fn imports(service: &TestService, admin: &Tokens) -> Vec<Value> {
    let all = admin.get(service, "/v1/admin/actions").await;
    let all = all["value"].as_array().unwrap();
    all.iter().filter(|row| row["action"] == "tokens_imported").cloned().collect()
}

/// Signs somebody in with a code.
async fn with_code(service: &TestService, name: &str, code: &str) -> Step {
    let sign_in = SignIn::begin(service, name).await;
    sign_in.start("oath").await;
    sign_in.answer(code).await
}

on_both_databases! {
    async fn an_import_has_a_verdict_for_every_row_and_stores_the_valid_ones(service) {
        let file = format!(
            "{HEADER}\nann@contoso.example,A-1,{SEED},30,Acme,One\n,A-2,{SEED},45,,\nnobody@contoso.example,A-3,{SEED},30,,\n\
             ,A-1,{SEED},30,,\n,A-4,{SEED},60,,\n"
        );
        let dry = service.import(&file, &["--dry-run"]).await;
        assert_eq!((&dry["accepted"], &dry["refused"], &dry["dryRun"]), (&json!(2), &json!(3), &json!(true)));
        assert_eq!(service.listed("A-1").await, "", "a dry run keeps nothing");
        let report = service.import(&file, &[]).await;
        let errors: Vec<_> = report["value"].as_array().unwrap().iter().map(|row| row["error"].clone()).collect();
        assert_eq!(errors, [json!(null), json!("interval_invalid"), json!("user_unknown"), json!("serial_repeated"), json!(null)]);
        let error_file = report["errorFile"].as_str().unwrap();
        assert!(error_file.starts_with(&format!("{HEADER},error\n,A-2,{SEED},45,,,")), "{error_file}");
        assert_eq!(service.listed("A-1").await, "A-1\tassigned\tann@contoso.example\tOne");
        assert_eq!(service.listed("A-4").await, "A-4\tavailable");
        let again = service.import(&format!("{HEADER}\n,a-4,{SEED},60,,\n"), &[]).await;
        assert_eq!(again["value"][0]["error"], "serial_taken", "nothing is overwritten");
    }

    async fn lists_of_makers_and_spreadsheets_are_taken_with_a_warning_where_one_is_due(service) {
        let list = format!("Manufacturer;Secret Key;Serial Number;Time Interval;Model;;\nAcme;{SEED};B-1;60;Card;;\nAcme;{SEED};1.00013E+12;60;Card;;\n");
        let report = service.import(&list, &[]).await;
        assert_eq!((&report["accepted"], &report["value"][1]["error"]), (&json!(1), &json!("serial_changed")), "{report}");
        assert_eq!(report["value"][0]["warnings"], json!([]));
        let report = service.import(&ANOTHER_DIRECTORY.replace("SUITE", "HMAC-SHA256"), &[]).await;
        assert_eq!((&report["accepted"], &report["value"][0]["error"]), (&json!(1), &Value::Null), "{report}");
        assert_eq!(report["value"][0]["warnings"], json!(["key_length_unusual", "user_unknown"]));
        assert_eq!(service.listed("A100004").await, "A100004\tavailable", "nobody's");
        let named = ANOTHER_DIRECTORY.replace("UID=ann,DC=contoso,DC=example", "Ann@Contoso.Example").replace("A100004", "A100005");
        let report = service.import(&named.replace("SUITE", "HMAC-SHA1"), &[]).await;
        assert_eq!(report["value"][0]["warnings"], json!([]));
        assert_eq!(service.listed("A100005").await, "A100005\tassigned\tann@contoso.example");
    }

    async fn lists_without_a_header_are_taken_and_a_secret_with_two_readings_is_asked_about(service) {
        let hex = "3132333435363738393031323334353637383930";
        let list = format!("# a comment\nC-1,{hex},totp,6,60\nC-2,{hex},hotp,6,0\nC-3,{hex},ocra,6,0\n");
        let report = service.import(&list, &[]).await;
        let errors: Vec<_> = report["value"].as_array().unwrap().iter().map(|row| row["error"].clone()).collect();
        assert_eq!(errors, [json!(null), json!(null), json!("kind_unsupported")], "{report}");
        assert_eq!(service.listed("C-2").await, "C-2\tavailable");
        let ambiguous = "serial,secret,interval\nC-4,ABCD2345,30\n";
        assert_eq!(service.import(ambiguous, &[]).await["value"][0]["error"], "secret_ambiguous");
        let named = service.import(&ambiguous.replace("secret", "hex secret"), &[]).await;
        assert_eq!(named["accepted"], json!(1), "{named}");
    }

    async fn every_import_is_logged_with_its_administrator(service) {
        service.import(&format!("{HEADER}\n,A-1,{SEED},30,,\n,A-2,{SEED},45,,\n"), &[]).await;
        service.import_counting().await;
        service.import(&format!("{HEADER}\n,A-1,{SEED},30,,\n"), &[]).await;
        let eva = Tokens::of(&service, "eva").await;
        let done: Vec<_> = imports(&service, &eva).await;
        let told: Vec<_> = done.iter().map(|row| (row["actor"].as_str().unwrap(), row["detail"].as_str().unwrap())).collect();
        let actor = command_line();
        assert_eq!(told, [(&*actor, "1 imported, 0 refused, pskc"), (&*actor, "1 imported, 1 refused, csv")]);
        assert!(!json!(done).to_string().contains(SEED));
    }

    async fn the_import_is_for_administrators_alone(service) {
        let ben = Tokens::of(&service, "ben").await;
        let import = "/v1/admin/hardwareOathDevices:import";
        let (status, body) = ben.post(&service, import, json!({})).await;
        assert_eq!((status, &body["code"]), (StatusCode::FORBIDDEN, &json!("insufficient_scope")));
        let (status, _) = service.send(Method::GET, "/v1/admin/hardwareOathDevices", None, None).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);

        let eva = Tokens::of(&service, "eva").await;
        let upload = async |query: &str, file: String| {
            let request = service.http.post(service.url(&format!("{import}{query}"))).bearer_auth(&eva.access);
            crate::support::answer(request.body(file).send().await.unwrap()).await
        };
        let file = format!("{HEADER}\nben@contoso.example,A-1,{SEED},30,Acme,One\n");
        let (status, report) = upload("?dryRun=true", file.clone()).await;
        assert_eq!((status, &report["accepted"]), (StatusCode::OK, &json!(1)), "{report}");
        let (_, report) = upload("", file).await;
        assert_eq!((&report["accepted"], &report["dryRun"]), (&json!(1), &json!(false)), "the dry run kept nothing");
        let list = eva.get(&service, "/v1/admin/hardwareOathDevices").await;
        let token = list["value"].as_array().unwrap().iter().find(|token| token["serialNumber"] == "A-1").unwrap().clone();
        assert_eq!((&token["status"], &token["assignedTo"]), (&json!("assigned"), &json!("ben@contoso.example")));
        assert_eq!((&token["hashFunction"], &token["secretKey"]), (&json!("hmacsha1"), &Value::Null));
        let (status, body) = upload("", "upn;serial\n1;2\n".to_owned()).await;
        assert_eq!((status, &body["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("token_file_invalid")));
        let done = imports(&service, &eva).await;
        assert_eq!(done.len(), 1, "not of the dry run, nor of the file that is none: {done:?}");
        assert_eq!((&done[0]["actor"], &done[0]["detail"]), (&json!("eva@contoso.example"), &json!("1 imported, 0 refused, csv")));
        assert_eq!(done[0]["clientAddress"], "127.0.0.1");
        assert_eq!(body["params"]["reason"], "wrong_header");
        let (status, _) = upload("", "x".repeat(1024 * 1024)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "it takes more than other calls do");
    }

    async fn an_administrator_assigns_activates_takes_back_and_removes_a_token(service) {
        service.import_timed("").await;
        let eva = Tokens::of(&service, "eva").await;
        let listed = async || eva.get(&service, &format!("{INVENTORY}?search=t-1")).await["value"][0].clone();
        let id = listed().await["id"].as_str().unwrap().to_owned();
        let act = async |action: &str, body: Value| {
            let (status, problem) = eva.post(&service, &format!("{INVENTORY}/{id}:{action}"), body).await;
            (status, problem["code"].as_str().unwrap_or_default().to_owned())
        };
        let fine = (StatusCode::NO_CONTENT, String::new());
        let of_ben = json!({"userPrincipalName": "ben@contoso.example"});

        assert_eq!(act("assign", of_ben.clone()).await, fine);
        assert_eq!((&listed().await["status"], &listed().await["assignedTo"]), (&json!("assigned"), &of_ben["userPrincipalName"]));
        let (status, _) = act("assign", json!({"userPrincipalName": "nobody@contoso.example"})).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert_eq!(act("activate", of_ben.clone()).await.1, "invalid_request", "a code is needed");
        let coded = |code: &str| json!({"userPrincipalName": "ben@contoso.example", "code": code});
        assert_eq!(act("activate", coded(&other_than(&service.timed(0)))).await.1, "incorrect_code");
        assert_eq!(listed().await["status"], "failedActivation");
        assert_eq!(act("activate", coded(&service.timed(0))).await, fine);
        assert_eq!(listed().await["status"], "activated");

        assert!(with_code(&service, "ben", &service.timed(1)).await.is_granted(), "he signs in with it at once");
        assert!(listed().await["lastUsedDateTime"].is_string());
        for (action, body) in [("assign", of_ben.clone()), ("activate", coded(&service.timed(2)))] {
            assert_eq!(act(action, body).await, (StatusCode::CONFLICT, "hardware_token_in_use".to_owned()), "{action}");
        }
        let (status, problem) = eva.delete(&service, &format!("{INVENTORY}/{id}")).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("hardware_token_in_use")));

        let codes = |code: String, next: String| json!({"code": code, "nextCode": next});
        assert_eq!(act("resynchronize", codes(service.timed(40), service.timed(42))).await.1, "codes_not_consecutive");
        assert_eq!(act("resynchronize", codes(service.timed(40), service.timed(41))).await, fine);
        assert_eq!(act("unassign", json!({})).await, fine);
        assert_eq!((&listed().await["status"], &listed().await["assignedTo"]), (&json!("available"), &Value::Null));
        assert_eq!(act("unassign", json!({})).await, fine, "it is nobody's already");
        assert_eq!(eva.delete(&service, &format!("{INVENTORY}/{id}")).await.0, StatusCode::NO_CONTENT);
        assert_eq!(listed().await, Value::Null);

        let done = eva.get(&service, "/v1/admin/actions").await;
        let told = |row: &Value| (row["action"].as_str().unwrap().to_owned(), row["subject"].as_str().map(str::to_owned));
        let done: Vec<_> = done["value"].as_array().unwrap().iter().filter(|row| row["detail"] == "T-1").map(told).collect();
        let ben = || Some("ben@contoso.example".to_owned());
        let wanted = [
            ("token_deleted", None),
            ("token_unassigned", ben()),
            ("token_resynchronized", ben()),
            ("token_activated", ben()),
            ("token_assigned", ben()),
        ];
        assert_eq!(done, wanted.map(|(action, subject)| (action.to_owned(), subject)));
        let ben = Tokens::of(&service, "ben").await;
        let activity = ben.get(&service, "/v1/me/activity?kind=changes").await;
        let changes: Vec<_> = activity["value"].as_array().unwrap().iter().map(|row| row["change"].clone()).collect();
        assert_eq!(changes[..3], [json!("hardware_token_removed"), json!("hardware_token_resynchronized"), json!("hardware_token_added")], "he is told");
    }

    async fn the_second_step_that_an_administrator_begins_by_somebodys_first_token_is_the_administrators_change(service) {
        service.import_timed("").await;
        let eva = Tokens::of(&service, "eva").await;
        let id = eva.get(&service, &format!("{INVENTORY}?search=t-1")).await["value"][0]["id"].as_str().unwrap().to_owned();
        let body = json!({"userPrincipalName": person("ann").upn, "code": service.timed(0)});
        assert_eq!(eva.post(&service, &format!("{INVENTORY}/{id}:activate"), body).await.0, StatusCode::NO_CONTENT);
        let done = eva.get(&service, &format!("/v1/admin/actions?user={}", person("ann").upn)).await;
        let row = done["value"].as_array().unwrap().iter().find(|row| row["action"] == "mfa_state_changed").unwrap();
        assert_eq!((&row["actor"], &row["detail"]), (&json!(person("eva").upn), &json!("enforced")), "{done}");
        assert_eq!(row["clientAddress"], "127.0.0.1");
        assert!(with_code(&service, "ann", &service.timed(1)).await.is_granted());
    }

    async fn tokens_are_listed_a_page_at_a_time(service) {
        let rows: String = (1..=5).map(|number| format!(",P-{number},{SEED},30,Acme,Card\n")).collect();
        service.import(&format!("{HEADER}\n{rows}"), &[]).await;
        let eva = Tokens::of(&service, "eva").await;
        let page = async |query: &str| {
            let page = eva.get(&service, &format!("{INVENTORY}?search=P-&{query}")).await;
            let serials: Vec<_> = page["value"].as_array().unwrap().iter().map(|row| row["serialNumber"].as_str().unwrap().to_owned()).collect();
            (serials, page["next"].as_str().map(str::to_owned), page["found"].as_u64().unwrap())
        };
        let (first, next, found) = page("top=2").await;
        assert_eq!((first, found), (vec!["P-1".to_owned(), "P-2".to_owned()], 5));
        let (second, next, _) = page(&format!("top=2&after={}", next.unwrap())).await;
        assert_eq!(second, ["P-3", "P-4"]);
        let (last, next, _) = page(&format!("top=2&after={}", next.unwrap())).await;
        assert_eq!((last, next), (vec!["P-5".to_owned()], None));
        assert_eq!(page("status=assigned").await.2, 0);
        assert_eq!(page("status=available").await.2, 5);
    }

    async fn a_token_is_added_by_its_code_and_signs_in(service) {
        service.import_timed("").await;
        let ben = Tokens::of(&service, "ben").await;
        let code = service.timed(3);
        let (status, token) = ben.add_token(&service, " t-1 ", &code).await;
        assert_eq!(status, StatusCode::CREATED, "a clock that is 90 seconds ahead is learned: {token}");
        assert_eq!((&token["serialNumber"], &token["displayName"]), (&json!("T-1"), &json!("Key ring")));
        assert_eq!(token["secretKey"], Value::Null);
        assert_eq!(service.listed("T-1").await, "T-1\tactivated\tben@contoso.example\tOTP 1");
        let (status, body) = ben.add_token(&service, "T-1", &service.timed(4)).await;
        assert_eq!((status, &body["code"]), (StatusCode::CONFLICT, &json!("hardware_token_exists")));
        assert_eq!(with_code(&service, "ben", &code).await.code(), "code_already_used", "it was used up by activation");
        assert!(with_code(&service, "ben", &service.timed(4)).await.is_granted());
        assert_eq!(with_code(&service, "ben", &service.timed(4)).await.code(), "code_already_used");
        let log = ben.get(&service, "/v1/me/signIns").await;
        assert_eq!(log["value"][0]["authenticationMode"], "hardware_oath");
        assert_eq!(log["value"][1]["detail"], "Key ring");
        // Deleted, it is free again, and its codes stay used up.
        let id = token["id"].as_str().unwrap();
        assert_eq!(ben.delete(&service, &format!("{TOKENS}/{id}")).await.0, StatusCode::NO_CONTENT);
        assert_eq!(service.listed("T-1").await, "T-1\tavailable\t\tOTP 1");
        let (_, body) = ben.add_token(&service, "T-1", &service.timed(4)).await;
        assert_eq!(body["code"], "code_already_used");
    }

    async fn of_64_requests_with_one_counted_code_exactly_one_passes(service) {
        service.import_counting().await;
        let ben = Tokens::of(&service, "ben").await;
        assert_eq!(ben.add_token(&service, "H-1", &counted(3)).await.0, StatusCode::CREATED);
        let mut requests = JoinSet::new();
        for _ in 0..64 {
            let sign_in = SignIn::begin(&service, "ben").await;
            let body = form(&[("auth_session", &sign_in.auth_session), ("method", "oath"), ("otp", &counted(5))]);
            let request = service
                .http
                .post(service.url("/oauth2/challenge"))
                .header("content-type", "application/x-www-form-urlencoded")
                .body(body);
            requests.spawn(async move {
                let response = request.send().await.unwrap();
                Step { status: response.status(), body: response.json().await.unwrap() }
            });
        }
        let steps = requests.join_all().await;
        assert_eq!(steps.iter().filter(|step| step.is_granted()).count(), 1);
        assert!(steps.iter().all(|step| step.is_granted() || step.error() == "access_denied"));
    }

    async fn of_8_additions_with_one_code_exactly_one_passes(service) {
        service.import_counting().await;
        let ben = Tokens::of(&service, "ben").await;
        let mut requests = JoinSet::new();
        for _ in 0..8 {
            let body = json!({"serialNumber": "H-1", "code": counted(3)});
            let request = service.http.post(service.url(TOKENS)).bearer_auth(&ben.access).json(&body);
            requests.spawn(async move { request.send().await.unwrap().status() });
        }
        let statuses = requests.join_all().await;
        assert_eq!(statuses.iter().filter(|status| **status == StatusCode::CREATED).count(), 1, "{statuses:?}");
        assert!(statuses.iter().all(|status| status.is_success() || status.is_client_error()), "{statuses:?}");
    }

    async fn a_counter_a_little_ahead_is_accepted_and_one_far_ahead_is_resynchronised(service) {
        service.import_counting().await;
        let ben = Tokens::of(&service, "ben").await;
        let (_, token) = ben.add_token(&service, "H-1", &counted(10)).await;
        let id = token["id"].as_str().unwrap();
        assert!(with_code(&service, "ben", &counted(16)).await.is_granted(), "five presses went unused");
        assert_eq!(with_code(&service, "ben", &counted(16)).await.code(), "code_already_used");
        assert_eq!(with_code(&service, "ben", &counted(12)).await.code(), "invalid_app_code", "never back");
        // Too far for one code, and the very next one proves the token.
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("oath").await;
        let refused = sign_in.answer(&counted(60)).await;
        assert_eq!(refused.code(), "invalid_app_code");
        assert_eq!(refused.body["params"]["nextCodeResynchronizes"], true);
        assert_eq!(sign_in.answer(&counted(62)).await.code(), "invalid_app_code", "one was left out");
        assert!(sign_in.answer(&counted(63)).await.is_granted());
        // On the page it is two codes at once, a thousand presses away at most.
        let (status, body) = ben.resync(&service, id, &counted(1063), &counted(1065)).await;
        assert_eq!((status, &body["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("codes_not_consecutive")));
        let (_, body) = ben.resync(&service, id, &counted(1064), &counted(1065)).await;
        assert_eq!(body["code"], "codes_not_consecutive", "out of reach");
        assert_eq!(ben.resync(&service, id, &counted(1063), &counted(1064)).await.0, StatusCode::OK);
        let (_, body) = ben.resync(&service, id, &counted(1063), &counted(1064)).await;
        assert_eq!(body["code"], "codes_not_consecutive", "both are used up");
        assert!(with_code(&service, "ben", &counted(1065)).await.is_granted());
    }

    async fn drift_is_learned_step_by_step_and_no_further_than_ten(service) {
        service.import_timed("").await;
        let ben = Tokens::of(&service, "ben").await;
        let (_, token) = ben.add_token(&service, "T-1", &service.timed(0)).await;
        let mut ahead = 0;
        let refused = loop {
            service.clock.advance(Duration::from_secs(600));
            ahead += 1;
            let step = with_code(&service, "ben", &service.timed(ahead)).await;
            if !step.is_granted() {
                break step;
            }
        };
        assert_eq!(ahead, 12, "ten were learned, one more is the neighbour's");
        assert_eq!(refused.code(), "invalid_app_code");
        assert_eq!(refused.body["params"]["clockOffsetSeconds"], 360, "and told");
        // Two codes in a row prove where the clock is, and from there it may drift again.
        service.clock.advance(Duration::from_secs(600));
        let ben = ben.refresh(&service).await;
        let id = token["id"].as_str().unwrap();
        let (status, body) = ben.resync(&service, id, &service.timed(40), &service.timed(41)).await;
        assert_eq!(status, StatusCode::OK, "{body}");
        service.clock.advance(Duration::from_secs(600));
        assert!(with_code(&service, "ben", &service.timed(42)).await.is_granted());
        service.clock.advance(Duration::from_secs(600));
        let ben = ben.refresh(&service).await;
        let (_, body) = ben.resync(&service, id, &service.timed(300), &service.timed(301)).await;
        assert_eq!(body["code"], "codes_not_consecutive", "a hundred steps at most");
    }

    async fn a_failed_activation_gives_its_reason_and_can_be_repeated(service) {
        service.import_timed("ben@contoso.example").await;
        let ben = Tokens::of(&service, "ben").await;
        let (status, body) = ben.add_token(&service, "T-1", &other_than(&service.timed(0))).await;
        assert_eq!((status, &body["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("incorrect_code")));
        assert_eq!(service.listed("T-1").await, "T-1\tfailedActivation\tben@contoso.example\tOTP 1");
        let (_, body) = ben.add_token(&service, "T-1", &service.timed(20)).await;
        assert_eq!(body["params"]["clockOffsetSeconds"], 600, "the clock explains it");
        assert_eq!(ben.add_token(&service, "T-1", &service.timed(21)).await.0, StatusCode::CREATED, "and the next code heals it");
        service.clock.advance(Duration::from_secs(60));
        assert!(with_code(&service, "ben", &service.timed(20)).await.is_granted());
    }

    async fn anothers_token_is_as_good_as_none_and_guessing_is_counted_with_the_session(service) {
        service.import_timed("ann@contoso.example").await;
        let ben = Tokens::of(&service, "ben").await;
        for serial in ["T-1", "T-2"] {
            let (status, body) = ben.add_token(&service, serial, &service.timed(0)).await;
            assert_eq!((status, &body["code"]), (StatusCode::NOT_FOUND, &json!("hardware_token_not_found")));
        }
        for _ in 2..10 {
            ben.add_token(&service, "T-2", "123456").await;
        }
        let (status, body) = ben.add_token(&service, "T-1", &service.timed(0)).await;
        assert_eq!((status, &body["code"]), (StatusCode::TOO_MANY_REQUESTS, &json!("rate_limited")));
        assert_eq!(body["params"]["retryAfterSeconds"], 60);
        let code = service.app_code(crate::support::person("ben").authenticator_seed.unwrap());
        assert!(with_code(&service, "ben", &code).await.is_granted(), "and nobody is kept from signing in by it");
    }

    async fn apps_and_tokens_are_five_at_most(service) {
        let rows: String = (1..=5).map(|number| format!(",N-{number},{SEED},30,,\n")).collect();
        assert_eq!(service.import(&format!("{HEADER}\n{rows}"), &[]).await["accepted"], 5);
        let ben = Tokens::of(&service, "ben").await;
        for number in 1..=4 {
            assert_eq!(ben.add_token(&service, &format!("N-{number}"), &service.timed(0)).await.0, StatusCode::CREATED);
        }
        let (status, body) = ben.add_token(&service, "N-5", &service.timed(0)).await;
        assert_eq!((status, &body["code"], &body["params"]["limit"]), (StatusCode::CONFLICT, &json!("oath_limit_reached"), &json!(5)));
        let methods = body["params"]["methods"].as_array().unwrap();
        assert_eq!(methods.len(), 5, "the five are named: {methods:?}");
        assert_eq!(methods[0]["displayName"], "Pixel 9");
        let (id, seed) = ben.new_app(&service).await;
        let (_, body) = ben.activate(&service, &id, json!({"code": service.app_code(&seed)})).await;
        assert_eq!(body["code"], "oath_limit_reached", "an app is refused for the same reason");
        let token = methods[1]["id"].as_str().unwrap();
        assert_eq!(ben.delete(&service, &format!("{TOKENS}/{token}")).await.0, StatusCode::NO_CONTENT);
        assert_eq!(ben.add_token(&service, "N-5", &service.timed(0)).await.0, StatusCode::CREATED, "the refused code was not used up");
    }

    async fn dates_are_obeyed(service) {
        let dates = "<Policy><StartDate>2026-03-02T09:10:00Z</StartDate><ExpiryDate>2026-03-02T10:00:00Z</ExpiryDate></Policy>";
        service.import(&COUNTING.replace("EXTRA", dates), &[]).await;
        let ben = Tokens::of(&service, "ben").await;
        let (status, body) = ben.add_token(&service, "H-1", &counted(3)).await;
        assert_eq!((status, &body["code"]), (StatusCode::CONFLICT, &json!("hardware_token_not_valid")));
        assert_eq!(body["params"]["validFrom"], "2026-03-02T09:10:00Z");
        service.clock.advance(Duration::from_secs(600));
        let ben = ben.refresh(&service).await;
        assert_eq!(ben.add_token(&service, "H-1", &counted(3)).await.0, StatusCode::CREATED);
        assert!(with_code(&service, "ben", &counted(4)).await.is_granted());
        service.clock.advance(Duration::from_secs(3600));
        assert_eq!(with_code(&service, "ben", &counted(5)).await.code(), "hardware_token_not_valid");
    }

    async fn a_registration_with_a_token_is_atomic(service) {
        service.import_timed("").await;
        let ann = Tokens::of(&service, "ann").await;
        assert_eq!(ann.add_token(&service, "T-1", &service.timed(0)).await.0, StatusCode::CREATED);
        assert_eq!(ann.delete(&service, "/v1/me/registration").await.0, StatusCode::NO_CONTENT);
        assert!(ann.methods(&service).await.is_empty(), "it is free again");
        service.clock.advance(Duration::from_secs(60));
        assert_eq!(ann.add_token(&service, "T-1", &service.timed(0)).await.0, StatusCode::CREATED);
        // Another session of the same person takes over what the first one left lying.
        service.clock.advance(Duration::from_secs(60));
        let ann = Tokens::of(&service, "ann").await;
        assert_eq!(ann.add_token(&service, "T-1", &service.timed(0)).await.0, StatusCode::CREATED);
        let (status, _) = ann.post(&service, "/v1/me/registration:complete", json!({})).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
        service.clock.advance(Duration::from_secs(60));
        assert!(with_code(&service, "ann", &service.timed(0)).await.is_granted());
        assert_eq!(ann.methods(&service).await[0]["@type"], "hardwareOathAuthenticationMethod");
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn the_file_of_refused_rows_replaces_a_link_and_does_not_follow_it() {
    let service = TestService::start(crate::support::TestDatabase::sqlite()).await;
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("precious"), "precious").unwrap();
    std::os::unix::fs::symlink(path("precious"), path("tokens.errors.csv")).unwrap();
    std::fs::write(path("tokens"), format!("{HEADER}\n,T-1,{SEED},31,Acme,OTP 1\n")).unwrap();
    service.finish_cli(&["token", "import", path("tokens").to_str().unwrap()], std::process::Stdio::null()).await;
    assert_eq!(std::fs::read_to_string(path("precious")).unwrap(), "precious");
    assert!(std::fs::read_to_string(path("tokens.errors.csv")).unwrap().contains("T-1"));
    assert!(!path("tokens.errors.csv").is_symlink());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3, "no part file stays behind");
}
