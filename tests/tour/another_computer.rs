//! A person at another computer: a separate session over HTTP, without a window.

use std::sync::Arc;

use jiff::Timestamp;
use proofup_api::{AuthenticationMethod, SecretText};
use proofup_client::{
    Credentials, Environment, Keeping, Pending, Progress, Service, Session, SessionStore, StoredSession,
};

use crate::support::wait::seen;

/// A sign-in there, which the phone approves.
pub struct AnotherComputer {
    service: Service,
    pending: Pending,
}

impl AnotherComputer {
    /// Signs in with a password and starts the preferred method, which asks the person's devices.
    pub async fn give_password(address: &str, user_name: &str, password: &str) -> Self {
        let address = address.parse().expect("the page shows an address");
        let service = Service::new(address, Arc::new(ThisComputer)).expect("a client");
        let credentials = Credentials {
            user_name: user_name.to_owned(),
            password: SecretText::new(password),
            device_token: None,
            language: None,
        };
        let mut pending = match service.sign_in(credentials, Arc::new(KeepsNothing)).await {
            Ok(Progress::SecondStep(pending)) => *pending,
            Ok(Progress::SignedIn(_)) => panic!("no second step is asked for"),
            Err(error) => panic!("the password is refused: {error}"),
        };
        let preferred = pending.preferred().expect("a method is preferred").to_owned();
        service.start_method(&mut pending, &preferred).await.expect("the devices can be asked");
        Self { service, pending }
    }

    /// The two digits for the phone.
    pub fn number(&self) -> &str {
        let challenge = self.pending.challenge().expect("the preferred method is started");
        challenge.number.as_deref().expect("a notification comes with a number")
    }

    /// Waits for the approval.
    pub async fn approved(self) -> Session {
        let session = seen(async || {
            let asked = self.service.poll_method(&self.pending, None, Arc::new(KeepsNothing)).await;
            asked.expect("the sign-in waits for the phone")
        });
        session.await.expect("the phone approved")
    }
}

/// Deletes the newest authenticator.
pub async fn delete_newest_authenticator(session: &Session) {
    let methods = session.methods().await.expect("the methods can be listed");
    let registered = methods.iter().filter_map(|method| match method {
        AuthenticationMethod::Authenticator(device) => Some((device.created_date_time, device.id.as_str())),
        _ => None,
    });
    let (_, newest) = registered.max().expect("an authenticator is registered");
    session.delete_authenticator(newest).await.expect("the authenticator can be deleted");
}

struct ThisComputer;

impl Environment for ThisComputer {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn fill_random(&self, buffer: &mut [u8]) {
        rand::fill(buffer);
    }
}

struct KeepsNothing;

impl SessionStore for KeepsNothing {
    fn keep(&self, _session: StoredSession) -> Keeping<'_> {
        Box::pin(async {})
    }
}
