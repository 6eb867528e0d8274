//! Notices by itself when the service is gone and when it is back, and hears what it tells.

use std::{future::Future, time::Duration};

use proofup_api::{ErrorCode, Event};
use proofup_client::{Backoff, ClientError, Session};

use crate::{App, AppError, Change, view::Connection};

const FIRST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_secs(3);
/// How often the service is asked where it cannot tell by itself.
const ASK_EVERY: Duration = Duration::from_secs(5);

/// Why listening came to its end.
enum Heard {
    /// There is no more on this stream.
    Everything,
    /// Nobody sees what it tells.
    Enough,
}

impl App {
    /// Calls the service with the session, and learns from what came of it.
    pub(crate) async fn call<T, F>(&self, call: impl FnOnce(Session) -> F) -> Result<T, AppError>
    where
        F: Future<Output = Result<T, ClientError>>,
    {
        let session = self.link().session()?;
        let result = call(session.clone()).await;
        self.note_clock(&session);
        match &result {
            Ok(_) => self.answered(),
            Err(error) if error.is_unreachable() => self.unreachable(),
            Err(ClientError::SignedOut { .. }) => self.session_ended().await,
            Err(_) => {}
        }
        Ok(result?)
    }

    /// Watches over a session until it ends.
    pub(crate) fn watch_over(&self, session: Session) {
        let app = self.clone();
        let watcher = tokio::spawn(async move { app.watch(session).await });
        self.link().set_watcher(Some(watcher.abort_handle()));
    }

    async fn watch(&self, session: Session) {
        let mut backoff = Backoff::new(FIRST_WAIT, LONGEST_WAIT);
        loop {
            match self.listen(&session, &mut backoff).await {
                Ok(Heard::Everything) => {}
                Ok(Heard::Enough) => {
                    self.visibility().becomes(true).await;
                    continue;
                }
                Err(ClientError::SignedOut { .. }) => return self.session_ended().await,
                Err(error) => {
                    tracing::debug!(%error, "the stream of events broke");
                    if error.is_unreachable() {
                        self.mark(Connection::Offline);
                    }
                }
            }
            self.wait(&mut backoff).await;
            while let Err(error) = session.service().ping().await {
                tracing::debug!(%error, "the service is not back yet");
                self.mark(Connection::Offline);
                self.wait(&mut backoff).await;
            }
        }
    }

    /// Hears events until the stream ends or nobody sees the window, and brings the pages up to date at its start and
    /// whenever it says so.
    async fn listen(&self, session: &Session, backoff: &mut Backoff) -> Result<Heard, ClientError> {
        let mut events = match session.events().await {
            Ok(events) => events,
            // While registration is owed, events are out of reach.
            Err(ClientError::Problem { code: ErrorCode::InsufficientScope, .. }) => {
                return self.keep_asking(session).await;
            }
            Err(other) => return Err(other),
        };
        self.arrived(session, backoff).await;
        loop {
            let event = tokio::select! {
                event = events.next() => event?,
                () = self.visibility().becomes(false) => return Ok(Heard::Enough),
            };
            let Some(event) = event else { return Ok(Heard::Everything) };
            match event {
                Event::SecurityInfoChanged => self.bring_up_to_date().await,
                Event::SignedOut => return Err(ClientError::SignedOut { correlation_id: None }),
                Event::SignInLogged => self.publisher().announce(Change::Activity),
                // Requests to approve come to the device over its own stream.
                Event::ApprovalRequested => {}
            }
        }
    }

    /// Asks now and then whether the service is there, until somebody says that things are different.
    async fn keep_asking(&self, session: &Session) -> Result<Heard, ClientError> {
        self.arrived(session, &mut Backoff::new(FIRST_WAIT, LONGEST_WAIT)).await;
        loop {
            tokio::select! {
                () = self.link().try_now.notified() => return Ok(Heard::Everything),
                () = self.visibility().becomes(false) => return Ok(Heard::Enough),
                () = tokio::time::sleep(ASK_EVERY) => session.service().ping().await?,
            }
        }
    }

    /// The service answers: the pages are brought up to date before anybody is told.
    async fn arrived(&self, session: &Session, backoff: &mut Backoff) {
        backoff.reset();
        self.note_clock(session);
        self.bring_up_to_date().await;
    }

    async fn bring_up_to_date(&self) {
        match self.sync().await {
            Err(AppError::Service(error)) if error.is_unreachable() => return,
            Err(error) => tracing::warn!(%error, "the pages could not be brought up to date"),
            Ok(()) => {}
        }
        self.mark(Connection::Online);
        self.publisher().announce(Change::SecurityInfo);
        self.publisher().announce(Change::Activity);
    }

    async fn wait(&self, backoff: &mut Backoff) {
        let wait = backoff.wait(self.environment());
        tokio::select! {
            () = self.visibility().pause(wait) => {}
            () = self.link().try_now.notified() => {}
        }
    }

    fn answered(&self) {
        if self.publisher().status().connection == Connection::Offline {
            self.link().try_now.notify_one();
        }
    }

    fn unreachable(&self) {
        self.mark(Connection::Offline);
    }

    fn mark(&self, connection: Connection) {
        self.publisher().update(|status| {
            if status.connection != Connection::SignedOut {
                status.connection = connection;
            }
        });
    }

    fn note_clock(&self, session: &Session) {
        let offset = session.service().clock_offset().map(|offset| {
            let milliseconds = offset.as_millis();
            i64::try_from((milliseconds + 500 * milliseconds.signum()) / 1000).unwrap_or(0)
        });
        self.publisher().update(|status| status.clock_offset_seconds = offset.or(status.clock_offset_seconds));
    }
}
