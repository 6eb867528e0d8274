//! Events from gateways, for calls and texts. Any node can process them.

use std::sync::Arc;

use proofup_api::{PhoneType, SecretText};
use proofup_store::{Connection, seen_signatures, text_codes as stored_text_codes};
use tokio::sync::mpsc;

use crate::ServiceError;
use crate::context::Context;
use crate::methods::{calls, text_codes};
use crate::telephony::numbers::PhoneNumber;
use crate::telephony::{EventKind, GatewayEvent, Line, LocalEvent};

/// What became of a gateway's word.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// It counts; this is to be spoken next, if anything.
    Taken(Option<Line>),
    /// Nothing of that id was ever sent.
    Unknown,
    /// Its signature was there before.
    SeenBefore,
}

/// Spends the signature of a word, in the transaction that the word is taken in: a word that the service could not take in is
/// told again with the same signature, and counts then. False if it was spent before. Phones in this process sign nothing.
pub(crate) async fn spend(context: &Context, db: &mut Connection, mark: Option<&str>) -> Result<bool, ServiceError> {
    match mark {
        Some(mark) => Ok(seen_signatures::take(db, mark, context.now()).await?),
        None => Ok(true),
    }
}

/// Takes an event in. `mark` is what no other event's signature has.
pub(crate) async fn take(context: &Context, event: &GatewayEvent, mark: Option<&str>) -> Result<Heard, ServiceError> {
    let GatewayEvent { id, kind } = event;
    if let EventKind::Reply(text) = kind {
        return context.store.again_if_crossed(|| text_codes::take_reply(context, id, text, mark)).await;
    }
    match context.store.again_if_crossed(|| calls::note(context, id, kind, mark)).await? {
        Heard::Unknown => context.store.again_if_crossed(|| text_codes::note_delivery(context, id, kind, mark)).await,
        heard => Ok(heard),
    }
}

/// Goes on with a call that was answered: by what happened, or by saying the same again.
pub(crate) async fn go_on(
    context: &Context,
    id: &str,
    happened: Option<EventKind>,
    mark: Option<&str>,
) -> Result<Heard, ServiceError> {
    let kind = happened.unwrap_or(EventKind::Answered);
    let heard = context.store.again_if_crossed(|| calls::note(context, id, &kind, mark)).await?;
    match (heard, kind) {
        // A machine is said goodbye to, instead of being asked for keys; and who pressed nothing hears the same again.
        (Heard::Taken(_), EventKind::Voicemail) | (Heard::Taken(None), EventKind::Answered) => {
            Ok(calls::repeat(context, id).await?.map_or(Heard::Unknown, Heard::Taken))
        }
        (heard, _) => Ok(heard),
    }
}

/// Processes a text from a number. It answers the newest code that was sent there.
pub(crate) async fn take_reply_from(
    context: &Context,
    number: &str,
    text: &SecretText,
    mark: Option<&str>,
) -> Result<Heard, ServiceError> {
    let Ok(number) = PhoneNumber::parse(number, PhoneType::Mobile) else { return Ok(Heard::Unknown) };
    let newest = stored_text_codes::newest_to(&mut context.store.read().await?, number.as_str(), context.now()).await?;
    match newest {
        Some(id) => context.store.again_if_crossed(|| text_codes::take_reply(context, &id, text, mark)).await,
        None => Ok(Heard::Unknown),
    }
}

/// Listens to phones in this process as long as there are any.
pub(crate) async fn listen(context: Arc<Context>, mut events: mpsc::UnboundedReceiver<LocalEvent>) {
    while let Some(LocalEvent { event, answer }) = events.recv().await {
        let line = match take(&context, &event, None).await {
            Ok(Heard::Taken(line)) => line,
            Ok(Heard::Unknown | Heard::SeenBefore) => None,
            Err(error) => {
                tracing::error!(%error, "a phone's event was lost");
                None
            }
        };
        // The person may have closed the window in the meantime.
        let _ = answer.send(line);
    }
}
