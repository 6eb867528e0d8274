//! An authenticator device: it holds a key, gets tokens with it, and signs decisions.

use data_encoding::BASE64URL_NOPAD;
use ed25519_dalek::{Signer as _, SigningKey};
use proofup_api::Jws;
use proofup_service::demo;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::{TestService, Tokens, answer};

pub const JWT_BEARER: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

#[derive(Clone)]
pub struct Device {
    pub key: SigningKey,
    pub id: String,
    pub access: String,
}

impl Device {
    /// The demo phone, which is Finn's.
    pub async fn demo_phone(service: &TestService) -> Self {
        let device = demo::device();
        let mut phone = Self::new(&device.key, device.id);
        phone.sign_in(service).await;
        phone
    }

    pub fn new(key: &[u8; 32], id: &str) -> Self {
        Self { key: SigningKey::from_bytes(key), id: id.to_owned(), access: String::new() }
    }

    /// A new device, activated with the code of this set-up.
    pub async fn activated(service: &TestService, created: &Value, key: u8) -> Self {
        let mut device = Self::new(&[key; 32], "");
        let (status, body) = device.activate(service, created["activationCode"].as_str().unwrap()).await;
        assert_eq!(status, StatusCode::OK, "{body}");
        device.id = body["deviceId"].as_str().unwrap().to_owned();
        device.sign_in(service).await;
        device
    }

    pub async fn activate(&self, service: &TestService, code: &str) -> (StatusCode, Value) {
        let body = json!({
            "code": code, "deviceName": "Pixel 9", "platform": "Android",
            "publicKey": BASE64URL_NOPAD.encode(self.key.verifying_key().as_bytes()),
        });
        service.send(Method::POST, "/v1/authenticator/activate", None, Some(body)).await
    }

    pub fn sign(&self, claims: &Value) -> String {
        Jws::sign(claims, |input| self.key.sign(input).to_bytes())
    }

    pub fn claims(&self, service: &TestService, jti: &str) -> Value {
        let exp = service.clock.unix_seconds() + 60;
        json!({"iss": self.id, "sub": self.id, "aud": service.issuer(), "exp": exp, "jti": jti})
    }

    pub async fn grant(service: &TestService, assertion: &str) -> (StatusCode, Value) {
        let fields = [("grant_type", JWT_BEARER), ("client_id", "proofup-desktop"), ("assertion", assertion)];
        service.post_form("/oauth2/token", &fields).await
    }

    pub async fn sign_in(&mut self, service: &TestService) {
        let jti = proofup_jti();
        let (status, body) = Self::grant(service, &self.sign(&self.claims(service, &jti))).await;
        assert_eq!(status, StatusCode::OK, "{body}");
        assert_eq!(body["scope"], "authenticator");
        assert!(body.get("refresh_token").is_none(), "a device comes back with its key alone");
        self.access = body["access_token"].as_str().unwrap().to_owned();
    }

    pub async fn requests(&self, service: &TestService) -> (StatusCode, Value) {
        service.send(Method::GET, "/v1/authenticator/requests", Some(&self.access), None).await
    }

    /// The id of the one request that waits.
    pub async fn one_request(&self, service: &TestService) -> String {
        let (status, body) = self.requests(service).await;
        assert_eq!(status, StatusCode::OK, "{body}");
        let waiting = body["value"].as_array().unwrap();
        assert_eq!(waiting.len(), 1, "{body}");
        waiting[0]["id"].as_str().unwrap().to_owned()
    }

    pub async fn send(&self, service: &TestService, request: &str, jws: &str) -> (StatusCode, Value) {
        let url = service.url(&format!("/v1/authenticator/requests/{request}/decision"));
        let request = service.http.post(url).bearer_auth(&self.access).json(&json!({"decision": jws}));
        answer(request.send().await.unwrap()).await
    }

    pub async fn approve(&self, service: &TestService, request: &str, number: &str) -> (StatusCode, Value) {
        let claims = json!({"requestId": request, "approve": true, "number": number});
        self.send(service, request, &self.sign(&claims)).await
    }

    pub async fn deny(&self, service: &TestService, request: &str, reason: &str) -> (StatusCode, Value) {
        let claims = json!({"requestId": request, "approve": false, "reason": reason});
        self.send(service, request, &self.sign(&claims)).await
    }
}

impl Tokens {
    /// Begins the set-up of a device.
    pub async fn new_device(&self, service: &TestService, body: Value) -> Value {
        let (status, body) = self.post(service, "/v1/me/authentication/authenticatorMethods", body).await;
        assert_eq!(status, StatusCode::CREATED, "{body}");
        body
    }

    pub async fn device_state(&self, service: &TestService, created: &Value) -> Value {
        let id = created["id"].as_str().unwrap();
        self.get(service, &format!("/v1/me/authentication/authenticatorMethods/{id}")).await
    }

    /// Sends a test request; gives the number to type.
    pub async fn test_device(&self, service: &TestService, id: &str) -> String {
        let path = format!("/v1/me/authentication/authenticatorMethods/{id}/test");
        let (status, body) = self.post(service, &path, json!({})).await;
        assert_eq!(status, StatusCode::ACCEPTED, "{body}");
        body["number"].as_str().unwrap().to_owned()
    }

    /// Registers a new device for notifications, whole.
    pub async fn register_device(&self, service: &TestService, key: u8, body: Value) -> Device {
        let created = self.new_device(service, body).await;
        let device = Device::activated(service, &created, key).await;
        let number = self.test_device(service, &device.id).await;
        let request = device.one_request(service).await;
        let (status, body) = device.approve(service, &request, &number).await;
        assert_eq!(status, StatusCode::NO_CONTENT, "{body}");
        device
    }
}

/// A jti that no other test run has.
pub fn proofup_jti() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("jti-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
