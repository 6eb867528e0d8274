//! A signed-in session: an access token in memory, and a refresh token that each use replaces.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use proofup_api::{ChallengeRequest, DEVICE_TOKEN_HEADER, ErrorCode, GrantType, SecretText, TokenAnswer};
use reqwest::{
    Method, Response, StatusCode,
    header::{CONTENT_TYPE, HeaderValue, IF_MATCH, WWW_AUTHENTICATE},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    ClientError, Download, EventStream, Pending, Service, SessionStore, StoredSession,
    answer::{Answer, correlation_id},
    service::{CLIENT_ID, WHOLE, grant},
    sign_in::CHALLENGE,
};

/// A token is renewed this long before it expires, so that it does not expire during a request.
const SPARE: SignedDuration = SignedDuration::from_secs(20);

/// A change of many people takes its time before it answers.
const LONGEST_TYPED: Duration = Duration::from_secs(60);

/// The answer to a call that a person typed.
pub struct TypedAnswer {
    /// The status of HTTP.
    pub status: u16,
    /// A fresh second step is wanted first.
    pub wants_step_up: bool,
    /// The body, of any length.
    pub body: Download,
}

/// A session. Cheap to clone; all clones share the tokens.
#[derive(Clone)]
pub struct Session {
    inner: Arc<Inner>,
}

struct Inner {
    service: Service,
    store: Arc<dyn SessionStore>,
    access: Mutex<Option<Access>>,
    stored: Mutex<StoredSession>,
    /// Locked while tokens are renewed, so that many calls at once cause one refresh.
    renewing: tokio::sync::Mutex<()>,
}

/// An access token and its expiry.
#[derive(Clone)]
pub(crate) struct Access {
    pub(crate) token: SecretText,
    pub(crate) until: Timestamp,
}

impl Session {
    /// Continues a stored session. Sends nothing yet. `None` when there is no refresh token.
    pub fn resume(service: Service, stored: StoredSession, store: Arc<dyn SessionStore>) -> Option<Self> {
        stored.refresh_token.as_ref()?;
        Some(Self::new(service, stored, None, store))
    }

    /// A new session, stored before its first use.
    pub(crate) async fn begin(
        service: Service,
        stored: StoredSession,
        tokens: TokenAnswer,
        store: Arc<dyn SessionStore>,
    ) -> Self {
        store.keep(stored.clone()).await;
        let access = Access::of(&service, &tokens);
        Self::new(service, stored, Some(access), store)
    }

    fn new(service: Service, stored: StoredSession, access: Option<Access>, store: Arc<dyn SessionStore>) -> Self {
        let (access, stored, renewing) = (Mutex::new(access), Mutex::new(stored), tokio::sync::Mutex::default());
        Self { inner: Arc::new(Inner { service, store, access, stored, renewing }) }
    }

    /// The service of this session.
    pub fn service(&self) -> &Service {
        &self.inner.service
    }

    /// Ends the session, here and at the service. It ends here even when the service cannot be reached. The token of
    /// this computer as a remembered device stays.
    ///
    /// # Errors
    /// Any fault of a call; the session is forgotten in any case.
    pub async fn sign_out(&self) -> Result<(), ClientError> {
        let _renewing = self.inner.renewing.lock().await;
        let refresh_token = self.forget().await;
        match refresh_token {
            Some(token) => self.inner.service.revoke(&token).await,
            None => Ok(()),
        }
    }

    /// Makes the next call ask for a new access token, because a registration or another event changed what the session
    /// may do.
    pub fn renew_scopes(&self) {
        *self.access() = None;
    }

    /// Begins a step-up: asks for a second step that is at most `max_age_seconds` old. `None` if the last one is recent
    /// enough, or the person needs none.
    ///
    /// # Errors
    /// [`ClientError::Denied`], or any fault of a call.
    pub async fn step_up(
        &self,
        max_age_seconds: u32,
        language: Option<String>,
    ) -> Result<Option<Pending>, ClientError> {
        let form = ChallengeRequest {
            client_id: Some(CLIENT_ID.to_owned()),
            max_age: Some(max_age_seconds),
            ui_locales: language.clone(),
            ..ChallengeRequest::default()
        };
        let response = self
            .authorized(|token| {
                let request = self.inner.service.request(Method::POST, CHALLENGE).bearer_auth(token);
                self.inner.service.begin(request.form(&form))
            })
            .await?;
        let answer = Answer::read(response).await?;
        if answer.status.is_success() {
            return Ok(None);
        }
        Pending::step_up(self.clone(), language, &answer).map(Some)
    }

