//! Rules that hold across nodes as on one: what is newest, how many tries, who may not, and who was first.

use reqwest::StatusCode;
use serde_json::json;
use tokio::task::JoinSet;

use super::{Nodes, Told, unix_seconds};
use crate::administration::act;
use crate::support::{SignIn, Step, Tokens, answer, form, other_than, person};

#[tokio::test(flavor = "multi_thread")]
async fn of_two_texts_of_two_nodes_only_the_newest_works() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let older = SignIn::begin(&one, "ben").await;
    older.start("sms").await;
    let old = one.text_code(person("ben").mobile);
    one.let_pauses_pass().await;
    let newer = SignIn::begin(&other, "ben").await;
    newer.start("sms").await;
    let new = one.text_code(person("ben").mobile);
    assert_eq!(older.answer(&old).await.code(), "code_superseded");
    let older = older.at(&other);
    one.kill();
    assert_eq!(older.answer(&old).await.code(), "code_superseded");
    assert_eq!(newer.answer(&old).await.code(), "code_superseded");
    let one = nodes.start();
    assert!(newer.at(&one).answer(&new).await.is_granted());
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_calls_of_two_nodes_only_the_newest_counts() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let older = SignIn::begin(&one, "ben").await;
    older.start("voiceMobile").await;
    let old = nodes.call(person("ben").mobile);
    one.let_pauses_pass().await;
    let newer = SignIn::begin(&other, "ben").await;
    newer.start("voiceMobile").await;
    let new = nodes.call(person("ben").mobile);
    let pound = json!({"keys": "#"});
    Told::of(&old, "keys", pound.clone()).to(&other).await;
    assert_eq!(older.send(&[]).await.code(), "code_superseded");
    one.kill();
    assert_eq!(newer.send(&[]).await.error(), "authorization_pending", "the older call opens nothing");
    Told::of(&new, "keys", pound).to(&other).await;
    let one = nodes.start();
    assert!(newer.at(&one).send(&[]).await.is_granted());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_allows_five_tries_over_all_endpoints() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let sign_in = SignIn::begin(&one, "ben").await;
    sign_in.start("sms").await;
    let code = one.text_code(person("ben").mobile);
    let wrong = other_than(&code);
    for left in [4, 3, 2] {
        assert_eq!(sign_in.answer(&wrong).await.body["params"]["triesLeft"], left);
    }
    let sign_in = sign_in.at(&other);
    one.kill();
    assert_eq!(sign_in.answer(&wrong).await.body["params"]["triesLeft"], 1);
    assert_eq!(sign_in.answer(&wrong).await.code(), "too_many_incorrect_codes");
    let one = nodes.start();
    assert_eq!(sign_in.at(&one).answer(&code).await.code(), "too_many_incorrect_codes", "the right one comes too late");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_codes_at_several_nodes_lock_at_all_of_them() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    one.set("lockoutDenials", "4").await;
    let code = one.app_code_at(person("ben").authenticator_seed.unwrap(), unix_seconds());
    let sign_in = SignIn::begin(&one, "ben").await;
    sign_in.start("oath").await;
    for _ in 0..2 {
        assert_eq!(sign_in.answer("000").await.code(), "invalid_app_code");
    }
    let sign_in = sign_in.at(&other);
    one.kill();
    for _ in 0..2 {
        assert_eq!(sign_in.answer("000").await.code(), "invalid_app_code");
    }
    let one = nodes.start();
    for node in [&one, &other] {
        let locked = sign_in.at(node).answer(&code).await;
        assert_eq!(locked.code(), "account_locked", "the right one too: {}", locked.body);
        assert!(locked.body["params"]["retryAfterSeconds"].as_i64().unwrap() > 0, "{}", locked.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_passwords_at_several_nodes_lock_at_all_of_them() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    one.set("lockoutDenials", "4").await;
    let ben = person("ben");
    for node in [&one, &other, &one, &other] {
        assert_eq!(SignIn::password(node, ben.upn, "wrong", &[]).await.code(), "invalid_credentials");
    }
    one.kill();
    let one = nodes.start();
    for node in [&one, &other] {
        assert_eq!(SignIn::password(node, ben.upn, ben.password, &[]).await.code(), "account_locked");
    }
    let shown = one.cli(&["user", "show", ben.upn]).await;
    let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(shown.contains(": password from 127.0.0.1, 4 wrong in a row"), "{shown}");
    let listed = one.cli(&["user", "list"]).await;
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert_eq!(listed.lines().filter(|line| line.ends_with("locked")).count(), 1, "{listed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_text_has_to_wait_whichever_node_is_asked() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let sign_in = SignIn::begin(&one, "ben").await;
    assert_eq!(sign_in.start("sms").await.error(), "insufficient_authorization");
    assert_eq!(sign_in.at(&other).start("sms").await.error(), "slow_down");
    let sign_in = sign_in.at(&other);
    one.kill();
    assert_eq!(sign_in.start("sms").await.error(), "slow_down");
    assert_eq!(nodes.phones.texts_to(person("ben").mobile).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_at_one_node_ends_sign_ins_at_another() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let eva = Tokens::of(&one, "eva").await;
    let ben = Tokens::of(&other, "ben").await;
    let sign_in = SignIn::begin(&other, "ben").await;
    sign_in.start("oath").await;
    act(&one, &eva, "block", json!({"reason": "laptop stolen"})).await;
    one.kill();
    let code = other.app_code_at(person("ben").authenticator_seed.unwrap(), unix_seconds());
    assert_eq!(sign_in.answer(&code).await.code(), "user_blocked");
    assert_eq!(ben.refreshed(&other).await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_32_sign_ins_at_two_nodes_with_one_app_code_exactly_one_passes() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    one.set("lockoutDenials", "100").await;
    let mut sessions = Vec::new();
    for _ in 0..32 {
        sessions.push(SignIn::begin(&one, "ben").await.auth_session);
    }
    let code = one.app_code_at(person("ben").authenticator_seed.unwrap(), unix_seconds());
    let mut requests = JoinSet::new();
    for (number, session) in sessions.iter().enumerate() {
        let node = if number % 2 == 0 { &one } else { &other };
        let body = form(&[("auth_session", session), ("method", "oath"), ("otp", &code)]);
        let request = node.http.post(node.url("/oauth2/challenge")).body(body);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        requests.spawn(async move {
            let (status, body) = answer(request.send().await.unwrap()).await;
            Step { status, body }
        });
    }
    let steps = requests.join_all().await;
    assert_eq!(steps.iter().filter(|step| step.is_granted()).count(), 1);
    assert_eq!(steps.iter().filter(|step| step.code() == "code_already_used").count(), 31, "{steps:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_of_a_node_that_died_is_whole_and_goes_on() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let (one, other) = (nodes.start(), nodes.start());
    let before = rows(&one).await;
    for node in [&one, &other, &one, &other] {
        SignIn::password(node, person("ben").upn, "wrong", &[]).await;
    }
    // At once after the answer, with what it had to seal.
    one.kill();
    assert_eq!(rows(&other).await, before + 4, "what was answered is kept");
}

/// How many rows the log has, all of them sealed and whole.
async fn rows(node: &super::Node) -> u64 {
    node.cli(&["log", "seal"]).await;
    let said = String::from_utf8(node.cli(&["log", "verify"]).await.stdout).unwrap();
    assert!(said.contains("the log is whole"), "{said}");
    said.split_whitespace().next().unwrap().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_made_at_once_by_several_is_made_once_and_serves_all_nodes() {
    let Some(nodes) = Nodes::on_nothing().await else { return };
    std::thread::scope(|scope| {
        let making: Vec<_> = (0..3).map(|_| scope.spawn(|| nodes.make_tables())).collect();
        making.into_iter().for_each(|made| made.join().unwrap());
    });
    let nodes: Vec<_> = std::thread::scope(|scope| {
        let starting: Vec<_> = (0..3).map(|_| scope.spawn(|| nodes.start())).collect();
        starting.into_iter().map(|node| node.join().unwrap()).collect()
    });
    for node in &nodes {
        assert_eq!(node.http.get(node.url("/readyz")).send().await.unwrap().status(), StatusCode::NO_CONTENT);
    }
}
