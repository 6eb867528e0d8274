//! Hands queued notices over: letters to the mail server, texts to the gateway, and bodies to the organisation's own systems.
//!
//! Every node does so. A row is leased to one of them for longer than any attempt lasts, and no transaction is open meanwhile.

mod outcome;
mod send;

use std::collections::HashMap;
use std::sync::{Arc, Weak};
use std::time::Duration;

use proofup_store::notices::{self, Notice};
use tokio::task::JoinSet;

use self::outcome::Outcome;
use crate::ServiceError;
use crate::context::Context;
use crate::notices::queue::Channel;

pub(crate) use send::test_letter;

/// After a notice was queued here: its transaction is about to be committed.
const AFTER: Duration = Duration::from_millis(100);
/// The longest time between two looks: other nodes and the command line queue too.
const AT_LEAST_EVERY: Duration = Duration::from_secs(5);
/// How many are handed over at a time.
const AT_A_TIME: i64 = 8;
/// Longer than any attempt, with room for clocks of nodes that differ.
const LEASE_MS: i64 = 120_000;
/// While the configuration is at fault, one notice tries again after this time.
const PAUSE_MS: i64 = 60_000;

/// Hands over what is due, as long as the service runs.
pub(crate) async fn keep_delivering(context: Weak<Context>) {
    let mut courses = HashMap::new();
    let mut owner = None;
    loop {
        let noticed = {
            let Some(context) = context.upgrade() else { return };
            let owner = owner.get_or_insert_with(|| format!("{}/{}", context.server_name, context.random.id()));
            for channel in Channel::ALL.iter().copied().filter(|channel| is_served(&context, *channel)) {
                let course = courses.entry(channel).or_default();
                if let Err(error) = deliver_due(&context, owner, channel, course).await {
                    tracing::warn!(%error, %channel, "notices could not be handed over; it is tried again");
                }
            }
            Arc::clone(&context.noticed)
        };
        tokio::select! {
            () = noticed.notified() => tokio::time::sleep(AFTER).await,
            () = tokio::time::sleep(AT_LEAST_EVERY) => {}
        }
    }
}

/// Whether this node can hand over notices of a channel.
fn is_served(context: &Context, channel: Channel) -> bool {
    match channel {
        Channel::Mail => context.mail.is_some(),
        Channel::Text => context.telephony.is_configured(),
        Channel::Webhook => context.notice_webhook.is_some(),
    }
}

/// How a channel does, as far as this node knows.
#[derive(Debug, Default)]
struct Course {
    /// The configuration is at fault. Nothing is tried before this time, and then one notice alone.
    paused_until: Option<i64>,
}

async fn deliver_due(
    context: &Arc<Context>,
    owner: &str,
    channel: Channel,
    course: &mut Course,
) -> Result<(), ServiceError> {
    loop {
        let now = context.now();
        if course.paused_until.is_some_and(|until| now < until)
            || !notices::is_due(&mut context.store.read().await?, channel.as_str(), now).await?
        {
            return Ok(());
        }
        let limit = if course.paused_until.is_some() { 1 } else { AT_A_TIME };
        let mut transaction = context.store.begin().await?;
        let taken = notices::take(&mut transaction, owner, channel.as_str(), limit, now, now + LEASE_MS).await?;
        transaction.commit().await?;
        // Another node was faster.
        if taken.is_empty() {
            return Ok(());
        }
        hand_over(context, owner, channel, taken, course).await?;
    }
}

async fn hand_over(
    context: &Arc<Context>,
    owner: &str,
    channel: Channel,
    taken: Vec<Notice>,
    course: &mut Course,
) -> Result<(), ServiceError> {
    let mut under_way = JoinSet::new();
    for notice in taken {
        let context = Arc::clone(context);
        under_way.spawn(async move {
            let outcome = send::send(&context, channel, &notice).await;
            (notice, outcome)
        });
    }
    while let Some(done) = under_way.join_next().await {
        let Ok((notice, outcome)) = done else { continue };
        note_course(context, channel, course, &outcome);
        outcome::settle(context, owner, channel, &notice, &outcome).await?;
    }
    Ok(())
}

/// Pauses a channel whose configuration is at fault, and goes on with one that works again. The log tells both, once.
fn note_course(context: &Context, channel: Channel, course: &mut Course, outcome: &Outcome) {
    match outcome {
        Outcome::Misconfigured(why) => {
            if course.paused_until.is_none() {
                tracing::error!(%channel, why, "notices are held: the configuration is at fault");
            }
            course.paused_until = Some(context.now() + PAUSE_MS);
        }
        Outcome::Sent | Outcome::Refused { .. } => {
            if course.paused_until.take().is_some() {
                tracing::info!(%channel, "notices are sent again");
            }
        }
        Outcome::Later(_) => {}
    }
    context.metrics.notice_course(channel.as_str(), course.paused_until.is_some());
}
