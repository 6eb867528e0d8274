//! The synchronisation.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::cut::signal_after;
use super::slapd::{BASE, Slapd, dn, entry, upn};
use super::{PEOPLE, figures, sync, sync_with};
use crate::on_both_databases;
use crate::support::{Intruder, TestService, Tokens, until};

/// How an administrator sees a person.
async fn shown(service: &TestService, name: &str) -> Value {
    let eva = Tokens::of(service, "eva").await;
    eva.get(service, &format!("/v1/admin/users/{name}")).await
}

/// What was done to a person, the newest first: the action, who did it, and the run.
async fn actions(service: &TestService, name: &str) -> Vec<(String, String, Value)> {
    let eva = Tokens::of(service, "eva").await;
    let list = eva.get(service, &format!("/v1/admin/actions?user={}", name.replace('@', "%40"))).await;
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let rows = list["value"].as_array().unwrap().iter();
    rows.map(|row| (text(&row["action"]), text(&row["actor"]), row["bulkId"].clone())).collect()
}

async fn names(service: &TestService) -> i64 {
    Intruder::at(service).await.number("SELECT count(*) FROM users").await
}

on_both_databases! {
    async fn the_first_run_adds_everybody_and_the_next_one_changes_nothing(service) {
        let Some(slapd) = Slapd::start(PEOPLE) else { return };
        let local = names(&service).await;
        let dry = sync_with(&service, &slapd, &slapd.table(&[], "reader", ""), &["--dry-run"]).await.unwrap();
        assert_eq!((figures(&dry), names(&service).await), ([300, 0, 0, 0], local), "a dry run writes nothing");
        assert_eq!(dry["changes"].as_array().unwrap().len(), 300);
        let first = sync(&service, &slapd, "").await;
        assert_eq!((figures(&first), &first["people"], &first["refused"]), ([300, 0, 0, 0], &json!(300), &json!([])));
        assert_eq!(names(&service).await, local + 300);
        let person = shown(&service, &upn(7)).await;
        assert_eq!((&person["displayName"], &person["mfaState"]), (&json!("Person Nr. 7"), &json!("disabled")));
        assert_eq!(person["methods"][0]["phoneNumber"], "+1 XXXXXXXX07", "{person}");
        assert_eq!(actions(&service, &upn(7)).await, [("user_created".to_owned(), "directory".to_owned(), first["id"].clone())]);
        let next = sync(&service, &slapd, "").await;
        assert_eq!((figures(&next), &next["people"]), ([0, 0, 0, 0], &json!(300)));
        let file = slapd.folder().join("proofup.toml").display().to_string();
        let told = service.cli(&["--config", &file, "directory", "status"]).await;
        let told = String::from_utf8(told.stdout).unwrap();
        assert!(told.lines().count() == 2 && told.contains("300 people, 300 added"), "{told}");
    }

    async fn a_run_renames_blocks_and_takes_back_what_the_directory_says(service) {
        let Some(slapd) = Slapd::start(20) else { return };
        sync(&service, &slapd, "").await;
        let before = shown(&service, &upn(1)).await;
        assert_eq!(before["blockedUntilDateTime"], Value::Null);
        slapd.modify(&format!(
            "dn: {}\nchangetype: modify\nreplace: mail\nmail: Ann.New@contoso.example\n-\nreplace: displayName\ndisplayName: Ann New\n\n\
             dn: {}\nchangetype: modify\nreplace: mail\nmail: {}\n-\nreplace: telephoneNumber\ntelephoneNumber: +1 4255550999\n\n\
             dn: {}\nchangetype: modify\nreplace: employeeType\nemployeeType: left\n\ndn: {}\nchangetype: delete\n\n",
            dn(1), dn(2), upn(1), dn(3), dn(4)
        ));
        let off = "[attributes]\ndisabled = 'employeeType=left'\n";
        let run = sync(&service, &slapd, off).await;
        assert_eq!(figures(&run), [0, 2, 2, 0]);
        let ann = shown(&service, "ann.new@contoso.example").await;
        assert_eq!((&ann["displayName"], &ann["createdDateTime"]), (&json!("Ann New"), &before["createdDateTime"]), "she is the same person");
        let two = shown(&service, &upn(1)).await;
        assert_eq!(two["displayName"], "Person Nr. 2", "a name that was given up may be given anew");
        assert_eq!(two["methods"][0]["phoneNumber"], "+1 XXXXXXXX99");
        for number in [3, 4] {
            let person = shown(&service, &upn(number)).await;
            assert_eq!(person["blocks"][0]["cause"], "directory", "{person}");
            assert!(person["blockedUntilDateTime"].is_string());
            assert_eq!(person["methods"].as_array().unwrap().len(), 1, "methods stay");
        }
        assert_eq!(actions(&service, &upn(3)).await[0], ("user_blocked".to_owned(), "directory".to_owned(), run["id"].clone()));
        assert_eq!(figures(&sync(&service, &slapd, off).await), [0, 0, 0, 0], "once is enough");
        slapd.modify(&format!("dn: {}\nchangetype: modify\ndelete: employeeType\n\n", dn(3)));
        assert_eq!(figures(&sync(&service, &slapd, off).await), [0, 0, 0, 1]);
        assert_eq!(shown(&service, &upn(3)).await["blockedUntilDateTime"], Value::Null);
    }

    async fn a_name_that_somebody_else_has_is_refused_and_told(service) {
        let Some(slapd) = Slapd::start(3) else { return };
        sync(&service, &slapd, "").await;
        let taken = |number: usize, name: &str| entry(number).replace(&upn(number), name).replacen('\n', "\nchangetype: add\n", 1);
        slapd.modify(&format!("dn: {}\nchangetype: delete\n\n{}{}", dn(1), taken(8, &upn(1)), taken(9, "ben@contoso.example")));
        let ben = shown(&service, "ben@contoso.example").await;
        let run = sync(&service, &slapd, "").await;
        assert_eq!(figures(&run), [0, 0, 1, 0]);
        let refused = run["refused"].as_array().unwrap();
        assert_eq!(refused.len(), 2);
        assert!(refused.iter().all(|one| one["reason"] == "userNameTaken"), "{run}");
        assert_eq!(shown(&service, "ben@contoso.example").await, ben, "Ben stays who he is");
        let file = slapd.folder().join("proofup.toml").display().to_string();
        service.cli(&["--config", &file, "directory", "link", "ben@contoso.example", "--reason", "he works here"]).await;
        let linked = sync(&service, &slapd, "").await;
        assert_eq!((figures(&linked), linked["refused"].as_array().unwrap().len()), ([0, 1, 0, 0], 1), "an administrator says that it is him");
        assert_eq!(shown(&service, "ben@contoso.example").await["displayName"], "Person Nr. 9");
    }

    async fn groups_give_roles_and_demand_a_second_step(service) {
        let Some(slapd) = Slapd::start(5) else { return };
        let rules = format!(
            "[[groups]]\ndn = 'cn=helpers,ou=groups,{BASE}'\nrole = 'helpDesk'\n[[groups]]\ndn = 'cn=staff,ou=groups,{BASE}'\nsecond_step = true\n"
        );
        service.set("callToPhone", "false").await;
        sync(&service, &slapd, &rules).await;
        let of = async |number| {
            let person = shown(&service, &upn(number)).await;
            (person["roles"].clone(), person["mfaState"].clone())
        };
        assert_eq!(of(1).await, (json!(["helpDesk"]), json!("disabled")));
        assert_eq!(of(2).await, (json!(["helpDesk"]), json!("enabled")));
        assert_eq!(of(3).await, (json!([]), json!("enabled")));
        slapd.modify(&format!(
            "dn: cn=helpers,ou=groups,{BASE}\nchangetype: modify\ndelete: member\nmember: {}\n-\nadd: member\nmember: {}\n\n",
            dn(1), dn(4)
        ));
        assert_eq!(figures(&sync(&service, &slapd, &rules).await), [0, 2, 0, 0]);
        assert_eq!((of(1).await.0, of(4).await.0), (json!([]), json!(["helpDesk"])));
        let missing = rules.replace("cn=staff", "cn=nobody");
        let why = sync_with(&service, &slapd, &slapd.table(&[], "reader", &missing), &[]).await.unwrap_err();
        assert!(why.contains("cn=nobody") && why.contains("no such entry"), "a group that is not there stops the run: {why}");
        assert_eq!(of(4).await.0, json!(["helpDesk"]));
    }

    async fn a_run_that_is_not_whole_changes_nothing(service) {
        let Some(mut slapd) = Slapd::start(PEOPLE) else { return };
        sync(&service, &slapd, "").await;
        slapd.modify(&format!("dn: {}\nchangetype: delete\n\n", dn(1)));
        let limited = sync_with(&service, &slapd, &slapd.table(&[], "limited", ""), &[]).await.unwrap_err();
        assert!(limited.contains("size limit"), "{limited}");
        for signal in ["KILL", "STOP"] {
            let way = signal_after(&slapd, 40_000, signal).await;
            let broken = sync_with(&service, &slapd, &slapd.table(&[way], "reader", ""), &[]).await.unwrap_err();
            assert!(broken.contains("after ") && broken.contains(" entries"), "{signal}: {broken}");
            slapd.restart();
        }
        let nobody = slapd.table(&[], "reader", "filter = '(uid=nobody)'\n");
        assert!(sync_with(&service, &slapd, &nobody, &[]).await.unwrap_err().contains("the directory has nobody"));
        assert_eq!(shown(&service, &upn(1)).await["blockedUntilDateTime"], Value::Null, "nothing was done");
        assert_eq!(figures(&sync(&service, &slapd, "").await), [0, 0, 1, 0], "and then it is");
        let results = Intruder::at(&service).await.number("SELECT count(*) FROM directory_runs WHERE result <> 'done'").await;
        assert_eq!(results, 4, "every run is kept with its end");
    }

    async fn a_run_that_would_block_many_stops_until_somebody_says_that_it_is_right(service) {
        let Some(slapd) = Slapd::start(40) else { return };
        sync(&service, &slapd, "").await;
        let few = slapd.table(&[], "reader", "filter = '(&(objectClass=inetOrgPerson)(uid=u0000*))'\n");
        let why = sync_with(&service, &slapd, &few, &[]).await.unwrap_err();
        assert!(why.contains("31 of 40 people would be blocked"), "{why}");
        assert_eq!(shown(&service, &upn(40)).await["blockedUntilDateTime"], Value::Null);
        let forced = sync_with(&service, &slapd, &few, &["--allow-many"]).await.unwrap();
        assert_eq!(figures(&forced), [0, 0, 31, 0]);
        assert_eq!(shown(&service, &upn(40)).await["blocks"][0]["cause"], "directory");
        assert_eq!(figures(&sync(&service, &slapd, "").await), [0, 0, 0, 31], "the wrong filter is mended");
    }

    async fn the_last_administrator_stays_one_whatever_the_directory_says(service) {
        let Some(slapd) = Slapd::start(3) else { return };
        let rule = format!("[[groups]]\ndn = 'cn=helpers,ou=groups,{BASE}'\nrole = 'administrator'\n[attributes]\ndisabled = 'employeeType=left'\n");
        sync(&service, &slapd, &rule).await;
        let mut intruder = Intruder::at(&service).await;
        intruder.run("UPDATE users SET administrator = 0 WHERE upn = 'eva@contoso.example'; UPDATE users SET auditor = 1 WHERE upn = 'eva@contoso.example'").await;
        intruder.run(&format!("UPDATE users SET mfa_state = 'enabled' WHERE upn = '{}'", upn(1))).await;
        slapd.modify(&format!("dn: {}\nchangetype: modify\nreplace: employeeType\nemployeeType: left\n\n", dn(1)));
        let run = sync(&service, &slapd, &rule).await;
        assert_eq!(run["refused"], json!([{"who": upn(1), "reason": "lastAdministrator"}]));
        assert_eq!(figures(&run)[2], 0);
    }

    async fn the_service_runs_it_by_itself_and_one_process_at_a_time(service) {
        let Some(slapd) = Slapd::start(15) else { return };
        let mut intruder = Intruder::at(&service).await;
        intruder.run("INSERT INTO leases (name, owner, epoch, held_until) VALUES ('directory', 'another node', 7, 9000000000000)").await;
        let busy = sync_with(&service, &slapd, &slapd.table(&[], "reader", ""), &[]).await.unwrap_err();
        assert!(busy.contains("a run is under way already"), "{busy}");
        intruder.run("UPDATE leases SET held_until = 1").await;
        let settings = slapd.settings("");
        let service = service.restarted(|config| {
            config.directory = Some(proofup_service::DirectorySettings { interval_minutes: 5, ..settings });
        }).await;
        until("the service read the directory", async || intruder.number("SELECT count(*) FROM directory_runs").await == 1).await;
        assert_eq!(intruder.number("SELECT epoch FROM leases").await, 8, "another owner has another number");
        assert_eq!(shown(&service, &upn(15)).await["displayName"], "Person Nr. 15");
        service.clock.advance(Duration::from_secs(300));
        let service = service.restarted(|_| {}).await;
        until("the next run came when it was due", async || intruder.number("SELECT count(*) FROM directory_runs").await == 2).await;
        service.stop().await;
    }

    async fn the_way_to_the_directory_is_tls_of_a_known_authority_or_none(service) {
        let Some(slapd) = Slapd::start(3) else { return };
        let starttls = slapd.table(&[format!("ldap://127.0.0.1:{}", slapd.plain)], "reader", "");
        assert_eq!(figures(&sync_with(&service, &slapd, &starttls, &[]).await.unwrap()), [3, 0, 0, 0]);
        let away = format!("ldaps://127.0.0.1:{}", crate::support::Port::claim());
        let second = slapd.table(&[away, format!("ldaps://127.0.0.1:{}", slapd.tls)], "reader", "");
        assert_eq!(figures(&sync_with(&service, &slapd, &second, &[]).await.unwrap()), [0, 0, 0, 0], "the next server is asked");
        let strangers = tempfile::tempdir().unwrap();
        let stranger = crate::tls::Papers::for_name(strangers.path(), "127.0.0.1");
        std::fs::write(slapd.folder().join("authority.pem"), stranger.authority).unwrap();
        for table in [starttls, slapd.table(&[], "reader", "")] {
            let why = sync_with(&service, &slapd, &table, &[]).await.unwrap_err();
            assert!(why.contains("invalid peer certificate"), "{why}");
        }
        let plain = slapd.table(&["http://127.0.0.1".to_owned()], "reader", "");
        assert!(sync_with(&service, &slapd, &plain, &[]).await.unwrap_err().contains("a server is ldaps://NAME or ldap://NAME"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_check_of_the_installation_says_how_the_directory_is() {
    let Some(slapd) = Slapd::start(3) else { return };
    let service = TestService::start(crate::support::TestDatabase::sqlite()).await;
    let file = slapd.file(&slapd.table(&[], "reader", "")).display().to_string();
    let check = async || -> Value {
        let output = service.finish_cli(&["--config", &file, "check", "--json"], std::process::Stdio::null()).await;
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        found.as_array().unwrap().iter().find(|one| one["name"] == "directory").unwrap().clone()
    };
    let found = check().await;
    assert_eq!((&found["state"], &found["detail"]), (&json!("warning"), &json!("no run yet")));
    sync(&service, &slapd, "").await;
    let found = check().await;
    assert_eq!(found["state"], "ok", "{found}");
    assert!(found["detail"].as_str().unwrap().contains("3 people, 3 added"), "{found}");
    slapd.signal("KILL");
    until("the server is gone", async || check().await["state"] == "failed").await;
    assert_eq!(service.send(reqwest::Method::GET, "/healthz", None, None).await.0, StatusCode::NO_CONTENT);
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_shipped_configuration_reads_an_openldap() {
    let Some(slapd) = Slapd::start(5) else { return };
    let service = TestService::start(crate::support::TestDatabase::sqlite()).await;
    let file = |name: &str| slapd.folder().join(name).display().to_string();
    let (authority, reader) = (file("authority.pem"), file("reader"));
    let (tls, plain) = (format!("ldaps://127.0.0.1:{}", slapd.tls), format!("ldap://127.0.0.1:{}", slapd.plain));
    let own = crate::operate::shipped(
        slapd.folder(),
        "directory/openldap.toml",
        &[
            ("ldaps://directory-1.contoso.example", &tls),
            ("ldap://directory-2.contoso.example", &plain),
            ("/etc/proofup/directory-ca.pem", &authority),
            ("/etc/proofup/directory-password", &reader),
            ("cn=proofup,ou=services", "cn=reader,ou=services"),
        ],
    );
    let own = own.display().to_string();
    let tested = service.cli(&["--config", &own, "directory", "test"]).await;
    let told = String::from_utf8(tested.stdout).unwrap();
    assert!(told.matches("takes the account").count() == 2 && told.contains("5 people, 0 of them"), "{told}");
    service.cli(&["--config", &own, "directory", "sync"]).await;
    assert_eq!(shown(&service, &upn(2)).await["roles"], json!(["helpDesk"]));
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_shipped_configuration_of_an_active_directory_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("password"), "a password").unwrap();
    let papers = crate::tls::Papers::for_name(folder.path(), "127.0.0.1");
    std::fs::write(folder.path().join("authority.pem"), papers.authority).unwrap();
    let file = |name: &str| folder.path().join(name).display().to_string();
    let (authority, password) = (file("authority.pem"), file("password"));
    let own = crate::operate::shipped(
        folder.path(),
        "directory/active-directory.toml",
        &[
            ("dc1.contoso.example", "127.0.0.1:9"),
            ("dc2.contoso.example", "127.0.0.1:10"),
            ("/etc/proofup/directory-ca.pem", &authority),
            ("/etc/proofup/directory-password", &password),
        ],
    );
    let service = TestService::start(crate::support::TestDatabase::sqlite()).await;
    let why = service.cli_fails(&["--config", &own.display().to_string(), "directory", "sync"]).await;
    assert!(why.contains("nothing was changed: ldaps://127.0.0.1:9: "), "both are asked: {why}");
    assert!(why.contains("ldaps://127.0.0.1:10: "), "{why}");
    service.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_overview_shows_the_last_run() {
    let Some(slapd) = Slapd::start(3) else { return };
    let service = TestService::start(crate::support::TestDatabase::sqlite()).await;
    let eva = Tokens::of(&service, "eva").await;
    assert_eq!(eva.get(&service, "/v1/admin/overview").await["directory"], Value::Null);
    let settings = slapd.settings("");
    let service = service.restarted(|config| config.directory = Some(settings)).await;
    let health =
        async || Tokens::of(&service, "eva").await.get(&service, "/v1/admin/overview").await["directory"].clone();
    assert_eq!(health().await, json!({"people": 0, "lastRun": null, "lastDoneDateTime": null}));
    sync(&service, &slapd, "").await;
    let shown = health().await;
    assert_eq!(
        (&shown["people"], &shown["lastRun"]["result"], &shown["lastRun"]["refused"]),
        (&json!(3), &json!("done"), &json!(0))
    );
    assert!(shown["lastRun"]["endedDateTime"].is_string() && shown["lastDoneDateTime"].is_string(), "{shown}");
    service.stop().await;
}
