//! What people type and paste is taken for what they mean, at every endpoint that takes text from them.

use data_encoding::BASE64;
use reqwest::StatusCode;
use serde_json::json;

use crate::on_both_databases;
use crate::support::{Intruder, SignIn, TestService, Tokens, person};

/// A code in the digits of Arabic, in two groups, with marks of direction around it.
fn as_pasted(code: &str) -> String {
    let digit = |digit: char| char::from_u32(0x660 + digit.to_digit(10).unwrap()).unwrap();
    let (left, right) = code.split_at(3);
    format!("\u{202b}{}\u{a0}{}\u{202c}\r\n", left.chars().map(digit).collect::<String>(), right)
}

on_both_databases! {
    async fn every_spelling_of_a_user_name_is_one_person(service) {
        let ben = person("ben");
        for name in [
            " Ben@Contoso.Example\n",
            "\u{202a}ben@contoso.example\u{202c}",
            "ben\u{200b}@contoso.example",
            "ｂｅｎ＠ｃｏｎｔｏｓｏ．ｅｘａｍｐｌｅ",
        ] {
            let step = SignIn::password(&service, name, ben.password, &[]).await;
            assert_eq!(step.error(), "insufficient_authorization", "{name:?}: {}", step.body);
        }
    }

    async fn a_password_is_the_same_in_every_spelling_of_its_letters(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (composed, decomposed) = ("Gr\u{fc}n-4711-x", "Gru\u{308}n-4711-x");
        let body = json!({"currentPassword": person("ben").password, "newPassword": decomposed});
        let changed = ben.post(&service, "/v1/me/changePassword", body).await;
        assert_eq!(changed.0, StatusCode::NO_CONTENT, "{}", changed.1);
        for typed in [composed, decomposed] {
            let step = SignIn::password(&service, person("ben").upn, typed, &[]).await;
            assert_eq!(step.error(), "insufficient_authorization", "{typed:?}");
        }
        let wrong = SignIn::password(&service, person("ben").upn, "Grun-4711-x", &[]).await;
        assert_eq!(wrong.code(), "invalid_credentials");
        let same = json!({"currentPassword": composed, "newPassword": decomposed});
        assert_eq!(ben.post(&service, "/v1/me/changePassword", same).await.1["params"]["reason"], "same");
    }

    async fn a_code_is_taken_as_it_is_pasted(service) {
        let sign_in = SignIn::begin(&service, "ben").await;
        sign_in.start("sms").await;
        let code = service.text_code(person("ben").mobile);
        let step = sign_in.answer(&as_pasted(&code)).await;
        assert!(step.is_granted(), "{}", step.body);
    }

    async fn an_app_password_is_taken_as_it_is_pasted(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (status, made) = ben.post(&service, "/v1/me/appPasswords", json!({"displayName": "Tablet"})).await;
        assert_eq!(status, StatusCode::CREATED, "{made}");
        let secret = made["password"].as_str().unwrap();
        let groups: Vec<&str> = (0..5).map(|group| &secret[group * 4..group * 4 + 4]).collect();
        for typed in [groups.join("\u{a0}"), groups.join("\u{2011}"), format!("\u{202a}{secret}\u{202c}"), format!("{secret}\r\n")] {
            let credentials = BASE64.encode(format!("ben@contoso.example:{typed}").as_bytes());
            let request = service.http.get(service.url("/legacy/basic"));
            let answer = request.header("authorization", format!("Basic {credentials}")).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::NO_CONTENT, "{typed:?}");
        }
        // nginx escapes a line end that a client sent along.
        assert_eq!(mail_status(&service, &format!("{secret}%0D%0A")).await, "OK");
        assert_eq!(mail_status(&service, &format!("{}%C2%A0", groups.join("%20"))).await, "OK");
    }

    async fn a_number_is_taken_as_it_is_pasted(service) {
        let ann = Tokens::of(&service, "ann").await;
        let (status, started) = ann.add_mobile(&service, "\u{2068}tel:+١ (425)\u{2011}555\u{2013}0142\u{2069}").await;
        assert_eq!(status, StatusCode::ACCEPTED, "{started}");
        let (status, saved) = ann.verify(&service, &started, &as_pasted(&service.text_code("+1 4255550142"))).await;
        assert_eq!((status, saved["phoneNumber"].as_str()), (StatusCode::OK, Some("+1 XXXXXXXX42")), "{saved}");
    }

    async fn a_command_takes_an_office_phone_as_it_is_pasted(service) {
        let ann = person("ann").upn;
        let mut db = Intruder::at(&service).await;
        let kept = format!(
            "SELECT number FROM phones JOIN users ON users.id = user_id WHERE upn = '{ann}' AND phone_type = 'office'"
        );
        for (pasted, number) in [
            ("+1 (425)\u{2011}555\u{2011}0177", "+1 4255550177"),
            ("tel:+1-425-555-0178;ext=9", "+1 4255550178x9"),
        ] {
            service.cli(&["user", "office-phone", ann, pasted]).await;
            assert_eq!(db.text(&kept).await, number, "{pasted:?}");
        }
    }

    async fn a_name_that_looks_like_another_is_taken(service) {
        let eva = Tokens::of(&service, "eva").await;
        let add = async |upn: &str| {
            let body = json!({"userPrincipalName": upn, "displayName": "New Person"});
            let (status, answer) = eva.post(&service, "/v1/admin/users", body).await;
            (status, answer["code"].as_str().unwrap_or_default().to_owned())
        };
        let taken = (StatusCode::CONFLICT, "user_name_taken".to_owned());
        let invalid = (StatusCode::BAD_REQUEST, "invalid_request".to_owned());
        for upn in ["\u{1d41a}\u{1d427}\u{1d427}@contoso.example", "ann@conto\u{17f}o.example"] {
            assert_eq!(add(upn).await, taken, "{upn}");
        }
        assert_eq!(add("strau\u{df}@contoso.example").await.0, StatusCode::CREATED);
        assert_eq!(add("strauss@contoso.example").await, taken, "a plain one looks like the other, too");
        assert_eq!(add("\u{30a2}\u{30f3}@contoso.example").await.0, StatusCode::CREATED);
        assert_eq!(add("\u{ff71}\u{ff9d}@contoso.example").await, taken, "half-width");
        for upn in ["an\u{2800}n@contoso.example", "new@contoso..example", "new@contoso\u{3002}example", "new\u{e000}@contoso.example"] {
            assert_eq!(add(upn).await, invalid, "{upn}");
        }
    }

    async fn another_spelling_of_a_taken_user_name_makes_no_new_person(service) {
        let eva = Tokens::of(&service, "eva").await;
        let add = async |upn: &str| {
            eva.post(&service, "/v1/admin/users", json!({"userPrincipalName": upn, "displayName": "New Person"})).await
        };
        assert_eq!(add("ren\u{e9}e@contoso.example").await.0, StatusCode::CREATED);
        let people = eva.get(&service, "/v1/admin/users").await["found"].clone();
        for (upn, taken) in [
            ("\u{202e}ben@contoso.example", "ben@contoso.example"),
            ("b\u{202e}en@contoso.example", "ben@contoso.example"),
            ("ben\u{200b}@contoso.example", "ben@contoso.example"),
            ("rene\u{301}e@contoso.example", "ren\u{e9}e@contoso.example"),
            ("ben@contoso.example.", "ben@contoso.example"),
        ] {
            let (status, problem) = add(upn).await;
            assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("user_name_taken")), "{upn:?}: {problem}");
            let said = service.cli_fails(&["user", "add", upn, "--name", "New Person"]).await;
            assert_eq!(said, format!("proofup-service: {taken} is there already\n"), "{upn:?}");
        }
        assert_eq!(eva.get(&service, "/v1/admin/users").await["found"], people);
    }

    async fn a_password_in_the_box_of_the_name_is_not_kept(service) {
        for name in ["summer@2026!", "nobody@contoso.example"] {
            SignIn::password(&service, name, "not it", &[]).await;
            service.clock.advance(std::time::Duration::from_secs(1));
        }
        let eva = Tokens::of(&service, "eva").await;
        let log = eva.get(&service, "/v1/admin/signIns?denialReason=user_not_found").await;
        let names: Vec<_> = log["value"].as_array().unwrap().iter().map(|row| row["userPrincipalName"].clone()).collect();
        assert_eq!(names, [json!("nobody@contoso.example"), json!(null)]);
    }

    async fn names_of_things_hold_nothing_that_cannot_be_seen(service) {
        let ben = Tokens::of(&service, "ben").await;
        let (_, made) = ben.post(&service, "/v1/me/appPasswords", json!({"displayName": "\u{202e}Jose\u{301}\u{200b}\u{a0}1"})).await;
        assert_eq!(made["displayName"], "Jos\u{e9} 1");
        let (status, taken) = ben.post(&service, "/v1/me/appPasswords", json!({"displayName": "JOS\u{c9}\u{a0}1"})).await;
        assert_eq!((status, &taken["code"]), (StatusCode::CONFLICT, &json!("app_password_name_taken")), "{taken}");
    }
}

async fn mail_status(service: &TestService, escaped: &str) -> String {
    let request = service.http.get(service.url("/legacy/nginx-mail"));
    let request = request.header("auth-method", "plain").header("auth-user", "ben@contoso.example");
    let request =
        request.header("auth-pass", escaped).header("auth-protocol", "imap").header("auth-login-attempt", "1");
    let answer = request.header("client-ip", "192.0.2.14").send().await.unwrap();
    answer.headers()["auth-status"].to_str().unwrap().to_owned()
}
