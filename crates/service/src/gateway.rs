//! What gateways tell goes to what it is about: a call, or a text. Any node can take it.

use std::sync::Arc;

use proofup_api::{PhoneType, SecretText};
use tokio::sync::mpsc;

use crate::phone_numbers::PhoneNumber;
use crate::store::{seen_signatures, text_codes as stored_text_codes};
use crate::telephony::{EventKind, GatewayEvent, Line, LocalEvent};
use crate::world::World;
use crate::{ServiceError, calls, text_codes};

/// Whether a signature comes for the first time. Asked after the signature was found right.
pub(crate) async fn is_new(world: &World, signature: &str) -> Result<bool, ServiceError> {
    let mut transaction = world.store.begin().await?;
    let new = seen_signatures::take(&mut transaction, signature, world.now()).await?;
    transaction.commit().await?;
    Ok(new)
}

/// Takes an event in; gives what is to be spoken next, or `None` if nothing of that id was ever sent.
pub(crate) async fn take(world: &World, event: GatewayEvent) -> Result<Option<Option<Line>>, ServiceError> {
    if let EventKind::Reply(text) = &event.kind {
        return Ok(text_codes::take_reply(world, &event.id, text).await?.then_some(None));
    }
    match calls::note(world, &event).await? {
        Some(line) => Ok(Some(line)),
        None => Ok(text_codes::note_delivery(world, &event).await?.then_some(None)),
    }
}

/// Goes on with a call that was answered: by what happened, or by saying the same again. `None` if there is none.
pub(crate) async fn go_on(
    world: &World,
    id: &str,
    happened: Option<EventKind>,
) -> Result<Option<Option<Line>>, ServiceError> {
    if let Some(kind) = happened {
        let machine = matches!(kind, EventKind::Voicemail);
        let line = calls::note(world, &GatewayEvent { id: id.to_owned(), kind }).await?;
        // A machine is said goodbye to, instead of being asked for keys.
        return if machine { calls::repeat(world, id).await } else { Ok(line) };
    }
    let answered = calls::note(world, &GatewayEvent { id: id.to_owned(), kind: EventKind::Answered }).await?;
    match answered {
        Some(None) => calls::repeat(world, id).await,
        line => Ok(line),
    }
}

/// Takes in a text that came from a number: the newest code that went there is what it answers.
pub(crate) async fn take_reply_from(world: &World, number: &str, text: SecretText) -> Result<(), ServiceError> {
    let Ok(number) = PhoneNumber::parse(number, PhoneType::Mobile) else { return Ok(()) };
    let newest = stored_text_codes::newest_to(&mut world.store.read().await?, number.as_str(), world.now()).await?;
    if let Some(id) = newest {
        text_codes::take_reply(world, &id, &text).await?;
    }
    Ok(())
}

/// Listens to phones in this process as long as there are any.
pub(crate) async fn listen(world: Arc<World>, mut events: mpsc::UnboundedReceiver<LocalEvent>) {
    while let Some(LocalEvent { event, answer }) = events.recv().await {
        let line = match take(&world, event).await {
            Ok(line) => line.flatten(),
            Err(error) => {
                tracing::error!(%error, "a phone's event was lost");
                None
            }
        };
        // Whoever pressed the key may have closed the window meanwhile.
        let _ = answer.send(line);
    }
}
