//! The mail server: what it takes, refuses, and does not get.

use std::collections::BTreeSet;
use std::time::Duration;

use proofup_service::{MailServer, MailSettings, MailTls, Running};
use serde_json::{Value, json};

use super::sink::{PASSWORD, Sink};
use super::{BEN, BENS_MAIL, bypass, bypass_for_ben, details, of_bypasses, waiting, with_mail};
use crate::on_both_databases;
use crate::support::{Intruder, Port, TestService, until};

const MINUTE: Duration = Duration::from_secs(60);

/// How many notices wait.
async fn held(service: &TestService) -> i64 {
    let held = "SELECT CAST(count(*) AS bigint) FROM notices WHERE done_at IS NULL AND held = 1";
    Intruder::at(service).await.number(held).await
}

on_both_databases! {
    async fn a_person_is_told_in_their_own_language(service) {
        let folder = tempfile::tempdir().unwrap();
        let sink = Sink::start(folder.path()).await;
        let (service, eva) = with_mail(service, &sink).await;
        for (tag, title) in [
            ("en", "One sign-in without a second step was allowed"),
            ("nl", "Eén aanmelding zonder tweede stap is toegestaan"),
            ("zh-TW", "已允許一次不經第二個步驟的登入"),
            ("zh-CN", "已允许一次不经第二个步骤的登录"),
        ] {
            eva.patch(&service, BEN, json!({"preferredLanguage": tag})).await;
            let before = sink.letters_to(BENS_MAIL).len();
            bypass_for_ben(&service, &eva).await;
            until("the letter arrives", async || sink.letters_to(BENS_MAIL).len() > before).await;
            let letter = sink.letters_to(BENS_MAIL).pop().unwrap();
            assert!(letter.encrypted, "over TLS");
            assert_eq!((letter.head("Content-Language"), letter.head("Auto-Submitted")), (tag, "auto-generated"));
            let parts = letter.parts();
            assert_eq!(parts.len(), 2);
            for part in &parts {
                assert!(part.contains(title) && part.contains("2026-03-02 09:05 UTC"), "{part}");
            }
            assert!(parts[1].contains(&format!("<html lang=\"{tag}\">")), "{}", parts[1]);
        }
    }

    async fn an_address_that_is_refused_for_good_is_noted_at_the_person_and_tried_no_more(service) {
        let folder = tempfile::tempdir().unwrap();
        let sink = Sink::start(folder.path()).await;
        let (service, eva) = with_mail(service, &sink).await;
        sink.answer(&["550 5.1.1 nobody of this name"]);
        bypass_for_ben(&service, &eva).await;
        until("it is noted", async || details(&service, &eva).await["mailRefused"].is_object()).await;
        let refused = details(&service, &eva).await["mailRefused"].clone();
        assert_eq!(refused["refusedDateTime"], "2026-03-02T09:00:00Z");
        assert!(refused["answer"].as_str().unwrap().contains("nobody of this name"), "{refused}");
        assert_eq!((waiting(&service).await, of_bypasses(&sink).len()), (0, 0));
        bypass_for_ben(&service, &eva).await;
        until("the server takes the next one", async || of_bypasses(&sink).len() == 1).await;
        until("the note goes", async || details(&service, &eva).await["mailRefused"].is_null()).await;
    }

    async fn what_is_refused_for_now_is_sent_later_with_the_same_message_id(service) {
        let folder = tempfile::tempdir().unwrap();
        let sink = Sink::start(folder.path()).await;
        let (service, eva) = with_mail(service, &sink).await;
        sink.answer(&["451 4.7.1 greylisted", "451 4.7.1 greylisted"]);
        bypass_for_ben(&service, &eva).await;
        let tried = async |times: i64| {
            let tries = Intruder::at(&service).await.number("SELECT max(tries) FROM notices WHERE done_at IS NULL").await;
            tries == times && of_bypasses(&sink).is_empty()
        };
        until("it is refused", async || tried(1).await).await;
        service.clock.advance(MINUTE);
        until("it is refused again", async || tried(2).await).await;
        let id = Intruder::at(&service).await.text("SELECT message_id FROM notices WHERE done_at IS NULL").await;
        service.clock.advance(5 * MINUTE);
        until("it is taken", async || of_bypasses(&sink).len() == 1).await;
        let letter = of_bypasses(&sink).remove(0);
        assert_eq!(letter.head("Message-ID"), id);
        assert!(id.ends_with("@contoso.example>"), "{id}");
        assert_eq!(letter.head("Date"), "Mon, 02 Mar 2026 09:00:00 +0000", "when it happened");
    }

    async fn the_queue_outlives_a_restart_while_the_mail_server_is_away(service) {
        let folder = tempfile::tempdir().unwrap();
        let sink = Sink::start(folder.path()).await;
        let port = Port::claim();
        let away = Sink::at(folder.path(), port.to_address());
        let (service, eva) = with_mail(service, &sink).await;
        let server = away.server();
        let service = service.restarted(|config| config.mail = Some(server)).await;
        bypass_for_ben(&service, &eva).await;
        until("it was tried", async || {
            Intruder::at(&service).await.number("SELECT coalesce(max(tries), 0) FROM notices WHERE done_at IS NULL").await == 1
        })
        .await;
        let service = service.restarted(|_| {}).await;
        assert_eq!(waiting(&service).await, 1);
        away.listen().await;
        service.clock.advance(MINUTE);
        until("it arrives", async || of_bypasses(&away).len() == 1).await;
        until("it is done", async || waiting(&service).await == 0).await;
    }

    async fn of_two_nodes_one_sends_each_letter(service) {
        let folder = tempfile::tempdir().unwrap();
        let sink = Sink::start(folder.path()).await;
        let (service, eva) = with_mail(service, &sink).await;
        let mut config = service.config.clone();
        config.listen.set_port(0);
        let other = Running::start(config).await.unwrap();
        let people = ["ann", "ben", "carla", "dan", "finn", "gita"];
        for name in people {
            let path = format!("/v1/admin/users/{name}@contoso.example");
            eva.patch(&service, &path, json!({"mail": format!("{name}@mail.example")})).await;
        }
        for _ in 0..8 {
            for name in people {
                bypass(&service, &eva, &format!("{name}@contoso.example")).await;
            }
        }
        until("all are sent", async || waiting(&service).await == 0).await;
        let letters: Vec<_> = sink.letters().into_iter().filter(|letter| letter.to.ends_with("@mail.example")).collect();
        let ids: BTreeSet<_> = letters.iter().map(|letter| letter.head("Message-ID").to_owned()).collect();
        assert_eq!(ids.len(), letters.len(), "none twice");
        assert!(ids.len() > 6 * 8, "{}", ids.len());
        other.stop().await;
    }

    async fn a_server_without_tls_gets_nothing_and_the_queue_is_held(service) {
        let folder = tempfile::tempdir().unwrap();
        let sink = Sink::start(folder.path()).await;
        let (service, eva) = with_mail(service, &sink).await;
        sink.offer_tls(false);
        bypass_for_ben(&service, &eva).await;
        until("it is held", async || held(&service).await == 1).await;
        let metrics = service.http.get(service.url("/metrics")).send().await.unwrap().text().await.unwrap();
        assert!(metrics.contains("proofup_notices_paused{channel=\"mail\"} 1"), "{metrics}");
        let overview = eva.get(&service, "/v1/admin/overview").await;
        assert_eq!((&overview["mail"]["waiting"], &overview["mail"]["held"]), (&json!(1), &json!(1)));
        assert!(overview["mail"]["fault"].as_str().unwrap().contains("STARTTLS"), "{overview}");
        // Two days later it is still there.
        service.clock.advance(2 * 24 * 60 * MINUTE);
        until("it was tried again", async || {
            Intruder::at(&service).await.number("SELECT max(due_at) FROM notices WHERE held = 1").await
                > i64::try_from(service.clock.unix_seconds()).unwrap() * 1000
        })
        .await;
        assert!(of_bypasses(&sink).is_empty());
        sink.offer_tls(true);
        service.clock.advance(MINUTE);
        until("it arrives", async || of_bypasses(&sink).len() == 1).await;
        assert!(sink.letters().iter().all(|letter| letter.encrypted));
    }

    async fn a_wrong_password_holds_the_queue(service) {
        let folder = tempfile::tempdir().unwrap();
        let sink = Sink::start(folder.path()).await;
        let (service, eva) = with_mail(service, &sink).await;
        sink.want_password();
        let server = sink.server_with_password("another");
        let service = service.restarted(|config| config.mail = Some(server)).await;
        bypass_for_ben(&service, &eva).await;
        bypass_for_ben(&service, &eva).await;
        until("both are held, or wait for the first", async || held(&service).await > 0 && waiting(&service).await == 2).await;
        let connections = sink.connections();
        let server = sink.server_with_password(PASSWORD);
        let service = service.restarted(|config| config.mail = Some(server)).await;
        service.clock.advance(MINUTE);
        until("both arrive", async || of_bypasses(&sink).len() == 2).await;
        assert!(of_bypasses(&sink).iter().all(|letter| letter.signed_in && letter.encrypted));
        assert!(sink.connections() > connections);
    }

    async fn what_cannot_be_sent_in_a_day_is_given_up(service) {
        let folder = tempfile::tempdir().unwrap();
        let sink = Sink::start(folder.path()).await;
        let port = Port::claim();
        let away = Sink::at(folder.path(), port.to_address());
        let (service, eva) = with_mail(service, &sink).await;
        let server = away.server();
        let service = service.restarted(|config| config.mail = Some(server)).await;
        bypass_for_ben(&service, &eva).await;
        until("it was tried", async || {
            Intruder::at(&service).await.number("SELECT coalesce(max(tries), 0) FROM notices WHERE done_at IS NULL").await == 1
        })
        .await;
        service.clock.advance(24 * 60 * MINUTE);
        until("it is given up", async || waiting(&service).await == 0).await;
        let expired = "SELECT CAST(count(*) AS bigint) FROM notices WHERE outcome = 'expired'";
        assert_eq!(Intruder::at(&service).await.number(expired).await, 1);
    }

    async fn an_hour_has_twenty_letters_and_one_that_tells_of_the_rest(service) {
        let folder = tempfile::tempdir().unwrap();
        let sink = Sink::start(folder.path()).await;
        let (service, eva) = with_mail(service, &sink).await;
        for _ in 0..30 {
            bypass_for_ben(&service, &eva).await;
        }
        until("twenty are sent", async || sink.letters_to(BENS_MAIL).len() == 20).await;
        assert_eq!(waiting(&service).await, 1);
        service.clock.advance(15 * MINUTE);
        until("one more is sent", async || sink.letters_to(BENS_MAIL).len() == 21).await;
        let last = sink.letters_to(BENS_MAIL).pop().unwrap();
        assert!(last.head("Subject").contains("Many changes to your account"), "{}", last.data);
        assert!(last.parts()[0].contains("One sign-in without a second step was allowed (× 11)"), "{}", last.parts()[0]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_certificate_of_nobody_who_is_trusted_holds_the_queue() {
    let folder = tempfile::tempdir().unwrap();
    let sink = Sink::start(folder.path()).await;
    let other = tempfile::tempdir().unwrap();
    let stranger = Sink::start(other.path()).await;
    let (service, eva) = with_mail(TestService::start(crate::support::TestDatabase::sqlite()).await, &sink).await;
    let settings = MailSettings { authorities: Some(stranger.authority().as_bytes().to_vec()), ..sink.settings() };
    let server = MailServer::new(settings).unwrap();
    let service = service.restarted(|config| config.mail = Some(server)).await;
    bypass_for_ben(&service, &eva).await;
    until("it is held", async || held(&service).await == 1).await;
    let why = Intruder::at(&service).await.text("SELECT last_error FROM notices WHERE held = 1").await;
    assert!(why.contains("certificate"), "{why}");
    assert!(of_bypasses(&sink).is_empty());
}

#[test]
fn letters_leave_this_computer_with_tls_alone() {
    let settings = MailSettings {
        server: "mail.contoso.example".to_owned(),
        port: 25,
        tls: MailTls::None,
        account: None,
        from: "security@contoso.example".to_owned(),
        authorities: None,
    };
    assert!(MailServer::new(settings.clone()).unwrap_err().to_string().contains("this computer"));
    assert!(MailServer::new(MailSettings { server: "127.0.0.1".to_owned(), ..settings }).is_ok());
}

/// The configuration of the real binary.
fn configuration(folder: &std::path::Path, sink: &Sink) -> String {
    let (password, authority) = (folder.join("mail.password"), folder.join("ca.pem"));
    std::fs::write(&password, format!("{PASSWORD}\n")).unwrap();
    std::fs::write(&authority, sink.authority()).unwrap();
    let file = folder.join("proofup.toml");
    let text = format!(
        "[mail]\nserver = \"127.0.0.1\"\nport = {}\nuser = \"proofup\"\npassword_file = {password:?}\n\
         from = \"security@contoso.example\"\nca_file = {authority:?}\n",
        sink.address().port()
    );
    std::fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_test_letter_says_what_the_mail_server_answers() {
    let folder = tempfile::tempdir().unwrap();
    let sink = Sink::start(folder.path()).await;
    sink.want_password();
    let service = TestService::start(crate::support::TestDatabase::sqlite()).await;
    let config = configuration(folder.path(), &sink);
    let test = ["mail", "test", "ann@mail.example", "--config", &config];
    let told = service.cli(&test).await;
    assert!(String::from_utf8_lossy(&told.stdout).contains("took a letter to ann@mail.example"));
    assert!(sink.letters_to("ann@mail.example")[0].signed_in);
    sink.answer(&["550 5.1.1 nobody of this name"]);
    let told = service.cli_fails(&test).await;
    assert!(told.contains("nobody of this name") && told.contains("given up"), "{told}");
    std::fs::write(folder.path().join("mail.password"), "another").unwrap();
    let told = service.cli_fails(&test).await;
    assert!(told.contains("user and password") && !told.contains("another"), "{told}");
    let told = service.cli_fails(&["mail", "test", "ann@mail.example"]).await;
    assert!(told.contains("[mail]"), "{told}");
    let checked = service.finish_cli(&["check", "--json", "--config", &config], std::process::Stdio::null()).await;
    let found: Value = serde_json::from_slice(&checked.stdout).unwrap();
    let mail = found.as_array().unwrap().iter().find(|finding| finding["name"] == "mail").unwrap();
    assert_eq!(mail["state"], "failed", "{mail}");
}
