//! LDAP: a server looks a name up and binds with its password.

mod asker;

use std::net::SocketAddr;
use std::time::Duration;

use proofup_api::SecretText;
use proofup_ldap::proto::{LdapBindCred, LdapBindRequest, LdapFilter, LdapOp, LdapResultCode, LdapSearchScope};
use proofup_service::{FrontEnd, FrontEndKind, Networks};
use serde_json::{Value, json};

pub use self::asker::Asker;
use crate::legacy::new_app_password;
use crate::on_both_databases;
use crate::support::{TestDatabase, TestService, Tokens, person, until};

const BEN: &str = "ben@contoso.example";
pub const BEN_DN: &str = "uid=ben,ou=people,dc=contoso,dc=example";
pub const BASE: &str = "dc=contoso,dc=example";
const SECRET: &str = "the secret of a mail server";

pub fn front_end() -> FrontEnd {
    FrontEnd {
        base: Some(BASE.to_owned()),
        domain: Some("contoso.example".to_owned()),
        ..FrontEnd::new("directory", FrontEndKind::Ldap, Networks::loopback())
    }
}

async fn with_ldap(service: TestService, front_end: FrontEnd) -> TestService {
    service
        .restarted(|config| {
            config.listen_ldap = Some(([127, 0, 0, 1], 0).into());
            config.front_ends.all = vec![front_end];
        })
        .await
}

fn address(service: &TestService) -> SocketAddr {
    service.running.as_ref().unwrap().ldap_addresses()[0]
}

fn equals(attribute: &str, value: &str) -> LdapFilter {
    LdapFilter::Equality(attribute.to_owned(), value.to_owned())
}

