//! Notifications: a device is set up, activated, asked, and decides; and everything that must not work.

mod device;
mod requests;
mod setting_up;

use crate::support::{SignIn, TestService, Tokens};

/// Finn signs in and is asked for the number on his screen.
async fn asked<'a>(service: &'a TestService) -> (SignIn<'a>, String) {
    let sign_in = SignIn::begin(service, "finn").await;
    let step = sign_in.start("push").await;
    assert_eq!(step.error(), "insufficient_authorization", "{}", step.body);
    let number = step.body["challenge"]["number"].as_str().unwrap().to_owned();
    assert!(number.len() == 2 && number.parse::<u8>().unwrap() >= 10, "{number}");
    assert_eq!(step.body["challenge"]["interval"], 2);
    (sign_in, number)
}

fn another(number: &str) -> &'static str {
    if number == "42" { "43" } else { "42" }
}

/// The reasons of Finn's denied sign-ins, the newest first.
async fn denials(service: &TestService, finn: &Tokens) -> Vec<String> {
    let log = finn.get(service, "/v1/me/signIns").await;
    let rows = log["value"].as_array().unwrap();
    rows.iter().filter_map(|row| row["denialReason"].as_str()).map(str::to_owned).collect()
}
