//! One service at one address. No session is needed for these calls.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use proofup_api::{GrantType, SecretText, TokenAnswer, TokenError, TokenRequest};
use reqwest::{
    Certificate, Client, Method, RequestBuilder, Response,
    header::{ACCEPT_LANGUAGE, HeaderValue},
    redirect,
};
use serde::Serialize;

use crate::{
    ClientError, Environment, ServiceAddress,
    answer::{Answer, correlation_id},
    clock_offset::ClockOffset,
};

/// The OAuth client id of this app.
pub(crate) const CLIENT_ID: &str = "proofup-desktop";

const CONNECT: Duration = Duration::from_secs(3);
pub(crate) const WHOLE: Duration = Duration::from_secs(10);

/// A service. Cheap to clone; all clones share connections and the measured clock offset.
#[derive(Clone)]
pub struct Service {
    inner: Arc<Inner>,
}

struct Inner {
    address: ServiceAddress,
    http: Client,
    environment: Arc<dyn Environment>,
    clock_offset: ClockOffset,
    language: Mutex<Option<HeaderValue>>,
    /// The last requests that were answered, the newest last.
    answered: Mutex<VecDeque<String>>,
}

/// How many requests are remembered.
const REMEMBERED: usize = 256;

impl Service {
    /// Prepares connections to a service; sends nothing yet. It reads the system's certificates, which takes a moment:
    /// do not call it before the first page is shown.
    ///
    /// # Errors
    /// [`ClientError::InvalidAnswer`] when TLS cannot be prepared on this computer.
    pub fn new(address: ServiceAddress, environment: Arc<dyn Environment>) -> Result<Self, ClientError> {
        Self::with(address, environment, None)
    }

    /// The same for a service whose certificate comes from one of these authorities (PEM), and from no other.
    ///
    /// # Errors
    /// [`ClientError::InvalidAnswer`] when there is no authority in the text.
    pub fn trusting(
        address: ServiceAddress,
        environment: Arc<dyn Environment>,
        authorities: &str,
    ) -> Result<Self, ClientError> {
        Self::with(address, environment, Some(authorities))
    }

    fn with(
        address: ServiceAddress,
        environment: Arc<dyn Environment>,
        authorities: Option<&str>,
    ) -> Result<Self, ClientError> {
        let mut builder = Client::builder()
            .connect_timeout(CONNECT)
            // A redirect could lead a request with secrets to another host.
            .redirect(redirect::Policy::none())
            .user_agent(concat!("Proofup/", env!("CARGO_PKG_VERSION")));
        if address.is_loopback() {
            builder = builder.no_proxy();
        }
        if let Some(authorities) = authorities {
            let authorities = Certificate::from_pem_bundle(authorities.as_bytes())?;
            if authorities.is_empty() {
                return Err(ClientError::invalid("no certificate of an authority", None));
            }
            builder = builder.tls_certs_only(authorities);
        }
        let http = builder.build()?;
        let (clock_offset, language, answered) = (ClockOffset::default(), Mutex::default(), Mutex::default());
        Ok(Self { inner: Arc::new(Inner { address, http, environment, clock_offset, language, answered }) })
    }

    /// Its address.
    pub fn address(&self) -> &ServiceAddress {
        &self.inner.address
    }

    /// How far this computer's clock is behind the service's; `None` before the first answer.
    pub fn clock_offset(&self) -> Option<SignedDuration> {
        self.inner.clock_offset.get()
    }

    /// Whether a request of this program, one of the last ones, has this correlation id.
    pub fn has_answered(&self, correlation_id: &str) -> bool {
        self.answered().iter().any(|id| id == correlation_id)
    }

    fn answered(&self) -> MutexGuard<'_, VecDeque<String>> {
        self.inner.answered.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets the language of texts and calls from the next request on, a BCP 47 tag. A malformed tag is not sent.
    pub fn set_language(&self, language: &str) {
        *self.inner.language.lock().unwrap_or_else(PoisonError::into_inner) = HeaderValue::from_str(language).ok();
    }

