//! An authenticator device: its private key, tokens that live ten minutes, and signed decisions.

use std::sync::{Arc, Mutex, PoisonError};

use data_encoding::BASE64URL_NOPAD;
use ed25519_dalek::{Signer, SigningKey};
use jiff::SignedDuration;
use proofup_api::{
    ActivateAuthenticator, ActivatedAuthenticator, ApprovalRequest, AuthorizationServer, Decision, DecisionClaims,
    DenyReason, DeviceClaims, GrantType, Jws, Listing, SecretText,
};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use zeroize::Zeroizing;

use crate::{
    ClientError, Environment, EventStream, Service,
    answer::{Answer, correlation_id},
    calls::with_id,
    service::{WHOLE, grant},
    session::Access,
};

const REQUESTS: &str = "/v1/authenticator/requests";
/// The device sends an assertion right after it is made.
const ASSERTION_LIVES_SECONDS: i64 = 60;

/// The private key of a device (Ed25519). It is wiped when dropped, and never printed.
#[derive(Clone)]
pub struct DeviceKey(SigningKey);

impl DeviceKey {
    /// A new key.
    pub fn generate(environment: &dyn Environment) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        environment.fill_random(seed.as_mut_slice());
        Self::from_seed(&seed)
    }

    /// The key of a seed that [`DeviceKey::seed`] returned.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The secret itself, for storage.
    pub fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// The public key in the form that the service accepts.
    pub fn public_key(&self) -> String {
        BASE64URL_NOPAD.encode(self.0.verifying_key().as_bytes())
    }

    fn sign(&self, claims: &impl serde::Serialize) -> String {
        Jws::sign(claims, |input| self.0.sign(input).to_bytes())
    }
}

impl std::fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DeviceKey(..)")
    }
}

/// The person's decision about a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// *Approve*, with the two digits that the sign-in page shows.
    Approve {
        /// The digits as typed.
        number: String,
    },
    /// *Deny*.
    Deny,
    /// *It wasn't me*.
    ReportFraud,
}

/// A registered device. Cheap to clone; all clones share the token.
#[derive(Clone)]
pub struct Device {
    inner: Arc<Inner>,
}

struct Inner {
    service: Service,
    id: String,
    key: DeviceKey,
    access: Mutex<Option<Access>>,
    /// Locked while a token is requested, so that many calls at once request one token.
    renewing: tokio::sync::Mutex<()>,
}

impl Service {
    /// Exchanges an activation code for a registration as a device.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn activate(&self, body: &ActivateAuthenticator) -> Result<ActivatedAuthenticator, ClientError> {
        self.send(self.request(Method::POST, "/v1/authenticator/activate").json(body)).await?.success()
    }
}

#[expect(clippy::missing_errors_doc, reason = "every call can fail with every `ClientError`, and with nothing else")]
impl Device {
    /// A device with its id and key. Sends nothing yet.
    pub fn new(service: Service, id: String, key: DeviceKey) -> Self {
        let (access, renewing) = (Mutex::default(), tokio::sync::Mutex::default());
        Self { inner: Arc::new(Inner { service, id, key, access, renewing }) }
    }

    /// The service it is registered with.
    pub fn service(&self) -> &Service {
        &self.inner.service
    }

    /// The requests that wait for a decision.
    pub async fn requests(&self) -> Result<Vec<ApprovalRequest>, ClientError> {
        let response = self.authorized(|| self.inner.service.request(Method::GET, REQUESTS)).await?;
        Ok(Answer::read(response).await?.success::<Listing<_>>()?.value)
    }

    /// Sends the decision about a request.
    pub async fn decide(&self, request_id: &str, choice: &Choice) -> Result<(), ClientError> {
        let (approve, number, reason) = match choice {
            Choice::Approve { number } => (true, Some(number.clone()), None),
            Choice::Deny => (false, None, Some(DenyReason::UserDeclined)),
            Choice::ReportFraud => (false, None, Some(DenyReason::FraudReported)),
        };
        let claims = DecisionClaims { request_id: request_id.to_owned(), approve, number, reason };
        let decision = Decision { decision: self.inner.key.sign(&claims) };
        let path = with_id("/v1/authenticator/requests/", request_id, "/decision");
        let response = self.authorized(|| self.inner.service.request(Method::POST, &path).json(&decision)).await?;
        Answer::read(response).await?.done()
    }

