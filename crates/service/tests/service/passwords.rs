//! A person's own password: changed by themselves, reset by others.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::on_both_databases;
use crate::support::{SignIn, TestService, Tokens, person};

on_both_databases! {
    async fn changing_it_ends_other_sessions_devices_and_app_passwords(service) {
        let (here, there) = (Tokens::of(&service, "ben").await, Tokens::of(&service, "ben").await);
        let body = json!({"currentPassword": person("ben").password, "newPassword": "bold-bridge"});
        assert_eq!(change(&service, &here, body).await.0, StatusCode::NO_CONTENT);
        assert_eq!(here.get(&service, "/v1/me/appPasswords").await["value"], json!([]), "unless told otherwise");
        assert_eq!(here.get(&service, "/v1/me/trustedDevices").await["value"], json!([]));
        assert_eq!(there.refreshed(&service).await.0, StatusCode::BAD_REQUEST);
        let ben = person("ben");
        assert_eq!(SignIn::password(&service, ben.upn, ben.password, &[]).await.code(), "invalid_credentials");
        let step = SignIn::password(&service, ben.upn, "bold-bridge", &[]).await;
        assert_eq!(step.error(), "insufficient_authorization");
    }

    async fn app_passwords_are_kept_on_wish(service) {
        let ben = Tokens::of(&service, "ben").await;
        let body = json!({"currentPassword": person("ben").password, "newPassword": "bold-bridge", "deleteAppPasswords": false});
        assert_eq!(change(&service, &ben, body).await.0, StatusCode::NO_CONTENT);
        assert_eq!(ben.get(&service, "/v1/me/appPasswords").await["value"].as_array().unwrap().len(), 3);
    }

    async fn it_wants_a_fresh_second_step_and_a_password_that_can_be(service) {
        let ben = Tokens::of(&service, "ben").await;
        for (new, reason) in [("short", "too_short"), (&"x".repeat(257), "too_long"), (person("ben").password, "same")] {
            let body = json!({"currentPassword": person("ben").password, "newPassword": new});
            let (status, problem) = change(&service, &ben, body).await;
            assert_eq!((status, &problem["params"]["reason"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(reason)));
        }
        service.clock.advance(Duration::from_secs(601));
        let ben = ben.refresh(&service).await;
        let body = json!({"currentPassword": person("ben").password, "newPassword": "bold-bridge"});
        assert_eq!(change(&service, &ben, body).await.1["code"], "step_up_required");
    }

    async fn guesses_at_the_old_one_are_limited(service) {
        let ben = Tokens::of(&service, "ben").await;
        for _ in 0..10 {
            let body = json!({"currentPassword": "a guess", "newPassword": "bold-bridge"});
            assert_eq!(change(&service, &ben, body).await.1["code"], "wrong_password");
        }
        let body = json!({"currentPassword": person("ben").password, "newPassword": "bold-bridge"});
        assert_eq!(change(&service, &ben, body).await.1["code"], "rate_limited");
    }

    async fn a_reset_by_an_administrator_deletes_app_passwords_by_default(service) {
        let reset = ["user", "reset", "ben@contoso.example", "--password-stdin", "--keep-app-passwords"];
        service.cli_with_input(&reset, "brand-new-boat\n").await;
        let eva = Tokens::of(&service, "eva").await;
        let ben = eva.get(&service, "/v1/admin/users/ben@contoso.example").await;
        assert_eq!((&ben["appPasswords"], &ben["trustedDevices"]), (&json!(3), &json!(0)));
        service.cli_with_input(&reset[..4], "brand-new-boat\n").await;
        let ben = eva.get(&service, "/v1/admin/users/ben@contoso.example").await;
        assert_eq!(ben["appPasswords"], 0);
    }

    async fn wrong_app_passwords_lock_nobody(service) {
        for _ in 0..30 {
            let mail = service.http.get(service.url("/legacy/basic"));
            let mail = mail.basic_auth(person("ben").upn, Some("k7mf 2wqx p9ca hd4t nr6e"));
            assert_eq!(mail.send().await.unwrap().status(), StatusCode::UNAUTHORIZED);
        }
        SignIn::begin(&service, "ben").await;
    }
}

async fn change(service: &TestService, tokens: &Tokens, body: Value) -> (StatusCode, Value) {
    tokens.post(service, "/v1/me/changePassword", body).await
}
