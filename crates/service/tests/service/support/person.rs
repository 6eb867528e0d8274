//! A person at an app: signs in step by step, then calls the service with their token.

use proofup_service::demo::{DemoPerson, people};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::TestService;

/// The verifier and challenge of RFC 7636, appendix B.
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// Somebody of the made-up organisation, by the first part of their name.
pub fn person(name: &str) -> DemoPerson {
    people().into_iter().find(|person| person.upn.starts_with(name)).unwrap()
}

/// An `application/x-www-form-urlencoded` body.
pub fn form(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| {
        text.bytes()
            .map(
                |byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") },
            )
            .collect::<String>()
    };
    fields.iter().map(|(key, value)| format!("{}={}", encode(key), encode(value))).collect::<Vec<_>>().join("&")
}

/// An answer of the challenge endpoint.
#[derive(Debug, Clone)]
pub struct Step {
    pub status: StatusCode,
    pub body: Value,
}

impl Step {
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    pub fn error(&self) -> &str {
        self.body["error"].as_str().unwrap_or_default()
    }

    pub fn is_granted(&self) -> bool {
        self.status == StatusCode::OK && self.body["authorization_code"].is_string()
    }

    /// The id of a method of this type.
    pub fn method(&self, kind: &str) -> String {
        let methods = self.body["methods"].as_array().unwrap_or_else(|| panic!("no methods in {}", self.body));
        let method = methods.iter().find(|method| method["type"] == kind).unwrap();
        method["id"].as_str().unwrap().to_owned()
    }
}

/// A sign-in under way.
#[derive(Clone)]
pub struct SignIn<'a> {
    pub service: &'a TestService,
    pub auth_session: String,
    pub first: Step,
}

impl<'a> SignIn<'a> {
    /// Sends name and password.
    pub async fn password(service: &'a TestService, upn: &str, password: &str, more: &[(&str, &str)]) -> Step {
        let mut fields = vec![
            ("client_id", "proofup-desktop"),
            ("username", upn),
            ("password", password),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
        ];
        fields.extend_from_slice(more);
        let (status, body) = service.post_form("/oauth2/challenge", &fields).await;
        Step { status, body }
    }

    /// The same for somebody who owes a second step.
    pub async fn begin(service: &'a TestService, name: &str) -> Self {
        let person = person(name);
        let first = Self::password(service, person.upn, person.password, &[]).await;
        assert_eq!(first.error(), "insufficient_authorization", "{}", first.body);
        let auth_session = first.body["auth_session"].as_str().unwrap().to_owned();
        Self { service, auth_session, first }
    }

    /// The same sign-in, going on at another node.
    pub fn at<'b>(&self, service: &'b TestService) -> SignIn<'b> {
        SignIn { service, auth_session: self.auth_session.clone(), first: self.first.clone() }
    }

    pub async fn send(&self, fields: &[(&str, &str)]) -> Step {
        let mut all = vec![("auth_session", self.auth_session.as_str())];
        all.extend_from_slice(fields);
        let (status, body) = self.service.post_form("/oauth2/challenge", &all).await;
        Step { status, body }
    }

    /// Starts a method of this type.
    pub async fn start(&self, kind: &str) -> Step {
        self.send(&[("method", &self.first.method(kind))]).await
    }

    /// Answers it.
    pub async fn answer(&self, code: &str) -> Step {
        self.send(&[("otp", code)]).await
    }
}

/// A signed-in session.
#[derive(Debug, Clone)]
pub struct Tokens {
    pub access: String,
    pub refresh: String,
    pub scope: String,
}

impl Tokens {
    fn read(body: &Value) -> Self {
        let text = |key: &str| body[key].as_str().unwrap_or_else(|| panic!("no {key} in {body}")).to_owned();
        Self { access: text("access_token"), refresh: text("refresh_token"), scope: text("scope") }
    }

