//! `login`, `logout`, `call`: the interface of a running service for a person in a terminal. It is a client like the app's, so it
//! signs in with the app's own client; no other part of the service knows that.

mod call;
mod kept;
mod second_step;
mod typed;

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;
use proofup_client::{ClientError, Credentials, Environment, Progress, Service, Session, SessionStore};

pub(super) use self::call::Call;
use self::kept::{Kept, KeptSession};
use super::say;
use crate::ServiceError;
use crate::runtime::clock::{Clock, timestamp};
use crate::runtime::random::Random;

#[derive(Debug, Args)]
pub(super) struct Login {
    /// ann@contoso.example
    name: String,
    /// <https://verify.contoso.example>; without it the service of the login before
    #[arg(long, value_name = "URL")]
    service: Option<String>,
    /// Trust the authorities in this file (PEM), and no other
    #[arg(long, value_name = "FILE")]
    ca: Option<PathBuf>,
}

impl Login {
    pub(super) async fn run(self) -> Result<(), ServiceError> {
        let place = Kept::open()?;
        let before = place.read()?;
        let authorities = match &self.ca {
            Some(file) => Some(
                std::fs::read_to_string(file)
                    .map_err(|source| ServiceError::Io { what: format!("read {}", file.display()), source })?,
            ),
            // The service of before is trusted as before.
            None if self.service.is_none() => before.as_ref().and_then(|kept| kept.authorities.clone()),
            None => None,
        };
        let address = self.service.or_else(|| before.map(|kept| kept.service));
        let address = address.ok_or_else(|| ServiceError::Command("name the service with --service URL".to_owned()))?;
        let service = service(&address, authorities.as_deref())?;
        let store = place.store(service.address().to_string(), authorities);
        let credentials = Credentials {
            user_name: self.name,
            password: typed::secret("Password: ")?,
            device_token: None,
            language: Some("en".to_owned()),
        };
        let keeping: Arc<dyn SessionStore> = store.clone();
        match service.sign_in(credentials, keeping.clone()).await.map_err(|error| told(&error))? {
            Progress::SignedIn(_) => {}
            Progress::SecondStep(pending) => drop(second_step::pass(&service, *pending, keeping).await?),
        }
        store.check()?;
        say(&format!("signed in at {}", service.address()));
        Ok(())
    }
}

/// Ends the session, here and at the service.
pub(super) async fn logout() -> Result<(), ServiceError> {
    let place = Kept::open()?;
    let Some(kept) = place.read()? else {
        say("nobody is signed in");
        return Ok(());
    };
    let ended = match resumed(&place, kept) {
        Ok((session, _)) => session.sign_out().await.map_err(|error| told(&error)),
        Err(error) => Err(error),
    };
    place.forget()?;
    ended?;
    say("signed out");
    Ok(())
}

/// The session of the last login, and what keeps its tokens.
fn resumed(place: &Kept, kept: KeptSession) -> Result<(Session, Arc<kept::Store>), ServiceError> {
    let service = service(&kept.service, kept.authorities.as_deref())?;
    let store = place.store(kept.service, kept.authorities);
    let session = Session::resume(service, kept.session, store.clone());
    session.map(|session| (session, store)).ok_or_else(signed_out)
}

fn signed_out() -> ServiceError {
    ServiceError::Command("nobody is signed in: proofup-service login NAME --service URL".to_owned())
}

fn service(address: &str, authorities: Option<&str>) -> Result<Service, ServiceError> {
    // The client comes without a provider; of two that are installed the first stays.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let address = address.parse().map_err(|fault| ServiceError::Command(format!("{address}: {fault}")))?;
    let environment = Arc::new(System { clock: Clock::system(), random: Random::system() });
    match authorities {
        Some(authorities) => Service::trusting(address, environment, authorities),
        None => Service::new(address, environment),
    }
    .map_err(|error| told(&error))
}

/// What failed, with what names the request in the log of the service.
fn told(error: &ClientError) -> ServiceError {
    let id = match error {
        ClientError::Unreachable { .. } => None,
        ClientError::SignedOut { .. } => return signed_out(),
        ClientError::InvalidAnswer { correlation_id, .. }
        | ClientError::Problem { correlation_id, .. }
        | ClientError::Denied { correlation_id, .. } => correlation_id.as_deref(),
    };
    let id = id.map(|id| format!(" (correlation id {id})")).unwrap_or_default();
    ServiceError::Command(format!("{error}{id}"))
}

struct System {
    clock: Clock,
    random: Random,
}

impl Environment for System {
    fn now(&self) -> Timestamp {
        timestamp(self.clock.now_ms())
    }

    #[expect(clippy::panic, reason = "a verifier that can be guessed is worse than no sign-in")]
    fn fill_random(&self, buffer: &mut [u8]) {
        for piece in buffer.chunks_mut(32) {
            match self.random.bytes::<32>() {
                Ok(bytes) => piece.copy_from_slice(&bytes[..piece.len()]),
                Err(error) => panic!("{error}"),
            }
        }
    }
}