    /// Opens the stream of events.
    ///
    /// # Errors
    /// Any fault of a call.
    pub async fn events(&self) -> Result<EventStream, ClientError> {
        let opening = self.authorized(|token| {
            let request = self.inner.service.open_ended_request("/v1/me/events").bearer_auth(token);
            self.inner.service.begin(request.header("accept", "text/event-stream"))
        });
        // The stream may last for days, but it has to begin in time.
        let opened = tokio::time::timeout(WHOLE, opening).await;
        let response = opened.map_err(|_| ClientError::Unreachable { detail: "no answer in time".to_owned() })??;
        if !response.status().is_success() {
            return Err(Answer::read(response).await?.problem());
        }
        let id = correlation_id(response.headers());
        EventStream::new(response).ok_or_else(|| ClientError::invalid("not a stream of events", id))
    }

    /// Gets something of any length. The answer may take its time; its head may not.
    pub(crate) async fn download(&self, path: &str, kind: &str) -> Result<Download, ClientError> {
        let opening = self.authorized(|token| {
            let request = self.inner.service.open_ended_request(path).bearer_auth(token);
            self.inner.service.begin(request.header("accept", kind))
        });
        let opened = tokio::time::timeout(WHOLE, opening).await;
        let response = opened.map_err(|_| ClientError::Unreachable { detail: "no answer in time".to_owned() })??;
        if response.status().is_success() {
            Ok(Download::new(response))
        } else {
            Err(Answer::read(response).await?.problem())
        }
    }

    /// Makes a call that the program does not know by itself, as a person types it. A refusal is an answer too.
    ///
    /// # Errors
    /// [`ClientError::InvalidAnswer`] if there is no such method; else any fault of a call but a refusal.
    pub async fn typed_call(
        &self,
        method: &str,
        path: &str,
        accept: &str,
        body: Option<&Value>,
    ) -> Result<TypedAnswer, ClientError> {
        let method = Method::from_bytes(method.as_bytes()).map_err(|_| ClientError::invalid("no such method", None))?;
        let asking = self.authorized(|token| {
            let mut request = self.inner.service.open_ended(method.clone(), path).bearer_auth(token);
            if let Some(body) = body {
                request = request.json(body);
            }
            self.inner.service.begin(request.header("accept", accept))
        });
        let response = tokio::time::timeout(LONGEST_TYPED, asking).await;
        let response = response.map_err(|_| ClientError::Unreachable { detail: "no answer in time".to_owned() })??;
        let (status, wants_step_up) = (response.status().as_u16(), wants_step_up(&response));
        Ok(TypedAnswer { status, wants_step_up, body: Download::new(response) })
    }

    pub(crate) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, ClientError> {
        self.call(Method::GET, path, None::<&()>).await?.success()
    }

    /// The same, and the service is told which remembered device asks.
    pub(crate) async fn get_as_device<T: DeserializeOwned>(&self, path: &str) -> Result<T, ClientError> {
        let device = self.device_header();
        let response = self
            .authorized(|token| {
                let mut request = self.inner.service.request(Method::GET, path).bearer_auth(token);
                if let Some(device) = &device {
                    request = request.header(DEVICE_TOKEN_HEADER, device);
                }
                self.inner.service.begin(request)
            })
            .await?;
        Answer::read(response).await?.success()
    }

    /// The token of this computer, marked so that nothing prints it.
    fn device_header(&self) -> Option<HeaderValue> {
        let mut value = HeaderValue::from_str(self.stored().device_token.as_ref()?.expose()).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    pub(crate) async fn send<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: &impl Serialize,
    ) -> Result<T, ClientError> {
        self.call(method, path, Some(body)).await?.success()
    }