    pub async fn exchange(service: &TestService, step: &Step) -> Self {
        assert!(step.is_granted(), "{}", step.body);
        let (status, body) =
            Self::exchange_code(service, step.body["authorization_code"].as_str().unwrap(), VERIFIER).await;
        assert_eq!(status, StatusCode::OK, "{body}");
        Self::read(&body)
    }

    pub async fn exchange_code(service: &TestService, code: &str, verifier: &str) -> (StatusCode, Value) {
        let fields = [
            ("grant_type", "authorization_code"),
            ("client_id", "proofup-desktop"),
            ("code", code),
            ("code_verifier", verifier),
        ];
        service.post_form("/oauth2/token", &fields).await
    }

    pub async fn refreshed(&self, service: &TestService) -> (StatusCode, Value) {
        let fields = [
            ("grant_type", "refresh_token"),
            ("client_id", "proofup-desktop"),
            ("refresh_token", self.refresh.as_str()),
        ];
        service.post_form("/oauth2/token", &fields).await
    }

    pub async fn refresh(&self, service: &TestService) -> Self {
        let (status, body) = self.refreshed(service).await;
        assert_eq!(status, StatusCode::OK, "{body}");
        Self::read(&body)
    }

    /// Signs somebody in: with the password alone if that is enough, else by text.
    pub async fn of(service: &TestService, name: &str) -> Self {
        let person = person(name);
        let first = SignIn::password(service, person.upn, person.password, &[]).await;
        if first.is_granted() {
            return Self::exchange(service, &first).await;
        }
        let auth_session = first.body["auth_session"].as_str().unwrap().to_owned();
        let sign_in = SignIn { service, auth_session, first };
        assert_eq!(sign_in.start("sms").await.error(), "insufficient_authorization");
        let granted = sign_in.answer(&service.text_code(person.mobile)).await;
        Self::exchange(service, &granted).await
    }

    pub async fn get(&self, service: &TestService, path: &str) -> Value {
        let (status, body) = service.send(Method::GET, path, Some(&self.access), None).await;
        assert_eq!(status, StatusCode::OK, "GET {path}: {body}");
        body
    }

    pub async fn post(&self, service: &TestService, path: &str, body: Value) -> (StatusCode, Value) {
        service.send(Method::POST, path, Some(&self.access), Some(body)).await
    }

    pub async fn patch(&self, service: &TestService, path: &str, body: Value) -> (StatusCode, Value) {
        service.send(Method::PATCH, path, Some(&self.access), Some(body)).await
    }

    pub async fn delete(&self, service: &TestService, path: &str) -> (StatusCode, Value) {
        service.send(Method::DELETE, path, Some(&self.access), None).await
    }

    /// The methods of this session.
    pub async fn methods(&self, service: &TestService) -> Vec<Value> {
        self.get(service, "/v1/me/authentication/methods").await["value"].as_array().unwrap().clone()
    }

    /// Asks for a code to a new mobile number.
    pub async fn add_mobile(&self, service: &TestService, number: &str) -> (StatusCode, Value) {
        let body = json!({"phoneType": "mobile", "phoneNumber": number, "verifyBy": "sms"});
        self.post(service, "/v1/me/authentication/phoneMethods", body).await
    }

    pub async fn verify(&self, service: &TestService, started: &Value, code: &str) -> (StatusCode, Value) {
        let id = started["verificationId"].as_str().unwrap_or_else(|| panic!("{started}"));
        self.post(service, &format!("/v1/me/authentication/verifications/{id}"), json!({"code": code})).await
    }

    /// Sets an app up and gives its id and seed.
    pub async fn new_app(&self, service: &TestService) -> (String, String) {
        let (status, body) = self.post(service, "/v1/me/authentication/softwareOathMethods", json!({})).await;
        assert_eq!(status, StatusCode::CREATED, "{body}");
        (body["id"].as_str().unwrap().to_owned(), body["secretKey"].as_str().unwrap().to_owned())
    }

    pub async fn activate(&self, service: &TestService, id: &str, body: Value) -> (StatusCode, Value) {
        self.post(service, &format!("/v1/me/authentication/softwareOathMethods/{id}/activate"), body).await
    }
}
