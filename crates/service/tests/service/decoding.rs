//! Requests that are not what they seem.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::on_both_databases;
use crate::support::{Device, TestService, Tokens};

async fn send(service: &TestService, token: &str, method: Method, path: &str, body: &str) -> (StatusCode, Value) {
    let request = service.http.request(method, service.url(path)).bearer_auth(token);
    let request = request.header("content-type", "application/json").body(body.to_owned());
    crate::support::answer(request.send().await.unwrap()).await
}

on_both_databases! {
    async fn a_text_with_nul_is_refused_in_every_field(service) {
        let (ben, eva) = (Tokens::of(&service, "ben").await, Tokens::of(&service, "eva").await);
        const METHODS: &str = "/v1/me/authentication";
        for (token, method, path, body) in [
            (&ben, Method::GET, "/v1/me/authentication/verifications/%00".to_owned(), ""),
            (&ben, Method::DELETE, format!("{METHODS}/phoneMethods/a%00b"), ""),
            (&ben, Method::DELETE, format!("{METHODS}/softwareOathMethods/%00"), ""),
            (&ben, Method::DELETE, format!("{METHODS}/hardwareOathMethods/%00"), ""),
            (&ben, Method::GET, format!("{METHODS}/authenticatorMethods/%00"), ""),
            (&ben, Method::DELETE, "/v1/me/appPasswords/%00".to_owned(), ""),
            (&ben, Method::DELETE, "/v1/me/trustedDevices/%00".to_owned(), ""),
            (&ben, Method::GET, "/v1/me/signIns?after=%00".to_owned(), ""),
            (&ben, Method::POST, "/v1/me/appPasswords".to_owned(), r#"{"displayName":"a\u0000b"}"#),
            (&ben, Method::POST, format!("{METHODS}/hardwareOathMethods"), r#"{"serialNumber":"1\u0000","code":"123456"}"#),
            (&eva, Method::GET, "/v1/admin/users/a%00b@contoso.example".to_owned(), ""),
            (&eva, Method::GET, "/v1/admin/signIns?user=a%00b".to_owned(), ""),
            (&eva, Method::GET, "/v1/admin/actions?user=a%00b".to_owned(), ""),
            (&eva, Method::PATCH, "/v1/admin/settings".to_owned(), r#"{"organization":"a\u0000b"}"#),
            (&eva, Method::POST, "/v1/admin/users/ben@contoso.example:block".to_owned(), r#"{"reason":"a\u0000b"}"#),
            (&eva, Method::POST, "/v1/admin/users".to_owned(), r#"{"userPrincipalName":"a\u0000@contoso.example","displayName":"A"}"#),
            (&eva, Method::POST, "/v1/admin/users".to_owned(), r#"{"userPrincipalName":"a@contoso.example","displayName":"A\u0000"}"#),
        ] {
            let (status, problem) = send(&service, &token.access, method.clone(), &path, body).await;
            assert!(status.is_client_error(), "{method} {path} {body}: {status} {problem}");
            assert!(status != StatusCode::UNAUTHORIZED && status != StatusCode::FORBIDDEN, "{path}: {problem}");
        }
        // And where nobody has signed in yet.
        for (path, fields) in [
            ("/oauth2/challenge", &[("auth_session", "a\0b"), ("otp", "123456")][..]),
            ("/oauth2/challenge", &[("auth_session", "a"), ("method", "\0")]),
            ("/oauth2/token", &[("grant_type", "refresh_token"), ("client_id", "proofup-desktop"), ("refresh_token", "\0")]),
            ("/oauth2/revoke", &[("token", "\0")]),
        ] {
            let (status, answer) = service.post_form(path, fields).await;
            assert_eq!((status, &answer["error"]), (StatusCode::BAD_REQUEST, &json!("invalid_request")), "{path}");
        }
        let (status, _) = send(&service, "x", Method::POST, "/v1/authenticator/activate",
            r#"{"code":"\u0000","deviceName":"a","platform":"b","publicKey":"c"}"#).await;
        assert!(status.is_client_error(), "{status}");
        let device = Device::new(&[7; 32], "a\0b");
        let assertion = device.sign(&device.claims(&service, "j"));
        assert!(Device::grant(&service, &assertion).await.0.is_client_error());
        let mail = service.http.get(service.url("/legacy/nginx-mail")).header("auth-user", "a%00b");
        let mail = mail.header("auth-pass", "x%00").header("auth-protocol", "im%00ap").send().await.unwrap();
        assert!(!mail.status().is_server_error(), "{}", mail.status());
    }

    async fn an_array_is_no_body(service) {
        let (ben, eva) = (Tokens::of(&service, "ben").await, Tokens::of(&service, "eva").await);
        for (token, method, path, body) in [
            (&ben, Method::POST, "/v1/me/appPasswords", r#"["Tablet"]"#),
            (&ben, Method::POST, "/v1/me/changePassword", r#"["blue-boat","brand-new-boat",true]"#),
            (&eva, Method::PATCH, "/v1/admin/users/ben@contoso.example", r#"["disabled"]"#),
            (&eva, Method::POST, "/v1/admin/users", r#"["zoe@contoso.example","Zoe",null,true,"enabled"]"#),
            (&eva, Method::PATCH, "/v1/admin/settings", "[]"),
        ] {
            let (status, problem) = send(&service, &token.access, method, path, body).await;
            assert_eq!((status, &problem["params"]["field"]), (StatusCode::BAD_REQUEST, &json!("body")), "{path}: {problem}");
        }
    }

    async fn a_body_that_cannot_be_read_is_refused_by_the_name_of_its_field(service) {
        let ben = Tokens::of(&service, "ben").await;
        for (body, field) in [
            (r#"{"displayName":5}"#, json!("displayName")),
            (r#"{"displayName":"Tablet","colour":"red"}"#, json!("colour")),
            ("{}", json!("displayName")),
            (r#"{"displayName":"Tablet"} {}"#, json!("body")),
            (r#"{"displayName":"Tablet""#, json!("body")),
            (r#"{"displayName":"Tablet","`secret` value":1}"#, json!(null)),
        ] {
            let (status, problem) = send(&service, &ben.access, Method::POST, "/v1/me/appPasswords", body).await;
            assert_eq!((status, &problem["params"]["field"]), (StatusCode::BAD_REQUEST, &field), "{body}: {problem}");
        }
    }

    async fn an_assertion_must_name_this_service_for_every_host_header(service) {
        let device = Device::demo_phone(&service).await;
        for (host, answer) in [("evil.example", StatusCode::BAD_REQUEST), ("verify.contoso.example", StatusCode::BAD_REQUEST)] {
            let mut claims = device.claims(&service, &format!("jti-of-{host}"));
            claims["aud"] = json!(format!("http://{host}"));
            let fields = [
                ("grant_type", crate::support::JWT_BEARER),
                ("client_id", "proofup-desktop"),
                ("assertion", &device.sign(&claims)),
            ];
            let request = service.http.post(service.url("/oauth2/token")).header("host", host);
            let request = request.header("content-type", "application/x-www-form-urlencoded");
            let status = request.body(crate::support::form(&fields)).send().await.unwrap().status();
            assert_eq!(status, answer, "{host}");
        }
        let mut claims = device.claims(&service, "jti-by-name");
        claims["aud"] = json!(format!("http://localhost:{}", service.config.listen.port()));
        assert_eq!(Device::grant(&service, &device.sign(&claims)).await.0, StatusCode::OK, "this computer by its name");
    }
}