on_both_databases! {
    async fn an_app_password_binds_under_every_form_of_the_name(service) {
        let service = with_ldap(service, front_end()).await;
        let ben = Tokens::of(&service, "ben").await;
        let (id, secret) = new_app_password(&service, &ben, json!({"displayName": "NAS", "protocols": ["ldap"]})).await;
        let mut asker = Asker::at(&service).await;
        for name in [BEN_DN, "uid=Ben@Contoso.Example,dc=contoso,dc=example", BEN, "CONTOSO\\ben"] {
            assert_eq!(asker.bind(name, &secret).await, LdapResultCode::Success, "{name}");
        }
        for (name, password) in [(BEN_DN, "not it"), ("uid=nobody,dc=contoso,dc=example", "x"), ("uid=ben,dc=other", &secret), ("ben", &secret)] {
            assert_eq!(asker.bind(name, password).await, LdapResultCode::InvalidCredentials, "{name}");
        }
        let log = Tokens::of(&service, "eva").await.get(&service, "/v1/admin/signIns?user=ben%40contoso.example").await;
        let is_seen = |row: &Value| row["frontEnd"] == "directory" && row["result"] == "skipped_app_password";
        assert!(log["value"].as_array().unwrap().iter().any(is_seen), "{log}");
        assert_eq!(asker.bind(BEN_DN, person("ben").password).await, LdapResultCode::InvalidCredentials, "a second step is owed");
        ben.delete(&service, &format!("/v1/me/appPasswords/{id}")).await;
        assert_eq!(asker.bind(BEN_DN, &secret).await, LdapResultCode::InvalidCredentials, "deleted is deleted");
    }

    async fn an_app_password_for_mail_or_for_networks_does_not_bind(service) {
        let service = with_ldap(service, front_end()).await;
        let ben = Tokens::of(&service, "ben").await;
        let (_, mail) = new_app_password(&service, &ben, json!({"displayName": "Mail", "protocols": ["imap"]})).await;
        let here = json!({"displayName": "Here", "addressRanges": ["127.0.0.0/8", "::1"]});
        let (_, here) = new_app_password(&service, &ben, here).await;
        let mut asker = Asker::at(&service).await;
        assert_eq!(asker.bind(BEN_DN, &mail).await, LdapResultCode::InvalidCredentials);
        let refused = asker.bind(BEN_DN, &here).await;
        assert_eq!(refused, LdapResultCode::InvalidCredentials, "the server does not send the address of its client");
    }

    async fn guesses_over_ldap_have_to_wait_which_is_busy_and_no_refusal(service) {
        let service = with_ldap(service, front_end()).await;
        let mut asker = Asker::at(&service).await;
        for number in 0..10 {
            assert_eq!(asker.bind(BEN_DN, &format!("guess {number}")).await, LdapResultCode::InvalidCredentials);
        }
        assert_eq!(asker.bind(BEN_DN, "one more").await, LdapResultCode::Busy);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_without_a_password_is_no_bind_and_nobody_is_bound_after_a_failure() {
    let service = with_ldap(TestService::start(TestDatabase::sqlite()).await, front_end()).await;
    let mut asker = Asker::at(&service).await;
    assert_eq!(asker.bind("", "").await, LdapResultCode::Success, "anonymous");
    assert_eq!(asker.bind(BEN_DN, "").await, LdapResultCode::UnwillingToPerform);
    let version_2 = LdapBindRequest { version: 2, dn: String::new(), cred: LdapBindCred::Simple(String::new()) };
    assert_eq!(asker.bind_with(version_2).await, LdapResultCode::ProtocolError);
    asker.send(LdapOp::DelRequest(BEN_DN.to_owned())).await;
    let LdapOp::DelResponse(refused) = asker.hear().await.unwrap().op else { panic!() };
    assert_eq!(refused.code, LdapResultCode::UnwillingToPerform, "nothing can be changed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bytes_that_are_no_text_are_refused_and_what_is_too_long_ends_the_connection() {
    let service = with_ldap(TestService::start(TestDatabase::sqlite()).await, front_end()).await;
    let mut asker = Asker::at(&service).await;
    asker.send_bytes(b"\x30\x12\x02\x01\x09\x60\x0d\x02\x01\x03\x04\x03ann\x80\x03\xe9\xe9\xe9").await;
    let refused = asker.hear().await.unwrap();
    let LdapOp::BindResponse(response) = refused.op else { panic!("{:?}", refused.op) };
    assert_eq!((refused.msgid, response.res.code), (9, LdapResultCode::InvalidCredentials));
    assert_eq!(asker.bind("", "").await, LdapResultCode::Success, "the connection goes on");
    asker.send_bytes(&[0x30, 0x84, 0x7f, 0xff, 0xff, 0xff]).await;
    assert!(asker.hear().await.is_none(), "before more of it arrives");
    for bytes in [&b"GET / HTTP/1.1\r\n\r\n"[..], b"\x16\x03\x01\x00\x00", &[0x30, 0x03, 0x02, 0x01, 0x01]] {
        let mut stranger = Asker::at(&service).await;
        stranger.send_bytes(bytes).await;
        assert!(stranger.hear().await.is_none(), "{bytes:02x?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_that_comes_byte_by_byte_holds_no_connection() {
    let service = with_ldap(TestService::start(TestDatabase::sqlite()).await, front_end()).await;
    let service = service.restarted(|config| config.connections.head = Duration::from_millis(300)).await;
    let mut asker = Asker::at(&service).await;
    let dripping = async {
        asker.send_bytes(&[0x30, 0x82, 0xff, 0x00]).await;
        while asker.still_takes(0).await {
            // The pace of the bytes: each comes well before the limit.
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(crate::support::PATIENCE, dripping).await.expect("the connection is closed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_over_ldap_and_http_have_one_limit() {
    let service = with_ldap(TestService::start(TestDatabase::sqlite()).await, front_end()).await;
    let service = service.restarted(|config| config.connections.per_address = 2).await;
    let (mut first, mut second) = (Asker::at(&service).await, Asker::at(&service).await);
    assert_eq!(first.bind("", "").await, LdapResultCode::Success);
    assert_eq!(second.bind("", "").await, LdapResultCode::Success);
    assert!(Asker::at(&service).await.hear().await.is_none(), "a third one over LDAP");
    assert!(service.http.get(service.url("/healthz")).send().await.is_err(), "and over HTTP");
    drop(first);
    until("a place is given back", async || service.http.get(service.url("/healthz")).send().await.is_ok()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn operations_that_were_sent_together_are_answered_in_their_order() {
    let service = with_ldap(TestService::start(TestDatabase::sqlite()).await, front_end()).await;
    let ben = Tokens::of(&service, "ben").await;
    let (_, secret) = new_app_password(&service, &ben, json!({"displayName": "NAS"})).await;
    let mut asker = Asker::at(&service).await;
    let bind = |dn: &str, password: &str| {
        let cred = LdapBindCred::Simple(password.to_owned());
        LdapOp::BindRequest(LdapBindRequest { version: 3, dn: dn.to_owned(), cred })
    };
    for (dn, password) in [(BEN_DN, secret.as_str()), ("", ""), (BEN_DN, "not it"), (BEN_DN, &secret)] {
        asker.send(bind(dn, password)).await;
    }
    let mut answers = Vec::new();
    for _ in 0..4 {
        let answer = asker.hear().await.unwrap();
        let LdapOp::BindResponse(response) = answer.op else { panic!("{:?}", answer.op) };
        answers.push((answer.msgid, response.res.code));
    }
    let (right, wrong) = (LdapResultCode::Success, LdapResultCode::InvalidCredentials);
    assert_eq!(answers, [(1, right.clone()), (2, right.clone()), (3, wrong), (4, right)]);
    asker.send(LdapOp::UnbindRequest).await;
    assert!(asker.hear().await.is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_entry_is_made_of_the_name_and_never_says_who_is_there() {
    let service = with_ldap(TestService::start(TestDatabase::sqlite()).await, front_end()).await;
    let mut asker = Asker::at(&service).await;
    let (below, alone) = (LdapSearchScope::Subtree, LdapSearchScope::Base);
    let by_class = |filter| LdapFilter::And(vec![LdapFilter::Present("objectClass".to_owned()), filter]);
    assert_eq!(asker.find(BASE, below.clone(), by_class(equals("uid", "ben"))).await, [BEN_DN]);
    assert_eq!(
        asker.find(BASE, below.clone(), equals("uid", "nobody")).await,
        ["uid=nobody,ou=people,dc=contoso,dc=example"]
    );
    assert_eq!(asker.find(BEN_DN, alone.clone(), LdapFilter::Present("objectClass".to_owned())).await, [BEN_DN]);
    assert_eq!(asker.find("", alone, LdapFilter::Present("objectClass".to_owned())).await, [""], "the root DSE");
    for (base, filter) in [
        (BASE, LdapFilter::Present("uid".to_owned())),
        (BASE, LdapFilter::Not(Box::new(equals("uid", "ben")))),
        (BASE, equals("uid", "")),
        ("dc=other", equals("uid", "ben")),
    ] {
        assert!(asker.find(base, below.clone(), filter.clone()).await.is_empty(), "{base} {filter:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_the_front_end_has_a_secret_it_binds_before_it_looks_for_anybody() {
    let front_end = FrontEnd { secret: Some(SecretText::new(SECRET)), ..front_end() };
    let service = with_ldap(TestService::start(TestDatabase::sqlite()).await, front_end).await;
    let ben = Tokens::of(&service, "ben").await;
    let (_, secret) = new_app_password(&service, &ben, json!({"displayName": "NAS"})).await;
    let mut asker = Asker::at(&service).await;
    let below = LdapSearchScope::Subtree;
    assert!(asker.find(BASE, below.clone(), equals("mail", BEN)).await.is_empty());
    assert_eq!(asker.bind("cn=mail,dc=contoso,dc=example", SECRET).await, LdapResultCode::Success);
    assert_eq!(asker.find(BASE, below.clone(), equals("uid", "ben")).await, [BEN_DN]);
    assert_eq!(asker.bind(BEN_DN, &secret).await, LdapResultCode::Success);
    assert_eq!(asker.find(BASE, below.clone(), equals("uid", "ben")).await, [BEN_DN], "one's own");
    assert!(asker.find(BASE, below.clone(), equals("uid", "ann")).await.is_empty(), "and nobody else's");
    assert_eq!(asker.bind(BEN_DN, "not it").await, LdapResultCode::InvalidCredentials);
    assert!(asker.find(BASE, below, equals("uid", "ben")).await.is_empty(), "a failed bind leaves nobody bound");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_that_is_not_configured_is_not_spoken_with() {
    let front_end = FrontEnd { from: "192.0.2.1".parse().unwrap(), ..front_end() };
    let service = with_ldap(TestService::start(TestDatabase::sqlite()).await, front_end).await;
    assert!(Asker::at(&service).await.hear().await.is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_away_is_busy_and_never_a_refusal() {
    let Some(database) = TestDatabase::postgres() else { return };
    let service = with_ldap(TestService::start(database).await, front_end()).await;
    let TestDatabase::Postgres(database) = &service.database else { unreachable!() };
    let mut asker = Asker::at(&service).await;
    database.read_only(true);
    assert_eq!(asker.bind(BEN_DN, "not it").await, LdapResultCode::Busy);
    database.read_only(false);
}
