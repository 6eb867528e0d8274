//! The networks that people sign in from, as far as the sign-in log knows: the person is told of another one.

use proofup_api::{ChangedBy, SignInResult};
use proofup_store::Connection;
use proofup_store::sign_ins::{self, OWN_APPLICATION};

use super::record::LogEntry;
use crate::ServiceError;
use crate::context::{Caller, Context};
use crate::notices::event::Event;
use crate::notices::queue::{Happening, queue};
use crate::runtime::client_network::network_of;

/// How many of a person's last sign-ins are looked at.
const LOOKED_AT: i64 = 200;

/// Tells the person of a sign-in to Proofup from a network that none of their last ones came from. The first sign-in of all is no news.
/// Call it before the row of the sign-in is added.
pub(super) async fn tell_of_new_network(
    context: &Context,
    db: &mut Connection,
    caller: &Caller,
    entry: &LogEntry<'_>,
) -> Result<(), ServiceError> {
    let is_told = context.mail.is_some() || context.notice_webhook.is_some();
    let passed = entry.result != SignInResult::Denied && entry.application == OWN_APPLICATION;
    let (Some(user_id), Some(network)) = (entry.user_id.filter(|_| is_told && passed), caller.network()) else {
        return Ok(());
    };
    let seen = sign_ins::recent_addresses(db, user_id, LOOKED_AT).await?;
    if seen.is_empty() || seen.iter().any(|address| network_of(address).as_ref() == Some(&network)) {
        return Ok(());
    }
    let happening = Happening {
        user_id,
        event: Event::NewNetwork,
        at: context.now(),
        by: ChangedBy::Person,
        name: entry.client_device,
        until: None,
        address: caller.address.as_deref(),
        former: None,
    };
    queue(context, db, caller, &happening).await
}