    /// Whether the service's process answers.
    ///
    /// # Errors
    /// [`ClientError::Unreachable`], or [`ClientError::InvalidAnswer`] when another program answers.
    pub async fn ping(&self) -> Result<(), ClientError> {
        self.send(self.request(Method::GET, "/healthz")).await?.done()
    }

    pub(crate) fn environment(&self) -> &dyn Environment {
        self.inner.environment.as_ref()
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.inner.http.request(method, self.inner.address.join(path)).timeout(WHOLE);
        let language = self.inner.language.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match language {
            Some(language) => request.header(ACCEPT_LANGUAGE, language),
            None => request,
        }
    }

    /// A request whose answer is a stream without an end.
    pub(crate) fn open_ended_request(&self, path: &str) -> RequestBuilder {
        self.open_ended(Method::GET, path)
    }

    /// The same by any method.
    pub(crate) fn open_ended(&self, method: Method, path: &str) -> RequestBuilder {
        self.inner.http.request(method, self.inner.address.join(path))
    }

    /// Sends a request and reads the whole answer.
    pub(crate) async fn send(&self, request: RequestBuilder) -> Result<Answer, ClientError> {
        Answer::read(self.begin(request).await?).await
    }

    /// Sends a request and returns as soon as the status and headers arrive.
    pub(crate) async fn begin(&self, request: RequestBuilder) -> Result<Response, ClientError> {
        let asked = self.environment().now();
        let response = request.send().await?;
        let answered = self.environment().now();
        if let Some(time) = service_time(&response) {
            self.inner.clock_offset.measure(asked, answered, time);
        }
        if let Some(id) = correlation_id(response.headers()) {
            let mut answered = self.answered();
            answered.push_back(id);
            if answered.len() > REMEMBERED {
                answered.pop_front();
            }
        }
        let status = response.status().as_u16();
        tracing::debug!(path = response.url().path(), status, "the service answered");
        Ok(response)
    }

    /// Posts a form and reads the whole answer.
    pub(crate) async fn post_form(&self, path: &str, form: &impl Serialize) -> Result<Answer, ClientError> {
        self.send(self.request(Method::POST, path).form(form)).await
    }

    /// Exchanges a grant for tokens. When the service refuses the grant, the session has ended.
    pub(crate) async fn tokens(&self, grant: TokenRequest) -> Result<TokenAnswer, ClientError> {
        let answer = self.post_form("/oauth2/token", &grant).await?;
        if answer.status.is_success() {
            return answer.json();
        }
        let correlation_id = answer.correlation_id.clone();
        match answer.json::<TokenError>() {
            Ok(error) if error.error == "invalid_grant" => Err(ClientError::SignedOut { correlation_id }),
            Ok(error) => Err(ClientError::invalid(format!("token endpoint: {}", known(&error.error)), correlation_id)),
            Err(_) => Err(answer.problem()),
        }
    }

    /// Ends a session at the service (RFC 7009).
    pub(crate) async fn revoke(&self, refresh_token: &SecretText) -> Result<(), ClientError> {
        let form = [("token", refresh_token.expose()), ("client_id", CLIENT_ID)];
        self.post_form("/oauth2/revoke", &form).await?.done()
    }
}

/// A token request with the fields that all grants have.
pub(crate) fn grant(grant_type: GrantType) -> TokenRequest {
    TokenRequest {
        grant_type,
        client_id: CLIENT_ID.to_owned(),
        code: None,
        code_verifier: None,
        refresh_token: None,
        assertion: None,
    }
}

/// The service's time, from a header that every success has.
fn service_time(response: &Response) -> Option<Timestamp> {
    let milliseconds = response.headers().get("proofup-time")?.to_str().ok()?.parse().ok()?;
    Timestamp::from_millisecond(milliseconds).ok()
}

/// Returns the error only if it is a standard OAuth error (RFC 6749, section 5.2), because any program could have
/// answered.
fn known(error: &str) -> &str {
    let known = ["invalid_request", "invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_scope"];
    known.into_iter().find(|name| *name == error).unwrap_or("an unknown error")
}