    /// Opens the stream of events. An event comes when the waiting requests have changed.
    pub async fn events(&self) -> Result<EventStream, ClientError> {
        let opening = self.authorized(|| {
            self.inner.service.open_ended_request("/v1/authenticator/events").header("accept", "text/event-stream")
        });
        let opened = tokio::time::timeout(WHOLE, opening).await;
        let response = opened.map_err(|_| ClientError::Unreachable { detail: "no answer in time".to_owned() })??;
        if !response.status().is_success() {
            return Err(Answer::read(response).await?.problem());
        }
        let id = correlation_id(response.headers());
        EventStream::new(response).ok_or_else(|| ClientError::invalid("not a stream of events", id))
    }

    /// Sends a request with a valid token. A token that the service no longer knows is renewed once.
    async fn authorized(&self, request: impl Fn() -> RequestBuilder) -> Result<Response, ClientError> {
        let token = self.token(None).await?;
        let response = self.inner.service.begin(request().bearer_auth(token.expose())).await?;
        if response.status() != StatusCode::UNAUTHORIZED {
            return Ok(response);
        }
        let token = self.token(Some(token)).await?;
        self.inner.service.begin(request().bearer_auth(token.expose())).await
    }

    async fn token(&self, refused: Option<SecretText>) -> Result<SecretText, ClientError> {
        let is_refused = |token: &SecretText| refused.as_ref().is_some_and(|old| old.expose() == token.expose());
        let fresh = || {
            let now = self.inner.service.environment().now();
            let access = self.inner.access.lock().unwrap_or_else(PoisonError::into_inner).clone();
            access.filter(|access| now < access.until && !is_refused(&access.token)).map(|access| access.token)
        };
        if let Some(token) = fresh() {
            return Ok(token);
        }
        let _renewing = self.inner.renewing.lock().await;
        if let Some(token) = fresh() {
            return Ok(token);
        }
        let service = &self.inner.service;
        let mut exchange = grant(GrantType::JwtBearer);
        exchange.assertion = Some(self.assertion().await?);
        let tokens = service.tokens(exchange).await?;
        let access = Access::of(service, &tokens);
        let token = access.token.clone();
        *self.inner.access.lock().unwrap_or_else(PoisonError::into_inner) = Some(access);
        Ok(token)
    }

    /// An assertion for one use, dated with the service's time.
    async fn assertion(&self) -> Result<SecretText, ClientError> {
        let service = &self.inner.service;
        let asked = service.request(Method::GET, "/.well-known/oauth-authorization-server");
        let metadata: AuthorizationServer = service.send(asked).await?.success()?;
        let offset = service.clock_offset().unwrap_or(SignedDuration::ZERO);
        let now = service.environment().now().saturating_add(offset).map_or(0, |time| time.as_second());
        let mut jti = [0; 16];
        service.environment().fill_random(&mut jti);
        let claims = DeviceClaims {
            iss: self.inner.id.clone(),
            sub: self.inner.id.clone(),
            aud: metadata.issuer,
            exp: now + ASSERTION_LIVES_SECONDS,
            iat: Some(now),
            jti: BASE64URL_NOPAD.encode(&jti),
        };
        Ok(SecretText::new(self.inner.key.sign(&claims)))
    }
}

#[cfg(test)]
mod tests {
    use super::DeviceKey;

    #[test]
    fn has_the_public_key_of_the_rfc() {
        // RFC 8037, appendix A.1 and A.2.
        let seed = data_encoding::BASE64URL_NOPAD.decode(b"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A").unwrap();
        let key = DeviceKey::from_seed(&seed.try_into().unwrap());
        assert_eq!(key.public_key(), "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assert_eq!(key.sign(&"").split('.').count(), 3);
        assert_eq!(format!("{key:?}"), "DeviceKey(..)");
    }
}
