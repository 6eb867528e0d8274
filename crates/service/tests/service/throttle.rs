//! Who guesses has to wait, and nobody else.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::json;

use crate::at_once::all_at_once;
use crate::legacy::basic;
use crate::on_both_databases;
use crate::support::{CHALLENGE, SignIn, Step, TestService, Tokens, answer, form, person};

/// A password from an address: this computer is a proxy that says so.
async fn password_from(service: &TestService, address: &str, upn: &str, password: &str, more: &[(&str, &str)]) -> Step {
    password_with(service, address.as_bytes(), upn, password, more).await
}

/// The same with any bytes in the header.
async fn password_with(service: &TestService, told: &[u8], upn: &str, password: &str, more: &[(&str, &str)]) -> Step {
    let mut fields = vec![
        ("client_id", "proofup-desktop"),
        ("username", upn),
        ("password", password),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    fields.extend_from_slice(more);
    let request = service.http.post(service.url("/oauth2/challenge")).header("x-forwarded-for", told);
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(form(&fields));
    let (status, body) = answer(request.send().await.unwrap()).await;
    Step { status, body }
}

/// So many wrong passwords for a name from an address.
async fn guess(service: &TestService, address: &str, upn: &str, times: usize) -> Step {
    let mut last = None;
    for _ in 0..times {
        last = Some(password_from(service, address, upn, "not it", &[]).await);
    }
    last.unwrap()
}

/// The right password of ben from an address.
async fn ben_from(service: &TestService, address: &str, more: &[(&str, &str)]) -> Step {
    let ben = person("ben");
    password_from(service, address, ben.upn, ben.password, more).await
}

const OWED: &str = "insufficient_authorization";

/// The secret of a device that Ben had remembered.
async fn remembered_device(service: &TestService) -> String {
    let sign_in = SignIn::begin(service, "ben").await;
    sign_in.start("sms").await;
    let code = service.text_code(person("ben").mobile);
    let granted = sign_in.send(&[("otp", &code), ("remember_device", "true")]).await;
    granted.body["device_token"].as_str().unwrap().to_owned()
}

on_both_databases! {
    async fn a_stranger_cannot_lock_a_person_out(service) {
        let service = service.behind_a_proxy().await;
        for _ in 0..3 {
            guess(&service, "203.0.113.9", "ben@contoso.example", 12).await;
            service.clock.advance(Duration::from_secs(60));
        }
        guess(&service, "203.0.113.9", "ben@contoso.example", 1).await;
        assert_eq!(ben_from(&service, "203.0.113.9", &[]).await.code(), "account_locked", "who guesses waits");
        assert_eq!(ben_from(&service, "192.0.2.1", &[]).await.error(), OWED, "and ben comes in");
    }

    async fn bytes_in_a_header_make_nobody_the_proxy_itself(service) {
        let eva = Tokens::of(&service, "eva").await;
        service.set("trustedNetworks", "127.0.0.0/8").await;
        let service = service.behind_a_proxy().await;
        let ben = person("ben");
        for (told, address) in [
            (&b"\xff, 203.0.113.9"[..], json!("203.0.113.9")),
            (&b"203.0.113.9, \xff"[..], json!(null)),
            (&b"203.0.113.9, unknown"[..], json!(null)),
            (&b"127.0.0.1"[..], json!(null)),
            (&b""[..], json!(null)),
        ] {
            let step = password_with(&service, told, ben.upn, ben.password, &[]).await;
            assert_eq!(step.error(), OWED, "{told:?}: no trusted network: {}", step.body);
            service.clock.advance(Duration::from_secs(1));
            password_with(&service, told, ben.upn, "not it", &[]).await;
            let log = eva.get(&service, "/v1/admin/signIns?kind=denied").await;
            assert_eq!(log["value"][0]["clientAddress"], address, "{told:?}");
        }
    }

    async fn known_places_are_not_slowed_by_many_guesses(service) {
        service.set("rememberDeviceAllowed", "true").await;
        let service = service.behind_a_proxy().await;
        let session = Tokens::of(&service, "ben").await;
        assert_eq!(ben_from(&service, "192.0.2.1", &[]).await.error(), OWED);
        let device = &*remembered_device(&service).await;
        for network in 0..10 {
            guess(&service, &format!("203.0.113.{network}"), "ben@contoso.example", 10).await;
        }
        let stranger = ben_from(&service, "198.51.100.7", &[]).await;
        assert_eq!((stranger.code(), &stranger.body["params"]["retryAfterSeconds"]), ("account_locked", &json!(60)));
        assert!(ben_from(&service, "198.51.100.7", &[("device_token", device)]).await.is_granted(), "a remembered device");
        assert_eq!(ben_from(&service, "198.51.100.7", &[("device_token", "made up")]).await.code(), "account_locked");
        assert_eq!(ben_from(&service, "192.0.2.1", &[]).await.error(), OWED, "a network where ben signed in");
        let body = json!({"currentPassword": person("ben").password, "newPassword": "bold-bridge"});
        assert_eq!(session.post(&service, "/v1/me/changePassword", body).await.0, StatusCode::NO_CONTENT, "a session");
        service.set("trustedNetworks", "198.51.100.0/24").await;
        let trusted = password_from(&service, "198.51.100.7", person("ben").upn, "bold-bridge", &[]).await;
        assert!(trusted.is_granted(), "a trusted network: {}", trusted.body);
    }

    async fn a_known_place_is_no_way_to_guess_on(service) {
        let service = service.behind_a_proxy().await;
        assert_eq!(ben_from(&service, "192.0.2.1", &[]).await.error(), OWED);
        assert_eq!(guess(&service, "192.0.2.1", "ben@contoso.example", 10).await.code(), "invalid_credentials");
        assert_eq!(ben_from(&service, "192.0.2.1", &[]).await.code(), "account_locked");
    }

    async fn one_password_for_many_names_makes_its_network_wait(service) {
        service.set("rememberDeviceAllowed", "true").await;
        let service = service.behind_a_proxy().await;
        let device = remembered_device(&service).await;
        service.set("lockoutDenials", "2").await;
        for number in 0..19 {
            guess(&service, "203.0.113.9", &format!("name-{number}@contoso.example"), 1).await;
        }
        // Somebody who mistypes the own password is one name.
        assert_eq!(guess(&service, "203.0.113.9", "name-0@contoso.example", 1).await.code(), "invalid_credentials");
        assert_eq!(guess(&service, "203.0.113.9", "name-19@contoso.example", 1).await.code(), "invalid_credentials");
        assert_eq!(ben_from(&service, "203.0.113.9", &[]).await.code(), "account_locked");
        assert_eq!(ben_from(&service, "203.0.113.10", &[]).await.error(), OWED, "another network");
        let remembered = ben_from(&service, "203.0.113.9", &[("device_token", &device)]).await;
        assert!(remembered.is_granted(), "a remembered device in the network that waits: {}", remembered.body);
    }

    async fn one_password_for_many_names_waits_however_little_is_said_of_where_it_comes_from(service) {
        service.set("lockoutDenials", "1").await;
        for number in 0..10 {
            let name = format!("name-{number}@contoso.example");
            assert_eq!(basic(&service, &name, "Winter2026!").await, StatusCode::UNAUTHORIZED, "{name}");
        }
        let waits = basic(&service, "name-10@contoso.example", "Winter2026!").await;
        assert_eq!(waits, StatusCode::FORBIDDEN, "a front end that does not tell where its clients are");
        let service = service.behind_a_proxy().await;
        for number in 0..10 {
            guess(&service, "unknown", &format!("name-{number}@contoso.example"), 1).await;
        }
        assert_eq!(guess(&service, "unknown", "name-10@contoso.example", 1).await.code(), "account_locked", "nowhere");
        service.set("trustedNetworks", "198.51.100.0/24").await;
        for number in 0..50 {
            let name = format!("name-{number}@contoso.example");
            assert_eq!(guess(&service, "198.51.100.7", &name, 1).await.code(), "invalid_credentials", "{name}");
        }
        assert_eq!(guess(&service, "198.51.100.7", "name-50@contoso.example", 1).await.code(), "account_locked");
        assert_eq!(ben_from(&service, "198.51.100.8", &[]).await.status, StatusCode::OK, "another trusted network");
    }

    async fn where_a_network_waits_a_wrong_password_does_not_tell_who_is_known_there(service) {
        let service = service.behind_a_proxy().await;
        service.set("lockoutDenials", "1").await;
        assert_eq!(ben_from(&service, "203.0.113.9", &[]).await.error(), OWED, "ben is known there");
        for number in 0..10 {
            guess(&service, "203.0.113.9", &format!("name-{number}@contoso.example"), 1).await;
        }
        assert_eq!(ben_from(&service, "203.0.113.9", &[]).await.error(), OWED, "a right one passes");
        for name in ["ben@contoso.example", "ann@contoso.example", "nobody@contoso.example"] {
            assert_eq!(guess(&service, "203.0.113.9", name, 1).await.code(), "account_locked", "{name}");
        }
    }

    async fn wrong_codes_from_elsewhere_keep_no_owner_out(service) {
        let service = service.behind_a_proxy().await;
        let ben = person("ben");
        let seed = ben.authenticator_seed.unwrap();
        let code_from = async |address: &str, code: &str| {
            let first = ben_from(&service, address, &[]).await;
            let auth_session = first.body["auth_session"].as_str().unwrap().to_owned();
            let fields = [("auth_session", auth_session.as_str()), ("method", "oath"), ("otp", code)];
            let request = service.http.post(service.url("/oauth2/challenge")).header("x-forwarded-for", address);
            let request = request.header("content-type", "application/x-www-form-urlencoded").body(form(&fields));
            let (status, body) = answer(request.send().await.unwrap()).await;
            Step { status, body }
        };
        assert!(code_from("192.0.2.1", &service.app_code(seed)).await.is_granted());
        service.clock.advance(Duration::from_secs(30));
        for _ in 0..10 {
            assert_eq!(code_from("203.0.113.66", "000").await.code(), "invalid_app_code");
        }
        assert_eq!(code_from("203.0.113.66", &service.app_code(seed)).await.code(), "account_locked", "who guesses waits");
        assert!(code_from("198.51.100.7", &service.app_code(seed)).await.is_granted(), "and ben comes in elsewhere");
        service.clock.advance(Duration::from_secs(30));
        for network in 0..9 {
            for _ in 0..10 {
                code_from(&format!("203.0.113.{network}"), "000").await;
            }
        }
        assert_eq!(code_from("203.0.113.200", &service.app_code(seed)).await.code(), "account_locked", "guesses from everywhere");
        assert!(code_from("192.0.2.1", &service.app_code(seed)).await.is_granted(), "what is known goes on");
    }

    async fn of_ipv6_a_whole_64_is_one_place(service) {
        let service = service.behind_a_proxy().await;
        for host in 0..10 {
            guess(&service, &format!("2001:db8:0:1::{host}"), "ben@contoso.example", 1).await;
        }
        assert_eq!(ben_from(&service, "2001:db8:0:1:ffff::1", &[]).await.code(), "account_locked");
        assert_eq!(ben_from(&service, "2001:db8:0:2::1", &[]).await.error(), OWED);
    }

    async fn of_40_right_passwords_at_once_all_pass(service) {
        let ben = person("ben");
        let fields = [
            ("client_id", "proofup-desktop"), ("username", ben.upn), ("password", ben.password),
            ("code_challenge", CHALLENGE), ("code_challenge_method", "S256"),
        ];
        let steps = all_at_once(&service, "/oauth2/challenge", &fields, 40).await;
        assert_eq!(steps.iter().filter(|step| step.error() == OWED).count(), 40);
    }

    async fn of_64_wrong_passwords_at_once_ten_are_reported_as_wrong(service) {
        let fields = [
            ("client_id", "proofup-desktop"), ("username", "ben@contoso.example"), ("password", "not it"),
            ("code_challenge", CHALLENGE), ("code_challenge_method", "S256"),
        ];
        let steps = all_at_once(&service, "/oauth2/challenge", &fields, 64).await;
        let told = |code: &str| steps.iter().filter(|step| step.code() == code).count();
        assert_eq!((told("invalid_credentials"), told("account_locked")), (10, 54));
    }

    async fn an_administrator_sees_and_opens_every_lock(service) {
        let ben = person("ben");
        let eva = Tokens::of(&service, "eva").await;
        for number in 0..10 {
            SignIn::password(&service, ben.upn, "not it", &[]).await;
            basic(&service, ben.upn, &format!("not it {number}")).await;
        }
        assert_eq!(basic(&service, ben.upn, "not it").await, StatusCode::FORBIDDEN);
        let seen = eva.get(&service, "/v1/admin/users/ben@contoso.example").await;
        let mut kinds: Vec<_> = seen["locks"].as_array().unwrap().iter().map(|lock| lock["kind"].clone()).collect();
        kinds.sort_by_key(ToString::to_string);
        assert_eq!(kinds, [json!("oldClient"), json!("password")], "{seen}");
        let of_password = seen["locks"].as_array().unwrap().iter().find(|lock| lock["kind"] == "password").unwrap();
        assert_eq!((&of_password["network"], &of_password["failures"]), (&json!("127.0.0.1"), &json!(10)));
        assert_eq!(seen["lockedUntilDateTime"], "2026-03-02T09:01:00Z");
        let list = eva.get(&service, "/v1/admin/users").await;
        let locked = list["value"].as_array().unwrap().iter().filter(|user| user["lockedUntilDateTime"].is_string());
        assert_eq!(locked.map(|user| user["userPrincipalName"].clone()).collect::<Vec<_>>(), [json!(ben.upn)]);
        let (status, _) = eva.post(&service, "/v1/admin/users/ben@contoso.example:unlock", json!({})).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
        assert_eq!(SignIn::password(&service, ben.upn, ben.password, &[]).await.error(), OWED);
        assert_eq!(basic(&service, ben.upn, "not it").await, StatusCode::UNAUTHORIZED, "looked at again");
        for number in 0..10 {
            basic(&service, ben.upn, &format!("again not it {number}")).await;
        }
        assert_eq!(basic(&service, ben.upn, "not it").await, StatusCode::FORBIDDEN);
        service.cli(&["user", "reset", ben.upn, "--unlock"]).await;
        assert_eq!(basic(&service, ben.upn, "not it").await, StatusCode::UNAUTHORIZED);
    }

    async fn a_step_up_is_not_kept_from_its_owner_by_wrong_codes_at_sign_in(service) {
        let ben = Tokens::of(&service, "ben").await;
        for _ in 0..2 {
            let sign_in = SignIn::begin(&service, "ben").await;
            sign_in.start("oath").await;
            for _ in 0..5 {
                sign_in.answer("000").await;
            }
        }
        let code = service.app_code(person("ben").authenticator_seed.unwrap());
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("oath").await;
        assert_eq!(sign_in.answer(&code).await.code(), "account_locked");
        service.clock.advance(Duration::from_secs(30));
        let fields = form(&[("client_id", "proofup-desktop"), ("max_age", "0")]);
        let request = service.http.post(service.url("/oauth2/challenge")).bearer_auth(&ben.access);
        let request = request.header("content-type", "application/x-www-form-urlencoded").body(fields);
        let (_, begun) = answer(request.send().await.unwrap()).await;
        let auth_session = begun["auth_session"].as_str().unwrap().to_owned();
        let code = service.app_code(person("ben").authenticator_seed.unwrap());
        let fields = [("auth_session", auth_session.as_str()), ("method", "oath"), ("otp", code.as_str())];
        let (status, body) = service.post_form("/oauth2/challenge", &fields).await;
        assert_eq!(status, StatusCode::OK, "{body}");
    }
}
