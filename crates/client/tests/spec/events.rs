use proofup_api::{Event, SecretText};
use proofup_client::{Session, StoredSession};

use crate::stage::{Reply, Stage, tokens};

#[tokio::test]
async fn receives_events_until_the_service_closes_the_stream() {
    let stream = "event: securityInfoChanged\ndata: {}\n\n: still here\n\nevent: signedOut\ndata: {}\n\n";
    let stage = Stage::with([tokens(1), Reply(200, "text/event-stream", stream.into())]).await;
    let kept = StoredSession { refresh_token: Some(SecretText::new("refresh-0")), ..StoredSession::default() };
    let session = Session::resume(stage.service.clone(), kept, stage.store.clone()).expect("a session");
    let mut events = session.events().await.unwrap();
    assert_eq!(events.next().await.unwrap(), Some(Event::SecurityInfoChanged));
    assert_eq!(events.next().await.unwrap(), Some(Event::SignedOut));
    assert_eq!(events.next().await.unwrap(), None);
}
