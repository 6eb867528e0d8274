//! Calls the service with the session, and evaluates the answers.

use std::future::Future;

use jiff::SignedDuration;
use proofup_client::{ClientError, Session};

use super::ServiceConnection;
use crate::{AppError, view::Connection};

impl ServiceConnection {
    /// Calls the service with the session, and updates connection, clock offset and session from the answer.
    pub(crate) async fn call<T, F>(&self, call: impl FnOnce(Session) -> F) -> Result<T, AppError>
    where
        F: Future<Output = Result<T, ClientError>>,
    {
        let session = self.link.session()?;
        let result = call(session.clone()).await;
        self.note_clock(&session);
        match &result {
            Ok(_) if self.publisher.is_offline() => self.link.try_now.notify_one(),
            Ok(_) => {}
            Err(error) if error.is_unreachable() => self.mark(Connection::Offline),
            Err(ClientError::SignedOut { .. }) => self.session_ended().await,
            Err(_) => {}
        }
        Ok(result?)
    }

    /// Whether the service cannot be reached now.
    pub(crate) fn is_offline(&self) -> bool {
        self.publisher.is_offline()
    }

    /// Begins a session.
    pub(crate) fn set_session(&self, session: &Session) {
        self.link.set_session(Some(session.clone()));
        self.note_clock(session);
    }

    /// Ends the session here, and returns it for ending it at the service.
    pub(crate) async fn leave_session(&self) -> Option<Session> {
        let session = self.link.set_session(None);
        self.link.set_watcher(None);
        self.signed_out().await;
        session
    }

    /// Handles a session that the service has ended.
    pub(crate) async fn session_ended(&self) {
        if self.link.set_session(None).is_some() {
            tracing::info!("the session has ended");
            self.signed_out().await;
            // Last, because this code may run inside the watcher.
            self.link.set_watcher(None);
        }
    }

    /// Shows whether the service is reachable, while a person is signed in.
    pub(crate) fn mark(&self, connection: Connection) {
        self.publisher.update(|status| {
            if status.connection != Connection::SignedOut {
                status.connection = connection;
            }
        });
    }

    /// Notes the clock offset.
    pub(crate) fn note_clock(&self, session: &Session) {
        let measured = session.service().clock_offset();
        if self.link.session().is_ok() {
            self.clock.set(measured.unwrap_or(SignedDuration::ZERO));
        }
        let offset = measured.map(|offset| {
            let milliseconds = offset.as_millis();
            i64::try_from((milliseconds + 500 * milliseconds.signum()) / 1000).unwrap_or(0)
        });
        self.publisher.update(|status| status.clock_offset_seconds = offset.or(status.clock_offset_seconds));
    }

    async fn signed_out(&self) {
        self.forget_person();
        self.clock.set(SignedDuration::ZERO);
        self.publisher.update(|status| {
            status.connection = Connection::SignedOut;
            status.person = None;
            status.refused_app = None;
            status.account_alert = None;
            status.last_synced = None;
        });
        let snapshots = self.snapshots.clone();
        let _ = tokio::task::spawn_blocking(move || snapshots.forget()).await;
    }
}
