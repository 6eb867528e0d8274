//! Watches over the session: continues it at the start, receives events, and notices when the service becomes
//! unreachable and reachable.

use std::{sync::Arc, time::Duration};

use proofup_api::{ErrorCode, Event};
use proofup_client::{Backoff, ClientError, Session};

use super::SignIn;
use crate::{
    AppError, Change,
    status::snapshot::Snapshot,
    view::{Connection, SignedInPerson},
};

const FIRST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_secs(3);
/// How often the service is polled when it sends no events.
const ASK_EVERY: Duration = Duration::from_secs(5);

/// Why listening ended.
enum Heard {
    /// The stream ended.
    Everything,
    /// The window is not visible.
    Enough,
}

impl SignIn {
    /// Continues the stored session, if there is one. Shows the snapshot before the service answers.
    pub(crate) async fn go_on(self: &Arc<Self>) {
        let signed_out = || self.publisher.update(|status| status.connection = Connection::SignedOut);
        if !self.service.link.kept.outlives_the_program() {
            return;
        }
        let (kept, name) = (self.service.link.kept.clone(), self.service.link.kept_as());
        let stored = match tokio::task::spawn_blocking(move || kept.load(&name)).await {
            Ok(Ok(Some(stored))) if stored.refresh_token.is_some() => stored,
            Ok(Ok(_)) | Err(_) => return signed_out(),
            Ok(Err(error)) => {
                tracing::warn!(%error, "the keyring did not return the session");
                return signed_out();
            }
        };
        self.show_known(&stored.user_principal_name);
        let Ok(service) = self.service.link.service().await else { return signed_out() };
        let Some(session) = Session::resume(service, stored, self.service.link.store()) else { return signed_out() };
        self.service.set_session(&session);
        self.watch_over(session);
    }

    /// Shows the snapshot at once, if it belongs to this person.
    fn show_known(&self, user_name: &str) {
        let (snapshot, service) = (self.snapshots.current(), self.service.link.kept_as());
        match snapshot.security_info {
            Some(info)
                if snapshot.service == service && info.me.user_principal_name.eq_ignore_ascii_case(user_name) =>
            {
                self.publisher.update(|status| {
                    status.person = Some(SignedInPerson::from(&info.me));
                    status.last_synced = Some(info.synced);
                });
            }
            _ => self.snapshots.update(|known| *known = Snapshot::default()),
        }
    }

    /// Watches over a session until it ends.
    pub(crate) fn watch_over(self: &Arc<Self>, session: Session) {
        let sign_in = self.clone();
        let watcher = tokio::spawn(async move { sign_in.watch(session).await });
        self.service.link.set_watcher(Some(watcher.abort_handle()));
    }

    async fn watch(&self, session: Session) {
        let mut backoff = Backoff::new(FIRST_WAIT, LONGEST_WAIT);
        loop {
            match self.listen(&session, &mut backoff).await {
                Ok(Heard::Everything) => {}
                Ok(Heard::Enough) => {
                    self.visibility.becomes(true).await;
                    continue;
                }
                Err(ClientError::SignedOut { .. }) => return self.service.session_ended().await,
                Err(error) => {
                    tracing::debug!(%error, "the stream of events broke");
                    if error.is_unreachable() {
                        self.service.mark(Connection::Offline);
                    }
                }
            }
            self.wait(&mut backoff).await;
            while let Err(error) = session.service().ping().await {
                tracing::debug!(%error, "the service is not reachable yet");
                self.service.mark(Connection::Offline);
                self.wait(&mut backoff).await;
            }
        }
    }

    /// Receives events until the stream ends. Updates the pages at the start and after each event, but only while the
    /// window is visible. A refused app, and a change
    /// that was made elsewhere, are told at once, because the desktop notifies the person.
    async fn listen(&self, session: &Session, backoff: &mut Backoff) -> Result<Heard, ClientError> {
        let mut events = match session.events().await {
            Ok(events) => events,
            // While a registration is required, the session may not read events.
            Err(ClientError::Problem { code: ErrorCode::InsufficientScope, .. }) => {
                return self.keep_asking(session).await;
            }
            Err(other) => return Err(other),
        };
        self.arrived(session, backoff).await;
        let mut outdated = false;
        loop {
            let event = tokio::select! {
                event = events.next() => event?,
                () = self.visibility.becomes(true), if outdated => {
                    outdated = false;
                    self.bring_up_to_date().await;
                    continue;
                }
            };
            let Some(event) = event else { return Ok(Heard::Everything) };
            let visible = self.visibility.is_visible();
            match event {
                Event::SecurityInfoChanged if visible => self.bring_up_to_date().await,
                Event::SecurityInfoChanged => {
                    outdated = true;
                    if let Err(error) = self.activity.look_for_alerts().await {
                        tracing::debug!(%error, "changes to the account are not known");
                    }
                }
                Event::SignedOut => return Err(ClientError::SignedOut { correlation_id: None }),
                Event::SignInLogged => {
                    outdated |= !visible;
                    if visible {
                        self.publisher.announce(Change::Activity);
                    }
                    if let Err(error) = self.app_passwords.look_for_refused_apps().await {
                        tracing::debug!(%error, "refused apps are not known");
                    }
                }
                // The device receives requests to approve over its own stream.
                Event::ApprovalRequested => {}
            }
        }
    }

    /// Polls the service until something changes.
    async fn keep_asking(&self, session: &Session) -> Result<Heard, ClientError> {
        self.arrived(session, &mut Backoff::new(FIRST_WAIT, LONGEST_WAIT)).await;
        loop {
            tokio::select! {
                () = self.service.link.try_now.notified() => return Ok(Heard::Everything),
                () = self.visibility.becomes(false) => return Ok(Heard::Enough),
                () = tokio::time::sleep(ASK_EVERY) => session.service().ping().await?,
            }
        }
    }

    /// After an answer of the service: updates the pages before it shows that the service is back.
    async fn arrived(&self, session: &Session, backoff: &mut Backoff) {
        backoff.reset();
        self.service.note_clock(session);
        self.bring_up_to_date().await;
    }

    async fn bring_up_to_date(&self) {
        match self.sync().await {
            Err(AppError::Service(error)) if error.is_unreachable() => return,
            Err(error) => tracing::warn!(%error, "the pages could not be updated"),
            Ok(()) => {}
        }
        self.service.mark(Connection::Online);
        self.publisher.announce(Change::SecurityInfo);
        self.publisher.announce(Change::Activity);
    }

    async fn wait(&self, backoff: &mut Backoff) {
        let wait = backoff.wait(&*self.environment);
        tokio::select! {
            () = self.visibility.pause(wait) => {}
            () = self.service.link.try_now.notified() => {}
        }
    }
}