    /// The same, only if what it changes is still of this version (RFC 9110, section 13.1.1).
    pub(crate) async fn send_at_version<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        version: i64,
        body: &impl Serialize,
    ) -> Result<T, ClientError> {
        let response = self
            .authorized(|token| {
                let request = self.inner.service.request(method.clone(), path).bearer_auth(token);
                self.inner.service.begin(request.header(IF_MATCH, format!("\"{version}\"")).json(body))
            })
            .await?;
        Answer::read(response).await?.success()
    }

    pub(crate) async fn order(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<(), ClientError> {
        self.call(method, path, body).await?.done()
    }

    pub(crate) async fn call(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<Answer, ClientError> {
        let response = self
            .authorized(|token| {
                let mut request = self.inner.service.request(method.clone(), path).bearer_auth(token);
                if let Some(body) = body {
                    request = request.json(body);
                }
                self.inner.service.begin(request)
            })
            .await?;
        Answer::read(response).await
    }

    /// Posts the bytes of a file.
    pub(crate) async fn upload<T: DeserializeOwned>(
        &self,
        path: &str,
        file: &[u8],
        header: Option<&(&'static str, HeaderValue)>,
    ) -> Result<T, ClientError> {
        let response = self
            .authorized(|token| {
                let mut request = self.inner.service.request(Method::POST, path).bearer_auth(token);
                if let Some((name, value)) = header {
                    request = request.header(*name, value);
                }
                let request = request.header(CONTENT_TYPE, "application/octet-stream").body(file.to_vec());
                self.inner.service.begin(request)
            })
            .await?;
        Answer::read(response).await?.success()
    }

    /// Sends a request with a valid access token. A token that the service no longer knows is renewed once. The service
    /// refuses such a token before it does anything, so sending again is safe for every method.
    async fn authorized<F>(&self, send: impl Fn(String) -> F) -> Result<Response, ClientError>
    where
        F: Future<Output = Result<Response, ClientError>>,
    {
        let token = self.access_token(None).await?;
        let response = send(token.expose().to_owned()).await?;
        if response.status() != StatusCode::UNAUTHORIZED || wants_step_up(&response) {
            return Ok(response);
        }
        let token = self.access_token(Some(token)).await?;
        let response = send(token.expose().to_owned()).await?;
        if response.status() != StatusCode::UNAUTHORIZED || wants_step_up(&response) {
            return Ok(response);
        }
        let problem = Answer::read(response).await?.problem();
        match problem {
            ClientError::Problem { code: ErrorCode::InvalidToken, correlation_id, .. } => {
                self.forget().await;
                Err(ClientError::SignedOut { correlation_id })
            }
            other => Err(other),
        }
    }

    /// The access token. Renews it when it is about to expire or is the `refused` one.
    async fn access_token(&self, refused: Option<SecretText>) -> Result<SecretText, ClientError> {
        let is_refused = |token: &SecretText| refused.as_ref().is_some_and(|old| old.expose() == token.expose());
        let fresh = || {
            let now = self.inner.service.environment().now();
            let access = self.access().clone();
            access.filter(|access| now < access.until && !is_refused(&access.token)).map(|access| access.token)
        };
        if let Some(token) = fresh() {
            return Ok(token);
        }
        let _renewing = self.inner.renewing.lock().await;
        // Another call may have renewed it in the meantime.
        if let Some(token) = fresh() {
            return Ok(token);
        }
        self.renew().await
    }

    /// Exchanges the refresh token. After a lost answer it asks again at once, because for half a minute the service
    /// repeats the same answer. Later, a second use of the token ends in `SignedOut`.
    async fn renew(&self) -> Result<SecretText, ClientError> {
        let refresh_token =
            self.stored().refresh_token.clone().ok_or(ClientError::SignedOut { correlation_id: None })?;
        let mut exchange = grant(GrantType::RefreshToken);
        exchange.refresh_token = Some(refresh_token);
        let answer = match self.inner.service.tokens(exchange.clone()).await {
            Err(ClientError::Unreachable { .. }) => self.inner.service.tokens(exchange).await,
            answered => answered,
        };
        let tokens = match answer {
            Ok(tokens) => tokens,
            Err(ClientError::SignedOut { correlation_id }) => {
                self.forget().await;
                return Err(ClientError::SignedOut { correlation_id });
            }
            Err(other) => return Err(other),
        };
        let kept = {
            let mut stored = self.stored();
            stored.refresh_token.clone_from(&tokens.refresh_token);
            stored.clone()
        };
        self.inner.store.keep(kept).await;
        let access = Access::of(&self.inner.service, &tokens);
        let token = access.token.clone();
        *self.access() = Some(access);
        Ok(token)
    }

    /// Drops all tokens except the device's, here and in the store.
    async fn forget(&self) -> Option<SecretText> {
        *self.access() = None;
        let (refresh_token, kept) = {
            let mut stored = self.stored();
            (stored.refresh_token.take(), stored.clone())
        };
        self.inner.store.keep(kept).await;
        refresh_token
    }

    fn access(&self) -> std::sync::MutexGuard<'_, Option<Access>> {
        self.inner.access.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn stored(&self) -> std::sync::MutexGuard<'_, StoredSession> {
        self.inner.stored.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A 401 that another token would not change: RFC 9470, section 3.
fn wants_step_up(response: &Response) -> bool {
    let challenge = response.headers().get(WWW_AUTHENTICATE).and_then(|value| value.to_str().ok());
    challenge.is_some_and(|challenge| challenge.contains("insufficient_user_authentication"))
}

impl Access {
    pub(crate) fn of(service: &Service, tokens: &TokenAnswer) -> Self {
        let life = SignedDuration::from_secs(i64::from(tokens.expires_in)) - SPARE;
        let until = service.environment().now().saturating_add(life).unwrap_or(Timestamp::MAX);
        Self { token: tokens.access_token.clone(), until }
    }
}
