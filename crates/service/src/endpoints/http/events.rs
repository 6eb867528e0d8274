//! `GET /v1/me/events`: reports that something changed, never what.
//!
//! The state comes from the database, so a stream reports changes from all nodes.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{self, KeepAlive, KeepAliveStream, Sse};
use proofup_api::Event;
use proofup_store::users::{self, EventState};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use super::Http;
use super::event_hub::Seen;
use super::event_streams::OpenStream;
use super::extract::SecurityInfo;
use crate::ServiceError;
use crate::session::Bearer;

/// Comment lines keep proxies from closing a quiet stream.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

type Told = ReceiverStream<Result<sse::Event, Infallible>>;

/// Server-Sent Events: `securityInfoChanged`, `approvalRequested`, `signInLogged`, `signedOut`. The data says nothing.
#[utoipa::path(
    get, path = "/v1/me/events", tag = "me",
    responses((status = 200, content_type = "text/event-stream", body = Event)),
)]
pub(super) async fn stream(
    State(http): State<Http>,
    SecurityInfo(bearer): SecurityInfo,
) -> Result<Sse<KeepAliveStream<Told>>, ServiceError> {
    let mut db = http.context.store.read().await?;
    let session = std::slice::from_ref(&bearer.session_id);
    let first = users::event_states(&mut db, session).await?.pop().map(|(_, state)| Arc::new(state));
    drop(db);
    let (tell, told) = mpsc::channel(8);
    let open = http.event_streams.open(&bearer.user_id, &http.context.metrics);
    tokio::spawn(watch(http, bearer, first, tell, open));
    Ok(Sse::new(ReceiverStream::new(told)).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)))
}

async fn watch(
    mut http: Http,
    bearer: Bearer,
    mut last: Seen<EventState>,
    tell: mpsc::Sender<Result<sse::Event, Infallible>>,
    mut open: OpenStream,
) {
    let mut seen = http.event_hub.watch_person(&bearer.session_id, last.clone());
    loop {
        let now = seen.borrow_and_update().clone();
        for event in changes(last.as_deref(), now.as_deref()) {
            // An event without data would never reach the listeners of an `EventSource`.
            if tell.send(Ok(sse::Event::default().event(event.as_str()).data("{}"))).await.is_err()
                || event == Event::SignedOut
            {
                return;
            }
        }
        last = now;
        tokio::select! {
            moved = seen.changed() => if moved.is_err() { return },
            () = tell.closed() => return,
            () = open.superseded() => return,
            _ = http.stopping.wait_for(|stop| *stop) => return,
        }
    }
}

fn changes(last: Option<&EventState>, now: Option<&EventState>) -> Vec<Event> {
    let Some(now) = now.filter(|now| now.session_ended_at.is_none()) else {
        return vec![Event::SignedOut];
    };
    let mut events = Vec::new();
    if last.is_none_or(|last| last.changes != now.changes) {
        events.push(Event::SecurityInfoChanged);
    }
    if last.is_none_or(|last| last.last_approval != now.last_approval) {
        events.push(Event::ApprovalRequested);
    }
    if last.is_none_or(|last| last.last_sign_in != now.last_sign_in) {
        events.push(Event::SignInLogged);
    }
    events
}

#[cfg(test)]
mod tests {
    use proofup_api::Event;

    use super::changes;
    use proofup_store::users::EventState;

    fn state(changes: i64, last_sign_in: Option<&str>, session_ended_at: Option<i64>) -> EventState {
        EventState { changes, last_sign_in: last_sign_in.map(str::to_owned), last_approval: None, session_ended_at }
    }

    #[test]
    fn sends_each_change_with_its_name() {
        let before = state(3, Some("a"), None);
        assert_eq!(changes(Some(&before), Some(&before)), []);
        assert_eq!(changes(Some(&before), Some(&state(4, Some("a"), None))), [Event::SecurityInfoChanged]);
        assert_eq!(changes(Some(&before), Some(&state(3, Some("b"), None))), [Event::SignInLogged]);
        assert_eq!(changes(Some(&before), Some(&state(4, Some("b"), Some(1)))), [Event::SignedOut]);
        let asked = EventState { last_approval: Some(7), ..before.clone() };
        assert_eq!(changes(Some(&before), Some(&asked)), [Event::ApprovalRequested]);
        assert_eq!(changes(Some(&before), None), [Event::SignedOut], "the person is gone");
    }
}
